//! Signing in as a demo identity, and signing out. On an installation that is no demo the first two do not exist.

use axum::http::{HeaderMap, header};
use contract::body::{Persona, Personas, Sort};
use contract::endpoint::{PersonaList, SignIn, SignOut};
use contract::error::FieldFault;
use domain::eligibility::{AppTest, ChannelTest};
use domain::id::UserId;
use domain::role::User;
use domain::time::Time;

use crate::Backend;
use crate::fault::Fault;
use crate::http::{Done, OpenCall, SESSION_COOKIE, cookie, hash};
use crate::me::me;
use crate::store::{AppAsk, Batch, Change, ChannelAsk, Session};

/// How long a session lasts, in seconds: a working day with its edges. Our judgement.
const SESSION_S: i64 = 12 * 3_600;

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
    demo(backend)?;
    let user = backend.store.user(&call.body.persona).await?;
    let user = user.ok_or_else(|| Fault::field("persona", FieldFault::Unknown))?;
    let token = backend.ids.token();
    let session = Session {
        token_hash: hash(&[token.as_bytes()]),
        user: user.id.clone(),
        expires_at: Time::from_millis(backend.clock.now().millis() + SESSION_S * 1_000),
    };
    // Whoever signs in again ends what they had: a token that lay around before is worth nothing afterwards.
    let mut changes: Vec<Change> = ended(&call.headers).into_iter().collect();
    changes.push(Change::PutSession(session));
    backend.store.commit(batch(changes)).await?;
    let cookie = set_cookie(&call.headers, &token, SESSION_S);
    Ok(Done::json(&me(backend, user).await?, 0)?.with(header::SET_COOKIE, &cookie))
}

pub(crate) async fn sign_out(call: OpenCall<SignOut>) -> Result<Done, Fault> {
    if let Some(end) = ended(&call.headers) {
        call.backend.store.commit(batch(vec![end])).await?;
    }
    let cookie = set_cookie(&call.headers, "", 0);
    Ok(Done::json(&(), 0)?.with(header::SET_COOKIE, &cookie))
}

fn demo(backend: &Backend) -> Result<&[UserId], Fault> {
    backend.demo.as_deref().ok_or_else(Fault::not_found)
}

/// The end of the session that came along.
fn ended(headers: &HeaderMap) -> Option<Change> {
    cookie(headers).map(|token| Change::DeleteSession(hash(&[token.as_bytes()])))
}

fn batch(changes: Vec<Change>) -> Batch {
    Batch {
        changes,
        ..Batch::default()
    }
}

/// Over plain HTTP browsers keep `Secure` cookies only on the own machine, and not all of them do.
fn set_cookie(headers: &HeaderMap, token: &str, seconds: i64) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.unwrap_or("localhost");
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    let is_loopback = matches!(name, "localhost" | "[::1]") || name.starts_with("127.");
    let secure = if is_loopback { "" } else { "; Secure" };
    format!("{SESSION_COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_cookie_is_secure_but_on_the_own_machine() {
        let of = |host: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            set_cookie(&headers, "t", 9)
        };
        for local in [
            "localhost:8400",
            "127.0.0.1:8400",
            "[::1]:8400",
            "localhost",
        ] {
            assert!(!of(local).contains("Secure"), "{local}");
        }
        for far in ["demo.example", "localhost.example:80"] {
            assert!(of(far).ends_with("; Secure"), "{far}");
        }
        assert!(of("demo.example").contains("HttpOnly; SameSite=Lax"));
    }
}
