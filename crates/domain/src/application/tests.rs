//! Every state meets every event.

use super::*;
use crate::finding::Code;
use crate::form::ItemRequest;

fn user(name: &str) -> UserId {
    UserId::parse(name).unwrap()
}

fn at(minute: i64) -> Time {
    Time::from_millis(minute * 60_000)
}

fn form(items: &[Item]) -> Form {
    let request = ItemRequest {
        stage: Stage::Required,
        ..ItemRequest::default()
    };
    Form {
        items: items.iter().map(|item| (*item, request.clone())).collect(),
        ..Form::default()
    }
}

fn document(form: &Form) -> Document {
    Document {
        format: Format::V1,
        goal: Goal::Sync,
        app: AppFacts::default(),
        channels: Vec::new(),
        form: form.clone(),
    }
}

fn submit(application: &mut Application) -> Result<(), WhyNot> {
    let document = document(&application.form);
    application.submit(
        document,
        Vec::new(),
        || "S-2026-000001".into(),
        user("a"),
        at(1),
    )
}

fn verdict(verdict: Verdict) -> ItemVerdict {
    let reason = (verdict != Verdict::Approve).then_some(Code::PolicyLacksCondition);
    ItemVerdict {
        verdict,
        reason,
        words: String::new(),
    }
}

fn decide(application: &mut Application, verdicts: &[(Item, Verdict)]) -> Result<(), WhyNot> {
    let verdicts = verdicts
        .iter()
        .map(|(item, v)| (*item, verdict(*v)))
        .collect();
    application.decide(Decision {
        at: at(3),
        by: user("r"),
        verdicts,
        words: String::new(),
    })
}

/// An application with name and telephone in the given state.
fn standing(status: Status) -> Application {
    let mut application = Application::draft(
        ApplicationId::parse("s1").unwrap(),
        AppId::parse("a1").unwrap(),
        user("a"),
        at(0),
    );
    application
        .edit(form(&[Item::Name, Item::PhoneNumber]), user("a"), at(0))
        .unwrap();
    if status == Status::Draft {
        return application;
    }
    submit(&mut application).unwrap();
    if status == Status::Withdrawn {
        application.withdraw(user("a"), at(2)).unwrap();
        return application;
    }
    if status == Status::Submitted {
        return application;
    }
    application.open(user("r"), at(2)).unwrap();
    let phone = match status {
        Status::OnHold => Verdict::Hold,
        Status::Rejected => Verdict::Reject,
        Status::Approved => Verdict::Approve,
        _ => return application,
    };
    decide(
        &mut application,
        &[(Item::Name, Verdict::Approve), (Item::PhoneNumber, phone)],
    )
    .unwrap();
    application
}

#[test]
fn every_state_answers_every_event() {
    use Status::*;
    use WhyNot::*;
    // status, edit, submit, withdraw, open, decide
    let table: [(Status, [Option<WhyNot>; 5]); 7] = [
        (
            Draft,
            [
                None,
                None,
                Some(NotSubmitted),
                Some(NotSubmitted),
                Some(NotSubmitted),
            ],
        ),
        (
            Submitted,
            [
                Some(UnderReview),
                Some(UnderReview),
                None,
                None,
                Some(NotOpened),
            ],
        ),
        (
            InReview,
            [Some(UnderReview), Some(UnderReview), None, None, None],
        ),
        (
            OnHold,
            [
                None,
                None,
                Some(NotSubmitted),
                Some(AlreadyDecided),
                Some(AlreadyDecided),
            ],
        ),
        (
            Rejected,
            [
                None,
                None,
                Some(NotSubmitted),
                Some(AlreadyDecided),
                Some(AlreadyDecided),
            ],
        ),
        (
            Approved,
            [
                Some(AlreadyApproved),
                Some(AlreadyApproved),
                Some(NotSubmitted),
                Some(AlreadyDecided),
                Some(AlreadyDecided),
            ],
        ),
        (
            Withdrawn,
            [
                None,
                None,
                Some(NotSubmitted),
                Some(AlreadyDecided),
                Some(AlreadyDecided),
            ],
        ),
    ];
    for (status, expected) in table {
        let start = standing(status);
        assert_eq!(start.status, status);
        let edited = start.clone().edit(start.form.clone(), user("a"), at(9));
        let submitted = submit(&mut start.clone());
        let withdrawn = start.clone().withdraw(user("a"), at(9));
        let opened = start.clone().open(user("r"), at(9));
        let decided = decide(
            &mut start.clone(),
            &[
                (Item::Name, Verdict::Approve),
                (Item::PhoneNumber, Verdict::Approve),
            ],
        );
        for (n, (got, want)) in [edited, submitted, withdrawn, opened, decided]
            .iter()
            .zip(expected)
            .enumerate()
        {
            assert_eq!(got.err(), want, "{status:?}, event {n}");
        }
    }
}

