//! What holds for every application, every person and every request.

use domain::application::{AppFacts, ChannelFacts, Document, Format, Goal};
use domain::consent_screen::reading::{Spoken, order};
use domain::consent_screen::{
    Age, Answer, Ask, Facts, Key, Member, Options, Person, Place, Prompt, Request, Ticks, Why,
    outcome,
};
use domain::cost::{cost, fields_for};
use domain::form::{Form, ItemRequest, Term};
use domain::id::ChannelId;
use domain::item::{Item, Stage};
use domain::versions::{LineChange, differences, line_changes};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const STAGES: [Stage; 4] = [
    Stage::Required,
    Stage::Optional,
    Stage::DuringUse,
    Stage::NotUsed,
];

prop_compose! {
    fn a_document()(
        items in vec((select(STAGES.to_vec()), any::<bool>()), 10),
        required in vec(any::<bool>(), 0..5),
        channels in 0..4_usize,
        over_14 in any::<bool>(),
    ) -> Document {
        let items: Vec<_> = Item::ALL.into_iter().zip(items).map(|(item, (stage, collects))| (item, stage, collects)).collect();
        let terms = required.iter().enumerate().map(|(n, required)| Term { required: *required, ..term(&format!("t{n}")) }).collect();
        let mut document = document(&items, terms, channels);
        document.form.over_14 = over_14;
        document
    }
}

fn some_items() -> impl Strategy<Value = Vec<Item>> {
    subsequence(Item::ALL.to_vec(), 0..10)
}

prop_compose! {
    fn a_person()(
        member in select(vec![Member::Stranger, Member::BeforeSync, Member::Synced]),
        agreed_items in some_items(),
        agreed_terms in subsequence(vec![0, 1, 2, 3, 4], 0..5),
        age in select(vec![Age::Over14, Age::Under14, Age::Unknown]),
        lacks in some_items(),
        unverified in any::<bool>(),
    ) -> Person {
        Person { member, agreed_items, agreed_terms, age, lacks, unverified }
    }
}

prop_compose! {
    fn a_request()(
        prompt in proptest::option::of(select(Prompt::ALL.to_vec())),
        scope in some_items(),
        service_terms in vec(0..6_usize, 0..4),
        channels in vec(1..5_usize, 0..4),
        talk in any::<bool>(),
        plain in any::<bool>(),
    ) -> Request {
        let place = if talk { Place::KakaoTalk } else { Place::Browser };
        if plain {
            return Request { prompt, place, ..Request::default() };
        }
        Request {
            prompt,
            scope: scope.iter().flat_map(|item| item.scopes()).map(|scope| (*scope).to_owned()).collect(),
            service_terms,
            channels: channels.iter().filter_map(|n| ChannelId::parse(&format!("ch{n}")).ok()).collect(),
            place,
        }
    }
}

prop_compose! {
    fn some_facts()(
        person in a_person(),
        request in a_request(),
        over_14 in any::<Option<bool>>(),
        collect_if_absent in any::<Option<bool>>(),
        chooses_channels in any::<bool>(),
    ) -> Facts {
        Facts { person, request, options: Options { over_14, collect_if_absent, chooses_channels } }
    }
}

