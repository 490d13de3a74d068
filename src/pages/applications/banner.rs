//! What has to be known before filling anything in: why it can only be read, what was changed elsewhere, what was returned.

use domain::application::Status;
use domain::merge::changed;
use domain::policy::{Operation, may};
use domain::role::{AppRole, RoleWanted};
use leptos::prelude::*;
use text::screens::{application, errors, shell};
use ui::{CopyButton, LinkButton, Note, NoteTone, Panel, SummaryList, SummaryRow};

use super::draft::{Draft, use_draft};
use crate::lang::{say, tell, use_lang};
use crate::parts::answers::said;
use crate::parts::conflict::ConflictPanel;
use crate::parts::role_request::{Asset, RoleRequestButton};
use crate::path;

/// The notes above the form.
#[component]
pub fn Banner() -> impl IntoView {
    let draft = use_draft();
    let channels = draft
        .detail
        .with_untracked(|detail| detail.document.channels.clone());
    let role = Memo::new(move |_| draft.detail.with(|detail| detail.role));
    let status = Memo::new(move |_| draft.status());
    view! {
        {move || (!may(Operation::ApplicationSave, role.get())).then(|| view! { <BelowEditor role=role.get()/> })}
        {move || closed(draft, status.get())}
        <KeptBack/>
        <ConflictPanel
            conflicts=draft.conflicts
            channels=Signal::stored(channels)
            who=draft.merged_with
            on_choose=move |(n, keep_mine)| draft.choose(n, keep_mine)
            on_settle=move |()| draft.settle_conflicts()
        />
        {move || merged(draft)}
    }
}

/// What could not be saved before the application was closed to the one who wrote it: to be read and copied.
#[component]
fn KeptBack() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let answers = Memo::new(move |_| {
        let lang = lang.get();
        let channels = draft.detail.with(|detail| detail.document.channels.clone());
        draft.kept_back.with(|all| {
            let answers = all.iter().flat_map(|kept| {
                let fields = changed(&kept.base, &kept.mine).into_iter();
                fields.map(|field| {
                    let words = said(lang, &kept.mine, &channels, &field);
                    (text::field(lang, &field), words)
                })
            });
            answers.collect::<Vec<_>>()
        })
    });
    let row = |(field, words): (String, String)| {
        view! {
            <SummaryRow term=Signal::stored(field)>
                <span class="pre">{words}</span>
            </SummaryRow>
        }
    };
    let all = Signal::derive(move || {
        let lines = answers.get().into_iter();
        let lines = lines.map(|(field, words)| format!("{field}: {words}"));
        lines.collect::<Vec<_>>().join("\n")
    });
    view! {
        <Show when=move || draft.kept_back.with(|all| !all.is_empty())>
            <Note tone=NoteTone::Warn live=true><p>{say(application::kept_back)}</p></Note>
            <Panel title=say(application::kept_back_title)>
                <SummaryList>{move || answers.get().into_iter().map(row).collect_view()}</SummaryList>
                <div class="row">
                    <CopyButton
                        label=say(application::kept_back_copy_button)
                        value=all
                        done=say(shell::copied)
                        failed=say(shell::not_copied)
                    />
                </div>
            </Panel>
        </Show>
    }
}

/// Below editor: what the role is, and who can give a higher one. `#8`.
#[component]
fn BelowEditor(role: AppRole) -> impl IntoView {
    let detail = use_draft().detail.get_untracked();
    let owner = detail.owner.clone();
    let words = tell(move |lang| {
        format!(
            "{} {}",
            errors::needs_editor(lang, text::app_role(lang, role)),
            errors::ask_owner(lang, &owner)
        )
    });
    let asset = Asset {
        wanted: RoleWanted::AppEditor {
            app: detail.application.app,
        },
        name: detail.document.app.name,
        decider: Some(detail.owner),
        requested: false,
    };
    view! {
        <Note>
            <p>{say(application::read_only)}</p>
            <p>{move || words.get()}</p>
            <RoleRequestButton asset/>
        </Note>
    }
}

/// Under review or approved: read only, and where to follow it.
fn closed(draft: Draft, status: Status) -> Option<impl IntoView> {
    let words: fn(text::Lang) -> &'static str = match status {
        Status::Approved => application::closed_approved,
        status if status.is_under_review() => application::closed_review,
        _ => return None,
    };
    let href = path::application_status(&draft.id());
    Some(view! {
        <Note>
            <p>{say(words)}</p>
            <div class="row"><LinkButton label=say(application::to_status_button) href/></div>
        </Note>
    })
}

/// Somebody else's changes came in and touched nothing of mine.
fn merged(draft: Draft) -> Option<impl IntoView> {
    let who = draft
        .merged_with
        .get()
        .filter(|_| draft.conflicts.with(Vec::is_empty))?;
    let words = tell(move |lang| application::merged(lang, &who));
    Some(view! { <Note live=true><p>{move || words.get()}</p></Note> })
}
