//! What a person has given once they left the screen.

use crate::application::Document;
use crate::consent_screen::{Answer, Facts, Key, Member, Outcome, Ticks};
use crate::id::ChannelId;
use crate::item::Item;

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// "Agree and continue".
    Continued,
    /// "Cancel".
    Cancelled,
}

/// What the service can have from a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Whether there is a token to ask with: the login ended with a code.
    pub token: bool,
    /// How far the person was linked when they came.
    pub before: Member,
    /// How far the person is linked now.
    pub member: Member,
    /// Items agreed to.
    pub items: Vec<Item>,
    /// Those among them whose value the account holds.
    pub values: Vec<Item>,
    /// Terms agreed to: rows of the application.
    pub terms: Vec<usize>,
    /// Channels added.
    pub channels: Vec<ChannelId>,
}

/// What is given at the end. Where there is no screen, `ticks` and `end` do not matter; ticks that do not suffice give nothing.
pub fn given(
    document: &Document,
    facts: &Facts,
    outcome: &Outcome,
    ticks: &Ticks,
    end: End,
) -> Given {
    let person = &facts.person;
    let mut given = Given {
        token: false,
        before: person.member,
        member: person.member,
        items: person.agreed_items.clone(),
        values: Vec::new(),
        terms: person.agreed_terms.clone(),
        channels: Vec::new(),
    };
    if let Some(screen) = &outcome.screen {
        given.token = end == End::Continued && ticks.can_continue(screen);
        if given.token {
            given.member = Member::Synced;
            for (n, key) in outcome.keys.iter().enumerate() {
                if ticks.is_ticked(n) {
                    match key {
                        Key::Term(row) => given.terms.push(*row),
                        Key::Item(item) => given.items.push(*item),
                        Key::Channel(id) => given.channels.push(id.clone()),
                    }
                }
            }
        }
    } else {
        given.token = outcome.on_continue == Answer::Code;
    }
    given.items.sort_unstable();
    given.terms.sort_unstable();
    let verified = !person.unverified || !outcome.before.is_empty();
    for item in &given.items {
        let holds = match item {
            Item::AccountCi => verified,
            item => !person.lacks.contains(item) || outcome.fills.contains(item),
        };
        if holds && document.form.items.contains_key(item) {
            given.values.push(*item);
        }
    }
    given
}
