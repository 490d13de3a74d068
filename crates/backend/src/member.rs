//! Who has a role on a channel or app: the list, other roles, removal, hand-over, leaving. Channels and apps differ only in where
//! the roles are kept. Every change counts the channel's or app's version on, so what relied on the roles as they were (a link that
//! is being made) is decided anew, and two changes at the same time are not both made.

use contract::body::{Member, Members};
use contract::endpoint::{
    AppHandOver, AppLeave, AppMemberList, AppMemberRemove, AppMemberSet, ChannelHandOver,
    ChannelLeave, ChannelMemberList, ChannelMemberRemove, ChannelMemberSet, Endpoint,
};
use contract::error::FieldFault;
use domain::app::App;
use domain::channel::Channel;
use domain::id::UserId;
use domain::members::{Act, change};
use domain::role::{Standing, User};

use crate::Backend;
use crate::app::visible_app;
use crate::channel::visible_channel;
use crate::fault::Fault;
use crate::http::{Call, Done};
use crate::store::{Batch, Change, Expect};

pub(crate) async fn channel_member_list(call: Call<ChannelMemberList>) -> Result<Done, Fault> {
    let scene = Scene::of_channel(&call).await?;
    let members = scene.members(&call.backend, &call.caller.id, &[]).await?;
    call.reply(&members, scene.place.version())
}

pub(crate) async fn app_member_list(call: Call<AppMemberList>) -> Result<Done, Fault> {
    let scene = Scene::of_app(&call).await?;
    let members = scene.members(&call.backend, &call.caller.id, &[]).await?;
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
enum Place {
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

    async fn standing(&self, backend: &Backend, user: &UserId) -> Result<Option<Standing>, Fault> {
        let store = &backend.store;
        Ok(match self {
            Place::Channel(one) => store.channel_role(user, &one.id).await?.map(Into::into),
            Place::App(one) => store.app_role(user, &one.id).await?.map(Into::into),
        })
    }

    async fn members(&self, backend: &Backend) -> Result<Vec<(User, Standing)>, Fault> {
        Ok(match self {
            Place::Channel(one) => {
                let found = backend.store.channel_members(&one.id).await?.into_iter();
                found.map(|(user, role)| (user, role.into())).collect()
            }
            Place::App(one) => {
                let found = backend.store.app_members(&one.id).await?.into_iter();
                found.map(|(user, role)| (user, role.into())).collect()
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

    /// The write of those roles, if nothing has changed meanwhile.
    fn batch(&self, roles: &[(UserId, Option<Standing>)]) -> Batch {
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

    /// Everybody with a role, as it is once those changes are made.
    async fn members(
        &self,
        backend: &Backend,
        caller: &UserId,
        roles: &[(UserId, Option<Standing>)],
    ) -> Result<Members, Fault> {
        let now = |user: &UserId, before: Standing| {
            let changed = roles.iter().find(|(one, _)| one == user);
            changed.map_or(Some(before), |(_, standing)| *standing)
        };
        let found = self.place.members(backend).await?.into_iter();
        let rows = found.filter_map(|(user, before)| {
            Some(Member {
                standing: now(&user.id, before)?,
                user: user.id,
                name: user.name,
                organisation: user.organisation,
            })
        });
        let mut members: Vec<Member> = rows.collect();
        // They come sorted; who has changed may stand elsewhere now.
        members.sort_by(|a, b| (b.standing, &a.name, &a.user).cmp(&(a.standing, &b.name, &b.user)));
        Ok(Members {
            members,
            own: now(caller, self.own).unwrap_or(self.own),
        })
    }

    async fn change<E: Endpoint<Reply = Members>>(
        &self,
        call: &Call<E>,
        target: &UserId,
        act: Act<'_>,
    ) -> Result<Done, Fault> {
        let standing = self.place.standing(&call.backend, target).await?;
        let roles = self.decide(call, target, standing, act)?;
        let reply = self.members(&call.backend, &call.caller.id, &roles).await?;
        let (batch, version) = self.batch(&roles);
        match call.commit(batch, &reply, version).await {
            Ok(done) => Ok(done),
            Err(undone) => Err(undone.or_stale(self.place.version_now(&call.backend).await?)),
        }
    }

    async fn hand_over<E: Endpoint<Reply = Members>>(
        &self,
        call: &Call<E>,
        to: &UserId,
    ) -> Result<Done, Fault> {
        // Whoever cannot sign in cannot look after anything either.
        let account = call.backend.store.account(to).await?;
        if account.is_some_and(|account| account.disabled_at.is_some()) {
            return Err(Fault::field("to", FieldFault::Unknown));
        }
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
        let own = &call.caller.id;
        let roles = self.decide(call, own, Some(self.own), Act::Remove(own))?;
        match call.commit(self.batch(&roles).0, &(), 0).await {
            Ok(done) => Ok(done),
            Err(undone) => Err(undone.or_stale(self.place.version_now(&call.backend).await?)),
        }
    }

    /// What is different afterwards.
    fn decide<E: Endpoint>(
        &self,
        call: &Call<E>,
        target: &UserId,
        standing: Option<Standing>,
        act: Act<'_>,
    ) -> Result<Vec<(UserId, Option<Standing>)>, Fault> {
        if self.place.version() != call.version {
            return Err(Fault::stale(self.place.version()));
        }
        if standing.is_none() {
            return Err(Fault::not_found());
        }
        let standing_of = |user: &UserId| {
            if user == target {
                standing
            } else {
                (*user == call.caller.id).then_some(self.own)
            }
        };
        Ok(change(standing_of, act)?)
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
