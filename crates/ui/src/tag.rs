//! A status in one word. The form differs as well as the colour, so that it survives grey print.

use leptos::prelude::*;

use crate::{Glyph, Icon, Text};

/// The eight kinds of status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagTone {
    /// Finished well: plain green words, so that the eye goes to what is left.
    Done,
    /// Waiting for this person: outlined.
    Todo,
    /// Begun: tinted.
    Draft,
    /// With somebody else: filled blue.
    Review,
    /// Needs attention: filled amber.
    Action,
    /// Turned down: filled dark red.
    Reject,
    /// Over without a result: dashed.
    Off,
    /// Cannot start yet: muted words and a lock.
    Locked,
}

impl TagTone {
    /// All of them, for the gallery.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::Todo,
        Self::Draft,
        Self::Review,
        Self::Action,
        Self::Reject,
        Self::Off,
        Self::Locked,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Todo => "todo",
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Action => "action",
            Self::Reject => "reject",
            Self::Off => "off",
            Self::Locked => "locked",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Done => Glyph::Check,
            Self::Todo | Self::Off => Glyph::Dash,
            Self::Draft => Glyph::Pen,
            Self::Review => Glyph::Clock,
            Self::Action => Glyph::Warning,
            Self::Reject => Glyph::Cross,
            Self::Locked => Glyph::Lock,
        }
    }
}

/// A status tag.
#[component]
pub fn Tag(
    /// Which kind of status.
    #[prop(into)]
    tone: Signal<TagTone>,
    /// The status in words.
    #[prop(into)]
    label: Text,
    /// The element's id, when a control is described by it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <span class="tag" id=id data-tone=move || tone.get().name()>
            {move || view! { <Icon glyph=tone.get().glyph() /> }}
            {move || label.get()}
        </span>
    }
}
