//! The session has ended while something was open: sign in over it, and go on where it stood. Or later: what was typed stays here.

use contract::Kind;
use leptos::prelude::*;
use text::screens::{errors, login, shell};
use ui::{Button, Dialog, Note, NoteTone};

use crate::api::use_api;
use crate::deferred::SignInAgain;
use crate::lang::say;
use crate::parts::failure::FailureNote;
use crate::session::use_session;

/// The dialog. What was typed stays below it.
#[component]
pub fn Expired() -> impl IntoView {
    let (api, session) = (use_api(), use_session());
    let open = api.signing_in;
    // An effect, because the dialog can be left by hand: only that the session is good again always closes it.
    Effect::new(move || {
        if !api.expired.get() {
            open.set(false);
        }
    });
    let doubt = move || {
        session.doubt().map(|why| {
            if why.kind() == Some(&Kind::SignIn) {
                let words = say(shell::not_yet_signed_in);
                view! { <Note tone=NoteTone::Warn live=true><p>{move || words.get()}</p></Note> }
                    .into_any()
            } else {
                view! { <FailureNote failure=why reading=true/> }.into_any()
            }
        })
    };
    view! {
        <Dialog open title=say(login::title) safe_label=say(errors::later_button)>
            <p>{say(shell::expired)}</p>
            {doubt}
            <SignInAgain/>
        </Dialog>
    }
}

/// Above every screen once signing in was put off: that the session has ended, and the way back to it.
#[component]
pub fn PutOff() -> impl IntoView {
    let api = use_api();
    let again = move |()| api.signing_in.set(true);
    view! {
        <Show when=move || api.expired.get() && !api.signing_in.get()>
            <Note tone=NoteTone::Warn live=true>
                <p>{say(shell::expired)}</p>
                <div class="row"><Button label=say(shell::sign_in_again_button) on_press=again/></div>
            </Note>
        </Show>
    }
}
