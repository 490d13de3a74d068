//! From submission to approval, and who may decide.

use std::sync::Arc;

use contract::Kind;
use contract::body::{DecisionDraft, ReviewQuery};
use domain::application::{DecisionProblem, Status, WhyNot};
use domain::finding::Code;
use domain::item::{Item, Stage};
use domain::review::{ItemVerdict, Verdict};
use domain::role::{ChannelRole, Duty};

use super::world::*;
use crate::store::{Change, Store};

fn decision(verdicts: &[(Item, Verdict)]) -> DecisionDraft {
    let verdict = |verdict| ItemVerdict {
        verdict,
        reason: (verdict != Verdict::Approve).then_some(Code::PolicyLacksCondition),
        words: String::new(),
    };
    DecisionDraft {
        verdicts: verdicts
            .iter()
            .map(|(item, v)| (*item, verdict(*v)))
            .collect(),
        words: "수고하셨습니다".into(),
    }
}

pub(super) async fn an_application_goes_all_the_way(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (member, reviewer) = (world.client("member"), world.client("reviewer"));
    let id = application_id("ap_draft");
    member.application_submit(&id, world.at(2)).await.unwrap();
    let queue = reviewer
        .review_list(&ReviewQuery::default())
        .await
        .unwrap()
        .body;
    assert_eq!(queue.count, 3);
    assert!(
        queue
            .rows
            .iter()
            .any(|row| row.application.id == id && row.covers == 2)
    );
    let early = reviewer
        .review_decide(&id, &decision(&[]), world.at(3))
        .await;
    assert_eq!(
        kind(early),
        Kind::WrongState {
            why: WhyNot::NotOpened
        }
    );
    reviewer.review_open(&id, world.at(3)).await.unwrap();
    let both = [
        (Item::Name, Verdict::Approve),
        (Item::PhoneNumber, Verdict::Hold),
    ];
    let held = reviewer
        .review_decide(&id, &decision(&both), world.at(4))
        .await
        .unwrap();
    assert_eq!(held.body.application.status, Status::OnHold);
    assert_eq!(held.body, reviewer.review_get(&id).await.unwrap().body);
    only_what_was_returned_goes_again(&world).await;
}

/// The round after the one above.
async fn only_what_was_returned_goes_again(world: &World) {
    let (member, reviewer) = (world.client("member"), world.client("reviewer"));
    let id = application_id("ap_draft");
    // What is approved stays as it is; the draft behind it is not the reviewer's to see.
    let mut form = sound_form();
    form.items.get_mut(&Item::Name).unwrap().stage = Stage::Optional;
    form.items.get_mut(&Item::PhoneNumber).unwrap().used_where = "배송 화면".into();
    let edited = member
        .application_save(&id, &form, world.at(5))
        .await
        .unwrap()
        .body
        .application;
    assert_eq!(edited.form.item(Item::Name).stage, Stage::Required);
    let seen = reviewer.review_get(&id).await.unwrap().body;
    assert_eq!(seen.application.form, sound_form());
    let stale = member.application_submit(&id, world.at(5)).await;
    assert_eq!(kind(stale), Kind::Stale { version: 6 });
    let again = member
        .application_submit(&id, world.at(6))
        .await
        .unwrap()
        .body
        .application;
    assert_eq!(
        again.rounds[1].covers,
        [Item::PhoneNumber],
        "only what was returned"
    );

    reviewer.review_open(&id, world.at(7)).await.unwrap();
    let phone = decision(&[(Item::PhoneNumber, Verdict::Approve)]);
    let done = reviewer
        .review_decide(&id, &phone, world.at(8))
        .await
        .unwrap()
        .body;
    assert_eq!(done.application.status, Status::Approved);
    assert!(
        done.application
            .rounds
            .iter()
            .all(|round| round.decision.is_some())
    );
    let decided = ReviewQuery {
        decided: true,
        cursor: None,
    };
    let decided = reviewer.review_list(&decided).await.unwrap().body;
    assert_eq!(
        decided
            .rows
            .iter()
            .map(|row| &row.application.id)
            .collect::<Vec<_>>(),
        [&id]
    );
    let finished = member.application_submit(&id, world.at(9)).await;
    assert_eq!(
        kind(finished),
        Kind::WrongState {
            why: WhyNot::AlreadyApproved
        }
    );
}

