//! The backend, as the console sees it: a typed client over `fetch`, or over the router inside the page.

use std::sync::Arc;

use contract::client::With;
use contract::transport::{Local, Unreachable};
use contract::{Client, Failure, Kind, Method, Reply, Request, Transport};
use domain::id::UserId;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The client with what the screens need to know about the connection.
#[derive(Clone)]
pub struct Api {
    client: Client,
    /// Who is signed in, as far as this page knows: for them it calls, and in the session of anybody else it is refused.
    pub user: RwSignal<Option<UserId>>,
    /// Whether the last call got no answer.
    pub offline: RwSignal<bool>,
    /// Whether the session has ended while somebody was signed in here.
    pub expired: RwSignal<bool>,
    /// Whether the way to sign in again stands over the page. It can be put off.
    pub signing_in: RwSignal<bool>,
    /// Whether somebody else has signed in since, in another tab: then it has to be asked who.
    pub displaced: RwSignal<bool>,
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
        client: Client::new(Arc::new(KeysByContent(transport))),
        user: RwSignal::new(None),
        offline,
        expired: RwSignal::new(false),
        signing_in: RwSignal::new(false),
        displaced: RwSignal::new(false),
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
    /// The typed calls, for whoever this page knows to be signed in.
    pub fn client(&self) -> Client {
        // A draft sends what is left of it also when the page is gone.
        let user = self.user.try_get_untracked().flatten();
        self.client.clone().speaking_for(user)
    }

    /// Has the way to sign in again come up, if the session has ended.
    pub fn sign_in_again(&self) {
        if self.expired.get_untracked() {
            self.signing_in.set(true);
        }
    }

    /// Takes note of how a call went: every call passes here, so offline, expiry and another person are noticed in one place.
    pub fn note<T>(&self, result: Result<T, Failure>) -> Result<T, Failure> {
        self.offline.maybe_update(|offline| {
            let now = matches!(result, Err(Failure::Offline));
            std::mem::replace(offline, now) != now
        });
        match result.as_ref().err().and_then(Failure::kind) {
            // Said once: whoever has put it off is not asked again by what the page does by itself.
            Some(Kind::SignIn)
                if self.user.try_get_untracked().flatten().is_some()
                    && self.expired.try_get_untracked() == Some(false) =>
            {
                self.expired.set(true);
                self.signing_in.set(true);
            }
            Some(Kind::OtherUser) => self.displaced.set(true),
            _ => {}
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

/// Makes each key one for its content: what was changed between two attempts is another intention, and gets another key.
struct KeysByContent(Arc<dyn Transport>);

impl Transport for KeysByContent {
    fn send(&self, mut request: Request) -> Local<Result<Reply, Unreachable>> {
        let content = fingerprint(request.path.as_bytes(), &request.body);
        for (name, value) in &mut request.headers {
            if *name == "idempotency-key" {
                *value = format!("{value}-{content:016x}");
            }
        }
        self.0.send(request)
    }
}

/// FNV-1a, with a byte between the two that a path never has. Only one's own attempts are told apart by it.
fn fingerprint(path: &[u8], body: &[u8]) -> u64 {
    let bytes = path.iter().chain(&[0]).chain(body);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    })
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
    let retry_after_s = headers.get("retry-after").and_then(|s| s.parse().ok());
    Ok(Reply {
        status: response.status(),
        version,
        replayed,
        retry_after_s,
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
