//! The server calls nobody but the sign-in providers of its configuration and its database: whatever can open a connection to somewhere
//! else stands in two places only.

use super::{Problem, Source, has_word};

/// Rooms that run on the server.
const ROOMS: [&str; 6] = [
    "crates/server/src",
    "crates/backend/src",
    "crates/contract/src",
    "crates/domain/src",
    "crates/text/src",
    "crates/mock/src",
];
/// Where addresses come from the operator's configuration.
const ALLOWED: [&str; 2] = ["crates/server/src/oidc", "crates/server/src/store/postgres"];
/// What opens connections.
const CALLERS: [&str; 14] = [
    "TcpStream::connect",
    "connect_timeout",
    "TcpSocket",
    "UdpSocket",
    "UnixStream::connect",
    "lookup_host",
    "ToSocketAddrs",
    "to_socket_addrs",
    "reqwest",
    "ureq",
    "hyper::client",
    "hyper_util::client",
    "isahc",
    "curl",
];

pub(crate) fn check(source: &Source) -> Vec<Problem> {
    if !ROOMS.iter().any(|room| source.is_in(room))
        || ALLOWED.iter().any(|place| source.is_in(place))
    {
        return Vec::new();
    }
    let calls = source.product().flat_map(|(at, line)| {
        let found = CALLERS.iter().filter(|caller| has_word(&line.code, caller));
        found.map(move |caller| (at, *caller))
    });
    calls
        .map(|(at, caller)| {
            source.problem(
                at,
                format!("`{caller}` calls somebody"),
                "an address that a user wrote is never fetched; what the operator configured belongs to crates/server/src/oidc",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(file: &str, text: &str) -> usize {
        check(&Source::new(file, text)).len()
    }

    #[test]
    fn only_sign_in_and_the_database_call_out() {
        let call = "//! x\nuse ureq::Agent;\nfn f() { TcpStream::connect(a); }\n";
        assert_eq!(count("crates/server/src/share.rs", call), 2);
        assert_eq!(count("crates/backend/src/share.rs", call), 2);
        let other = "//! x\nfn f() { Stream::connect_timeout(a, t); \"a:1\".to_socket_addrs(); }\n";
        assert_eq!(count("crates/server/src/share.rs", other), 2);
        assert_eq!(count("crates/server/src/oidc/http.rs", call), 0);
        assert_eq!(count("xtask/src/http.rs", call), 0);
        let quiet = "//! x\n// ureq in a remark\n#[cfg(test)]\nmod tests { use ureq::Agent; }\n";
        assert_eq!(count("crates/server/src/share.rs", quiet), 0);
    }
}
