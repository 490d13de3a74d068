//! A request as a use case sees it: who asks, for what, with everything its endpoint demands already there.

use std::future::Future;
use std::str::FromStr;

use axum::body::HttpBody as _;
use axum::extract::{RawPathParams, Request};
use axum::http::HeaderMap;
use axum::{RequestExt, http::request::Parts};
use contract::endpoint::{Endpoint, Facts};
use contract::error::Kind;
use domain::record::Outcome;
use domain::role::User;

use crate::Backend;
use crate::fault::Fault;
use crate::http::act::Act;
use crate::http::guard::Caller;
use crate::http::once::Once;
use crate::http::read::{self, Body};
use crate::http::reply::Done;
use crate::record::{Trace, differences};
use crate::session::known;
use crate::store::{Batch, CommitError, Expect, Session};

/// A call of an endpoint by somebody who is signed in.
pub(crate) struct Call<E: Endpoint> {
    /// What to work with.
    pub(crate) backend: Backend,
    /// Who asks.
    pub(crate) caller: User,
    /// In which session.
    pub(crate) session: Session,
    /// The query.
    pub(crate) query: E::Query,
    /// The body.
    pub(crate) body: E::Request,
    /// The version from `If-Match`; 0 where the endpoint asks for none.
    pub(crate) version: u64,
    ids: Vec<String>,
    once: Option<Once>,
    trace: Trace,
}

/// A call of an endpoint that is open to everybody.
pub(crate) struct OpenCall<E: Endpoint> {
    /// What to work with.
    pub(crate) backend: Backend,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The body.
    pub(crate) body: E::Request,
    ids: Vec<String>,
    trace: Trace,
}

/// A write that did not happen.
#[derive(Debug)]
pub(crate) enum Undone {
    /// Something it relied on has changed, or a constraint of the store refused it: read again and decide anew.
    LostRace,
    /// Something else.
    Fault(Fault),
}

impl Undone {
    /// A lost race as "changed meanwhile", without a version that anybody could send again.
    pub(crate) fn or_stale(self) -> Fault {
        match self {
            Undone::LostRace => Fault::stale(0),
            Undone::Fault(fault) => fault,
        }
    }

    /// A lost race as "changed meanwhile", with the version that a new reading finds. Nothing is read for any other fault: what nobody knows
    /// the outcome of stays that, also where the store has gone meanwhile.
    pub(crate) async fn or_stale_at(
        self,
        version: impl Future<Output = Result<u64, Fault>>,
    ) -> Fault {
        match self {
            Undone::LostRace => version.await.map_or_else(|fault| fault, Fault::stale),
            Undone::Fault(fault) => fault,
        }
    }
}

/// How it ended, if it did: nothing after a lost race, when it is to be decided anew.
pub(crate) fn ended(result: Result<Done, Undone>) -> Option<Result<Done, Fault>> {
    match result {
        Ok(done) => Some(Ok(done)),
        Err(Undone::Fault(fault)) => Some(Err(fault)),
        Err(Undone::LostRace) => None,
    }
}

/// How often something is decided anew because what it was decided on changed meanwhile.
pub(crate) const ATTEMPTS: usize = 3;

impl From<Fault> for Undone {
    fn from(fault: Fault) -> Undone {
        Undone::Fault(fault)
    }
}

/// The identifier in that place of the path. One that cannot be one is not found, like one that is not there.
fn id_at<T: FromStr>(ids: &[String], place: usize) -> Result<T, Fault> {
    let text = ids.get(place).map(String::as_str).unwrap_or_default();
    text.parse().map_err(|_| Fault::not_found())
}

impl<E: Endpoint> OpenCall<E> {
    /// The identifier in that place of the path, counted from 0.
    pub(crate) fn id<T: FromStr>(&self, place: usize) -> Result<T, Fault> {
        id_at(&self.ids, place)
    }

    /// What the record knows of the request.
    pub(crate) fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Writes what somebody does who is only now known, and that they did it.
    pub(crate) async fn commit(&self, by: &User, mut batch: Batch) -> Result<(), Fault> {
        record(&self.backend, &self.trace, by, &mut batch).await?;
        Ok(self.backend.store.commit(batch).await?)
    }
}

