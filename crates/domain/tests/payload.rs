//! The payloads, field by field against the documented shapes in `tests/payload/*.json`: fixtures of our own making, with Kakao's field names.
//!
//! A fixture names every field as a path with its type and when it is there: `always`, `used` (the form asks for the item), `agreed`
//! (and the account holds a value), `agreed_only` (whatever the account holds), `synced`, or `never` (real, but nothing that an
//! application leads to). `[]` stands for every element of a list.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

mod applications;

use std::collections::{BTreeMap, BTreeSet};

use applications::{all, everything, proposed};
use domain::application::Document;
use domain::consent_screen::*;
use domain::item::{Item, Stage};
use domain::payload::authorize::{Address, Client, ProblemCode, address};
use domain::payload::*;
use serde_json::Value;

#[derive(serde::Deserialize)]
struct Field {
    #[serde(rename = "type")]
    kind: String,
    when: String,
    #[serde(default)]
    item: Option<Item>,
}

type Shape = BTreeMap<String, Field>;

fn shape(name: &str) -> Shape {
    let path = format!("{}/tests/payload/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn shape_of(api: Api) -> Shape {
    shape(match api {
        Api::Me => "user_me",
        Api::Scopes => "user_scopes",
        Api::Terms => "user_service_terms",
        Api::Addresses => "user_shipping_address",
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Every path with its type.
fn paths(value: &Value, at: &str, out: &mut BTreeMap<String, &'static str>) {
    let join = |name: &str| {
        if at.is_empty() {
            name.to_owned()
        } else {
            format!("{at}.{name}")
        }
    };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                out.insert(join(name), kind(value));
                paths(value, &join(name), out);
            }
        }
        Value::Array(values) => {
            for value in values {
                paths(value, &format!("{at}[]"), out);
            }
        }
        _ => {}
    }
}

fn found(json: &Json) -> BTreeMap<String, &'static str> {
    let mut out = BTreeMap::new();
    paths(&serde_json::from_str(&json.pretty()).unwrap(), "", &mut out);
    out
}

/// Whether a field has to be there; `None` when it depends on the elements of a list.
fn is_due(field: &Field, document: &Document, given: &Given) -> Option<bool> {
    let item = field.item;
    let used = || item.is_some_and(|item| document.form.item(item).stage != Stage::NotUsed);
    match field.when.as_str() {
        "always" => Some(true),
        "never" => Some(false),
        "used" => Some(used()),
        "agreed" => Some(used() && item.is_some_and(|item| given.values.contains(&item))),
        "synced" => Some(given.member == Member::Synced),
        "element" => None,
        other => panic!("{other} is not a rule of presence"),
    }
}

/// Every way through every situation.
fn ways(document: &Document) -> Vec<(Facts, Outcome, Given)> {
    let mut ways = Vec::new();
    for situation in Situation::ALL {
        let facts = situation.facts(document);
        let outcome = outcome(document, &facts);
        let ticks = match &outcome.screen {
            Some(screen) => vec![
                Ticks::none(screen),
                Ticks::required(screen),
                Ticks::all(screen),
            ],
            None => vec![Ticks::default()],
        };
        for ticks in ticks {
            for end in [End::Continued, End::Cancelled] {
                let given = given(document, &facts, &outcome, &ticks, end);
                ways.push((facts.clone(), outcome.clone(), given));
            }
        }
    }
    ways
}

#[test]
fn every_answer_has_the_documented_fields_and_no_other() {
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (name, document) in all() {
        for (_, _, given) in ways(&document) {
            for reply in replies(&document, &given) {
                let shape = shape_of(reply.api);
                let found = found(&reply.body);
                for (path, kind) in &found {
                    let field = shape.get(path);
                    let field = field.unwrap_or_else(|| panic!("{name}: {path} is not documented"));
                    assert_eq!(*kind, field.kind, "{name}: {path}");
                }
                for (path, field) in &shape {
                    if let Some(due) = is_due(field, &document, &given) {
                        assert_eq!(found.contains_key(path), due, "{name}: {path} {given:?}");
                    }
                }
                seen.entry(reply.api.call())
                    .or_default()
                    .extend(found.into_keys());
            }
        }
    }
    for api in Api::ALL {
        for (path, field) in shape_of(api) {
            let is_seen = seen[api.call()].contains(&path);
            assert_eq!(is_seen, field.when != "never", "{path}");
        }
    }
}

