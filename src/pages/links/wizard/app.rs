//! The first step: which app. The one already used for Kakao Login is proposed, and another one warned against. `#10`.

use contract::body::{AppRow, Group, ListQuery};
use domain::id::AppId;
use domain::link::LINKS_MAX;
use domain::role::RoleWanted;
use leptos::prelude::*;
use text::screens::{apps, links, shell};
use ui::{
    Button, ButtonKind, Disclosure, EmptyState, Fieldset, Note, NoteTone, SkeletonShape, ime,
};
use web_sys::KeyboardEvent;

use super::finder::{Finder, FinderField, GrowButton, nothing_found};
use super::growing::Growing;
use super::pick::PickApp;
use super::place::{Place, Wizard};
use super::{Missing, StepPage};
use crate::api::use_api;
use crate::lang::{say, tell, use_lang};
use crate::parts::reasons::{ReasonList, remedy_for};
use crate::parts::role_request::Asset;
use crate::path::LinkStep;

/// From so many apps on, a search field helps.
const SEARCH_FROM: usize = 8;

/// The step.
#[component]
pub fn AppStep(wizard: Wizard) -> impl IntoView {
    let lang = use_lang();
    let finder = Finder::new();
    let (usable, other) = (list(finder, Group::Usable), list(finder, Group::Other));
    let rows = Memo::new(move |_| ordered(usable.rows()));
    propose(wizard, finder, rows);

    let tried = RwSignal::new(0_u32);
    let words = Signal::derive(move || {
        let place = wizard.place.get();
        let full = rows.with(|rows| {
            rows.iter()
                .any(|row| place.app.as_ref() == Some(&row.app.id) && row.links >= LINKS_MAX)
        });
        let missing = place.app.is_none() || full;
        (tried.get() > 0 && missing).then(|| links::choose_app(lang.get()).to_owned())
    });
    let missing = Missing {
        words,
        attempt: tried,
        group: "apps",
    };
    let next = Callback::new(move |()| {
        tried.update(|n| *n += 1);
        if words.get_untracked().is_none() {
            wizard.go(LinkStep::Channels);
        }
    });
    let keys = move |ev: KeyboardEvent| {
        if ime::is_submit_chord(&ev) {
            next.run(());
        }
    };
    let many = Memo::new(move |_| {
        usable.count() >= SEARCH_FROM || finder.asked.with(|asked| !asked.is_empty())
    });
    let found =
        tell(move |lang| usable.counted(lang, (shell::results, shell::results_many), finder));
    view! {
        <StepPage wizard step=LinkStep::App title=say(links::app_title) missing>
            <div class="group" on:keydown=keys>
                <Note><p>{say(links::app_keep_login)}</p><p>{say(links::app_no_new)}</p></Note>
                <Show when=move || many.get()>
                    <FinderField finder label=say(apps::search) found/>
                </Show>
                {usable.first.view(SkeletonShape::Rows, move |_| view! { <Choice wizard finder rows words/> })}
                <GrowButton list=usable/>
                <Others other finder/>
                <Bar wizard rows next/>
            </div>
        </StepPage>
    }
}

fn list(finder: Finder, group: Group) -> Growing<AppRow> {
    let api = use_api();
    Growing::new(move |cursor| {
        let (client, query) = (
            api.client(),
            ListQuery {
                q: finder.asked.get(),
                group,
                cursor,
                ..ListQuery::default()
            },
        );
        Box::pin(async move { client.app_list(&query).await })
    })
}

/// Those with room first, and among them those already used for Kakao Login; otherwise as the server has them.
fn ordered(mut rows: Vec<AppRow>) -> Vec<AppRow> {
    rows.sort_by_key(|row| (row.links >= LINKS_MAX, !row.app.kakao_login));
    rows
}

/// Chooses the app that is most likely meant, when nothing was chosen: the one used for Kakao Login, or the only one.
/// Where several are equally likely, nobody's choice is anticipated.
fn propose(wizard: Wizard, finder: Finder, rows: Memo<Vec<AppRow>>) {
    // An effect, because the choice stands in the address, which is outside the view.
    Effect::new(move || {
        let rows = rows.get();
        let place = wizard.here();
        let searching = finder.asked.with_untracked(|asked| !asked.is_empty());
        if place.app.is_some() || place.step != LinkStep::App || searching {
            return;
        }
        let with_room: Vec<&AppRow> = rows.iter().filter(|row| row.links < LINKS_MAX).collect();
        let with_login: Vec<&AppRow> = with_room
            .iter()
            .copied()
            .filter(|row| row.app.kakao_login)
            .collect();
        if let [row] = with_login[..] {
            wizard.choose(Place {
                app: Some(row.app.id.clone()),
                ..place
            });
        } else if let [row] = with_room[..] {
            wizard.choose(Place {
                app: Some(row.app.id.clone()),
                ..place
            });
        }
    });
}

