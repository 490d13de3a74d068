//! Who has a role on a channel or app: the list, first and other roles, removal, hand-over, leaving. Channels and apps differ only in where
//! the roles are kept. Every change counts the channel's or app's version on, so what relied on the roles as they were (a link that
//! is being made) is decided anew, and two changes at the same time are not both made.

use contract::body::{Member, Members};
use contract::endpoint::{
    AppHandOver, AppLeave, AppMemberList, AppMemberRemove, AppMemberSet, ChannelHandOver,
    ChannelLeave, ChannelMemberList, ChannelMemberRemove, ChannelMemberSet, Endpoint,
};
use contract::error::FieldFault;
use domain::account::Account;
use domain::app::App;
use domain::channel::Channel;
use domain::id::UserId;
use domain::members::{Act, change};
use domain::role::{RoleRequestState, RoleWanted, Standing};

use crate::Backend;
use crate::app::visible_app;
use crate::channel::visible_channel;
use crate::fault::Fault;
use crate::http::{Call, Done};
use crate::store::{Batch, Change, Expect};

pub(crate) async fn channel_member_list(call: Call<ChannelMemberList>) -> Result<Done, Fault> {
    let scene = Scene::of_channel(&call).await?;
    let members = scene
        .members(&call.backend, &call.caller.id, None, &[])
        .await?;
    call.reply(&members, scene.place.version())
}

pub(crate) async fn app_member_list(call: Call<AppMemberList>) -> Result<Done, Fault> {
    let scene = Scene::of_app(&call).await?;
    let members = scene
        .members(&call.backend, &call.caller.id, None, &[])
        .await?;
    call.reply(&members, scene.place.version())
}

pub(crate) async fn channel_member_set(call: Call<ChannelMemberSet>) -> Result<Done, Fault> {
    let (scene, user) = (Scene::of_channel(&call).await?, call.id(1)?);
    let act = Act::Set(&user, call.body.standing);
    scene.change(&call, &user, act).await
}

pub(crate) async fn app_member_set(call: Call<AppMemberSet>) -> Result<Done, Fault> {
    let (scene, user) = (Scene::of_app(&call).await?, call.id(1)?);
    let act = Act::Set(&user, call.body.standing);
    scene.change(&call, &user, act).await
}

pub(crate) async fn channel_member_remove(call: Call<ChannelMemberRemove>) -> Result<Done, Fault> {
    let (scene, user) = (Scene::of_channel(&call).await?, call.id(1)?);
    scene.change(&call, &user, Act::Remove(&user)).await
}

pub(crate) async fn app_member_remove(call: Call<AppMemberRemove>) -> Result<Done, Fault> {
    let (scene, user) = (Scene::of_app(&call).await?, call.id(1)?);
    scene.change(&call, &user, Act::Remove(&user)).await
}

pub(crate) async fn channel_hand_over(call: Call<ChannelHandOver>) -> Result<Done, Fault> {
    let scene = Scene::of_channel(&call).await?;
    scene.hand_over(&call, &call.body.to).await
}

pub(crate) async fn app_hand_over(call: Call<AppHandOver>) -> Result<Done, Fault> {
    let scene = Scene::of_app(&call).await?;
    scene.hand_over(&call, &call.body.to).await
}

pub(crate) async fn channel_leave(call: Call<ChannelLeave>) -> Result<Done, Fault> {
    Scene::of_channel(&call).await?.leave(&call).await
}

pub(crate) async fn app_leave(call: Call<AppLeave>) -> Result<Done, Fault> {
    Scene::of_app(&call).await?.leave(&call).await
}

/// What people have roles on.
pub(crate) enum Place {
    Channel(Channel),
    App(App),
}

impl Place {
    fn version(&self) -> u64 {
        match self {
            Place::Channel(channel) => channel.version,
            Place::App(app) => app.version,
        }
    }

    async fn version_now(&self, backend: &Backend) -> Result<u64, Fault> {
        let now = match self {
            Place::Channel(one) => backend.store.channel(&one.id).await?.map(|now| now.version),
            Place::App(one) => backend.store.app(&one.id).await?.map(|now| now.version),
        };
        Ok(now.unwrap_or_else(|| self.version()))
    }

    /// Somebody's role on it. Read after the place itself, so that a change in between is noticed when something is written.
    pub(crate) async fn standing(
        &self,
        backend: &Backend,
        user: &UserId,
    ) -> Result<Option<Standing>, Fault> {
        let store = &backend.store;
        Ok(match self {
            Place::Channel(one) => store.channel_role(user, &one.id).await?.map(Into::into),
            Place::App(one) => store.app_role(user, &one.id).await?.map(Into::into),
        })
    }

