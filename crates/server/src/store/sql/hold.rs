//! Locks before reading. Where several write at the same time, what a batch expects is looked at only when nobody else can change
//! it any more, and in a statement of its own: one that waits for a lock and reads at the same time sees what was before.

use std::collections::{BTreeMap, BTreeSet};

use backend::store::{Batch, Change, Expect};

use super::dialect::{Builder, Conn, LOCK, push_in};
use super::fault::Fault;

/// Locks the rows that a batch relies on or changes, always in the same order, so that two batches never wait for each other.
pub(super) async fn rows(conn: &mut Conn, batch: &Batch) -> Result<(), Fault> {
    let Some(lock) = LOCK else { return Ok(()) };
    let mut rows = Rows::default();
    for expect in &batch.expect {
        rows.expected(expect);
    }
    for change in &batch.changes {
        rows.changed(change);
    }
    for (table, ids) in rows.0 {
        let key = match table {
            Table::SignInAttempt => "cookie_hash",
            Table::Session => "token_hash",
            _ => "id",
        };
        let mut sql = Builder::new("SELECT ");
        sql.push(key).push(" FROM ").push(table.name());
        sql.push(" WHERE ").push(key);
        push_in(&mut sql, ids);
        sql.push(" ORDER BY ").push(key).push(lock);
        sql.build().fetch_all(&mut *conn).await?;
    }
    Ok(())
}

/// The tables whose rows are locked, in the order in which that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Person,
    Invitation,
    SignInAttempt,
    Channel,
    App,
    Application,
    RoleRequest,
    Share,
    Session,
}

impl Table {
    fn name(self) -> &'static str {
        match self {
            Table::Person => "person",
            Table::Invitation => "invitation",
            Table::SignInAttempt => "sign_in_attempt",
            Table::Channel => "channel",
            Table::App => "app",
            Table::Application => "application",
            Table::RoleRequest => "role_request",
            Table::Share => "share",
            Table::Session => "session",
        }
    }
}

#[derive(Debug, Default)]
struct Rows<'a>(BTreeMap<Table, BTreeSet<&'a str>>);

impl<'a> Rows<'a> {
    fn add(&mut self, table: Table, id: &'a str) {
        self.0.entry(table).or_default().insert(id);
    }

    /// That something is not there is expected of the row that it would belong to.
    fn expected(&mut self, expect: &'a Expect) {
        match expect {
            Expect::Channel(id, _) => self.add(Table::Channel, id.as_str()),
            Expect::App(id, _) | Expect::NoApplication(id) => self.add(Table::App, id.as_str()),
            Expect::Application(id, _) | Expect::Files(id, _) | Expect::Shares(id, _) => {
                self.add(Table::Application, id.as_str());
            }
            Expect::RoleRequest(id, _) => self.add(Table::RoleRequest, id.as_str()),
            Expect::OpenShare(id) => self.add(Table::Share, id.as_str()),
            Expect::Account(id, _)
            | Expect::NoOpenRequest(id, _)
            | Expect::FewerOpenRequests(id, _) => {
                self.add(Table::Person, id.as_str());
            }
            Expect::OpenInvitation(id) => self.add(Table::Invitation, id.as_str()),
            Expect::SignInAttempt(hash) => self.add(Table::SignInAttempt, hash),
            Expect::Session(hash) => self.add(Table::Session, hash),
        }
    }

    /// A role carries copies of what its channel or app says, and a link belongs to both.
    fn changed(&mut self, change: &'a Change) {
        match change {
            Change::PutUser(user) => self.add(Table::Person, user.id.as_str()),
            Change::PutAccount(account) => self.add(Table::Person, account.user.id.as_str()),
            // Of invitations the one who made them: who makes another one holds the same row.
            Change::EndSessions(user, _) | Change::RevokeInvitations(user, _) => {
                self.add(Table::Person, user.as_str());
            }
            Change::PutInvitation(invitation) => {
                self.add(Table::Invitation, invitation.id.as_str());
            }
            Change::DeleteSignInAttempt(hash) => self.add(Table::SignInAttempt, hash),
            Change::DeleteSession(hash) => self.add(Table::Session, hash),
            Change::PutChannel(channel) => self.add(Table::Channel, channel.id.as_str()),
            Change::SetChannelRole(_, id, _) | Change::RemoveChannelRole(_, id) => {
                self.add(Table::Channel, id.as_str());
            }
            Change::PutApp(app) => self.add(Table::App, app.id.as_str()),
            Change::SetAppRole(_, id, _) | Change::RemoveAppRole(_, id) => {
                self.add(Table::App, id.as_str());
            }
            Change::PutLink(link) => {
                self.add(Table::App, link.app.as_str());
                self.add(Table::Channel, link.channel.as_str());
            }
            Change::DeleteLink(app, channel) => {
                self.add(Table::App, app.as_str());
                self.add(Table::Channel, channel.as_str());
            }
            Change::PutApplication(one) => self.add(Table::Application, one.id.as_str()),
            Change::PutRoleRequest(request) => self.add(Table::RoleRequest, request.id.as_str()),
            Change::PutFile(file) => self.add(Table::Application, file.application.as_str()),
            Change::PutShare(share) => {
                // A new row refers to its author: the database holds them as well, but only when it holds all the others.
                self.add(Table::Person, share.by.as_str());
                self.add(Table::Application, share.application.as_str());
            }
            Change::PutIdentity(_)
            | Change::PutSession(_)
            | Change::TouchSession(..)
            | Change::PutSignInAttempt(_)
            | Change::ForgetSignInAttempts(_)
            | Change::Sweep(_)
            | Change::DeleteFile(_)
            | Change::DeleteShare(_) => {}
        }
    }
}
