//! The demo data keeps the product's own rules and shows every state of it.

mod world;

use std::collections::BTreeSet;

use backend::store::Change;
use domain::application::{ChannelFacts, Document, Format, Status};
use domain::channel::{ChannelState, is_search_id};
use domain::check::check;
use domain::eligibility;
use domain::evidence::{Media, inspect};
use domain::finding::{Code, blocks};
use domain::id::{AppId, UserId};
use domain::item::Item;
use domain::link::LINKS_MAX;
use domain::review::{Verdict, problems};
use domain::role::{AppRole, ChannelRole, Duty, NOTE_CHARS_MAX, RoleRequestState, RoleWanted};
use domain::time::Time;
use mock::seeds::{DRIFTED, PERSONAS, PICTURE, demo, many};
use sha2::{Digest, Sha256};
use world::World;

/// A Monday afternoon in Seoul.
fn now() -> Time {
    Time::from_millis(1_795_413_600_000)
}

fn demo_world() -> World {
    World::of(demo(now()))
}

#[test]
fn the_same_moment_gives_the_same_data_and_every_identity_is_there() {
    assert_eq!(demo(now()), demo(now()));
    let world = demo_world();
    for persona in PERSONAS {
        assert!(
            world.users.contains_key(&UserId::parse(persona).unwrap()),
            "{persona}"
        );
    }
    assert!(world.users.len() < 100, "a store lists at most 100 users");
    assert!(
        world
            .on_channels
            .keys()
            .all(|(who, _)| who.as_str() != "saebom")
    );
    assert!(
        world
            .on_apps
            .keys()
            .all(|(who, _)| who.as_str() != "saebom")
    );
}

#[test]
fn names_that_have_to_be_unique_are() {
    for world in [demo_world(), World::of(many(200, now()).1)] {
        let mut seen = BTreeSet::new();
        for channel in world.channels.values() {
            assert!(is_search_id(&channel.search_id), "{}", channel.search_id);
            assert!(channel.public_id.starts_with('_'), "{}", channel.public_id);
            assert!(
                seen.insert(channel.search_id.clone()),
                "{}",
                channel.search_id
            );
            assert!(
                seen.insert(channel.public_id.clone()),
                "{}",
                channel.public_id
            );
        }
        let numbers: BTreeSet<u64> = world.apps.values().map(|app| app.number).collect();
        assert_eq!(numbers.len(), world.apps.len());
        for business in world
            .channels
            .values()
            .filter_map(|channel| channel.business.as_ref())
        {
            assert!(
                business.number.to_string().starts_with("999-"),
                "{}",
                business.number
            );
        }
    }
}

#[test]
fn every_channel_has_one_master_and_every_app_one_owner() {
    for world in [demo_world(), World::of(many(200, now()).1)] {
        for id in world.channels.keys() {
            let roles = world
                .on_channels
                .iter()
                .filter(|((_, channel), _)| channel == id);
            assert_eq!(
                roles
                    .filter(|(_, role)| **role == ChannelRole::Master)
                    .count(),
                1,
                "{id}"
            );
        }
        for id in world.apps.keys() {
            let roles = world.on_apps.iter().filter(|((_, app), _)| app == id);
            assert_eq!(
                roles.filter(|(_, role)| **role == AppRole::Owner).count(),
                1,
                "{id}"
            );
        }
    }
}

#[test]
fn links_keep_the_rules_and_one_pair_has_drifted() {
    let mut drifted = Vec::new();
    for world in [demo_world(), World::of(many(200, now()).1)] {
        for (id, app) in &world.apps {
            let links = world.links_of(id);
            assert!(
                links.len() <= LINKS_MAX && links.iter().all(|link| link.slot < 10),
                "{id}"
            );
            let representative = links.iter().filter(|link| link.representative).count();
            assert_eq!(representative, links.len().min(1), "{id}");
            for link in links {
                let channel = &world.channels[&link.channel];
                assert_eq!(channel.state, ChannelState::Business, "{}", channel.id);
                assert!(app.business.is_some() && channel.business.is_some(), "{id}");
                if eligibility::drift(app, channel).is_some() {
                    drifted.push((id.to_string(), channel.id.to_string()));
                }
            }
        }
    }
    assert_eq!(drifted, [(DRIFTED.0.to_owned(), DRIFTED.1.to_owned())]);
}

