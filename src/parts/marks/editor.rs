//! Marking a file: pick an item, then draw its place, put a box in the middle, or only say which words are there.

use domain::evidence::Mark;
use domain::form::MARKS_MAX;
use domain::item::Item;
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, marks};
use ui::{Announcer, Button, Choice, SelectField, ids, use_announcer};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::layer::{Layer, fresh};
use super::list::MarkRows;
use super::place::Place;
use super::{name, words};
use crate::lang::{say, tell, use_lang};

/// The marks of one file while they are edited. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub marks: Signal<Vec<Mark>>,
    /// A file of pages: there is no picture to draw on.
    pub paged: bool,
    change: Callback<Vec<Mark>>,
    items: Signal<Vec<Item>>,
    picked: RwSignal<String>,
    id: StoredValue<String>,
}

impl Board {
    /// The item to mark next; tracked.
    pub(super) fn item(self) -> Option<Item> {
        self.picked.with(|key| Item::from_key(key))
    }

    /// A mark; tracked.
    pub(super) fn mark(self, n: usize) -> Option<Mark> {
        self.marks.with(|marks| marks.get(n).cloned())
    }

    /// Whether there is no room for another; tracked.
    pub(super) fn is_full(self) -> bool {
        self.marks.with(|marks| marks.len() >= MARKS_MAX)
    }

    /// Changes one mark.
    pub(super) fn edit(self, n: usize, change: impl FnOnce(&mut Mark)) {
        let mut all = self.marks.get_untracked();
        if let Some(mark) = all.get_mut(n) {
            change(mark);
            self.change.run(all);
        }
    }

    /// Puts a mark elsewhere.
    pub(super) fn put(self, n: usize, at: Place) {
        self.edit(n, |mark| *mark = at.put(mark));
    }

    /// Marks the picked item there, says so, and goes on to the next item without a mark.
    pub(super) fn add(self, at: Place, announcer: Announcer, lang: Lang) {
        let Some(item) = untrack(|| self.item()).filter(|_| !untrack(|| self.is_full())) else {
            return;
        };
        let mut all = self.marks.get_untracked();
        let (n, mark) = (all.len(), fresh(item, at));
        announcer.announce(marks::added(
            lang,
            &name(lang, n, &mark),
            &words(lang, &mark, self.paged),
        ));
        all.push(mark);
        let marked = |item: &Item| all.iter().any(|mark| mark.item == *item);
        let next = self.items.with_untracked(|items| {
            let later = items.iter().skip_while(|one| **one != item);
            later.chain(items.iter()).find(|one| !marked(one)).copied()
        });
        self.picked
            .set(next.map(|item| item.key().to_owned()).unwrap_or_default());
        self.change.run(all);
        if at == Place::whole() {
            focus_soon(self.words_id(n));
        } else {
            self.focus_mark(n);
        }
    }

    /// Removes a mark and says so; focus goes to the one that takes its place.
    pub(super) fn remove(self, n: usize, announcer: Announcer, lang: Lang) {
        let mut all = self.marks.get_untracked();
        if n >= all.len() {
            return;
        }
        let gone = all.remove(n);
        announcer.announce(marks::removed(lang, &name(lang, n, &gone)));
        let left = all.len();
        self.change.run(all);
        if left == 0 {
            focus_soon(self.part_id("item"));
        } else {
            focus_soon(self.words_id(n.min(left - 1)));
        }
    }

    /// Moves focus to a mark once it is drawn.
    pub(super) fn focus_mark(self, n: usize) {
        focus_soon(self.mark_id(n));
    }

    /// The id of a mark over the picture.
    pub(super) fn mark_id(self, n: usize) -> String {
        self.part_id(&format!("mark-{n}"))
    }

    /// The id of the field for the words of a mark.
    pub(super) fn words_id(self, n: usize) -> String {
        self.part_id(&format!("words-{n}"))
    }

    fn part_id(self, part: &str) -> String {
        self.id.with_value(|id| format!("{id}-{part}"))
    }
}

/// The marks of a file, to be made and changed.
#[component]
pub fn MarkEditor(
    /// The marks.
    marks: Signal<Vec<Mark>>,
    /// Receives all of them after a change.
    change: Callback<Vec<Mark>>,
    /// The items that can be marked.
    items: Signal<Vec<Item>>,
    /// The file's name.
    name: Signal<String>,
    /// The picture to mark on; without one, pages and words are given.
    #[prop(optional_no_strip)]
    picture: Option<AnyView>,
) -> impl IntoView {
    let board = Board {
        marks,
        paged: picture.is_none(),
        change,
        items,
        picked: RwSignal::new(String::new()),
        id: StoredValue::new(ids::fresh("marks")),
    };
    let (title, hint, keys) = (say(marks::title), say(marks::hint), say(marks::keys));
    let drawing = picture.map(|picture| {
        view! {
            <p class="hint">{move || hint.get()}{" "}{move || keys.get()}</p>
            <div class="marked-picture">
                {picture}
                <Layer board name_of_file=name/>
            </div>
        }
    });
    view! {
        <div class="mark-board">
            <p class="strong">{move || title.get()}</p>
            {controls(board)}
            {drawing}
            <MarkRows board/>
        </div>
    }
    .into_any()
}

/// Which item, and the two ways to mark it without a pointer.
fn controls(board: Board) -> AnyView {
    let (announcer, lang) = (use_announcer(), use_lang());
    let options = Signal::derive(move || {
        let lang = lang.get();
        let items = board.items.get();
        let none = Choice::new("", evidence::choose_one(lang));
        std::iter::once(none)
            .chain(
                items
                    .into_iter()
                    .map(|item| Choice::new(item.key(), text::item(lang, item))),
            )
            .collect::<Vec<_>>()
    });
    let first = say(marks::pick_first);
    let full = tell(|lang| marks::full(lang, MARKS_MAX));
    let blocked = Signal::derive(move || {
        if board.is_full() {
            Some(full.get())
        } else {
            board.item().is_none().then(|| first.get())
        }
    });
    let hidden = Signal::derive(move || {
        board
            .item()
            .map(|item| text::item(lang.get(), item).to_owned())
    });
    let add = move |at: Place| board.add(at, announcer, lang.get_untracked());
    let usual = if board.paged {
        Place::whole()
    } else {
        Place::centred()
    };
    let whole = (!board.paged).then(|| {
        view! {
            <Show when=move || blocked.with(Option::is_none)>
                <Button label=say(marks::whole_button) hidden on_press=move |()| add(Place::whole())/>
            </Show>
        }
    });
    view! {
        <div class="row mark-controls">
            <SelectField
                id=board.part_id("item")
                label=say(marks::item)
                options
                value=board.picked
                on_change=move |key| board.picked.set(key)
            />
            <Button label=say(marks::add_button) hidden blocked on_press=move |()| add(usual)/>
            {whole}
        </div>
    }
    .into_any()
}

/// Moves focus to what is drawn by then.
fn focus_soon(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Fails only for what is not in the page any more.
            let _ = element.focus();
        }
    });
}
