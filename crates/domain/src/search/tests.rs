//! Tests of the Hangul search: the vectors, and the two promises (what one types is found; the index loses no match).

use super::jamo::{FIRST_SYLLABLE, FIRST_VOWEL, LEADS, TAILS, TAILS_AND_NONE, VOWELS};
use super::*;
use proptest::prelude::*;

const SHOP: &str = "별하 커피 강남점";

#[test]
fn finds_by_leads_by_syllables_and_by_unfinished_syllables() {
    let found = [
        "ㅂㅎ",
        "ㅂㅎㅋㅍ",
        "벼",
        "별ㅎ",
        "별핰",
        "별하커",
        "커ㅍ",
        "강ㄴ",
        "ㄱㄴㅈ",
        "별하커피",
        "강남저",
        "별하 커피 강남점",
        "",
    ];
    for query in found {
        assert!(matches(SHOP, query), "{query} finds {SHOP}");
        assert!(Query::new(query).matches_normalized(&Normalized::new(SHOP)));
        assert!(
            matches(&normalize(SHOP), query),
            "{query} finds the stored form"
        );
        sieve_keeps(SHOP, query);
    }
    for (target, query) in [
        ("달빛 약국", "달빛ㅇㄱ"),
        ("Byeolha Coffee", "COFF"),
        ("값싼 서점", "값ㅆ"),
        ("값싼", "갑"),
        ("갑시다", "값"),
        ("원두 회관", "우"),
        ("원두 회관", "원두호"),
    ] {
        assert!(matches(target, query), "{query} finds {target}");
        sieve_keeps(target, query);
    }
}

#[test]
fn does_not_find_what_is_not_there() {
    for query in [
        "갈",
        "ㅎㅂ",
        "ㅏ",
        "별허",
        "남강",
        "벼하",
        "별하커피강남점점",
    ] {
        assert!(!matches(SHOP, query), "{query} must not find {SHOP}");
        assert_eq!(highlight(SHOP, query), None);
    }
    assert!(!matches("", "ㅂ"));
    assert!(!matches("과자", "거"));
}

#[test]
fn a_tail_before_a_lone_consonant_may_be_the_next_lead() {
    // What an input method really leaves behind when one types 별하ㅋㅍ, 별ㅎㅋ, 갑ㅅㄷ, 가ㄱㅅㄷ.
    for (target, query) in [
        (SHOP, "별핰ㅍ"),
        (SHOP, "볋ㅋ"),
        ("갑시다", "값ㄷ"),
        ("가게 소동", "갃ㄷ"),
    ] {
        assert!(matches(target, query), "{query} finds {target}");
        sieve_keeps(target, query);
    }
    assert!(
        !matches(SHOP, "별핰피"),
        "before a whole syllable a tail is a tail"
    );
}

#[test]
fn leads_joined_by_the_input_method_are_taken_apart() {
    assert_eq!(normalize("ㄳ"), "ㄱㅅ");
    assert!(matches("감사 상회", "ㄳ") && matches("감사 상회", "ㄳㅅ"));
}

#[test]
fn case_width_spacing_and_jamo_form_do_not_matter() {
    assert_eq!(
        normalize("Ｂｙｅｏｌ（하）·커-피_1\u{3000}ㆍ２"),
        "byeol하커피12"
    );
    assert_eq!(
        normalize("\u{1107}\u{1167}\u{11AF}\u{1112}\u{1161}"),
        "별하"
    );
    assert_eq!(normalize("\u{1107}\u{1112}"), "ㅂㅎ");
    assert_eq!(normalize("벼\u{11AF}"), "별");
    assert_eq!(
        normalize("별\u{11AF}"),
        "별ㄹ",
        "a second tail cannot be joined"
    );
    assert!(matches("\u{1107}\u{1167}\u{11AF}\u{1112}\u{1161}", "별ㅎ"));
    assert!(matches("999-01-99990", "0199") && matches("9990199990", "999-01"));
}

#[test]
fn digits_stand_before_hangul_and_hangul_before_latin() {
    let mut names = [
        "Zoo",
        "별하 커피",
        "apple",
        "3일 서점",
        "가온",
        "힣",
        "Byeol",
    ];
    names.sort_by_key(|name| sort_key(name));
    assert_eq!(
        names,
        [
            "3일 서점",
            "가온",
            "별하 커피",
            "힣",
            "apple",
            "Byeol",
            "Zoo"
        ]
    );
}

