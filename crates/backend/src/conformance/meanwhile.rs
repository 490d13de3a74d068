//! What is written about an application, a role or a review, while somebody else changes what it was decided on.

use std::future::Future;
use std::sync::Arc;

use contract::Kind;
use contract::body::{
    DecisionDraft, EvidenceQuery, HandOverDraft, PersonDraft, ShareDraft, StandingDraft,
};
use contract::endpoint::{
    AppMemberRemove, AppMemberSet, ApplicationSubmit, Endpoint, LinkDelete, UserUpdate,
};
use domain::item::Item;
use domain::review::{ItemVerdict, Verdict};
use domain::role::{ChannelRole, Duty, Standing};

use super::entrance::operator;
use super::overtaken::{When, behind, json};
use super::world::*;
use crate::store::{Change, Store};

/// What was written although something that forbids it came first.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    /// A file of somebody who was removed.
    file: bool,
    /// A file of an application that was submitted.
    late_file: bool,
    /// The draft of somebody who was removed.
    draft: bool,
    /// A round that names a channel as linked which is not.
    round: bool,
    /// A link to the screen by somebody who was removed.
    share: bool,
    /// A decision of a reviewer who has a role on the app.
    decision: bool,
    /// A channel whose master cannot sign in.
    closed_master: bool,
    /// The draft of somebody whose account was closed.
    shut_out: bool,
}

impl Written {
    fn all(is: bool) -> Written {
        Written {
            file: is,
            late_file: is,
            draft: is,
            round: is,
            share: is,
            decision: is,
            closed_master: is,
            shut_out: is,
        }
    }

    async fn of<F, R>(make: &F, careless: bool) -> Written
    where
        F: Fn() -> R,
        R: Future<Output = Arc<dyn Store>>,
    {
        let world = async || {
            let world = World::new(make().await).await;
            world.write(operator()).await;
            world
        };
        Written {
            file: file(&world().await, careless, false).await,
            late_file: file(&world().await, careless, true).await,
            draft: draft(&world().await, careless).await,
            round: round(&world().await, careless).await,
            share: share(&world().await, careless).await,
            decision: decision(&world().await, careless).await,
            closed_master: closed_master(&world().await, careless).await,
            shut_out: shut_out(&world().await, careless).await,
        }
    }
}

/// What was decided on has changed before it is written: it is decided anew, and then refused.
pub(super) async fn what_has_changed_meanwhile_counts<F, R>(make: &F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    assert_eq!(Written::of(make, false).await, Written::all(false));
}

/// Over stores that do not look whether what a batch relies on is still so, each of these is written.
pub(super) async fn a_store_that_does_not_look_is_caught<F, R>(make: &F)
where
    F: Fn() -> R,
    R: Future<Output = Arc<dyn Store>>,
{
    assert_eq!(Written::of(make, true).await, Written::all(true));
}

/// The member works behind a store where they lose their role on the app just before `is_it` is written.
fn removed(world: &World, careless: bool, is_it: fn(&Change) -> bool) -> World {
    let request = (AppMemberRemove::FACTS, &["app_a", "member"][..], &[][..]);
    behind(world, careless, When::Before(is_it), ("owner", 1), request)
}

async fn file(world: &World, careless: bool, late: bool) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutFile(_));
    let front = if late {
        let request = (ApplicationSubmit::FACTS, &["ap_draft"][..], &[][..]);
        behind(world, careless, When::Before(is_it), ("owner", 2), request)
    } else {
        removed(world, careless, is_it)
    };
    let (member, id) = (front.client("member"), application_id("ap_draft"));
    let name = EvidenceQuery {
        name: "x.pdf".into(),
    };
    let put = member.evidence_create(&id, &name, PDF.to_vec(), world.with_key());
    let put = put.await;
    let there = world.store.files(&id).await.unwrap().len() > 1;
    assert_eq!(put.is_ok(), there, "what is refused is not done");
    there
}

