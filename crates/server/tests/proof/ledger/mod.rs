//! One client that keeps a book: what the server acknowledged, and the one thing that is under way. After a crash the book is compared
//! with what the server says then. Nothing here knows how the server keeps anything.

mod compare;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use domain::application::ROUNDS_MAX;
use serde_json::{Value, json};

use crate::asking::{Ask, Heard};
use crate::chance::Chance;
use crate::town::{self, EDITOR, OWNER, STRANGER};
use crate::wire::Wire;

/// Channels of a client's brand.
pub(crate) const CHANNELS: usize = 12;

/// The three connections of a client.
pub(crate) struct Desk {
    editor: Wire,
    owner: Wire,
    stranger: Wire,
}

impl Desk {
    pub(crate) fn open(address: &str) -> io::Result<Desk> {
        Ok(Desk {
            editor: Wire::open(address, EDITOR)?,
            owner: Wire::open(address, OWNER)?,
            stranger: Wire::open(address, STRANGER)?,
        })
    }

    fn of(&mut self, who: usize) -> &mut Wire {
        match who {
            EDITOR => &mut self.editor,
            OWNER => &mut self.owner,
            _ => &mut self.stranger,
        }
    }
}

/// What a client knows. It alone acts on its brand.
pub(crate) struct Ledger {
    brand: usize,
    chance: Chance,
    keys: usize,
    application: String,
    /// The application and the app as the last acknowledgement told them.
    draft: Value,
    app: Value,
    files: BTreeMap<String, Vec<u8>>,
    shares: BTreeSet<String>,
    /// The request for a role that is open, with the channel.
    request: Option<(Value, usize)>,
    roles: BTreeSet<usize>,
    /// Sent, and not acknowledged.
    pending: Option<(usize, Ask)>,
    /// Acknowledged with a key in this life of the server.
    answered: Vec<(usize, Ask, Heard)>,
    pub(crate) acknowledged: usize,
    /// What was found missing or halved.
    pub(crate) wrong: Vec<String>,
}

impl Ledger {
    /// Begins the client's application.
    pub(crate) fn begin(brand: usize, seed: u64, desk: &mut Desk) -> io::Result<Ledger> {
        let mut ledger = Ledger {
            brand,
            chance: Chance::new(seed ^ u64::try_from(brand).unwrap()),
            keys: 0,
            application: String::new(),
            draft: Value::Null,
            app: Value::Null,
            files: BTreeMap::new(),
            shares: BTreeSet::new(),
            request: None,
            roles: BTreeSet::new(),
            pending: None,
            answered: Vec::new(),
            acknowledged: 0,
            wrong: Vec::new(),
        };
        let body = json!({ "app": town::app_id(brand) });
        let start = Ask::new("application_create", &[]).body(&body);
        ledger.act(desk, EDITOR, start)?;
        let app = town::app_id(brand);
        let heard = desk.editor.ask(&Ask::new("app_get", &[app.as_str()]))?;
        ledger.app = heard.json();
        Ok(ledger)
    }

