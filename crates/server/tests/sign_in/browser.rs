//! As much of a browser as signing in needs: it keeps cookies by host, follows nothing by itself, and speaks to the desk directly.

use std::collections::BTreeMap;
use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt as _;
use openidconnect::url::Url;
use tower::ServiceExt as _;

use crate::desk::URL;

pub(crate) struct Browser {
    desk: Router,
    /// By host and port, then by name.
    cookies: Mutex<BTreeMap<String, BTreeMap<String, String>>>,
    /// Who sits in front of it, as the real provider's pages are told.
    pub(crate) user: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) set_cookies: Vec<String>,
    pub(crate) body: Vec<u8>,
}

impl Page {
    /// Where it leads.
    pub(crate) fn to(&self) -> String {
        self.location.clone().unwrap_or_else(|| panic!("{self:?}"))
    }
}

impl Browser {
    pub(crate) fn new(desk: &Router) -> Browser {
        Browser {
            desk: desk.clone(),
            cookies: Mutex::default(),
            user: None,
        }
    }

    pub(crate) fn of(desk: &Router, user: &str) -> Browser {
        Browser {
            user: Some(user.to_owned()),
            ..Browser::new(desk)
        }
    }

    /// The names of the cookies that the desk set.
    pub(crate) fn cookies(&self) -> Vec<String> {
        let cookies = self.cookies.lock().unwrap();
        let own = cookies.get("desk.example:443");
        own.map(|own| own.keys().cloned().collect())
            .unwrap_or_default()
    }

    pub(crate) fn is_signed_in(&self) -> bool {
        self.cookies()
            .contains(&"__Host-syncdesk_session".to_owned())
    }

    /// Opens an address of the desk or of a provider.
    pub(crate) async fn open(&self, address: &str) -> Page {
        let address = if address.starts_with('/') {
            format!("{URL}{address}")
        } else {
            address.to_owned()
        };
        if address.starts_with(URL) {
            self.ask("GET", &address, "").await
        } else {
            self.outside(&address)
        }
    }

    /// Sends JSON to the desk.
    pub(crate) async fn ask(&self, method: &str, address: &str, body: &str) -> Page {
        let url = Url::parse(address).unwrap();
        let path = &url[openidconnect::url::Position::BeforePath..];
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "desk.example")
            .header("sec-fetch-dest", "document")
            .header(header::USER_AGENT, "Browser of the tests");
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        if let Some(cookies) = self.cookie_header(&url) {
            request = request.header(header::COOKIE, cookies);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.desk.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let page = Page {
            status: parts.status.as_u16(),
            location: text(&parts.headers, "location"),
            set_cookies: all(&parts.headers, "set-cookie"),
            body: body.collect().await.unwrap().to_bytes().to_vec(),
        };
        self.keep(&url, &page);
        page
    }

    /// Sends JSON to a server with an address of its own.
    pub(crate) fn post(&self, address: &str, body: &str) -> Page {
        let url = Url::parse(address).unwrap();
        let mut request = agent()
            .post(address)
            .header("content-type", "application/json");
        if let Some(cookies) = self.cookie_header(&url) {
            request = request.header("cookie", cookies);
        }
        self.answered(&url, request.send(body).unwrap())
    }

    fn outside(&self, address: &str) -> Page {
        let url = Url::parse(address).unwrap();
        let mut request = agent().get(address);
        if let Some(cookies) = self.cookie_header(&url) {
            request = request.header("cookie", cookies);
        }
        if let Some(user) = &self.user {
            request = request.header("x-test-user", user);
        }
        self.answered(&url, request.call().unwrap())
    }

    fn answered(&self, url: &Url, mut response: axum::http::Response<ureq::Body>) -> Page {
        let headers = response.headers().clone();
        let location = text(&headers, "location");
        let page = Page {
            status: response.status().as_u16(),
            location: location.map(|to| url.join(&to).unwrap().to_string()),
            set_cookies: all(&headers, "set-cookie"),
            body: response.body_mut().read_to_vec().unwrap(),
        };
        self.keep(url, &page);
        page
    }

    fn cookie_header(&self, url: &Url) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        let pairs = cookies.get(&host(url))?.iter();
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    fn keep(&self, url: &Url, page: &Page) {
        let mut cookies = self.cookies.lock().unwrap();
        let own = cookies.entry(host(url)).or_default();
        for cookie in &page.set_cookies {
            let (pair, rest) = cookie.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let rest = rest.to_lowercase();
            // What browsers demand of the prefix.
            if name.starts_with("__Host-") {
                let bound =
                    rest.contains("secure") && rest.contains("path=/;") && !rest.contains("domain");
                assert!(bound, "{cookie}");
                assert!(
                    rest.contains("httponly") && rest.contains("samesite=lax"),
                    "{cookie}"
                );
            }
            if value.is_empty() || rest.contains("max-age=0") || rest.contains("1970") {
                own.remove(name);
            } else {
                own.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Opens an invitation.
    pub(crate) async fn is_invited(&self, token: &str) {
        let body = format!("{{\"token\":\"{token}\"}}");
        let address = format!("{URL}/auth/invitation");
        let opened = self.ask("POST", &address, &body).await;
        assert_eq!(opened.status, 200, "{opened:?}");
    }

    /// Follows from page to page until the desk is reached again, and gives the address there that it does not open.
    pub(crate) async fn to_callback(&self, from: &str) -> String {
        let mut to = self.open(from).await.to();
        for _ in 0..8 {
            if to.starts_with(URL) || to.starts_with("/login") {
                return to;
            }
            to = self.open(&to).await.to();
        }
        panic!("{to} leads nowhere")
    }

    /// Follows to a provider and back to the desk at that address, and gives where it leads then; that is not opened.
    pub(crate) async fn follow(&self, start: &str, desk: &str) -> String {
        let mut to = self.open(start).await.to();
        let callback = format!("{desk}/auth/oidc/");
        for _ in 0..8 {
            if to.starts_with(desk) && !to.starts_with(&callback) {
                return to;
            }
            to = self.open(&to).await.to();
        }
        panic!("{to} leads nowhere")
    }

    /// Signs in by that provider; gives where it ended.
    pub(crate) async fn sign_in(&self, provider: &str) -> String {
        let start = format!("/auth/oidc/{provider}/start?back=%2Fchannels%3Fq%3Da");
        let callback = self.to_callback(&start).await;
        if callback.starts_with("/login") {
            return callback;
        }
        self.open(&callback).await.to()
    }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None);
    config.build().into()
}

fn host(url: &Url) -> String {
    let port = url.port_or_known_default().unwrap();
    format!("{}:{port}", url.host_str().unwrap())
}

fn text(headers: &axum::http::HeaderMap, name: &str) -> Option<String> {
    Some(headers.get(name)?.to_str().unwrap().to_owned())
}

fn all(headers: &axum::http::HeaderMap, name: &str) -> Vec<String> {
    let values = headers.get_all(name).iter();
    values
        .map(|value| value.to_str().unwrap().to_owned())
        .collect()
}