proptest! {
    #[test]
    fn there_is_a_screen_or_a_reason(document in a_document(), facts in some_facts()) {
        let met = outcome(&document, &facts);
        prop_assert_eq!(met.screen.is_none(), met.why.is_some());
        prop_assert_eq!(met.screen.is_some(), met.on_cancel == Some(Answer::AccessDenied));
        prop_assert_eq!(met.screen.as_ref().map_or(0, |screen| screen.lines.len()), met.keys.len());
        prop_assert_eq!(met.on_continue, met.why.map_or(Answer::Code, Why::answer));
        if facts.request.prompt == Some(Prompt::None) {
            prop_assert!(met.screen.is_none());
        }
        if facts.person.member == Member::Synced && !facts.request.asks_more() {
            prop_assert!(met.screen.is_none());
        } else if facts.person.member != Member::Synced {
            prop_assert!(!matches!(met.why, Some(Why::AlreadySignedUp | Why::NothingLeft | Why::NoRequiredTerm | Why::AskedInUse)));
        }
    }

    #[test]
    fn lines_are_those_of_the_application_and_stand_in_their_order(document in a_document(), facts in some_facts()) {
        let met = outcome(&document, &facts);
        let Some(screen) = met.screen else { return Ok(()) };
        let mut places = Vec::new();
        for (key, line) in met.keys.iter().zip(&screen.lines) {
            places.push(match (key, &line.ask) {
                (Key::Term(row), Ask::Term { title_ko, .. }) => {
                    let term = &document.form.terms[*row];
                    prop_assert_eq!(Some(&term.title_ko), title_ko.as_ref());
                    prop_assert_eq!(term.required, line.required);
                    prop_assert!(!facts.person.agreed_terms.contains(row));
                    (0, *row)
                }
                (Key::Item(key), Ask::Item { item, .. }) => {
                    let stage = document.form.item(*item).stage;
                    prop_assert_eq!(key, item);
                    prop_assert!(matches!(stage, Stage::Required | Stage::Optional), "{:?} is {:?}", item, stage);
                    prop_assert_eq!(stage == Stage::Required, line.required);
                    prop_assert!(!facts.person.agreed_items.contains(item));
                    (if line.required { 1 } else { 2 }, *item as usize)
                }
                (Key::Channel(id), Ask::Channel { name }) => {
                    let linked = document.channels.iter().find(|channel| channel.id == *id);
                    prop_assert_eq!(linked.map(|channel| &channel.name), name.as_ref());
                    prop_assert!(!line.required);
                    (3, 0)
                }
                (key, ask) => return Err(TestCaseError::fail(format!("{key:?} is no {ask:?}"))),
            });
        }
        prop_assert!(places.is_sorted(), "{:?}", places);
        let channels: Vec<_> = met.keys.iter().filter(|key| matches!(key, Key::Channel(_))).collect();
        let most = if facts.options.chooses_channels { 2 } else { 1 };
        prop_assert!(channels.len() <= most && (channels.len() < 2 || channels[0] != channels[1]));
    }

    #[test]
    fn values_that_are_missing_are_asked_for_or_stay_empty(document in a_document(), facts in some_facts()) {
        let met = outcome(&document, &facts);
        for item in met.fills.iter().chain(&met.stays_empty) {
            prop_assert!(met.keys.contains(&Key::Item(*item)));
            prop_assert!(facts.person.lacks.contains(item) || *item == Item::AccountCi && facts.person.unverified);
        }
        for item in &met.fills {
            let collects = facts.options.collect_if_absent.unwrap_or(document.form.item(*item).collect_if_absent);
            prop_assert!(collects && !met.stays_empty.contains(item) && *item != Item::AccountCi);
        }
    }

    #[test]
    fn continuing_is_possible_exactly_when_all_required_lines_are_ticked(
        document in a_document(), facts in some_facts(), clicks in vec(0..20_usize, 0..40)
    ) {
        let met = outcome(&document, &facts);
        let Some(screen) = met.screen.clone() else { return Ok(()) };
        let mut ticks = Ticks::none(&screen);
        let mut plain = vec![false; screen.lines.len()];
        for click in clicks {
            if click == 19 {
                ticks.toggle_all();
                let all = !plain.is_empty() && plain.iter().all(|tick| *tick);
                plain.fill(!all);
            } else {
                ticks.toggle(click);
                if let Some(tick) = plain.get_mut(click) { *tick = !*tick; }
            }
            let free = screen.lines.iter().zip(&plain).all(|(line, tick)| *tick || !line.required);
            prop_assert_eq!(ticks.can_continue(&screen), free);
            prop_assert_eq!(ticks.is_all(), !plain.is_empty() && plain.iter().all(|tick| *tick));
            let given = domain::payload::given(&document, &facts, &met, &ticks, domain::payload::End::Continued);
            prop_assert_eq!(given.token, free);
        }
        prop_assert!(Ticks::required(&screen).can_continue(&screen) && Ticks::all(&screen).can_continue(&screen));
    }

    #[test]
    fn agree_all_comes_to_the_same_in_every_order(
        document in a_document(), orders in (0..12_usize).prop_flat_map(|n| (Just((0..n).collect::<Vec<_>>()).prop_shuffle(), 0..=n))
    ) {
        let screen = domain::consent_screen::of(&document);
        let (order, cut) = orders;
        let mut ticks = Ticks::none(&screen);
        for line in &order[..cut] { ticks.toggle(*line); }
        let was_all = ticks.is_all();
        ticks.toggle_all();
        prop_assert_eq!(&ticks, &(if was_all { Ticks::none(&screen) } else { Ticks::all(&screen) }));
        // One by one, in any order, comes to the same; and taking one away takes "agree to all" away.
        let mut ticks = Ticks::none(&screen);
        let lines: Vec<usize> = (0..screen.lines.len()).rev().collect();
        for line in order.iter().filter(|n| **n < lines.len()).chain(lines.iter().filter(|n| !order.contains(n))) {
            prop_assert!(!ticks.is_all());
            ticks.toggle(*line);
        }
        prop_assert_eq!(&ticks, &Ticks::all(&screen));
        if let Some(line) = lines.first() {
            ticks.toggle(*line);
            prop_assert!(!ticks.is_all());
        }
    }

    #[test]
    fn the_request_that_would_ask_brings_a_screen(document in a_document(), person in a_person(), options in any::<bool>()) {
        let facts = Facts {
            person: Person { age: Age::Over14, ..person },
            options: Options { chooses_channels: options, ..Options::default() },
            ..Facts::default()
        };
        let met = outcome(&document, &facts);
        if let Some(request) = met.would_ask {
            prop_assert_eq!(facts.person.member, Member::Synced);
            let then = outcome(&document, &Facts { request, ..facts });
            // Without a required term there is nothing to put beside optional ones, and the service is told so.
            let none_required = then.why == Some(Why::NoRequiredTerm) && document.form.terms.iter().all(|term| !term.required);
            prop_assert!(then.why.is_none() || none_required, "{:?}", then.why);
            prop_assert!(then.keys.iter().all(|key| !matches!(key, Key::Channel(_))));
        }
    }

    #[test]
    fn the_cost_is_counted_from_the_screen(document in a_document(), facts in some_facts()) {
        let met = outcome(&document, &facts);
        let counted = cost(&met);
        let Some(screen) = &met.screen else {
            prop_assert_eq!(counted, domain::cost::Cost::default());
            return Ok(());
        };
        prop_assert_eq!(counted.lines, screen.lines.len());
        prop_assert!(counted.taps <= counted.taps_required && counted.required <= counted.lines);
        prop_assert_eq!(fields_for(&met, &Ticks::none(screen)), 0);
        prop_assert_eq!(fields_for(&met, &Ticks::all(screen)), counted.fields);
        prop_assert!(fields_for(&met, &Ticks::required(screen)) <= counted.fields);
        let read: Vec<usize> = order(screen).iter().filter_map(|one| match one { Spoken::Line(n) => Some(*n), _ => None }).collect();
        prop_assert_eq!(read, (0..screen.lines.len()).collect::<Vec<_>>());
    }

    #[test]
    fn before_and_after_account_for_every_line(a in a_document(), b in a_document()) {
        prop_assert_eq!(differences(&a, &a), []);
        let (before, after) = (domain::consent_screen::of(&a), domain::consent_screen::of(&b));
        prop_assert_eq!(line_changes(&before, &before), []);
        let changes = line_changes(&before, &after);
        let count = |is: fn(&LineChange) -> bool| changes.iter().filter(|change| is(change)).count();
        let (added, removed) = (count(|c| matches!(c, LineChange::Added(_))), count(|c| matches!(c, LineChange::Removed(_))));
        prop_assert_eq!(before.lines.len() - removed, after.lines.len() - added);
        if a != b {
            prop_assert!(!differences(&a, &b).is_empty() || !domain::versions::terms(&a, &b).is_empty());
        }
        let kept = after.lines.iter().enumerate().filter(|(n, line)| {
            before.lines.contains(line) && !changes.iter().any(|c| matches!(c, LineChange::Added(at) if at == n))
        });
        prop_assert!(kept.count() <= after.lines.len() - added);
    }
}