#[test]
fn only_ignored_characters_are_an_empty_query() {
    assert!(Query::new(" (·) ").is_empty());
    assert!(matches(SHOP, " - "));
    assert_eq!(highlight(SHOP, " "), None);
    assert!(required_grams("_").is_empty());
}

#[test]
fn the_highlight_is_a_range_of_the_original() {
    let marked = |target: &'static str, query| highlight(target, query).map(|range| &target[range]);
    assert_eq!(marked(SHOP, "ㅎㅋ"), Some("하 커"));
    assert_eq!(marked(SHOP, "별핰"), Some("별하 커"));
    assert_eq!(marked(SHOP, "강남저"), Some("강남점"));
    assert_eq!(marked("(주) Byeolha", "주b"), Some("주) B"));
    assert_eq!(
        marked("x\u{1107}\u{1167}\u{11AF}y", "별"),
        Some("\u{1107}\u{1167}\u{11AF}")
    );
}

#[test]
fn required_grams_are_as_selective_as_the_query_allows() {
    assert_eq!(required_grams("ㅂ"), ["l:ㅂ"]);
    assert_eq!(required_grams("벼"), ["o:벼"]);
    assert_eq!(required_grams("왕"), ["o:왕"]);
    assert_eq!(required_grams("ㅂㅎ"), ["l:ㅂㅎ"]);
    assert_eq!(required_grams("ㅂㅎㅋㅍ"), ["l:ㅂㅎㅋㅍ"]);
    assert_eq!(
        required_grams("ㅂㅎㅋㅍㄱㄴ"),
        ["l:ㅂㅎㅋㅍㄱ", "l:ㅎㅋㅍㄱㄴ"]
    );
    assert_eq!(required_grams("ㅂㅎ12"), ["l:ㅂㅎ1", "l:ㅎ12"]);
    assert_eq!(required_grams("별핰"), ["p:별핰"]);
    assert_eq!(required_grams("별하커"), ["p:별하", "p:하커"]);
    assert_eq!(required_grams("별"), ["o:별"]);
    assert_eq!(required_grams("별ㅎ"), ["o:별"]);
    assert_eq!(required_grams("하ㅋ"), ["l:ㅎㅋ", "o:하"]);
    assert_eq!(required_grams("ㅂ하"), ["l:ㅂㅎ", "o:하"]);
    assert_eq!(required_grams("Cof"), ["l:cof"]);
    assert_eq!(required_grams("9901"), ["l:901", "l:990"]);
    assert!(required_grams("99").is_empty());
}

fn sieve_keeps(target: &str, query: &str) {
    let grams = grams(target);
    for gram in required_grams(query) {
        assert!(
            grams.contains(&gram),
            "{gram} of {query} is missing in {target}: {grams:?}"
        );
    }
}

/// What a two-set keyboard input method shows after these keys.
fn typed(keys: &[char]) -> String {
    let mut shown: Vec<char> = Vec::new();
    for &key in keys {
        let last = shown.pop();
        let (before, now) = pressed(last, key);
        shown.extend(before);
        shown.push(now);
    }
    shown.into_iter().collect()
}

/// The character in composition after one more key, and the one that it pushes out.
fn pressed(last: Option<char>, key: char) -> (Option<char>, char) {
    let Some(last) = last else { return (None, key) };
    let vowel = matches!(key, 'ㅏ'..='ㅣ');
    let with_tail = |open: char, tail: char| {
        let index = TAILS.chars().position(|c| c == tail)?;
        char::from_u32(u32::from(open) + u32::try_from(index).ok()? + 1)
    };
    let with_vowel = |lead: char, vowel: char| {
        let index = u32::try_from(LEADS.chars().position(|c| c == lead)?).ok()?;
        let vowel = u32::from(vowel) - FIRST_VOWEL;
        char::from_u32(FIRST_SYLLABLE + (index * VOWELS + vowel) * TAILS_AND_NONE)
    };
    let grown = match (Syllable::of(last), vowel) {
        (None, true) => match halves(last) {
            Some((a, b)) => with_vowel(b, key).map(|c| (Some(a), c)),
            None => with_vowel(last, key).map(|c| (None, c)),
        },
        (None, false) => joined((last, key)).map(|c| (None, c)),
        (Some(s), false) => match s.tail {
            None => with_tail(s.open, key).map(|c| (None, c)),
            Some(tail) => joined((tail, key))
                .and_then(|tail| with_tail(s.open, tail))
                .map(|c| (None, c)),
        },
        (Some(s), true) => match s.tail {
            None => vowel_keys()
                .find(|(_, keys)| *keys == [s.vowel, key])
                .and_then(|(whole, _)| with_vowel(s.lead, whole))
                .map(|c| (None, c)),
            Some(tail) => match halves(tail) {
                Some((a, b)) => with_tail(s.open, a).zip(with_vowel(b, key)),
                None => with_vowel(tail, key).map(|c| (s.open, c)),
            }
            .map(|(before, now)| (Some(before), now)),
        },
    };
    grown.unwrap_or((Some(last), key))
}

