//! Every situation for several applications: which lines are shown and locked, what stands around them, and what the service gets.
//!
//! `tests/payload/situations.txt` is the table, one row for each; `SYNCDESK_WRITE=1` writes it anew for a person to read through.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod applications;

use applications::{all, proposed};
use domain::application::Document;
use domain::consent_screen::reading::{Spoken, order};
use domain::consent_screen::*;
use domain::cost::cost;
use domain::item::Stage;
use domain::versions::line_changes;

fn row(document: &Document, situation: Situation) -> String {
    let facts = situation.facts(document);
    let found = outcome(document, &facts);
    let lines = found.screen.iter().flat_map(|screen| &screen.lines);
    let lines: Vec<String> = found
        .keys
        .iter()
        .zip(lines)
        .map(|(key, line)| {
            let key = match key {
                Key::Term(row) => format!("term{row}"),
                Key::Item(item) => item.key().to_owned(),
                Key::Channel(id) => id.to_string(),
            };
            format!("{}{key}", if line.required { "!" } else { "" })
        })
        .collect();
    let mut said = vec![situation.word().to_owned()];
    said.push(match found.why {
        Some(why) => format!("no screen: {why:?}"),
        None => lines.join(" "),
    });
    said.push(match found.on_cancel {
        Some(cancel) => format!("{:?} / {cancel:?}", found.on_continue),
        None => format!("{:?}", found.on_continue),
    });
    for (name, list) in [("before", &found.before), ("after", &found.after)] {
        if !list.is_empty() {
            said.push(format!("{name} {list:?}"));
        }
    }
    for (name, list) in [("fills", &found.fills), ("empty", &found.stays_empty)] {
        if !list.is_empty() {
            let keys: Vec<_> = list.iter().map(|item| item.key()).collect();
            said.push(format!("{name} {}", keys.join(" ")));
        }
    }
    if let Some(request) = &found.would_ask {
        said.push(format!(
            "would ask scope={} terms={:?}",
            request.scope.join(","),
            request.service_terms
        ));
    }
    let cost = cost(&found);
    said.push(format!(
        "{} taps, {} fields, {} steps",
        cost.taps, cost.fields, cost.steps
    ));
    said.join(" | ")
}