/// A term; `tag!` is required.
fn term(tag: &str) -> Term {
    let (tag, required) = tag
        .strip_suffix('!')
        .map_or((tag, false), |tag| (tag, true));
    let is_age = tag == domain::form::AGE_TERM_TAG;
    Term {
        title_ko: format!("약관 {tag}"),
        title_en: format!("Term {tag}"),
        url: if is_age {
            String::new()
        } else {
            format!("https://byeolha.example/{tag}")
        },
        tag: tag.to_owned(),
        required,
    }
}

/// A linked channel.
fn channel(n: usize) -> Option<ChannelFacts> {
    Some(ChannelFacts {
        id: ChannelId::parse(&format!("ch{n}")).ok()?,
        name: format!("별하 채널 {n}"),
        state: None,
        business: None,
        representative: n == 1,
        dormant: None,
        my_role: None,
    })
}

/// An application for these items (`true`: Kakao asks for the value if absent) with these terms and so many channels.
fn document(items: &[(Item, Stage, bool)], terms: Vec<Term>, channels: usize) -> Document {
    let request = |stage, collect_if_absent| ItemRequest {
        stage,
        collect_if_absent,
        ..ItemRequest::default()
    };
    let items = items
        .iter()
        .map(|(item, stage, collects)| (*item, request(*stage, *collects)))
        .collect();
    let mut form = Form {
        items,
        terms,
        ..Form::default()
    };
    form.login.redirect_uris = vec!["https://byeolha.example/oauth/kakao".to_owned()];
    Document {
        format: Format::V1,
        goal: Goal::Sync,
        app: AppFacts {
            name: "별하 주문".to_owned(),
            company: "주식회사 별하".to_owned(),
            icon: Some(true),
            ..AppFacts::default()
        },
        channels: (1..=channels).filter_map(channel).collect(),
        form,
    }
}
