//! Who comes in, and how it ends: sessions by their days and by being left alone, ended by oneself and by an operator; invitations
//! that are good for one; accounts of providers that are one person each.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, header};
use contract::Kind;
use contract::body::{PeopleQuery, PersonDraft};
use domain::account::{IDLE_S, SESSION_S, SignInProblem};
use domain::application::WhyNot;
use domain::id::SessionId;
use domain::record::Object;
use domain::role::Duty;
use domain::time::Time;

use super::world::*;
use super::wrapped::Wrapped;
use crate::fixed::{AsTheyAre, CountingIds};
use crate::invitation::invite;
use crate::record::{Trace, added};
use crate::store::{Batch, Change, Store};
use crate::{Arrival, Backend, arrive, hash};

const ISSUER: &str = "https://id.example";

/// A backend over the same store, for what has no endpoint.
pub(super) fn backend(world: &World) -> Backend {
    Backend {
        store: world.store.clone(),
        clock: world.clock.clone(),
        ids: Arc::new(CountingIds::default()),
        cleaner: Arc::new(AsTheyAre),
        demo: None,
        doors: Arc::default(),
    }
}

pub(super) fn operator() -> Vec<Change> {
    let mut all = Vec::new();
    for name in ["desk", "desk2"] {
        all.push(Change::PutUser(user(name, Duty::Operator)));
        all.push(session(name, now().plus_days(9)));
    }
    all
}

pub(super) fn later(seconds: i64) -> Time {
    Time::from_millis(now().millis() + seconds * 1_000)
}

/// Somebody comes back from the provider; gives the session's token.
pub(super) async fn comes(
    backend: &Backend,
    subject: &str,
    invitation: Option<&str>,
    with: &HeaderMap,
) -> Result<String, SignInProblem> {
    let arrival = Arrival {
        issuer: ISSUER,
        subject,
        name: "이름",
        invitation,
    };
    let cookie = arrive(backend, arrival, with, &Trace::default()).await;
    let cookie = cookie.map_err(|turned| turned.problem)?;
    let value = cookie.split_once('=').unwrap().1.split_once(';').unwrap().0;
    Ok(value.to_owned())
}

/// An invitation in the store; gives the hash of its token.
pub(super) async fn invited(world: &World, ids: &CountingIds, duty: Duty) -> String {
    let (invitation, token) = invite(ids, world_now(world), None, ("", "별하", duty)).unwrap();
    world
        .write(vec![Change::PutInvitation(Box::new(invitation))])
        .await;
    hash(&[token.as_bytes()])
}

fn world_now(world: &World) -> Time {
    use crate::ports::Clock as _;
    world.clock.now()
}

async fn status(world: &World, token: &str) -> u16 {
    let door = world.door().with_token(token);
    let me = contract::Client::new(Arc::new(door)).me_get().await;
    match me {
        Ok(_) => 200,
        Err(failure) => failure.kind().unwrap().status().0,
    }
}

pub(super) async fn a_session_ends_by_its_days_and_by_being_left_alone(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let backend = backend(&world);
    let hash_of = invited(&world, &CountingIds::default(), Duty::Applicant).await;
    let token = comes(&backend, "a", Some(&hash_of), &HeaderMap::new())
        .await
        .unwrap();
    // Used every hour it lives on, up to its last moment.
    let hours = SESSION_S / 3_600;
    for hour in 1..hours {
        world.clock.set(later(hour * 3_600));
        assert_eq!(status(&world, &token).await, 200, "after {hour} h");
    }
    world.clock.set(later(SESSION_S - 1));
    assert_eq!(status(&world, &token).await, 200);
    world.clock.set(later(SESSION_S));
    assert_eq!(status(&world, &token).await, 401, "its days are over");
    // Left alone it ends long before.
    let begun = world_now(&world);
    let left = comes(&backend, "a", None, &HeaderMap::new()).await.unwrap();
    let at = |seconds| Time::from_millis(begun.millis() + seconds * 1_000);
    world.clock.set(at(IDLE_S - 1));
    assert_eq!(status(&world, &left).await, 200);
    world.clock.set(at(2 * IDLE_S - 2));
    assert_eq!(
        status(&world, &left).await,
        200,
        "its last use was written down"
    );
    world.clock.set(at(3 * IDLE_S - 2));
    assert_eq!(status(&world, &left).await, 401);
}

pub(super) async fn a_token_from_before_the_sign_in_is_worth_nothing_after(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let backend = backend(&world);
    let hash_of = invited(&world, &CountingIds::default(), Duty::Applicant).await;
    let mut planted = HeaderMap::new();
    let cookie = HeaderValue::from_static("syncdesk_session=token-member");
    planted.insert(header::COOKIE, cookie);
    assert_eq!(status(&world, "token-member").await, 200);
    let token = comes(&backend, "a", Some(&hash_of), &planted)
        .await
        .unwrap();
    assert_ne!(token, "token-member");
    assert_eq!(status(&world, "token-member").await, 401, "it was rotated");
    assert_eq!(status(&world, &token).await, 200);
}

