//! Before it is sent: exactly what the applicant will read. And after: that it was sent, and what comes next.

use contract::body::{ReviewDetail, ReviewQuery};
use contract::{Failure, Kind, Tagged};
use domain::id::ApplicationId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use text::screens::{review, status};
use ui::{Button, ButtonKind, LinkButton, Note, NoteTone, Panel, ime, use_announcer};

use super::decision::blocked;
use super::desk::{Desk, current};
use crate::act::{Act, use_act};
use crate::api::{use_api, with};
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use crate::parts::verdict::{Judged, VerdictList, tally};
use crate::path;

/// The check step.
#[component]
pub(super) fn Check(answer: Tagged<ReviewDetail>, desk: Desk) -> impl IntoView {
    let Tagged {
        body: detail,
        version,
        ..
    } = answer;
    let act = use_act();
    let Some(round) = current(&detail.application).cloned() else {
        return ().into_any();
    };
    let id = detail.application.id.clone();
    let back = path::review(&id);
    let (unfinished, offline) = (blocked(desk), use_offline());
    let blocked = Signal::derive(move || unfinished.get().or_else(|| offline.get()));
    let send = {
        let send = sender(id, version, desk, act);
        Callback::new(move |()| {
            if blocked.with_untracked(Option::is_none) {
                send.run(());
            }
        })
    };
    let judged = move || {
        let decision = desk.decision();
        let items = round.covers.iter().map(|item| Judged {
            item: *item,
            stage: round.document.form.item(*item).stage,
            verdict: decision.verdicts.get(item).cloned(),
        });
        view! { <VerdictList items=items.collect()/> }
    };
    let counts = tell(move |lang| {
        let decision = desk.decision();
        let (approved, held, rejected) = tally(decision.verdicts.values());
        review::send_counts(lang, approved, held, rejected)
    });
    let general = say(status::general_words);
    let busy_label = {
        let words = say(review::sending);
        Signal::derive(move || Some(words.get()))
    };
    view! {
        <div
            class="group"
            on:keydown=move |ev| {
                if ime::is_submit_chord(&ev) {
                    ev.prevent_default();
                    send.run(());
                }
            }
        >
            <Panel title=say(review::sees)>
                <Show when=move || !desk.words().trim().is_empty()>
                    <p class="hint">{move || general.get()}</p>
                    <p class="pre">{move || desk.words()}</p>
                </Show>
                {judged}
            </Panel>
            <p>{move || counts.get()}</p>
            <div class="row">
                <Button label=say(review::send_button) kind=ButtonKind::Primary busy=act.busy busy_label blocked on_press=send/>
                <LinkButton label=say(review::back_button) href=Signal::stored(back)/>
            </div>
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </div>
    }
    .into_any()
}

/// Sends what is written. A decision that comes too late changes nothing, here or there.
fn sender(id: ApplicationId, version: u64, desk: Desk, act: Act) -> Callback<()> {
    let (navigate, announcer, lang) = (use_navigate(), use_announcer(), use_lang());
    let back = path::review(&id);
    Callback::new(move |()| {
        let (id, decision) = (id.clone(), untrack(|| desk.decision()));
        let (navigate, back) = (navigate.clone(), back.clone());
        act.run(
            move |client, key| async move {
                let with = with(version, &key);
                client.review_decide(&id, &decision, with).await
            },
            move |answer| match answer {
                Ok(answer) => {
                    announcer.announce(review::sent(lang.get_untracked()));
                    desk.arrive(answer);
                    let options = NavigateOptions {
                        resolve: false,
                        replace: true,
                        ..NavigateOptions::default()
                    };
                    navigate(&back, options);
                }
                Err(failure) if is_too_late(&failure) => desk.overtake(),
                // Shown beside the button.
                Err(_) => {}
            },
        );
    })
}

/// Whether the application is no longer as the reviewer saw it.
pub(super) fn is_too_late(failure: &Failure) -> bool {
    matches!(
        failure.kind(),
        Some(Kind::Stale { .. } | Kind::WrongState { .. })
    )
}

/// That the decision has arrived, and the next application that waits.
#[component]
pub(super) fn Sent(desk: Desk) -> impl IntoView {
    view! {
        <Show when=move || desk.is_sent()><Arrived/></Show>
    }
}

#[component]
fn Arrived() -> impl IntoView {
    let api = use_api();
    let queue = Loaded::new(move || {
        let client = api.client();
        async move { client.review_list(&ReviewQuery::default()).await }
    });
    let (words, empty) = (say(review::sent), say(review::queue_empty));
    let next = move || {
        queue.get().map(|answer| match answer.body.rows.first() {
            Some(row) => {
                let name = row.application.app.name.clone();
                view! {
                    <LinkButton
                        label=say(review::next_button)
                        hidden=Signal::stored(Some(name))
                        href=Signal::stored(path::review(&row.application.id))
                    />
                }
                .into_any()
            }
            None => view! { <span>{move || empty.get()}</span> }.into_any(),
        })
    };
    view! {
        <Note tone=NoteTone::Ok>
            <p>{move || words.get()}</p>
            <div class="row">{next}<LinkButton label=say(review::queue_title) href=Signal::stored(path::reviews())/></div>
        </Note>
    }
}