async fn draft(world: &World, careless: bool) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutApplication(_));
    let front = removed(world, careless, is_it);
    let (member, id) = (front.client("member"), application_id("ap_draft"));
    let saved = member
        .application_save(&id, &sound_form(), world.at(2))
        .await;
    let there = world.store.application(&id).await.unwrap().unwrap();
    assert_eq!(saved.is_ok(), there.version == 3);
    saved.is_ok()
}

async fn round(world: &World, careless: bool) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutApplication(_));
    let request = (LinkDelete::FACTS, &["app_a", "ch_a"][..], &[][..]);
    let front = behind(world, careless, When::Before(is_it), ("owner", 1), request);
    let (member, id) = (front.client("member"), application_id("ap_draft"));
    let _ = member.application_submit(&id, world.at(2)).await;
    let there = world.store.application(&id).await.unwrap().unwrap();
    let links = world.store.links_of_apps(&[app_id("app_a")]).await.unwrap();
    assert_eq!(links, []);
    let mut named = there
        .rounds
        .iter()
        .flat_map(|round| &round.document.channels);
    named.next().is_some()
}

async fn share(world: &World, careless: bool) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutShare(_));
    let front = removed(world, careless, is_it);
    let (member, id) = (front.client("member"), application_id("ap_draft"));
    let before = world.store.shares(&id).await.unwrap().len();
    let days = ShareDraft { days: 7 };
    let made = member.share_create(&id, &days, world.with_key()).await;
    let there = world.store.shares(&id).await.unwrap().len() > before;
    assert_eq!(made.is_ok(), there);
    there
}

async fn decision(world: &World, careless: bool) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutApplication(_));
    let standing = StandingDraft {
        standing: Standing::Below,
    };
    let body = json(&standing);
    let request = (
        AppMemberSet::FACTS,
        &["app_open", "reviewer"][..],
        &body[..],
    );
    let front = behind(world, careless, When::Before(is_it), ("owner", 1), request);
    let approve = || ItemVerdict {
        verdict: Verdict::Approve,
        reason: None,
        words: String::new(),
    };
    let all = DecisionDraft {
        verdicts: [(Item::Name, approve()), (Item::PhoneNumber, approve())].into(),
        words: String::new(),
    };
    let id = application_id("ap_open");
    let reviewer = front.client("reviewer");
    let decided = reviewer.review_decide(&id, &all, world.at(4)).await;
    let there = world.store.application(&id).await.unwrap().unwrap();
    assert_eq!(decided.is_ok(), there.rounds[0].decision.is_some());
    decided.is_ok()
}

async fn closed_master(world: &World, careless: bool) -> bool {
    let is_it =
        |change: &Change| matches!(change, Change::SetChannelRole(_, _, ChannelRole::Master));
    let close = PersonDraft {
        duty: Duty::Applicant,
        disabled: true,
    };
    let body = json(&close);
    let request = (UserUpdate::FACTS, &["below"][..], &body[..]);
    let front = behind(world, careless, When::Before(is_it), ("desk", 1), request);
    let (owner, channel) = (front.client("owner"), channel_id("ch_a"));
    let heir = HandOverDraft {
        to: user_id("below"),
    };
    let _ = owner.channel_hand_over(&channel, &heir, world.at(1)).await;
    let members = world.store.channel_members(&channel).await.unwrap();
    let (master, role) = &members[0];
    assert_eq!(*role, ChannelRole::Master);
    master.disabled_at.is_some()
}

async fn shut_out(world: &World, careless: bool) -> bool {
    let is_it = |change: &Change| matches!(change, Change::PutApplication(_));
    let close = PersonDraft {
        duty: Duty::Applicant,
        disabled: true,
    };
    let body = json(&close);
    let request = (UserUpdate::FACTS, &["member"][..], &body[..]);
    let front = behind(world, careless, When::Before(is_it), ("desk", 1), request);
    let (member, id) = (front.client("member"), application_id("ap_draft"));
    let saved = member
        .application_save(&id, &sound_form(), world.at(2))
        .await;
    let there = world.store.application(&id).await.unwrap().unwrap();
    assert_eq!(saved.is_ok(), there.version == 3);
    // They are told to sign in, and not that somebody was faster.
    saved.is_ok() || kind(saved) != Kind::SignIn
}
