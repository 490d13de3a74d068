//! How somebody gets a first role, what remains of one that was taken away, and what becomes of what a closed account leaves.

use std::sync::Arc;

use contract::Kind;
use contract::body::{
    HandOverDraft, HandedOver, PersonDraft, RoleDecision, RoleRequestDraft, StandingDraft,
};
use contract::error::{FieldFault, FieldProblem};
use domain::application::WhyNot;
use domain::role::{AppRole, Duty, RoleRequestState, RoleWanted, Standing};

use super::entrance::operator;
use super::world::*;
use crate::store::{Change, Store};

const EDITOR: StandingDraft = StandingDraft {
    standing: Standing::Member,
};

fn unknown(field: &str) -> Kind {
    let problem = FieldProblem {
        field: field.into(),
        problem: FieldFault::Unknown,
    };
    Kind::Invalid {
        fields: vec![problem],
    }
}

/// Nobody has to write to the database: somebody without any role tells who they are, and is editor a moment later.
pub(super) async fn a_newcomer_becomes_editor_by_being_added(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    let (owner, newcomer) = (world.client("owner"), world.client("stranger"));
    let (app, channel) = (app_id("app_a"), channel_id("ch_a2"));
    assert_eq!(kind(newcomer.app_get(&app).await), Kind::NotFound);
    let told = newcomer.me_get().await.unwrap().body.user.id;
    let refused = world.client("member");
    let refused = refused.app_member_set(&app, &told, &EDITOR, world.at(1));
    assert!(matches!(kind(refused.await), Kind::Forbidden { .. }));
    let added = owner
        .app_member_set(&app, &told, &EDITOR, world.at(1))
        .await;
    let added = added.unwrap();
    let names: Vec<&str> = added.body.members.iter().map(|m| m.user.as_str()).collect();
    assert_eq!(
        (names, added.version),
        (vec!["owner", "member", "stranger", "below"], 2)
    );
    let read = owner.app_member_list(&app).await.unwrap().body;
    assert_eq!(read, added.body, "what was answered is what is so");
    let role = newcomer.app_get(&app).await.unwrap().body.row.role;
    assert_eq!(role, AppRole::Editor);
    let added = owner
        .channel_member_set(&channel, &told, &EDITOR, world.at(1))
        .await;
    assert_eq!(added.unwrap().body.members.len(), 4);
    assert!(newcomer.channel_get(&channel).await.is_ok());
    let head = StandingDraft {
        standing: Standing::Head,
    };
    let other = user_id("other");
    let second = owner.app_member_set(&app, &other, &head, world.at(2)).await;
    let why = WhyNot::HandOverFirst;
    assert_eq!(kind(second), Kind::WrongState { why });

    // Of a closed account nothing else is said than of none.
    let nobody = user_id("us_never");
    let never = owner
        .app_member_set(&app, &nobody, &EDITOR, world.at(2))
        .await;
    let never = kind(never);
    close(&world, "other").await;
    let closed = owner
        .app_member_set(&app, &other, &EDITOR, world.at(2))
        .await;
    assert_eq!((kind(closed), never), (unknown("user"), unknown("user")));
}

async fn close(world: &World, who: &str) {
    let draft = PersonDraft {
        duty: Duty::Applicant,
        disabled: true,
    };
    let desk = world.client("desk");
    let closed = desk.user_update(&user_id(who), &draft, world.at(1)).await;
    assert_eq!(closed.unwrap().version, 2);
}

