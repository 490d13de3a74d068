//! The way to the record of something, for whoever may see it.

use domain::record::{Object, sees_all};
use domain::role::{Duty, Standing};
use leptos::prelude::*;
use text::screens::record;
use ui::{ButtonKind, LinkButton};

use crate::lang::say;
use crate::path;

/// Leads to the record of that, if somebody who stands so to it sees all of it.
pub fn record_link(object: Object, standing: impl Into<Standing>) -> Option<impl IntoView> {
    if !sees_all(Duty::Applicant, Some(standing.into())) {
        return None;
    }
    let href = path::record(&[("object", &object.to_string())]);
    Some(view! {
        <p class="row"><LinkButton label=say(record::history_link) href kind=ButtonKind::Plain/></p>
    })
}
