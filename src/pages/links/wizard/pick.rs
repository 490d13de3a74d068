//! An app to pick: a native radio button whose row says everything that matters for the choice.

use contract::body::AppRow;
use domain::link::LINKS_MAX;
use leptos::prelude::*;
use text::screens::{apps, links};
use ui::{Tag, TagTone, ids};
use web_sys::MouseEvent;

use crate::lang::{say, tell};
use crate::parts::slots::Slots;
use crate::path;

/// One app. One whose ten places are taken stays in sight, cannot be picked, and leads to its links.
#[component]
pub fn PickApp(
    row: AppRow,
    /// Whether it is the one picked.
    picked: Signal<bool>,
    on_pick: Callback<()>,
) -> impl IntoView {
    let full = row.links >= LINKS_MAX;
    let used = row.links;
    let (id, meta) = (ids::fresh("app"), ids::fresh("app-meta"));
    let number = row
        .app
        .business
        .as_ref()
        .map(|business| business.number.to_string());
    let role = tell(move |lang| text::app_role(lang, row.role).to_owned());
    let login = row
        .app
        .kakao_login
        .then(|| view! { <Tag tone=TagTone::Draft label=say(apps::kakao_login)/> });
    let why = tell(move |lang| links::app_full(lang, used, LINKS_MAX));
    let (href, name) = (path::links_of(&row.app.id), row.app.name.clone());
    let see = full.then(|| {
        view! {
            <span>{move || why.get()}</span>
            <a class="act" href=href>{say(links::see_links)}<span class="visually-hidden">{" "}{name}</span></a>
        }
    });
    let click = move |ev: MouseEvent| {
        if full {
            ev.prevent_default();
        }
    };
    view! {
        <li>
            <div class="radio">
                <input
                    id=id.clone()
                    type="radio"
                    name="app"
                    value=row.app.id.to_string()
                    prop:checked=move || picked.get()
                    aria-disabled=full.then_some("true")
                    aria-describedby=meta.clone()
                    on:click=click
                    on:change=move |_| on_pick.run(())
                />
                <label class="radio-label" for=id>{row.app.name.clone()}</label>
            </div>
            <div class="pick-meta" id=meta>
                <span class="num">{number}</span>
                <span>{move || role.get()}</span>
                <Slots used/>
                {login}
                {see}
            </div>
        </li>
    }
}
