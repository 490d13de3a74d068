//! Application forms as a careful applicant fills them in.

use domain::app::App;
use domain::business::PrintedBusiness;
use domain::channel::Channel;
use domain::evidence::{Evidence, EvidenceKind, EvidencePage};
use domain::form::{
    AGE_TERM_TAG, Ci, ExtraInfo, Form, IfAbsent, ItemRequest, Login, Service, Signup, SignupKind,
    Term, Verification, VerificationMoment,
};
use domain::id::EvidenceId;
use domain::item::{Condition, Item, Moment, Shown, Stage};

use super::seed::sure;

/// A form that nobody could object to, for an app whose site is at `slug`, asking for these items.
pub(super) fn sound(app: &App, channel: &Channel, slug: &str, items: &[(Item, Stage)]) -> Form {
    let site = format!("https://{slug}.example");
    let shows: Vec<Item> = items.iter().map(|(item, _)| *item).collect();
    let has_ci = shows.contains(&Item::AccountCi);
    let mut evidence = vec![file(slug, "join", EvidencePage::Signup, &shows)];
    if has_ci {
        evidence.push(file(
            slug,
            "identity",
            EvidencePage::Verification,
            &[Item::AccountCi],
        ));
    }
    Form {
        items: items
            .iter()
            .map(|(item, stage)| (*item, request(*item, *stage)))
            .collect(),
        ci: if has_ci { verified() } else { Ci::default() },
        signup: Signup {
            kind: Some(SignupKind::OwnPage),
            url: format!("{site}/join"),
            opens_without_login: Some(true),
            ..Signup::default()
        },
        service: service(app, &site),
        login: Login {
            redirect_uris: vec![format!("{site}/auth/kakao/callback")],
            ..Login::default()
        },
        terms: terms(&site, items),
        extra: vec![ExtraInfo {
            name: "관심 있는 소식".into(),
            required: false,
            url: format!("{site}/welcome"),
        }],
        channel: Some(channel.id.clone()),
        over_14: true,
        evidence,
        declared: true,
        ..Form::default()
    }
}

/// A file of the application of that site; all of them are the same drawing.
pub(super) fn file(slug: &str, part: &str, page: EvidencePage, shows: &[Item]) -> Evidence {
    let (name, description) = match page {
        EvidencePage::Signup => (
            "가입-화면.png",
            "가입 화면: 항목마다 (필수) 또는 (선택)을 적었습니다",
        ),
        EvidencePage::PrivacyPolicy => ("개인정보처리방침.png", "수집 항목과 조건을 적은 표"),
        EvidencePage::Verification => (
            "본인인증-화면.png",
            "가입 중에 본인확인기관으로 인증하는 화면",
        ),
        EvidencePage::ServiceFlow => ("이용-흐름.png", "가입부터 탈퇴까지의 화면"),
        EvidencePage::Licence => ("인허가증.png", "업종 인허가증"),
    };
    Evidence {
        id: sure(EvidenceId::parse(&format!("ev_{slug}_{part}")).ok()),
        name: name.into(),
        kind: Some(EvidenceKind::LiveCapture),
        page: Some(page),
        shows: shows.to_vec(),
        masked: true,
        production: Some(true),
        marks: Vec::new(),
        description: description.into(),
    }
}

/// An item, asked for exactly as the own sign-up collects it.
fn request(item: Item, stage: Stage) -> ItemRequest {
    let required = stage == Stage::Required;
    let (purpose, justification, used_where) = words(item);
    ItemRequest {
        stage,
        purpose: purpose.into(),
        justification: if required {
            justification.into()
        } else {
            String::new()
        },
        collect_if_absent: required,
        if_absent: (!required).then_some(IfAbsent::GoOn),
        own_condition: Some(if required {
            Condition::Required
        } else {
            Condition::Optional
        }),
        own_moment: Some(Moment::Signup),
        used_where: used_where.into(),
        on_signup_screen: Some(Shown::WithCondition),
        in_privacy_policy: Some(Shown::WithCondition),
    }
}

