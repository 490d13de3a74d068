//! Who has a role: told, changed, taken away, handed over, given up.

use std::sync::Arc;

use contract::Kind;
use contract::body::{HandOverDraft, Members, StandingDraft};
use contract::error::FieldFault;
use domain::application::WhyNot;
use domain::finding::Code;
use domain::role::{AppRole, Standing};

use super::world::*;
use crate::store::{Change, Store};

fn rows(members: &Members) -> Vec<(&str, Standing)> {
    let rows = members.members.iter();
    rows.map(|one| (one.user.as_str(), one.standing)).collect()
}

const ALL: [(&str, Standing); 3] = [
    ("owner", Standing::Head),
    ("member", Standing::Member),
    ("below", Standing::Below),
];

fn to(standing: Standing) -> StandingDraft {
    StandingDraft { standing }
}

fn heir(who: &str) -> HandOverDraft {
    HandOverDraft { to: user_id(who) }
}

/// A removed role acts on the next request of the same session, on a channel as on an app.
pub(super) async fn a_removed_role_acts_on_the_next_request(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (owner, member, below) = (
        world.client("owner"),
        world.client("member"),
        world.client("below"),
    );
    let (channel, app) = (channel_id("ch_a"), app_id("app_a"));
    let told = below.channel_member_list(&channel).await.unwrap();
    assert_eq!((told.version, told.body.own), (1, Standing::Below));
    assert_eq!(rows(&told.body), ALL);
    assert_eq!(told.body.members[0].name, "owner 님");

    let raised = owner
        .channel_member_set(
            &channel,
            &user_id("below"),
            &to(Standing::Member),
            world.at(1),
        )
        .await
        .unwrap();
    assert_eq!(raised.version, 2);
    let expected = [
        ("owner", Standing::Head),
        ("below", Standing::Member),
        ("member", Standing::Member),
    ];
    assert_eq!(rows(&raised.body), expected, "by name");
    let read = owner.channel_member_list(&channel).await.unwrap();
    assert_eq!(
        (read.version, &read.body),
        (2, &raised.body),
        "what was answered is what is so"
    );
    let again = owner
        .channel_member_set(
            &channel,
            &user_id("below"),
            &to(Standing::Member),
            world.at(2),
        )
        .await
        .unwrap();
    assert_eq!(again.version, 2, "what is so already is not counted");

    assert!(member.channel_get(&channel).await.is_ok());
    let gone = owner
        .channel_member_remove(&channel, &user_id("member"), world.at(2))
        .await
        .unwrap();
    assert_eq!(rows(&gone.body), expected[..2]);
    assert_eq!(kind(member.channel_get(&channel).await), Kind::NotFound);
    let members = member.channel_member_list(&channel).await;
    assert_eq!(kind(members), Kind::NotFound);
    let twice = owner
        .channel_member_remove(&channel, &user_id("member"), world.at(3))
        .await;
    assert_eq!(kind(twice), Kind::NotFound);

    assert!(
        member
            .application_get(&application_id("ap_draft"))
            .await
            .is_ok()
    );
    owner
        .app_member_remove(&app, &user_id("member"), world.at(1))
        .await
        .unwrap();
    let id = application_id("ap_draft");
    assert_eq!(kind(member.application_get(&id).await), Kind::NotFound);
    let save = member
        .application_save(&id, &sound_form(), world.at(2))
        .await;
    assert_eq!(kind(save), Kind::NotFound);
    let listed = member.application_list().await.unwrap().body;
    assert!(listed.rows.iter().all(|row| row.app.id != app));
    let lowered = owner
        .app_member_set(&app, &user_id("below"), &to(Standing::Member), world.at(2))
        .await
        .unwrap();
    assert_eq!(lowered.version, 3);
    assert_eq!(
        below.app_get(&app).await.unwrap().body.row.role,
        AppRole::Editor
    );
}