#[test]
fn whoever_cancels_or_is_refused_gives_nothing() {
    for (name, document) in all() {
        for (_, outcome, given) in ways(&document) {
            let code = outcome.on_continue == Answer::Code;
            assert!(code || !given.token, "{name}");
            if !given.token {
                assert_eq!(replies(&document, &given), [], "{name}");
                assert_eq!(webhooks(&given), [], "{name}");
            }
        }
    }
}

#[test]
fn every_value_that_is_missing_has_a_guard_beside_it() {
    let document = everything();
    for (_, _, given) in ways(&document) {
        for reply in replies(&document, &given) {
            if reply.api != Api::Me {
                continue;
            }
            let body = found(&reply.body);
            for (path, field) in shape_of(Api::Me) {
                let leaf = !path.ends_with("agreement") && path.matches('.').count() == 1;
                if leaf && field.when == "agreed" && !body.contains_key(&path) && is_value(&path) {
                    let guard = reply.guards.iter().find(|guard| guard.path == path);
                    let code = guard.map(|guard| guard.code);
                    let agreed = field.item.is_some_and(|item| given.items.contains(&item));
                    let due = if agreed {
                        GuardCode::NoValue
                    } else {
                        GuardCode::NotAgreed
                    };
                    assert_eq!(code, Some(due), "{path}");
                }
            }
        }
    }
}

/// Fields that say something about another field have no guard of their own.
fn is_value(path: &str) -> bool {
    !["is_email", "birthday_type", "is_leap", "ci_authenticated"]
        .iter()
        .any(|start| path.contains(start))
}

#[test]
fn webhooks_and_errors_have_the_documented_shape() {
    let document = everything();
    let all_given = ways(&document).into_iter().map(|(_, _, given)| given);
    let given = all_given.max_by_key(|given| given.channels.len()).unwrap();
    let hooks = webhooks(&given);
    assert_eq!(hooks.len(), 3);
    for hook in hooks {
        let name = if hook.hook == Hook::Unlink {
            "webhook_unlink"
        } else {
            "webhook_channel"
        };
        let found = found(&hook.json);
        for (path, field) in shape(name) {
            assert_eq!(found.contains_key(&path), field.when == "always", "{path}");
        }
        let headers: Vec<&str> = hook.headers.iter().map(|(name, _)| *name).collect();
        assert!(headers.contains(&"Authorization"));
        let is_channel = hook.hook != Hook::Unlink;
        assert_eq!(headers.contains(&"X-Kakao-Resource-ID"), is_channel);
    }
    let shape = shape("errors");
    for fault in Fault::ALL {
        for (path, kind) in found(&fault.body(&["name"])) {
            assert_eq!(
                shape.get(&path).map(|f| f.kind.as_str()),
                Some(kind),
                "{fault:?} {path}"
            );
        }
    }
}

