//! Who and what the proofs act with: a few people, and brands that are all made alike.

use backend::store::Change;
use domain::app::{App, AppKind};
use domain::business::{Business, BusinessReview, PrintedBusiness};
use domain::channel::{Channel, ChannelState};
use domain::form::{Form, ItemRequest, Service, Signup, SignupKind, Term};
use domain::id::{AppId, ChannelId, UserId};
use domain::item::{Condition, Item, Moment, Shown, Stage};
use domain::link::Link;
use domain::number::with_check_digit;
use domain::role::{AppRole, ChannelRole, Duty, User};
use domain::time::Time;

/// An owner and master, a manager and editor, somebody below both, somebody with nothing, two reviewers, an operator. They have the names of demo
/// people, so that they can sign in at a server with the demo data, too.
pub(crate) const PEOPLE: [&str; 7] = [
    "harin", "doyun", "seojin", "saebom", "yuna", "junho", "gunwoo",
];
pub(crate) const OWNER: usize = 0;
pub(crate) const EDITOR: usize = 1;
pub(crate) const BELOW: usize = 2;
pub(crate) const STRANGER: usize = 3;
pub(crate) const REVIEWERS: [usize; 2] = [4, 5];
pub(crate) const OPERATOR: usize = 6;

/// A PDF as small as one can be; `n` makes it another one.
pub(crate) fn pdf(n: usize) -> Vec<u8> {
    format!("%PDF-1.7\n%{n}\n%%EOF\n").into_bytes()
}

pub(crate) fn now() -> Time {
    crate::place::now()
}

pub(crate) fn user(n: usize) -> UserId {
    UserId::parse(PEOPLE[n]).unwrap()
}

pub(crate) fn app_id(brand: usize) -> AppId {
    AppId::parse(&format!("app_t{brand}")).unwrap()
}

pub(crate) fn channel_id(brand: usize, n: usize) -> ChannelId {
    ChannelId::parse(&format!("ch_t{brand}-{n}")).unwrap()
}

pub(crate) fn people() -> Vec<Change> {
    let people = PEOPLE.iter().enumerate().map(|(n, name)| {
        let duty = if REVIEWERS.contains(&n) {
            Duty::Reviewer
        } else if n == OPERATOR {
            Duty::Operator
        } else {
            Duty::Applicant
        };
        Change::PutUser(User {
            id: user(n),
            name: format!("{name} 님"),
            organisation: "한마을".into(),
            duty,
        })
    });
    people.collect()
}

/// The business of a brand; `edition` is another number.
pub(crate) fn business(brand: usize, edition: usize) -> Business {
    let first9 = format!("{}{:04}", 99_901 + edition, brand % 10_000);
    Business {
        number: with_check_digit(&first9).unwrap(),
        trade_name: format!("한마을 {brand}호"),
        representative: "한가람".into(),
    }
}

pub(crate) fn channel(brand: usize, n: usize) -> Channel {
    const NAMES: [&str; 8] = [
        "커피", "서점", "꽃집", "빵집", "학원", "약국", "식당", "공방",
    ];
    Channel {
        id: channel_id(brand, n),
        name: format!("한마을 {} {brand}-{n}", NAMES[n % NAMES.len()]),
        search_id: format!("town{brand}x{n}"),
        public_id: format!("_t{brand}x{n}"),
        state: ChannelState::Business,
        business: Some(business(brand, 0)),
        version: 1,
    }
}

pub(crate) fn app(brand: usize) -> App {
    App {
        id: app_id(brand),
        number: 700_000 + u64::try_from(brand).unwrap(),
        name: format!("한마을 앱 {brand}"),
        company: "한마을".into(),
        category: "쇼핑".into(),
        icon: true,
        kind: AppKind::Biz,
        blocked: false,
        kakao_login: true,
        business: Some(business(brand, 0)),
        business_review: BusinessReview::Approved,
        version: 1,
    }
}

/// An app and so many channels of one business, of which the first is linked where `linked` says so.
pub(crate) fn brand(number: usize, channels: usize, linked: bool) -> Vec<Change> {
    let mut all = vec![Change::PutApp(app(number))];
    for (who, role) in [
        (0, AppRole::Owner),
        (1, AppRole::Editor),
        (2, AppRole::Below),
    ] {
        all.push(Change::SetAppRole(user(who), app_id(number), role));
    }
    for n in 0..channels {
        all.push(Change::PutChannel(channel(number, n)));
        for (who, role) in [
            (0, ChannelRole::Master),
            (1, ChannelRole::Manager),
            (2, ChannelRole::Below),
        ] {
            all.push(Change::SetChannelRole(
                user(who),
                channel_id(number, n),
                role,
            ));
        }
    }
    if linked {
        all.push(Change::PutLink(Link {
            app: app_id(number),
            channel: channel_id(number, 0),
            slot: 0,
            representative: true,
            linked_at: now(),
        }));
    }
    all
}

/// A form that nobody could object to, for a brand whose first channel is linked. The text stands in two places: half of a write
/// would show.
pub(crate) fn form(brand: usize, text: &str) -> Form {
    let request = |purpose: &str| ItemRequest {
        stage: Stage::Required,
        purpose: purpose.into(),
        justification: "주문자를 알 수 없으면 배송할 수 없습니다".into(),
        collect_if_absent: true,
        if_absent: None,
        own_condition: Some(Condition::Required),
        own_moment: Some(Moment::Signup),
        used_where: "주문 화면".into(),
        on_signup_screen: Some(Shown::WithCondition),
        in_privacy_policy: Some(Shown::WithCondition),
    };
    let printed = PrintedBusiness::from(&business(brand, 0));
    Form {
        items: [
            (Item::Name, request("주문 상태를 알립니다")),
            (Item::PhoneNumber, request("배송 기사가 전화합니다")),
        ]
        .into(),
        signup: Signup {
            kind: Some(SignupKind::OwnPage),
            url: "https://town.example/join".into(),
            opens_without_login: Some(true),
            ..Signup::default()
        },
        service: Service {
            name: format!("한마을 {text}"),
            url: "https://town.example".into(),
            launched: Some(true),
            usable_without_login: Some(true),
            kakao_button_visible: Some(true),
            privacy_url: "https://town.example/privacy".into(),
            terms_url: "https://town.example/terms".into(),
            policies_public: Some(true),
            withdrawal: format!("내 정보 > 탈퇴 {text}"),
            business_on_site: printed.clone(),
            business_on_certificate: printed,
            ..Service::default()
        },
        terms: vec![Term {
            title_ko: "이용약관".into(),
            url: "https://town.example/terms".into(),
            tag: "service_20260101".into(),
            required: true,
            ..Term::default()
        }],
        channel: Some(channel_id(brand, 0)),
        declared: true,
        ..Form::default()
    }
}
