//! The transport of the demo: the router inside the page, and the failures that can be asked for by hand.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use backend::in_process::InProcess;
use contract::Kind;
use contract::endpoint::{Endpoint as _, SignIn};
use contract::transport::{Local, Reply, Request, Unreachable};

use crate::sentinel::{self, Play};

/// Stands in every program that contains this crate, so that a release can be searched for it.
pub const MARKER: &str = "syncdesk-mock-backend";

/// Calls the router as a function. Clones share their session.
#[derive(Clone)]
pub struct Transport {
    inner: Arc<InProcess>,
    ended: Arc<Mutex<Ended>>,
}

/// Whether a session was ended by hand. That happens once in a page: whoever has signed in again gets what they asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    Yes,
    Over,
}

impl Transport {
    /// Over that router, signed in as nobody.
    pub fn new(router: Router) -> Transport {
        Transport {
            inner: Arc::new(InProcess::new(router)),
            ended: Arc::new(Mutex::new(Ended::No)),
        }
    }

    /// Whether the session counts as ended for a request that asks for it.
    fn ends(&self) -> bool {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended == Ended::No {
            *ended = Ended::Yes;
        }
        *ended == Ended::Yes
    }

    /// Somebody signs in again.
    fn renew(&self) {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended == Ended::Yes {
            *ended = Ended::Over;
        }
    }
}

impl contract::Transport for Transport {
    fn send(&self, mut request: Request) -> Local<Result<Reply, Unreachable>> {
        let this = self.clone();
        request.headers.push(("x-backend", MARKER.to_owned()));
        Box::pin(async move {
            if request.path == SignIn::FACTS.path {
                this.renew();
            }
            match sentinel::asked_for(&request) {
                Some(Play::SignedOut) if this.ends() => Ok(sentinel::problem(Kind::SignIn)),
                Some(Play::Answer(reply)) => Ok(reply),
                Some(Play::Offline) => Err(Unreachable),
                Some(Play::Never) => std::future::pending().await,
                Some(Play::SignedOut) | None => this.inner.send(request).await,
            }
        })
    }
}
