//! What can be done to somebody's role, and on what.

use contract::body::{HandOverDraft, Member, Members, StandingDraft};
use contract::client::With;
use contract::{Client, Failure, Tagged};
use domain::application::WhyNot;
use domain::id::{AppId, ChannelId, UserId};
use domain::members::{Act, change};
use domain::policy::Operation;
use domain::role::Standing;
use text::Lang;
use text::screens::members;

use crate::path;

/// On what people have roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A channel.
    Channel(ChannelId),
    /// An app.
    App(AppId),
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// To manager or editor.
    Raise,
    /// To below that.
    Lower,
    /// No role any more.
    Remove,
    /// They become master or owner.
    HandOver,
    /// One's own role given up.
    Leave,
}

/// A deed, and whose role it is about.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    pub(super) deed: Deed,
    pub(super) user: UserId,
    pub(super) name: String,
}

impl Place {
    pub(super) fn is_app(&self) -> bool {
        matches!(self, Place::App(_))
    }

    /// The screen that lists what is left to somebody who leaves.
    pub(super) fn list(&self) -> String {
        match self {
            Place::Channel(_) => path::channels(),
            Place::App(_) => path::apps(),
        }
    }

    /// Changing others' roles, and giving up one's own.
    pub(super) fn operations(&self) -> [Operation; 2] {
        match self {
            Place::Channel(_) => [Operation::ChannelMemberSet, Operation::ChannelLeave],
            Place::App(_) => [Operation::AppMemberSet, Operation::AppLeave],
        }
    }

    pub(super) async fn members(self, client: Client) -> Result<Tagged<Members>, Failure> {
        match self {
            Place::Channel(id) => client.channel_member_list(&id).await,
            Place::App(id) => client.app_member_list(&id).await,
        }
    }

    /// Does it to somebody else's role.
    pub(super) async fn change(
        self,
        client: Client,
        deed: Deed,
        user: UserId,
        with: With,
    ) -> Result<Tagged<Members>, Failure> {
        let draft = |standing| StandingDraft { standing };
        match (self, deed) {
            (Place::Channel(id), Deed::HandOver) => {
                let heir = HandOverDraft { to: user };
                client.channel_hand_over(&id, &heir, with).await
            }
            (Place::App(id), Deed::HandOver) => {
                let heir = HandOverDraft { to: user };
                client.app_hand_over(&id, &heir, with).await
            }
            (Place::Channel(id), Deed::Remove | Deed::Leave) => {
                client.channel_member_remove(&id, &user, with).await
            }
            (Place::App(id), Deed::Remove | Deed::Leave) => {
                client.app_member_remove(&id, &user, with).await
            }
            (Place::Channel(id), Deed::Raise | Deed::Lower) => {
                let draft = draft(deed.standing());
                client.channel_member_set(&id, &user, &draft, with).await
            }
            (Place::App(id), Deed::Raise | Deed::Lower) => {
                let draft = draft(deed.standing());
                client.app_member_set(&id, &user, &draft, with).await
            }
        }
    }

    /// Gives up one's own role.
    pub(super) async fn leave(self, client: Client, with: With) -> Result<Tagged<()>, Failure> {
        match self {
            Place::Channel(id) => client.channel_leave(&id, with).await,
            Place::App(id) => client.app_leave(&id, with).await,
        }
    }
}

impl Deed {
    /// Why a head cannot do it to that member, or a member to themselves; nothing when it can be done.
    pub(super) fn refused(self, head: &UserId, member: &Member) -> Option<WhyNot> {
        let who = &member.user;
        let act = match self {
            Deed::Raise | Deed::Lower => Act::Set(who, self.standing()),
            Deed::Remove | Deed::Leave => Act::Remove(who),
            Deed::HandOver => Act::HandOver(head, who),
        };
        let standing_of = |user: &UserId| {
            Some(if user == who {
                member.standing
            } else {
                Standing::Head
            })
        };
        change(standing_of, |_| member.closed, act).err()
    }

    fn standing(self) -> Standing {
        if self == Deed::Raise {
            Standing::Member
        } else {
            Standing::Below
        }
    }

    pub(super) fn button(self, lang: Lang, is_app: bool) -> &'static str {
        match (self, is_app) {
            (Deed::Raise, false) => members::manager_button(lang),
            (Deed::Raise, true) => members::editor_button(lang),
            (Deed::Lower, _) => members::lower_button(lang),
            (Deed::Remove, _) => members::remove_button(lang),
            (Deed::HandOver, false) => members::master_button(lang),
            (Deed::HandOver, true) => members::owner_button(lang),
            (Deed::Leave, _) => members::leave_button(lang),
        }
    }

    /// Whether it is so already: it was done before, and the answer was lost, or somebody else did the same.
    pub(super) fn is_so(self, told: &Members, user: &UserId) -> bool {
        let now = told.members.iter().find(|member| member.user == *user);
        let standing = now.map(|member| member.standing);
        match self {
            Deed::Raise | Deed::Lower => standing == Some(self.standing()),
            Deed::Remove | Deed::Leave => standing.is_none(),
            Deed::HandOver => standing == Some(Standing::Head),
        }
    }

    /// The question.
    pub(super) fn title(self, lang: Lang, name: &str) -> String {
        match self {
            Deed::Raise => members::raise_title(lang, name),
            Deed::Lower => members::lower_title(lang, name),
            Deed::Remove => members::remove_title(lang, name),
            Deed::HandOver => members::hand_over_title(lang, name),
            Deed::Leave => members::leave_title(lang).to_owned(),
        }
    }

    /// What follows from it.
    pub(super) fn effect(self, lang: Lang, is_app: bool, name: &str) -> String {
        let words = match (self, is_app) {
            (Deed::HandOver, false) => return members::hand_over_channel(lang, name),
            (Deed::HandOver, true) => return members::hand_over_app(lang, name),
            (Deed::Raise, false) => members::raise_channel(lang),
            (Deed::Raise, true) => members::raise_app(lang),
            (Deed::Lower, false) => members::lower_channel(lang),
            (Deed::Lower, true) => members::lower_app(lang),
            (Deed::Remove, false) => members::remove_channel(lang),
            (Deed::Remove, true) => members::remove_app(lang),
            (Deed::Leave, false) => members::leave_channel(lang),
            (Deed::Leave, true) => members::leave_app(lang),
        };
        words.to_owned()
    }

    /// That somebody has a first role now.
    pub(super) fn added(self, lang: Lang, is_app: bool, name: &str) -> String {
        members::added(lang, name, role(lang, is_app, self.standing()))
    }

    /// What was done.
    pub(super) fn done(self, lang: Lang, is_app: bool, name: &str) -> String {
        match self {
            Deed::Raise | Deed::Lower => {
                members::changed(lang, name, role(lang, is_app, self.standing()))
            }
            Deed::HandOver => members::handed_over(lang, name),
            Deed::Remove | Deed::Leave => members::removed(lang, name),
        }
    }
}

/// The word for a role.
pub(super) fn role(lang: Lang, is_app: bool, standing: Standing) -> &'static str {
    if is_app {
        text::app_role(lang, standing.into())
    } else {
        text::channel_role(lang, standing.into())
    }
}