pub(super) async fn everybody_sees_and_ends_their_own_sessions(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    world.write(second_session()).await;
    let client = world.client("member");
    let listed = client.session_list().await.unwrap().body.sessions;
    assert_eq!(listed.len(), 2);
    let current: Vec<_> = listed.iter().filter(|one| one.current).collect();
    assert_eq!(current.len(), 1);
    assert_eq!(current[0].id.as_str(), "se_member");
    let other = SessionId::parse("se_member2").unwrap();
    let foreign = world.client("owner").session_end(&other).await;
    assert_eq!(kind(foreign), Kind::NotFound, "only one's own");
    assert_eq!(status(&world, "token-member2").await, 200);
    client.session_end(&other).await.unwrap();
    assert_eq!(status(&world, "token-member2").await, 401);
    world.write(second_session()).await;
    client.session_end_others().await.unwrap();
    assert_eq!(status(&world, "token-member2").await, 401);
    assert_eq!(
        status(&world, "token-member").await,
        200,
        "the one that asked"
    );
    assert_eq!(status(&world, "token-owner").await, 200, "others stay");
}

fn second_session() -> Vec<Change> {
    let Change::PutSession(mut second) = session("member2", now().plus_days(1)) else {
        panic!("a session is a session")
    };
    second.user = user_id("member");
    vec![Change::PutSession(second)]
}

/// Over a store that forgets to end sessions the account is closed, and still nobody gets in; with another duty they would.
pub(super) async fn everything_ends_with_an_account(store: Arc<dyn Store>, twin: Arc<dyn Store>) {
    assert_eq!(after_another_duty(store.clone()).await, 401);
    let careless: Arc<dyn Store> = Arc::new(Wrapped::careless(twin));
    assert_eq!(after_another_duty(careless).await, 200);
    let world = World::over(store);
    let (desk, person) = (world.client("desk"), user_id("owner"));
    let query = PeopleQuery {
        q: "owner".into(),
        cursor: None,
    };
    let rows = desk.user_list(&query).await.unwrap().body.rows;
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].version, rows[0].disabled_at), (1, None));
    let close = PersonDraft {
        duty: Duty::Applicant,
        disabled: true,
    };
    let stale = desk.user_update(&person, &close, world.at(7)).await;
    assert_eq!(kind(stale), Kind::Stale { version: 1 });
    let closed = desk
        .user_update(&person, &close, world.at(1))
        .await
        .unwrap();
    assert_eq!(closed.body.disabled_at, Some(now()));
    assert_eq!(status(&world, "token-owner").await, 401);
    // Not even a session that was there all the time, had it been forgotten.
    world
        .write(vec![session("owner", now().plus_days(1))])
        .await;
    assert_eq!(status(&world, "token-owner").await, 401);
    let own = desk
        .user_update(&user_id("desk"), &close, world.at(1))
        .await;
    let why = WhyNot::OwnAccount;
    assert_eq!(kind(own), Kind::WrongState { why });
    desk.user_sign_out(&user_id("below")).await.unwrap();
    assert_eq!(status(&world, "token-below").await, 401);
}

async fn after_another_duty(store: Arc<dyn Store>) -> u16 {
    let world = World::new(store).await;
    world.write(operator()).await;
    let draft = PersonDraft {
        duty: Duty::Reviewer,
        disabled: false,
    };
    let desk = world.client("desk");
    let person = user_id("member");
    let changed = desk.user_update(&person, &draft, world.at(1)).await;
    assert_eq!(changed.unwrap().version, 2);
    status(&world, "token-member").await
}

pub(super) async fn an_invitation_is_good_for_one(store: Arc<dyn Store>, twin: Arc<dyn Store>) {
    let interleaved: Arc<dyn Store> = Arc::new(Wrapped::interleaved(store));
    assert_eq!(came_by_one_invitation(interleaved).await, 1);
    let careless: Arc<dyn Store> = Arc::new(Wrapped::careless(twin));
    assert!(came_by_one_invitation(careless).await > 1);
}

/// Five people with one invitation, at the same time.
async fn came_by_one_invitation(store: Arc<dyn Store>) -> usize {
    let world = World::new(store).await;
    let backend = backend(&world);
    let token = invited(&world, &CountingIds::default(), Duty::Operator).await;
    let none = HeaderMap::new();
    let people = ["a", "b", "c", "d", "e"];
    let all = people.map(|who| comes(&backend, who, Some(&token), &none));
    let came = futures_util::future::join_all(all).await;
    for turned in came.iter().filter_map(|one| one.as_ref().err()) {
        assert_eq!(*turned, SignInProblem::InvitationEnded);
    }
    came.iter().filter(|one| one.is_ok()).count()
}

