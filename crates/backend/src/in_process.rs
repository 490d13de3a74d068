//! The transport into the router of the same process, with a cookie jar as a browser has one. The demo runs on it, and so do tests.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{self, HeaderMap, HeaderName, HeaderValue, header};
use contract::transport::{Local, Reply, Request, Transport, Unreachable};
use tower::ServiceExt;

/// Called in the same process it has no host, which passes for this machine: the cookie has its plain name.
const SESSION_COOKIE: &str = "syncdesk_session";

/// Where a request comes from, as browsers say it.
const FETCH_SITE: &str = "sec-fetch-site";

/// A router, called as a function. Clones share their cookie.
#[derive(Clone)]
pub struct InProcess {
    router: Router,
    session: Arc<Mutex<Option<String>>>,
}

/// What came back, with its headers.
#[derive(Debug, Clone)]
pub struct Response {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

impl InProcess {
    /// Signed in as nobody.
    pub fn new(router: Router) -> InProcess {
        InProcess {
            router,
            session: Arc::default(),
        }
    }

    /// The same router with that session's token, whoever it belongs to.
    #[must_use]
    pub fn with_token(&self, token: &str) -> InProcess {
        InProcess {
            router: self.router.clone(),
            session: Arc::new(Mutex::new(Some(token.to_owned()))),
        }
    }

    /// Sends one request and keeps the cookie that comes back.
    ///
    /// # Errors
    /// When the request is none (a header with a line break in it), or the body of the reply breaks off.
    pub async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        self.call_as(request.method.word(), request).await
    }

    /// The same with any method, whatever the request says.
    ///
    /// # Errors
    /// The same.
    pub async fn call_as(&self, method: &str, request: Request) -> Result<Response, Unreachable> {
        let request = self.build(method, request).map_err(|_| Unreachable)?;
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        self.keep_cookie(&parts.headers);
        let body = to_bytes(body, usize::MAX).await.map_err(|_| Unreachable)?;
        Ok(Response {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.into(),
        })
    }

    fn build(&self, method: &str, request: Request) -> Result<http::Request<Body>, http::Error> {
        let mut builder = http::Request::builder().method(method).uri(request.path);
        let says_where_from = request.headers.iter().any(|(name, _)| *name == FETCH_SITE);
        if !says_where_from {
            builder = builder.header(FETCH_SITE, "same-origin");
        }
        for (name, value) in request.headers {
            builder = builder.header(
                HeaderName::from_static(name),
                HeaderValue::from_str(&value)?,
            );
        }
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = session.as_ref() {
            builder = builder.header(header::COOKIE, format!("{SESSION_COOKIE}={token}"));
        }
        builder.body(Body::from(request.body))
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let pair = cookie
                .to_str()
                .ok()
                .and_then(|text| text.split(';').next()?.split_once('='));
            if let Some((SESSION_COOKIE, token)) = pair {
                let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
                *session = (!token.is_empty()).then(|| token.to_owned());
            }
        }
    }
}

impl Response {
    /// As the typed client reads it.
    pub fn into_reply(self) -> Reply {
        let text = |name: &str| self.headers.get(name).and_then(|value| value.to_str().ok());
        Reply {
            status: self.status,
            version: text("etag").and_then(|tag| tag.trim_matches('"').parse().ok()),
            replayed: text("idempotency-replayed") == Some("true"),
            retry_after_s: text("retry-after").and_then(|seconds| seconds.parse().ok()),
            body: self.body,
        }
    }
}

impl Transport for InProcess {
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>> {
        let this = self.clone();
        Box::pin(async move { Ok(this.call(request).await?.into_reply()) })
    }
}
