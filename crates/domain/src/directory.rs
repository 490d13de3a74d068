//! The channels and apps of an installation as a file lists them: what the consoles of the channel and of the developers' site show,
//! brought in by whoever operates the server.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::account::NAME_CHARS_MAX;
use crate::app::{App, AppKind};
use crate::business::{Business, BusinessReview};
use crate::channel::{Channel, ChannelState, is_search_id};
use crate::id::{AppId, ChannelId, UserId};

/// What is listed. A channel is known by its search ID, an app by its number: neither ever changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Directory {
    /// Channels.
    pub channels: Vec<ListedChannel>,
    /// Apps.
    pub apps: Vec<ListedApp>,
}

/// A channel with the people on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedChannel {
    /// Search ID (검색용 아이디).
    pub search_id: String,
    /// Profile ID, the last part of `pf.kakao.com/_XXXX`.
    pub public_id: String,
    /// Name that users see; 1 to [`NAME_CHARS_MAX`] characters.
    pub name: String,
    /// Conversion state.
    pub state: ChannelState,
    /// Business information, once there is any.
    #[serde(default)]
    pub business: Option<Business>,
    /// Who is its master. Of a channel that is there already the people stay as they are.
    pub master: UserId,
    /// Who else runs it.
    #[serde(default)]
    pub managers: BTreeSet<UserId>,
}

/// An app with the people on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedApp {
    /// The numeric app ID of the developers' site.
    pub number: u64,
    /// App name; 1 to [`NAME_CHARS_MAX`] characters.
    pub name: String,
    /// Company name; 1 to [`NAME_CHARS_MAX`] characters.
    pub company: String,
    /// Category; empty when none was chosen.
    #[serde(default)]
    pub category: String,
    /// Whether an app icon is registered.
    #[serde(default)]
    pub icon: bool,
    /// What kind of app it is.
    pub kind: AppKind,
    /// Sanctioned by Kakao.
    #[serde(default)]
    pub blocked: bool,
    /// Whether the service already signs people in with Kakao Login through this app.
    #[serde(default)]
    pub kakao_login: bool,
    /// Business information, once there is any.
    #[serde(default)]
    pub business: Option<Business>,
    /// How the review of that information stands.
    #[serde(default)]
    pub business_review: BusinessReview,
    /// Who is its owner. Of an app that is there already the people stay as they are.
    pub owner: UserId,
    /// Who else works on it.
    #[serde(default)]
    pub editors: BTreeSet<UserId>,
}

/// What is wrong with an entry, beside what does not read as JSON of the right shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not 1 to [`NAME_CHARS_MAX`] characters without control characters.
    Text,
    /// Not a search ID: rule 92.
    SearchId,
    /// Does not begin with `_`, or has something else than letters, digits, `_` and `-` after it; 2 to 40 characters.
    PublicId,
    /// Not 1 to 9,007,199,254,740,991: programs that read numbers as JavaScript does would take it for another one.
    Number,
    /// Another entry of the file has it, too.
    Twice,
    /// The head is listed as somebody below as well.
    Head,
    /// Nobody with an open account here has that identifier.
    Person,
}

