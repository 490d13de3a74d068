//! The consent screen as end users will see it: one model for the form, the reviewer and every preview.
//!
//! [`of`] is the screen that an application leads to for somebody who signs up for the first time. [`outcome`] is what becomes of any
//! person and any request, decided from [`Facts`]; [`Situation`] is the table of facts that previews offer.

mod facts;
mod lines;
pub mod reading;
mod rules;
mod situation;
#[cfg(test)]
mod tests;

use crate::application::Document;
use crate::item::Item;

pub use facts::{Age, Facts, Member, Options, Person, Place, Prompt, Request};
pub use lines::{CHANNELS_MAX, CHANNELS_MAX_CHOSEN, Key};
pub(crate) use rules::refuses_under_14;
pub use rules::{Answer, Outcome, Step, Why, outcome};
pub use situation::Situation;

/// The screen for one person. Lines stand in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentScreen {
    /// Whether the app has an icon. Rule 78.
    pub icon: bool,
    /// App name; `None` is a gap to be labelled, never invented.
    pub app: Option<String>,
    /// Company name; `None` is a gap.
    pub company: Option<String>,
    /// What is asked: terms, then personal data by required and optional, channels last. Rules 50, 81.
    pub lines: Vec<Line>,
}

/// A line that can be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it asks.
    pub ask: Ask,
    /// Whether one can go on without it.
    pub required: bool,
}

/// What a line asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Agree to a term.
    Term {
        /// Korean title; `None` is a gap.
        title_ko: Option<String>,
        /// English title, if there is one.
        title_en: Option<String>,
        /// Address of the text; `None` when there is none.
        url: Option<String>,
        /// Whether a text belongs to it: the age term says all there is to say. Rule 64.
        has_text: bool,
    },
    /// Hand over an item.
    Item {
        /// Which.
        item: Item,
        /// Kakao asks for the value when the account does not hold it.
        collects: bool,
    },
    /// Add a channel.
    Channel {
        /// Name of the channel; `None` is a gap.
        name: Option<String>,
    },
}

/// The screen that an application leads to, for somebody who signs up for the first time.
pub fn of(document: &Document) -> ConsentScreen {
    let lines = lines::all(document, &Request::default(), Options::default());
    on_screen(document, lines.into_iter().map(|(_, line)| line).collect())
}

/// Lines under the app's icon, name and company. Rule 78.
fn on_screen(document: &Document, lines: Vec<Line>) -> ConsentScreen {
    ConsentScreen {
        icon: document.app.icon == Some(true),
        app: lines::said(&document.app.name),
        company: lines::said(&document.app.company),
        lines,
    }
}

/// What a person has ticked so far. Nothing is ticked beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticks(Vec<bool>);

impl Ticks {
    /// Nothing ticked.
    pub fn none(screen: &ConsentScreen) -> Ticks {
        Ticks(vec![false; screen.lines.len()])
    }

    /// What "agree to all" leads to. Rule 82.
    pub fn all(screen: &ConsentScreen) -> Ticks {
        Ticks(vec![true; screen.lines.len()])
    }

    /// Just what cannot be left out.
    pub fn required(screen: &ConsentScreen) -> Ticks {
        Ticks(screen.lines.iter().map(|line| line.required).collect())
    }

    /// Whether that line is ticked.
    pub fn is_ticked(&self, line: usize) -> bool {
        self.0.get(line).copied().unwrap_or(false)
    }

    /// Ticks or unticks one line.
    pub fn toggle(&mut self, line: usize) {
        if let Some(tick) = self.0.get_mut(line) {
            *tick = !*tick;
        }
    }

    /// Whether every line is ticked: then "agree to all" is, too. Rule 82.
    pub fn is_all(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|tick| *tick)
    }

    /// "Agree to all" ticks every line, the optional ones and the channel included; a second time it unticks them. Rule 82.
    pub fn toggle_all(&mut self) {
        let all = !self.is_all();
        self.0.fill(all);
    }

    /// Whether one can continue: every required line is ticked. Rule 79.
    pub fn can_continue(&self, screen: &ConsentScreen) -> bool {
        screen
            .lines
            .iter()
            .enumerate()
            .all(|(n, line)| !line.required || self.is_ticked(n))
    }
}
