//! The design system: accessible building blocks on the browser's own elements.
//!
//! They know no route, no rule and no product word. Every visible sentence comes in through props
//! as a [`Text`], so that a change of language redraws it in place. Each component is one file,
//! its look is the class of the same name in `style/ui.css`, and [`Gallery`] shows its states.
//!
//! An element made of literals only, such as `<p class="a">"text"</p>` or `<hr class="a"/>`, becomes
//! `innerHTML` in Leptos, and the page's Trusted Types policy refuses that. A brace around the
//! literal (`{"text"}`, `class={"a"}`) makes it an ordinary element.

mod announcer;
mod button;
mod checkbox;
mod copy_button;
mod counter;
mod dialog;
mod disclosure;
mod dropdown;
mod empty_state;
mod error_summary;
mod field;
mod fieldset;
mod file_drop;
mod gallery;
mod icon;
pub mod ids;
pub mod ime;
mod link_button;
mod loading;
mod note;
mod page_heading;
mod pager;
mod panel;
mod radio_group;
mod search_field;
mod select_field;
mod skeleton;
mod skip_link;
mod sort_header;
mod steps;
mod summary_list;
mod table_frame;
mod tag;
mod text_area;
mod text_field;
mod typing;
mod visually_hidden;

pub use announcer::{Announcer, LiveRegion, provide_announcer, use_announcer};
pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use copy_button::CopyButton;
pub use counter::Counter;
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use dropdown::Dropdown;
pub use empty_state::EmptyState;
pub use error_summary::{ErrorLink, ErrorSummary};
pub use field::{Field, FieldIds, FieldMessages};
pub use fieldset::{Fieldset, LegendLevel};
pub use file_drop::FileDrop;
pub use gallery::Gallery;
pub use icon::{Glyph, Icon};
pub use link_button::LinkButton;
pub use loading::Loading;
pub use note::{Note, NoteTone};
pub use page_heading::PageHeading;
pub use pager::Pager;
pub use panel::Panel;
pub use radio_group::RadioGroup;
pub use search_field::SearchField;
pub use select_field::SelectField;
pub use skeleton::{Skeleton, SkeletonShape};
pub use skip_link::SkipLink;
pub use sort_header::{SortDirection, SortHeader};
pub use steps::{Step, Steps};
pub use summary_list::{SummaryList, SummaryRow};
pub use table_frame::TableFrame;
pub use tag::{Tag, TagTone};
pub use text_area::TextArea;
pub use text_field::{InputKind, TextField};
pub use visually_hidden::VisuallyHidden;

use leptos::prelude::Signal;

/// A sentence to show. Takes `&str`, `String`, a signal, or a closure that returns a `String`.
pub type Text = Signal<String>;

/// A sentence that may be absent. Takes what [`Text`] takes, and `Option<String>` likewise.
pub type MaybeText = Signal<Option<String>>;

/// One thing that can be picked in a [`RadioGroup`] or a [`SelectField`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the callback receives. Unique within its group.
    pub value: String,
    /// What people read.
    pub label: String,
    /// One sentence below the label (radio groups only).
    pub hint: Option<String>,
    /// Why it cannot be picked now; `None` when it can.
    pub blocked: Option<String>,
}

impl Choice {
    /// A choice that can be picked, without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            blocked: None,
        }
    }

    /// The same choice with a sentence below its label.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same choice, shown but not to be picked, with the reason.
    #[must_use]
    pub fn blocked_by(mut self, reason: impl Into<String>) -> Self {
        self.blocked = Some(reason.into());
        self
    }
}
