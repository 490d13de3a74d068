//! What has to be known before filling anything in: why it can only be read, what was changed elsewhere, what was returned.

use domain::application::Status;
use domain::policy::{Operation, may};
use domain::role::{AppRole, RoleWanted};
use leptos::prelude::*;
use text::screens::{application, errors};
use ui::{LinkButton, Note, NoteTone};

use super::draft::{Draft, use_draft};
use crate::lang::{say, tell};
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
    let on_settle = move |keep: Vec<bool>| draft.settle_conflicts(&keep);
    let role = Memo::new(move |_| draft.detail.with(|detail| detail.role));
    let status = Memo::new(move |_| draft.status());
    view! {
        {move || (!may(Operation::ApplicationSave, role.get())).then(|| view! { <BelowEditor role=role.get()/> })}
        {move || closed(draft, status.get())}
        <Show when=move || draft.kept_back.get()>
            <Note tone=NoteTone::Warn live=true><p>{say(application::kept_back)}</p></Note>
        </Show>
        <ConflictPanel
            conflicts=draft.conflicts
            channels=Signal::stored(channels)
            who=draft.merged_with
            on_settle
        />
        {move || merged(draft)}
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
