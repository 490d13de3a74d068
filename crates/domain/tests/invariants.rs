//! What must always be true is found true after every sequence of moves, and found broken when it is broken.
#![expect(clippy::unwrap_used, reason = "a test")]

use domain::app::{App, AppKind};
use domain::application::{AppFacts, Application, Document, Format, Goal, Status};
use domain::business::{Business, BusinessReview};
use domain::channel::{Channel, ChannelState};
use domain::evidence::Evidence;
use domain::finding::Code;
use domain::form::{Form, ItemRequest};
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, UserId};
use domain::invariants::{
    StateFault, Violation, drifted, of_app, of_application, of_channel, of_owners,
};
use domain::item::{Item, Stage};
use domain::link::Link;
use domain::number::with_check_digit;
use domain::review::{Decision, ItemVerdict, Verdict};
use domain::time::Time;

/// Breaks one thing about an application.
type Spoil = fn(&mut Application);

fn user(name: &str) -> UserId {
    UserId::parse(name).unwrap()
}

fn at(minute: i64) -> Time {
    Time::from_millis(minute * 60_000)
}

fn draft() -> Application {
    let id = ApplicationId::parse("s1").unwrap();
    let mut draft = Application::draft(id, AppId::parse("a1").unwrap(), user("a"), at(0));
    let request = ItemRequest {
        stage: Stage::Required,
        ..ItemRequest::default()
    };
    let items = [Item::Name, Item::PhoneNumber].map(|item| (item, request.clone()));
    let form = Form {
        items: items.into(),
        ..Form::default()
    };
    draft.edit(form, user("a"), at(0)).unwrap();
    draft
}

/// One move, as far as the state allows it.
fn step(application: &mut Application, number: usize) {
    let (who, reviewer, time) = (user("a"), user("r"), at(1));
    let verdicts = |verdict: Verdict| {
        let reason = (verdict != Verdict::Approve).then_some(Code::PolicyLacksCondition);
        let words = String::new();
        ItemVerdict {
            verdict,
            reason,
            words,
        }
    };
    let mut decide = |verdict: Verdict| {
        let covers = application.rounds.last().map(|round| round.covers.clone());
        let mut items = covers.unwrap_or_default().into_iter();
        let first = items.next().map(|item| (item, verdicts(Verdict::Approve)));
        let rest = items.map(|item| (item, verdicts(verdict)));
        let decision = Decision {
            at: time,
            by: reviewer.clone(),
            verdicts: first.into_iter().chain(rest).collect(),
            words: String::new(),
        };
        let _ = application.decide(decision);
    };
    match number {
        0 => {
            let document = Document {
                format: Format::V1,
                goal: Goal::Sync,
                app: AppFacts::default(),
                channels: Vec::new(),
                form: application.form.clone(),
            };
            let receipt = || "S-2026-000001".to_owned();
            let _ = application.submit(document, Vec::new(), receipt, who, time);
        }
        1 => {
            let _ = application.withdraw(who, time);
        }
        2 => {
            let _ = application.open(reviewer, time);
        }
        3 => decide(Verdict::Approve),
        4 => decide(Verdict::Hold),
        5 => decide(Verdict::Reject),
        6 => {
            let mut form = application.form.clone();
            form.items.remove(&Item::PhoneNumber);
            let _ = application.edit(form, who, time);
        }
        _ => {
            let _ = application.edit(draft().form, who, time);
        }
    }
}

#[test]
fn no_sequence_of_moves_breaks_anything() {
    // Every sequence of five of the eight moves.
    let mut seen = std::collections::BTreeSet::new();
    for sequence in 0..8_usize.pow(5) {
        let mut application = draft();
        for place in 0..5 {
            step(&mut application, sequence / 8_usize.pow(place) % 8);
        }
        let found = of_application(&application, &[]);
        assert_eq!(found, [], "{sequence:o} {application:?}");
        seen.insert(application.status);
    }
    assert_eq!(seen.len(), Status::ALL.len(), "{seen:?}");
}

#[test]
fn every_state_that_cannot_be_is_found() {
    let approved = || {
        let mut application = draft();
        for number in [0, 2, 4, 0, 2, 3] {
            step(&mut application, number);
        }
        assert_eq!(
            (application.status, application.rounds.len()),
            (Status::Approved, 2)
        );
        application
    };
    let table: [(StateFault, Spoil); 12] = [
        (StateFault::Version, |a| a.version = 0),
        (StateFault::Rounds, |a| a.rounds.clear()),
        (StateFault::Receipt, |a| a.receipt = None),
        (StateFault::OpenRound, |a| a.rounds[0].decision = None),
        (StateFault::RoundEnds, |a| a.rounds[0].opened = None),
        (StateFault::RoundEnds, |a| {
            a.rounds[1].withdrawn_at = Some(at(9));
        }),
        (StateFault::Verdicts, |a| a.rounds[0].covers.truncate(1)),
        (StateFault::Covers, |a| {
            a.rounds[1].covers = vec![Item::Gender];
        }),
        (StateFault::Covers, |a| {
            a.rounds[1].covers.push(Item::PhoneNumber);
        }),
        (StateFault::OwnRound, |a| {
            a.rounds[1].submitted_by = user("r");
        }),
        (StateFault::Status, |a| a.status = Status::OnHold),
        (StateFault::Status, |a| a.rounds[1].decision = None),
    ];
    for (fault, spoil) in table {
        let mut application = approved();
        assert_eq!(of_application(&application, &[]), []);
        spoil(&mut application);
        let found = of_application(&application, &[]);
        let wanted = Violation::State(application.id.clone(), fault);
        assert!(found.contains(&wanted), "{fault:?}: {found:?}");
    }
}

