//! The consent screen as end users will see it: one model for the form, the reviewer and every preview.

use serde::{Deserialize, Serialize};

use crate::application::Document;
use crate::form::AGE_TERM_TAG;
use crate::item::{Item, Stage};

/// The screen for somebody who signs up for the first time. Lines stand in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentScreen {
    /// Whether the app has an icon. Rule 78.
    pub icon: bool,
    /// App name; `None` is a gap to be labelled, never invented.
    pub app: Option<String>,
    /// Company name; `None` is a gap.
    pub company: Option<String>,
    /// What is asked: terms, then personal data by required and optional, the channel last. Rules 50, 81.
    pub lines: Vec<Line>,
}

/// A line that can be ticked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it asks.
    pub ask: Ask,
    /// Whether one can go on without it.
    pub required: bool,
}

/// What a line asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Add the channel.
    Channel {
        /// Name of the representative channel; `None` is a gap.
        name: Option<String>,
    },
}

/// The screen that an application leads to.
pub fn of(document: &Document) -> ConsentScreen {
    let form = &document.form;
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let terms = form.terms.iter().map(|term| Line {
        ask: Ask::Term {
            title_ko: text(&term.title_ko),
            title_en: text(&term.title_en),
            url: text(&term.url),
            has_text: term.tag.trim() != AGE_TERM_TAG,
        },
        required: term.required,
    });
    let items = |stage: Stage| {
        form.used()
            .filter(move |(_, request)| request.stage == stage)
            .map(move |(item, request)| Line {
                ask: Ask::Item {
                    item,
                    collects: request.collect_if_absent,
                },
                required: stage == Stage::Required,
            })
    };
    let channel = document
        .channels
        .iter()
        .find(|channel| {
            form.channel
                .as_ref()
                .map_or(channel.representative, |chosen| *chosen == channel.id)
        })
        .map(|channel| text(&channel.name));
    let channel = channel.map(|name| Line {
        ask: Ask::Channel { name },
        required: false,
    });
    ConsentScreen {
        icon: document.app.icon == Some(true),
        app: text(&document.app.name),
        company: text(&document.app.company),
        lines: terms
            .chain(items(Stage::Required))
            .chain(items(Stage::Optional))
            .chain(channel)
            .collect(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{AppFacts, ChannelFacts, Format};
    use crate::form::{Form, ItemRequest, Term};
    use crate::id::ChannelId;

    fn document(stages: &[(Item, Stage)]) -> Document {
        let items = stages
            .iter()
            .map(|(item, stage)| {
                (
                    *item,
                    ItemRequest {
                        stage: *stage,
                        ..ItemRequest::default()
                    },
                )
            })
            .collect();
        let term = Term {
            title_ko: "이용약관".into(),
            required: true,
            ..Term::default()
        };
        Document {
            format: Format::V1,
            app: AppFacts {
                name: "별하 주문".into(),
                icon: Some(true),
                ..AppFacts::default()
            },
            channels: vec![ChannelFacts {
                id: ChannelId::parse("ch1").unwrap(),
                name: "별하 커피".into(),
                state: None,
                business: None,
                representative: true,
            }],
            form: Form {
                items,
                terms: vec![term],
                ..Form::default()
            },
        }
    }

    #[test]
    fn required_stands_before_optional_and_the_channel_is_last() {
        let screen = of(&document(&[
            (Item::Profile, Stage::Optional),
            (Item::Name, Stage::Required),
            (Item::Gender, Stage::DuringUse),
        ]));
        let asks: Vec<String> = screen
            .lines
            .iter()
            .map(|line| match &line.ask {
                Ask::Term { .. } => "term".into(),
                Ask::Item { item, .. } => item.key().into(),
                Ask::Channel { .. } => "channel".into(),
            })
            .collect();
        assert_eq!(asks, ["term", "name", "profile", "channel"]);
        assert_eq!(screen.company, None);
        assert!(!screen.lines.last().unwrap().required);
    }

    proptest::proptest! {
        #[test]
        fn continuing_is_possible_exactly_when_all_required_lines_are_ticked(
            stages in proptest::collection::vec(0..4_usize, 10), clicks in proptest::collection::vec(0..14_usize, 0..40)
        ) {
            let stage = [Stage::Required, Stage::Optional, Stage::DuringUse, Stage::NotUsed];
            let stages: Vec<_> = Item::ALL.into_iter().zip(stages.iter().map(|n| stage[*n])).collect();
            let screen = of(&document(&stages));
            let mut ticks = Ticks::none(&screen);
            proptest::prop_assert!(!screen.lines.iter().enumerate().any(|(n, _)| ticks.is_ticked(n)));
            for click in clicks {
                if click == 13 { ticks.toggle_all() } else { ticks.toggle(click) }
                let all_required = screen.lines.iter().enumerate().all(|(n, l)| !l.required || ticks.is_ticked(n));
                proptest::prop_assert_eq!(ticks.can_continue(&screen), all_required);
                proptest::prop_assert_eq!(ticks.is_all(), (0..screen.lines.len()).all(|n| ticks.is_ticked(n)));
            }
            let during: Vec<_> = stages.iter().filter(|(_, s)| *s == Stage::DuringUse).map(|(i, _)| *i).collect();
            let shown_during = screen.lines.iter().any(|l| matches!(l.ask, Ask::Item { item, .. } if during.contains(&item)));
            proptest::prop_assert!(!shown_during);
        }
    }
}
