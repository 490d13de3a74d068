//! The cookies of who comes in: what they are called, how they are written, how they are read.

use axum::http::{HeaderMap, header};

use crate::entrance::Doors;

/// The session.
const SESSION: Name = Name {
    hosted: "__Host-syncdesk_session",
    plain: "syncdesk_session",
};
/// A sign-in that is under way at a provider.
const ATTEMPT: Name = Name {
    hosted: "__Host-syncdesk_sign_in",
    plain: "syncdesk_sign_in",
};
/// An invitation on its way into the next sign-in.
const INVITATION: Name = Name {
    hosted: "__Host-syncdesk_invitation",
    plain: "syncdesk_invitation",
};

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// The session.
    Session,
    /// A sign-in that is under way at a provider.
    Attempt,
    /// An invitation on its way into the next sign-in.
    Invitation,
}

/// With `__Host-` no other host, above or below, can set it, and it never travels in the clear.
struct Name {
    hosted: &'static str,
    plain: &'static str,
}

impl Cookie {
    /// Its name, for a request with those headers. Over plain HTTP browsers keep `Secure` cookies only on the own machine, and not
    /// all of them do: there, and only there, it has none of it.
    pub fn name(self, doors: &Doors, headers: &HeaderMap) -> &'static str {
        let name = match self {
            Cookie::Session => SESSION,
            Cookie::Attempt => ATTEMPT,
            Cookie::Invitation => INVITATION,
        };
        if is_secure(doors, headers) {
            name.hosted
        } else {
            name.plain
        }
    }

    /// Its value, where it came along.
    pub fn read<'a>(self, doors: &Doors, headers: &'a HeaderMap) -> Option<&'a str> {
        let wanted = self.name(doors, headers);
        headers
            .get_all(header::COOKIE)
            .iter()
            // Browsers send what any page of the domain has set, in whatever bytes it did: each pair stands for itself.
            .flat_map(|value| value.as_bytes().split(|byte| *byte == b';'))
            .filter_map(|pair| std::str::from_utf8(pair).ok()?.trim().split_once('='))
            .find_map(|(name, value)| (name == wanted && !value.is_empty()).then_some(value))
    }

    /// What sets it, for so many seconds.
    pub fn set(self, doors: &Doors, headers: &HeaderMap, value: &str, seconds: i64) -> String {
        let name = self.name(doors, headers);
        let secure = if is_secure(doors, headers) {
            "; Secure"
        } else {
            ""
        };
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
    }

    /// What removes it.
    pub fn clear(self, doors: &Doors, headers: &HeaderMap) -> String {
        self.set(doors, headers, "", 0)
    }
}

/// Whether browsers come over HTTPS: the configuration says so, or the name is not this machine's.
fn is_secure(doors: &Doors, headers: &HeaderMap) -> bool {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.unwrap_or("localhost");
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    let is_loopback = matches!(name, "localhost" | "[::1]")
        || name
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|ip| ip.is_loopback());
    doors.https || !is_loopback
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn from(host: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))])
    }

    #[test]
    fn a_cookie_is_secure_and_bound_to_the_host_but_on_the_own_machine() {
        let of = |host, https| {
            let doors = Doors {
                https,
                ..Doors::default()
            };
            Cookie::Session.set(&doors, &from(host), "t", 9)
        };
        for local in [
            "localhost:8400",
            "127.0.0.1:8400",
            "[::1]:8400",
            "localhost",
        ] {
            let plain = of(local, false);
            assert!(plain.starts_with("syncdesk_session=t;") && !plain.contains("Secure"));
            // A proxy may well say that it talks to localhost: what counts is what the configuration says.
            assert!(of(local, true).starts_with("__Host-syncdesk_session=t;"));
        }
        for far in ["demo.example", "localhost.example:80", "127.example"] {
            let cookie = of(far, false);
            assert!(cookie.starts_with("__Host-") && cookie.ends_with("; Secure"));
            assert!(cookie.contains("; Path=/;") && !cookie.contains("Domain"));
        }
        assert!(of("demo.example", false).contains("HttpOnly; SameSite=Lax"));
    }

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name_only() {
        let doors = Doors::default();
        let read = |headers: &HeaderMap| Cookie::Session.read(&doors, headers).map(str::to_owned);
        let mut headers = HeaderMap::new();
        assert_eq!(read(&headers), None);
        let mut add = |value: &str| {
            let value = HeaderValue::from_bytes(value.as_bytes()).unwrap();
            headers.append(header::COOKIE, value)
        };
        add("a=b; xsyncdesk_session=no");
        add("lang=ko; user=홍길동; syncdesk_session=abc");
        assert_eq!(read(&headers).as_deref(), Some("abc"));
        // Over HTTPS one that another host could have planted is none.
        headers.insert(header::HOST, HeaderValue::from_static("desk.example"));
        assert_eq!(read(&headers), None);
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("__Host-syncdesk_session=real"),
        );
        assert_eq!(read(&headers).as_deref(), Some("real"));
    }
}
