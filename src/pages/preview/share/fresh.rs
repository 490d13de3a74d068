//! A link that was just made: its address, told this once, and the code for the phone.

use contract::body::NewShare;
use leptos::{html, prelude::*};
use text::screens::{share, shell};
use ui::{CopyButton, Note, NoteTone};

use crate::address::whole;
use crate::lang::say;
use crate::look::Look;
use crate::parts::qr::QrCode;
use crate::path;

/// The address, or why there is none.
#[component]
pub(super) fn Fresh(made: NewShare) -> impl IntoView {
    let Some(token) = made.token else {
        return view! { <Note tone=NoteTone::Warn live=true><p>{say(share::lost)}</p></Note> }
            .into_any();
    };
    let address = whole(&path::share(&token, Look::default()));
    let heading = NodeRef::<html::H3>::new();
    // An effect, because focus is not part of the view: what was asked for is here.
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            // Refused only where it is not shown.
            let _ = heading.focus();
        }
    });
    view! {
        <div class="group">
            <h3 tabindex="-1" node_ref=heading>{say(share::made_title)}</h3>
            <p>{say(share::made_once)}</p>
            <p><code class="address">{address.clone()}</code></p>
            <CopyButton
                label=say(share::copy_button)
                value=Signal::stored(address.clone())
                done=say(shell::copied)
                failed=say(share::copy_failed)
            />
            <QrCode words=address label=say(share::qr_label)/>
            <p class="hint">{say(share::qr_hint)}</p>
        </div>
    }
    .into_any()
}
