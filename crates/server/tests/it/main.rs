//! Tests of the server from outside: its store, its files, its command line.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

mod backup;
mod check_config;
#[path = "../support/postgres.rs"]
mod cluster;
mod command;
mod config;
mod conformance;
mod console;
mod deploy;
mod locks;
mod looking;
mod nodes;
mod opening;
mod outlines;
mod paging;
mod parity;
mod patience;
mod postgres;
mod record;
mod serve;
mod store;
mod watching;

use backend::store::{Answer, Batch, Change, FileRecord, Store as _};
use domain::app::{App, AppKind};
use domain::application::Application;
use domain::business::{Business, BusinessReview};
use domain::channel::{Channel, ChannelState};
use domain::evidence::Media;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, UserId};
use domain::link::Link;
use domain::number::with_check_digit;
use domain::role::{Duty, User};
use domain::time::Time;
use server::store::SqliteStore;
use tempfile::TempDir;

/// The present in all tests.
fn now() -> Time {
    "2026-11-23T06:00:00Z".parse().unwrap()
}

/// A new database in a folder of its own, which goes with the folder.
async fn fresh() -> (TempDir, SqliteStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path(), now()).await.unwrap();
    (folder, store)
}

async fn write(store: &SqliteStore, changes: Vec<Change>) {
    store.commit(batch(changes)).await.unwrap();
}

fn batch(changes: Vec<Change>) -> Batch {
    Batch {
        changes,
        ..Batch::default()
    }
}

fn business() -> Business {
    Business {
        number: with_check_digit("999010001").unwrap(),
        trade_name: "별하".into(),
        representative: "김하린".into(),
    }
}

fn channel(n: usize) -> Channel {
    Channel {
        id: ChannelId::parse(&format!("ch_{n}")).unwrap(),
        name: format!("별하 {n}호점"),
        search_id: format!("byeolha{n}"),
        public_id: "_x".into(),
        state: ChannelState::Business,
        business: Some(business()),
        version: 1,
    }
}

fn app(n: usize) -> App {
    App {
        id: AppId::parse(&format!("app_{n}")).unwrap(),
        number: 1_000 + u64::try_from(n).unwrap(),
        name: format!("별하 앱 {n}"),
        company: "별하".into(),
        category: "쇼핑".into(),
        icon: true,
        kind: AppKind::Biz,
        blocked: false,
        kakao_login: false,
        business: Some(business()),
        business_review: BusinessReview::Approved,
        version: 1,
    }
}

fn link(to: usize, n: usize, slot: u8) -> Link {
    Link {
        app: app(to).id,
        channel: channel(n).id,
        slot,
        representative: slot == 0,
        linked_at: now(),
    }
}

fn user(id: &str) -> User {
    User {
        id: UserId::parse(id).unwrap(),
        name: "김하린".into(),
        organisation: "별하".into(),
        duty: Duty::Applicant,
    }
}

fn application(id: &str) -> Application {
    let id = ApplicationId::parse(id).unwrap();
    Application::draft(id, app(0).id, user("harin").id, now())
}

/// A file of the application `ap_1`.
fn evidence(id: &str) -> FileRecord {
    FileRecord {
        id: EvidenceId::parse(id).unwrap(),
        application: application("ap_1").id,
        name: "가입 화면.png".into(),
        media: Media::Png,
        bytes: 3,
        sha256: "00".into(),
        uploaded_at: now(),
    }
}

/// A file's record with all that it refers to.
fn with_file(file: &FileRecord) -> Vec<Change> {
    vec![
        Change::PutUser(user("harin")),
        Change::PutApp(app(0)),
        Change::PutApplication(Box::new(application("ap_1"))),
        Change::PutFile(file.clone()),
    ]
}

/// A batch that changes nothing and keeps an answer for that key.
fn answered(key: &str) -> Batch {
    let answer = Answer {
        request_hash: "00".into(),
        status: 201,
        version: 3,
        body: b"{}".to_vec(),
        at: now(),
    };
    Batch {
        answer: Some((user("harin").id, key.into(), answer)),
        ..Batch::default()
    }
}
