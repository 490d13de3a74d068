//! The bed that everything is planted in: it keeps the time and collects the changes.

use backend::store::{Change, FileRecord};
use domain::app::App;
use domain::application::Application;
use domain::channel::{Channel, ChannelState};
use domain::evidence::Media;
use domain::id::{RoleRequestId, UserId};
use domain::link::Link;
use domain::role::{AppRole, ChannelRole, Duty, RoleRequest, RoleRequestState, RoleWanted, User};
use domain::time::Time;

use super::{PICTURE, PICTURE_SHA256};

/// Collects the changes.
pub(super) struct Seed {
    /// The present, from which all times count back.
    now: Time,
    /// What was planted so far.
    pub(super) changes: Vec<Change>,
    /// How many receipts were given.
    receipts: usize,
}

impl Seed {
    /// Nothing planted yet.
    pub(super) fn new(now: Time) -> Seed {
        Seed {
            now,
            changes: Vec::new(),
            receipts: 0,
        }
    }

    /// So many hours ago.
    pub(super) fn ago(&self, hours: i64) -> Time {
        Time::from_millis(
            self.now
                .millis()
                .saturating_sub(hours.saturating_mul(3_600_000)),
        )
    }

    /// The next receipt number, for a submission at that time: written as the backend does, far above what its counter reaches.
    pub(super) fn receipt(&mut self, at: Time) -> String {
        self.receipts += 1;
        let (year, ..) = at.date_in_seoul().ymd();
        format!("S-{year}-9{:05}", self.receipts)
    }

    /// Somebody who can sign in.
    pub(super) fn user(&mut self, id: &str, name: &str, organisation: &str, duty: Duty) -> UserId {
        let id = sure(UserId::parse(id).ok());
        self.changes.push(Change::PutUser(User {
            id: id.clone(),
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            duty,
        }));
        id
    }

    /// A channel and who has which role on it.
    pub(super) fn channel(&mut self, channel: &Channel, roles: &[(&UserId, ChannelRole)]) {
        self.changes.push(Change::PutChannel(channel.clone()));
        for (user, role) in roles {
            self.changes.push(Change::SetChannelRole(
                (*user).clone(),
                channel.id.clone(),
                *role,
            ));
        }
    }

    /// An app and who has which role on it.
    pub(super) fn app(&mut self, app: &App, roles: &[(&UserId, AppRole)]) {
        self.changes.push(Change::PutApp(app.clone()));
        for (user, role) in roles {
            self.changes
                .push(Change::SetAppRole((*user).clone(), app.id.clone(), *role));
        }
    }

    /// Links the channels, the first as the representative one.
    pub(super) fn link<'a>(
        &mut self,
        app: &App,
        channels: impl IntoIterator<Item = &'a Channel>,
        hours_ago: i64,
    ) {
        let linked_at = self.ago(hours_ago);
        for (slot, channel) in (0..).zip(channels) {
            debug_assert_eq!(channel.state, ChannelState::Business, "{}", channel.id);
            self.changes.push(Change::PutLink(Link {
                app: app.id.clone(),
                channel: channel.id.clone(),
                slot,
                representative: slot == 0,
                linked_at,
            }));
        }
    }

    /// An application, and the files that its form names.
    pub(super) fn application(&mut self, application: Application) {
        let uploaded_at = application
            .rounds
            .first()
            .map_or(application.changed_at, |round| round.submitted_at);
        let files: Vec<FileRecord> = application
            .form
            .evidence
            .iter()
            .map(|file| FileRecord {
                id: file.id.clone(),
                application: application.id.clone(),
                name: file.name.clone(),
                media: Media::Png,
                bytes: u64::try_from(PICTURE.len()).unwrap_or_default(),
                sha256: PICTURE_SHA256.to_owned(),
                uploaded_at,
            })
            .collect();
        self.changes
            .push(Change::PutApplication(Box::new(application)));
        self.changes.extend(files.into_iter().map(Change::PutFile));
    }

    /// A request for a role. Its identifier is made of who asks and for what.
    pub(super) fn request(
        &mut self,
        by: &UserId,
        wanted: RoleWanted,
        note: &str,
        state: RoleRequestState,
        hours_ago: i64,
    ) {
        let target = match &wanted {
            RoleWanted::ChannelManager { channel } => channel.as_str(),
            RoleWanted::AppEditor { app } => app.as_str(),
        };
        let decided = state != RoleRequestState::Open;
        self.changes.push(Change::PutRoleRequest(RoleRequest {
            id: sure(RoleRequestId::parse(&format!("rr_{by}_{target}")).ok()),
            by: by.clone(),
            wanted,
            note: note.to_owned(),
            state,
            asked_at: self.ago(hours_ago),
            decided_at: decided.then(|| self.ago(hours_ago - 5)),
            version: if decided { 2 } else { 1 },
        }));
    }
}

/// What a seed says is right because it is written down here: what cannot be built is a mistake in this folder, and whatever loads
/// the data first, a test, finds it.
#[expect(
    clippy::expect_used,
    reason = "the same constants every time; tests build all of them"
)]
pub(super) fn sure<T>(built: Option<T>) -> T {
    built.expect("a seed breaks a rule of the domain")
}
