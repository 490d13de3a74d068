//! The transport of the demo: the router inside the page, and the failures that can be asked for by hand.

use std::sync::Arc;

use axum::Router;
use backend::in_process::InProcess;
use contract::transport::{Local, Reply, Request, Unreachable};

use crate::sentinel::{self, Play};

/// Stands in every program that contains this crate, so that a release can be searched for it.
pub const MARKER: &str = "syncdesk-mock-backend";

/// Calls the router as a function. Clones share their session.
#[derive(Clone)]
pub struct Transport {
    inner: Arc<InProcess>,
}

impl Transport {
    /// Over that router, signed in as nobody.
    pub fn new(router: Router) -> Transport {
        Transport {
            inner: Arc::new(InProcess::new(router)),
        }
    }
}

impl contract::Transport for Transport {
    fn send(&self, mut request: Request) -> Local<Result<Reply, Unreachable>> {
        let inner = Arc::clone(&self.inner);
        request.headers.push(("x-backend", MARKER.to_owned()));
        Box::pin(async move {
            match sentinel::asked_for(&request) {
                Some(Play::Answer(reply)) => Ok(reply),
                Some(Play::Offline) => Err(Unreachable),
                Some(Play::Never) => std::future::pending().await,
                None => inner.send(request).await,
            }
        })
    }
}
