//! The drawing: what a person could tick and press, in the order of the screen.

use domain::consent_screen::reading::Group;
use domain::consent_screen::{Ask, ConsentScreen as Model, Line, Outcome, Ticks};
use domain::form::is_web_address;
use domain::payload::End;
use leptos::prelude::*;
use text::screens::{preview, shell};
use text::{Lang, consent};
use ui::ids;

use super::Trial;
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
                {move || trial.with_screen(|screen| service(lang.get(), screen))}
                <div class="consent-all">
                    <input
                        class="consent-box"
                        type="checkbox"
                        id=all_id
                        prop:checked=move || trial.ticks().is_all()
                        on:change=move |_| trial.change(Ticks::toggle_all)
                    />
                    <label for=all_id>{move || preview::agree_all(lang.get())}</label>
                </div>
                {move || trial.outcome.with(|outcome| groups(lang.get(), outcome, trial, &id.get_value()))}
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

/// Terms, personal information and channels, each under its own heading. Rules 50, 70, 81.
fn groups(lang: Lang, outcome: &Outcome, trial: Trial, id: &str) -> AnyView {
    let Some(screen) = &outcome.screen else {
        return ().into_any();
    };
    let one = |group: Group| {
        let heading = consent::group(lang, group);
        let rows: Vec<AnyView> = screen
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| Group::of(&line.ask) == group)
            .map(|(n, line)| row(lang, n, line, trial, id))
            .collect();
        if rows.is_empty() {
            return nothing(heading, preview::nothing_here(lang));
        }
        let heading_id = format!("{id}-{}", name(group));
        // Kakao's own text stands above the items, the fields for missing values below them.
        let own = (group == Group::Items).then(|| preview::third_party(lang));
        let fills = (group == Group::Items && !outcome.fills.is_empty())
            .then(|| consent::fills(lang, &consent::items(lang, &outcome.fills)));
        view! {
            <p class="consent-heading" id=heading_id.clone()>{heading}</p>
            {own.map(|words| view! { <p class="consent-optional">{words}</p> })}
            <ul class="consent-list" aria-labelledby=heading_id>{rows}</ul>
            {fills.map(|words| view! { <p class="consent-fills">{words}</p> })}
        }
        .into_any()
    };
    let whole = trial.whole.get();
    let is_shown = |group: &Group| {
        whole
            || screen
                .lines
                .iter()
                .any(|line| Group::of(&line.ask) == *group)
    };
    let shown = Group::ALL.into_iter().filter(is_shown);
    shown.map(one).collect_view().into_any()
}

fn nothing(heading: &'static str, words: &'static str) -> AnyView {
    view! { <p class="consent-heading">{heading}</p><p class="consent-gap">{words}</p> }.into_any()
}

/// The end of a heading's id.
fn name(group: Group) -> &'static str {
    match group {
        Group::Terms => "terms",
        Group::Items => "items",
        Group::Channels => "channel",
    }
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
            trial.finish(End::Continued);
        }
    };
    let result = move || {
        let (lang, end) = (lang.get(), trial.end()?);
        let (said, answer) = trial.outcome.with(|outcome| match end {
            End::Continued => (preview::agreed(lang), Some(outcome.on_continue)),
            End::Cancelled => (preview::cancelled(lang), outcome.on_cancel),
        });
        let answer = answer.map_or("", |answer| consent::answer(lang, answer));
        Some(format!("{said} {answer}"))
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
        <button class="consent-cancel" type="button" on:click=move |_| trial.finish(End::Cancelled)>
            {move || preview::cancel_button(lang.get())}
        </button>
        <p class="consent-result" role="status">{result}</p>
    }
}