pub(super) async fn who_has_an_account_gets_in_and_who_has_none_does_not(store: Arc<dyn Store>) {
    let world = World::new(store).await;
    let (backend, ids, none) = (backend(&world), CountingIds::default(), HeaderMap::new());
    let unknown = comes(&backend, "a", None, &none).await;
    assert_eq!(unknown, Err(SignInProblem::UnknownAccount));
    let made_up = comes(&backend, "a", Some("no such hash"), &none).await;
    assert_eq!(made_up, Err(SignInProblem::InvitationEnded));
    let who = [
        added("identity.issuer", ISSUER),
        added("identity.subject", "a"),
    ];
    for one in world.store.records_after(0, 9).await.unwrap() {
        assert_eq!(one.entry.changes, who, "the record says who it was");
    }
    let invitation = invited(&world, &ids, Duty::Applicant).await;
    comes(&backend, "a", Some(&invitation), &none)
        .await
        .unwrap();
    comes(&backend, "a", None, &none).await.unwrap();
    // The same link again: whoever has an account gets in by that.
    comes(&backend, "a", Some(&invitation), &none)
        .await
        .unwrap();
    let identity = world.store.identity(ISSUER, "a").await.unwrap().unwrap();
    let account = world.store.account(&identity.user).await.unwrap().unwrap();
    assert_eq!((account.user.name.as_str(), account.version), ("이름", 1));
    assert_eq!(
        world.store.identity("https://other.example", "a").await,
        Ok(None)
    );
    let mut shut = account.clone();
    shut.disabled_at = Some(now());
    shut.version = 2;
    world.write(vec![Change::PutAccount(shut)]).await;
    let shut = comes(&backend, "a", None, &none).await;
    assert_eq!(shut, Err(SignInProblem::Disabled));
    let last = world.store.chain_head().await.unwrap().seq;
    let told = world.store.records_after(last - 1, 1).await.unwrap();
    assert_eq!(told[0].entry.about, [Object::from(&identity.user)]);
    // By an invitation from before they are not in again, by one from afterwards they are, as what the invitation says.
    let before = invited(&world, &ids, Duty::Operator).await;
    let shut = comes(&backend, "a", Some(&before), &none).await;
    assert_eq!(shut, Err(SignInProblem::Disabled));
    world.clock.set(later(1));
    let again = invited(&world, &ids, Duty::Operator).await;
    comes(&backend, "a", Some(&again), &none).await.unwrap();
    let account = world.store.account(&identity.user).await.unwrap().unwrap();
    assert_eq!(
        (account.user.duty, account.disabled_at),
        (Duty::Operator, None)
    );
    // Nobody loses a duty by a link that leads to a lower one, and the link stays good.
    let link = invited(&world, &ids, Duty::Applicant).await;
    comes(&backend, "a", Some(&link), &none).await.unwrap();
    let account = world.store.account(&identity.user).await.unwrap().unwrap();
    assert_eq!((account.user.duty, account.version), (Duty::Operator, 3));
    comes(&backend, "b", Some(&link), &none).await.unwrap();
    let old = invited(&world, &ids, Duty::Applicant).await;
    world.clock.set(now().plus_days(8));
    let old = comes(&backend, "c", Some(&old), &none).await;
    assert_eq!(old, Err(SignInProblem::InvitationEnded));
}

/// A sign-in that is under way is good for one coming back; expired ones are forgotten.
pub(super) async fn a_sign_in_is_under_way_once(store: Arc<dyn Store>) {
    use crate::store::{CommitError, Expect, SignInAttempt};
    let attempt = |hash: &str, expires_at| SignInAttempt {
        cookie_hash: hash.into(),
        provider: "work".into(),
        state: "s".into(),
        nonce: "n".into(),
        verifier: "v".into(),
        back: "/".into(),
        invitation: Some("i".into()),
        expires_at,
    };
    let world = World::new(store).await;
    let one = attempt("one", later(600));
    let old = attempt("old", later(-1));
    let put = |attempt: &SignInAttempt| Change::PutSignInAttempt(Box::new(attempt.clone()));
    world.write(vec![put(&one), put(&old)]).await;
    assert_eq!(world.store.sign_in_attempt("one").await, Ok(Some(one)));
    world.write(vec![Change::ForgetSignInAttempts(now())]).await;
    assert_eq!(world.store.sign_in_attempt("old").await, Ok(None));
    let take = || Batch {
        expect: vec![Expect::SignInAttempt("one".into())],
        changes: vec![Change::DeleteSignInAttempt("one".into())],
        ..Batch::default()
    };
    assert_eq!(world.store.commit(take()).await, Ok(()));
    assert_eq!(world.store.commit(take()).await, Err(CommitError::Stale));
}
