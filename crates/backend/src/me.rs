//! Who is signed in; and the names of others.

use std::collections::BTreeMap;

use contract::body::Me;
use contract::endpoint::MeGet;
use domain::account::session_ends;
use domain::id::UserId;
use domain::role::{RoleRequestState, User};

use crate::Backend;
use crate::fault::Fault;
use crate::http::{Call, Done};
use crate::store::Session;

pub(crate) async fn me_get(call: Call<MeGet>) -> Result<Done, Fault> {
    let me = me(&call.backend, call.caller.clone(), &call.session).await?;
    call.reply(&me, 0)
}

/// What somebody is told about themselves, in that session.
pub(crate) async fn me(backend: &Backend, user: User, session: &Session) -> Result<Me, Fault> {
    let requests = backend.store.role_requests_for(&user.id).await?;
    let is_open = |state| state == RoleRequestState::Open;
    let ends = session_ends(session.seen_at, session.expires_at);
    let left = ends.millis() - backend.clock.now().millis();
    Ok(Me {
        session_left_s: u32::try_from(left / 1_000).unwrap_or_default(),
        demo: backend.demo.is_some(),
        requests_waiting: requests.iter().filter(|r| is_open(r.state)).count(),
        user,
    })
}

/// Names by identifier. Whoever is gone has no name.
#[derive(Debug, Default)]
pub(crate) struct Names(pub(crate) BTreeMap<UserId, String>);

impl Names {
    /// The names of those people.
    pub(crate) async fn of(
        backend: &Backend,
        ids: impl IntoIterator<Item = &UserId>,
    ) -> Result<Names, Fault> {
        let mut ids: Vec<UserId> = ids.into_iter().cloned().collect();
        ids.sort();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Names::default());
        }
        let users = backend.store.users_by_id(&ids).await?;
        let names = users.into_iter().map(|user| (user.id, user.name));
        Ok(Names(names.collect()))
    }

    /// The name, empty for somebody who is gone.
    pub(crate) fn get(&self, id: &UserId) -> String {
        self.0.get(id).cloned().unwrap_or_default()
    }
}
