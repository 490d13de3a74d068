//! From one part of the form to the next. Nothing has to be saved or right to go on.

use domain::subject::Part;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use text::screens::{application, shell};
use ui::{ButtonKind, LinkButton, ime};

use super::draft::use_draft;
use crate::lang::{say, tell};
use crate::path;

/// The part before, the overview, the part after.
#[component]
pub fn PartNav(
    /// The part one is in.
    part: Part,
) -> impl IntoView {
    let (id, navigate) = (use_draft().id(), use_navigate());
    let at = Part::ALL
        .iter()
        .position(|one| *one == part)
        .unwrap_or_default();
    let previous = at.checked_sub(1).and_then(|n| Part::ALL.get(n)).copied();
    let next = Part::ALL.get(at + 1).copied();
    let way = |part: Part| {
        let id = id.clone();
        (
            path::application(&id, part),
            Signal::derive({
                let name = tell(move |lang| text::part(lang, part).to_owned());
                move || Some(name.get())
            }),
        )
    };
    let onward = next.map(|part| path::application(&id, part));
    let chord = window_event_listener(leptos::ev::keydown, move |ev| {
        if let Some(address) = onward.as_ref().filter(|_| ime::is_submit_chord(&ev)) {
            ev.prevent_default();
            navigate(
                address,
                NavigateOptions {
                    resolve: false,
                    ..NavigateOptions::default()
                },
            );
        }
    });
    on_cleanup(move || chord.remove());
    let label = say(application::parts_nav);
    view! {
        <nav class="row" aria-label=move || label.get()>
            {next.map(|part| {
                let (href, hidden) = way(part);
                view! { <LinkButton label=say(application::next_part_button) href hidden kind=ButtonKind::Primary/> }
            })}
            {previous.map(|part| {
                let (href, hidden) = way(part);
                view! { <LinkButton label=say(shell::back_button) href hidden/> }
            })}
            <LinkButton label=say(application::overview_button) href=path::application_overview(&id)/>
        </nav>
    }
}
