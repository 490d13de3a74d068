//! To whom a request is addressed: `Host` once and in a form that it can have, and one of the names under which the server answers.

use std::net::IpAddr;
use std::sync::Arc;

use axum::http::uri::{Authority, Uri};
use axum::http::{Request, Version, header};

/// Whether a request says to whom it is addressed. RFC 9112, 3.2: who asks in HTTP/1.1 has to, once, and only before that could leave it out.
pub(super) fn is_addressed<B>(request: &Request<B>) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host
            .to_str()
            .is_ok_and(|host| !host.contains('@') && host.parse::<Authority>().is_ok()),
        (None, None) => request.version() < Version::HTTP_11,
        _ => false,
    }
}

/// The names under which the server answers.
#[derive(Debug, Clone)]
pub(super) struct Names {
    public: Option<Arc<str>>,
    listen: IpAddr,
}

impl Names {
    /// That of the public address, and this machine's: a look at the server from its own machine goes past any proxy.
    pub(super) fn new(public_url: Option<&str>, listen: IpAddr) -> Names {
        let public = public_url.and_then(|url| url.parse::<Uri>().ok());
        Names {
            public: public.and_then(|url| url.host().map(Arc::from)),
            listen,
        }
    }

    /// Whether the public one is known.
    pub(super) fn has_public(&self) -> bool {
        self.public.is_some()
    }

    /// Whether a request is addressed to one of them, on whatever port. A page of another site can point its own name here; then it is
    /// addressed to that name. Balancers ask for signs of life by whatever address they have, and learn nothing else.
    pub(super) fn are_meant<B>(&self, request: &Request<B>) -> bool {
        if matches!(request.uri().path(), "/healthz" | "/readyz") {
            return true;
        }
        let host = request.headers().get(header::HOST);
        let host = || host.and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
        // A proxy may write the name into the address itself, and then that counts.
        let Some(host) = request.uri().authority().cloned().or_else(host) else {
            return false;
        };
        let name = host.host().trim_end_matches('.');
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        matches!(name, "localhost" | "127.0.0.1" | "[::1]")
            || self
                .public
                .as_ref()
                .is_some_and(|public| public.eq_ignore_ascii_case(name))
            || bare.parse() == Ok(self.listen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(path: &str, hosts: &[&str]) -> Request<()> {
        let request = hosts.iter().fold(Request::get(path), |request, host| {
            request.header(header::HOST, *host)
        });
        request.body(()).unwrap()
    }

    #[test]
    fn a_request_says_once_to_whom_it_is_addressed() {
        for host in ["localhost", "desk.example:8400", "[::1]:80", "10.0.0.1"] {
            assert!(is_addressed(&to("/", &[host])), "{host}");
        }
        for hosts in [&[][..], &["a", "a"], &[""], &["a b"], &["a@b"], &["a/b"]] {
            assert!(!is_addressed(&to("/", hosts)), "{hosts:?}");
        }
        let mut old = to("/", &[]);
        *old.version_mut() = Version::HTTP_10;
        assert!(is_addressed(&old));
    }

    #[test]
    fn the_server_answers_under_its_own_names_only() {
        let names = Names::new(Some("https://Desk.example"), "10.0.0.9".parse().unwrap());
        for (path, host, meant) in [
            ("/", "desk.example", true),
            ("/", "DESK.example.:443", true),
            ("/", "localhost:8400", true),
            ("/", "[::1]", true),
            ("/api/v1/me", "10.0.0.9:8400", true),
            ("/", "10.0.0.8", false),
            ("/", "evil.example", false),
            ("/", "desk.example.evil.example", false),
            ("http://evil.example/", "desk.example", false),
            ("http://desk.example/", "evil.example", true),
            ("/healthz", "10.1.2.3:8400", true),
            ("/readyz", "evil.example", true),
            ("/healthz/", "evil.example", false),
        ] {
            assert_eq!(names.are_meant(&to(path, &[host])), meant, "{path} {host}");
        }
        assert!(!names.are_meant(&to("/", &[])));
        let six = Names::new(None, "2001:db8::1".parse().unwrap());
        assert!(six.are_meant(&to("/", &["[2001:db8::1]:80"])) && !six.has_public());
    }
}
