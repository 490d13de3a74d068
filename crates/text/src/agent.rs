//! Which browser on which system, from what browsers say of themselves.

/// What a browser calls itself in its `User-Agent`, and what people call it. Most say that they are several: the first found counts.
const BROWSERS: [(&str, &str); 9] = [
    ("KAKAOTALK", "KakaoTalk"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Whale/", "Whale"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
];

/// The same for systems. Android calls itself Linux, and an iPhone a Mac.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// `Chrome · Windows` for what such a browser sends as its `User-Agent`. What is not known stays as it is.
pub fn browser(agent: &str) -> String {
    let find = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(word, _)| agent.contains(word));
        found.map(|(_, name)| *name)
    };
    // Safari names itself last, and so does every browser that is built like it.
    let safari = || {
        let is_safari = agent.contains("Version/") && agent.contains("Safari/");
        is_safari.then_some("Safari")
    };
    match (find(&BROWSERS).or_else(safari), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        _ => agent.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn the_usual_browsers_are_called_by_their_names() {
        const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
        const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
        const GALAXY: &str =
            "Mozilla/5.0 (Linux; Android 14; SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (agent, expected) in [
            (WINDOWS.to_owned(), "Chrome · Windows"),
            (format!("{WINDOWS} Edg/131.0.0.0"), "Edge · Windows"),
            (format!("{WINDOWS} OPR/115.0.0.0"), "Opera · Windows"),
            (WINDOWS.replace("Chrome/", "Whale/4.0 Chrome/"), "Whale · Windows"),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0".to_owned(),
                "Firefox · Linux",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"
                    .to_owned(),
                "Safari · Mac",
            ),
            (format!("{PHONE} Version/18.1 Mobile/15E148 Safari/604.1"), "Safari · iPhone"),
            (format!("{PHONE} CriOS/131.0.0.0 Mobile/15E148 Safari/604.1"), "Chrome · iPhone"),
            (format!("{PHONE} Mobile/15E148 KAKAOTALK 11.0.0"), "KakaoTalk · iPhone"),
            (
                format!("{GALAXY} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36"),
                "Samsung Internet · Android",
            ),
            (format!("{GALAXY} Chrome/131.0.0.0 Mobile Safari/537.36"), "Chrome · Android"),
        ] {
            assert_eq!(browser(&agent), expected, "{agent}");
        }
    }

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        for agent in [
            "",
            "curl/8.5.0",
            "Firefox/132.0",
            "Something (Windows NT 10.0)",
        ] {
            assert_eq!(browser(agent), agent);
        }
    }
}
