//! A small world to act in: a business with channels and apps in every state, the people around it, and another business.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use contract::client::With;
use contract::{Client, Failure, Kind};
use domain::app::{App, AppKind};
use domain::application::Application;
use domain::business::{Business, BusinessReview, PrintedBusiness};
use domain::channel::{Channel, ChannelState};
use domain::evidence::Media;
use domain::form::{Form, Service, Signup, SignupKind, Term};
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, RoleRequestId, SessionId, UserId};
use domain::item::{Condition, Item, Moment, Shown, Stage};
use domain::link::Link;
use domain::number::with_check_digit;
use domain::role::{AppRole, ChannelRole, Duty, RoleRequest, RoleRequestState, RoleWanted, User};
use domain::time::Time;

use super::shares::{document, share};
use crate::fixed::{AsTheyAre, CountingIds, FixedClock};
use crate::http::hash;
use crate::in_process::InProcess;
use crate::store::{Batch, Change, FileRecord, Session, Store};
use crate::{Backend, router};

/// Noon of a Monday in Seoul.
pub(super) const NOW: &str = "2026-11-23T03:00:00Z";
/// First nine digits of the business, and of another one.
pub(super) const OURS: &str = "999010001";
pub(super) const THEIRS: &str = "999810002";
/// Their tokens are `token-<name>`.
pub(super) const PEOPLE: [&str; 6] = ["owner", "member", "below", "stranger", "other", "reviewer"];
/// A PDF as small as one can be.
pub(super) const PDF: &[u8] = b"%PDF-1.7\n%%EOF\n";

pub(super) struct World {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<FixedClock>,
    door: InProcess,
    keys: AtomicU64,
}

impl World {
    /// The world over an empty store.
    pub(super) async fn new(store: Arc<dyn Store>) -> World {
        let world = World::over(store);
        world.write(everything()).await;
        let file = EvidenceId::parse("ev_1").unwrap();
        world
            .store
            .put_file_bytes(&file, PDF.to_vec())
            .await
            .unwrap();
        world
    }

    /// The same people in front of a store that is filled already.
    pub(super) fn over(store: Arc<dyn Store>) -> World {
        let clock = Arc::new(FixedClock::new(now()));
        let backend = Backend {
            store: store.clone(),
            clock: clock.clone(),
            ids: Arc::new(CountingIds::default()),
            cleaner: Arc::new(AsTheyAre),
            demo: Some(PEOPLE.map(user_id).into()),
            doors: Arc::default(),
        };
        World {
            store,
            clock,
            door: InProcess::new(router(backend)),
            keys: AtomicU64::new(1),
        }
    }

    pub(super) async fn write(&self, changes: Vec<Change>) {
        let batch = Batch {
            changes,
            ..Batch::default()
        };
        self.store.commit(batch).await.unwrap();
    }

    /// The way in for somebody who is not signed in.
    pub(super) fn door(&self) -> InProcess {
        self.door.with_token("")
    }

    /// The way in for one of the people.
    pub(super) fn door_of(&self, who: &str) -> InProcess {
        self.door.with_token(&format!("token-{who}"))
    }

    /// The typed client of one of the people.
    pub(super) fn client(&self, who: &str) -> Client {
        Client::new(Arc::new(self.door_of(who)))
    }

    /// A key that nobody had before.
    pub(super) fn key(&self) -> String {
        format!("key-{:08}", self.keys.fetch_add(1, Ordering::Relaxed))
    }

    pub(super) fn with_key(&self) -> With {
        With {
            version: None,
            key: Some(self.key()),
        }
    }

    pub(super) fn at(&self, version: u64) -> With {
        With {
            version: Some(version),
            key: Some(self.key()),
        }
    }
}

pub(super) fn now() -> Time {
    Time::parse_rfc3339(NOW).unwrap()
}

pub(super) fn user_id(name: &str) -> UserId {
    UserId::parse(name).unwrap()
}
pub(super) fn channel_id(name: &str) -> ChannelId {
    ChannelId::parse(name).unwrap()
}
pub(super) fn app_id(name: &str) -> AppId {
    AppId::parse(name).unwrap()
}
pub(super) fn application_id(name: &str) -> ApplicationId {
    ApplicationId::parse(name).unwrap()
}

/// What the server said was wrong.
pub(super) fn kind<T: std::fmt::Debug>(result: Result<T, Failure>) -> Kind {
    match result {
        Err(Failure::Api(error)) => error.kind,
        other => panic!("a refusal was expected, and there came {other:?}"),
    }
}

pub(super) fn user(name: &str, duty: Duty) -> User {
    User {
        id: user_id(name),
        name: format!("{name} 님"),
        organisation: "별하 커피".into(),
        duty,
    }
}

pub(super) fn session(name: &str, expires_at: Time) -> Change {
    Change::PutSession(Session {
        id: SessionId::parse(&format!("se_{name}")).unwrap(),
        token_hash: hash(&[format!("token-{name}").as_bytes()]),
        user: user_id(name.trim_end_matches("-yesterday")),
        made_at: now(),
        // So late that only its days end it.
        seen_at: expires_at,
        expires_at,
        from: String::new(),
        agent: String::new(),
    })
}

pub(super) fn business(first9: &str) -> Business {
    Business {
        number: with_check_digit(first9).unwrap(),
        trade_name: "별하 커피".into(),
        representative: "김하린".into(),
    }
}

pub(super) fn channel(id: &str, name: &str, state: ChannelState, number: Option<&str>) -> Channel {
    Channel {
        id: channel_id(id),
        name: name.into(),
        search_id: id.replace(['_', '-'], ""),
        public_id: format!("_{id}"),
        state,
        business: number.map(business),
        version: 1,
    }
}

