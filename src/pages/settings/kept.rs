//! What this browser keeps of what one wrote: each to be opened, or saved as a file where it can no longer be opened; and the way to delete it.

use domain::id::{ApplicationId, UserId};
use domain::time::Time;
use leptos::prelude::*;
use serde_json::Value;
use text::screens::{settings, shell};
use ui::{Button, ButtonKind, Dialog, Panel, TableFrame, use_announcer};

use crate::keep::keep_text;
use crate::kept::{Kept, words_of};
use crate::lang::{say, tell, use_lang};
use crate::parts::when::When;
use crate::session::use_session;
use crate::{path, storage};

/// Something kept.
#[derive(Clone, PartialEq)]
struct Words {
    kind: Kept,
    application: ApplicationId,
    /// When it was last typed at, where that is known.
    at: Option<Time>,
    /// The words, as a document that people can read.
    document: String,
}

/// Everything of theirs that can be read. What cannot be is of another version; it is only deleted.
fn all(me: &UserId) -> Vec<Words> {
    let of = |kind: Kept| {
        let names = kind.names(me, "").into_iter();
        names.filter_map(move |name| read(kind, me, &name))
    };
    of(Kept::Draft).chain(of(Kept::Review)).collect()
}

fn read(kind: Kept, me: &UserId, name: &str) -> Option<Words> {
    let rest = name.strip_prefix(&kind.name(me, ""))?;
    let application = ApplicationId::parse(rest.split('.').next()?).ok()?;
    let entry: Value = serde_json::from_slice(storage::get(name)?.as_bytes()).ok()?;
    let words = match kind {
        Kept::Draft => entry.pointer("/kept/mine")?,
        _ => &entry,
    };
    Some(Words {
        kind,
        application,
        at: entry
            .get("at")
            .and_then(|at| serde_json::from_value(at.clone()).ok()),
        document: serde_json::to_string_pretty(words).ok()?,
    })
}

/// The panel.
#[component]
pub fn KeptHere() -> impl IntoView {
    let (session, lang, announcer) = (use_session(), use_lang(), use_announcer());
    let me = Memo::new(move |_| session.me().map(|me| me.user.id));
    let turn = RwSignal::new(0_u32);
    let names = Memo::new(move |_| {
        turn.track();
        me.get().map(|me| words_of(&me)).unwrap_or_default()
    });
    let count = Memo::new(move |_| names.with(Vec::len));
    let deleted = RwSignal::new(None::<usize>);
    let open = RwSignal::new(false);
    let words = tell(move |lang| match (count.get(), deleted.get()) {
        (0, Some(count)) => settings::kept_deleted(lang, count),
        (0, None) => settings::kept_none(lang).to_owned(),
        (count, _) => settings::kept(lang, count),
    });
    let said = NodeRef::<leptos::html::P>::new();
    let delete = move |()| {
        // Counted anew: another tab may have uploaded or added one.
        turn.update(|turn| *turn += 1);
        let names = names.get_untracked();
        for name in &names {
            storage::remove(name);
        }
        turn.update(|turn| *turn += 1);
        deleted.set(Some(names.len()));
        open.set(false);
        announcer.announce(settings::kept_deleted(lang.get_untracked(), names.len()));
        // After the dialog has given focus back to a button that is gone by then.
        request_animation_frame(move || {
            if let Some(said) = said.get_untracked() {
                // Refused only where it is not shown.
                let _ = said.focus();
            }
        });
    };
    let act = move || {
        view! {
            <Button label=say(settings::kept_delete_button) kind=ButtonKind::Danger on_press=delete/>
        }
    };
    let table = move || {
        names.track();
        let all = me.get().map(|me| all(&me)).unwrap_or_default();
        (!all.is_empty()).then(|| table(all))
    };
    view! {
        <Panel title=say(settings::kept_title)>
            <p>{say(settings::kept_explained)}</p>
            <p tabindex="-1" node_ref=said>{words}</p>
            {table}
            <Show when=move || count.get() != 0>
                <div class="row">
                    <Button label=say(settings::kept_delete_button) kind=ButtonKind::Danger on_press=move |()| open.set(true)/>
                </div>
            </Show>
            <Dialog
                open
                title=tell(move |lang| settings::kept_ask(lang, count.get()))
                safe_label=say(shell::cancel_button)
                alert=true
                actions=act
            >
                <p>{say(settings::kept_effect)}</p>
            </Dialog>
        </Panel>
    }
    .into_any()
}

fn table(all: Vec<Words>) -> AnyView {
    let heads = [
        settings::kept_what,
        settings::kept_id,
        settings::session_seen,
    ];
    let head = heads.map(|sentence| {
        let words = say(sentence);
        view! { <th scope="col">{move || words.get()}</th> }
    });
    let last = say(settings::kept_save_button);
    let rows = all.into_iter().map(row).collect_view();
    view! {
        <TableFrame caption=say(settings::kept_caption) stack=true>
            <thead><tr>{head}<th scope="col">{move || last.get()}</th></tr></thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
    .into_any()
}

fn row(words: Words) -> AnyView {
    let failed = RwSignal::new(false);
    let Words {
        kind,
        application: id,
        at,
        document,
    } = words;
    let (what, href, file) = match kind {
        Kept::Review => (
            settings::kept_review as fn(_) -> _,
            path::review(&id),
            "review",
        ),
        _ => (
            settings::kept_draft as fn(_) -> _,
            path::application_overview(&id),
            "draft",
        ),
    };
    let file = format!("{file}-{id}.json");
    let save = move |()| failed.set(keep_text(&file, "application/json", &document).is_err());
    let [id_label, at_label] = [settings::kept_id, settings::session_seen].map(say);
    let (what, not_saved) = (say(what), say(settings::kept_not_saved));
    let hidden = id.to_string();
    view! {
        <tr>
            <th scope="row"><a href=href>{move || what.get()}</a></th>
            <td data-l=move || id_label.get()>{id.to_string()}</td>
            <td data-l=move || at_label.get()>{at.map(|at| view! { <When at/> })}</td>
            <td>
                <Button
                    label=say(settings::kept_save_button)
                    hidden=Signal::stored(Some(hidden))
                    kind=ButtonKind::Plain
                    on_press=save
                />
                <Show when=move || failed.get()><p role="alert">{move || not_saved.get()}</p></Show>
            </td>
        </tr>
    }
    .into_any()
}
