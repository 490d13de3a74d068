//! The marks over the picture: drawn, moved and resized by pointer; moved, resized and removed by keys. The live region says where they are.

use domain::evidence::Mark;
use leptos::prelude::*;
use text::screens::marks;
use ui::use_announcer;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::editor::Board;
use super::place::{Place, STEP, is_whole};
use super::{name, share, words};
use crate::lang::{tell, use_lang};

/// What the pointer does.
#[derive(Clone, Copy)]
enum Drag {
    Draw,
    Move(usize, Place),
    Size(usize, Place),
}

/// A drag under way: where it began, what it does, and the place it would give.
#[derive(Clone, Copy)]
struct Hold {
    from: (i32, i32),
    drag: Drag,
    now: Place,
}

/// The layer over the picture.
#[component]
pub(super) fn Layer(board: Board, name_of_file: Signal<String>) -> impl IntoView {
    let hold = RwSignal::new(None::<Hold>);
    let label = tell(move |lang| marks::layer(lang, &name_of_file.get()));
    let drawn = Memo::new(move |_| {
        board.marks.with(|all| {
            let drawn = all.iter().enumerate().filter(|(_, mark)| !is_whole(mark));
            drawn.map(|(n, _)| n).collect::<Vec<_>>()
        })
    });
    let down = move |event: PointerEvent| begin(board, hold, &event);
    let moving = move |event: PointerEvent| {
        if let Some(taken) = hold.get_untracked() {
            hold.set(Some(taken.to(point(&event))));
        }
    };
    let settle = settling(board, hold);
    let ghost = move || {
        let taken = hold
            .get()
            .filter(|taken| matches!(taken.drag, Drag::Draw))?;
        Some(super::drawn(
            board.marks.with_untracked(Vec::len),
            taken.now,
        ))
    };
    view! {
        <div
            class="mark-layer"
            role="application"
            aria-label=move || label.get()
            data-armed=move || board.item().is_some().then_some("true")
            on:pointerdown=down
            on:pointermove=moving
            on:pointerup=move |_| settle.run(())
            on:pointercancel=move |_| hold.set(None)
        >
            <For each=move || drawn.get() key=|n| *n children=move |n| one(board, hold, n)/>
            {ghost}
        </div>
    }
    .into_any()
}

/// A mark as a button: the arrow keys belong to it.
fn one(board: Board, hold: RwSignal<Option<Hold>>, n: usize) -> AnyView {
    let (announcer, lang) = (use_announcer(), use_lang());
    let place = Memo::new(move |_| match hold.get() {
        Some(Hold {
            drag: Drag::Move(of, _) | Drag::Size(of, _),
            now,
            ..
        }) if of == n => now,
        _ => board
            .mark(n)
            .map_or_else(Place::centred, |mark| Place::of(&mark)),
    });
    let label = tell(move |lang| {
        board
            .mark(n)
            .map(|mark| format!("{}, {}", name(lang, n, &mark), words(lang, &mark, false)))
            .unwrap_or_default()
    });
    let keydown = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let by = match event.key().as_str() {
            "ArrowLeft" => (-STEP, 0),
            "ArrowRight" => (STEP, 0),
            "ArrowUp" => (0, -STEP),
            "ArrowDown" => (0, STEP),
            "Delete" | "Backspace" => {
                event.prevent_default();
                return board.remove(n, announcer, lang.get_untracked());
            }
            _ => return,
        };
        event.prevent_default();
        let before = place.get_untracked();
        let after = if event.shift_key() {
            before.resized(by)
        } else {
            before.moved(by)
        };
        board.put(n, after);
        announcer.announce(said(board, n, lang.get_untracked()));
    };
    view! {
        <button
            type="button"
            class="mark"
            id=board.mark_id(n)
            data-mark=n.to_string()
            aria-label=move || label.get()
            style:left=move || share(place.get().x)
            style:top=move || share(place.get().y)
            style:width=move || share(place.get().w)
            style:height=move || share(place.get().h)
            on:keydown=keydown
        >
            <b>{n + 1}</b>
            <i class={"mark-corner"}></i>
        </button>
    }
    .into_any()
}

