//! Texts of our own in the styles that people paste, each with its true answer beside it, and what must never change an answer.
//!
//! `NAME.txt` or `NAME.html` is the text; `NAME.answer` says per line `item required|optional|unmarked|conflicting`, `item elsewhere
//! purpose`, `place signup_screen`, `missing section …|none` or `withdrawal yes|no`. An item without a line is absent.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod footers;
mod pdf;
mod same;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use domain::item::Item;
use domain::reading::{
    Found, Marked, Purpose, Reading, Section, TEXT_CHARS_MAX, Unreadable, read_policy,
    read_signup_screen,
};

/// One text of the corpus.
struct Case {
    name: String,
    text: String,
    answer: String,
}

impl Case {
    fn read(&self) -> Result<Reading, Unreadable> {
        self.read_text(&self.text)
    }

    fn read_text(&self, text: &str) -> Result<Reading, Unreadable> {
        if self.answer.contains("place signup_screen") {
            read_signup_screen(text)
        } else {
            read_policy(text)
        }
    }
}

fn corpus() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_text = path
            .extension()
            .is_some_and(|extension| extension == "txt" || extension == "html");
        if is_text {
            cases.push(Case {
                name: path.file_stem().unwrap().to_string_lossy().into_owned(),
                text: fs::read_to_string(&path).unwrap(),
                answer: fs::read_to_string(path.with_extension("answer")).unwrap(),
            });
        }
    }
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

/// What was read about the items, in the words of the answers.
fn said(reading: &Reading) -> Vec<(Item, String)> {
    reading
        .items
        .iter()
        .map(|item| {
            let said = match item.found {
                Found::Named(Marked::Required) => "required".to_owned(),
                Found::Named(Marked::Optional) => "optional".to_owned(),
                Found::Named(Marked::Unmarked) => "unmarked".to_owned(),
                Found::Named(Marked::Conflicting) => "conflicting".to_owned(),
                Found::OnlyElsewhere(purpose) => format!("elsewhere {}", purpose_word(purpose)),
                Found::Absent => "absent".to_owned(),
            };
            (item.item, said)
        })
        .collect()
}

fn purpose_word(purpose: Purpose) -> String {
    format!("{purpose:?}").to_lowercase()
}

fn section_word(section: Section) -> String {
    format!("{section:?}").to_lowercase()
}

