//! The codes: what a finding can say, in the order of importance. What makes everything else pointless comes first.

use serde::{Deserialize, Serialize};

use super::{Fixer, Weight};

/// The one action that helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// Go to the subject and change it.
    Edit,
    /// Ask for the role here.
    RequestRole,
    /// Read how a channel is converted.
    ReadChannelConversion,
    /// Read how an app is converted.
    ReadAppConversion,
    /// Read who may edit business information, and how.
    ReadBusinessInformation,
    /// Look at the links of the app.
    SeeLinks,
    /// Link a channel.
    LinkChannel,
    /// Nothing to do but wait.
    Wait,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// An answer of the FAQ, 1 to 10.
    Answer(u8),
    /// A public page.
    Page(&'static str),
    /// A developer's public note, by its number.
    Note(&'static str),
    /// Ours; never shown as Kakao's.
    Judgement,
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Answer(n) => write!(f, "#{n}"),
            Page(address) => f.write_str(address),
            Note(number) => write!(f, "public note {number}"),
            Judgement => f.write_str("our judgement"),
        }
    }
}

/// What is fixed about a code.
#[derive(Debug, Clone, Copy)]
pub struct Meta {
    /// The weight it usually has.
    pub weight: Weight,
    /// Who can put it right.
    pub fixer: Fixer,
    /// The one action that helps.
    pub remedy: Remedy,
    /// Where it comes from.
    pub source: Source,
    /// The numbers of the rules it answers; empty when it is a matter of form only.
    pub rules: &'static [u8],
    /// Whether a reviewer can give it as a reason.
    pub reason: bool,
}

const BRN_PAGE: &str = "https://allinfo.tistory.com/1283";
const APP_PAGE: &str = "https://developers.kakao.com/docs/latest/ko/app-setting/app";
const CI_PAGE: &str = "https://devtalk.kakao.com/t/ci/128591";
const CI_TERMS_PAGE: &str = "https://devtalk.kakao.com/t/ci/114089/5";
const REST_PAGE: &str = "https://developers.kakao.com/docs/latest/ko/kakaologin/rest-api";
const INDIVIDUAL_PAGE: &str = "https://devtalk.kakao.com/t/topic/71983";
const PREREQUISITE_PAGE: &str = "https://developers.kakao.com/docs/en/kakaosync/prerequisite";
const EMAIL_PAGE: &str = "https://github.com/boostcampwm2025/web09-dopamine/pull/272";
const LIBRARY_PAGE: &str = "https://github.com/supabase/agent-skills/issues/330";
const TIE_NOTE: &str = "55745887351";
const SHOP_PAGE: &str = "https://github.com/booker-lab/greenhub/pull/14";
const PARTNER_PAGE: &str = "https://developers.kakao.com/docs/ko/kakaologin/confidential-user-info";
const OVER_14_PAGE: &str = "https://kakao-tam.tistory.com/105";
const CHANNEL_HELP: &str = "https://cs.kakao.com/search?serviceId=102";

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $word:literal: $weight:ident, $fixer:ident, $remedy:ident, $source:expr, $rules:expr, $reason:literal;)*) => {
        /// What a finding says. In the order of importance.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// All codes, most important first.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The word for it in JSON, URLs and documents.
            pub fn word(self) -> &'static str { match self { $(Code::$name => $word),* } }

            /// What is fixed about it.
            pub fn meta(self) -> Meta {
                match self { $(Code::$name => Meta {
                    weight: Weight::$weight, fixer: Fixer::$fixer, remedy: Remedy::$remedy,
                    source: $source, rules: $rules, reason: $reason,
                }),* }
            }
        }
    };
}

use Source::{Answer, Judgement, Note, Page};

