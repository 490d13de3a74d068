//! Inside the console: who may know whom, and where URLs and API paths may stand.

use super::lex::Line;
use super::{Problem, Source, has_word};

/// Files of the console that may know that there is a demo.
const KNOW_THE_DEMO: &[&str] = &[
    "src/transport.rs",
    "src/address.rs",
    "src/pages/gallery/mod.rs",
];
/// Rooms in which API paths are written.
const KNOW_THE_API: &[&str] = &["crates/contract", "crates/server", "xtask"];

pub(crate) fn check(source: &Source) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, line) in source.product() {
        let mut say = |what: String, way_out: &str| found.push(source.problem(at, what, way_out));
        if !KNOW_THE_API.iter().any(|room| source.is_in(room)) {
            for text in line.texts.iter().filter(|text| is_api_path(text)) {
                say(
                    format!("the API path \"{text}\""),
                    "call it through crates/contract",
                );
            }
        }
        if !source.is_in("src") {
            continue;
        }
        for page in pages_named(source, line) {
            say(
                format!("`{page}` is named outside its folder"),
                "move what is shared to src/parts",
            );
        }
        if source.file != "src/path.rs" && line.written.contains("href=\"/") {
            say("a URL as text".to_owned(), "use a function of src/path.rs");
        }
        if !KNOW_THE_DEMO.contains(&source.file.as_str()) && names_the_mock(line) {
            say(
                "the demo is named here".to_owned(),
                "only src/transport.rs and src/address.rs know of it",
            );
        }
    }
    found
}

fn is_api_path(text: &str) -> bool {
    ["/api", "/auth"].iter().any(|start| {
        let rest = text.strip_prefix(start);
        rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
    })
}

fn names_the_mock(line: &Line) -> bool {
    has_word(&line.code, "mock") || line.texts.iter().any(|text| text == "mock")
}

/// The pages that this line names and that its file may not know: only `src/app.rs` and `src/deferred.rs` know all,
/// and a page knows itself.
fn pages_named(source: &Source, line: &Line) -> Vec<String> {
    if matches!(&*source.file, "src/app.rs" | "src/deferred.rs") {
        return Vec::new();
    }
    let own = source
        .file
        .strip_prefix("src/pages/")
        .and_then(|rest| rest.split('/').next());
    let own = own.map(|page| page.trim_end_matches(".rs"));
    let mut found = Vec::new();
    for (at, word) in line.code.match_indices("pages::") {
        let (before, rest) = line.code.split_at(at);
        if before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
            continue;
        }
        let page = rest.strip_prefix(word).unwrap_or_default();
        let page: String = page
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect();
        if own != Some(page.as_str()) {
            found.push(format!("pages::{page}"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(file: &str, text: &str) -> Vec<String> {
        check(&Source::new(file, text))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    fn nothing() -> Vec<String> {
        Vec::new()
    }

    #[test]
    fn a_page_knows_itself_and_no_other() {
        let line = "use crate::pages::channels::table::Table;\n";
        assert_eq!(messages("src/pages/channels/page.rs", line), nothing());
        assert_eq!(messages("src/app.rs", line), nothing());
        assert_eq!(messages("src/deferred.rs", line), nothing());
        for file in [
            "src/pages/apps/page.rs",
            "src/parts/a.rs",
            "src/layout/b.rs",
            "src/form.rs",
        ] {
            let found = messages(file, line);
            assert!(
                found[0].contains("`pages::channels` is named outside its folder"),
                "{file}"
            );
        }
        assert_eq!(
            messages("src/parts/a.rs", "use crate::pages::{a, b};\n").len(),
            1
        );
        assert_eq!(
            messages("src/parts/a.rs", "use crate::homepages::a;\n"),
            nothing()
        );
    }

    #[test]
    fn api_paths_stand_in_the_contract() {
        let line = "let a = \"/api/v1/channels\";\n";
        assert_eq!(messages("src/data.rs", line).len(), 1);
        assert_eq!(
            messages("crates/mock/src/lib.rs", "f(\"/auth/sign-in\")\n").len(),
            1
        );
        assert_eq!(messages("crates/contract/src/endpoint.rs", line), nothing());
        assert_eq!(messages("crates/mock/tests/it.rs", line), nothing());
        assert_eq!(
            messages("src/data.rs", "let a = \"/apis\"; // \"/api\"\n"),
            nothing()
        );
    }

    #[test]
    fn urls_stand_in_path() {
        let line = "view! { <a href=\"/channels\">x</a> }\n";
        assert_eq!(
            messages("src/parts/a.rs", line),
            ["src/parts/a.rs:1: a URL as text; use a function of src/path.rs"]
        );
        assert_eq!(messages("src/path.rs", line), nothing());
    }

    #[test]
    fn few_files_know_the_demo() {
        let line = "#[cfg(feature = \"mock\")]\n";
        assert_eq!(messages("src/transport.rs", line), nothing());
        assert_eq!(messages("src/app.rs", line).len(), 1);
        assert_eq!(messages("src/app.rs", "mock::start();\n").len(), 1);
        assert_eq!(messages("src/app.rs", "// not the mock\n"), nothing());
    }
}
