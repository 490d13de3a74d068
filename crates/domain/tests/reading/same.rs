//! What must not change an answer: spaces, widths, line breaks, composition, brackets, the order of what is independent.

use domain::reading::{read_footer, read_policy, read_signup_screen};
use proptest::prelude::*;

use super::{corpus, said};

/// Reads every text of the corpus again after a change that means nothing.
fn unchanged(name: &str, change: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    for case in corpus() {
        let before = said(&case.read().unwrap());
        let after = said(&case.read_text(&change(&case.text)).unwrap());
        if before != after {
            let differing: Vec<_> = before
                .iter()
                .zip(&after)
                .filter(|(one, other)| one != other)
                .collect();
            wrong.push(format!("{}: {differing:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{name} changes:\n{}", wrong.join("\n"));
}

/// Outside of tags: a space in a tag is a matter of HTML.
fn outside_tags(text: &str, change: impl Fn(char) -> String) -> String {
    let html = text.contains("</");
    let mut inside = false;
    let mut changed = String::new();
    for ch in text.chars() {
        inside = html && (inside || ch == '<' || ch == '&');
        if inside {
            changed.push(ch);
            inside = !matches!(ch, '>' | ';');
        } else {
            changed.push_str(&change(ch));
        }
    }
    changed
}

#[test]
fn windows_line_breaks_change_nothing() {
    unchanged("\\r\\n", |text| text.replace('\n', "\r\n"));
    unchanged("U+2028", |text| text.replace('\n', "\u{2028}"));
    unchanged("blank lines", |text| text.replace('\n', "\n \n"));
}

#[test]
fn wide_spaces_change_nothing() {
    unchanged("NBSP", |text| {
        outside_tags(text, |ch| {
            if ch == ' ' {
                "\u{A0}".into()
            } else {
                ch.into()
            }
        })
    });
    unchanged("two spaces", |text| {
        outside_tags(text, |ch| if ch == ' ' { "  ".into() } else { ch.into() })
    });
}

#[test]
fn spaces_around_commas_and_colons_change_nothing() {
    unchanged("commas", |text| {
        outside_tags(text, |ch| {
            if matches!(ch, ',' | ':') {
                format!(" {ch} ")
            } else {
                ch.into()
            }
        })
    });
}

#[test]
fn invisible_characters_change_nothing() {
    unchanged("zero width and direction marks", |text| {
        outside_tags(text, |ch| {
            if ('가'..='힣').contains(&ch) {
                format!("{ch}\u{200B}\u{200F}")
            } else {
                ch.into()
            }
        })
    });
}

#[test]
fn full_width_forms_change_nothing() {
    unchanged("full width", |text| {
        outside_tags(text, |ch| match ch {
            // A hash, a star and a table line are signs of Markdown, which knows one width.
            '#' | '*' | '|' | '<' | '>' | '&' => ch.into(),
            '!'..='~' => char::from_u32(u32::from(ch) + 0xFEE0).unwrap().into(),
            _ => ch.into(),
        })
    });
}

#[test]
fn decomposed_hangul_changes_nothing() {
    unchanged("NFD", |text| outside_tags(text, decomposed));
}

fn decomposed(ch: char) -> String {
    let code = u32::from(ch);
    if !(0xAC00..=0xD7A3).contains(&code) {
        return ch.into();
    }
    let index = code - 0xAC00;
    let jamo = [
        0x1100 + index / 588,
        0x1161 + index % 588 / 28,
        0x11A7 + index % 28,
    ];
    let count = if index % 28 == 0 { 2 } else { 3 };
    jamo.iter()
        .take(count)
        .filter_map(|code| char::from_u32(*code))
        .collect()
}

#[test]
fn kinds_of_brackets_and_separators_change_nothing() {
    unchanged("brackets", |text| {
        outside_tags(text, |ch| match ch {
            '(' => "（".into(),
            ')' => "）".into(),
            '[' => "【".into(),
            ']' => "】".into(),
            ',' => "、".into(),
            _ => ch.into(),
        })
    });
}

#[test]
fn small_and_capital_letters_change_nothing() {
    unchanged("capitals", |text| {
        outside_tags(text, |ch| ch.to_ascii_uppercase().into())
    });
}

const WORDS: &[&str] = &[
    "이름",
    "이메일",
    "휴대폰번호",
    "성별",
    "생년월일",
    "주소",
    "CI",
    "필수",
    "선택",
    "필수항목",
    "선택항목",
    "(필수)",
    "[선택]",
    "회원가입",
    "주문",
    "시",
    "수집하지 않습니다.",
    "수집합니다.",
    ":",
    ",",
    "/",
    "(",
    ")",
    "[",
    "]",
    "|",
    "\t",
    "\n",
    "- ",
    "1. ",
    "제2조 ",
    "보유기간",
    "목적",
    "구분",
    "<td>",
    "</td>",
    "<tr>",
    "<br>",
    "&lt;",
    "*",
    "법정대리인",
    "name",
    "required",
    "optional",
    "we do not collect",
];

proptest! {
    #[test]
    fn nothing_panics_and_ranges_lie_on_characters(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn no_mixture_of_known_words_panics(parts in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        check(&parts.concat());
        check(&parts.join(" "));
    }

    #[test]
    fn the_order_within_a_list_changes_nothing(order in Just(vec!["이름", "이메일", "휴대폰번호", "비밀번호", "아이디"]).prop_shuffle(),
        other in Just(vec!["성별", "생일", "출생연도", "배송지"]).prop_shuffle()) {
        let text = format!("회원가입 시 수집 항목\n- 필수항목: {}\n- 선택항목: {}\n보유기간: 탈퇴 시까지", order.join(", "), other.join(", "));
        let sorted = "회원가입 시 수집 항목\n- 필수항목: 이름, 이메일, 휴대폰번호, 비밀번호, 아이디\n- 선택항목: 성별, 생일, 출생연도, 배송지\n보유기간: 탈퇴 시까지";
        prop_assert_eq!(said(&read_policy(&text).unwrap()), said(&read_policy(sorted).unwrap()));
    }

    #[test]
    fn the_order_of_lines_in_a_block_changes_nothing(lines in Just(vec!["이름(필수)", "이메일(필수)", "휴대폰번호(선택)", "성별(선택)", "비밀번호(필수)"]).prop_shuffle()) {
        let text = format!("1. 회원가입\n- {}\n2. 보유기간\n- 탈퇴 시까지", lines.join("\n- "));
        let sorted = "1. 회원가입\n- 이름(필수)\n- 이메일(필수)\n- 휴대폰번호(선택)\n- 성별(선택)\n- 비밀번호(필수)\n2. 보유기간\n- 탈퇴 시까지";
        prop_assert_eq!(said(&read_policy(&text).unwrap()), said(&read_policy(sorted).unwrap()));
    }

    #[test]
    fn the_order_of_blocks_changes_nothing(blocks in Just(vec![
        "■ 회원가입\n필수: 이름, 이메일\n선택: 성별",
        "■ 주문 및 배송\n필수: 주소, 연락처",
        "■ 이벤트 참여\n필수: 휴대폰번호",
        "■ 자동 수집\n쿠키, 접속 로그",
    ]).prop_shuffle()) {
        let answers = said(&read_policy(&blocks.join("\n")).unwrap());
        let sorted = "■ 회원가입\n필수: 이름, 이메일\n선택: 성별\n■ 주문 및 배송\n필수: 주소\n■ 이벤트 참여\n필수: 휴대폰번호";
        let expected = said(&read_policy(sorted).unwrap());
        for ((item, answer), (_, expected)) in answers.iter().zip(&expected) {
            // Which of two other occasions is named first depends on the order, and says the same.
            prop_assert_eq!(answer.split(' ').next(), expected.split(' ').next(), "{:?}", item);
        }
    }
}

fn check(text: &str) {
    for reading in [read_policy(text), read_signup_screen(text)]
        .into_iter()
        .flatten()
    {
        for spot in reading
            .items
            .iter()
            .flat_map(|item| &item.spots)
            .chain(&reading.others)
        {
            assert!(
                text.get(spot.word.clone()).is_some(),
                "{spot:?} in {text:?}"
            );
            assert!(
                text.get(spot.line.clone()).is_some(),
                "{spot:?} in {text:?}"
            );
        }
        for placeholder in reading.placeholders {
            assert!(text.get(placeholder.at).is_some());
        }
        if let Some(at) = reading.withdrawal {
            assert!(text.get(at).is_some());
        }
    }
    if let Ok(footer) = read_footer(text) {
        for printed in [
            footer.trade_name,
            footer.representative,
            footer.number,
            footer.address,
        ]
        .into_iter()
        .flatten()
        {
            assert!(text.get(printed.at).is_some());
        }
    }
}
