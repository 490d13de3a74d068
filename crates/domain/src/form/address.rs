//! Web addresses: whether a text is one, and whether somebody else can open it.

/// Whether a text is a web address: `http` or `https`, a host with a dot or `localhost`, no spaces.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.trim().split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https")
        && !text.trim().contains(char::is_whitespace)
        && !host.is_empty()
        && !host.contains('@')
        && (host.contains('.') || host == "localhost")
        && !host.starts_with('.')
        && !host.ends_with('.')
}

/// Whether a web address can be opened by somebody else: not a machine's own name or a private one.
pub fn is_public_address(text: &str) -> bool {
    let host = text.trim().split_once("://").map_or("", |(_, rest)| rest);
    let host = host
        .split(['/', ':', '?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let last = host.rsplit('.').next().unwrap_or_default();
    is_web_address(text)
        && !matches!(last, "localhost" | "local")
        && !["127.", "10.", "192.168.", "0."]
            .iter()
            .any(|start| host.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses() {
        for good in [
            "https://byeolha.example/join",
            "http://가입.example",
            "https://a.b:8080/x?y",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "byeolha.example",
            "ftp://a.b",
            "https://",
            "https://a b.c",
            "javascript://a.b\n",
            "https://u@a.b",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
        assert!(is_public_address("https://byeolha.example"));
        for private in [
            "http://localhost:3000",
            "http://127.0.0.1",
            "http://192.168.0.2",
            "http://me.local",
        ] {
            assert!(!is_public_address(private), "{private}");
        }
    }
}