    async fn members(&self, backend: &Backend) -> Result<Vec<(Account, Standing)>, Fault> {
        Ok(match self {
            Place::Channel(one) => {
                let found = backend.store.channel_members(&one.id).await?.into_iter();
                found.map(|(one, role)| (one, role.into())).collect()
            }
            Place::App(one) => {
                let found = backend.store.app_members(&one.id).await?.into_iter();
                found.map(|(one, role)| (one, role.into())).collect()
            }
        })
    }

    fn role(&self, user: UserId, standing: Option<Standing>) -> Change {
        match (self, standing) {
            (Place::Channel(one), Some(to)) => {
                Change::SetChannelRole(user, one.id.clone(), to.into())
            }
            (Place::Channel(one), None) => Change::RemoveChannelRole(user, one.id.clone()),
            (Place::App(one), Some(to)) => Change::SetAppRole(user, one.id.clone(), to.into()),
            (Place::App(one), None) => Change::RemoveAppRole(user, one.id.clone()),
        }
    }

    /// What somebody asks for who wants a role on it.
    fn wanted(&self) -> RoleWanted {
        match self {
            Place::Channel(one) => RoleWanted::ChannelManager {
                channel: one.id.clone(),
            },
            Place::App(one) => RoleWanted::AppEditor {
                app: one.id.clone(),
            },
        }
    }

    /// The write of those roles, if nothing has changed meanwhile.
    pub(crate) fn batch(&self, roles: &[(UserId, Option<Standing>)]) -> Batch {
        let (expect, next) = match self {
            Place::Channel(one) => (
                Expect::Channel(one.id.clone(), one.version),
                Change::PutChannel(next_channel(one)),
            ),
            Place::App(one) => (
                Expect::App(one.id.clone(), one.version),
                Change::PutApp(next_app(one)),
            ),
        };
        let roles = roles.iter().cloned();
        let roles = roles.map(|(user, standing)| self.role(user, standing));
        Batch {
            expect: vec![expect],
            changes: std::iter::once(next).chain(roles).collect(),
            ..Batch::default()
        }
    }
}

/// The channel with its version counted on.
pub(crate) fn next_channel(channel: &Channel) -> Channel {
    Channel {
        version: channel.version + 1,
        ..channel.clone()
    }
}

/// The app with its version counted on.
pub(crate) fn next_app(app: &App) -> App {
    App {
        version: app.version + 1,
        ..app.clone()
    }
}

/// A channel or app with the caller's role on it, which is enough for what they ask.
struct Scene {
    place: Place,
    own: Standing,
}

