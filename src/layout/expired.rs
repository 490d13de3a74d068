//! The session has ended while something was open: sign in over it, and go on where it stood.

use leptos::prelude::*;
use text::screens::{errors, login, shell};
use ui::Dialog;

use crate::api::use_api;
use crate::lang::say;
use crate::parts::sign_in::SignIn;
use crate::session::{Who, use_session};

/// The dialog. It only opens where somebody had been signed in: what they typed stays below it.
#[component]
pub fn Expired() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let open = RwSignal::new(false);
    // An effect, because the dialog's own state follows the session's and can be left by hand.
    Effect::new(move || {
        open.set(api.expired.get() && matches!(session.who(), Who::Somebody(_)));
    });
    view! {
        <Dialog open title=say(login::title) safe_label=say(errors::later_button)>
            <p>{say(shell::expired)}</p>
            <SignIn/>
        </Dialog>
    }
}