#[test]
fn only_what_was_returned_is_reviewed_again_and_the_history_stays() {
    let mut application = standing(Status::OnHold);
    assert_eq!(application.to_review(), [Item::PhoneNumber]);
    submit(&mut application).unwrap();
    assert_eq!(application.rounds[1].covers, [Item::PhoneNumber]);
    assert!(application.rounds[0].decision.is_some());
    application.open(user("r"), at(5)).unwrap();
    decide(&mut application, &[(Item::PhoneNumber, Verdict::Approve)]).unwrap();
    assert_eq!(application.status, Status::Approved);
    assert_eq!(application.receipt.as_deref(), Some("S-2026-000001"));
}

#[test]
fn an_approved_item_is_not_changed_by_an_edit() {
    let mut application = standing(Status::Rejected);
    let mut edited = application.form.clone();
    edited.items.get_mut(&Item::Name).unwrap().stage = Stage::Optional;
    edited.items.get_mut(&Item::PhoneNumber).unwrap().stage = Stage::Optional;
    application.edit(edited, user("a"), at(7)).unwrap();
    assert_eq!(application.form.item(Item::Name).stage, Stage::Required);
    assert_eq!(
        application.form.item(Item::PhoneNumber).stage,
        Stage::Optional
    );
    assert!(application.is_partly_approved());
}

#[test]
fn whoever_submitted_a_round_opens_and_decides_none_of_it() {
    let both = [
        (Item::Name, Verdict::Approve),
        (Item::PhoneNumber, Verdict::Approve),
    ];
    let mut own = standing(Status::Submitted);
    assert_eq!(own.open(user("a"), at(2)), Err(WhyNot::OwnRound));
    // Also of a later round that somebody else submitted.
    own.withdraw(user("b"), at(3)).unwrap();
    let document = document(&own.form);
    let receipt = || "S-2026-000001".into();
    own.submit(document, Vec::new(), receipt, user("b"), at(4))
        .unwrap();
    assert_eq!(own.can_open(&user("a")), Err(WhyNot::OwnRound));
    let mut mine = standing(Status::InReview);
    mine.rounds[0].submitted_by = user("r");
    assert_eq!(decide(&mut mine, &both), Err(WhyNot::OwnRound));
}

#[test]
fn whoever_opened_the_round_last_decides_it() {
    let both = [
        (Item::Name, Verdict::Approve),
        (Item::PhoneNumber, Verdict::Approve),
    ];
    let mut application = standing(Status::InReview);
    application.open(user("s"), at(3)).unwrap();
    let late = decide(&mut application, &both);
    assert_eq!(late, Err(WhyNot::OpenedByOther));
    // Taken over by opening it anew.
    application.open(user("r"), at(4)).unwrap();
    decide(&mut application, &both).unwrap();
}

#[test]
fn nobody_submits_without_end() {
    let mut application = standing(Status::Draft);
    for _ in 0..ROUNDS_MAX {
        submit(&mut application).unwrap();
        application.withdraw(user("a"), at(2)).unwrap();
    }
    assert_eq!(submit(&mut application), Err(WhyNot::EnoughRounds));
    assert_eq!(application.rounds.len(), ROUNDS_MAX);
}

#[test]
fn what_is_kept_has_an_end_but_a_first_round_always_fits() {
    let mut application = standing(Status::Draft);
    submit(&mut application).unwrap();
    assert_eq!(application.fits(BYTES_MAX + 1), Ok(()));
    application.withdraw(user("a"), at(2)).unwrap();
    submit(&mut application).unwrap();
    assert_eq!(application.fits(BYTES_MAX), Ok(()));
    assert_eq!(application.fits(BYTES_MAX + 1), Err(WhyNot::EnoughRounds));
}