#[test]
fn every_reason_why_something_cannot_be_used_is_shown_to_some_identity() {
    let world = demo_world();
    let shown: BTreeSet<Code> = PERSONAS.iter().flat_map(|who| world.reasons(who)).collect();
    let all: BTreeSet<Code> = [
        Code::AppBlocked,
        Code::AppRole,
        Code::AppNotBiz,
        Code::AppIndividual,
        Code::AppNoBusiness,
        Code::ChannelDeleting,
        Code::ChannelRole,
        Code::ChannelPlain,
        Code::ChannelRejected,
        Code::ChannelInReview,
        Code::ChannelNoBusiness,
        Code::NumberDiffers,
        Code::AppFull,
        Code::ChannelLinked,
    ]
    .into();
    assert_eq!(shown, all);
    let seojin = world.reasons("seojin");
    assert!(seojin.contains(&Code::ChannelRole) && seojin.contains(&Code::AppRole));
}

#[test]
fn applications_stand_everywhere_they_can_and_what_was_submitted_could_be() {
    let world = demo_world();
    let there: BTreeSet<Status> = world.applications.iter().map(|a| a.status).collect();
    assert_eq!(there, Status::ALL.into());
    for application in &world.applications {
        let id = &application.id;
        assert!(application.changed_at <= now(), "{id}");
        assert_eq!(
            application.receipt.is_some(),
            !application.rounds.is_empty(),
            "{id}"
        );
        let mut last = Time::from_millis(0);
        for round in &application.rounds {
            let day = round.submitted_at.date_in_seoul();
            assert_eq!(round.findings, check(&round.document, Some(day)), "{id}");
            assert!(!blocks(&round.findings), "{id}: {:?}", round.findings);
            assert!(
                !round.covers.is_empty() && last < round.submitted_at,
                "{id}"
            );
            last = round.submitted_at;
            if let Some(decision) = &round.decision {
                assert_eq!(problems(round, &decision.verdicts), [], "{id}");
                assert_eq!(world.users[&decision.by].duty, Duty::Reviewer, "{id}");
                assert!(last < decision.at, "{id}");
                last = decision.at;
            }
        }
    }
    let receipts: BTreeSet<_> = world
        .applications
        .iter()
        .filter_map(|a| a.receipt.clone())
        .collect();
    let submitted = world
        .applications
        .iter()
        .filter(|a| a.receipt.is_some())
        .count();
    assert_eq!(receipts.len(), submitted);
}

#[test]
fn the_reviewers_have_held_and_rejected_items_and_one_of_them_a_stake() {
    let world = demo_world();
    let of = |status| {
        world
            .applications
            .iter()
            .find(move |a| a.status == status)
            .unwrap()
    };
    let held = of(Status::OnHold).verdicts();
    assert_eq!(
        held.values().filter(|v| v.verdict == Verdict::Hold).count(),
        2
    );
    assert!(of(Status::Rejected).is_partly_approved());
    assert!(
        world
            .applications
            .iter()
            .any(|a| a.status == Status::Approved && a.rounds.len() == 2)
    );
    let junho = UserId::parse("junho").unwrap();
    let own = world
        .applications
        .iter()
        .filter(|a| a.status.is_under_review());
    assert_eq!(
        own.filter(|a| world.on_apps.contains_key(&(junho.clone(), a.app.clone())))
            .count(),
        1
    );
}

