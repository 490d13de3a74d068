//! The router: every endpoint of the contract, mounted by its own path.

use std::future::Future;

use axum::Router;
use axum::body::Body as Stream;
use axum::extract::{Request, State};
use axum::http::Response;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, any, on};
use contract::endpoint::ROOTS;
use contract::endpoint::{Endpoint, Facts, Method};
use contract::error::Kind;

use crate::fault::Fault;
use crate::http::act::Act;
use crate::http::call::{Call, OpenCall, Taken};
use crate::http::guard::{RequestId, guard};
use crate::http::read::Body;
use crate::http::reply::Done;
use crate::{
    Backend, app, application, auth, channel, evidence, heir, history, home, invitation, link, me,
    member, people, review, role_request, session, share,
};

/// The whole HTTP surface. Whatever lies elsewhere is the caller's to add: files, health, telemetry.
///
/// ```text
/// let app = backend::router(backend).fallback_service(files);
/// ```
pub fn router(backend: Backend) -> Router {
    let Routes { router, .. } = mounted();
    // Below these two everything is ours, so that no page of a fallback answers a program.
    ROOTS
        .iter()
        .flat_map(|root| ["", "/", "/{*rest}"].map(|rest| format!("{root}{rest}")))
        .fold(router, |router, path| router.route(&path, any(unknown)))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(backend.clone(), guard))
        .with_state(backend)
}

/// What the router answers, in the order in which it is mounted: noted while it is, so that what is forgotten in a list elsewhere can
/// be found by comparing.
pub fn routes() -> Vec<Facts> {
    mounted().facts
}

fn mounted() -> Routes {
    Routes {
        router: Router::new(),
        facts: Vec::new(),
    }
    .open(auth::persona_list)
    .open(auth::sign_in)
    .open(auth::sign_out)
    .open(auth::provider_list)
    .open(invitation::invitation_open)
    .add(session::session_list)
    .add(session::session_end)
    .add(session::session_end_others)
    .add(me::me_get)
    .add(home::home_get)
    .add(channel::channel_list)
    .add(channel::channel_get)
    .add(channel::channel_lookup)
    .add(app::app_list)
    .add(app::app_get)
    .add(member::channel_member_list)
    .add(member::channel_member_set)
    .add(member::channel_member_remove)
    .add(member::channel_hand_over)
    .add(member::channel_leave)
    .add(member::app_member_list)
    .add(member::app_member_set)
    .add(member::app_member_remove)
    .add(member::app_hand_over)
    .add(member::app_leave)
    .add(role_request::role_request_list)
    .add(role_request::role_request_create)
    .add(role_request::role_request_decide)
    .add(link::link_list)
    .add(link::link_create)
    .add(link::representative_set)
    .add(link::link_delete)
    .add(application::application_list)
    .add(application::application_create)
    .add(application::application_get)
    .add(application::application_save)
    .shown(
        application::application_submit,
        application::application_get,
    )
    .shown(
        application::application_withdraw,
        application::application_get,
    )
    .add(application::application_export)
    .add(evidence::evidence_create)
    .add(evidence::evidence_get)
    .add(evidence::evidence_delete)
    .add(share::share_create)
    .add(share::share_list)
    .add(share::share_revoke)
    .open(share::share_open)
    .add(people::user_list)
    .add(people::user_update)
    .add(people::user_sign_out)
    .add(heir::user_hand_over)
    .add(invitation::invitation_create)
    .add(invitation::invitation_list)
    .add(invitation::invitation_revoke)
    .add(history::record_list)
    .add(history::record_export)
    .add(review::review_list)
    .add(review::review_get)
    .shown(review::review_open, review::review_get)
    .shown(review::review_decide, review::review_get)
}

struct Routes {
    router: Router<Backend>,
    facts: Vec<Facts>,
}

