//! What was always asked: items, CI, sign-up, service, terms.

use super::{Row, ci, phone};
use crate::app::AppKind;
use crate::business::BusinessReview;
use crate::channel::ChannelState;
use crate::check::tests::sound::file;
use crate::evidence::{Evidence, EvidenceKind, EvidencePage};
use crate::finding::Code::*;
use crate::form::VerificationMoment::{Signup as AtSignup, Use};
use crate::form::*;
use crate::id::ChannelId;
use crate::item::*;

pub(super) const ROWS: &[Row] = &[
    (|d| d.app.kind = Some(AppKind::Basic), AppNotBiz, "app.kind"),
    (
        |d| d.app.kind = Some(AppKind::Individual),
        AppIndividual,
        "app.kind",
    ),
    (
        |d| {
            d.app.business = None;
            d.app.business_review = Some(BusinessReview::NotRequested);
        },
        AppNoBusiness,
        "app.business",
    ),
    (
        |d| d.app.business_review = Some(BusinessReview::InReview),
        BusinessReviewPending,
        "app.business_review",
    ),
    (|d| d.app.icon = Some(false), AppIconMissing, "app.icon"),
    (
        |d| d.app.category.clear(),
        AppCategoryMissing,
        "app.category",
    ),
    (
        |d| d.app.name = "다른 앱".into(),
        AppNameDiffers,
        "app.name",
    ),
    (
        |d| d.channels[0].state = Some(ChannelState::InReview),
        ChannelInReview,
        "channels.ch1",
    ),
    (
        |d| d.channels[0].business.as_mut().unwrap().number = "105-83-00012".into(),
        NumberDiffers,
        "channels.ch1",
    ),
    (
        |d| d.form.channel = Some(ChannelId::parse("other").unwrap()),
        ChannelNotLinked,
        "channel",
    ),
    (|d| d.form.items.clear(), NoItems, "items"),
    (
        |d| phone(d).own_condition = Some(Condition::NotCollected),
        NotCollected,
        "items.phone_number.own_condition",
    ),
    (
        |d| phone(d).own_moment = Some(Moment::Order),
        CollectedLater,
        "items.phone_number.own_moment",
    ),
    (
        |d| phone(d).own_condition = Some(Condition::Optional),
        StageDiffers,
        "items.phone_number.stage",
    ),
    (
        |d| phone(d).stage = Stage::Optional,
        OptionalButNeeded,
        "items.phone_number.stage",
    ),
    (
        |d| phone(d).purpose.clear(),
        PurposeMissing,
        "items.phone_number.purpose",
    ),
    (
        |d| phone(d).justification.clear(),
        OptionalMayBeGranted,
        "items.phone_number.justification",
    ),
    (
        |d| phone(d).used_where.clear(),
        UseMissing,
        "items.phone_number.used_where",
    ),
    (
        |d| phone(d).collect_if_absent = false,
        MayBeAbsent,
        "items.phone_number.collect_if_absent",
    ),
    (
        |d| phone(d).on_signup_screen = Some(Shown::Absent),
        SignupLacksItem,
        "items.phone_number.on_signup_screen",
    ),
    (
        |d| phone(d).on_signup_screen = Some(Shown::WithoutCondition),
        SignupLacksCondition,
        "items.phone_number.on_signup_screen",
    ),
    (
        |d| phone(d).in_privacy_policy = Some(Shown::Absent),
        PolicyLacksItem,
        "items.phone_number.in_privacy_policy",
    ),
    (
        |d| phone(d).in_privacy_policy = Some(Shown::WithoutCondition),
        PolicyLacksCondition,
        "items.phone_number.in_privacy_policy",
    ),
    (
        |d| phone(d).own_condition = None,
        NotAnswered,
        "items.phone_number.own_condition",
    ),
    (
        |d| ci(d, Verification::SmsCode, AtSignup, Stage::Required),
        CiNoAgency,
        "ci.verification",
    ),
    (
        |d| ci(d, Verification::Agency, Use, Stage::Required),
        CiNotAtSignup,
        "items.account_ci.stage",
    ),
    (
        |d| {
            ci(d, Verification::Agency, AtSignup, Stage::Required);
            d.form.evidence[0].kind = Some(EvidenceKind::DesignDraft);
        },
        CiDraftEvidence,
        "evidence.ev1",
    ),
    (
        |d| {
            ci(d, Verification::Agency, AtSignup, Stage::Required);
            d.form.evidence.clear();
        },
        CiCaptureMissing,
        "evidence",
    ),
    (
        |d| {
            ci(d, Verification::Agency, AtSignup, Stage::Required);
            d.form.ci.purpose_agreed = false;
        },
        CiPurposeNotAgreed,
        "ci.purpose_agreed",
    ),
    (
        |d| {
            ci(d, Verification::Agency, AtSignup, Stage::Required);
            d.form.ci.reason.clear();
        },
        CiReasonMissing,
        "ci.reason",
    ),
    (
        |d| {
            d.form.signup.kind = Some(SignupKind::SocialOnly);
            d.form.signup.url.clear();
        },
        SignupNotShown,
        "signup.kind",
    ),
    (|d| d.form.signup.url.clear(), SignupNotShown, "signup.url"),
    (
        |d| d.form.signup.opens_without_login = Some(false),
        SignupNeedsLogin,
        "signup.opens_without_login",
    ),
    (
        |d| d.form.service.privacy_url.clear(),
        PrivacyMissing,
        "service.privacy_url",
    ),
    (
        |d| d.form.service.policies_public = Some(false),
        PoliciesNotPublic,
        "service.policies_public",
    ),
    (
        |d| d.form.service.usable_without_login = Some(false),
        ServiceUnreachable,
        "service.reviewer_access",
    ),
    (
        |d| d.form.service.reviewer_access = Some(ReviewerAccess::SharedKakaoAccount),
        SharedAccount,
        "service.reviewer_access",
    ),
    (
        |d| d.form.service.url = "http://localhost:3000".into(),
        ServiceNotPublic,
        "service.url",
    ),
    (
        |d| d.form.service.url = "byeolha".into(),
        AddressMalformed,
        "service.url",
    ),
    (
        |d| d.form.service.kakao_button_visible = Some(false),
        ButtonHidden,
        "service.kakao_button_visible",
    ),
    (
        |d| d.form.service.withdrawal.clear(),
        WithdrawalMissing,
        "service.withdrawal",
    ),
    (
        |d| d.form.service.business_on_site.trade_name = "별하커피".into(),
        BusinessDiffers,
        "service.business_on_site",
    ),
    (
        |d| d.app.company = "별하 커피 팀".into(),
        BusinessDiffers,
        "service.business_on_certificate",
    ),
    (
        |d| d.form.terms[0].required = false,
        NoRequiredTerm,
        "terms",
    ),
    (
        |d| d.form.terms[0].title_ko.clear(),
        TermTitleMissing,
        "terms.0.title_ko",
    ),
    (
        |d| d.form.terms[0].url.clear(),
        TermUrlMissing,
        "terms.0.url",
    ),
    (
        |d| d.form.terms[0].tag = "a,b".into(),
        TermTagMalformed,
        "terms.0.tag",
    ),
    (
        |d| d.form.terms.push(d.form.terms[0].clone()),
        TermTagTwice,
        "terms.1.tag",
    ),
    (
        |d| {
            let term = Term {
                title_ko: "이메일 마케팅 수신".into(),
                tag: "m".into(),
                ..d.form.terms[0].clone()
            };
            d.form.terms.push(term);
        },
        MarketingWithoutAddress,
        "terms.1.title_ko",
    ),
    (
        |d| d.form.extra.push(ExtraInfo::default()),
        ExtraNameMissing,
        "extra.0",
    ),
    (
        |d| {
            d.form.extra.push(ExtraInfo {
                name: "휴대폰 번호".into(),
                ..ExtraInfo::default()
            });
        },
        ExtraInSync,
        "extra.0",
    ),
    (
        |d| d.form.login.scopes_sent = vec!["gender".into()],
        ScopeNotRequested,
        "login.scopes_sent",
    ),
    (
        |d| d.form.login.account_key = Some(Item::AccountEmail),
        AccountKeyOptional,
        "login.account_key",
    ),
    (
        |d| d.form.login.redirect_uris = vec!["http://localhost/cb".into()],
        RedirectOnlyLocal,
        "login.redirect_uris",
    ),
    (
        |d| d.form.login.redirect_uris = vec!["https://a.example/cb".into(); 11],
        TooManyRedirects,
        "login.redirect_uris",
    ),
    (
        |d| phone(d).used_where = "가".repeat(201),
        TooLong,
        "items.phone_number.used_where",
    ),
    (|d| d.form.declared = false, NotDeclared, "declared"),
    (
        |d| {
            let file = file(EvidenceKind::LiveCapture, EvidencePage::Signup, &[]);
            d.form.evidence = vec![Evidence {
                masked: false,
                ..file
            }];
        },
        NotMasked,
        "evidence.ev1",
    ),
];