pub(super) fn app(id: &str, name: &str, number: &str) -> App {
    App {
        id: app_id(id),
        number: super::directory::number(id),
        name: name.into(),
        company: "별하 커피".into(),
        category: "쇼핑".into(),
        icon: true,
        kind: AppKind::Biz,
        blocked: false,
        kakao_login: true,
        business: Some(business(number)),
        business_review: BusinessReview::Approved,
        version: 1,
    }
}

pub(super) fn link(app: &str, channel: &str, slot: u8) -> Link {
    Link {
        app: app_id(app),
        channel: channel_id(channel),
        slot,
        representative: slot == 0,
        linked_at: now(),
    }
}

/// Owner, member and below on something of ours.
pub(super) fn channel_roles(channel: &str) -> [Change; 3] {
    let role = |who, role| Change::SetChannelRole(user_id(who), channel_id(channel), role);
    [
        role("owner", ChannelRole::Master),
        role("member", ChannelRole::Manager),
        role("below", ChannelRole::Below),
    ]
}

pub(super) fn app_roles(app: &str) -> [Change; 3] {
    let role = |who, role| Change::SetAppRole(user_id(who), app_id(app), role);
    [
        role("owner", AppRole::Owner),
        role("member", AppRole::Editor),
        role("below", AppRole::Below),
    ]
}

/// A form that nobody could object to, for an app linked to `ch_a`.
pub(super) fn sound_form() -> Form {
    let request = |purpose: &str| domain::form::ItemRequest {
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
    let printed = PrintedBusiness::from(&business(OURS));
    Form {
        items: [
            (Item::Name, request("주문 상태를 알립니다")),
            (Item::PhoneNumber, request("배송 기사가 전화합니다")),
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
            business_on_site: printed.clone(),
            business_on_certificate: printed,
            ..Service::default()
        },
        terms: vec![Term {
            title_ko: "이용약관".into(),
            url: "https://byeolha.example/terms".into(),
            tag: "service_20260101".into(),
            required: true,
            ..Term::default()
        }],
        channel: Some(channel_id("ch_a")),
        declared: true,
        ..Form::default()
    }
}

/// An application with a sound form: a draft, or submitted, or opened by the reviewer.
fn application(id: &str, app_name: &str, steps: u8) -> Change {
    let mut application = Application::draft(
        application_id(id),
        app_id(app_name),
        user_id("member"),
        now(),
    );
    application
        .edit(sound_form(), user_id("member"), now())
        .unwrap();
    if steps > 0 {
        let receipt = || format!("S-2025-{id}");
        let (by, at) = (user_id("member"), now());
        application
            .submit(document(app_name), Vec::new(), receipt, by, at)
            .unwrap();
    }
    if steps > 1 {
        application.open(user_id("reviewer"), now()).unwrap();
    }
    Change::PutApplication(Box::new(application))
}

fn everything() -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    for name in PEOPLE {
        let duty = if name == "reviewer" {
            Duty::Reviewer
        } else {
            Duty::Applicant
        };
        all.push(Change::PutUser(user(name, duty)));
        all.push(session(name, now().plus_days(1)));
    }
    all.push(session("owner-yesterday", now().plus_days(-1)));
    for (id, name, state, number) in [
        ("ch_a", "별하 커피", ChannelState::Business, Some(OURS)),
        (
            "ch_a2",
            "별하 커피 강남점",
            ChannelState::Business,
            Some(OURS),
        ),
        ("ch_plain", "별하 소식", ChannelState::Plain, None),
        (
            "ch_wrong",
            "별하 원두",
            ChannelState::Business,
            Some(THEIRS),
        ),
    ] {
        all.push(Change::PutChannel(channel(id, name, state, number)));
        all.extend(channel_roles(id));
    }
    all.push(Change::PutChannel(channel(
        "ch_other",
        "달빛 약국",
        ChannelState::Business,
        Some(THEIRS),
    )));
    let other = user_id("other");
    all.push(Change::SetChannelRole(
        other.clone(),
        channel_id("ch_other"),
        ChannelRole::Master,
    ));
    for id in ["app_a", "app_new", "app_open", "app_sub"] {
        let name = if id == "app_new" {
            "별하 새 앱"
        } else {
            "별하 주문"
        };
        all.push(Change::PutApp(app(id, name, OURS)));
        all.extend(app_roles(id));
    }
    all.push(Change::PutApp(app("app_other", "달빛 처방", THEIRS)));
    all.push(Change::SetAppRole(
        other,
        app_id("app_other"),
        AppRole::Owner,
    ));
    all.extend(["app_a", "app_open", "app_sub"].map(|app| Change::PutLink(link(app, "ch_a", 0))));
    all.push(application("ap_draft", "app_a", 0));
    all.push(application("ap_sub", "app_sub", 1));
    all.push(application("ap_open", "app_open", 2));
    all.push(Change::PutRoleRequest(RoleRequest {
        id: RoleRequestId::parse("rr_1").unwrap(),
        by: user_id("stranger"),
        wanted: RoleWanted::ChannelManager {
            channel: channel_id("ch_a"),
        },
        note: String::new(),
        state: RoleRequestState::Open,
        asked_at: now(),
        decided_at: None,
        version: 1,
    }));
    all.push(Change::PutShare(Box::new(share("sh_1", "see_1"))));
    all.push(Change::PutFile(FileRecord {
        id: EvidenceId::parse("ev_1").unwrap(),
        application: application_id("ap_draft"),
        name: "가입 화면.pdf".into(),
        media: Media::Pdf,
        bytes: u64::try_from(PDF.len()).unwrap(),
        sha256: hash(&[PDF]),
        uploaded_at: now(),
    }));
    all
}