    /// Does one thing after the other until the connection breaks or the store does not answer. Tells of each acknowledgement, and is told
    /// whether to go on.
    pub(crate) fn work(&mut self, desk: &mut Desk, acknowledged: &dyn Fn() -> bool) {
        self.answered.clear();
        loop {
            let (who, ask) = self.next();
            match self.act(desk, who, ask) {
                Ok(200..300) if !acknowledged() => return,
                Ok(503) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    /// Something that may be done now.
    fn next(&mut self) -> (usize, Ask) {
        let id = self.application.clone();
        let version = version(&self.draft);
        let status = self.draft["status"].as_str().unwrap_or_default().to_owned();
        let is_waiting = status == "submitted" || status == "in_review";
        match self.chance.below(20) {
            0..=1 if is_waiting => (
                EDITOR,
                Ask::new("application_withdraw", &[&id]).version(version),
            ),
            0..=1 if self.draft["form"]["declared"] == true && self.rounds() < ROUNDS_MAX => (
                EDITOR,
                Ask::new("application_submit", &[&id]).version(version),
            ),
            2..=6 => (EDITOR, self.links()),
            7..=9 => (EDITOR, self.file(is_waiting)),
            10..=11 => (EDITOR, self.share()),
            12..=13 => self.role(),
            _ if is_waiting => (
                EDITOR,
                Ask::new("application_withdraw", &[&id]).version(version),
            ),
            _ => {
                let form = town::form(self.brand, &format!("{}", self.chance.next()));
                let ask = Ask::new("application_save", &[&id]).body(&form);
                (EDITOR, ask.version(version))
            }
        }
    }

    fn rounds(&self) -> usize {
        self.draft["rounds"].as_array().map_or(0, Vec::len)
    }

    fn linked(&self) -> Vec<String> {
        let links = self.app["links"].as_array().cloned().unwrap_or_default();
        let ids = links
            .iter()
            .filter_map(|one| one["link"]["channel"].as_str());
        let mut ids: Vec<String> = ids.map(str::to_owned).collect();
        ids.sort();
        ids
    }

    /// Two links at once, or one taken away; the first channel stays linked.
    fn links(&mut self) -> Ask {
        let app = town::app_id(self.brand);
        let version = version(&self.app["row"]["app"]);
        let linked = self.linked();
        let free: Vec<String> = (0..CHANNELS)
            .map(|n| town::channel_id(self.brand, n).to_string())
            .filter(|id| !linked.contains(id))
            .collect();
        if linked.len() > 8 || (linked.len() > 2 && self.chance.below(2) == 0) {
            let last = linked[1 + self.chance.below(linked.len() - 1)].clone();
            return Ask::new("link_delete", &[app.as_str(), &last]).version(version);
        }
        let from = self.chance.below(free.len() - 1);
        let body = json!({ "channels": free[from..from + 2] });
        Ask::new("link_create", &[app.as_str()])
            .body(&body)
            .version(version)
    }

    fn file(&mut self, is_waiting: bool) -> Ask {
        let id = self.application.clone();
        let first = self.files.keys().next();
        if let Some(file) = first.filter(|_| is_waiting || self.files.len() >= 8) {
            return Ask::new("evidence_delete", &[&id, file]);
        }
        Ask::file(&id, town::pdf(self.chance.below(1_000_000)))
    }

    fn share(&mut self) -> Ask {
        let id = self.application.clone();
        match self.shares.iter().next() {
            Some(share) if self.shares.len() >= 12 => Ask::new("share_revoke", &[&id, share]),
            _ => Ask::new("share_create", &[&id]).body(&json!({ "days": 7 })),
        }
    }

    /// Asks for a role, or decides on what was asked for.
    fn role(&mut self) -> (usize, Ask) {
        if let Some((request, channel)) = &self.request {
            let id = request["id"].as_str().unwrap().to_owned();
            let ask = Ask::new("role_request_decide", &[&id]);
            let ask = ask.body(&json!({ "grant": channel % 2 == 0 }));
            return (OWNER, ask.version(version(request)));
        }
        let free: Vec<usize> = (0..CHANNELS).filter(|n| !self.roles.contains(n)).collect();
        let channel = town::channel_id(self.brand, free[self.chance.below(free.len())]);
        let wanted = domain::role::RoleWanted::ChannelManager { channel };
        let ask = Ask::new("role_request_create", &[]);
        (STRANGER, ask.body(&json!({ "wanted": wanted, "note": "" })))
    }

    /// Does one thing that may be done now; the status of the answer. Before anything else comes what nobody knows the outcome of: the
    /// same again.
    pub(crate) fn once(&mut self, desk: &mut Desk) -> io::Result<(u16, Option<String>)> {
        let (who, ask) = match self.pending.clone() {
            Some(open) => open,
            None => self.next(),
        };
        let status = self.act(desk, who, ask)?;
        Ok((status, desk.of(who).retry_after.clone()))
    }

    /// Begins to send something with a key and hangs up after so many thousandths of it.
    pub(crate) fn hang_up(&mut self, desk: &mut Desk, part: usize) -> io::Result<()> {
        let (who, ask) = loop {
            let (who, ask) = self.next();
            if ask.facts().idempotent {
                break (who, self.with_key(ask));
            }
        };
        desk.of(who).hang_up(&ask, part)?;
        self.pending = Some((who, ask));
        Ok(())
    }

    fn with_key(&mut self, mut ask: Ask) -> Ask {
        if ask.facts().idempotent && ask.key.is_none() {
            self.keys += 1;
            ask.key = Some(format!("ledger-{}-{}", self.brand, self.keys));
        }
        ask
    }

    /// Sends it and books the answer; its status.
    fn act(&mut self, desk: &mut Desk, who: usize, ask: Ask) -> io::Result<u16> {
        let ask = self.with_key(ask);
        let is_again = self.pending.replace((who, ask.clone())).is_some();
        let heard = desk.of(who).ask(&ask)?;
        if heard.status == 503 && !is_undone(&heard) {
            return Ok(503);
        }
        if is_again && ask.key.is_none() && matches!(heard.status, 404 | 412) {
            // It was done the first time; the comparison looks whether it was all of it.
            self.compare(desk)?;
            return Ok(heard.status);
        }
        // That nothing was changed counts only for what was sent for the first time.
        if !(is_again && heard.status == 503) {
            self.pending = None;
        }
        if heard.is_ok() {
            self.book(who, &ask, &heard);
        } else if !matches!(heard.status, 429 | 503) && !is_expected(&ask, &heard) {
            // Only asking too often, and a store that was away for a moment, are reasons not to do what may be done.
            self.wrong
                .push(format!("{ask:?} was answered with {}", heard.words()));
        }
        Ok(heard.status)
    }

    fn book(&mut self, who: usize, ask: &Ask, heard: &Heard) {
        let body = heard.json();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match ask.name {
            "application_create" => {
                self.application = text(&body["application"]["id"]);
                self.draft = body["application"].clone();
            }
            "application_save" | "application_submit" | "application_withdraw" => {
                self.draft = body["application"].clone();
            }
            "link_create" | "link_delete" => self.app = body,
            "evidence_create" => drop(self.files.insert(text(&body["id"]), ask.body.clone())),
            "evidence_delete" => drop(self.files.remove(&ask.ids[1])),
            "share_create" => drop(self.shares.insert(text(&body["share"]["id"]))),
            "share_revoke" => drop(self.shares.remove(&ask.ids[1])),
            "role_request_create" => {
                let request = body["request"].clone();
                let channel = text(&request["wanted"]["channel"]);
                let n = channel.rsplit('-').next().and_then(|n| n.parse().ok());
                self.request = Some((request, n.unwrap()));
            }
            "role_request_decide" => {
                if let Some((_, channel)) = self.request.take()
                    && body["request"]["state"] == "granted"
                {
                    self.roles.insert(channel);
                }
            }
            other => panic!("nobody books {other}"),
        }
        self.acknowledged += 1;
        if ask.key.is_some() && ask.name != "share_create" {
            self.answered.push((who, ask.clone(), heard.clone()));
        }
    }
}

fn version(of: &Value) -> u64 {
    of["version"].as_u64().unwrap_or_default()
}

/// Whether a refusal says that nothing was changed. It is taken at its word: if something was, the comparison finds more than it knows of.
fn is_undone(heard: &Heard) -> bool {
    let detail = heard.json()["detail"].as_str().map(str::to_owned);
    detail.is_some_and(|words| words.contains("Nothing was changed"))
}

/// A file that a round names cannot be taken away, and what is under review takes none.
fn is_expected(ask: &Ask, heard: &Heard) -> bool {
    matches!(ask.name, "evidence_delete" | "evidence_create") && heard.status == 409
}
