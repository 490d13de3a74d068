//! What a plain copy of the console would not ask: the tie, the business in public, roles, the login.

use super::{Row, ask, ci, phone};
use crate::app::AppKind;
use crate::business::{BusinessReview, PrintedBusiness};
use crate::channel::ChannelState;
use crate::check::tests::sound::file;
use crate::evidence::{EvidenceKind, EvidencePage};
use crate::finding::Code::*;
use crate::form::*;
use crate::item::*;
use crate::role::{AppRole as MyAppRole, ChannelRole as MyChannelRole};

use crate::application::{Document, Goal};

/// A channel that is called otherwise than the business and has not been judged, on a site that shows the business and ties it.
fn open(document: &mut Document) {
    let channel = &mut document.channels[0];
    channel.name = "밤하늘 산책".into();
    channel.state = None;
    let form = &mut document.form;
    form.service.business_shown_at = Some(BusinessShown::EveryPage);
    form.tie = Tie {
        linking_sentence: "별하 커피는 밤하늘 산책을 운영합니다".into(),
        proofs: [PublicProof::Footer, PublicProof::PlaceListing].into(),
        introduction: Some(true),
        posts: Some(true),
        site_links_to_channel: Some(true),
        channel_links_to_site: Some(true),
        products_match: Some(true),
        ..Tie::default()
    };
}

fn no_business(document: &mut Document) {
    document.app.business = None;
    document.app.business_review = None;
    document.channels[0].business = None;
    document.form.service.business_on_certificate = PrintedBusiness::default();
    document.form.service.business_on_site = PrintedBusiness::default();
}

fn only_email(document: &mut Document) {
    no_business(document);
    document.app.kind = Some(AppKind::Basic);
    document.channels.clear();
    document.form.channel = None;
    let request = phone(document).clone();
    document.form.items = [(Item::AccountEmail, request)].into();
}