/// What was asked for is declined with the removal, and what can be read of it is no newer than what everybody may know.
pub(super) async fn a_removed_role_leaves_no_open_request_and_no_names(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (owner, below) = (world.client("owner"), world.client("below"));
    let wanted = RoleWanted::AppEditor {
        app: app_id("app_a"),
    };
    let ask = RoleRequestDraft {
        wanted,
        note: String::new(),
    };
    let asked = below.role_request_create(&ask, world.with_key()).await;
    let asked = asked.unwrap().body;
    let names = (asked.target.as_str(), asked.decider.as_str());
    assert_eq!(names, ("별하 주문", "owner 님"));
    let (app, person) = (app_id("app_a"), user_id("below"));
    let removed = owner.app_member_remove(&app, &person, world.at(1)).await;
    removed.unwrap();
    let outgoing = below.role_request_list().await.unwrap().body.outgoing;
    let [row] = outgoing.as_slice() else {
        panic!("{outgoing:?}")
    };
    assert_eq!(row.request.state, RoleRequestState::Declined);
    assert_eq!((row.target.as_str(), row.decider.as_str()), ("", ""));
    let late = RoleDecision { grant: true };
    let id = &row.request.id;
    let late = owner.role_request_decide(id, &late, world.at(2)).await;
    let why = WhyNot::AlreadyDecided;
    assert_eq!(kind(late), Kind::WrongState { why });
}

/// Whose account was closed is given nothing that they had asked for.
pub(super) async fn a_closed_account_is_granted_nothing(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    close(&world, "stranger").await;
    let owner = world.client("owner");
    let incoming = owner.role_request_list().await.unwrap().body.incoming;
    let id = &incoming[0].request.id;
    let (yes, no) = (RoleDecision { grant: true }, RoleDecision { grant: false });
    let granted = owner.role_request_decide(id, &yes, world.at(1)).await;
    let why = WhyNot::AccountClosed;
    assert_eq!(kind(granted), Kind::WrongState { why });
    assert!(
        owner
            .role_request_decide(id, &no, world.at(1))
            .await
            .is_ok()
    );
}

/// No channel and no app stays with somebody who cannot sign in: an operator hands over what they left, and gets nothing by it.
pub(super) async fn what_a_closed_account_leaves_is_handed_over(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    let many = (0..50).flat_map(|n| {
        let id = format!("app_many{n}");
        let owner = Change::SetAppRole(user_id("owner"), app_id(&id), AppRole::Owner);
        [Change::PutApp(app(&id, "별하", OURS)), owner]
    });
    world.write(many.collect()).await;
    let (desk, gone) = (world.client("desk"), user_id("owner"));
    let to = |who: &str| HandOverDraft { to: user_id(who) };
    let early = desk
        .user_hand_over(&gone, &to("stranger"), world.at(1))
        .await;
    let why = WhyNot::AccountOpen;
    assert_eq!(kind(early), Kind::WrongState { why });
    close(&world, "owner").await;
    let own = desk.user_hand_over(&gone, &to("desk"), world.at(2)).await;
    let why = WhyNot::OwnAccount;
    assert_eq!(kind(own), Kind::WrongState { why });
    for nobody in ["us_never", "owner"] {
        let refused = desk.user_hand_over(&gone, &to(nobody), world.at(2)).await;
        assert_eq!(kind(refused), unknown("to"), "{nobody}");
    }
    let mut told = Vec::new();
    for _ in 0..3 {
        let done = desk
            .user_hand_over(&gone, &to("stranger"), world.at(2))
            .await;
        told.push(done.unwrap().body);
    }
    let of = |channels, apps, more| HandedOver {
        channels,
        apps,
        more,
    };
    assert_eq!(told, [of(4, 36, true), of(0, 18, false), of(0, 0, false)]);
    let heir = world.client("stranger");
    let members = heir.channel_member_list(&channel_id("ch_a")).await.unwrap();
    let members: Vec<_> = members
        .body
        .members
        .iter()
        .map(|m| (m.user.as_str(), m.standing))
        .collect();
    let expected = [
        ("stranger", Standing::Head),
        ("member", Standing::Member),
        ("owner", Standing::Member),
        ("below", Standing::Below),
    ];
    assert_eq!(members, expected);
    let looked = crate::invariants::invariants(&*world.store).await.unwrap();
    assert_eq!(looked.violations, []);
}
