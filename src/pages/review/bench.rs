//! The bench: the request, what proves it, and the decision, each in its own region.

use contract::Tagged;
use contract::body::ReviewDetail;
use domain::application::Status;
use domain::consent_screen::{Facts, outcome};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use text::Lang;
use text::screens::{review, shell};
use ui::{Button, ButtonKind, Disclosure, Note, NoteTone, SkeletonShape, ids, use_announcer};

use super::decision::Decision;
use super::desk::{Desk, current};
use super::file::Proofs;
use super::request::Request;
use super::send::{Check, Sent, is_too_late};
use crate::act::use_act;
use crate::api::{use_api, with};
use crate::data::{Loaded, missing, use_application};
use crate::lang::{say, tell, use_lang};
use crate::layout::{Crumb, Page, focus_heading};
use crate::parts::consent_screen::{ConsentScreen, Trial};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use crate::parts::status_tag::StatusTag;
use crate::parts::when::{WhenForm, words};
use crate::path;
use crate::session::use_session;

/// One application, for the reviewer.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let (api, application, query) = (use_api(), use_application(), use_query_map());
    let loaded = Loaded::new(move || {
        let (client, id) = (api.client(), application.get());
        async move {
            match id {
                Some(id) => client.review_get(&id).await,
                None => Err(missing()),
            }
        }
    });
    let desk = Desk::new(loaded);
    let checking = Memo::new(move |_| query.read().get("step").as_deref() == Some("check"));
    let title = tell(move |lang| match loaded.get() {
        Some(answer) => {
            let receipt = answer.body.application.receipt.unwrap_or_default();
            if checking.get() {
                review::send_title(lang).to_owned()
            } else {
                review::title(lang, &receipt)
            }
        }
        None => review::region_verdict(lang).to_owned(),
    });
    let tag = move || {
        move || {
            loaded.get().map(|answer| {
                view! { <StatusTag status=answer.body.application.status/> }
            })
        }
    };
    // An effect, because focus is not part of the view: the step changes the page without a new one being opened.
    Effect::new(move |before: Option<bool>| {
        let now = checking.get();
        if before.is_some_and(|before| before != now) {
            focus_heading();
        }
        now
    });
    let crumbs = vec![Crumb {
        href: path::reviews(),
        label: say(review::queue_title),
    }];
    view! {
        <Page title crumbs actions=tag>
            <Overtaken desk/>
            <Sent desk/>
            {loaded.view(SkeletonShape::Cards, move |answer| {
                move || {
                    let answer = answer.clone();
                    let decidable = answer.body.application.status == Status::InReview && !answer.body.own;
                    if checking.get() && decidable {
                        view! { <Check answer desk/> }.into_any()
                    } else {
                        view! { <Bench answer desk/> }.into_any()
                    }
                }
            })}
        </Page>
    }
}

/// The applicant was faster: nothing was sent, and what was written is still here.
#[component]
fn Overtaken(desk: Desk) -> impl IntoView {
    let status = move || {
        desk.loaded
            .get()
            .map(|answer| answer.body.application.status)
    };
    let text = tell(move |lang| {
        if status() == Some(Status::Withdrawn) {
            review::changed(lang)
        } else {
            review::overtaken(lang)
        }
        .to_owned()
    });
    view! {
        <Show when=move || desk.is_overtaken()>
            <Note tone=NoteTone::Warn live=true><p>{move || text.get()}</p></Note>
        </Show>
    }
}

#[component]
fn Bench(answer: Tagged<ReviewDetail>, desk: Desk) -> impl IntoView {
    let detail = answer.body.clone();
    let round = current(&detail.application).cloned();
    let number = detail.application.rounds.len();
    let lead = round.as_ref().map(|round| {
        let (app, company, at) = (
            round.document.app.name.clone(),
            round.document.app.company.clone(),
            round.submitted_at,
        );
        tell(move |lang| {
            format!(
                "{company} / {app} · {} · {}",
                review::round(lang, number),
                words(lang, at, WhenForm::Table)
            )
        })
    });
    let screen = round.map(|round| outcome(&round.document, &Facts::default()));
    let lang: Signal<Lang> = use_lang().into();
    let (asked, opening) = (detail.clone(), answer.clone());
    view! {
        {lead.map(|lead| view! { <p class="lead">{move || lead.get()}</p> })}
        <Opening answer=opening desk/>
        <div class="bench">
            <Region name=review::region_request><Request detail=asked desk/></Region>
            <Region name=review::region_evidence>
                <Proofs detail/>
                {screen.map(|screen| view! {
                    <Disclosure summary=say(review::consent_screen)>
                        <ConsentScreen trial=Trial::new(Memo::new(move |_| screen.clone())) lang/>
                    </Disclosure>
                })}
            </Region>
            <Region name=review::region_verdict><Decision answer desk/></Region>
        </div>
    }
}

/// One of the three regions, with its name as a heading.
#[component]
fn Region(name: fn(Lang) -> &'static str, children: Children) -> impl IntoView {
    let (id, heading) = (ids::fresh("region"), say(name));
    view! {
        <section class="panel" aria-labelledby=id>
            <h2 id=id.clone()>{move || heading.get()}</h2>
            {children()}
        </section>
    }
}

/// Who has it open, and the way to open it oneself.
#[component]
fn Opening(answer: Tagged<ReviewDetail>, desk: Desk) -> impl IntoView {
    let Tagged {
        body: detail,
        version,
        ..
    } = answer;
    let application = detail.application;
    if detail.own {
        let text = say(review::own);
        return view! { <Note><p>{move || text.get()}</p></Note> }.into_any();
    }
    let me = use_session().me().map(|me| me.user.id);
    let opened = current(&application).and_then(|round| round.opened.clone());
    let mine = opened
        .as_ref()
        .is_some_and(|opened| Some(&opened.by) == me.as_ref());
    if !application.status.is_under_review() || mine {
        return ().into_any();
    }
    let taken = opened.map(|opened| {
        let name = detail
            .names
            .get(&opened.by)
            .cloned()
            .unwrap_or_else(|| opened.by.to_string());
        tell(move |lang| review::opened(lang, &name, &words(lang, opened.at, WhenForm::Table)))
    });
    let (act, announcer, lang) = (use_act(), use_announcer(), use_lang());
    let open = Callback::new(move |()| {
        let id = application.id.clone();
        act.run(
            move |client, key| async move { client.review_open(&id, with(version, &key)).await },
            move |answer| match answer {
                Ok(answer) => {
                    announcer.announce(review::started(lang.get_untracked()));
                    desk.loaded.set(answer);
                    focus_heading();
                }
                // The applicant was faster; the new state says what can be done now.
                Err(failure) if is_too_late(&failure) => desk.loaded.reload(),
                // Shown beside the button.
                Err(_) => {}
            },
        );
    });
    let label = say(if taken.is_some() {
        review::take_over_button
    } else {
        review::open_button
    });
    let hint = say(review::open_hint);
    view! {
        {taken.map(|text| view! { <Note><p>{move || text.get()}</p></Note> })}
        <div class="row">
            <Button label kind=ButtonKind::Primary busy=act.busy busy_label=busy_words() blocked=use_offline() on_press=open/>
            <span class="hint">{move || hint.get()}</span>
        </div>
        {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
    .into_any()
}

fn busy_words() -> ui::MaybeText {
    let text = say(shell::loading);
    Signal::derive(move || Some(text.get()))
}
