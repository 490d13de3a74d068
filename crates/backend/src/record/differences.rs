//! What a batch changes, as old and new values: found by comparing it with what is stored, so that no use case has to say it.
//!
//! Every kind of change stands here; a new one does not compile before it is said what the record has of it.

use domain::account::Account;
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, ShareId, UserId};
use domain::record::{Difference, Entry, Object, ObjectKind};
use domain::time::Time;
use serde::Serialize;
use serde_json::Value;

use super::add;
use super::values::{added, bounded, short, words};
use crate::store::{Change, Read, Store};

/// Writes into an entry what the changes are about, and every value that they change.
pub async fn differences(store: &dyn Store, entry: &mut Entry, changes: &[Change]) -> Read<()> {
    let mut found = Found {
        about: std::mem::take(&mut entry.about),
        changes: Vec::new(),
    };
    for change in changes {
        found.change(store, change).await?;
    }
    entry.about = found.about;
    entry.changes = bounded(found.changes);
    Ok(())
}

struct Found {
    about: Vec<Object>,
    changes: Vec<Difference>,
}

impl Found {
    async fn change(&mut self, store: &dyn Store, change: &Change) -> Read<()> {
        match change {
            Change::PutUser(_)
            | Change::PutAccount(_)
            | Change::PutIdentity(_)
            | Change::PutInvitation(_) => self.person(store, change).await?,
            // Who signs in and out is the entry itself; of a session and what leads to one nothing else is anybody's business.
            Change::PutSession(session) => self.object(&session.id),
            Change::EndSessions(user, _) => self.object(user),
            Change::RevokeInvitations(by, at) => self.invitations(store, by, *at).await?,
            Change::TouchSession(..)
            | Change::DeleteSession(_)
            | Change::PutSignInAttempt(_)
            | Change::DeleteSignInAttempt(_)
            | Change::ForgetSignInAttempts(_)
            | Change::Sweep(_) => {}
            Change::PutChannel(channel) => self.channel(store, channel).await?,
            Change::PutApp(app) => self.app(store, app).await?,
            Change::SetChannelRole(user, channel, role) => {
                self.object(channel);
                self.object(user);
                let old = store.channel_role(user, channel).await?;
                self.compare(&format!("roles.{user}"), old.as_ref(), Some(role));
            }
            Change::SetAppRole(user, app, role) => {
                self.object(app);
                self.object(user);
                let old = store.app_role(user, app).await?;
                self.compare(&format!("roles.{user}"), old.as_ref(), Some(role));
            }
            Change::RemoveChannelRole(user, channel) => {
                self.object(channel);
                self.object(user);
                let old = store.channel_role(user, channel).await?;
                self.compare(&format!("roles.{user}"), old.as_ref(), None);
            }
            Change::RemoveAppRole(user, app) => {
                self.object(app);
                self.object(user);
                let old = store.app_role(user, app).await?;
                self.compare(&format!("roles.{user}"), old.as_ref(), None);
            }
            Change::PutLink(link) => {
                self.link(store, &link.app, &link.channel, Some(link))
                    .await?;
            }
            Change::DeleteLink(app, channel) => self.link(store, app, channel, None).await?,
            Change::PutApplication(application) => self.application(store, application).await?,
            Change::PutRoleRequest(request) => {
                self.object(&request.id);
                match &request.wanted {
                    domain::role::RoleWanted::ChannelManager { channel } => self.object(channel),
                    domain::role::RoleWanted::AppEditor { app } => self.object(app),
                }
                let old = store.role_request(&request.id).await?;
                self.compare("request", old.as_ref(), Some(request));
            }
            Change::PutFile(file) => {
                self.object(&file.id);
                self.object(&file.application);
                let facts = serde_json::json!({
                    "name": file.name, "media": file.media, "bytes": file.bytes, "sha256": file.sha256,
                });
                self.compare("file", None, Some(&facts));
            }
            Change::DeleteFile(id) => self.file_gone(store, id).await?,
            Change::PutShare(share) => {
                self.object(&share.id);
                self.object(&share.application);
                let shares = store.shares(&share.application).await?;
                let old = shares.iter().find(|one| one.id == share.id);
                let facts = |one: &crate::store::ShareRecord| serde_json::json!({ "expires_at": one.expires_at, "revoked_at": one.revoked_at });
                let (old, new) = (old.map(facts), facts(share));
                self.compare("share", old.as_ref(), Some(&new));
            }
            Change::DeleteShare(id) => self.share_gone(id),
        }
        Ok(())
    }

