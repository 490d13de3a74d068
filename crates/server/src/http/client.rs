//! From which address a request came: the connection's, or what the last proxy in front of the server says.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};

/// The address of whoever asks. `proxies` proxies in front of the server are believed: each has added the address it saw at the end of
/// `X-Forwarded-For`. What stands further to the left, anybody can have written.
pub(super) fn address(
    headers: &HeaderMap,
    extensions: &Extensions,
    proxies: usize,
) -> Option<IpAddr> {
    let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let peer = peer.ip().to_canonical();
    let Some(back) = proxies.checked_sub(1) else {
        return Some(peer);
    };
    // Bytes, for what others wrote to the left need not be text.
    let said: Vec<&[u8]> = headers
        .get_all("x-forwarded-for")
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .collect();
    let entry = said.len().checked_sub(1 + back).and_then(|at| said.get(at));
    let entry = entry.and_then(|entry| std::str::from_utf8(entry).ok());
    Some(entry.and_then(|entry| parse(entry.trim())).unwrap_or(peer))
}

/// An address, perhaps with a port.
fn parse(entry: &str) -> Option<IpAddr> {
    let bare = entry
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let address = bare.unwrap_or(entry).parse();
    let address = address.or_else(|_| entry.parse().map(|socket: SocketAddr| socket.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}

/// The part of an address that is one customer of a network: all of an IPv4 one, the first half of an IPv6 one.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => {
            let [a, b, c, d, ..] = long.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn from(peer: &str, forwarded: &[&'static [u8]], proxies: usize) -> String {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 5)));
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_bytes(value).unwrap());
        }
        address(&headers, &extensions, proxies).unwrap().to_string()
    }

    #[test]
    fn only_as_many_proxies_are_believed_as_there_are() {
        let forged = &[&b"6.6.6.6, 203.0.113.9"[..], b"198.51.100.1"][..];
        for (proxies, expected) in [
            (0, "10.0.0.1"),
            (1, "198.51.100.1"),
            (2, "203.0.113.9"),
            // One proxy fewer than believed: its connection counts, not what was forged.
            (4, "10.0.0.1"),
        ] {
            assert_eq!(from("10.0.0.1", forged, proxies), expected, "{proxies}");
        }
        assert_eq!(from("::ffff:10.0.0.1", &[], 1), "10.0.0.1");
        for (entry, expected) in [
            ("203.0.113.9:4711", "203.0.113.9"),
            ("[2001:db8::1]:80", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("unknown", "10.0.0.1"),
            ("<script>", "10.0.0.1"),
        ] {
            let said = &[entry.as_bytes()];
            assert_eq!(from("10.0.0.1", said, 1), expected, "{entry}");
        }
        let not_text = &[&b"\xE9, 203.0.113.9"[..]];
        assert_eq!(from("10.0.0.1", not_text, 1), "203.0.113.9");
    }

    #[test]
    fn a_customer_with_many_long_addresses_is_one() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_ne!(network("10.0.0.1"), network("10.0.0.2"));
    }
}
