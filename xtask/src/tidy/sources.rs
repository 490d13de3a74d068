//! What holds in every source file: its first line, its length, nothing unfinished, and sentences
//! where the translators look for them.

use super::{Problem, Source, has_word};

/// Longer files hold more than one idea; lines.
const LONGEST: usize = 400;
/// Words that say that something is unfinished, put together so that this file may be checked.
const UNFINISHED: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];
/// Macros that say the same.
const HOLES: [&str; 2] = ["todo!", "unimplemented!"];
/// Rooms that hold no Korean sentence. `crates/text` does.
const SPEECHLESS: &[&str] = &[
    "src",
    "crates/ui",
    "crates/contract/src",
    "crates/backend/src",
];

/// The gallery shows components with examples of what products say.
const STORIES: &str = "crates/ui/src/gallery";

pub(crate) fn check(source: &Source) -> Vec<Problem> {
    let mut found = head_and_length(source);
    found.extend(unfinished(source));
    found.extend(sentences(source));
    found
}

/// Endings of the files that people write and that are not Rust.
pub(crate) fn is_written_by_hand(end: &str) -> bool {
    matches!(
        end,
        "css" | "html" | "js" | "mjs" | "ts" | "svg" | "sql" | "toml"
    )
}

/// Unfinished places in a file that is not Rust.
pub(crate) fn unfinished_text(file: &str, text: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for word in UNFINISHED.iter().filter(|word| has_word(line, word)) {
            found.push(Problem::new(
                file,
                at + 1,
                format!("{word} says it is unfinished"),
                DO_IT,
            ));
        }
    }
    found
}

const DO_IT: &str = "do it, or delete it";

fn head_and_length(source: &Source) -> Vec<Problem> {
    let mut found = Vec::new();
    if !source
        .lines
        .first()
        .is_some_and(|line| line.written.starts_with("//! "))
    {
        let way_out = "start the file with `//!` and one sentence";
        found.push(source.problem(1, "nobody knows what this file is for", way_out));
    }
    if source.lines.len() > LONGEST {
        let what = format!("{} lines, more than {LONGEST}", source.lines.len());
        found.push(source.problem(1, what, "give one of its ideas a file of its own"));
    }
    found
}

fn unfinished(source: &Source) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, line) in source.lines.iter().enumerate() {
        let words = UNFINISHED
            .iter()
            .filter(|word| has_word(&line.comment, word));
        let holes = HOLES.iter().filter(|hole| {
            let bare = hole.trim_end_matches('!');
            line.code.contains(*hole) && has_word(&line.code, bare)
        });
        for word in words.chain(holes) {
            found.push(source.problem(at + 1, format!("`{word}` says it is unfinished"), DO_IT));
        }
    }
    found
}

fn sentences(source: &Source) -> Vec<Problem> {
    let speechless = SPEECHLESS.iter().any(|room| source.is_in(room));
    if !speechless || source.is_in(STORIES) {
        return Vec::new();
    }
    source
        .product()
        .filter(|(_, line)| line.texts.iter().any(|text| text.chars().any(is_hangul)))
        .map(|(at, _)| source.problem(at, "a Korean sentence", "say it in crates/text"))
        .collect()
}

/// Syllables, letters and the compatibility letters that keyboards send.
fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
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

    #[test]
    fn a_file_says_first_what_it_is_for() {
        assert_eq!(
            messages("src/a.rs", "//! A.\nfn a() {}\n"),
            Vec::<String>::new()
        );
        let found = messages("src/a.rs", "fn a() {}\n");
        assert!(
            found[0].starts_with("src/a.rs:1: nobody knows"),
            "{found:?}"
        );
        assert_eq!(messages("src/a.rs", "").len(), 1);
    }

    #[test]
    fn a_file_of_more_than_400_lines_is_too_long() {
        let text = |lines: usize| format!("//! A.\n{}", "\n".repeat(lines - 1));
        assert_eq!(messages("src/a.rs", &text(400)), Vec::<String>::new());
        assert!(messages("src/a.rs", &text(401))[0].contains("401 lines"));
    }

    #[test]
    fn what_says_that_it_is_unfinished_is_found_but_not_in_texts() {
        let text = format!(
            "//! A.\n// {}: b\nfn a() {{ todo!(\"x\") }}\n",
            UNFINISHED[0]
        );
        assert_eq!(messages("crates/x/src/a.rs", &text).len(), 2);
        let quoted = "//! A.\nconst A: &str = \"todo!()\";\n";
        assert_eq!(messages("crates/x/src/a.rs", quoted), Vec::<String>::new());
        assert_eq!(
            unfinished_text("a.css", &format!("/* {} */", UNFINISHED[1])).len(),
            1
        );
    }

    #[test]
    fn korean_sentences_live_in_text_only() {
        let text = "//! 가.\n// 나\nconst A: &str = \"다\";\n#[cfg(test)]\nmod tests { const B: &str = \"라\"; }\n";
        for file in ["src/a.rs", "crates/ui/src/a.rs", "crates/backend/src/a.rs"] {
            assert_eq!(
                messages(file, text),
                [format!(
                    "{file}:3: a Korean sentence; say it in crates/text"
                )]
            );
        }
        for file in [
            "crates/text/src/ko.rs",
            "crates/mock/src/seeds.rs",
            "crates/ui/tests/a.rs",
        ] {
            assert_eq!(messages(file, text), Vec::<String>::new(), "{file}");
        }
    }
}
