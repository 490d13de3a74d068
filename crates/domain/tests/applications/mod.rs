//! The applications on which situations and payloads are tried.

use domain::application::{ChannelFacts, Document};
use domain::form::Term;
use domain::id::ChannelId;
use domain::item::{Item, Stage};
use proptest::prelude::*;

/// A complete one, one that asks for everything, and a draft in which nothing is filled in.
pub fn all() -> Vec<(&'static str, Document)> {
    vec![
        ("complete", example("complete.json")),
        ("everything", everything()),
        ("all required", all_required()),
        ("empty draft", empty()),
    ]
}

fn example(name: &str) -> Document {
    let path = format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// An application in which nothing is filled in.
pub fn empty() -> Document {
    serde_json::from_str(r#"{"format":"syncdesk.application/1","form":{}}"#).unwrap()
}

fn term(title: &str, tag: &str, required: bool) -> Term {
    Term {
        title_ko: title.into(),
        title_en: String::new(),
        url: format!("https://a.example/{tag}"),
        tag: tag.into(),
        required,
    }
}

fn channel(id: &str, representative: bool) -> ChannelFacts {
    let json = serde_json::json!({ "id": id, "name": id, "representative": representative });
    serde_json::from_value(json).unwrap()
}

/// Every item, CI required, a name of sixty characters, three channels.
pub fn everything() -> Document {
    let mut document = example("complete.json");
    for (n, item) in Item::ALL.into_iter().enumerate() {
        let asked = document.form.items.entry(item).or_default();
        asked.stage = match n % 3 {
            _ if item == Item::AccountCi => Stage::Required,
            1 => Stage::Required,
            _ => Stage::Optional,
        };
    }
    document.form.items.entry(Item::Gender).or_default().stage = Stage::DuringUse;
    document.form.terms = vec![
        term(&"긴".repeat(60), "service_20260101", true),
        term("마케팅 정보 받기", "marketing_20260101", false),
        term("개인정보 수집·이용 동의", "privacy_20260101", true),
        term("만 14세 이상입니다", "user_age_check", true),
    ];
    document.channels = vec![
        channel("ch_a", false),
        channel("ch_b", true),
        channel("ch_c", false),
    ];
    document.form.channel = ChannelId::parse("ch_b").ok();
    document
}

/// Every item required, and no term.
fn all_required() -> Document {
    let mut document = everything();
    for asked in document.form.items.values_mut() {
        asked.stage = Stage::Required;
    }
    document.form.terms.clear();
    document
}

/// Any application: stages, terms and channels at random.
pub fn proposed() -> impl Strategy<Value = Document> {
    let stage = prop_oneof![
        Just(Stage::Required),
        Just(Stage::Optional),
        Just(Stage::DuringUse),
        Just(Stage::NotUsed)
    ];
    let stages = proptest::collection::vec((stage, any::<bool>()), 10);
    let terms = proptest::collection::vec(any::<bool>(), 0..5);
    (stages, terms, 0..4_usize, any::<bool>()).prop_map(|(stages, terms, channels, over_14)| {
        let mut document = empty();
        for (item, (stage, collects)) in Item::ALL.into_iter().zip(stages) {
            let asked = document.form.items.entry(item).or_default();
            asked.stage = stage;
            asked.collect_if_absent = collects;
        }
        let row = |(n, required): (usize, bool)| term("약관", &format!("tag_{n}"), required);
        document.form.terms = terms.into_iter().enumerate().map(row).collect();
        document.channels = (0..channels)
            .map(|n| channel(&format!("ch_{n}"), n == 0))
            .collect();
        document.form.over_14 = over_14;
        document
    })
}