impl Routes {
    /// Mounts an endpoint for people who are signed in.
    fn add<E, F, R>(self, run: F) -> Routes
    where
        E: Endpoint + 'static,
        E::Query: Send,
        E::Request: Body + Send,
        F: Fn(Call<E>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Done, Fault>> + Send,
    {
        let handler = move |State(backend): State<Backend>, request: Request| async move {
            let mut act = Act::of(&backend, E::FACTS, &request);
            let result = async {
                let taken = Taken::take(backend, request, E::Request::BYTES_MAX, &mut act).await?;
                let (call, before) = taken.call::<E>().await?;
                answered(call, before, run).await
            };
            let result = result.await;
            act.settled(result).await
        };
        self.mount(E::FACTS, on(filter(E::FACTS.method), handler))
    }

    /// Mounts an endpoint that answers as `read` does, with the whole of an object. A repetition gets what there is to be read now.
    fn shown<E, G, F, H, R, S>(self, run: F, read: H) -> Routes
    where
        E: Endpoint + 'static,
        E::Query: Send,
        E::Request: Body + Send,
        G: Endpoint<Query = (), Request = (), Reply = E::Reply> + 'static,
        F: Fn(Call<E>) -> R + Clone + Send + Sync + 'static,
        H: Fn(Call<G>) -> S + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Done, Fault>> + Send,
        S: Future<Output = Result<Done, Fault>> + Send,
    {
        let handler = move |State(backend): State<Backend>, request: Request| async move {
            let mut act = Act::of(&backend, E::FACTS, &request);
            let result = async {
                let taken = Taken::take(backend, request, E::Request::BYTES_MAX, &mut act).await?;
                let (call, before) = taken.call::<E>().await?;
                let reading = call.reading::<G>();
                let done = answered(call, before, run).await?;
                if !done.replayed {
                    return Ok(done);
                }
                act.reads(G::FACTS);
                let done = read(reading).await.map_err(Fault::of_what_was_done)?;
                Ok(Done {
                    replayed: true,
                    ..done
                })
            };
            let result = result.await;
            act.settled(result).await
        };
        self.mount(E::FACTS, on(filter(E::FACTS.method), handler))
    }

    /// Mounts an endpoint for everybody.
    fn open<E, F, R>(self, run: F) -> Routes
    where
        E: Endpoint + 'static,
        E::Request: Body + Send,
        F: Fn(OpenCall<E>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Done, Fault>> + Send,
    {
        let handler = move |State(backend): State<Backend>, request: Request| async move {
            let mut act = Act::of(&backend, E::FACTS, &request);
            let result = async {
                let taken = Taken::take(backend, request, E::Request::BYTES_MAX, &mut act).await?;
                run(taken.open::<E>()?).await
            };
            let result = result.await;
            act.settled(result).await
        };
        self.mount(E::FACTS, on(filter(E::FACTS.method), handler))
    }

    fn mount(mut self, facts: Facts, handler: MethodRouter<Backend>) -> Routes {
        self.facts.push(facts);
        self.router = self.router.route(facts.path, handler);
        self
    }
}

/// The answer to a call: the one that was given before, or what comes of it now.
async fn answered<E, F, R>(call: Call<E>, before: Option<Done>, run: F) -> Result<Done, Fault>
where
    E: Endpoint,
    F: Fn(Call<E>) -> R,
    R: Future<Output = Result<Done, Fault>>,
{
    if let Some(before) = before {
        return Ok(before);
    }
    match (call.again(), run(call).await) {
        (Some(again), Err(fault)) => again.instead_of(fault).await,
        (_, result) => result,
    }
}

fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Delete => MethodFilter::DELETE,
    }
}

async fn unknown(request: Request) -> Response<Stream> {
    refused(Kind::NotFound, &request)
}

async fn wrong_method(request: Request) -> Response<Stream> {
    refused(Kind::MethodNotAllowed, &request)
}

fn refused(kind: Kind, request: &Request) -> Response<Stream> {
    let id = request.extensions().get::<RequestId>();
    Fault::new(kind).into_response(id.map_or("", |id| &id.0))
}
