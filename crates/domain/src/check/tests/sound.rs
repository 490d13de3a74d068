//! An application that nobody could object to, to be spoilt in one place at a time.

use crate::app::AppKind;
use crate::application::{AppFacts, ChannelFacts, Document, Format, Goal};
use crate::business::{BusinessReview, PrintedBusiness};
use crate::channel::ChannelState;
use crate::evidence::{Evidence, EvidenceKind, EvidencePage};
use crate::form::*;
use crate::id::{ChannelId, EvidenceId};
use crate::item::*;

/// An application that nobody could object to.
pub(super) fn sound() -> Document {
    let business = || PrintedBusiness {
        number: "999-01-99990".into(),
        trade_name: "별하 커피".into(),
        representative: "김하린".into(),
        address: String::new(),
    };
    let request = || ItemRequest {
        stage: Stage::Required,
        purpose: "주문 상태를 알립니다".into(),
        justification: "주문자를 알 수 없으면 배송할 수 없습니다".into(),
        collect_if_absent: true,
        if_absent: None,
        own_condition: Some(Condition::Required),
        own_moment: Some(Moment::Signup),
        used_where: "주문 화면".into(),
        on_signup_screen: Some(Shown::WithCondition),
        in_privacy_policy: Some(Shown::WithCondition),
    };
    Document {
        format: Format::V1,
        goal: Goal::Sync,
        app: AppFacts {
            name: "별하 주문".into(),
            company: "별하 커피".into(),
            category: "쇼핑".into(),
            icon: Some(true),
            kind: Some(AppKind::Biz),
            kakao_login: true,
            business: Some(business()),
            business_review: Some(BusinessReview::Approved),
            ..AppFacts::default()
        },
        channels: vec![ChannelFacts {
            id: ChannelId::parse("ch1").unwrap(),
            name: "별하 커피".into(),
            state: Some(ChannelState::Business),
            business: Some(business()),
            representative: true,
            dormant: None,
            my_role: None,
        }],
        form: Form {
            items: [
                (Item::Name, request()),
                (
                    Item::PhoneNumber,
                    ItemRequest {
                        purpose: "배송 기사가 전화합니다".into(),
                        ..request()
                    },
                ),
            ]
            .into(),
            signup: Signup {
                kind: Some(SignupKind::OwnPage),
                url: "https://byeolha.example/join".into(),
                opens_without_login: Some(true),
                ..Signup::default()
            },
            service: Service {
                name: "별하 주문".into(),
                url: "https://byeolha.example".into(),
                launched: Some(true),
                usable_without_login: Some(true),
                kakao_button_visible: Some(true),
                privacy_url: "https://byeolha.example/privacy".into(),
                terms_url: "https://byeolha.example/terms".into(),
                policies_public: Some(true),
                withdrawal: "내 정보 > 탈퇴".into(),
                business_on_site: business(),
                business_on_certificate: business(),
                ..Service::default()
            },
            terms: vec![Term {
                title_ko: "이용약관".into(),
                url: "https://byeolha.example/terms".into(),
                tag: "service_20260101".into(),
                required: true,
                ..Term::default()
            }],
            channel: Some(ChannelId::parse("ch1").unwrap()),
            declared: true,
            ..Form::default()
        },
    }
}

pub(super) fn file(kind: EvidenceKind, page: EvidencePage, shows: &[Item]) -> Evidence {
    Evidence {
        id: EvidenceId::parse("ev1").unwrap(),
        name: "화면.png".into(),
        kind: Some(kind),
        page: Some(page),
        shows: shows.to_vec(),
        masked: true,
        production: None,
        marks: Vec::new(),
        description: String::new(),
    }
}
