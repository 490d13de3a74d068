//! Who asks in the matrix, about what, and how they stand to it.

use std::sync::Arc;

use domain::account::Account;
use domain::application::Application;
use domain::channel::ChannelState;
use domain::evidence::Media;
use domain::id::{EvidenceId, InvitationId, RoleRequestId};
use domain::policy::Caller;
use domain::role::{
    AppRole, ChannelRole, Duty, RoleRequest, RoleRequestState, RoleWanted, Standing,
};

use super::rows::Row;
use crate::conformance::shares::{document, share};
use crate::conformance::world::*;
use crate::http::hash;
use crate::store::{Change, FileRecord, Invitation, Store};

/// Nobody, somebody with nonsense for a cookie, somebody whose session has ended, somebody whose account is shut; then people: two
/// without a role on what is ours (`other` has what is not ours), the three roles, a reviewer, one with a role on what is reviewed, one
/// who submitted it and has no role any more, and an operator.
pub(super) const CALLERS: [&str; 13] = [
    "nobody",
    "garbage",
    "owner-yesterday",
    "shut",
    "stranger",
    "other",
    "below",
    "member",
    "owner",
    "reviewer",
    "insider",
    "former",
    "desk",
];

/// What an endpoint is about, as the table of who may do what sees it. Ours, and the other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Object {
    /// Nothing in particular.
    None,
    /// Something that every caller has for themselves alone.
    Private,
    /// A channel, or what belongs to it.
    Channel(&'static str, &'static str),
    /// An app, or what belongs to it.
    App(&'static str, &'static str),
    /// A submitted application of an app, as those see it who review.
    Round(&'static str, &'static str),
}

/// Whose object is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Ours.
    Own,
    /// Somebody else's.
    Other,
    /// Something of somebody else's as if it belonged to ours.
    Mixed,
    /// None that there is.
    Missing,
}

impl Which {
    /// Whose objects can be asked for.
    pub(super) fn of(row: &Row) -> Vec<Which> {
        match (row.object, row.own.len()) {
            (Object::None, 0) => vec![Which::Own],
            (_, 0 | 1) => vec![Which::Own, Which::Other, Which::Missing],
            _ => vec![Which::Own, Which::Other, Which::Mixed, Which::Missing],
        }
    }

    /// The identifiers in the path.
    pub(super) fn ids(self, row: &Row, who: &str) -> Vec<String> {
        let places = row.own.iter().zip(row.other).enumerate();
        let ids = places.map(|(place, (own, other))| match self {
            Which::Own => own.replace("{caller}", who),
            Which::Mixed if place == 0 => (*own).to_owned(),
            Which::Other | Which::Mixed => (*other).to_owned(),
            Which::Missing => "no_such_thing".to_owned(),
        });
        ids.collect()
    }

    /// One of three words: of ours, of the other's, of what is not there.
    pub(super) fn pick(self, own: &'static str, other: &'static str) -> &'static str {
        match self {
            Which::Own | Which::Mixed => own,
            Which::Other => other,
            Which::Missing => "no_such_thing",
        }
    }
}

/// The caller as the table has to know them: read from the store, not from what the endpoint says.
pub(super) async fn caller(
    world: &World,
    object: Object,
    which: Which,
    who: &str,
) -> Option<Caller> {
    let duty = match who {
        "nobody" | "garbage" | "owner-yesterday" | "shut" => return None,
        "reviewer" | "insider" | "former" => Duty::Reviewer,
        "desk" => Duty::Operator,
        _ => Duty::Applicant,
    };
    let store = &world.store;
    let standing: Option<Standing> = match object {
        _ if which == Which::Missing => None,
        Object::None | Object::Private => None,
        Object::Channel(own, other) => {
            let id = channel_id(which.pick(own, other));
            let role = store.channel_role(&user_id(who), &id).await.unwrap();
            role.map(Into::into)
        }
        Object::App(own, other) | Object::Round(own, other) => {
            let id = app_id(which.pick(own, other));
            let role = store.app_role(&user_id(who), &id).await.unwrap();
            // Whoever submitted ours stays one of those who apply.
            let former = who == "former" && which == Which::Own;
            let former = former && matches!(object, Object::Round(..));
            role.map(Into::into).or(former.then_some(Standing::Below))
        }
    };
    Some(Caller { duty, standing })
}

