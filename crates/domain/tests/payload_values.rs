//! The values in the answers: they have the documented forms, follow from what was agreed to, and are nobody's.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod applications;

use std::collections::BTreeSet;

use applications::{all, proposed};
use domain::application::Document;
use domain::consent_screen::{Facts, Key, Prompt, Situation, Ticks, outcome};
use domain::item::{Item, Stage};
use domain::payload::authorize::{Client, address};
use domain::payload::{
    Api, End, Fault, Given, Hook, Json, REFERRER_TYPES, faults, given, replies, webhooks,
};
use serde_json::Value;

/// What is given when somebody ticks those lines and continues.
fn given_by(document: &Document, facts: &Facts, is_ticked: impl Fn(usize) -> bool) -> Given {
    let met = outcome(document, facts);
    let mut ticks = Ticks::default();
    if let Some(screen) = &met.screen {
        ticks = Ticks::none(screen);
        (0..screen.lines.len())
            .filter(|n| is_ticked(*n))
            .for_each(|n| ticks.toggle(n));
    }
    given(document, facts, &met, &ticks, End::Continued)
}

fn read(json: &Json) -> Value {
    serde_json::from_str(&json.pretty()).unwrap()
}

fn answer(document: &Document, given: &Given, api: Api) -> Option<Value> {
    let replies = replies(document, given);
    replies
        .iter()
        .find(|reply| reply.api == api)
        .map(|reply| read(&reply.body))
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_moment(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.len() == 20 && text.ends_with('Z') && text.as_bytes().get(10) == Some(&b'T')
}

#[test]
fn values_have_the_documented_forms_and_are_nobodys() {
    const AGE_RANGES: [&str; 11] = [
        "1~9", "10~14", "15~19", "20~29", "30~39", "40~49", "50~59", "60~69", "70~79", "80~89",
        "90~",
    ];
    for (name, document) in all() {
        let given = given_by(&document, &Situation::First.facts(&document), |_| true);
        let me = answer(&document, &given, Api::Me).unwrap();
        let account = &me["kakao_account"];
        let text = |field: &str| {
            account
                .get(field)
                .map(|value| value.as_str().unwrap().to_owned())
        };
        let holds = |field: &str, is: &dyn Fn(&str) -> bool| {
            assert!(
                text(field).is_none_or(|text| is(&text)),
                "{name}: {field} is {:?}",
                account[field]
            );
        };
        holds("email", &|text| text.ends_with("@example.com"));
        holds("phone_number", &|text| text == "+82 10-0000-0000");
        holds("gender", &|text| ["female", "male"].contains(&text));
        holds("age_range", &|text| AGE_RANGES.contains(&text));
        holds("birthday", &|text| digits(text, 4));
        holds("birthyear", &|text| digits(text, 4));
        holds("birthday_type", &|text| ["SOLAR", "LUNAR"].contains(&text));
        for moment in ["connected_at", "synched_at"] {
            assert!(is_moment(&me[moment]), "{name}: {moment}");
        }
        assert!(account.get("ci").is_none() || is_moment(&account["ci_authenticated_at"]));
        let body = me.to_string();
        for address in body.split("https://").skip(1) {
            assert!(address.starts_with("image.example/"), "{name}: {address}");
        }
        let Some(addresses) = answer(&document, &given, Api::Addresses) else {
            continue;
        };
        for one in addresses["shipping_addresses"].as_array().unwrap() {
            assert!(
                ["NEW", "OLD"].contains(&one["type"].as_str().unwrap()),
                "{name}"
            );
            assert!(
                one["receiver_phone_number1"]
                    .as_str()
                    .unwrap()
                    .contains("0000-0000")
            );
        }
    }
}

#[test]
fn whoever_was_linked_before_keeps_their_number_and_their_day() {
    for (name, document) in all() {
        let of = |situation: Situation| {
            let given = given_by(&document, &situation.facts(&document), |_| true);
            answer(&document, &given, Api::Me).unwrap()
        };
        let (new, old) = (of(Situation::First), of(Situation::ExistingLogin));
        assert_eq!(new["id"], old["id"], "{name}");
        assert!(
            old["connected_at"].as_str() < old["synched_at"].as_str(),
            "{name}"
        );
        assert_eq!(new["connected_at"], new["synched_at"], "{name}");
    }
}

#[test]
fn only_an_app_that_refuses_the_young_has_an_error_for_them() {
    for (name, document) in all() {
        let meets = |situation: Situation| {
            let facts = situation.facts(&document);
            let given = given_by(&document, &facts, |_| true);
            faults(&document, &facts, &outcome(&document, &facts), &given)
                .contains(&Fault::UnderAge)
        };
        assert!(
            meets(Situation::AgeUnknown) && meets(Situation::Under14Refused),
            "{name}"
        );
        assert!(
            !meets(Situation::Under14Guardian) && !meets(Situation::First),
            "{name}"
        );
    }
}

#[test]
fn webhooks_carry_documented_words() {
    let (_, document) = all().swap_remove(1);
    let given = given_by(&document, &Situation::First.facts(&document), |_| true);
    for hook in webhooks(&given) {
        let body = read(&hook.json);
        let key = hook
            .headers
            .iter()
            .find(|(name, _)| *name == "Authorization");
        assert!(key.is_some_and(|(_, key)| key.starts_with("KakaoAK ")));
        match hook.hook {
            Hook::Unlink => {
                assert!(REFERRER_TYPES.contains(&body["referrer_type"].as_str().unwrap()));
                let fields = hook.body.split('&').filter_map(|pair| pair.split_once('='));
                let names: BTreeSet<&str> = fields.map(|(name, _)| name).collect();
                let expected: BTreeSet<&str> = body
                    .as_object()
                    .unwrap()
                    .keys()
                    .map(String::as_str)
                    .collect();
                assert_eq!(names, expected);
            }
            Hook::ChannelAdded => assert_eq!(body["event"], "added"),
            Hook::ChannelBlocked => assert_eq!(body["event"], "blocked"),
        }
        if hook.hook != Hook::Unlink {
            assert!(["app_user_id", "open_id"].contains(&body["id_type"].as_str().unwrap()));
            assert_eq!(serde_json::from_str::<Value>(&hook.body).unwrap(), body);
        }
    }
}

/// The way back from percent-encoding, written apart from the way there.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if let (b'%', [a, b, after @ ..]) = (*first, after) {
            let hex = String::from_utf8(vec![*a, *b]).unwrap();
            bytes.push(u8::from_str_radix(&hex, 16).unwrap());
            rest = after;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn the_lists_of_consents_follow_from_the_ticks(document in proposed(), ticks in proptest::collection::vec(proptest::bool::ANY, 20)) {
        let facts = Situation::First.facts(&document);
        let met = outcome(&document, &facts);
        let required = |n: usize| met.screen.as_ref().is_some_and(|screen| screen.lines.get(n).is_some_and(|line| line.required));
        let is_ticked = |n: usize| required(n) || ticks.get(n).copied().unwrap_or(false);
        let given = given_by(&document, &facts, is_ticked);
        proptest::prop_assert!(given.token);
        let agreed: Vec<&Key> = met.keys.iter().enumerate().filter(|(n, _)| is_ticked(*n)).map(|(_, key)| key).collect();

        let scopes = answer(&document, &given, Api::Scopes).unwrap();
        let listed: Vec<&str> = scopes["scopes"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        let expected: Vec<&str> = document.form.used().flat_map(|(item, _)| item.scopes().iter().copied()).collect();
        proptest::prop_assert_eq!(listed, expected);
        for one in scopes["scopes"].as_array().unwrap() {
            let item = Item::ALL.into_iter().find(|item| item.scopes().contains(&one["id"].as_str().unwrap())).unwrap();
            let is_agreed = agreed.contains(&&Key::Item(item));
            proptest::prop_assert_eq!(one["agreed"].as_bool(), Some(is_agreed));
            let revocable = is_agreed.then_some(document.form.item(item).stage != Stage::Required);
            proptest::prop_assert_eq!(one.get("revocable").and_then(Value::as_bool), revocable);
            proptest::prop_assert!(one["type"] == "PRIVACY" && !one["display_name"].as_str().unwrap().is_empty());
        }

        let terms = answer(&document, &given, Api::Terms).unwrap();
        let rows = terms["service_terms"].as_array().unwrap();
        proptest::prop_assert_eq!(rows.len(), document.form.terms.len());
        for (row, (one, term)) in rows.iter().zip(&document.form.terms).enumerate() {
            let is_agreed = agreed.contains(&&Key::Term(row));
            proptest::prop_assert_eq!(one["tag"].as_str(), Some(term.tag.as_str()));
            proptest::prop_assert_eq!(one["required"].as_bool(), Some(term.required));
            proptest::prop_assert_eq!(one["revocable"].as_bool(), Some(!term.required));
            proptest::prop_assert_eq!(one["agreed"].as_bool(), Some(is_agreed));
            proptest::prop_assert_eq!(one.get("agreed_at").is_some_and(is_moment), is_agreed);
            proptest::prop_assert_eq!(one.get("agreed_by").and_then(Value::as_str), is_agreed.then_some("KAUTH"));
        }
    }

    #[test]
    fn an_address_reads_back_as_what_was_put_in(
        document in proposed(), redirect_uri in ".{0,20}", state in ".{0,20}", nonce in ".{0,20}", prompt in 0..5_usize
    ) {
        let mut facts = Situation::TwoChannels.facts(&document);
        facts.request.prompt = Prompt::ALL.get(prompt).copied();
        facts.request.scope = vec!["name".to_owned(), "카카오 &=#".to_owned()];
        facts.request.service_terms = (0..document.form.terms.len()).collect();
        let client = Client { id: "", redirect_uri: &redirect_uri, state: &state, nonce: &nonce, channels: &[] };
        let found = address(&document, &facts, &client);
        let (start, query) = found.url.split_once('?').unwrap();
        proptest::prop_assert_eq!(start, "https://kauth.kakao.com/oauth/authorize");
        proptest::prop_assert!(query.is_ascii() && !query.contains([' ', '"', '<', '#']));
        let read: Vec<(String, String)> = query.split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap();
            (name.to_owned(), decoded(value))
        }).collect();
        let parts: Vec<(String, String)> = found.parts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        proptest::prop_assert_eq!(read, parts);
    }
}