#[test]
fn a_file_that_was_submitted_has_to_be_recorded() {
    let mut application = draft();
    let id = EvidenceId::parse("ev_1").unwrap();
    application.form.evidence.push(Evidence {
        id: id.clone(),
        name: "a.png".into(),
        kind: None,
        page: None,
        shows: Vec::new(),
        masked: true,
        production: None,
        marks: Vec::new(),
        description: String::new(),
    });
    assert_eq!(
        of_application(&application, &[]),
        [],
        "a draft may name what has gone"
    );
    step(&mut application, 0);
    assert_eq!(of_application(&application, std::slice::from_ref(&id)), []);
    let forgotten = Violation::FileForgotten(application.id.clone(), id);
    assert_eq!(of_application(&application, &[]), [forgotten]);
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "as the fields of channels and apps have it"
)]
fn business(first9: &str) -> Option<Business> {
    Some(Business {
        number: with_check_digit(first9).unwrap(),
        trade_name: "별하".into(),
        representative: "김하린".into(),
    })
}

fn app() -> App {
    App {
        id: AppId::parse("a1").unwrap(),
        number: 1,
        name: "별하".into(),
        company: "별하".into(),
        category: String::new(),
        icon: true,
        kind: AppKind::Biz,
        blocked: false,
        kakao_login: false,
        business: business("999010001"),
        business_review: BusinessReview::Approved,
        version: 1,
    }
}

fn channel(number: u8) -> Channel {
    Channel {
        id: ChannelId::parse(&format!("c{number}")).unwrap(),
        name: "별하".into(),
        search_id: format!("c{number}"),
        public_id: "_x".into(),
        state: ChannelState::Business,
        business: business("999010001"),
        version: 1,
    }
}

fn link(number: u8) -> Link {
    Link {
        app: app().id,
        channel: channel(number).id,
        slot: number,
        representative: number == 0,
        linked_at: at(0),
    }
}

#[test]
fn links_beyond_the_limit_and_beside_each_other_are_found() {
    let channels: Vec<Channel> = (0..11).map(channel).collect();
    let links: Vec<Link> = (0..10).map(link).collect();
    assert_eq!(of_app(&app(), &links, &channels, 1), []);
    assert_eq!(of_app(&app(), &[], &[], 0), []);
    let id = || app().id;
    let with = |more: Link| links.iter().cloned().chain([more]).collect::<Vec<_>>();
    let table = [
        (with(link(10)), Violation::TooManyLinks(id(), 11)),
        (with(link(10)), Violation::WrongSlot(id(), 10)),
        (
            with(Link {
                slot: 3,
                ..link(10)
            }),
            Violation::WrongSlot(id(), 3),
        ),
        (with(link(4)), Violation::LinkedTwice(id(), channel(4).id)),
        (links[1..].to_vec(), Violation::Representatives(id(), 0)),
        (
            with(Link {
                representative: true,
                ..link(10)
            }),
            Violation::Representatives(id(), 2),
        ),
        (
            vec![link(0), link(12)],
            Violation::LinkToNothing(id(), channel(12).id),
        ),
    ];
    for (links, wanted) in table {
        let found = of_app(&app(), &links, &channels, 1);
        assert!(found.contains(&wanted), "{wanted:?}: {found:?}");
    }
    assert_eq!(
        of_app(&app(), &[], &[], 2),
        [Violation::Applications(id(), 2)]
    );
}

#[test]
fn a_number_that_was_corrected_after_linking_is_told_apart() {
    let corrected = Channel {
        business: business("999020001"),
        ..channel(1)
    };
    let channels = [channel(0), corrected];
    let found: Vec<_> = drifted(&app(), &channels).collect();
    assert_eq!(found, [(app().id, channel(1).id)]);
}

#[test]
fn a_channel_has_one_master_and_an_app_one_owner() {
    let (channel, app) = (channel(0).id, app().id);
    assert_eq!((of_channel(&channel, 1), of_owners(&app, 1)), (None, None));
    for heads in [0, 2] {
        let found = of_channel(&channel, heads);
        assert_eq!(found, Some(Violation::Masters(channel.clone(), heads)));
        let found = of_owners(&app, heads);
        assert_eq!(found, Some(Violation::Owners(app.clone(), heads)));
    }
}
