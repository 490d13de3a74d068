//! The two addresses of a sign-in: where it begins, and where the provider sends people back. Both always end on a page.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use backend::cookie::Cookie;
use backend::fault::Noted;
use backend::record::Trace;
use backend::store::{Batch, Change, CommitError, Expect, SignInAttempt};
use backend::{Arrival, Backend, Doors, arrive, hash, known};
use contract::body::ProviderRow;
use domain::account::{ATTEMPT_S, SignInProblem, is_local_path};
use domain::time::Time;
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::url::Url;
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier};

use super::exchange::{Proved, exchange};
use super::known::{Known, Stopped, Way};
use super::pages::{
    anew_page, is_from_elsewhere, number, pairs, refusal, see_other, sign_in_page, with_cookies,
};
use super::provider::Provider;

/// The way in by the configured providers. Clones share what is known about them.
#[derive(Clone)]
pub struct Gate {
    backend: Backend,
    known: Arc<BTreeMap<String, Arc<Known>>>,
    /// How browsers reach this server.
    here: Url,
}

impl Gate {
    /// What the backend has to know about these providers, and about how browsers reach this server.
    pub fn doors(providers: &[Provider], public_url: &str) -> Doors {
        let row = |provider: &Provider| ProviderRow {
            title: provider.title().to_owned(),
            start: format!("/auth/oidc/{}/start", provider.name),
        };
        Doors {
            providers: providers.iter().map(row).collect(),
            https: public_url.starts_with("https://"),
        }
    }

    /// The gate. Nobody is asked before somebody wants to come in.
    ///
    /// # Errors
    /// When a provider's address or the public address is none, or two providers have one name.
    pub fn new(
        backend: Backend,
        providers: Vec<Provider>,
        public_url: &str,
    ) -> Result<Gate, String> {
        let mut known = BTreeMap::new();
        for provider in providers {
            let name = provider.name.clone();
            let back_to = format!(
                "{}/auth/oidc/{name}/callback",
                public_url.trim_end_matches('/')
            );
            let one = Arc::new(Known::new(provider, &back_to)?);
            if known.insert(name.clone(), one).is_some() {
                return Err(format!("two providers are called \"{name}\""));
            }
        }
        Ok(Gate {
            backend,
            known: Arc::new(known),
            here: Url::parse(public_url).map_err(|problem| problem.to_string())?,
        })
    }

    /// The two routes.
    pub fn router(self) -> Router {
        Router::new()
            .route("/auth/oidc/{provider}/start", get(start))
            .route("/auth/oidc/{provider}/callback", get(callback))
            .with_state(self)
    }
}

async fn start(
    State(gate): State<Gate>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let (headers, query) = (request.headers(), pairs(query.as_deref()));
    let back = query.get("back").map_or("/", String::as_str);
    let back = if is_local_path(back) { back } else { "/" };
    if is_from_elsewhere(headers, &gate.here) {
        return with_cookies(see_other(&anew_page(&gate.here, back)), &[]);
    }
    let other = query.contains_key("other");
    match begin(&gate, &name, (back, other), headers).await {
        Ok((to, cookie)) => with_cookies(see_other(&to), &[cookie]),
        Err(stopped) => {
            note(&gate, &name, number(headers), &stopped);
            with_cookies(see_other(&sign_in_page(stopped.0, back)), &[])
        }
    }
}

/// Keeps what the provider has to send back, and says where to go and which cookie ties it to this browser. `back` is where to go
/// afterwards, `other` whether somebody wants another of their accounts there.
async fn begin(
    gate: &Gate,
    name: &str,
    (back, other): (&str, bool),
    headers: &HeaderMap,
) -> Result<(String, String), Stopped> {
    let (backend, now) = (&gate.backend, gate.backend.clock.now());
    // A picture in another site's page begins nothing.
    let fetched = headers.get("sec-fetch-dest");
    if fetched.is_some_and(|what| what != "document") {
        let words = "not opened as a page".to_owned();
        return Err(Stopped(SignInProblem::Mismatch, words));
    }
    let known = gate.known.get(name).cloned();
    let known = known.ok_or_else(|| Stopped(SignInProblem::Provider, "unknown".to_owned()))?;
    let room = known.room.clone();
    let way = room.ask(move || known.way(now, other)).await?;
    let Way {
        client,
        scopes,
        prompt,
    } = way;
    let secret = || backend.ids.token();
    let (state, nonce, verifier) = (secret(), secret(), secret());
    // One for all windows of this browser: several can be on their way, and each comes back with a state of its own.
    let cookie = Cookie::Attempt.read(&backend.doors, headers);
    let cookie = cookie.map_or_else(secret, str::to_owned);
    let challenge =
        PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
    let mut question = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || CsrfToken::new(state),
            || Nonce::new(nonce),
        )
        .add_scopes(scopes)
        .set_pkce_challenge(challenge);
    if let Some(prompt) = prompt {
        question = question.add_prompt(prompt);
    }
    let (to, state, nonce) = question.url();
    let invitation = Cookie::Invitation.read(&backend.doors, headers);
    let attempt = SignInAttempt {
        cookie_hash: key(&cookie, state.secret()),
        provider: name.to_owned(),
        state: state.secret().clone(),
        nonce: nonce.secret().clone(),
        verifier,
        back: back.to_owned(),
        invitation: invitation.map(|token| hash(&[token.as_bytes()])),
        expires_at: Time::from_millis(now.millis() + ATTEMPT_S * 1_000),
    };
    let batch = Batch {
        changes: vec![
            Change::ForgetSignInAttempts(now),
            Change::PutSignInAttempt(Box::new(attempt)),
        ],
        ..Batch::default()
    };
    let written = backend.store.commit(batch).await;
    written.map_err(|problem| Stopped(SignInProblem::Unavailable, format!("{problem:?}")))?;
    let cookie = Cookie::Attempt.set(&backend.doors, headers, &cookie, ATTEMPT_S);
    Ok((to.to_string(), cookie))
}

