//! The backend, as the console sees it: a typed client over `fetch`, or over the router inside the page.

use std::sync::Arc;

use contract::client::With;
use contract::transport::{Local, Unreachable};
use contract::{Client, Failure, Kind, Method, Reply, Request, Transport};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The client with what the screens need to know about the connection.
#[derive(Clone)]
pub struct Api {
    client: Client,
    /// Whether the last call got no answer.
    pub offline: RwSignal<bool>,
    /// Whether the session has ended while the console was open.
    pub expired: RwSignal<bool>,
}

/// Provides the client to everything below.
pub fn provide_api(transport: Arc<dyn Transport>) {
    let offline = RwSignal::new(false);
    // The browser knows first; a call that gets no answer says the same later.
    let heard = [
        window_event_listener(ev::online, move |_| offline.set(false)),
        window_event_listener(ev::offline, move |_| offline.set(true)),
    ];
    on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
    provide_context(Api {
        client: Client::new(transport),
        offline,
        expired: RwSignal::new(false),
    });
}

/// The client.
///
/// # Panics
/// Outside the console's root, which always provides it.
pub fn use_api() -> Api {
    expect_context()
}

impl Api {
    /// The typed calls.
    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// Takes note of how a call went: every call passes here, so offline and expiry are noticed in one place.
    pub fn note<T>(&self, result: Result<T, Failure>) -> Result<T, Failure> {
        self.offline.maybe_update(|offline| {
            let now = matches!(result, Err(Failure::Offline));
            std::mem::replace(offline, now) != now
        });
        if result.as_ref().err().and_then(Failure::kind) == Some(&Kind::SignIn) {
            self.expired.set(true);
        }
        result
    }
}

/// A new key for a new intention: a repetition of the same call gets the same answer.
pub fn fresh_key() -> String {
    crate::random::hex(16)
}

/// What goes with a call that changes something: the version the screen shows, and a key.
pub fn with(version: u64, key: &str) -> With {
    With {
        version: Some(version),
        key: Some(key.to_owned()),
    }
}

/// What goes with a call that creates something.
pub fn with_key(key: &str) -> With {
    With {
        version: None,
        key: Some(key.to_owned()),
    }
}

/// What goes with a call that replaces or removes something.
pub fn with_version(version: u64) -> With {
    With {
        version: Some(version),
        key: None,
    }
}

/// Carries requests over HTTP.
pub struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>> {
        Box::pin(async move { fetch(request).await.map_err(|_| Unreachable) })
    }
}

async fn fetch(request: Request) -> Result<Reply, gloo_net::Error> {
    let response = match early(&request) {
        Some(promise) => match JsFuture::from(promise)
            .await
            .map(JsValue::unchecked_into::<web_sys::Response>)
        {
            Ok(response) => response.into(),
            Err(_) => start(&request)?.send().await?,
        },
        None => start(&request)?.send().await?,
    };
    let headers = response.headers();
    let version = headers
        .get("etag")
        .and_then(|tag| tag.trim_matches('"').parse().ok());
    let replayed = headers.get("idempotency-replayed").is_some();
    Ok(Reply {
        status: response.status(),
        version,
        replayed,
        body: response.binary().await?,
    })
}

fn start(request: &Request) -> Result<gloo_net::http::Request, gloo_net::Error> {
    let method = match request.method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Put => gloo_net::http::Method::PUT,
        Method::Delete => gloo_net::http::Method::DELETE,
    };
    let mut builder = gloo_net::http::RequestBuilder::new(&request.path).method(method);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    if request.body.is_empty() {
        builder.build()
    } else {
        builder.body(js_sys::Uint8Array::from(request.body.as_slice()))
    }
}

/// The answer that `boot.js` asked for while the wasm was still on its way; each is taken once.
fn early(request: &Request) -> Option<js_sys::Promise> {
    if request.method != Method::Get {
        return None;
    }
    let answers = early_answers()?;
    let key = JsValue::from_str(&request.path);
    let promise = answers.get(&key).dyn_into().ok()?;
    answers.delete(&key);
    Some(promise)
}

/// Nobody was signed in when they were asked for: whoever signs in now asks anew.
pub fn forget_early() {
    if let Some(answers) = early_answers() {
        answers.clear();
    }
}

fn early_answers() -> Option<js_sys::Map> {
    let desk = js_sys::Reflect::get(&window(), &"__syncdesk".into()).ok()?;
    js_sys::Reflect::get(&desk, &"early".into())
        .ok()?
        .dyn_into()
        .ok()
}
