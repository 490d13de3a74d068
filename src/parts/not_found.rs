//! What stands where nothing is: not there, or not for the one who looks.

use leptos::prelude::*;
use text::screens::errors;
use ui::{ButtonKind, LinkButton};

use crate::lang::say;
use crate::path;

/// One sentence and the way home.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <p>{say(errors::not_found)}</p>
        <div class="row">
            <LinkButton label=say(errors::home_button) href=path::home(None) kind=ButtonKind::Primary/>
        </div>
    }
}
