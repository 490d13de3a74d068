//! Races for what there is a limited number of: roles asked for, files, links to a screen.

use std::sync::Arc;

use domain::evidence::FILES_MAX;
use domain::role::{ChannelRole, RoleWanted};
use domain::share::OPEN_MAX;
use serde_json::json;

use super::{Race, done, together};
use crate::asking::Ask;
use crate::town::{self, EDITOR, OWNER, STRANGER};

impl Race {
    /// Eight requests for the same role with four keys; then the owner grants twice and declines twice at once.
    pub(super) async fn requests(self: Arc<Self>) {
        let channel = town::channel_id(self.brand, 1);
        let wanted = RoleWanted::ChannelManager {
            channel: channel.clone(),
        };
        let keys: Vec<String> = (0..4).map(|_| self.key()).collect();
        let asks = (0..8).map(|n| {
            let ask = Ask::new("role_request_create", &[]);
            let ask = ask.body(&json!({ "wanted": wanted, "note": "" }));
            let (race, key) = (self.clone(), keys[n % 4].clone());
            async move { race.keyed(STRANGER, ask, key).await }
        });
        let heard = together(asks.collect()).await;
        self.expect(
            done(&heard) == 1,
            "request was opened that often",
            done(&heard),
        );
        let fit = heard.iter().filter(|(_, one)| one.is_ok()).count();
        self.expect(fit == 2, "key of a request was answered that often", fit);
        let by = self
            .place
            .store
            .role_requests_by(&town::user(STRANGER))
            .await;
        let all = by.unwrap();
        let own: Vec<_> = all.iter().filter(|one| one.wanted == wanted).collect();
        self.expect(own.len() == 1, "request was kept that often", own.len());
        let decisions = (0..4).map(|n| {
            let ask = Ask::new("role_request_decide", &[own[0].id.as_str()]);
            let ask = ask.body(&json!({ "grant": n % 2 == 0 }));
            let (race, ask) = (self.clone(), ask.version(1).key(self.key()));
            async move { (n % 2 == 0, race.ask(OWNER, &ask).await) }
        });
        let heard = together(decisions.collect()).await;
        let taken: Vec<bool> = heard
            .iter()
            .filter(|(_, one)| one.is_ok())
            .map(|(grant, _)| *grant)
            .collect();
        let role = self
            .place
            .store
            .channel_role(&town::user(STRANGER), &channel)
            .await
            .unwrap();
        let granted = role == Some(ChannelRole::Manager);
        self.expect(taken == [granted], "decision and role", (taken, granted));
    }

    /// Fourteen files for an application that has room for ten; two come with the same key.
    pub(super) async fn files(self: Arc<Self>, application: &str) {
        let same = self.key();
        let uploads = (0..14_usize).map(|n| {
            let key = if n < 2 { same.clone() } else { self.key() };
            let ask = Ask::file(application, town::pdf(n.max(1)));
            let race = self.clone();
            async move { race.keyed(EDITOR, ask, key).await }
        });
        let heard = together(uploads.collect()).await;
        let files = self.place.store.files(&application.parse().unwrap()).await;
        let files = files.unwrap().len();
        self.expect(files <= FILES_MAX, "files", files);
        self.expect(
            done(&heard) == files,
            "files that were acknowledged",
            done(&heard),
        );
    }

    /// Twenty-four links to the screen, of which twenty may be open.
    pub(super) async fn shares(self: Arc<Self>, application: &str) {
        let all = (0..OPEN_MAX + 4).map(|_| {
            let ask = Ask::new("share_create", &[application]).body(&json!({ "days": 1 }));
            let (race, key) = (self.clone(), self.key());
            async move { race.keyed(EDITOR, ask, key).await }
        });
        let heard = together(all.collect()).await;
        let shares = self.place.store.shares(&application.parse().unwrap()).await;
        let shares = shares.unwrap().len();
        self.expect(shares <= OPEN_MAX, "shares", shares);
        self.expect(
            done(&heard) == shares,
            "shares that were acknowledged",
            done(&heard),
        );
    }
}