#[test]
fn the_draft_of_byeolha_lacks_only_a_few_things() {
    let world = demo_world();
    let app = &world.apps[&AppId::parse("app_byeolha-order").unwrap()];
    let draft = world.applications.iter().find(|a| a.app == app.id).unwrap();
    assert_eq!(draft.status, Status::Draft);
    let link = world.links_of(&app.id)[0];
    let channel = &world.channels[&link.channel];
    let document = Document {
        format: Format::V1,
        goal: domain::application::Goal::Sync,
        app: app.into(),
        channels: vec![ChannelFacts::of(channel, true)],
        form: draft.form.clone(),
    };
    let codes: Vec<Code> = check(&document, None).iter().map(|f| f.code).collect();
    let expected = [
        Code::CollectedLater,
        Code::PolicyLacksCondition,
        Code::NotDeclared,
        Code::BusinessDiffers,
        Code::UseMissing,
    ];
    assert!(
        expected.iter().all(|code| codes.contains(code)),
        "{codes:?}"
    );
    assert!(codes.len() <= 8, "{codes:?}");
    assert!(draft.form.item(Item::PhoneNumber).collect_if_absent);
}

#[test]
fn files_are_what_they_say() {
    assert_eq!(inspect(PICTURE), Ok(Media::Png));
    let hash: Vec<String> = Sha256::digest(PICTURE)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let hash = hash.concat();
    let world = demo_world();
    for file in &world.files {
        assert_eq!(
            (file.sha256.as_str(), file.bytes),
            (hash.as_str(), PICTURE.len() as u64)
        );
    }
    for application in &world.applications {
        for named in &application.form.evidence {
            let known = world.files.iter().find(|file| file.id == named.id);
            assert_eq!(
                known.map(|file| &file.application),
                Some(&application.id),
                "{}",
                named.id
            );
        }
    }
}

#[test]
fn open_requests_wait_for_harin_and_can_be_granted() {
    let world = demo_world();
    let mut open = 0;
    for request in &world.requests {
        assert!(request.note.chars().count() <= NOTE_CHARS_MAX);
        assert_eq!(
            request.decided_at.is_none(),
            request.state == RoleRequestState::Open
        );
        let harin = UserId::parse("harin").unwrap();
        let (decides, has_it) = match &request.wanted {
            RoleWanted::ChannelManager { channel } => {
                let role = |who: &UserId| world.on_channels.get(&(who.clone(), channel.clone()));
                (
                    role(&harin) == Some(&ChannelRole::Master),
                    role(&request.by) >= Some(&ChannelRole::Manager),
                )
            }
            RoleWanted::AppEditor { app } => {
                let role = |who: &UserId| world.on_apps.get(&(who.clone(), app.clone()));
                (
                    role(&harin) == Some(&AppRole::Owner),
                    role(&request.by) >= Some(&AppRole::Editor),
                )
            }
        };
        assert!(decides && !has_it, "{}", request.id);
        open += usize::from(request.state == RoleRequestState::Open);
    }
    assert!(open >= 2);
}

#[test]
fn the_agency_runs_sixty_brands() {
    let world = demo_world();
    let jiwoo = |who: &UserId| who.as_str() == "jiwoo";
    let apps = world.on_apps.keys().filter(|(who, _)| jiwoo(who)).count();
    let channels = world
        .on_channels
        .keys()
        .filter(|(who, _)| jiwoo(who))
        .count();
    assert_eq!((apps, channels), (58, 74));
    assert!(
        world
            .apps
            .keys()
            .any(|id| world.links_of(id).len() == LINKS_MAX)
    );
}

#[test]
fn many_makes_as_many_as_it_is_asked_for() {
    for wanted in [0, 7, 10, 25, 1_000] {
        let (viewer, changes) = many(wanted, now());
        let world = World::of(changes);
        assert!(world.users.contains_key(&viewer));
        assert_eq!(
            (world.channels.len(), world.apps.len()),
            (wanted, wanted / 10)
        );
    }
    assert_eq!(many(30, now()), many(30, now()));
    // So many that two would have the same number if it were made of their names.
    let changes = many(100_000, now()).1.into_iter();
    let apps = changes.filter_map(|change| match change {
        Change::PutApp(app) => Some(app.number),
        _ => None,
    });
    assert_eq!(apps.collect::<BTreeSet<u64>>().len(), 10_000);
}