/// The radio buttons, or why there are none.
#[component]
fn Choice(
    wizard: Wizard,
    finder: Finder,
    rows: Memo<Vec<AppRow>>,
    words: ui::MaybeText,
) -> impl IntoView {
    let lang = use_lang();
    let nothing = nothing_found(finder);
    let none = tell(move |lang| {
        nothing
            .get()
            .unwrap_or_else(|| links::app_none_title(lang).to_owned())
    });
    let hint = Signal::derive(move || {
        let only_one = finder.asked.with(String::is_empty) && rows.with(Vec::len) == 1;
        only_one.then(|| links::app_only_one(lang.get()).to_owned())
    });
    let picks = move || {
        let view_one = |row: AppRow| {
            let id = row.app.id.clone();
            let picked = {
                let id = id.clone();
                Signal::derive(move || wizard.place.with(|place| place.app.as_ref() == Some(&id)))
            };
            let on_pick = Callback::new(move |()| {
                wizard.choose(Place {
                    app: Some(id.clone()),
                    ..wizard.here()
                });
            });
            view! { <PickApp row picked on_pick/> }
        };
        rows.get().into_iter().map(view_one).collect_view()
    };
    let warned = Memo::new(move |_| {
        rows.with(|rows| is_new_beside_old(rows, wizard.place.get().app.as_ref()))
    });
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! { <EmptyState title=none/> }>
            <Fieldset legend=say(links::app_legend) id="apps" error=words hint>
                <ul class="pick-list">{picks}</ul>
            </Fieldset>
        </Show>
        <Show when=move || warned.get()>
            <Note tone=NoteTone::Warn live=true><p>{say(links::app_new_warning)}</p></Note>
        </Show>
    }
}

/// Whether the chosen app is not used for Kakao Login although another one of the same business is.
fn is_new_beside_old(rows: &[AppRow], chosen: Option<&AppId>) -> bool {
    let number = |row: &AppRow| row.app.business.as_ref().map(|business| business.number);
    let chosen = rows
        .iter()
        .find(|row| Some(&row.app.id) == chosen && !row.app.kakao_login);
    chosen.is_some_and(|new| {
        rows.iter()
            .any(|row| row.app.kakao_login && number(row) == number(new))
    })
}

/// The apps that cannot be picked, each with every reason.
#[component]
fn Others(other: Growing<AppRow>, finder: Finder) -> impl IntoView {
    let summary = tell(move |lang| {
        let words = (
            links::apps_not_choosable as _,
            links::apps_not_choosable_many as _,
        );
        other.counted(lang, words, finder)
    });
    let rows = move || other.rows().into_iter().map(not_choosable).collect_view();
    let any = Memo::new(move |_| other.count() > 0);
    view! {
        <Show when=move || any.get()>
            <Disclosure summary>
                <ul class="pick-list">{rows}</ul>
                <GrowButton list=other/>
            </Disclosure>
        </Show>
    }
}

fn not_choosable(row: AppRow) -> impl IntoView {
    let asset = Asset {
        wanted: RoleWanted::AppEditor { app: row.app.id },
        name: row.app.name.clone(),
        decider: Some(row.owner),
        requested: row.requested,
    };
    view! { <li class="group"><strong>{row.app.name}</strong><ReasonList reasons=row.reasons action=remedy_for(asset)/></li> }
}

/// What is chosen, also when a search hides it, and the way on.
#[component]
fn Bar(wizard: Wizard, rows: Memo<Vec<AppRow>>, next: Callback<()>) -> impl IntoView {
    let words = tell(move |lang| {
        let Some(app) = wizard.place.get().app else {
            return links::app_not_chosen(lang).to_owned();
        };
        let name = rows.with(|rows| {
            rows.iter()
                .find(|row| row.app.id == app)
                .map(|row| row.app.name.clone())
        });
        name.map_or_else(
            || links::app_chosen_elsewhere(lang).to_owned(),
            |name| links::app_chosen(lang, &name),
        )
    });
    view! {
        <div class="sticky-bar">
            <p role="status">{move || words.get()}</p>
            <Button label=say(links::to_channels_button) kind=ButtonKind::Primary on_press=next/>
        </div>
    }
}