codes! {
    /// The app is sanctioned.
    AppBlocked "app_blocked": Blocks, AppOwner, Wait, Page(APP_PAGE), &[13], false;
    /// The viewer's role on the app is below editor.
    AppRole "app_role": Blocks, AppOwner, RequestRole, Answer(7), &[5, 6], false;
    /// The app is not a biz app.
    AppNotBiz "app_not_biz": Blocks, AppOwner, ReadAppConversion, Answer(7), &[4, 40, 76], false;
    /// The app is an individual developer's: no business information, no link, no Sync.
    AppIndividual "app_individual": Blocks, AppOwner, ReadBusinessInformation, Page(INDIVIDUAL_PAGE), &[20, 22, 26, 76], false;
    /// The app has no business information.
    AppNoBusiness "app_no_business": Blocks, AppOwner, ReadBusinessInformation, Answer(5), &[9, 19, 26, 76], false;
    /// Only the e-mail is wanted, and that needs a biz app; an individual developer's will do.
    EmailNeedsBizApp "email_needs_biz_app": Blocks, AppOwner, ReadAppConversion, Page(EMAIL_PAGE), &[40, 76], false;
    /// Nothing anywhere says which business asks.
    NoBusiness "no_business": Warns, AppOwner, ReadBusinessInformation, Page("https://github.com/jin3875/mall_230130/issues/25"), &[19, 40, 76], false;
    /// Whoever applies is not the owner, and only the owner can convert the app or enter its business information.
    OwnerMustConvert "owner_must_convert": Warns, AppOwner, RequestRole, Page("https://github.com/slamapp/server/issues/73"), &[9], false;
    /// The owner's identity is not verified.
    IdentityNotChecked "identity_not_checked": Warns, AppOwner, ReadAppConversion, Page(INDIVIDUAL_PAGE), &[21], false;
    /// The app has no icon.
    AppIconMissing "app_icon_missing": Warns, AppOwner, ReadAppConversion, Page(APP_PAGE), &[21, 78, 91], false;
    /// The channel's deletion was asked for.
    ChannelDeleting "channel_deleting": Blocks, ChannelMaster, Wait, Page(CHANNEL_HELP), &[11, 12], false;
    /// The viewer's role on the channel is below manager.
    ChannelRole "channel_role": Blocks, ChannelMaster, RequestRole, Answer(4), &[2, 10, 28], false;
    /// The channel is not a business channel.
    ChannelPlain "channel_plain": Blocks, ChannelMaster, ReadChannelConversion, Answer(3), &[1, 27], false;
    /// The conversion was rejected.
    ChannelRejected "channel_rejected": Blocks, ChannelMaster, ReadChannelConversion, Answer(4), &[1, 27], false;
    /// The conversion is under review.
    ChannelInReview "channel_in_review": Blocks, Wait, Wait, Answer(4), &[1, 77], false;
    /// Whoever applies is not the channel's master, who alone converts it and edits its business information.
    MasterMustConvert "master_must_convert": Warns, ChannelMaster, RequestRole, Page("https://developers.kakao.com/docs/latest/en/kakaosync/prerequisite"), &[8, 10], false;
    /// The channel is dormant or restricted.
    ChannelDormant "channel_dormant": Warns, ChannelMaster, Edit, Page(CHANNEL_HELP), &[], false;
    /// The channel has no business information.
    ChannelNoBusiness "channel_no_business": Blocks, ChannelMaster, ReadBusinessInformation, Answer(5), &[8, 19, 23], false;
    /// The registration numbers of app and channel differ.
    NumberDiffers "number_differs": Blocks, MasterOrOwner, ReadBusinessInformation, Answer(5), &[23, 29, 30], true;
    /// Ten channels are linked already.
    AppFull "app_full": Blocks, Applicant, SeeLinks, Answer(6), &[24], false;
    /// The channel is linked to this app already.
    ChannelLinked "channel_linked": Notes, Wait, SeeLinks, Answer(4), &[3, 25], false;
    /// A registration number cannot be one.
    NumberMalformed "number_malformed": Blocks, AppOwner, ReadBusinessInformation, Page(BRN_PAGE), &[14, 15, 16, 17, 18], false;
    /// The reviewer cannot get into the service.
    ServiceUnreachable "service_unreachable": Warns, Applicant, Edit, Page("https://github.com/ditto-develop/ditto-fe"), &[], true;
    /// A shared Kakao account does not let a reviewer in.
    SharedAccount "shared_account": Warns, Applicant, Edit, Page("https://github.com/Team-Kiero/Kiero-iOS/issues/364"), &[], false;
    /// There is no address at which a service runs.
    ServiceNotPublic "service_not_public": Warns, Applicant, Edit, Page("https://github.com/Lumiere001/bus-cignal"), &[], true;
    /// Certificate, app, channel and site do not print the same name, owner, number or address.
    BusinessDiffers "business_differs": Warns, Applicant, Edit, Note("67470818868"), &[31], true;
    /// The pages of the site do not all print the same business information.
    BusinessUnlikePages "business_unlike_pages": Warns, Applicant, Edit, Page("https://github.com/kosairesearch/kosairesearch.github.io"), &[31], false;
    /// Nothing public ties the channel's name to the business.
    ChannelTieMissing "channel_tie_missing": Warns, Applicant, Edit, Note(TIE_NOTE), &[], false;
    /// The site does not say which business runs it.
    BusinessNotOnSite "business_not_on_site": Warns, Applicant, Edit, Note(TIE_NOTE), &[], false;
    /// The business information shows only after a click or after signing in.
    BusinessHidden "business_hidden": Warns, Applicant, Edit, Note("58532177794"), &[], false;
    /// A single proof of the tie, and it is the applicant's own page.
    TieProofThin "tie_proof_thin": Warns, Applicant, Edit, Page("https://github.com/booker-lab/greenhub"), &[], false;
    /// The channel has no introduction or no posts.
    ChannelEmpty "channel_empty": Warns, Applicant, Edit, Page(SHOP_PAGE), &[], false;
    /// Site and channel do not link to each other.
    ChannelUnlinkedSite "channel_unlinked_site": Warns, Applicant, Edit, Page(SHOP_PAGE), &[], false;
    /// What is sold does not fit the business on the certificate.
    ProductsUnlikeBusiness "products_unlike_business": Warns, Applicant, Edit, Note(TIE_NOTE), &[], false;
    /// Everybody can see test goods or expired offers.
    TestDataPublic "test_data_public": Warns, Applicant, Edit, Note("57546653997"), &[], false;
    /// The trade needs a licence, and none is attached.
    LicenceMissing "licence_missing": Warns, Applicant, Edit, Page(CHANNEL_HELP), &[], true;
    /// The licence is in another name.
    LicenceHolderDiffers "licence_holder_differs": Warns, Applicant, Edit, Page(CHANNEL_HELP), &[], false;
    /// No channel is linked.
    NoChannel "no_channel": Blocks, Applicant, LinkChannel, Answer(2), &[35, 54, 76], false;
    /// The channel on the consent screen is not a linked one.
    ChannelNotLinked "channel_not_linked": Blocks, Applicant, Edit, Page("https://developers.kakao.com/docs/ko/kakaologin/dynamic-channel"), &[32, 34], false;
    /// No item is asked for.
    NoItems "no_items": Blocks, Applicant, Edit, Answer(9), &[36], false;
    /// CI is asked for, but nobody verifies identity.
    CiNoAgency "ci_no_agency": Blocks, Applicant, Edit, Page(CI_PAGE), &[44], true;
    /// CI is asked for as required, but identity is not verified at sign-up.
    CiNotAtSignup "ci_not_at_signup": Blocks, Applicant, Edit, Page(CI_PAGE), &[42, 43], true;
    /// The proof for CI is a draft.
    CiDraftEvidence "ci_draft_evidence": Blocks, Applicant, Edit, Page(CI_PAGE), &[46], true;
    /// The own sign-up does not collect the item.
    NotCollected "not_collected": Blocks, Applicant, Edit, Answer(9), &[37, 52], true;
    /// The item is collected, but not at sign-up.
    CollectedLater "collected_later": Blocks, Applicant, Edit, Answer(9), &[37, 52], true;
    /// Asked for as required, collected as optional.
    StageDiffers "stage_differs": Blocks, Applicant, Edit, Answer(9), &[38], true;
    /// The reviewer cannot see any sign-up.
    SignupNotShown "signup_not_shown": Blocks, Applicant, Edit, Page(CI_PAGE), &[56], true;
    /// The sign-up screen lists no items at all.
    SignupListsNothing "signup_lists_nothing": Blocks, Applicant, Edit, Note("66709325931"), &[59], true;
    /// The sign-up screen lists items, but not whether they are required.
    SignupListsNoConditions "signup_lists_no_conditions": Blocks, Applicant, Edit, Note("66709325931"), &[59], true;
    /// The sign-up screen does not name the item.
    SignupLacksItem "signup_lacks_item": Blocks, Applicant, Edit, Note("66709325931"), &[59], true;
    /// The sign-up screen does not say whether the item is required.
    SignupLacksCondition "signup_lacks_condition": Blocks, Applicant, Edit, Note("66709325931"), &[59], true;
    /// There is no privacy policy to look at.
    PrivacyMissing "privacy_missing": Blocks, Applicant, Edit, Note("28199725053"), &[57], true;
    /// The privacy policy does not name the item.
    PolicyLacksItem "policy_lacks_item": Blocks, Applicant, Edit, Page(CI_TERMS_PAGE), &[58], true;
    /// The privacy policy does not say whether the item is required.
    PolicyLacksCondition "policy_lacks_condition": Blocks, Applicant, Edit, Note("66511739679"), &[58], true;
    /// The policy names the item only for orders, enquiries or the like, not for signing up.
    PolicyOtherPurpose "policy_other_purpose": Warns, Applicant, Edit, Page("https://github.com/jcncompany2014-ctrl/FARMERSTAIL"), &[37, 58], true;
    /// A text says another condition than the request.
    TextConditionDiffers "text_condition_differs": Warns, Applicant, Edit, Answer(9), &[38, 58, 59], false;
    /// What was answered is not what the pasted text says.
    AnswerUnlikeText "answer_unlike_text": Warns, Applicant, Edit, Judgement, &[58, 59], false;
    /// A pasted text could not be read.
    TextUnreadable "text_unreadable": Warns, Applicant, Edit, Judgement, &[], false;
    /// The policy has a contact that is plainly made up.
    PolicyPlaceholder "policy_placeholder": Warns, Applicant, Edit, Page("https://github.com/illumin8-dev/richon-academy"), &[], false;
    /// The policy collects at sign-up what the application does not ask for.
    PolicyNamesMore "policy_names_more": Notes, Applicant, Edit, Page("https://github.com/illumin8-dev/richon-academy"), &[37], false;
    /// The policy lacks a part that policies have.
    PolicySectionsMissing "policy_sections_missing": Notes, Applicant, Edit, Judgement, &[], false;
    /// The site's terms of use cannot be found.
    TermsMissing "terms_missing": Warns, Applicant, Edit, Page("https://github.com/booker-lab/greenhub/pull/29"), &[], true;
    /// CI's purpose was not agreed to.
    CiPurposeNotAgreed "ci_purpose_not_agreed": Blocks, Applicant, Edit, Page(CI_TERMS_PAGE), &[45], false;
    /// CI's reason is missing.
    CiReasonMissing "ci_reason_missing": Blocks, Applicant, Edit, Page(CI_TERMS_PAGE), &[45], false;
    /// CI is wanted for something else than comparing members.
    CiPurposeOther "ci_purpose_other": Warns, Applicant, Edit, Page(CI_PAGE), &[45], true;
    /// The purpose of an item is missing.
    PurposeMissing "purpose_missing": Blocks, Applicant, Edit, Note("59131783826"), &[48], true;
    /// A term has no title.
    TermTitleMissing "term_title_missing": Blocks, Applicant, Edit, Note("28199725053"), &[62], false;
    /// A term has no address.
    TermUrlMissing "term_url_missing": Blocks, Applicant, Edit, Note("28199725053"), &[62], false;
    /// A term's tag is missing or has a comma or space.
    TermTagMalformed "term_tag_malformed": Blocks, Applicant, Edit, Page(REST_PAGE), &[63], false;
    /// Two terms have the same tag.
    TermTagTwice "term_tag_twice": Blocks, Applicant, Edit, Page(REST_PAGE), &[63], false;
    /// Extra information without a name.
    ExtraNameMissing "extra_name_missing": Blocks, Applicant, Edit, Answer(9), &[39], false;
    /// More redirect URIs than there may be.
    TooManyRedirects "too_many_redirects": Blocks, Applicant, Edit, Note("69582275790"), &[90], false;
    /// A text is longer than there is room for.
    TooLong "too_long": Blocks, Applicant, Edit, Judgement, &[], false;
    /// A text should be a web address.
    AddressMalformed "address_malformed": Blocks, Applicant, Edit, Judgement, &[], false;
    /// Nobody confirmed that members' data were covered.
    NotMasked "not_masked": Blocks, Applicant, Edit, Page(CHANNEL_HELP), &[60], true;
    /// The declaration is not ticked.
    NotDeclared "not_declared": Blocks, Applicant, Edit, Judgement, &[], false;
    /// The review of the business information is not finished, so the items will wait.
    BusinessReviewPending "business_review_pending": Warns, Wait, Wait, Page(PREREQUISITE_PAGE), &[75], false;
    /// The items are under review; until then their values stay away.
    ItemsInReview "items_in_review": Warns, Wait, Wait, Note("57443625264"), &[75, 77], false;
    /// The login library sends scopes that cannot be used.
    LibrarySendsMore "library_sends_more": Warns, Applicant, Edit, Page(LIBRARY_PAGE), &[88], false;
    /// The code sends a scope before it is approved: every login fails.
    ScopeNotApproved "scope_not_approved": Warns, Applicant, Edit, Note("62907812151"), &[41, 75, 88], false;
    /// The sign-up page opens only after signing in.
    SignupNeedsLogin "signup_needs_login": Warns, Applicant, Edit, Page(CI_PAGE), &[56], true;
    /// Privacy policy or terms need an account to be read.
    PoliciesNotPublic "policies_not_public": Warns, Applicant, Edit, Page("https://github.com/booker-lab/greenhub/pull/29"), &[57], true;
    /// The Kakao button is hidden.
    ButtonHidden "button_hidden": Warns, Applicant, Edit, Page("https://github.com/depromeet/amazing3-fe/pull/110"), &[], false;
    /// Terms and policy are not shown before the Kakao button works.
    SignupTermsHidden "signup_terms_hidden": Warns, Applicant, Edit, Note("55614011048"), &[], true;
    /// People without the value cannot sign up, though it may stay empty.
    RefusesWithoutValue "refuses_without_value": Warns, Applicant, Edit, Page("https://github.com/YAPP-16th/Team_iOS_2_Client/issues/48"), &[51], false;
    /// The site needs the item, but it is asked for as optional.
    OptionalButNeeded "optional_but_needed": Warns, Applicant, Edit, Page("https://github.com/YAPP-16th/Team_iOS_2_Client/issues/48"), &[38, 51], false;
    /// The site tells accounts apart by something people may leave out.
    AccountKeyOptional "account_key_optional": Warns, Applicant, Edit, Page("https://github.com/depromeet/globber-server/issues/101"), &[51], false;
    /// Required without saying why the service is impossible without it.
    RequiredNotJustified "required_not_justified": Warns, Applicant, Edit, Note("66555573812"), &[61], true;
    /// No place in the service uses the item.
    UseMissing "use_missing": Warns, Applicant, Edit, Page("https://github.com/jcncompany2014-ctrl/FARMERSTAIL"), &[], true;
    /// The code sends a scope that is not asked for here.
    ScopeNotRequested "scope_not_requested": Warns, Applicant, Edit, Note("58463034108"), &[88], false;
    /// The code sends the old `profile` scope.
    LegacyScope "legacy_scope": Warns, Applicant, Edit, Page(REST_PAGE), &[55], false;
    /// The code sends a scope that only partners get.
    PartnerScope "partner_scope": Warns, Applicant, Edit, Page(PARTNER_PAGE), &[53], false;
    /// There is no such scope.
    UnknownScope "unknown_scope": Warns, Applicant, Edit, Page(REST_PAGE), &[88], false;
    /// The running service uses another app's keys.
    OtherAppsKeys "other_apps_keys": Warns, Applicant, Edit, Answer(10), &[85], false;
    /// A redirect URI in use is not registered in the same letters.
    RedirectMismatch "redirect_mismatch": Warns, Applicant, Edit, Page("https://github.com/scribejava/scribejava/pull/957"), &[89], false;
    /// The client secret is on, but the code does not send it.
    SecretNotSent "secret_not_sent": Warns, Applicant, Edit, Page("https://github.com/snail5039-code/my-little-restaurant"), &[], false;
    /// Only addresses of a developer's machine are registered.
    RedirectOnlyLocal "redirect_only_local": Warns, Applicant, Edit, Page("https://github.com/mango-tree/vue-kakao-login/issues/3"), &[89, 90], false;
    /// No registered redirect URI is on the service's own domain.
    RedirectOtherDomain "redirect_other_domain": Warns, Applicant, Edit, Page("https://github.com/mango-tree/vue-kakao-login/issues/3"), &[89], false;
    /// Nobody looked at the allowed IP addresses.
    AllowedIpsUnchecked "allowed_ips_unchecked": Warns, Applicant, Edit, Note("58504637248"), &[], false;
    /// No required term: simple signup would have nothing to ask.
    NoRequiredTerm "no_required_term": Warns, Applicant, Edit, Page(REST_PAGE), &[66], false;
    /// The launch is sooner than the reviews usually take.
    LaunchTooEarly "launch_too_early": Warns, Applicant, Edit, Page("https://developers.kakao.com/docs/latest/en/kakaosync/prerequisite"), &[77], false;
    /// The app has no company name.
    AppCompanyMissing "app_company_missing": Warns, AppOwner, ReadAppConversion, Page(APP_PAGE), &[78, 91], false;
    /// The company name is a team's, or the app's own name, not the operator's.
    AppCompanyIsTeam "app_company_is_team": Warns, AppOwner, ReadAppConversion, Page("https://github.com/depromeet/mongsil-iOS/pull/26"), &[78, 91], false;
    /// The app has no category.
    AppCategoryMissing "app_category_missing": Notes, AppOwner, ReadAppConversion, Page(APP_PAGE), &[91], false;
    /// The app's name is not the service's name.
    AppNameDiffers "app_name_differs": Warns, AppOwner, ReadAppConversion, Page(APP_PAGE), &[78], false;
    /// CI without a picture of the verification screen.
    CiCaptureMissing "ci_capture_missing": Warns, Applicant, Edit, Page(CI_PAGE), &[46], true;
    /// The picture shows a development copy.
    NotProduction "not_production": Notes, Applicant, Edit, Judgement, &[46], true;
    /// Members cannot see how to leave.
    WithdrawalMissing "withdrawal_missing": Notes, Applicant, Edit, Judgement, &[], true;
    /// Two items say the same.
    SameTwice "same_twice": Notes, Applicant, Edit, Judgement, &[], false;
    /// A full date of birth needs the year, too.
    BirthdayWithoutYear "birthday_without_year": Notes, Applicant, Edit, Page(REST_PAGE), &[49], false;
    /// An age range proves no age.
    AgeRangeNoProof "age_range_no_proof": Notes, Applicant, Edit, Page(OVER_14_PAGE), &[86], false;
    /// A shipping address where nothing is shipped.
    AddressWithoutDelivery "address_without_delivery": Notes, Applicant, Edit, Judgement, &[], false;
    /// The purpose says nothing about this item.
    PurposeThin "purpose_thin": Notes, Applicant, Edit, Page("https://github.com/reshw/geha-app"), &[48], true;
    /// Required was asked for on a weak reason: optional may be granted instead.
    OptionalMayBeGranted "optional_may_be_granted": Notes, Applicant, Edit, Page("https://github.com/rei1237/codedestiny"), &[61], false;
    /// The same purpose stands at several items.
    PurposeCopied "purpose_copied": Notes, Applicant, Edit, Judgement, &[], false;
    /// A required item may still come back empty.
    MayBeAbsent "may_be_absent": Notes, Applicant, Edit, Page("https://devtalk.kakao.com/t/topic/103801"), &[51], false;
    /// Extra information that Sync can hand over.
    ExtraInSync "extra_in_sync": Notes, Applicant, Edit, Answer(9), &[39], false;
    /// A marketing term without the address it would use.
    MarketingWithoutAddress "marketing_without_address": Notes, Applicant, Edit, Note("28199725053"), &[71], false;
    /// The age term has another tag than the fixed one.
    AgeTermTag "age_term_tag": Notes, Applicant, Edit, Note("28199725053"), &[64], false;
    /// People agree to be 14 or older, but the option that refuses younger accounts is off.
    AgeOptionOff "age_option_off": Notes, Applicant, Edit, Page(OVER_14_PAGE), &[86], false;
    /// A question cannot be answered yet.
    NotKnownYet "not_known_yet": Notes, Applicant, Edit, Judgement, &[], false;
    /// A question is not answered yet.
    NotAnswered "not_answered": Notes, Applicant, Edit, Judgement, &[], false;
    /// Something else; the reviewer's words say what.
    Other "other": Notes, Applicant, Edit, Judgement, &[], true;
}
