//! What holds for every sentence: both languages are there, in the fixed words, without shouting or guessing particles.

mod said;

use std::collections::BTreeSet;

use domain::finding::{Code, FactName, Finding, Remedy};
use domain::subject::Subject;
use said::{both, everything, findings, screens};
use text::Lang;
use text::screens::SCREENS;

fn has_hangul(text: &str) -> bool {
    text.chars()
        .any(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c) || ('\u{3131}'..='\u{318e}').contains(&c))
}

/// The text without its slots.
fn without_slots(text: &str) -> String {
    let mut out = String::new();
    for part in text.split('{') {
        out.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    out
}

fn slots(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next())
        .collect()
}

#[test]
fn everything_is_said_in_both_languages() {
    for (place, ko, en) in everything() {
        let only_slots = !without_slots(&ko).chars().any(char::is_alphabetic);
        assert!(!ko.trim().is_empty() && !en.trim().is_empty(), "{place}");
        assert!(has_hangul(&ko) || only_slots, "{place}: no Korean in {ko}");
        assert!(!has_hangul(&en), "{place}: Korean in {en}");
        assert_eq!(
            (ko.trim(), en.trim()),
            (&*ko, &*en),
            "{place}: spaces around"
        );
    }
}

#[test]
fn the_words_are_the_fixed_ones() {
    const NEVER: [&str; 23] = [
        "씽크",
        "비즈앱",
        "비즈채널",
        "플러스친구",
        "연동",
        "매핑",
        "스코프",
        "의무",
        "임의",
        "거절",
        "실패",
        "보완 요청",
        "사업자 번호",
        "사업자번호",
        "죄송",
        "유효하지",
        "필수 입력값",
        "을(를)",
        "이(가)",
        "은(는)",
        "와(과)",
        "(으)로",
        "!",
    ];
    for (place, ko, en) in everything() {
        for word in NEVER {
            assert!(!ko.contains(word), "{place}: {word} in {ko}");
        }
        // 관리자 is no role; 관리자센터 is the name of a site.
        assert!(
            !ko.replace("관리자센터", "").contains("관리자"),
            "{place}: {ko}"
        );
        let en = en.to_lowercase();
        for word in ["!", "sorry", "invalid", "please", "oops", "mapping"] {
            assert!(!en.contains(word), "{place}: {word} in {en}");
        }
    }
}

#[test]
fn korean_statements_are_formal() {
    const CASUAL: [&str; 8] = [
        "해요", "돼요", "에요", "예요", "어요", "아요", "네요", "려요",
    ];
    for (place, ko, _) in everything() {
        let found = CASUAL.iter().find(|end| ko.contains(*end));
        assert_eq!(found, None, "{place}: {ko}");
    }
}

#[test]
fn a_particle_never_follows_a_slot_that_may_end_either_way() {
    const AFTER: [&str; 8] = ["을 ", "를 ", "이 ", "가 ", "은 ", "는 ", "와 ", "과 "];
    for (place, ko, _) in screens() {
        for part in ko.split('}').skip(1) {
            let particle = AFTER.iter().find(|particle| part.starts_with(*particle));
            assert_eq!(particle, None, "{place}: {ko}");
        }
    }
}

#[test]
fn buttons_are_short() {
    let buttons = screens()
        .into_iter()
        .filter(|(name, ..)| name.ends_with("_button"));
    let remedies = [
        Remedy::Edit,
        Remedy::RequestRole,
        Remedy::ReadChannelConversion,
        Remedy::ReadAppConversion,
        Remedy::ReadBusinessInformation,
        Remedy::SeeLinks,
        Remedy::LinkChannel,
        Remedy::Wait,
    ]
    .map(|remedy| both(remedy, |lang| text::remedy_button(lang, remedy)));
    for (place, ko, _) in buttons.chain(remedies) {
        let name = without_slots(&ko);
        let syllables = name.chars().filter(|c| !c.is_whitespace()).count();
        assert!(syllables <= 10, "{place}: {ko}");
    }
}

#[test]
fn findings_are_one_short_sentence_without_a_full_stop() {
    for (place, ko, en) in findings() {
        assert!(ko.chars().count() <= 90, "{place}: {ko}");
        assert!(
            !ko.contains(['{', '}']) && !en.contains(['{', '}']),
            "{place}: {ko} {en}"
        );
        assert!(
            !ko.ends_with('.') && !en.ends_with('.'),
            "{place}: {ko} {en}"
        );
        assert!(
            !ko.contains(". ") && !en.contains(". "),
            "{place}: {ko} {en}"
        );
        assert!(!en.starts_with(char::is_lowercase), "{place}: {en}");
    }
}

#[test]
fn findings_with_facts_show_them() {
    let finding = Finding::new(Code::NumberDiffers, Subject::Channels)
        .with(FactName::App, "999-01-99990")
        .with(FactName::Channel, "105-83-00012");
    assert_eq!(
        text::finding(Lang::Ko, &finding),
        "사업자등록번호가 다릅니다(앱 999-01-99990 · 채널 105-83-00012)"
    );
    let entered = "{item}".repeat(20);
    let finding =
        Finding::new(Code::NumberMalformed, Subject::Application).with(FactName::Entered, entered);
    let said = text::finding(Lang::En, &finding);
    assert!(
        said.contains("{item}{item}") && said.contains('…'),
        "{said}"
    );
    let finding = Finding::new(
        Code::PolicyLacksCondition,
        Subject::parse("items.phone_number.in_privacy_policy").unwrap(),
    );
    assert_eq!(
        text::finding(Lang::Ko, &finding),
        "개인정보처리방침에 「카카오계정(전화번호)」 항목의 필수·선택 조건이 없습니다"
    );
}

#[test]
fn both_languages_fill_the_same_slots() {
    for (place, ko, en) in screens() {
        let missing: Vec<_> = slots(&ko).difference(&slots(&en)).copied().collect();
        assert_eq!(missing, [""; 0], "{place}");
    }
}

#[test]
fn every_screen_names_a_sentence_once() {
    let mut seen = BTreeSet::new();
    for (place, ..) in screens() {
        assert!(seen.insert(place.clone()), "{place}");
    }
}

#[test]
fn every_file_of_a_screen_is_listed() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/screens");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let screen = name.trim_end_matches(".rs");
        assert!(
            screen == "mod" || SCREENS.iter().any(|(listed, _)| *listed == screen),
            "{screen} is not in SCREENS"
        );
    }
}

#[test]
fn english_counts_one_and_many() {
    use text::screens::{channels, home};
    assert_eq!(channels::title(Lang::En, 1), "1 channel");
    assert_eq!(channels::title(Lang::En, 3), "3 channels");
    assert_eq!(channels::title(Lang::Ko, 3), "채널 3개");
    assert_eq!(
        home::left(Lang::En, 1),
        "1 thing left before you can use Kakao Sync"
    );
}

#[test]
fn language_tags_are_read_with_a_region() {
    assert_eq!(Lang::parse("ko-KR"), Some(Lang::Ko));
    assert_eq!(Lang::parse("EN"), Some(Lang::En));
    assert_eq!(Lang::parse("fr"), None);
    assert_eq!(Lang::parse(""), None);
    assert_eq!(Lang::ALL.map(Lang::tag), ["ko", "en"]);
}