/// There is exactly one master or owner at any time: they are not removed, not lowered, do not leave, and nobody is made another.
pub(super) async fn the_last_one_hands_over_before_going(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (owner, below) = (world.client("owner"), world.client("below"));
    let (channel, app, own) = (channel_id("ch_a"), app_id("app_a"), user_id("owner"));
    let why = Kind::WrongState {
        why: WhyNot::HandOverFirst,
    };
    let refused = owner.channel_leave(&channel, world.at(1)).await;
    assert_eq!(kind(refused), why);
    let refused = owner
        .channel_member_remove(&channel, &own, world.at(1))
        .await;
    assert_eq!(kind(refused), why);
    for (who, standing) in [("owner", Standing::Member), ("below", Standing::Head)] {
        let refused = owner
            .app_member_set(&app, &user_id(who), &to(standing), world.at(1))
            .await;
        assert_eq!(kind(refused), why);
    }
    let unknown = owner
        .app_hand_over(&app, &heir("stranger"), world.at(1))
        .await;
    let Kind::Invalid { fields } = kind(unknown) else {
        panic!("not invalid");
    };
    assert_eq!(
        (fields[0].field.as_str(), &fields[0].problem),
        ("to", &FieldFault::Unknown)
    );
    let stale = owner
        .channel_hand_over(&channel, &heir("below"), world.at(7))
        .await;
    assert_eq!(kind(stale), Kind::Stale { version: 1 });
    let refused = world
        .client("member")
        .app_hand_over(&app, &heir("member"), world.at(1))
        .await;
    assert!(matches!(kind(refused), Kind::Forbidden { .. }));
    let refused = below
        .app_member_remove(&app, &user_id("member"), world.at(1))
        .await;
    let Kind::Forbidden { reasons } = kind(refused) else {
        panic!("not forbidden");
    };
    assert_eq!(reasons[0].code, Code::AppRole);
    // Whoever cannot sign in inherits nothing.
    let account = world.store.account(&user_id("below")).await.unwrap();
    let mut account = account.unwrap();
    account.disabled_at = Some(now());
    world.write(vec![Change::PutAccount(account)]).await;
    let closed = owner
        .channel_hand_over(&channel, &heir("below"), world.at(1))
        .await;
    let why = WhyNot::AccountClosed;
    assert_eq!(kind(closed), Kind::WrongState { why });
    let listed = owner.channel_member_list(&channel).await.unwrap().body;
    let closed: Vec<bool> = listed.members.iter().map(|one| one.closed).collect();
    assert_eq!(closed, [false, false, true]);
}

/// The old master is manager, no longer decides, and may leave; the new one decides from then on. Sent twice, it happens once.
pub(super) async fn a_hand_over_changes_who_decides(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (owner, below) = (world.client("owner"), world.client("below"));
    let channel = channel_id("ch_a");
    assert_eq!(owner.me_get().await.unwrap().body.requests_waiting, 1);
    let with = world.at(1);
    let done = owner
        .channel_hand_over(&channel, &heir("below"), with.clone())
        .await;
    let done = done.unwrap();
    let expected = [
        ("below", Standing::Head),
        ("member", Standing::Member),
        ("owner", Standing::Member),
    ];
    assert_eq!(
        (rows(&done.body).as_slice(), done.body.own),
        (&expected[..], Standing::Member)
    );
    let again = owner
        .channel_hand_over(&channel, &heir("below"), with)
        .await;
    let again = again.unwrap();
    assert_eq!(
        (again.replayed, &again.body),
        (true, &done.body),
        "sent twice, done once"
    );
    assert_eq!(owner.me_get().await.unwrap().body.requests_waiting, 0);
    assert_eq!(
        below.me_get().await.unwrap().body.requests_waiting,
        1,
        "who asks for a role asks the new one"
    );
    let late = owner
        .channel_hand_over(&channel, &heir("member"), world.at(2))
        .await;
    assert_eq!(
        kind(late),
        Kind::Forbidden {
            reasons: Vec::new()
        }
    );
    owner.channel_leave(&channel, world.at(2)).await.unwrap();
    assert_eq!(kind(owner.channel_get(&channel).await), Kind::NotFound);
    let left = below.channel_member_list(&channel).await.unwrap();
    assert_eq!(
        (rows(&left.body).as_slice(), left.version),
        (&expected[..2], 3)
    );
}