pub(super) const ROWS: &[Row] = &[
    (only_email, EmailNeedsBizApp, "app.kind"),
    (
        |d| {
            no_business(d);
            d.app.kind = None;
        },
        NoBusiness,
        "app.business",
    ),
    (
        |d| d.app.my_role = Some(MyAppRole::Below),
        AppRole,
        "app.role",
    ),
    (
        |d| {
            d.app.my_role = Some(MyAppRole::Editor);
            d.app.business_review = Some(BusinessReview::NotRequested);
        },
        OwnerMustConvert,
        "app.role",
    ),
    (
        |d| {
            d.app.kind = None;
            d.app.identity_checked = Some(false);
        },
        IdentityNotChecked,
        "app.identity_checked",
    ),
    (|d| d.app.company.clear(), AppCompanyMissing, "app.company"),
    (
        |d| {
            only_email(d);
            d.app.kind = None;
            d.app.company = "3조".into();
        },
        AppCompanyIsTeam,
        "app.company",
    ),
    (
        |d| d.app.items_review = Some(BusinessReview::InReview),
        ItemsInReview,
        "app.items_review",
    ),
    (
        |d| d.channels[0].my_role = Some(MyChannelRole::Below),
        ChannelRole,
        "channels.ch1",
    ),
    (
        |d| d.channels[0].dormant = Some(true),
        ChannelDormant,
        "channels.ch1",
    ),
    (
        |d| {
            d.goal = Goal::Channel;
            d.channels[0].state = Some(ChannelState::Plain);
            d.channels[0].my_role = Some(MyChannelRole::Manager);
            d.form.tie.introduction = Some(true);
            d.form.tie.posts = Some(true);
            d.form.tie.site_links_to_channel = Some(true);
            d.form.tie.products_match = Some(true);
        },
        MasterMustConvert,
        "channels.ch1",
    ),
    (
        |d| d.channels[0].state = Some(ChannelState::Plain),
        ChannelPlain,
        "channels.ch1",
    ),
    (
        |d| d.channels[0].state = Some(ChannelState::Rejected),
        ChannelRejected,
        "channels.ch1",
    ),
    (
        |d| d.channels[0].state = Some(ChannelState::Deleting),
        ChannelDeleting,
        "channels.ch1",
    ),
    (
        |d| {
            d.channels.clear();
            d.form.channel = None;
        },
        NoChannel,
        "channels",
    ),
    (
        |d| d.form.service.business_on_site.number = "105-83-00013".into(),
        NumberMalformed,
        "service.business_on_site",
    ),
    (
        |d| d.form.service.business_same_on_pages = Some(false),
        BusinessUnlikePages,
        "service.business_same_on_pages",
    ),
    (
        |d| {
            open(d);
            d.form.tie.linking_sentence.clear();
            d.form.tie.proofs.clear();
        },
        ChannelTieMissing,
        "tie.linking_sentence",
    ),
    (
        |d| {
            open(d);
            d.form.tie.proofs = [PublicProof::Footer].into();
            d.form.tie.products_match = Some(false);
        },
        TieProofThin,
        "tie.proofs",
    ),
    (
        |d| d.form.service.business_shown_at = Some(BusinessShown::Nowhere),
        BusinessNotOnSite,
        "service.business_shown_at",
    ),
    (
        |d| d.form.service.business_shown_at = Some(BusinessShown::AfterClick),
        BusinessHidden,
        "service.business_shown_at",
    ),
    (
        |d| {
            open(d);
            d.form.tie.introduction = Some(false);
        },
        ChannelEmpty,
        "tie.introduction",
    ),
    (
        |d| {
            open(d);
            d.form.tie.site_links_to_channel = Some(false);
        },
        ChannelUnlinkedSite,
        "tie.site_links_to_channel",
    ),
    (
        |d| {
            open(d);
            d.form.tie.products_match = Some(false);
        },
        ProductsUnlikeBusiness,
        "tie.products_match",
    ),
    (
        |d| d.form.service.test_data_public = Some(true),
        TestDataPublic,
        "service.test_data_public",
    ),
    (
        |d| {
            d.form.service.licensed_trade = Some(LicensedTrade::Massage);
            d.form.service.licence_holder_same = Some(true);
        },
        LicenceMissing,
        "service.licensed_trade",
    ),
    (
        |d| {
            d.form.service.licensed_trade = Some(LicensedTrade::Massage);
            d.form.service.licence_holder_same = Some(false);
            d.form.evidence = vec![file(EvidenceKind::LiveCapture, EvidencePage::Licence, &[])];
        },
        LicenceHolderDiffers,
        "service.licence_holder_same",
    ),
    (
        |d| {
            d.form.signup.screen_lists = Some(Shown::Absent);
            for request in d.form.items.values_mut() {
                request.on_signup_screen = None;
            }
        },
        SignupListsNothing,
        "signup.screen_lists",
    ),
    (
        |d| {
            d.form.signup.screen_lists = Some(Shown::WithoutCondition);
            for request in d.form.items.values_mut() {
                request.on_signup_screen = None;
            }
        },
        SignupListsNoConditions,
        "signup.screen_lists",
    ),
    (
        |d| d.form.signup.shows_terms = Some(false),
        SignupTermsHidden,
        "signup.shows_terms",
    ),
    (
        |d| {
            d.form.service.terms_url.clear();
            d.form.terms[0].url.clear();
            d.form.terms[0].tag = AGE_TERM_TAG.into();
            d.form.over_14 = true;
        },
        TermsMissing,
        "service.terms_url",
    ),
    (
        |d| d.form.service.can_withdraw = Some(false),
        WithdrawalMissing,
        "service.can_withdraw",
    ),
    (
        |d| {
            ci(
                d,
                Verification::Agency,
                VerificationMoment::Signup,
                Stage::Required,
            );
            d.form.ci.reason = "혜택을 더 드립니다".into();
            d.form.items.get_mut(&Item::AccountCi).unwrap().purpose = "혜택을 드립니다".into();
        },
        CiPurposeOther,
        "ci.reason",
    ),
    (
        |d| {
            ask(d, Item::Gender, "성별에 맞는 음료를 권합니다")
                .justification
                .clear();
        },
        RequiredNotJustified,
        "items.gender.justification",
    ),
    (
        |d| {
            ask(d, Item::Gender, "회원가입을 위해");
        },
        PurposeThin,
        "items.gender.purpose",
    ),
    (
        |d| {
            for item in [Item::Gender, Item::Birthyear, Item::Birthday] {
                ask(d, item, "알맞은 음료를 권합니다");
            }
        },
        PurposeCopied,
        "items",
    ),
    (
        |d| {
            ask(d, Item::AgeRange, "연령에 따라 음료를 권합니다");
            ask(d, Item::Birthyear, "태어난 해에 맞춰 쿠폰을 드립니다");
        },
        SameTwice,
        "items.age_range.stage",
    ),
    (
        |d| {
            ask(d, Item::Birthday, "생년월일로 성인인지 확인합니다");
        },
        BirthdayWithoutYear,
        "items.birthday.stage",
    ),
    (
        |d| {
            ask(d, Item::AgeRange, "성인인지 확인합니다");
        },
        AgeRangeNoProof,
        "items.age_range.purpose",
    ),
    (
        |d| {
            let request = ask(d, Item::ShippingAddress, "사는 곳을 통계로 봅니다");
            request.used_where = "통계 화면".into();
            request.justification = "사는 곳을 알아야 통계를 낼 수 있습니다".into();
        },
        AddressWithoutDelivery,
        "items.shipping_address.purpose",
    ),
];
