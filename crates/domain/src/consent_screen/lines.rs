//! The lines that an application can lead to, in their order, each with what it stands for.

use super::{Ask, Line, Options, Request};
use crate::application::{ChannelFacts, Document};
use crate::form::AGE_TERM_TAG;
use crate::id::ChannelId;
use crate::item::{Item, Stage};

/// Channels on a consent screen without a permission. Rule 33.
pub const CHANNELS_MAX: usize = 1;
/// Channels on a consent screen with the permission to choose. Rule 33: <https://developers.kakao.com/docs/ko/kakaologin/dynamic-channel>.
pub const CHANNELS_MAX_CHOSEN: usize = 2;

/// What a line stands for in the application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// The term in that row, counted from 0.
    Term(usize),
    /// An item.
    Item(Item),
    /// A channel.
    Channel(ChannelId),
}

impl From<Item> for Key {
    fn from(item: Item) -> Key {
        Key::Item(item)
    }
}

/// A text, unless it is empty: then it is a gap.
pub(super) fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Every line: terms in their order, required items, optional items, channels. Items in use have none. Rules 50, 81.
pub(super) fn all(document: &Document, request: &Request, options: Options) -> Vec<(Key, Line)> {
    let mut lines = Vec::new();
    for (row, term) in document.form.terms.iter().enumerate() {
        let ask = Ask::Term {
            title_ko: said(&term.title_ko),
            title_en: said(&term.title_en),
            url: said(&term.url),
            has_text: term.tag.trim() != AGE_TERM_TAG,
        };
        let required = term.required;
        lines.push((Key::Term(row), Line { ask, required }));
    }
    for stage in [Stage::Required, Stage::Optional] {
        for (item, asked) in document.form.used() {
            if asked.stage == stage {
                let collects = options.collect_if_absent.unwrap_or(asked.collect_if_absent);
                let ask = Ask::Item { item, collects };
                let required = stage == Stage::Required;
                lines.push((Key::Item(item), Line { ask, required }));
            }
        }
    }
    for channel in channels(document, request, options) {
        let ask = Ask::Channel {
            name: said(&channel.name),
        };
        let required = false;
        lines.push((Key::Channel(channel.id.clone()), Line { ask, required }));
    }
    lines
}

/// The channels that are offered: the representative one, or with the permission up to two that the request names. Rules 32–34.
fn channels<'a>(
    document: &'a Document,
    request: &Request,
    options: Options,
) -> Vec<&'a ChannelFacts> {
    let mut offered: Vec<&ChannelFacts> = Vec::new();
    if options.chooses_channels && !request.channels.is_empty() {
        for id in &request.channels {
            let linked = document.channels.iter().find(|channel| channel.id == *id);
            if let Some(channel) = linked.filter(|new| offered.iter().all(|old| old.id != new.id)) {
                offered.push(channel);
            }
        }
        offered.truncate(CHANNELS_MAX_CHOSEN);
        return offered;
    }
    offered.extend(representative(document));
    offered
}

/// The channel that the form names, or else the app's representative one. Rule 32.
pub(crate) fn representative(document: &Document) -> Option<&ChannelFacts> {
    let chosen = document.form.channel.as_ref();
    document
        .channels
        .iter()
        .find(|channel| chosen.map_or(channel.representative, |chosen| *chosen == channel.id))
}
