//! The login button as HTML and CSS, after the design guide. The symbol is Kakao's own file: it may not be redrawn, so its place is marked.
//! Rule 93: <https://developers.kakao.com/docs/latest/kakaologin/design-guide>.

/// Which words stand on the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// "Login with Kakao".
    Login,
    /// "Login".
    LoginShort,
    /// "Start with Kakao": for Kakao Sync. <https://developers.kakao.com/docs/latest/en/kakaosync/design-guide>.
    Start,
    /// "Start".
    StartShort,
}

impl Label {
    /// All of them.
    pub const ALL: [Label; 4] = [
        Label::Login,
        Label::LoginShort,
        Label::Start,
        Label::StartShort,
    ];
}

const HEAD: &str = r#"<style>
.kakao-login {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px;
  min-height: 45px; padding: 0 16px; border-radius: 12px;
  background: #FEE500; color: rgba(0, 0, 0, 0.85);
  font: 15px system-ui, sans-serif; text-decoration: none;
}
.kakao-login .symbol { width: 18px; height: 18px; color: #000000; }
</style>
<a class="kakao-login" href=""#;

/// The snippet: `address` is where the button leads, `label` its words, `note` says that Kakao's own symbol file belongs into the slot.
pub fn snippet(address: &str, label: &str, note: &str) -> String {
    let mut out = HEAD.to_owned();
    escape(address, &mut out);
    out.push_str("\">\n  <span class=\"symbol\" aria-hidden=\"true\"><!-- ");
    escape(note, &mut out);
    out.push_str(" --></span>\n  <span>");
    escape(label, &mut out);
    out.push_str("</span>\n</a>\n");
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_snippet_keeps_the_guide_and_leaves_the_symbol_to_kakao() {
        let html = snippet(
            "https://a.example/?x=1&y=\"2\"",
            "카카오 로그인",
            "symbol --> here",
        );
        for part in [
            "#FEE500",
            "#000000",
            "rgba(0, 0, 0, 0.85)",
            "border-radius: 12px",
            "카카오 로그인",
            "x=1&amp;y=&quot;2&quot;",
            "<!-- symbol --&gt; here -->",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(!html.contains("<svg"));
    }
}