#[test]
fn every_text_is_read_as_a_person_reads_it() {
    let mut wrong = String::new();
    let (mut texts, mut answers, mut failed) = (0, 0, 0);
    for case in corpus() {
        texts += 1;
        let reading = case.read().unwrap();
        let mut lines = String::new();
        for (item, said) in said(&reading) {
            let expected = case
                .answer
                .lines()
                .find_map(|line| line.strip_prefix(item.key())?.strip_prefix(' '))
                .unwrap_or("absent")
                .trim();
            answers += 1;
            if said != expected {
                failed += 1;
                let spots: Vec<&str> = reading
                    .item(item)
                    .unwrap()
                    .spots
                    .iter()
                    .map(|spot| &case.text[spot.line.clone()])
                    .collect();
                writeln!(
                    lines,
                    "  {}: {expected} expected, {said} read, from {spots:?}",
                    item.key()
                )
                .unwrap();
            }
        }
        for line in case.answer.lines() {
            if let Some(expected) = line.strip_prefix("missing ") {
                let missing: Vec<String> =
                    reading.missing.iter().copied().map(section_word).collect();
                let missing = if missing.is_empty() {
                    "none".to_owned()
                } else {
                    missing.join(" ")
                };
                if missing != expected {
                    writeln!(lines, "  missing: {expected} expected, {missing} read").unwrap();
                }
            }
            if let Some(expected) = line.strip_prefix("withdrawal ")
                && reading.withdrawal.is_some() != (expected == "yes")
            {
                writeln!(lines, "  withdrawal: {expected} expected").unwrap();
            }
        }
        if !lines.is_empty() {
            writeln!(wrong, "{}\n{lines}", case.name).unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "{failed} of {answers} answers in {texts} texts differ:\n{wrong}"
    );
    assert!(texts >= 45, "{texts} texts");
}

#[test]
fn every_place_relied_on_lies_in_the_text_and_holds_a_word() {
    for case in corpus() {
        let reading = case.read().unwrap();
        for item in &reading.items {
            for spot in &item.spots {
                let word = &case.text[spot.word.clone()];
                assert!(!word.trim().is_empty(), "{}: {:?}", case.name, item.item);
                assert!(
                    spot.line.start <= spot.word.start && spot.word.end <= spot.line.end,
                    "{}: {word:?} is not on its line",
                    case.name
                );
            }
        }
    }
}

#[test]
fn what_is_no_text_is_refused_and_never_judged() {
    let long = "가".repeat(200_001);
    let five_megabytes = "이름 ".repeat(1_000_000);
    for (text, expected) in [
        ("", Unreadable::Empty),
        (" \n\u{FEFF}\t ", Unreadable::Empty),
        ("%PDF-1.7\n%âãÏÓ\n1 0 obj", Unreadable::Pdf),
        (long.as_str(), Unreadable::TooLong),
        (five_megabytes.as_str(), Unreadable::TooLong),
        (
            "PK\u{3}\u{4}\u{0}\u{0}\u{FFFD}\u{FFFD}이름\u{1}\u{2}",
            Unreadable::Binary,
        ),
        ("°³ÀÎÁ¤º¸ Ã³¸®¹æÄ§ ÀÌ¸§ ÀÌ¸ÞÀÏ", Unreadable::Binary),
        (
            "<html><body><img src='policy.png'></body></html>",
            Unreadable::NoWords,
        ),
        ("((((((((", Unreadable::NoWords),
        ("123 456", Unreadable::NoWords),
    ] {
        assert_eq!(
            read_policy(text),
            Err(expected),
            "{:?}",
            text.chars().take(30).collect::<String>()
        );
    }
}

#[test]
fn placeholders_are_found() {
    let text = "개인정보 보호책임자\n성명: 홍길동\n연락처: 010-0000-0000\n이메일: test@test.com\n[회사명]은 XX년부터 개인정보를 수집합니다.";
    let reading = read_policy(text).unwrap();
    let found: Vec<&str> = reading
        .placeholders
        .iter()
        .map(|found| &text[found.at.clone()])
        .collect();
    assert_eq!(
        found,
        ["홍길동", "010-0000-0000", "test@test", "[회사", "XX"]
    );
}

/// Whoever pastes a policy without line ends has it read, and nobody can make the reading of one take longer than its length.
#[test]
fn a_line_of_any_length_is_read_in_time() {
    let hostile = format!(
        "성별({}{}",
        "이름,".repeat(33_000),
        "주문시,".repeat(25_000)
    );
    let nested = "이름(".repeat(30_000) + &"주문시)".repeat(25_000);
    for text in [hostile, nested] {
        let text: String = text.chars().take(TEXT_CHARS_MAX).collect();
        assert!(read_policy(&text).is_ok());
    }
    let far = |words: usize| format!("회원가입 항목: 이름({}주문 시)", "글자 ".repeat(words));
    let is_collected = |text: &str| read_policy(text).unwrap().collected().count() == 1;
    assert!(!is_collected(&far(10)), "only when something is ordered");
    assert!(is_collected(&far(8_000)), "that stands too far away");
    let sentence = "회원가입 시 이름을 필수로 수집합니다. ";
    let long = format!("{}이메일을 선택으로 수집합니다.", sentence.repeat(2_000));
    let reading = read_policy(&long).unwrap();
    let found: Vec<Item> = reading.collected().map(|one| one.item).collect();
    assert_eq!(found, [Item::AccountEmail, Item::Name]);
}