pub(super) async fn a_reviewer_decides_whole_rounds_of_others(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (reviewer, id) = (world.client("reviewer"), application_id("ap_open"));
    let half = decision(&[
        (Item::Name, Verdict::Approve),
        (Item::Gender, Verdict::Approve),
    ]);
    let Kind::Decision { problems } = kind(reviewer.review_decide(&id, &half, world.at(4)).await)
    else {
        panic!("half a decision was taken");
    };
    let problems: Vec<_> = problems.iter().map(|p| (p.item, p.problem)).collect();
    assert_eq!(
        problems,
        [
            (Item::PhoneNumber, DecisionProblem::Missing),
            (Item::Gender, DecisionProblem::NotInRound)
        ]
    );
    let draft = reviewer.review_get(&application_id("ap_draft")).await;
    assert_eq!(
        kind(draft),
        Kind::NotFound,
        "nobody but the applicants has seen it"
    );
    let applicant = world.client("owner").review_get(&id).await;
    assert_eq!(
        kind(applicant),
        Kind::Forbidden {
            reasons: Vec::new()
        }
    );

    let role = Change::SetChannelRole(user_id("reviewer"), channel_id("ch_a"), ChannelRole::Below);
    world.write(vec![role]).await;
    assert!(reviewer.review_get(&id).await.unwrap().body.own);
    let all = decision(&[
        (Item::Name, Verdict::Approve),
        (Item::PhoneNumber, Verdict::Approve),
    ]);
    let own = reviewer.review_decide(&id, &all, world.at(4)).await;
    assert_eq!(
        kind(own),
        Kind::Forbidden {
            reasons: Vec::new()
        }
    );
}

/// Roles can be given up; having submitted cannot be undone.
pub(super) async fn whoever_submitted_it_does_not_decide_it(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (member, id) = (world.client("member"), application_id("ap_draft"));
    member.application_submit(&id, world.at(2)).await.unwrap();
    let mut left = vec![Change::PutUser(user("member", Duty::Reviewer))];
    let roles = member.channel_get(&channel_id("ch_a")).await.unwrap().body;
    assert!(!roles.links.is_empty());
    left.push(Change::RemoveChannelRole(
        user_id("member"),
        channel_id("ch_a"),
    ));
    left.push(Change::RemoveAppRole(user_id("member"), app_id("app_a")));
    world.write(left).await;
    assert!(member.review_get(&id).await.unwrap().body.own);
    let reasons = Vec::new();
    let refused = Kind::Forbidden { reasons };
    assert_eq!(kind(member.review_open(&id, world.at(3)).await), refused);
    let opened = world.client("reviewer").review_open(&id, world.at(3)).await;
    assert_eq!(opened.unwrap().version, 4);
    let all = decision(&[
        (Item::Name, Verdict::Approve),
        (Item::PhoneNumber, Verdict::Approve),
    ]);
    assert_eq!(
        kind(member.review_decide(&id, &all, world.at(4)).await),
        refused
    );
}

/// Whoever opened the round has it on their desk; somebody else takes it over by opening it anew.
pub(super) async fn whoever_opened_it_last_decides_it(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let second = vec![Change::PutUser(user("stranger", Duty::Reviewer))];
    world.write(second).await;
    let (reviewer, other) = (world.client("reviewer"), world.client("stranger"));
    let id = application_id("ap_open");
    let all = decision(&[
        (Item::Name, Verdict::Approve),
        (Item::PhoneNumber, Verdict::Approve),
    ]);
    let why = WhyNot::OpenedByOther;
    let refused = Kind::WrongState { why };
    assert_eq!(
        kind(other.review_decide(&id, &all, world.at(4)).await),
        refused
    );
    other.review_open(&id, world.at(4)).await.unwrap();
    let late = reviewer.review_decide(&id, &all, world.at(5)).await;
    assert_eq!(kind(late), refused);
    let done = other.review_decide(&id, &all, world.at(5)).await.unwrap();
    assert_eq!(done.body.application.status, Status::Approved);
}