/// Everything that is wrong with the file by itself, by the place in it: `channels[2].search_id`.
pub fn faults(directory: &Directory) -> Vec<(String, Fault)> {
    let mut found = Vec::new();
    let (mut search_ids, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for (at, one) in directory.channels.iter().enumerate() {
        let mut add = |field: &str, fault| found.push((format!("channels[{at}].{field}"), fault));
        if !is_search_id(&one.search_id) {
            add("search_id", Fault::SearchId);
        } else if !search_ids.insert(&one.search_id) {
            add("search_id", Fault::Twice);
        }
        if !is_public_id(&one.public_id) {
            add("public_id", Fault::PublicId);
        }
        if !is_text(&one.name) {
            add("name", Fault::Text);
        }
        business(one.business.as_ref(), &mut add);
        if one.managers.contains(&one.master) {
            add("managers", Fault::Head);
        }
    }
    for (at, one) in directory.apps.iter().enumerate() {
        let mut add = |field: &str, fault| found.push((format!("apps[{at}].{field}"), fault));
        if !(1..=NUMBER_MAX).contains(&one.number) {
            add("number", Fault::Number);
        } else if !numbers.insert(one.number) {
            add("number", Fault::Twice);
        }
        for (field, text) in [("name", &one.name), ("company", &one.company)] {
            if !is_text(text) {
                add(field, Fault::Text);
            }
        }
        if !one.category.is_empty() && !is_text(&one.category) {
            add("category", Fault::Text);
        }
        business(one.business.as_ref(), &mut add);
        if one.editors.contains(&one.owner) {
            add("editors", Fault::Head);
        }
    }
    found
}

/// The largest whole number that every program reads alike.
const NUMBER_MAX: u64 = (1 << 53) - 1;

fn business(of: Option<&Business>, add: &mut impl FnMut(&str, Fault)) {
    let Some(of) = of else { return };
    if !is_text(&of.trade_name) {
        add("business.trade_name", Fault::Text);
    }
    if !is_text(&of.representative) {
        add("business.representative", Fault::Text);
    }
}

fn is_text(text: &str) -> bool {
    let count = text.chars().count();
    !text.trim().is_empty() && count <= NAME_CHARS_MAX && !text.chars().any(char::is_control)
}

fn is_public_id(text: &str) -> bool {
    let letters = |rest: &str| {
        rest.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    };
    (2..=40).contains(&text.len()) && text.strip_prefix('_').is_some_and(letters)
}

impl ListedChannel {
    /// The channel with these facts.
    pub fn channel(&self, id: ChannelId, version: u64) -> Channel {
        Channel {
            id,
            name: self.name.clone(),
            search_id: self.search_id.clone(),
            public_id: self.public_id.clone(),
            state: self.state,
            business: self.business.clone(),
            version,
        }
    }
}

impl ListedApp {
    /// The app with these facts.
    pub fn app(&self, id: AppId, version: u64) -> App {
        App {
            id,
            number: self.number,
            name: self.name.clone(),
            company: self.company.clone(),
            category: self.category.clone(),
            icon: self.icon,
            kind: self.kind,
            blocked: self.blocked,
            kakao_login: self.kakao_login,
            business: self.business.clone(),
            business_review: self.business_review,
            version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{
        "channels": [{ "search_id": "별하커피", "public_id": "_xbyeol", "name": "별하 커피", "state": "business", "master": "us_1" }],
        "apps": [{ "number": 7, "name": "별하", "company": "별하", "kind": "biz", "owner": "us_1", "editors": ["us_2"] }]
    }"#;

    fn faults_after(change: impl Fn(&mut Directory)) -> Vec<(String, Fault)> {
        let mut directory: Directory = serde_json::from_str(GOOD).unwrap();
        change(&mut directory);
        faults(&directory)
    }

    #[test]
    fn a_sound_file_has_no_faults_and_an_unknown_word_is_refused() {
        assert_eq!(faults_after(|_| ()), []);
        let wrong = GOOD.replace("\"kind\"", "\"sort\"");
        assert!(serde_json::from_str::<Directory>(&wrong).is_err());
    }

    #[test]
    fn every_fault_names_its_place() {
        let place = |text: &str, fault| vec![(text.to_owned(), fault)];
        let long = "가".repeat(NAME_CHARS_MAX + 1);
        let found = faults_after(|d| d.channels[0].search_id = "Byeolha".into());
        assert_eq!(found, place("channels[0].search_id", Fault::SearchId));
        let found = faults_after(|d| d.channels.push(d.channels[0].clone()));
        assert_eq!(found, place("channels[1].search_id", Fault::Twice));
        let found = faults_after(|d| d.channels[0].public_id = "xbyeol/".into());
        assert_eq!(found, place("channels[0].public_id", Fault::PublicId));
        let found = faults_after(|d| d.channels[0].name.clone_from(&long));
        assert_eq!(found, place("channels[0].name", Fault::Text));
        let found = faults_after(|d| d.apps[0].number = NUMBER_MAX + 1);
        assert_eq!(found, place("apps[0].number", Fault::Number));
        let found = faults_after(|d| d.apps[0].company = " ".into());
        assert_eq!(found, place("apps[0].company", Fault::Text));
        let found = faults_after(|d| d.apps[0].owner = UserId::parse("us_2").unwrap());
        assert_eq!(found, place("apps[0].editors", Fault::Head));
    }
}