/// Purpose, why it has to be required, and place of use.
fn words(item: Item) -> (&'static str, &'static str, &'static str) {
    match item {
        Item::Profile => ("회원 화면에 부를 이름을 보여 줍니다", "", "내 정보, 후기"),
        Item::AccountEmail => (
            "영수증과 변경 안내를 보냅니다",
            "영수증을 보낼 곳이 없으면 결제를 마칠 수 없습니다",
            "영수증 메일",
        ),
        Item::PhoneNumber => (
            "주문과 예약 상태를 알립니다",
            "연락이 닿지 않으면 주문이나 예약을 이행할 수 없습니다",
            "주문·예약 알림",
        ),
        Item::Name => (
            "주문자와 예약자를 확인합니다",
            "이름이 없으면 누구의 주문인지 가릴 수 없습니다",
            "주문 내역, 고객 문의",
        ),
        Item::Gender => (
            "성별에 맞는 상품을 먼저 보여 줍니다",
            "성별이 다르면 이용할 수 없는 시설입니다",
            "추천 상품",
        ),
        Item::AccountCi => (
            "기존 회원과 같은 사람인지 대조합니다",
            "같은 사람이 두 번 가입하면 적립금이 나뉩니다",
            "적립금 합치기",
        ),
        Item::Birthday => (
            "생일 쿠폰을 보냅니다",
            "생일에만 쓸 수 있는 이용권을 드립니다",
            "생일 쿠폰",
        ),
        Item::Birthyear => (
            "만 14세 이상인지 확인합니다",
            "만 14세 미만은 가입을 받지 않아 태어난 해를 알아야 합니다",
            "가입 화면의 나이 확인",
        ),
        Item::AgeRange => (
            "나이대에 맞는 소식을 고릅니다",
            "나이대별로 요금이 다릅니다",
            "소식지",
        ),
        Item::ShippingAddress => (
            "주문한 상품을 보냅니다",
            "받을 곳이 없으면 배송할 수 없습니다",
            "주문서",
        ),
    }
}

/// Identity verified by an agency while signing up.
fn verified() -> Ci {
    Ci {
        purpose_agreed: true,
        reason: "매장에서 본인인증으로 가입한 회원과 대조하여 적립금을 하나로 합칩니다".into(),
        verification: Some(Verification::Agency),
        verified_at: Some(VerificationMoment::Signup),
        provider: "가나다 본인확인".into(),
    }
}

/// A running service that prints the same business information as its certificate.
fn service(app: &App, site: &str) -> Service {
    let business = app
        .business
        .as_ref()
        .map(PrintedBusiness::from)
        .unwrap_or_default();
    Service {
        name: app.name.clone(),
        url: site.to_owned(),
        launched: Some(true),
        usable_without_login: Some(true),
        kakao_button_visible: Some(true),
        privacy_url: format!("{site}/privacy"),
        terms_url: format!("{site}/terms"),
        policies_public: Some(true),
        withdrawal: "내 정보 > 회원 탈퇴".into(),
        business_on_site: business.clone(),
        business_on_certificate: business,
        ..Service::default()
    }
}

/// The terms that sites have: age, use, personal information; marketing where there is an address for it.
fn terms(site: &str, items: &[(Item, Stage)]) -> Vec<Term> {
    let term = |title_ko: &str, title_en: &str, path: &str, tag: &str, required| Term {
        title_ko: title_ko.into(),
        title_en: title_en.into(),
        url: if path.is_empty() {
            String::new()
        } else {
            format!("{site}{path}")
        },
        tag: tag.into(),
        required,
    };
    let mut terms = vec![
        term(
            "만 14세 이상입니다",
            "I am 14 or older",
            "",
            AGE_TERM_TAG,
            true,
        ),
        term(
            "이용약관",
            "Terms of use",
            "/terms",
            "service_20260401",
            true,
        ),
        term(
            "개인정보 수집·이용 동의",
            "Collection and use of personal information",
            "/privacy/collect",
            "privacy_20260401",
            true,
        ),
    ];
    let asks = |wanted: Item| items.iter().any(|(item, _)| *item == wanted);
    if asks(Item::AccountEmail) {
        terms.push(term(
            "이메일 마케팅 수신 동의",
            "Marketing by e-mail",
            "/terms/email",
            "email_20260401",
            false,
        ));
    }
    if asks(Item::PhoneNumber) {
        terms.push(term(
            "문자 마케팅 수신 동의",
            "Marketing by text message",
            "/terms/sms",
            "sms_20260401",
            false,
        ));
    }
    terms
}
