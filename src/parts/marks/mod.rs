//! Places marked on a file: here an item can be seen. Drawn by pointer or moved by keys; the same drawing, read-only, for a reviewer.

mod editor;
mod layer;
mod list;
mod place;

use domain::evidence::Mark;
use leptos::prelude::*;
use text::Lang;
use text::screens::marks;

pub use editor::MarkEditor;
use place::{Place, is_whole};

use crate::lang::use_lang;

/// The number and the item of a mark, counted from 1.
fn name(lang: Lang, number: usize, mark: &Mark) -> String {
    marks::name(lang, number + 1, text::item(lang, mark.item))
}

/// Where a mark is, in words.
fn words(lang: Lang, mark: &Mark, paged: bool) -> String {
    if paged {
        return marks::on_page(lang, mark.page);
    }
    if is_whole(mark) {
        return marks::whole(lang).to_owned();
    }
    let percent = |thousandths: u16| (thousandths + 5) / 10;
    marks::place(
        lang,
        percent(mark.x),
        percent(mark.y),
        percent(mark.w),
        percent(mark.h),
    )
}

/// A place as a share of the picture, for a style.
fn share(thousandths: u16) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The marks to look at: numbered over the picture, and each in words beside it.
#[component]
pub fn SeenMarks(
    /// The marks.
    marks: Vec<Mark>,
    /// The picture; without one they are places in a file of pages.
    #[prop(optional_no_strip)]
    picture: Option<AnyView>,
) -> impl IntoView {
    let lang = use_lang();
    let paged = picture.is_none();
    let boxes = marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| !is_whole(mark))
        .map(|(n, mark)| drawn(n, Place::of(mark)))
        .collect_view();
    let rows = marks
        .into_iter()
        .enumerate()
        .map(|(n, mark)| {
            let said = move || {
                let lang = lang.get();
                let mut said = format!("{} · {}", name(lang, n, &mark), words(lang, &mark, paged));
                if !mark.words.trim().is_empty() {
                    said.push_str(" · ");
                    said.push_str(&marks::seen(lang, &mark.words));
                }
                said
            };
            view! { <li>{said}</li> }
        })
        .collect_view();
    view! {
        {picture.map(|picture| view! {
            <div class="marked-picture">
                {picture}
                <div class="mark-layer" aria-hidden="true">{boxes}</div>
            </div>
        })}
        <ul class="mark-list">{rows}</ul>
    }
    .into_any()
}

/// A box that only shows.
fn drawn(number: usize, at: Place) -> AnyView {
    view! {
        <span
            class="mark"
            style:left=share(at.x)
            style:top=share(at.y)
            style:width=share(at.w)
            style:height=share(at.h)
        >
            <b>{number + 1}</b>
        </span>
    }
    .into_any()
}
