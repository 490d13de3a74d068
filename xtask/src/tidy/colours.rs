//! Colours are named once, in `style/tokens.css`: dark mode and contrast are decided there.

use super::{Problem, Source};

const WAY_OUT: &str = "name it in style/tokens.css and use var(--…)";

/// Colours in the texts of the console.
pub(crate) fn check_source(source: &Source) -> Vec<Problem> {
    if !source.is_in("src") && !source.is_in("crates/ui") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, line) in source.product() {
        for colour in line.texts.iter().filter_map(|text| colour_in(text)) {
            // `#add` may also be where a link leads; a colour without any digit stays unseen here.
            if colour.chars().any(|letter| letter.is_ascii_digit()) {
                found.push(source.problem(at, format!("the colour {colour}"), WAY_OUT));
            }
        }
    }
    found
}

/// Colours in style sheets, pages and scripts.
pub(crate) fn check_text(file: &str, text: &str) -> Vec<Problem> {
    let is_picture = file.starts_with("public/") && has_end(file, "svg");
    let concerned = ["css", "html", "svg"].iter().any(|end| has_end(file, end));
    if file == "style/tokens.css" || is_picture || !concerned {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        // Before the colon stand selectors, and `#add` is one.
        let value = if has_end(file, "css") {
            line.split_once(':').map_or("", |it| it.1)
        } else {
            line
        };
        if let Some(colour) = colour_in(value)
            && !line.contains("theme-color")
        {
            found.push(Problem::new(
                file,
                at + 1,
                format!("the colour {colour}"),
                WAY_OUT,
            ));
        }
    }
    found
}

fn has_end(file: &str, end: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, is)| is == end)
}

/// The first `#` with 3, 4, 6 or 8 hexadecimal digits and nothing else attached.
fn colour_in(text: &str) -> Option<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('#') {
        let word: String = after
            .chars()
            .take_while(|letter| is_part(*letter))
            .collect();
        let is_hex = word.chars().all(|letter| letter.is_ascii_hexdigit());
        // `&#1234;` is a character.
        if is_hex && matches!(word.len(), 3 | 4 | 6 | 8) && !before.ends_with(['&', '/']) {
            return Some(format!("#{word}"));
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_found_in_style_sheets_and_not_among_the_tokens() {
        let line = "a { color: #FFF; }\n";
        assert_eq!(
            check_text("style/ui.css", line)[0].to_string(),
            format!("style/ui.css:1: the colour #FFF; {WAY_OUT}")
        );
        assert_eq!(check_text("style/tokens.css", line), []);
        assert_eq!(
            check_text("public/icon.svg", "<path fill=\"#123456\"/>"),
            []
        );
    }

    #[test]
    fn what_only_looks_like_a_colour_is_none() {
        for line in [
            "#add { margin: 0 }",
            "a:hover { color: var(--ink) }",
            ".x { top: 0 } /* #10 */",
        ] {
            assert_eq!(check_text("style/ui.css", line), [], "{line}");
        }
        assert_eq!(colour_in("&#1234; page/#fff #12345 #fff-x #g12"), None);
    }

    #[test]
    fn the_page_may_name_the_colour_of_the_browsers_frame() {
        assert_eq!(
            check_text(
                "index.html",
                "<meta name=\"theme-color\" content=\"#123456\">"
            ),
            []
        );
        assert_eq!(
            check_text("index.html", "<body bgcolor=\"#123456\">").len(),
            1
        );
    }

    #[test]
    fn texts_of_the_console_hold_no_colour() {
        let check = |file: &str, text: &str| check_source(&Source::new(file, text)).len();
        assert_eq!(check("src/parts/a.rs", "let a = \"#1a2b3c\";"), 1);
        assert_eq!(check("src/parts/a.rs", "let a = \"#add\"; // #1a2b3c"), 0);
        assert_eq!(check("crates/mock/src/a.rs", "let a = \"#1a2b3c\";"), 0);
    }
}
