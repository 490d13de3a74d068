//! An installation with providers, over a store in memory and a clock that stands.

use std::sync::Arc;

use axum::Router;
use backend::fixed::{AsTheyAre, FixedClock};
use backend::invitation::invite;
use backend::store::{Batch, Change, Store};
use backend::{Backend, router};
use domain::id::UserId;
use domain::role::Duty;
use domain::time::Time;
use mock::Memory;
use server::oidc::{Gate, Provider};
use server::{RandomIds, SystemClock};

/// How browsers reach it: over HTTPS, so cookies are bound to the host.
pub(crate) const URL: &str = "https://desk.example";

pub(crate) struct Desk {
    pub(crate) store: Arc<Memory>,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) router: Router,
}

impl Desk {
    pub(crate) fn with(providers: Vec<Provider>) -> Desk {
        use backend::ports::Clock as _;
        let store = Arc::new(Memory::default());
        // The providers' clock runs: it is only that ours does not while a test looks.
        let clock = Arc::new(FixedClock::new(SystemClock.now()));
        let backend = Backend {
            store: store.clone(),
            clock: clock.clone(),
            ids: Arc::new(RandomIds),
            cleaner: Arc::new(AsTheyAre),
            demo: None,
            doors: Arc::new(Gate::doors(&providers, URL)),
        };
        let gate = Gate::new(backend.clone(), providers, URL).unwrap();
        Desk {
            store,
            clock,
            router: router(backend).merge(gate.router()),
        }
    }

    pub(crate) fn now(&self) -> Time {
        use backend::ports::Clock as _;
        self.clock.now()
    }

    pub(crate) fn pass(&self, seconds: i64) {
        let now = self.now().millis();
        self.clock.set(Time::from_millis(now + seconds * 1_000));
    }

    pub(crate) async fn write(&self, changes: Vec<Change>) {
        let batch = Batch {
            changes,
            ..Batch::default()
        };
        self.store.commit(batch).await.unwrap();
    }

    /// A new invitation; gives its token.
    pub(crate) async fn invite(&self, duty: Duty) -> String {
        let (invitation, token) = invite(&RandomIds, self.now(), None, ("", "별하", duty)).unwrap();
        self.write(vec![Change::PutInvitation(Box::new(invitation))])
            .await;
        token
    }

    /// Whose account that is, if it is anybody's.
    pub(crate) async fn who(&self, issuer: &str, subject: &str) -> Option<UserId> {
        let identity = self.store.identity(issuer, subject).await.unwrap();
        identity.map(|identity| identity.user)
    }
}

pub(crate) fn provider(
    name: &str,
    issuer: &str,
    client_id: &str,
    secret: Option<&str>,
) -> Provider {
    let provider = Provider {
        name: name.into(),
        title: None,
        issuer: issuer.into(),
        client_id: client_id.into(),
        client_secret: secret.map(str::to_owned),
        client_secret_file: None,
        scopes: None,
        client_auth: None,
        audiences: Vec::new(),
        account_prompt: None,
    };
    provider.ready(|_| None).unwrap()
}
