//! What operators do with people: close accounts, invite, look through them.

use std::sync::Arc;

use contract::Kind;
use contract::body::{InvitationDraft, InvitationToken, PeopleQuery, PersonDraft};
use contract::client::With;
use contract::endpoint::{Endpoint, UserUpdate};
use domain::application::WhyNot;
use domain::id::InvitationId;
use domain::role::Duty;
use domain::share::End;
use domain::time::Time;

use super::entrance::operator;
use super::overtaken::{When, behind, json};
use super::world::*;
use super::wrapped::Wrapped;
use crate::hash;
use crate::store::{Change, Invitation, Store};

pub(super) async fn two_operators_cannot_shut_each_other_out(store: Arc<dyn Store>) {
    let world = World::new(Arc::new(Wrapped::interleaved(store))).await;
    world.write(operator()).await;
    let close = PersonDraft {
        duty: Duty::Operator,
        disabled: true,
    };
    let (one, other) = (world.client("desk"), world.client("desk2"));
    let (first, second) = (user_id("desk2"), user_id("desk"));
    let (a, b) = futures_util::future::join(
        one.user_update(&first, &close, world.at(1)),
        other.user_update(&second, &close, world.at(1)),
    )
    .await;
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
}

pub(super) async fn an_operator_invites_and_takes_back(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    let (desk, nobody) = (
        world.client("desk"),
        contract::Client::new(Arc::new(world.door())),
    );
    let draft = InvitationDraft {
        name: "김하린".into(),
        organisation: "별하".into(),
        duty: Duty::Reviewer,
    };
    let long = InvitationDraft {
        name: "가".repeat(81),
        ..draft.clone()
    };
    let long = desk.invitation_create(&long, world.with_key()).await;
    assert!(matches!(kind(long), Kind::Invalid { .. }));
    let with = world.with_key();
    let made = desk
        .invitation_create(&draft, With { ..with.clone() })
        .await
        .unwrap()
        .body;
    let token = made.token.unwrap();
    let again = desk.invitation_create(&draft, with).await.unwrap();
    assert!(again.replayed && again.body.token.is_none(), "told once");
    let body = InvitationToken {
        token: token.clone(),
    };
    let told = nobody.invitation_open(&body).await.unwrap().body;
    assert_eq!((told.name.as_str(), told.duty), ("김하린", Duty::Reviewer));
    let listed = desk.invitation_list().await.unwrap().body.invitations;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].by, "desk 님");
    desk.invitation_revoke(&listed[0].id).await.unwrap();
    desk.invitation_revoke(&listed[0].id).await.unwrap();
    let gone = kind(nobody.invitation_open(&body).await);
    let end = End::Revoked;
    assert_eq!(
        gone,
        Kind::Ended {
            end,
            ended_at: now()
        }
    );
    let hashed = hash(&[token.as_bytes()]);
    let never = InvitationToken { token: hashed };
    assert_eq!(kind(nobody.invitation_open(&never).await), Kind::NotFound);
    let refused = world.client("owner").invitation_list().await;
    assert!(matches!(kind(refused), Kind::Forbidden { .. }));
}

/// Nobody comes in on the word of somebody who is no operator any more, whichever of the two was faster.
pub(super) async fn an_operator_who_goes_takes_their_invitations_along(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    let (desk, nobody) = (
        world.client("desk"),
        contract::Client::new(Arc::new(world.door())),
    );
    let draft = InvitationDraft {
        name: String::new(),
        organisation: String::new(),
        duty: Duty::Operator,
    };
    let made = world.client("desk2");
    let made = made.invitation_create(&draft, world.with_key()).await;
    let token = made.unwrap().body.token.unwrap();
    let kept = desk.invitation_create(&draft, world.with_key()).await;
    let kept = kept.unwrap().body.invitation.id;
    let lower = PersonDraft {
        duty: Duty::Applicant,
        disabled: false,
    };
    // The operator who goes makes one more at the same moment.
    let is_it = |change: &Change| matches!(change, Change::PutInvitation(_));
    let (body, who) = (json(&lower), ["desk2"]);
    let request = (UserUpdate::FACTS, &who[..], &body[..]);
    let behind = behind(&world, false, When::Before(is_it), ("desk", 1), request).client("desk2");
    let late = behind.invitation_create(&draft, world.with_key()).await;
    assert_eq!(kind(late), Kind::SignIn);
    let gone = nobody.invitation_open(&InvitationToken { token }).await;
    assert!(matches!(
        kind(gone),
        Kind::Ended {
            end: End::Revoked,
            ..
        }
    ));
    let listed = desk.invitation_list().await.unwrap().body.invitations;
    let open: Vec<_> = listed
        .iter()
        .filter(|one| one.revoked_at.is_none())
        .collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].id, kept);
}

/// Two hundred are open, however many have ended since.
pub(super) async fn open_invitations_are_counted_however_many_have_ended(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    let made = |n: i64, ended: bool| {
        let made_at = Time::from_millis(now().millis() + n);
        Change::PutInvitation(Box::new(Invitation {
            id: InvitationId::parse(&format!("in_{n}")).unwrap(),
            token_hash: hash(&[n.to_string().as_bytes()]),
            name: String::new(),
            organisation: String::new(),
            duty: Duty::Applicant,
            by: None,
            made_at,
            expires_at: made_at.plus_days(7),
            used_at: None,
            used_by: None,
            revoked_at: ended.then_some(made_at),
        }))
    };
    let open = (0..200).map(|n| made(n, false));
    let ended = (200..800).map(|n| made(n, true));
    world.write(open.chain(ended).collect()).await;
    let draft = InvitationDraft {
        name: String::new(),
        organisation: String::new(),
        duty: Duty::Applicant,
    };
    let desk = world.client("desk");
    let refused = desk.invitation_create(&draft, world.with_key()).await;
    let why = WhyNot::EnoughInvitations;
    assert_eq!(kind(refused), Kind::WrongState { why });
}

pub(super) async fn people_are_listed_by_name_page_by_page(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(operator()).await;
    let many = (0..120).map(|n| {
        let mut one = user(&format!("extra{n:03}"), Duty::Applicant);
        one.name = format!("추가 {n:03}");
        Change::PutUser(one)
    });
    world.write(many.collect()).await;
    let desk = world.client("desk");
    let mut query = PeopleQuery::default();
    let mut names = Vec::new();
    loop {
        let page = desk.user_list(&query).await.unwrap().body;
        names.extend(page.rows.iter().map(|row| row.name.clone()));
        assert_eq!(page.count, 120 + PEOPLE.len() + 2);
        let Some(next) = page.next else { break };
        query.cursor = Some(next);
    }
    assert_eq!(names.len(), 120 + PEOPLE.len() + 2);
    assert!(names.is_sorted());
    let last = desk.user_list(&query).await.unwrap().body;
    query.cursor = last.previous;
    let before = desk.user_list(&query).await.unwrap().body.rows;
    assert_eq!(before.len(), 50);
    assert_eq!(before[49].name, names[99]);
    let found = PeopleQuery {
        q: "ㅊㄱ 11".into(),
        cursor: None,
    };
    let found = desk.user_list(&found).await.unwrap().body;
    assert_eq!(found.rows.len(), 10, "110 to 119");
}
