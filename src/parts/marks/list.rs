//! The marks beside the picture: number, item, place in words, the words seen there, and the way to remove one.

use leptos::prelude::*;
use text::screens::marks;
use ui::{Button, ButtonKind, InputKind, TextField, use_announcer};

use super::editor::Board;
use super::{name, words};
use crate::lang::{say, tell, use_lang};

/// All marks, in the order in which they were made.
#[component]
pub(super) fn MarkRows(board: Board) -> impl IntoView {
    let count = Memo::new(move |_| board.marks.with(Vec::len));
    view! {
        <ul class="mark-list">
            <For each=move || 0..count.get() key=|n| *n children=move |n| row(board, n)/>
        </ul>
    }
    .into_any()
}

fn row(board: Board, n: usize) -> AnyView {
    let (announcer, lang) = (use_announcer(), use_lang());
    let mark = Memo::new(move |_| board.mark(n));
    let title = tell(move |lang| {
        let mark = mark.get();
        mark.map(|mark| name(lang, n, &mark)).unwrap_or_default()
    });
    let place = tell(move |lang| {
        let mark = mark.get();
        mark.map(|mark| words(lang, &mark, board.paged))
            .unwrap_or_default()
    });
    let seen = Signal::derive(move || mark.get().map(|mark| mark.words).unwrap_or_default());
    let hint = say(marks::words_hint);
    let page = board.paged.then(|| {
        let value = Signal::derive(move || mark.get().map(|mark| mark.page.to_string()).unwrap_or_default());
        let on_input = move |text: String| {
            // Pages are counted from 1; what is no number changes nothing.
            if let Some(page) = text.trim().parse::<u16>().ok().filter(|page| *page > 0) {
                board.edit(n, |mark| mark.page = page);
            }
        };
        view! { <TextField label=say(marks::page) value on_input kind=InputKind::Digits short=true/> }
    });
    view! {
        <li>
            <strong>{move || title.get()}</strong>
            <span class="hint">{move || place.get()}</span>
            {page}
            <TextField
                id=board.words_id(n)
                label=say(marks::words)
                hint=Signal::derive(move || (n == 0).then(|| hint.get()))
                value=seen
                on_input=move |text: String| board.edit(n, |mark| mark.words = text)
            />
            <Button
                label=say(marks::remove_button)
                hidden=Signal::derive(move || Some(title.get()))
                kind=ButtonKind::Link
                on_press=move |()| board.remove(n, announcer, lang.get_untracked())
            />
        </li>
    }
    .into_any()
}