/// Where a mark is now, for the live region.
fn said(board: Board, n: usize, lang: text::Lang) -> String {
    untrack(|| board.mark(n))
        .map(|mark| words(lang, &mark, false))
        .unwrap_or_default()
}

impl Hold {
    fn to(self, to: (i32, i32)) -> Hold {
        let by = (to.0 - self.from.0, to.1 - self.from.1);
        let now = match self.drag {
            Drag::Draw => Place::between(self.from, to),
            Drag::Move(_, before) => before.moved(by),
            Drag::Size(_, before) => before.resized(by),
        };
        Hold { now, ..self }
    }
}

/// The pointer is down: on a mark it takes hold of it, elsewhere it draws one, if an item is picked.
fn begin(board: Board, hold: RwSignal<Option<Hold>>, event: &PointerEvent) {
    if event.button() != 0 || !event.is_primary() {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let on = |what: &str| {
        target
            .as_ref()
            .and_then(|target| target.closest(what).ok()?)
    };
    let number = on("[data-mark]")
        .and_then(|mark| mark.get_attribute("data-mark"))
        .and_then(|n| n.parse::<usize>().ok());
    let mark = number.and_then(|n| Some((n, untrack(|| board.mark(n))?)));
    let from = point(event);
    let (drag, now) = match mark {
        Some((n, mark)) => {
            board.focus_mark(n);
            let place = Place::of(&mark);
            if on(".mark-corner").is_some() {
                (Drag::Size(n, place), place)
            } else {
                (Drag::Move(n, place), place)
            }
        }
        None if untrack(|| board.item()).is_some() && !untrack(|| board.is_full()) => {
            (Drag::Draw, Place::between(from, from))
        }
        None => return,
    };
    event.prevent_default();
    if let Some(layer) = layer(event) {
        // Fails only for a pointer that is up again.
        let _ = layer.set_pointer_capture(event.pointer_id());
    }
    hold.set(Some(Hold { from, drag, now }));
}

/// The pointer is up: what it did becomes part of the form.
fn settling(board: Board, hold: RwSignal<Option<Hold>>) -> Callback<()> {
    let (announcer, lang) = (use_announcer(), use_lang());
    Callback::new(move |()| {
        let Some(taken) = hold.get_untracked() else {
            return;
        };
        hold.set(None);
        match taken.drag {
            Drag::Draw => board.add(taken.now, announcer, lang.get_untracked()),
            Drag::Move(n, before) | Drag::Size(n, before) if before != taken.now => {
                board.put(n, taken.now);
                announcer.announce(said(board, n, lang.get_untracked()));
            }
            Drag::Move(..) | Drag::Size(..) => {}
        }
    })
}

fn layer(event: &PointerEvent) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(".mark-layer").ok()?
}

/// Where the pointer is on the picture, in thousandths.
#[expect(clippy::cast_possible_truncation, reason = "a picture on a screen")]
fn point(event: &PointerEvent) -> (i32, i32) {
    let Some(frame) = layer(event).map(|layer| layer.get_bounding_client_rect()) else {
        return (0, 0);
    };
    let share =
        |at: f64, side: f64| (at / side.max(1.0) * 1000.0).clamp(0.0, 1000.0).round() as i32;
    (
        share(f64::from(event.client_x()) - frame.left(), frame.width()),
        share(f64::from(event.client_y()) - frame.top(), frame.height()),
    )
}

/// A new mark of an item.
pub(super) fn fresh(item: domain::item::Item, at: Place) -> Mark {
    Mark {
        item,
        page: 1,
        x: at.x,
        y: at.y,
        w: at.w,
        h: at.h,
        words: String::new(),
    }
}
