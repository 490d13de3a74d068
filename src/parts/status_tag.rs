//! Where an application stands, as a tag.

use domain::application::Status;
use leptos::prelude::*;
use ui::{Tag, TagTone};

use crate::lang::tell;

/// The status in its own form and words.
#[component]
pub fn StatusTag(
    /// The status.
    status: Status,
) -> impl IntoView {
    view! { <Tag tone=tone(status) label=tell(move |lang| text::status(lang, status).to_owned())/> }
}

/// Which form of tag a status has.
pub fn tone(status: Status) -> TagTone {
    match status {
        Status::Draft => TagTone::Draft,
        Status::Submitted | Status::InReview => TagTone::Review,
        Status::OnHold => TagTone::Action,
        Status::Rejected => TagTone::Reject,
        Status::Approved => TagTone::Done,
        Status::Withdrawn => TagTone::Off,
    }
}
