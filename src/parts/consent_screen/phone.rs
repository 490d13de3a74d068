//! The drawing: what a person could tick and press, in the order of the screen.

use domain::consent_screen::{Ask, ConsentScreen as Model, Line};
use domain::form::is_web_address;
use leptos::prelude::*;
use text::Lang;
use text::screens::{preview, shell};
use ui::ids;

use super::{Outcome, Trial};
use crate::path::PreviewSize;

/// A speech bubble, the symbol that the button guide asks for.
const SYMBOL: &str = "M9 1.5C4.6 1.5 1 4.2 1 7.6c0 2.2 1.5 4.1 3.7 5.2l-.8 3c-.1.3.2.5.5.3l3.6-2.4c.3 0 .7.1 1 .1 4.4 0 8-2.8 8-6.2S13.4 1.5 9 1.5Z";

/// The screen in its frame.
#[component]
pub(super) fn Phone(trial: Trial, lang: Signal<Lang>, size: Signal<PreviewSize>) -> impl IntoView {
    let id = StoredValue::new(ids::fresh("agree"));
    let all_id = move || format!("{}-all", id.get_value());
    view! {
        <div
            class="consent-screen"
            role="group"
            aria-label=move || preview::screen_label(lang.get())
            lang=move || lang.get().tag()
            data-size=move || size.get().word()
        >
            <div class="consent-body">
                {move || trial.model.with(|model| service(lang.get(), model))}
                <div class="consent-all">
                    <input
                        class="consent-box"
                        type="checkbox"
                        id=all_id
                        prop:checked=move || trial.ticks().is_all()
                        on:change=move |_| trial.change(domain::consent_screen::Ticks::toggle_all)
                    />
                    <label for=all_id>{move || preview::agree_all(lang.get())}</label>
                </div>
                {move || trial.model.with(|model| groups(lang.get(), model, trial, &id.get_value()))}
                <Ways trial lang/>
            </div>
        </div>
    }
}

/// Icon, app name and company on top. Rule 78.
fn service(lang: Lang, model: &Model) -> AnyView {
    let gap = |words: &'static str| view! { <span class="consent-gap">{words}</span> }.into_any();
    let letter = model
        .app
        .as_ref()
        .and_then(|name| name.chars().next())
        .filter(|_| model.icon);
    let icon = match letter {
        Some(letter) => {
            view! { <span class="consent-icon" aria-hidden="true">{letter.to_string()}</span> }
                .into_any()
        }
        None => view! { <span class="consent-icon consent-gap">{preview::no_icon(lang)}</span> }
            .into_any(),
    };
    let name = model
        .app
        .clone()
        .map_or_else(|| gap(preview::no_name(lang)), IntoAny::into_any);
    let company = model
        .company
        .clone()
        .map_or_else(|| gap(preview::no_company(lang)), IntoAny::into_any);
    view! { <div class="consent-service">{icon}<strong>{name}</strong><span>{company}</span></div> }
        .into_any()
}

/// Terms, personal information and the channel, each under its own heading. Rules 50, 70, 81.
fn groups(lang: Lang, model: &Model, trial: Trial, id: &str) -> AnyView {
    let group = |name: &'static str,
                 heading: &'static str,
                 note: Option<&'static str>,
                 belongs: fn(&Ask) -> bool| {
        let heading_id = format!("{id}-{name}");
        let lines: Vec<_> = model
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| belongs(&line.ask))
            .collect();
        let note = note.map(|note| view! { <p class="consent-optional">{note}</p> });
        if lines.is_empty() {
            return view! { <p class="consent-heading">{heading}</p><p class="consent-gap">{preview::nothing_here(lang)}</p> }.into_any();
        }
        let rows = lines
            .into_iter()
            .map(|(n, line)| row(lang, n, line, trial, id))
            .collect_view();
        view! {
            <p class="consent-heading" id=heading_id.clone()>{heading}</p>
            {note}
            <ul class="consent-list" aria-labelledby=heading_id>{rows}</ul>
        }
        .into_any()
    };
    view! {
        {group("terms", preview::terms(lang), None, |ask| matches!(ask, Ask::Term { .. }))}
        {group("items", preview::personal(lang), Some(preview::third_party(lang)), |ask| matches!(ask, Ask::Item { .. }))}
        {group("channel", preview::channel(lang), None, |ask| matches!(ask, Ask::Channel { .. }))}
    }
    .into_any()
}

fn row(lang: Lang, n: usize, line: &Line, trial: Trial, id: &str) -> AnyView {
    let id = format!("{id}-{n}");
    let required = line.required;
    let mark = format!(
        "[{}] ",
        if required {
            shell::required(lang)
        } else {
            shell::optional(lang)
        }
    );
    // A term with a text has a link to it, or the gap where its address is missing.
    let url = match &line.ask {
        Ask::Term { url, has_text, .. } if url.is_some() || *has_text => {
            Some(url.clone().filter(|url| is_web_address(url)))
        }
        _ => None,
    };
    let title = super::reading::ask(lang, &line.ask);
    view! {
        <li>
            <input
                class="consent-box"
                type="checkbox"
                id=id.clone()
                prop:checked=move || trial.ticks().is_ticked(n)
                on:change=move |_| trial.change(|ticks| ticks.toggle(n))
            />
            <label for=id class=(!required).then_some("consent-optional")>
                {mark}
                {title.clone().into_iter().map(super::reading::Piece::view).collect_view()}
            </label>
            {url.map(|url| link(lang, url, &title))}
        </li>
    }
    .into_any()
}

/// The words that lead to the text of a term, or the gap where its address is missing.
fn link(lang: Lang, url: Option<String>, title: &[super::reading::Piece]) -> AnyView {
    let Some(url) = url else {
        return view! { <span class="consent-gap">{preview::no_address(lang)}</span> }.into_any();
    };
    let of = super::reading::plain(title);
    view! {
        <a href=url target="_blank" rel="noreferrer">
            <span class="visually-hidden">{of}{" "}</span>
            {preview::see(lang)}
            <span class="visually-hidden">{" "}{shell::new_window(lang)}</span>
        </a>
    }
    .into_any()
}

/// The two ways off the screen, and what the service would receive. Rules 79 and 80.
#[component]
fn Ways(trial: Trial, lang: Signal<Lang>) -> impl IntoView {
    let why_id = StoredValue::new(ids::fresh("consent-why"));
    let left = Memo::new(move |_| trial.left());
    let agree = move |_| {
        if left.get_untracked() == 0 {
            trial.finish(Outcome::Agreed);
        }
    };
    let result = move || {
        let lang = lang.get();
        trial.outcome().map(|outcome| match outcome {
            Outcome::Agreed => preview::agreed(lang),
            Outcome::Cancelled => preview::cancelled(lang),
        })
    };
    view! {
        <button
            class="consent-button"
            type="button"
            aria-disabled=move || (left.get() > 0).then_some("true")
            aria-describedby=move || (left.get() > 0).then(|| why_id.get_value())
            on:click=agree
        >
            <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d=SYMBOL></path></svg>
            <span>{move || preview::continue_button(lang.get())}</span>
        </button>
        {move || {
            let left = left.get();
            (left > 0).then(|| view! { <p class="consent-why" id=why_id.get_value()>{preview::left(lang.get(), left)}</p> })
        }}
        <button class="consent-cancel" type="button" on:click=move |_| trial.finish(Outcome::Cancelled)>
            {move || preview::cancel_button(lang.get())}
        </button>
        <p class="consent-result" role="status">{result}</p>
    }
}