async fn callback(
    State(gate): State<Gate>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let (headers, query) = (request.headers(), pairs(query.as_deref()));
    let (doors, number) = (&gate.backend.doors, number(headers));
    let mut cookies = Vec::new();
    let state = query.get("state").map(String::as_str);
    let attempt = match taken(&gate, headers, state).await {
        Ok(attempt) => attempt,
        Err(stopped) => {
            note(&gate, &name, number, &stopped);
            // Whoever went back to this address after they had come in are in.
            let is_in = stopped.0 == SignInProblem::Expired
                && matches!(known(&gate.backend, headers).await, Ok(Some(_)));
            let to = if is_in {
                "/".to_owned()
            } else {
                sign_in_page(stopped.0, "/")
            };
            return with_cookies(see_other(&to), &cookies);
        }
    };
    let mut is_noted = false;
    let to = match proved(&gate, &name, &attempt, query).await {
        Err(stopped) => {
            note(&gate, &name, number, &stopped);
            sign_in_page(stopped.0, &attempt.back)
        }
        Ok((issuer, proved)) => {
            let arrival = Arrival {
                issuer: &issuer,
                subject: &proved.subject,
                name: &proved.name,
                invitation: attempt.invitation.as_deref(),
            };
            let trace = Trace::of("sign_in", number.to_owned(), headers, request.extensions());
            match arrive(&gate.backend, arrival, headers, &trace).await {
                Ok(session) => {
                    cookies.push(session);
                    cookies.push(Cookie::Invitation.clear(doors, headers));
                    attempt.back.clone()
                }
                Err(turned) => {
                    is_noted = turned.noted;
                    let stopped = Stopped(turned.problem, turned.cause);
                    note(&gate, &name, number, &stopped);
                    sign_in_page(turned.problem, &attempt.back)
                }
            }
        }
    };
    let mut response = with_cookies(see_other(&to), &cookies);
    if is_noted {
        response.extensions_mut().insert(Noted);
    }
    response
}

/// By what a sign-in is found again: only who has both the cookie and the state ends it.
fn key(cookie: &str, state: &str) -> String {
    hash(&[cookie.as_bytes(), state.as_bytes()])
}

/// The sign-in with that state that this browser is in the middle of; it is over with this, however it goes on.
async fn taken(
    gate: &Gate,
    headers: &HeaderMap,
    state: Option<&str>,
) -> Result<SignInAttempt, Stopped> {
    let (backend, now) = (&gate.backend, gate.backend.clock.now());
    let expired = |words: &str| Stopped(SignInProblem::Expired, words.to_owned());
    let down = |words: String| Stopped(SignInProblem::Unavailable, words);
    let cookie = Cookie::Attempt.read(&backend.doors, headers);
    let cookie = cookie.ok_or_else(|| expired("no cookie"))?;
    let key = key(cookie, state.ok_or_else(|| expired("no state"))?);
    let found = backend.store.sign_in_attempt(&key).await;
    let attempt = found.map_err(|cause| down(cause.0))?;
    let attempt = attempt.ok_or_else(|| expired("not under way"))?;
    let batch = Batch {
        expect: vec![Expect::SignInAttempt(key.clone())],
        changes: vec![Change::DeleteSignInAttempt(key)],
        ..Batch::default()
    };
    match backend.store.commit(batch).await {
        Ok(()) if attempt.expires_at > now => Ok(attempt),
        Ok(()) => Err(expired("too late")),
        Err(CommitError::Stale) => Err(expired("used already")),
        Err(problem) => Err(down(format!("{problem:?}"))),
    }
}

/// Who came back, if what they bring belongs to what was asked.
async fn proved(
    gate: &Gate,
    name: &str,
    attempt: &SignInAttempt,
    query: BTreeMap<String, String>,
) -> Result<(String, Proved), Stopped> {
    let now = gate.backend.clock.now();
    let mismatch = |words: &str| Stopped(SignInProblem::Mismatch, words.to_owned());
    if attempt.provider != name {
        return Err(mismatch("another provider was asked"));
    }
    let known = gate.known.get(name).cloned();
    let known = known.ok_or_else(|| Stopped(SignInProblem::Provider, "unknown".to_owned()))?;
    let (attempt, issuer) = (attempt.clone(), known.provider.issuer.clone());
    let room = known.room.clone();
    let work = move || {
        let iss = query.get("iss").map(String::as_str);
        if !known.is_named(iss, now)? {
            return Err(mismatch("another provider answered"));
        }
        if let Some(error) = query.get("error") {
            let problem = if error == "access_denied" {
                SignInProblem::Cancelled
            } else {
                SignInProblem::Provider
            };
            let description = query.get("error_description").map(String::as_str);
            return Err(Stopped(problem, refusal(error, description)));
        }
        let code = query.get("code");
        let code = code.ok_or_else(|| Stopped(SignInProblem::Provider, "no code".to_owned()))?;
        exchange(&known, code, &attempt, now)
    };
    Ok((issuer, room.ask(work).await?))
}

/// Says to the log why somebody is not signed in. In the record is only who was turned away after the provider had said who they are:
/// everything else a stranger can do at will, and so could fill the disk.
fn note(gate: &Gate, provider: &str, request: &str, stopped: &Stopped) {
    let Stopped(problem, cause) = stopped;
    let (known, problem) = (gate.known.get(provider), problem.word());
    let provider = known.map_or("unknown", |known| known.provider.name.as_str());
    tracing::warn!(request, provider, problem, cause, "not signed in");
}
