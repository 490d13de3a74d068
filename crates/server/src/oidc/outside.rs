//! The only way out of the house: to the configured providers, without redirects, with an end in time and size.

use std::io::Read as _;
use std::time::Duration;

use openidconnect::http::{StatusCode, Uri};
use openidconnect::url::Url;
use openidconnect::{HttpRequest, HttpResponse};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Proxy};

use super::provider::is_this_machine;

/// How long one request may take, whatever the other side does.
const TIME: Duration = Duration::from_secs(4);
/// Most bytes of an answer: a list of keys or a token is far smaller.
const BYTES_MAX: u64 = 256 * 1024;

/// Why there is no answer. For the log.
#[derive(Debug)]
pub(super) struct NoAnswer(pub(super) String);

impl std::fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoAnswer {}

/// The way to one provider.
#[derive(Clone)]
pub(super) struct Outside {
    agent: Agent,
    /// Whether the provider is on this machine, so that everything it refers to has to be, too.
    inside: bool,
}

impl Outside {
    /// The way to the provider with that address.
    pub(super) fn new(issuer: &Url) -> Outside {
        let found = rustls_native_certs::load_native_certs().certs;
        let certificates: Vec<Certificate<'static>> = found
            .iter()
            .map(|der| Certificate::from_der(der.as_ref()).to_owned())
            .collect();
        // A machine without any of its own trusts what browsers trust.
        let roots = if certificates.is_empty() {
            RootCerts::WebPki
        } else {
            RootCerts::new_with_certs(&certificates)
        };
        let inside = is_this_machine(issuer);
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(if inside { None } else { Proxy::try_from_env() })
            .timeout_global(Some(TIME))
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .user_agent("Syncdesk")
            .build();
        Outside {
            agent: config.new_agent(),
            inside,
        }
    }

    /// Sends a request; waits for the whole answer. What may be otherwise in a while, an error of the provider's own or too many
    /// requests, is no answer.
    pub(super) fn send(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let to = request.uri().clone();
        if !self.is_fit(&to) {
            return Err(NoAnswer(format!("{to} is not where a provider may be")));
        }
        let answer = self.agent.run(request);
        let answer = answer.map_err(|problem| NoAnswer(format!("{to}: {problem}")))?;
        let status = answer.status();
        if status.as_u16() >= 500 || status == StatusCode::TOO_MANY_REQUESTS {
            return Err(NoAnswer(format!("{to}: {status}")));
        }
        let (parts, mut body) = answer.into_parts();
        let mut bytes = Vec::new();
        body.as_reader()
            .take(BYTES_MAX + 1)
            .read_to_end(&mut bytes)
            .map_err(|problem| NoAnswer(format!("{to}: {problem}")))?;
        if bytes.len() > usize::try_from(BYTES_MAX).unwrap_or(usize::MAX) {
            return Err(NoAnswer(format!("{to}: more than {BYTES_MAX} bytes")));
        }
        Ok(HttpResponse::from_parts(parts, bytes))
    }

    fn is_fit(&self, to: &Uri) -> bool {
        let Ok(url) = Url::parse(&to.to_string()) else {
            return false;
        };
        if self.inside {
            is_this_machine(&url)
        } else {
            url.scheme() == "https" && !is_this_machine(&url)
        }
    }
}
