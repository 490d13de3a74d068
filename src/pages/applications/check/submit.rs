//! The declaration and the button that asks for a review.

use contract::{Failure, Kind};
use domain::finding::Weight;
use domain::item::{Item, Stage};
use domain::subject::Field;
use leptos::task::spawn_local;
use leptos::{html, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use text::screens::{application, shell};
use ui::{Button, ButtonKind, Panel, ime, use_announcer};

use super::super::draft::{Draft, use_draft};
use super::super::fields::Question;
use super::{intention, link};
use crate::api::{Api, use_api, with};
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::path;

/// How the last attempt went.
#[derive(Clone, Copy)]
struct Attempt {
    draft: Draft,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    /// The words typed last are not saved, so nothing was submitted.
    unsaved: RwSignal<bool>,
}

/// The panel.
#[component]
pub fn Submit() -> impl IntoView {
    let (draft, api, lang, announcer, navigate) = (
        use_draft(),
        use_api(),
        use_lang(),
        use_announcer(),
        use_navigate(),
    );
    let attempt = Attempt {
        draft,
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        unsaved: RwSignal::new(false),
    };
    let tries = RwSignal::new(0_u32);
    let blocking = Memo::new(move |_| draft.blocking());
    let offline = api.offline;
    let blocked = Signal::derive(move || {
        let why = offline.get() && attempt.failure.with(Option::is_none);
        why.then(|| application::submit_offline(lang.get()).to_owned())
    });
    let submit = Callback::new(move |()| {
        if attempt.busy.get_untracked() || untrack(|| blocked.get()).is_some() {
            return;
        }
        draft.attempted.set(true);
        tries.update(|tries| *tries += 1);
        if blocking.get_untracked() > 0 {
            return;
        }
        let (api, navigate) = (api.clone(), navigate.clone());
        let status = path::application_status(&draft.id());
        spawn_local(async move {
            if let Some(receipt) = attempt.send(&api).await {
                announcer.announce(application::submitted(lang.get_untracked(), &receipt));
                // Whoever went elsewhere meanwhile is not taken away from there.
                if attempt.busy.try_get_untracked().is_none() {
                    return;
                }
                navigate(
                    &status,
                    NavigateOptions {
                        resolve: false,
                        ..NavigateOptions::default()
                    },
                );
            }
        });
    });
    let chord = window_event_listener(leptos::ev::keydown, move |ev| {
        if ime::is_submit_chord(&ev) {
            ev.prevent_default();
            submit.run(());
        }
    });
    on_cleanup(move || chord.remove());
    let again = Memo::new(move |_| {
        draft
            .detail
            .with(|detail| !detail.application.rounds.is_empty())
    });
    view! {
        <Panel title=tell(|lang| text::part(lang, domain::subject::Part::Check).to_owned())>
            <Blockers tries/>
            <Question field=Field::Declared/>
            <Covers again/>
            <p class="hint">{say(application::review_time)}{" "}{say(application::take_back)}</p>
            <Act again attempt blocked submit/>
        </Panel>
    }
}

/// The button, why it cannot be pressed with success yet, and how the last attempt went.
#[component]
fn Act(
    again: Memo<bool>,
    attempt: Attempt,
    blocked: Signal<Option<String>>,
    submit: Callback<()>,
) -> impl IntoView {
    let blocking = Memo::new(move |_| attempt.draft.blocking());
    let label = tell(move |lang| {
        if again.get() {
            application::resubmit_button(lang)
        } else {
            application::submit_button(lang)
        }
        .to_owned()
    });
    let busy_label = say(application::submitting);
    let why = tell(move |lang| application::submit_blocked(lang, blocking.get()));
    view! {
        <div class="row">
            <Button
                label
                kind=ButtonKind::Primary
                busy=attempt.busy
                busy_label=Signal::derive(move || Some(busy_label.get()))
                blocked
                on_press=submit
            />
            <Show when=move || { blocking.get() > 0 }>
                <span class="button-why">{move || why.get()}</span>
            </Show>
        </div>
        {move || attempt.failure.get().map(|failure| view! { <FailureNote failure/> })}
        <Show when=move || attempt.unsaved.get()>
            <p class="error-line" role="status">{say(application::submit_unsaved)}</p>
        </Show>
    }
}

impl Attempt {
    /// Saves what is left, then submits. Gives the receipt number when it was accepted.
    async fn send(self, api: &Api) -> Option<String> {
        let Attempt {
            draft,
            busy,
            failure,
            unsaved,
        } = self;
        let by = api.user.get_untracked()?;
        let id = draft.id();
        busy.set(true);
        failure.set(None);
        unsaved.set(false);
        let Some(version) = draft.saved().await else {
            let _ = (busy.try_set(false), unsaved.try_set(true));
            return None;
        };
        let key = intention::key(&by, &id, version);
        let answer = api.note(
            api.client()
                .application_submit(&id, with(version, &key))
                .await,
        );
        let _ = busy.try_set(false);
        let error = match answer {
            Ok(reply) => {
                intention::forget(&by, &id);
                return Some(reply.body.application.receipt.unwrap_or_default());
            }
            Err(error) => error,
        };
        if error.is_final() {
            intention::forget(&by, &id);
        }
        if matches!(
            error.kind(),
            Some(Kind::Stale { .. } | Kind::WrongState { .. })
        ) {
            draft.refresh().await;
        }
        let _ = failure.try_set(Some(error));
        None
    }
}

/// Which items the reviewer will look at this time.
#[component]
fn Covers(again: Memo<bool>) -> impl IntoView {
    let draft = use_draft();
    let items = Memo::new(move |_| {
        let approved = draft.locked_items();
        draft.form.with(|form| {
            let asked =
                |item: &Item| form.item(*item).stage != Stage::NotUsed && !approved.contains(item);
            Item::ALL.into_iter().filter(asked).collect::<Vec<_>>()
        })
    });
    let words = tell(move |lang| {
        let names: Vec<&str> = items
            .get()
            .into_iter()
            .map(|item| text::item_short(lang, item))
            .collect();
        application::submit_covers(lang, &text::join(lang, &names))
    });
    move || {
        (again.get() && items.with(|items| !items.is_empty()))
            .then(|| view! { <p>{move || words.get()}</p> })
    }
}

/// What blocks, with links to the places; focus goes here at each attempt.
#[component]
fn Blockers(tries: RwSignal<u32>) -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let node = NodeRef::<html::Div>::new();
    let to = link(draft);
    let found = Memo::new(move |_| {
        let blocking = |all: &Vec<domain::finding::Finding>| {
            all.iter()
                .filter(|finding| finding.weight == Weight::Blocks)
                .cloned()
                .collect::<Vec<_>>()
        };
        if tries.get() > 0 {
            draft.findings.with(blocking)
        } else {
            Vec::new()
        }
    });
    // An effect, because focus is not part of the view.
    Effect::new(move || {
        tries.track();
        if let Some(summary) = node.get() {
            // Refused only where it is not shown.
            let _ = summary.focus();
        }
    });
    let title = tell(move |lang| shell::to_fix(lang, found.with(Vec::len)));
    let row = move |finding: domain::finding::Finding| {
        let words = text::finding(lang.get(), &finding);
        match to.run(finding) {
            Some(href) => view! { <li><a href=href>{words}</a></li> }.into_any(),
            None => view! { <li>{words}</li> }.into_any(),
        }
    };
    let any = Memo::new(move |_| found.with(|found| !found.is_empty()));
    view! {
        <Show when=move || any.get()>
            <div class="error-summary" role="alert" tabindex="-1" node_ref=node>
                <h2>{move || title.get()}</h2>
                <ul>{move || found.get().into_iter().map(row).collect_view()}</ul>
            </div>
        </Show>
    }
}
