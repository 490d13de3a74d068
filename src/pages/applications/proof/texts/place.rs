//! One place to paste words. They reach the form after a short pause, so that a long text is read once and typing never waits for it.

use std::time::Duration;

use domain::finding::Code;
use domain::form::{PASTED_CHARS_MAX, PastedText, Texts};
use domain::reading::Unreadable;
use domain::subject::Field;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Lang;
use text::screens::{reading, shell};
use ui::{FileDrop, TextArea, use_announcer};
use web_sys::File;

use super::file::words_of;
use crate::lang::{say, tell, use_lang};
use crate::pages::applications::draft::{Draft, use_draft};
use crate::parts::findings::FindingNotes;

/// How long after the last input a text is read.
const PAUSE: Duration = Duration::from_millis(300);

/// What the reading itself shows.
const SAID_BELOW: [Code; 4] = [
    Code::TextUnreadable,
    Code::PolicyPlaceholder,
    Code::PolicyNamesMore,
    Code::PolicySectionsMissing,
];

/// What stands in the place and is not in the form yet.
#[derive(Clone, Copy)]
struct Typed {
    which: PastedText,
    draft: Draft,
    text: RwSignal<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Typed {
    fn type_in(self, text: String) {
        self.text.set(Some(text));
        self.stop();
        let later = set_timeout_with_handle(move || self.settle(), PAUSE);
        self.timer.set_value(later.ok());
    }

    /// Puts it into the form, unless it is too long: then it only stays where it is.
    fn settle(self) {
        self.stop();
        // The place may be gone by now.
        let Some(Some(text)) = self.text.try_get_untracked() else {
            return;
        };
        if text.chars().count() > PASTED_CHARS_MAX {
            return;
        }
        let which = self.which;
        let differs = self
            .draft
            .form
            .try_with_untracked(|form| form.texts.get(which) != text);
        if differs == Some(true) {
            self.draft
                .edit(|form| *place(&mut form.texts, which) = text);
        }
        self.text.set(None);
    }

    fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

/// The place: the words, a file instead, and below what is read in them.
#[component]
pub(super) fn Place(
    which: PastedText,
    label: fn(Lang) -> &'static str,
    hint: fn(Lang) -> &'static str,
    children: Children,
) -> impl IntoView {
    let (draft, field) = (use_draft(), Field::Text(which));
    let typed = Typed {
        which,
        draft,
        text: RwSignal::new(None),
        timer: StoredValue::new(None),
    };
    // Whoever leaves the page in the middle of the pause loses nothing.
    let leaving = window_event_listener(ev::beforeunload, move |_| typed.settle());
    on_cleanup(move || {
        leaving.remove();
        typed.settle();
    });
    let saved = draft.value(move |form| form.texts.get(which).to_owned());
    let value = Signal::derive(move || typed.text.get().unwrap_or_else(|| saved.get()));
    let used = Memo::new(move |_| value.with(|text| text.chars().count()));
    let (too_long, blocked) = (say(reading::too_long), draft.error_at(&field));
    let error = Signal::derive(move || {
        let long = (used.get() > PASTED_CHARS_MAX).then(|| too_long.get());
        long.or_else(|| blocked.get())
    });
    let counter = tell(move |lang| counter(lang, used.get()));
    let below = Signal::derive(move || Some(counter.get()).filter(|words| !words.is_empty()));
    let hint = say(hint);
    let unread = RwSignal::new(None::<Unreadable>);
    let take = taking(typed, unread);
    let drop = move |event: web_sys::DragEvent| {
        let list = event.data_transfer().and_then(|data| data.files());
        let file = list.and_then(|list| list.item(0));
        if let Some(file) = file.filter(|_| !event.default_prevented()) {
            event.prevent_default();
            take.run(vec![file]);
        }
    };
    let lang = use_lang();
    let not_taken =
        Signal::derive(move || Some(text::unreadable(lang.get(), unread.get()?).to_owned()));
    let file_hint = say(reading::file_hint);
    // What was read says the same below, with the words.
    let notes = draft.notes_at(&field);
    let notes = Signal::derive(move || {
        let mut notes = notes.get();
        notes.retain(|finding| !SAID_BELOW.contains(&finding.code));
        notes
    });
    view! {
        <div class="pasted" on:drop=drop>
            <TextArea
                id=field.anchor()
                label=say(label)
                hint=Signal::derive(move || Some(hint.get()))
                value
                on_input=move |text| typed.type_in(text)
                on_blur=move |()| typed.settle()
                error
                below
                rows=6
            />
            <FileDrop
                label=say(reading::file_button)
                hint=Signal::derive(move || Some(file_hint.get()))
                error=not_taken
                on_files=take
                accept=".txt,.html,.htm,.pdf,text/plain,text/html,application/pdf"
            />
            <FindingNotes findings=notes/>
            {children()}
        </div>
    }
    .into_any()
}

/// Takes the words of a file. One that cannot be read changes nothing.
fn taking(typed: Typed, unread: RwSignal<Option<Unreadable>>) -> Callback<Vec<File>> {
    let (announcer, lang) = (use_announcer(), use_lang());
    Callback::new(move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        unread.set(None);
        spawn_local(async move {
            let words = words_of(&file, typed.which).await;
            // The place may be gone by now.
            let Some(lang) = lang.try_get_untracked() else {
                return;
            };
            match words {
                Ok(words) => {
                    typed.text.set(Some(words));
                    typed.settle();
                    announcer.announce(reading::file_read(lang, &file.name()));
                }
                Err(why) => unread.set(Some(why)),
            }
        });
    })
}

/// How much room is left, once there is little.
fn counter(lang: Lang, used: usize) -> String {
    if used * 10 < PASTED_CHARS_MAX * 9 {
        return String::new();
    }
    let mut words = shell::characters(lang, used, PASTED_CHARS_MAX);
    if used > PASTED_CHARS_MAX {
        words.push_str(" – ");
        words.push_str(&shell::too_long_by(lang, used - PASTED_CHARS_MAX));
    }
    words
}

fn place(texts: &mut Texts, which: PastedText) -> &mut String {
    match which {
        PastedText::PrivacyPolicy => &mut texts.privacy_policy,
        PastedText::SignupScreen => &mut texts.signup_screen,
        PastedText::Footer => &mut texts.footer,
    }
}