#[test]
fn every_situation_of_every_application_is_as_the_table_says() {
    let mut table = String::new();
    for (name, document) in all() {
        table.extend(["# ", name, "\n"]);
        for situation in Situation::ALL {
            table += &row(&document, *situation);
            table.push('\n');
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/payload/situations.txt");
    if std::env::var_os("SYNCDESK_WRITE").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap();
    for (found, expected) in table.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(table.lines().count(), expected.lines().count());
}

#[test]
fn every_situation_has_its_own_word_and_reads_back() {
    for situation in Situation::ALL {
        assert_eq!(Situation::parse(situation.word()), Some(*situation));
    }
    assert_eq!(Situation::parse("nobody"), None);
    assert_eq!(Situation::default(), Situation::First);
}

#[test]
fn a_situation_that_changes_nothing_is_like_the_first_sign_up() {
    for (name, document) in all() {
        let like: Vec<&str> = Situation::ALL
            .iter()
            .filter(|situation| situation.is_like_first(&document))
            .map(|situation| situation.word())
            .collect();
        assert!(like.contains(&"age-unknown"), "{name}");
        for differs in ["first", "member", "under-14-refused", "in-app-visitor"] {
            assert!(!like.contains(&differs), "{name}: {differs}");
        }
        let one_channel = document.channels.len() < 2;
        assert_eq!(like.contains(&"two-channels"), one_channel, "{name}");
    }
}

#[test]
fn the_first_sign_up_is_the_screen_that_an_application_leads_to() {
    for (name, document) in all() {
        let found = outcome(&document, &Situation::First.facts(&document));
        assert_eq!(found.screen, Some(of(&document)), "{name}");
    }
}

#[test]
fn the_request_that_would_ask_leads_to_a_screen_with_what_is_open() {
    let (_, document) = all().swap_remove(1);
    for situation in [Situation::TermAdded, Situation::OptionalDeclined] {
        let facts = situation.facts(&document);
        let request = outcome(&document, &facts).would_ask.unwrap();
        let found = outcome(&document, &Facts { request, ..facts });
        assert_eq!(found.why, None, "{situation:?}");
        assert!(!found.keys.is_empty());
        assert!(found.keys.iter().all(|key| !matches!(key, Key::Channel(_))));
    }
}

#[test]
fn what_is_not_set_up_or_linked_or_required_brings_no_screen() {
    let (_, document) = all().swap_remove(0);
    let member = Situation::Member.facts(&document);
    let with = |change: fn(&mut Facts)| {
        let mut facts = member.clone();
        change(&mut facts);
        outcome(&document, &facts).why
    };
    assert_eq!(with(|_| ()), Some(Why::AlreadySignedUp));
    let unset = with(|facts| facts.request.scope.push("age_range".into()));
    assert_eq!(unset, Some(Why::ScopeNotSet));
    let unlinked = with(|facts| {
        let id = domain::id::ChannelId::parse("ch_nobodys").unwrap();
        facts.request.channels.push(id);
    });
    assert_eq!(unlinked, Some(Why::ChannelNotLinked));
    let agreed = with(|facts| facts.request.service_terms.push(0));
    assert_eq!(agreed, Some(Why::NothingLeft));
}

#[test]
fn two_screens_are_compared_line_by_line() {
    let (_, document) = all().swap_remove(1);
    let (before, mut after) = (of(&document), of(&document));
    assert_eq!(line_changes(&before, &after), []);
    after.lines[1].required = !after.lines[1].required;
    let gone = after.lines.remove(0);
    after.lines.push(gone);
    let changes = line_changes(&before, &after);
    assert_eq!(changes.len(), 2, "{changes:?}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn what_holds_for_every_screen(document in proposed(), clicks in proptest::collection::vec(0..20_usize, 0..30)) {
        for situation in Situation::ALL {
            let facts = situation.facts(&document);
            let found = outcome(&document, &facts);
            proptest::prop_assert_eq!(found.screen.is_none(), found.why.is_some());
            let Some(screen) = found.screen else { continue };
            proptest::prop_assert_eq!(screen.lines.len(), found.keys.len());
            let channels = found.keys.iter().filter(|key| matches!(key, Key::Channel(_))).count();
            let most = if facts.options.chooses_channels { CHANNELS_MAX_CHOSEN } else { CHANNELS_MAX };
            proptest::prop_assert!(channels <= most);
            for (n, (key, line)) in found.keys.iter().zip(&screen.lines).enumerate() {
                match key {
                    Key::Channel(_) => proptest::prop_assert!(!line.required && n >= screen.lines.len() - channels),
                    Key::Item(item) => {
                        let stage = document.form.item(*item).stage;
                        proptest::prop_assert!(matches!(stage, Stage::Required | Stage::Optional));
                        proptest::prop_assert!(!facts.person.agreed_items.contains(item));
                    }
                    Key::Term(row) => proptest::prop_assert!(!facts.person.agreed_terms.contains(row)),
                }
            }
            let mut ticks = Ticks::none(&screen);
            proptest::prop_assert!((0..screen.lines.len()).all(|n| !ticks.is_ticked(n)));
            for click in &clicks {
                if *click == 19 { ticks.toggle_all() } else { ticks.toggle(*click) }
                let all_required = screen.lines.iter().enumerate().all(|(n, line)| !line.required || ticks.is_ticked(n));
                proptest::prop_assert_eq!(ticks.can_continue(&screen), all_required);
            }
            // From wherever one stands, "agree to all" ends with everything or nothing.
            let was_all = ticks.is_all();
            ticks.toggle_all();
            proptest::prop_assert!((0..screen.lines.len()).all(|n| ticks.is_ticked(n) != was_all));
            proptest::prop_assert!(Ticks::required(&screen).can_continue(&screen) && Ticks::all(&screen).can_continue(&screen));
            let spoken: Vec<usize> = order(&screen).into_iter().filter_map(|turn| match turn { Spoken::Line(n) => Some(n), _ => None }).collect();
            proptest::prop_assert_eq!(spoken, (0..screen.lines.len()).collect::<Vec<_>>());
        }
    }
}