/// The world of the other tests, with more people in it, and with as much of the other's as of ours.
pub(super) async fn furnish(store: Arc<dyn Store>) -> World {
    let world = World::new(store).await;
    let mut all = Vec::new();
    for (name, duty) in [
        ("insider", Duty::Reviewer),
        ("former", Duty::Reviewer),
        ("desk", Duty::Operator),
        ("shut", Duty::Applicant),
    ] {
        all.push(Change::PutUser(user(name, duty)));
        all.push(session(name, now().plus_days(1)));
    }
    let on_app = |who, app, role| Change::SetAppRole(user_id(who), app_id(app), role);
    let on_channel = |who, ch, role| Change::SetChannelRole(user_id(who), channel_id(ch), role);
    // Whose account is shut had every role before.
    for app in ["app_a", "app_new", "app_open", "app_sub"] {
        all.push(on_app("shut", app, AppRole::Editor));
    }
    all.push(on_channel("shut", "ch_a", ChannelRole::Manager));
    let account = Account::new(user("shut", Duty::Applicant));
    all.push(Change::PutAccount(Account {
        disabled_at: Some(now()),
        ..account
    }));
    for app in ["app_open", "app_sub"] {
        all.push(on_app("insider", app, AppRole::Editor));
    }
    for id in ["in_1", "in_2"] {
        all.push(Change::PutInvitation(Box::new(Invitation {
            id: InvitationId::parse(id).unwrap(),
            token_hash: hash(&[id.as_bytes()]),
            name: String::new(),
            organisation: String::new(),
            duty: Duty::Applicant,
            by: None,
            made_at: now(),
            expires_at: now().plus_days(1),
            used_at: None,
            used_by: None,
            revoked_at: None,
        })));
    }
    for id in ["ap_sub", "ap_open"] {
        let there = world.store.application(&application_id(id)).await;
        let mut there = there.unwrap().unwrap();
        there.rounds[0].submitted_by = user_id("former");
        all.push(Change::PutApplication(Box::new(there)));
    }
    all.extend(the_others());
    world.write(all).await;
    let file = EvidenceId::parse("ev_other").unwrap();
    world
        .store
        .put_file_bytes(&file, PDF.to_vec())
        .await
        .unwrap();
    world
}

/// What belongs to `other`.
fn the_others() -> Vec<Change> {
    let state = ChannelState::Business;
    let mut all = vec![
        Change::PutChannel(channel("ch_other2", "달빛 약국 2호점", state, Some(THEIRS))),
        Change::SetChannelRole(
            user_id("other"),
            channel_id("ch_other2"),
            ChannelRole::Master,
        ),
    ];
    for id in ["app_other_new", "app_other_sub"] {
        all.push(Change::PutApp(app(id, "달빛 처방", THEIRS)));
        all.push(Change::SetAppRole(
            user_id("other"),
            app_id(id),
            AppRole::Owner,
        ));
    }
    all.push(Change::PutLink(link("app_other", "ch_other", 0)));
    all.push(Change::PutLink(link("app_other_sub", "ch_other", 0)));
    let (by, at) = (user_id("other"), now());
    for (id, app) in [("ap_other", "app_other"), ("ap_other_sub", "app_other_sub")] {
        let mut one = Application::draft(application_id(id), app_id(app), by.clone(), at);
        one.edit(sound_form(), by.clone(), at).unwrap();
        if id == "ap_other_sub" {
            let receipt = || "S-2025-other".to_owned();
            let document = document(app);
            one.submit(document, Vec::new(), receipt, by.clone(), at)
                .unwrap();
        }
        all.push(Change::PutApplication(Box::new(one)));
    }
    all.push(Change::PutRoleRequest(RoleRequest {
        id: RoleRequestId::parse("rr_other").unwrap(),
        by: user_id("stranger"),
        wanted: RoleWanted::ChannelManager {
            channel: channel_id("ch_other"),
        },
        note: String::new(),
        state: RoleRequestState::Open,
        asked_at: now(),
        decided_at: None,
        version: 1,
    }));
    let mut other = share("sh_other", "see_other");
    other.application = application_id("ap_other");
    all.push(Change::PutShare(Box::new(other)));
    all.push(Change::PutFile(FileRecord {
        id: EvidenceId::parse("ev_other").unwrap(),
        application: application_id("ap_other"),
        name: "남의 것.pdf".into(),
        media: Media::Pdf,
        bytes: u64::try_from(PDF.len()).unwrap(),
        sha256: hash(&[PDF]),
        uploaded_at: now(),
    }));
    all
}
