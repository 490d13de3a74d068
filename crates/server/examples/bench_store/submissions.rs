//! Durable submissions: the change of an application's status with its round, the answer for a repetition, and what is recorded.

use std::sync::Arc;
use std::time::Instant;

use backend::store::{Answer, Batch, Change, Expect, Store};
use domain::app::{App, AppKind};
use domain::application::{Application, Document};
use domain::business::BusinessReview;
use domain::check::check;
use domain::id::{AppId, ApplicationId, UserId};
use domain::record::{Difference, Entry, Object, Origin, Outcome};
use domain::role::{Duty, User};
use domain::time::Time;
use tokio::task::JoinSet;

use crate::times;
use crate::usual::Pool;

/// A sound application with every item that can be asked for together.
const COMPLETE: &str = include_str!("../../../../examples/complete.json");
/// Who submits at the same time.
pub const CALLERS: u16 = 32;
/// Rounds; those that are compared take turns, so that what else the machine does meets all of them. The first only warms up.
const ROUNDS: usize = 8;
/// Submissions of each caller in a round.
const SHARED: usize = 24;
const ALONE: usize = 8;

/// What one database is measured with. Each store has a database of its own.
pub struct Ways {
    /// As the server writes.
    pub store: Arc<dyn Store>,
    /// The same writer with one batch in each transaction, where there is such a writer.
    pub single: Option<Arc<dyn Store>>,
    /// Only made the tables; what is handed in there goes through the pool.
    pub tables: Arc<dyn Store>,
    /// The baseline.
    pub pool: Pool,
}

/// The server's way against one commit for each request: on a pool of connections, and by the same writer.
pub async fn compare(database: &str, ways: Ways, now: Time) {
    let mut baseline = Desk::new(ways.tables, now, ALONE).await;
    baseline.pool = Some(ways.pool);
    let mut desks = vec![
        ("", Desk::new(ways.store, now, SHARED).await),
        ("_one_by_one_pool", baseline),
    ];
    if let Some(single) = ways.single {
        let single = Desk::new(single, now, ALONE).await;
        desks.push(("_one_by_one_same_writer", single));
    }
    for _ in 0..ROUNDS {
        for (_, desk) in &mut desks {
            desk.round().await;
        }
    }
    let mut own = None;
    for (way, desk) in desks {
        let (rate, taken) = desk.rate();
        println!("{database}_submissions{way} {rate:.0} per second");
        times::report(&format!("{database}_submission{way}"), taken);
        match own {
            None => own = Some(rate),
            Some(own) => println!("{database}_submissions_to{way} {:.2} times", own / rate),
        }
    }
}

/// Where applications are handed in.
struct Desk {
    store: Arc<dyn Store>,
    /// Used instead of the store, if there is one.
    pool: Option<Pool>,
    now: Time,
    /// Drafts that wait; the last is handed in first.
    drafts: Vec<Application>,
    each: usize,
    rates: Vec<f64>,
    taken: Vec<f64>,
}

impl Desk {
    async fn new(store: Arc<dyn Store>, now: Time, each: usize) -> Desk {
        let by = applicant();
        let user = User {
            id: by.clone(),
            name: "김하린".into(),
            organisation: "별하".into(),
            duty: Duty::Applicant,
        };
        let mut changes = vec![Change::PutUser(user)];
        let mut drafts = Vec::new();
        for n in 0..usize::from(CALLERS) * each * ROUNDS {
            let app = app(n);
            let id = ApplicationId::parse(&format!("ap_{n}")).unwrap();
            let draft = Application::draft(id, app.id.clone(), by.clone(), now);
            changes.push(Change::PutApp(app));
            changes.push(Change::PutApplication(Box::new(draft.clone())));
            drafts.push(draft);
        }
        let batch = Batch {
            changes,
            ..Batch::default()
        };
        store.commit(batch).await.unwrap();
        Desk {
            store,
            pool: None,
            now,
            drafts,
            each,
            rates: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// All callers hand in, each one application after the other.
    async fn round(&mut self) {
        let some = self
            .drafts
            .split_off(self.drafts.len() - usize::from(CALLERS) * self.each);
        let batches: Vec<Batch> = some.into_iter().map(|one| batch(one, self.now)).collect();
        let mut callers = JoinSet::new();
        let begun = Instant::now();
        for own in batches.chunks(self.each) {
            let (own, store, pool) = (own.to_vec(), self.store.clone(), self.pool.clone());
            callers.spawn(async move {
                let mut taken = Vec::new();
                for batch in own {
                    let begun = Instant::now();
                    match &pool {
                        Some(pool) => pool.submit(&batch).await,
                        None => store.commit(batch).await.unwrap(),
                    }
                    taken.push(times::since(begun));
                }
                taken
            });
        }
        let taken = callers.join_all().await.concat();
        let took = begun.elapsed().as_secs_f64();
        self.rates.push(times::float(taken.len()) / took);
        self.taken = [std::mem::take(&mut self.taken), taken].concat();
    }

    /// Submissions a second, and how long each took; without the first round.
    fn rate(self) -> (f64, Vec<f64>) {
        let mut taken = self.taken;
        let taken = taken.split_off(usize::from(CALLERS) * self.each);
        (times::median(self.rates[1..].to_vec()), taken)
    }
}

fn applicant() -> UserId {
    UserId::parse("harin").unwrap()
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
        business: None,
        business_review: BusinessReview::Approved,
        version: 1,
    }
}

/// What the server hands to its store when an application is submitted.
fn batch(mut application: Application, now: Time) -> Batch {
    let document: Document = serde_json::from_str(COMPLETE).unwrap();
    let findings = check(&document, Some(now.date_in_seoul()));
    let (id, by, read) = (application.id.clone(), applicant(), application.version);
    application.form = document.form.clone();
    let receipt = || format!("S-2026-{id}");
    application
        .submit(document, findings, receipt, by.clone(), now)
        .unwrap();
    let answer = Answer {
        request_hash: "0".repeat(64),
        status: 200,
        version: application.version,
        body: serde_json::to_vec(&application).unwrap(),
        at: now,
    };
    let entry = Entry {
        at: now,
        actor: Some(by.clone()),
        actor_name: "김하린".into(),
        origin: Origin::default(),
        request: format!("request-{id}"),
        operation: "application_submit".into(),
        about: vec![Object::from(&id), Object::from(&application.app)],
        outcome: Outcome::Done,
        reason: String::new(),
        changes: vec![Difference {
            field: "application.status".into(),
            old: "draft".into(),
            new: "submitted".into(),
        }],
    };
    Batch {
        expect: vec![Expect::Application(id.clone(), read)],
        changes: vec![Change::PutApplication(Box::new(application))],
        answer: Some((by, format!("key-{id}"), answer)),
        record: vec![entry],
    }
}