impl Scene {
    async fn of_channel<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let operation = E::FACTS.operation;
        let id = call.id(0)?;
        let found = visible_channel(&call.backend, &call.caller, operation, &id).await?;
        Ok(Scene {
            own: found.1.into(),
            place: Place::Channel(found.0),
        })
    }

    async fn of_app<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let operation = E::FACTS.operation;
        let found = visible_app(&call.backend, &call.caller, operation, &call.id(0)?).await?;
        Ok(Scene {
            own: found.1.into(),
            place: Place::App(found.0),
        })
    }

    /// Everybody with a role, as it is once those changes are made; `target` may be new among them.
    async fn members(
        &self,
        backend: &Backend,
        caller: &UserId,
        target: Option<&Account>,
        roles: &[(UserId, Option<Standing>)],
    ) -> Result<Members, Fault> {
        let now = |user: &UserId| roles.iter().find(|(one, _)| one == user);
        let mut found = self.place.members(backend).await?;
        if let Some(target) = target
            && now(&target.user.id).is_some()
            && found.iter().all(|(one, _)| one.user.id != target.user.id)
        {
            found.push((target.clone(), Standing::Below));
        }
        let rows = found.into_iter().filter_map(|(account, before)| {
            let standing = match now(&account.user.id) {
                Some((_, standing)) => (*standing)?,
                None => before,
            };
            Some(Member {
                standing,
                closed: account.disabled_at.is_some(),
                user: account.user.id,
                name: account.user.name,
                organisation: account.user.organisation,
            })
        });
        let mut members: Vec<Member> = rows.collect();
        // They come sorted; who has changed may stand elsewhere now.
        members.sort_by(|a, b| (b.standing, &a.name, &a.user).cmp(&(a.standing, &b.name, &b.user)));
        let own = now(caller).and_then(|(_, standing)| *standing);
        Ok(Members {
            members,
            own: own.unwrap_or(self.own),
        })
    }

    async fn change<E: Endpoint<Reply = Members>>(
        &self,
        call: &Call<E>,
        target: &UserId,
        act: Act<'_>,
    ) -> Result<Done, Fault> {
        let backend = &call.backend;
        let account = backend.store.account(target).await?;
        let standing = self.place.standing(backend, target).await?;
        let roles = self.decide(call, account.as_ref(), standing, act)?;
        // Whoever has just been removed is not among them, and everybody else was or is now.
        let account = account.ok_or_else(Fault::not_found)?;
        let reply = self
            .members(backend, &call.caller.id, Some(&account), &roles)
            .await?;
        let (mut batch, version) = self.batch(&roles);
        match act {
            Act::Remove(_) => self.answer_requests(backend, target, &mut batch).await?,
            Act::Set(..) | Act::HandOver(..) => {
                let open = Expect::Account(target.clone(), account.version);
                batch.expect.push(open);
            }
        }
        match call.commit(batch, &reply, version).await {
            Ok(done) => Ok(done),
            Err(undone) => Err(undone.or_stale_at(self.place.version_now(backend)).await),
        }
    }

    /// What somebody had asked for here is answered with their removal: nobody gives it to them later by mistake.
    async fn answer_requests(
        &self,
        backend: &Backend,
        user: &UserId,
        batch: &mut Batch,
    ) -> Result<(), Fault> {
        let (wanted, now) = (self.place.wanted(), backend.clock.now());
        for request in backend.store.role_requests_by(user).await? {
            if request.wanted == wanted && request.state == RoleRequestState::Open {
                let read = Expect::RoleRequest(request.id.clone(), request.version);
                let request = request.answered(RoleRequestState::Declined, now);
                batch.expect.push(read);
                batch.changes.push(Change::PutRoleRequest(request));
            }
        }
        Ok(())
    }

    async fn hand_over<E: Endpoint<Reply = Members>>(
        &self,
        call: &Call<E>,
        to: &UserId,
    ) -> Result<Done, Fault> {
        let act = Act::HandOver(&call.caller.id, to);
        self.change(call, to, act)
            .await
            .map_err(|fault| match fault.kind {
                // Here the person stands in the body, and not in the address.
                contract::Kind::NotFound => Fault::field("to", FieldFault::Unknown),
                _ => fault,
            })
    }

    async fn leave<E: Endpoint<Reply = ()>>(&self, call: &Call<E>) -> Result<Done, Fault> {
        let (backend, own) = (&call.backend, &call.caller.id);
        let account = backend.store.account(own).await?;
        let act = Act::Remove(own);
        let roles = self.decide(call, account.as_ref(), Some(self.own), act)?;
        let mut batch = self.batch(&roles).0;
        self.answer_requests(backend, own, &mut batch).await?;
        match call.commit(batch, &(), 0).await {
            Ok(done) => Ok(done),
            Err(undone) => Err(undone.or_stale_at(self.place.version_now(backend)).await),
        }
    }

    /// What is different afterwards. Somebody without a role gets one only when their account is open; that there is no such account
    /// and that it is closed are the same answer.
    fn decide<E: Endpoint>(
        &self,
        call: &Call<E>,
        target: Option<&Account>,
        standing: Option<Standing>,
        act: Act<'_>,
    ) -> Result<Vec<(UserId, Option<Standing>)>, Fault> {
        if self.place.version() != call.version {
            return Err(Fault::stale(self.place.version()));
        }
        let is_open = target.is_some_and(|account| account.disabled_at.is_none());
        match act {
            Act::Set(..) if standing.is_none() && !is_open => {
                return Err(Fault::field("user", FieldFault::Unknown));
            }
            Act::Remove(_) | Act::HandOver(..) if standing.is_none() => {
                return Err(Fault::not_found());
            }
            _ => {}
        }
        let is_target = |user: &UserId| target.is_some_and(|account| account.user.id == *user);
        let standing_of = |user: &UserId| {
            if is_target(user) {
                standing
            } else {
                (*user == call.caller.id).then_some(self.own)
            }
        };
        let is_closed = |user: &UserId| is_target(user) && !is_open;
        Ok(change(standing_of, is_closed, act)?)
    }

    /// The write, and the version afterwards. What is so already is not counted.
    fn batch(&self, roles: &[(UserId, Option<Standing>)]) -> (Batch, u64) {
        if roles.is_empty() {
            (Batch::default(), self.place.version())
        } else {
            (self.place.batch(roles), self.place.version() + 1)
        }
    }
}