    async fn person(&mut self, store: &dyn Store, change: &Change) -> Read<()> {
        match change {
            Change::PutUser(user) => {
                self.object(&user.id);
                let old = store.user(&user.id).await?;
                self.compare("user", old.as_ref(), Some(user));
            }
            Change::PutAccount(account) => {
                self.object(&account.user.id);
                let old = store.account(&account.user.id).await?;
                let facts = |one: &Account| serde_json::json!({ "user": one.user, "disabled_at": one.disabled_at });
                let new = facts(account);
                self.compare("account", old.as_ref().map(facts).as_ref(), Some(&new));
            }
            Change::PutIdentity(identity) => {
                self.object(&identity.user);
                self.plain("identity.issuer", "", &identity.issuer);
                self.plain("identity.subject", "", &identity.subject);
            }
            Change::PutInvitation(invitation) => {
                self.object(&invitation.id);
                let old = store.invitation(&invitation.id).await?;
                let facts = |one: &crate::store::Invitation| {
                    serde_json::json!({
                        "name": one.name, "organisation": one.organisation, "duty": one.duty,
                        "expires_at": one.expires_at, "used_at": one.used_at, "used_by": one.used_by,
                        "revoked_at": one.revoked_at,
                    })
                };
                let new = facts(invitation);
                self.compare("invitation", old.as_ref().map(facts).as_ref(), Some(&new));
            }
            _ => {}
        }
        Ok(())
    }

    async fn invitations(&mut self, store: &dyn Store, by: &UserId, at: Time) -> Read<()> {
        for one in store.invitations().await? {
            if one.by.as_ref() == Some(by) && one.used_at.is_none() && one.revoked_at.is_none() {
                self.object(&one.id);
                self.compare(
                    &format!("invitations.{}.revoked_at", one.id),
                    None,
                    Some(&at),
                );
            }
        }
        Ok(())
    }