/// Puts into a batch who does what with it, and what changes by it.
async fn record(
    backend: &Backend,
    trace: &Trace,
    by: &User,
    batch: &mut Batch,
) -> Result<(), Fault> {
    let mut entry = trace.entry(Some(by), backend.clock.now(), Outcome::Done);
    differences(&*backend.store, &mut entry, &batch.changes).await?;
    batch.record.push(entry);
    Ok(())
}

/// A request with a key, to look for its answer once more.
pub(super) struct Again {
    backend: Backend,
    caller: domain::id::UserId,
    once: Once,
}

impl Again {
    /// What to say instead of a refusal: the same request may have come twice at once, and be refused for what its twin has just done.
    pub(super) async fn instead_of(self, fault: Fault) -> Result<Done, Fault> {
        match self.once.replay(&self.backend, &self.caller).await {
            Ok(Some(done)) => Ok(done),
            _ => Err(fault),
        }
    }
}

impl<E: Endpoint> Call<E> {
    /// The key and whose it is, where there is one.
    pub(super) fn again(&self) -> Option<Again> {
        Some(Again {
            backend: self.backend.clone(),
            caller: self.caller.id.clone(),
            once: self.once.clone()?,
        })
    }

    /// The call that reads what this one is about.
    pub(super) fn reading<G: Endpoint<Query = (), Request = ()>>(&self) -> Call<G> {
        Call {
            backend: self.backend.clone(),
            caller: self.caller.clone(),
            session: self.session.clone(),
            query: (),
            body: (),
            version: 0,
            ids: self.ids.clone(),
            once: None,
            trace: self.trace.clone(),
        }
    }

    /// The identifier in that place of the path, counted from 0.
    pub(crate) fn id<T: FromStr>(&self, place: usize) -> Result<T, Fault> {
        id_at(&self.ids, place)
    }

    /// The reply as it is sent.
    #[expect(clippy::unused_self, reason = "ties the reply to the endpoint's type")]
    pub(crate) fn reply(&self, reply: &E::Reply, version: u64) -> Result<Done, Fault> {
        Done::json(reply, version)
    }

    /// Writes a batch together with the answer for a repetition. `version` is that of the reply, 0 for none.
    pub(crate) async fn commit(
        &self,
        batch: Batch,
        body: &E::Reply,
        version: u64,
    ) -> Result<Done, Undone> {
        let done = Done::json(body, version)?;
        self.commit_once(batch, done.clone(), done).await
    }

    /// Writes a batch with a reply that holds a secret: what is kept for a repetition is `kept`, which does not.
    pub(crate) async fn commit_secret(
        &self,
        batch: Batch,
        body: &E::Reply,
        kept: &E::Reply,
    ) -> Result<Done, Undone> {
        let (done, kept) = (Done::json(body, 0)?, Done::json(kept, 0)?);
        self.commit_once(batch, done, kept).await
    }

    /// Writes a batch with a reply that shows an object as its own reading does. It may be long, so it is not kept: a repetition is answered
    /// by that reading.
    pub(crate) async fn commit_shown(
        &self,
        batch: Batch,
        body: &E::Reply,
        version: u64,
    ) -> Result<Done, Undone> {
        let done = Done::json(body, version)?;
        let kept = Done {
            body: Vec::new(),
            ..done.clone()
        };
        self.commit_once(batch, done, kept).await
    }

    async fn commit_once(&self, mut batch: Batch, done: Done, kept: Done) -> Result<Done, Undone> {
        let caller = &self.caller.id;
        batch.answer = self.once.as_ref().map(|once| {
            let answer = once.answer(&kept, self.backend.clock.now());
            (caller.clone(), once.key.clone(), answer)
        });
        record(&self.backend, &self.trace, &self.caller, &mut batch).await?;
        // A body may have been on its way for long, and a file waits for its turn to be cleaned: whoever is shut out meanwhile stays out.
        let session = &self.session.token_hash;
        batch.expect.push(Expect::Session(session.clone()));
        match self.backend.store.commit(batch).await {
            Ok(()) => Ok(done),
            Err(CommitError::Stale) => {
                let still = self.backend.store.session(session).await;
                Err(match still.map_err(Fault::from)? {
                    Some(_) => Undone::LostRace,
                    None => Fault::new(Kind::SignIn).into(),
                })
            }
            Err(CommitError::Conflict) => Err(Undone::LostRace),
            Err(error @ (CommitError::Down(_) | CommitError::Unknown(_))) => {
                Err(Fault::from(error).into())
            }
            Err(CommitError::KeyTaken) => {
                let replay = match &self.once {
                    Some(once) => once.replay(&self.backend, caller).await?,
                    None => None,
                };
                replay.ok_or_else(|| Fault::internal("a key is taken, but has no answer").into())
            }
        }
    }
}