fn problems(address: &Address) -> Vec<ProblemCode> {
    address
        .problems
        .iter()
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn the_authorize_address_is_written_as_documented() {
    let document = everything();
    let mut facts = Situation::TwoChannels.facts(&document);
    facts.request.scope = vec!["account_email".into(), "name".into()];
    facts.request.service_terms = vec![0, 1];
    let registered = authorize::registered(&document)[0].clone();
    let public: Vec<_> = facts
        .request
        .channels
        .iter()
        .map(|id| (id.clone(), format!("_{}", id.as_str())))
        .collect();
    let client = Client {
        id: "0123456789abcdef0123456789abcdef",
        redirect_uri: &registered,
        state: "a b&c",
        nonce: "",
        channels: &public,
    };
    let found = address(&document, &facts, &client);
    assert_eq!(problems(&found), []);
    let encoded = registered.replace(':', "%3A").replace('/', "%2F");
    let expected = format!(
        "https://kauth.kakao.com/oauth/authorize?client_id=0123456789abcdef0123456789abcdef&redirect_uri={encoded}&response_type=code\
         &scope=account_email,name&service_terms=service_20260101,marketing_20260101&channel_public_id=_ch_b,_ch_a&state=a%20b%26c"
    );
    assert_eq!(found.url, expected);
}

#[test]
fn everything_wrong_with_an_address_is_named() {
    use ProblemCode as P;
    let document = everything();
    let with = |change: &dyn Fn(&mut Facts, &mut Client<'_>)| {
        let mut facts = Facts::default();
        let mut client = Client {
            id: "0123456789abcdef0123456789abcdef",
            state: "s",
            ..Client::default()
        };
        change(&mut facts, &mut client);
        problems(&address(&document, &facts, &client))
    };
    assert_eq!(with(&|_, _| ()), []);
    assert_eq!(with(&|_, c| c.id = ""), [P::ClientIdMissing]);
    assert_eq!(with(&|_, c| c.id = "ABC"), [P::ClientIdMalformed]);
    assert_eq!(with(&|_, c| c.state = ""), [P::StateMissing]);
    assert_eq!(with(&|_, c| c.nonce = "n"), []);
    let beside_scope = |f: &mut Facts, c: &mut Client<'_>| {
        c.nonce = "n";
        f.request.scope.push("name".into());
    };
    assert_eq!(with(&beside_scope), [P::NonceWithoutOpenid]);
    assert_eq!(
        with(&|_, c| c.redirect_uri = "app://x"),
        [P::RedirectMalformed]
    );
    let slash = format!("{}/", authorize::registered(&document)[0]);
    assert_eq!(
        address(
            &document,
            &Facts::default(),
            &Client {
                redirect_uri: &slash,
                state: "s",
                ..Client::default()
            }
        )
        .problems[1]
            .code,
        P::RedirectNotRegistered
    );
    for (scope, code) in [
        ("profile", P::ScopeLegacy),
        ("legal_name", P::ScopePartnersOnly),
        ("friends", P::ScopeElsewhere),
    ] {
        assert_eq!(with(&|f, _| f.request.scope.push(scope.into())), [code]);
    }
    assert_eq!(
        with(&|f, _| f.request.service_terms.push(1)),
        [P::NoRequiredTerm]
    );
    assert_eq!(
        with(&|f, _| f.request.service_terms.push(9)),
        [P::TermUnknown, P::NoRequiredTerm]
    );
    assert_eq!(
        with(&|f, _| {
            f.request.prompt = Some(Prompt::Login);
            f.request.place = Place::KakaoTalk;
        }),
        [P::LoginPromptInApp]
    );
    let three = |f: &mut Facts, _: &mut Client<'_>| {
        f.request.channels = document.channels.iter().map(|c| c.id.clone()).collect();
    };
    let found = with(&three);
    assert!(found.contains(&P::TooManyChannels) && found.contains(&P::ChannelWithoutPermission));
}

#[test]
fn the_way_back_says_what_happened() {
    let uri = "https://a.example/cb?x=1";
    assert_eq!(
        redirect(Answer::AccessDenied, uri, "s"),
        Some(format!(
            "{uri}&error=access_denied&error_description=User%20denied%20access&state=s"
        ))
    );
    assert_eq!(
        redirect(Answer::ConsentRequired, "https://a.example/cb", ""),
        Some("https://a.example/cb?error=consent_required".into())
    );
    assert_eq!(redirect(Answer::Nothing, uri, "s"), None);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]
    #[test]
    fn no_value_is_given_that_was_not_agreed_to(document in proposed()) {
        for (facts, outcome, given) in ways(&document) {
            for item in &given.values {
                proptest::prop_assert!(given.items.contains(item));
                proptest::prop_assert!(document.form.item(*item).stage != Stage::NotUsed);
            }
            for reply in replies(&document, &given) {
                let shape = shape_of(reply.api);
                for path in found(&reply.body).keys() {
                    proptest::prop_assert!(shape.contains_key(path), "{}", path);
                }
            }
            proptest::prop_assert!(!faults(&document, &facts, &outcome, &given).is_empty());
        }
    }
}