    fn object<'a, T>(&mut self, id: &'a T)
    where
        Object: From<&'a T>,
    {
        add(&mut self.about, Some(Object::from(id)));
    }

    async fn channel(&mut self, store: &dyn Store, channel: &Channel) -> Read<()> {
        self.object(&channel.id);
        let old = store.channel(&channel.id).await?;
        self.compare("channel", old.as_ref(), Some(channel));
        Ok(())
    }

    async fn app(&mut self, store: &dyn Store, app: &App) -> Read<()> {
        self.object(&app.id);
        let old = store.app(&app.id).await?;
        self.compare("app", old.as_ref(), Some(app));
        Ok(())
    }

    async fn link(
        &mut self,
        store: &dyn Store,
        app: &AppId,
        channel: &ChannelId,
        new: Option<&domain::link::Link>,
    ) -> Read<()> {
        self.object(app);
        self.object(channel);
        let links = store.links_of_apps(std::slice::from_ref(app)).await?;
        let old = links.iter().find(|link| link.channel == *channel);
        let facts = |link: &domain::link::Link| serde_json::json!({ "slot": link.slot, "representative": link.representative });
        let (old, new) = (old.map(facts), new.map(facts));
        self.compare(&format!("links.{channel}"), old.as_ref(), new.as_ref());
        Ok(())
    }

    async fn application(&mut self, store: &dyn Store, application: &Application) -> Read<()> {
        self.object(&application.id);
        self.object(&application.app);
        let old = store.application(&application.id).await?;
        let (old, new) = (old.as_ref().map(facts_of), facts_of(application));
        self.compare("application", old.as_ref(), Some(&new));
        Ok(())
    }

    /// Of a file only its identifier is at hand; the application is what the request was about.
    async fn file_gone(&mut self, store: &dyn Store, id: &EvidenceId) -> Read<()> {
        self.object(id);
        let application = self
            .about
            .iter()
            .find(|one| one.kind() == ObjectKind::Application)
            .and_then(|one| ApplicationId::parse(one.id()).ok());
        let files = match application {
            Some(application) => store.files(&application).await?,
            None => Vec::new(),
        };
        let old = files.iter().find(|file| file.id == *id);
        let facts = old.map(|file| {
            serde_json::json!({
                "name": file.name, "media": file.media, "bytes": file.bytes, "sha256": file.sha256,
            })
        });
        self.compare("file", facts.as_ref(), None);
        Ok(())
    }

    /// It had ended, and gives way: that it was there is in the record already.
    fn share_gone(&mut self, id: &ShareId) {
        self.object(id);
        self.plain("share.forgotten", "", "true");
    }

    fn compare<T: Serialize>(&mut self, path: &str, old: Option<&T>, new: Option<&T>) {
        let value = |one: Option<&T>| {
            one.and_then(|one| serde_json::to_value(one).ok())
                .unwrap_or(Value::Null)
        };
        self.walk(path, &value(old), &value(new));
    }

    fn walk(&mut self, path: &str, old: &Value, new: &Value) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Object(_) | Value::Null, Value::Object(_))
            | (Value::Object(_), Value::Null) => {
                let names = |one: &Value| -> Vec<String> {
                    one.as_object()
                        .map(|fields| fields.keys().cloned().collect())
                        .unwrap_or_default()
                };
                let mut all = names(old);
                all.extend(names(new));
                all.sort();
                all.dedup();
                for name in all {
                    // Counts every change, and the moment and person are those of the entry.
                    if matches!(name.as_str(), "version" | "changed_at" | "changed_by") {
                        continue;
                    }
                    let at = |one: &Value| one.get(&name).cloned().unwrap_or(Value::Null);
                    self.walk(&format!("{path}.{name}"), &at(old), &at(new));
                }
            }
            (Value::Array(_) | Value::Null, Value::Array(_)) | (Value::Array(_), Value::Null) => {
                let count = |one: &Value| one.as_array().map_or(0, Vec::len);
                for place in 0..count(old).max(count(new)) {
                    let at = |one: &Value| one.get(place).cloned().unwrap_or(Value::Null);
                    self.walk(&format!("{path}.{place}"), &at(old), &at(new));
                }
            }
            _ => self.plain(path, &words(old), &words(new)),
        }
    }

    fn plain(&mut self, field: &str, old: &str, new: &str) {
        if old != new {
            self.changes.push(Difference {
                old: short(old),
                ..added(field, new)
            });
        }
    }
}

/// An application without what others are recorded for: the documents of its rounds repeat the form and the directories.
fn facts_of(application: &Application) -> Value {
    let mut value = serde_json::to_value(application).unwrap_or(Value::Null);
    let rounds = value.get_mut("rounds").and_then(Value::as_array_mut);
    for round in rounds
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        for left_out in ["document", "findings", "submitted_at", "submitted_by"] {
            round.remove(left_out);
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn walked(old: &Value, new: &Value) -> Vec<(String, String, String)> {
        let mut found = Found {
            about: Vec::new(),
            changes: Vec::new(),
        };
        found.walk("x", old, new);
        let changes = found.changes.into_iter();
        changes.map(|d| (d.field, d.old, d.new)).collect()
    }

    #[test]
    fn only_what_differs_is_found_and_by_its_place() {
        let old = json!({ "a": 1, "b": { "c": "x" }, "list": ["p", "q"], "version": 1 });
        let new = json!({ "a": 1, "b": { "c": "y" }, "list": ["p"], "d": true, "version": 2 });
        let expected = [
            ("x.b.c", "x", "y"),
            ("x.d", "", "true"),
            ("x.list.1", "q", ""),
        ];
        let expected = expected.map(|(field, old, new)| (field.into(), old.into(), new.into()));
        assert_eq!(walked(&old, &new), expected);
        assert!(walked(&old, &old).is_empty());
        assert!(
            walked(&Value::Null, &json!({ "a": "", "b": [], "c": null })).is_empty(),
            "what is new but empty says nothing"
        );
    }
}
