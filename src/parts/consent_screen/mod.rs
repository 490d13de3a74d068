//! What a person meets who is sent to Kakao: the consent screen as our own drawing that works, the steps around it, or why there is no
//! screen; with its words in reading order and what it costs a person beside it. The form, the reviewer and every preview use this one.

mod phone;
mod reading;
mod trial;

use domain::consent_screen::Step;
use leptos::prelude::*;
use text::screens::preview;
use text::{Lang, consent};
use ui::{Note, ids};

use crate::lang::{say, use_lang};
use crate::path::PreviewSize;
use phone::Phone;
use reading::Reading;
pub use trial::Trial;

/// What a person meets. Lines can be ticked, and the two buttons say what the service would receive.
#[component]
pub fn ConsentScreen(
    /// Who meets what, and what was tried on it.
    trial: Trial,
    /// The language of the screen that is drawn; the words around it are in the console's.
    #[prop(into)]
    lang: Signal<Lang>,
    /// How large the letters on it are.
    #[prop(optional, into)]
    size: Signal<PreviewSize>,
    /// Whether its surroundings are dark. The screen itself never is.
    #[prop(optional, into)]
    dark: Signal<bool>,
    /// The id of a heading above that tells it from others on the page, where there are any.
    #[prop(optional)]
    under: Option<String>,
) -> impl IntoView {
    let title_id = ids::fresh("consent");
    let named_by = ids::join(&[under.as_deref(), Some(&title_id)]);
    let (title, note) = (say(preview::screen_title), say(preview::drawing_note));
    let is_there = Memo::new(move |_| trial.outcome.with(|outcome| outcome.screen.is_some()));
    let around = move |after: bool| {
        move || {
            trial.outcome.with(|outcome| {
                steps(if after {
                    &outcome.after
                } else {
                    &outcome.before
                })
            })
        }
    };
    view! {
        <section class="consent-preview" aria-labelledby=named_by>
            <h2 id=title_id>{move || title.get()}</h2>
            <p class="hint">{move || note.get()}</p>
            {cost(trial)}
            <div class="consent-way" data-dark=move || (dark.get() && is_there.get()).then_some("true")>
                {around(false)}
                {move || {
                    if is_there.get() {
                        view! { <Phone trial lang size/> }.into_any()
                    } else {
                        without(trial)
                    }
                }}
                {around(true)}
            </div>
            <Reading trial lang/>
        </section>
    }
    .into_any()
}

/// What it costs a person: one line, and a calm hint where much is required. It stands above the screen, in sight while one chooses.
fn cost(trial: Trial) -> AnyView {
    let lang = use_lang();
    (move || {
        let lang = lang.get();
        let (cost, hint) = trial.outcome.with(|outcome| {
            let cost = consent::cost(lang, outcome).join(" · ");
            (cost, consent::cost_hint(lang, domain::cost::cost(outcome)))
        });
        view! {
            <p class="consent-cost">{cost}</p>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
        }
    })
    .into_any()
}

/// Steps before or after the screen.
fn steps(steps: &[Step]) -> Option<AnyView> {
    let lang = use_lang();
    let one = |step: Step| view! { <li>{move || consent::step(lang.get(), step)}</li> };
    (!steps.is_empty()).then(|| {
        let steps = steps.iter().copied().map(one).collect_view();
        view! { <ol class="consent-steps">{steps}</ol> }.into_any()
    })
}

/// In place of a screen: why there is none, and what the service gets at once.
fn without(trial: Trial) -> AnyView {
    let lang = use_lang();
    let why = move || {
        let lang = lang.get();
        trial.outcome.with(|outcome| {
            let why = outcome.why.map(|why| consent::why(lang, why));
            (why, consent::answer(lang, outcome.on_continue))
        })
    };
    let title = say(preview::no_screen);
    view! {
        <Note title=Signal::derive(move || Some(title.get()))>
            <p>{move || why().0}</p>
            <p>{move || why().1}</p>
        </Note>
    }
    .into_any()
}
