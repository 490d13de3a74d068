//! How the login is built: for developers, and folded away, because nobody has to know it to apply.

use domain::form::Form;
use domain::item::Item;
use domain::subject::{Field, LoginField};
use leptos::prelude::*;
use text::Lang;
use text::screens::evidence;
use ui::{Choice, Disclosure, SelectField, TextArea};

use super::said;
use crate::lang::{say, use_lang};
use crate::pages::applications::draft::use_draft;
use crate::parts::findings::FindingNotes;

/// The questions. Unfolded at first when something was answered or found there.
#[component]
pub(super) fn LoginQuestions() -> impl IntoView {
    let draft = use_draft();
    let open = draft
        .form
        .with_untracked(|form| form.login != domain::form::Login::default())
        || draft.findings.with_untracked(|all| {
            all.iter()
                .any(|finding| matches!(finding.subject.field(), Some(Field::Login(_))))
        });
    let lead = say(evidence::login_lead);
    view! {
        <Disclosure summary=say(evidence::login_title) open>
            <p class="hint">{move || lead.get()}</p>
            <Lines
                of=LoginField::RedirectUris
                label=evidence::redirect_uris
                get=|form| &form.login.redirect_uris
                set=|form, lines| form.login.redirect_uris = lines
            />
            <Lines
                of=LoginField::ScopesSent
                label=evidence::scopes_sent
                get=|form| &form.login.scopes_sent
                set=|form, lines| form.login.scopes_sent = lines
            />
            <AccountKey/>
        </Disclosure>
    }
}

/// A list that is written one entry a line. What is typed stays as it is; the form gets the lines that are not empty.
#[component]
fn Lines(
    of: LoginField,
    label: fn(Lang) -> &'static str,
    get: fn(&Form) -> &Vec<String>,
    set: fn(&mut Form, Vec<String>),
) -> impl IntoView {
    let (draft, field) = (use_draft(), Field::Login(of));
    let saved = draft.value(move |form| get(form).clone());
    let typed = RwSignal::new(None::<String>);
    let value = Signal::derive(move || {
        let saved = saved.get();
        typed
            .get()
            .filter(|text| lines(text) == saved)
            .unwrap_or_else(|| saved.join("\n"))
    });
    let on_input = move |text: String| {
        let entries = lines(&text);
        typed.set(Some(text));
        draft.edit(|form| set(form, entries));
    };
    view! {
        <div class="group">
            <TextArea id=field.anchor() label=say(label) hint=said(evidence::one_per_line) value on_input error=draft.error_at(&field)/>
            <FindingNotes findings=draft.notes_at(&field)/>
        </div>
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// By what accounts are told apart. Rule 51.
#[component]
fn AccountKey() -> impl IntoView {
    let (draft, lang, field) = (
        use_draft(),
        use_lang(),
        Field::Login(LoginField::AccountKey),
    );
    let key = draft.value(|form| form.login.account_key);
    let options = Signal::derive(move || {
        let lang = lang.get();
        let items = Item::ALL
            .into_iter()
            .map(|item| Choice::new(item.key(), text::item(lang, item)));
        std::iter::once(Choice::new("", evidence::account_key_number(lang)))
            .chain(items)
            .collect()
    });
    let value = Signal::derive(move || {
        key.get()
            .map(|item| item.key().to_owned())
            .unwrap_or_default()
    });
    let on_change =
        move |word: String| draft.edit(|form| form.login.account_key = Item::from_key(&word));
    view! {
        <div class="group">
            <SelectField id=field.anchor() label=say(evidence::account_key) options value on_change error=draft.error_at(&field)/>
            <FindingNotes findings=draft.notes_at(&field)/>
        </div>
    }
}
