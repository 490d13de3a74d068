//! The comparison of a book with what the server says after a crash.

use std::collections::BTreeSet;
use std::io;

use serde_json::Value;

use super::{CHANNELS, Desk, Ledger, is_expected, version};
use crate::asking::Ask;
use crate::town;

/// Answers that are asked for again after a crash.
const REPEATED: usize = 12;

impl Ledger {
    fn check(&mut self, holds: bool, what: &str, words: impl std::fmt::Debug) {
        if !holds {
            self.wrong
                .push(format!("{what} of client {}: {words:?}", self.brand));
        }
    }

    /// Compares the book with what the server says now; then finishes what was under way.
    pub(crate) fn compare(&mut self, desk: &mut Desk) -> io::Result<()> {
        self.repeat(desk)?;
        let pending = self.pending.take();
        let with_key = pending.as_ref().is_some_and(|(_, ask)| ask.key.is_some());
        if let Some((who, ask)) = pending.clone().filter(|_| with_key) {
            // The same again: done now or done before, it has happened once.
            let heard = desk.of(who).ask(&ask)?;
            if heard.is_ok() {
                self.book(who, &ask, &heard);
            } else if !is_expected(&ask, &heard) {
                self.check(
                    false,
                    "lost: a repetition was refused",
                    (&ask, heard.words()),
                );
            }
        }
        let unkeyed = pending
            .filter(|(_, ask)| ask.key.is_none())
            .map(|(_, ask)| ask);
        self.compare_draft(desk, unkeyed.as_ref())?;
        self.compare_links(desk, unkeyed.as_ref())?;
        self.compare_files(desk, unkeyed.as_ref())?;
        self.compare_shares(desk, unkeyed.as_ref())?;
        self.compare_roles(desk)
    }

    /// Every answer that was given is given again, byte by byte; what shows a whole application is read anew, and not older.
    fn repeat(&mut self, desk: &mut Desk) -> io::Result<()> {
        let from = self.answered.len().saturating_sub(REPEATED);
        for (who, ask, before) in self.answered.split_off(from) {
            let heard = desk.of(who).ask(&ask)?;
            let same = match ask.name {
                "application_submit" | "application_withdraw" => heard.version >= before.version,
                _ => heard.body == before.body && heard.version == before.version,
            };
            self.check(
                heard.replayed && same,
                "lost: an answer",
                (ask.name, heard.words()),
            );
        }
        Ok(())
    }

    fn compare_draft(&mut self, desk: &mut Desk, pending: Option<&Ask>) -> io::Result<()> {
        let id = self.application.clone();
        let heard = desk.editor.ask(&Ask::new("application_get", &[&id]))?;
        let now = heard.json()["application"].clone();
        let (known, found) = (version(&self.draft), version(&now));
        let texts = |one: &Value| {
            let service = &one["form"]["service"];
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (text(&service["name"]), text(&service["withdrawal"]))
        };
        let (name, withdrawal) = texts(&now);
        let one = name.split(' ').next_back() == withdrawal.split(' ').next_back();
        self.check(one, "half: a draft", (&name, &withdrawal));
        let saving = pending.filter(|ask| ask.name == "application_save");
        if found == known {
            self.check(
                now == self.draft,
                "lost: a draft at the same version",
                (&name, texts(&self.draft)),
            );
        } else if let (Some(ask), true) = (saving, found == known + 1) {
            let sent: Value = serde_json::from_slice(&ask.body).unwrap();
            let same = sent["service"]["name"] == now["form"]["service"]["name"];
            self.check(same, "half: what was being saved", &name);
        } else {
            self.check(false, "lost: a draft", (known, found));
        }
        self.draft = now;
        Ok(())
    }

    fn compare_links(&mut self, desk: &mut Desk, pending: Option<&Ask>) -> io::Result<()> {
        let app = town::app_id(self.brand);
        let heard = desk.editor.ask(&Ask::new("app_get", &[app.as_str()]))?;
        let before = std::mem::replace(&mut self.app, heard.json());
        let (known, found) = (
            version(&before["row"]["app"]),
            version(&self.app["row"]["app"]),
        );
        let now = self.linked();
        let after = std::mem::replace(&mut self.app, before);
        let mut expected = self.linked();
        if found == known + 1
            && let Some(ask) = pending.filter(|ask| ask.name == "link_delete")
        {
            expected.retain(|id| *id != ask.ids[1]);
        } else {
            self.check(found == known, "lost: links", (known, found));
        }
        self.check(
            now == expected,
            "half: links and version",
            (&now, &expected),
        );
        self.app = after;
        Ok(())
    }

    fn compare_files(&mut self, desk: &mut Desk, pending: Option<&Ask>) -> io::Result<()> {
        let id = self.application.clone();
        let heard = desk.editor.ask(&Ask::new("application_get", &[&id]))?;
        let files = heard.json()["files"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let now: BTreeSet<String> = files
            .iter()
            .map(|file| file["id"].as_str().unwrap_or_default().to_owned())
            .collect();
        if let Some(ask) = pending.filter(|ask| ask.name == "evidence_delete")
            && !now.contains(&ask.ids[1])
        {
            self.files.remove(&ask.ids[1]);
        }
        let known: BTreeSet<String> = self.files.keys().cloned().collect();
        self.check(now == known, "lost: files", (&now, &known));
        for (file, bytes) in self.files.clone() {
            let heard = desk.editor.ask(&Ask::new("evidence_get", &[&id, &file]))?;
            self.check(heard.body == bytes, "half: a file", (&file, heard.status));
        }
        Ok(())
    }

    fn compare_shares(&mut self, desk: &mut Desk, pending: Option<&Ask>) -> io::Result<()> {
        let id = self.application.clone();
        let heard = desk.editor.ask(&Ask::new("share_list", &[&id]))?;
        let shares = heard.json()["shares"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let open = shares.iter().filter(|share| share["revoked_at"].is_null());
        let now: BTreeSet<String> = open
            .map(|share| share["id"].as_str().unwrap_or_default().to_owned())
            .collect();
        if let Some(ask) = pending.filter(|ask| ask.name == "share_revoke")
            && !now.contains(&ask.ids[1])
        {
            self.shares.remove(&ask.ids[1]);
        }
        let known = self.shares.clone();
        self.check(now == known, "lost: links to the screen", (&now, &known));
        Ok(())
    }

    /// A role is there if and only if the request for it was granted.
    fn compare_roles(&mut self, desk: &mut Desk) -> io::Result<()> {
        for n in 0..CHANNELS {
            let channel = town::channel_id(self.brand, n);
            let heard = desk
                .stranger
                .ask(&Ask::new("channel_get", &[channel.as_str()]))?;
            let has = self.roles.contains(&n);
            self.check(
                heard.is_ok() == has,
                "half: a role and its request",
                (n, heard.status),
            );
        }
        Ok(())
    }
}