/// Everything that is read of a request without knowing its types.
pub(super) struct Taken {
    backend: Backend,
    parts: Parts,
    ids: Vec<String>,
    bytes: Vec<u8>,
    trace: Trace,
}

impl Taken {
    pub(super) async fn take(
        backend: Backend,
        mut request: Request,
        limit: usize,
        act: &mut Act,
    ) -> Result<Taken, Fault> {
        // No identifier needs it, and the record reads the path as it came: nothing may be found under two names.
        if request.uri().path().contains('%') {
            return Err(Fault::not_found());
        }
        let ids = match request.extract_parts::<RawPathParams>().await {
            Ok(ids) => ids.iter().map(|(_, id)| id.to_owned()).collect(),
            Err(_) => return Err(Fault::not_found()),
        };
        let (mut parts, body) = request.into_parts();
        let is_awaited = !body.is_end_stream();
        let bytes = read::bytes(body, limit).await?;
        act.keep_body(&bytes);
        // As long as it took to come, its sender may have been shut out.
        if is_awaited && parts.extensions.get::<Caller>().is_some() {
            let found = known(&backend, &parts.headers).await?;
            let (account, session) = found.ok_or_else(|| Fault::new(Kind::SignIn))?;
            parts.extensions.insert(Caller(account.user, session));
        }
        Ok(Taken {
            backend,
            parts,
            ids,
            bytes,
            trace: act.trace().clone(),
        })
    }

    /// The caller, the version and the key that the endpoint demands; or the answer that was given before.
    async fn demands(&self, facts: Facts) -> Result<Demands, Fault> {
        let caller = self.parts.extensions.get::<Caller>();
        let Caller(caller, session) = caller.ok_or_else(|| Fault::new(Kind::SignIn))?.clone();
        let headers = &self.parts.headers;
        let mut demands = Demands {
            caller,
            session,
            version: 0,
            once: None,
            replay: None,
        };
        if facts.idempotent {
            let target = self.parts.uri.path_and_query();
            let target = target.map(axum::http::uri::PathAndQuery::as_str);
            let once = Once::read(
                headers,
                facts.method.word(),
                target.unwrap_or_default(),
                &self.bytes,
            )?;
            demands.replay = once.replay(&self.backend, &demands.caller.id).await?;
            demands.once = Some(once);
        }
        if facts.if_match && demands.replay.is_none() {
            demands.version = read::if_match(headers)?;
        }
        Ok(demands)
    }

    /// The typed call, and the answer that was given before, if it is a repetition.
    pub(super) async fn call<E: Endpoint>(self) -> Result<(Call<E>, Option<Done>), Fault>
    where
        E::Request: Body,
    {
        let demands = self.demands(E::FACTS).await?;
        let call = Call {
            query: read::query(self.parts.uri.query().unwrap_or_default())?,
            body: E::Request::read(&self.parts.headers, self.bytes)?,
            backend: self.backend,
            caller: demands.caller,
            session: demands.session,
            version: demands.version,
            ids: self.ids,
            once: demands.once,
            trace: self.trace,
        };
        Ok((call, demands.replay))
    }

    /// The typed call of an open endpoint.
    pub(super) fn open<E: Endpoint>(self) -> Result<OpenCall<E>, Fault>
    where
        E::Request: Body,
    {
        read::query::<E::Query>(self.parts.uri.query().unwrap_or_default())?;
        Ok(OpenCall {
            body: E::Request::read(&self.parts.headers, self.bytes)?,
            backend: self.backend,
            headers: self.parts.headers,
            ids: self.ids,
            trace: self.trace,
        })
    }
}

struct Demands {
    caller: User,
    session: Session,
    version: u64,
    once: Option<Once>,
    replay: Option<Done>,
}
