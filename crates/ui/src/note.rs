//! A message that stays where it is, beside what it is about.

use leptos::prelude::*;

use crate::{Glyph, Icon, MaybeText};

/// How grave a note is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteTone {
    /// Good to know.
    #[default]
    Info,
    /// Something was done.
    Ok,
    /// Something needs thought.
    Warn,
    /// Something went wrong.
    Danger,
}

impl NoteTone {
    const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Danger => "danger",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Info => Glyph::Info,
            Self::Ok => Glyph::Check,
            Self::Warn => Glyph::Warning,
            Self::Danger => Glyph::Cross,
        }
    }
}

/// A note. It is read in place; to have it said as well, use the announcer.
#[component]
pub fn Note(
    /// How grave it is.
    #[prop(optional)]
    tone: NoteTone,
    /// Its first words, in bold.
    #[prop(optional, into)]
    title: MaybeText,
    /// Said by assistive technology when it appears: for results of an act only.
    #[prop(optional)]
    live: bool,
    /// The rest: text, links, buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="note" data-tone=tone.name() role=live.then_some("status")>
            <Icon glyph=tone.glyph() />
            <div class="note-body">
                {move || title.get().map(|text| view! { <strong>{text}</strong> })}
                {children()}
            </div>
        </div>
    }
}