fn vowel_keys() -> impl Iterator<Item = (char, [char; 2])> {
    [
        ('ㅘ', ['ㅗ', 'ㅏ']),
        ('ㅙ', ['ㅗ', 'ㅐ']),
        ('ㅚ', ['ㅗ', 'ㅣ']),
        ('ㅝ', ['ㅜ', 'ㅓ']),
        ('ㅞ', ['ㅜ', 'ㅔ']),
        ('ㅟ', ['ㅜ', 'ㅣ']),
        ('ㅢ', ['ㅡ', 'ㅣ']),
    ]
    .into_iter()
}

/// The keys of one syllable.
fn keys(c: char) -> Vec<char> {
    let Some(syllable) = Syllable::of(c) else {
        return vec![c];
    };
    let mut keys = vec![syllable.lead];
    match vowel_keys().find(|(whole, _)| *whole == syllable.vowel) {
        Some((_, pair)) => keys.extend(pair),
        None => keys.push(syllable.vowel),
    }
    if let Some(tail) = syllable.tail {
        keys.extend(halves(tail).map_or(vec![tail], |(a, b)| vec![a, b]));
    }
    keys
}

/// Few syllables, so that chance makes neighbours whose tails and leads combine.
const SYLLABLES_THAT_MEET: &str = "가각갂갃갑값고과곽갈갉사삭삯상소솨까싸나라락바밥하핰커우워원";

fn text(alphabet: String, length: Range<usize>) -> impl Strategy<Value = String> {
    let units = prop::sample::select(alphabet.chars().collect::<Vec<_>>());
    prop::collection::vec(units, length).prop_map(|units| units.into_iter().collect())
}

fn mixed(length: Range<usize>) -> impl Strategy<Value = String> {
    text(format!("{SYLLABLES_THAT_MEET}ㄱㅅㅂㅎaB1"), length)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[가-힣]{1,7}", text(SYLLABLES_THAT_MEET.to_owned(), 1..8)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_loses_no_match(target in mixed(1..9), query in mixed(1..4)) {
        if matches(&target, &query) {
            sieve_keeps(&target, &query);
        }
    }

    #[test]
    fn one_or_two_syllables_let_nothing_else_through(target in name(), query in text(SYLLABLES_THAT_MEET.to_owned(), 1..3)) {
        let grams = grams(&target);
        if required_grams(&query).iter().all(|gram| grams.contains(gram)) {
            prop_assert!(matches(&target, &query), "{query} is not in {target}: {grams:?}");
        }
    }

    #[test]
    fn every_step_of_typing_a_part_of_a_name_finds_it(
        target in name(), start in 0_usize..4, steps in 1_usize..20,
    ) {
        let keys: Vec<char> = target.chars().skip(start).flat_map(keys).take(steps).collect();
        let query = typed(&keys);
        prop_assert!(matches(&target, &query), "{query} finds {target}");
        sieve_keeps(&target, &query);
    }

    #[test]
    fn whole_syllables_then_leads_find_it(
        target in name(), start in 0_usize..3, whole in 0_usize..4, leads in 0_usize..4,
    ) {
        let whole_keys = target.chars().skip(start).take(whole).flat_map(keys);
        let lead_keys = target.chars().skip(start + whole).take(leads).map(projected);
        let query = typed(&whole_keys.chain(lead_keys).collect::<Vec<_>>());
        prop_assert!(matches(&target, &query), "{query} finds {target}");
        sieve_keeps(&target, &query);
    }

    #[test]
    fn any_text_normalises_once_and_highlights_on_character_boundaries(target: String, query in mixed(1..3)) {
        let once = normalize(&target);
        prop_assert_eq!(normalize(&once), once.clone());
        let target = format!("{target}{query}{target}");
        prop_assert!(highlight(&target, &query).is_none_or(|range| target.get(range).is_some()));
        sieve_keeps(&target, &target);
    }
}
