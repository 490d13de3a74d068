//! Signing in as a demo identity, signing out, and the ways to sign in. On an installation that is no demo there are no identities.

use axum::http::header;
use contract::body::{Persona, Personas, Providers, Sort};
use contract::endpoint::{PersonaList, ProviderList, SignIn, SignOut};
use contract::error::{FieldFault, Kind};
use domain::eligibility::{AppTest, ChannelTest};
use domain::id::UserId;
use domain::role::User;

use crate::Backend;
use crate::cookie::Cookie;
use crate::fault::Fault;
use crate::http::{Done, OpenCall, is_for_another};
use crate::me::me;
use crate::session::{begin, identify};
use crate::store::{AppAsk, Batch, Change, ChannelAsk};

pub(crate) async fn persona_list(call: OpenCall<PersonaList>) -> Result<Done, Fault> {
    let mut personas = Vec::new();
    let ids = demo(&call.backend)?;
    for user in call.backend.store.users_by_id(ids).await? {
        personas.push(persona(&call.backend, user).await?);
    }
    Done::json(&Personas { personas }, 0)
}

pub(crate) async fn sign_in(call: OpenCall<SignIn>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let wanted = &call.body.persona;
    // Anybody can sign in here: as those who were made up for it, and as nobody who was invited.
    if !demo(backend)?.contains(wanted) {
        return Err(Fault::field("persona", FieldFault::Unknown));
    }
    let account = backend.store.account(wanted).await?;
    let open = account.filter(|account| account.disabled_at.is_none());
    let account = open.ok_or_else(|| Fault::field("persona", FieldFault::Unknown))?;
    let session = begin(backend, &call.headers, &call.trace().origin, &account)?;
    let batch = Batch {
        expect: session.expect,
        changes: session.changes,
        ..Batch::default()
    };
    call.commit(&account.user, batch).await?;
    let me = me(backend, account.user, &session.session).await?;
    Ok(Done::json(&me, 0)?.with(header::SET_COOKIE, &session.cookie))
}

pub(crate) async fn sign_out(call: OpenCall<SignOut>) -> Result<Done, Fault> {
    let backend = &call.backend;
    // A cookie that opens nothing ends nothing, and is in no record: anybody can make one up.
    if let Some((account, session)) = identify(backend, &call.headers).await? {
        // Whoever signs out in an old page does not end the session of whoever has signed in since.
        if is_for_another(&call.headers, &account.user) {
            return Err(Fault::new(Kind::OtherUser));
        }
        let batch = Batch {
            changes: vec![Change::DeleteSession(session.token_hash)],
            ..Batch::default()
        };
        call.commit(&account.user, batch).await?;
    }
    let cookie = Cookie::Session.clear(&backend.doors, &call.headers);
    Ok(Done::json(&(), 0)?.with(header::SET_COOKIE, &cookie))
}

pub(crate) async fn provider_list(call: OpenCall<ProviderList>) -> Result<Done, Fault> {
    let providers = call.backend.doors.providers.clone();
    Done::json(&Providers { providers }, 0)
}

fn demo(backend: &Backend) -> Result<&[UserId], Fault> {
    backend.demo.as_deref().ok_or_else(Fault::not_found)
}

/// A demo identity with the highest role it has.
async fn persona(backend: &Backend, user: User) -> Result<Persona, Fault> {
    let (mut channel_role, mut channels) = (None, 0);
    for usable in [true, false] {
        let ask = ChannelAsk {
            sort: Sort::Role,
            ..ChannelAsk::all(ChannelTest::any(), usable, 1)
        };
        let page = backend.store.channel_page(&user.id, &ask).await?;
        channels += page.count;
        channel_role = channel_role.max(page.rows.first().map(|(_, role)| *role));
    }
    let ask = AppAsk {
        sort: Sort::Role,
        ..AppAsk::all(AppTest::any(), None, 1)
    };
    let apps = backend.store.app_page(&user.id, &ask).await?;
    Ok(Persona {
        user,
        channel_role,
        app_role: apps.rows.first().map(|(_, role)| *role),
        channels,
        apps: apps.count,
    })
}
