//! One page: its title in the tab and as a heading, the way back up, and focus on the heading after a navigation.

use leptos::{html, prelude::*};
use text::screens::shell;
use ui::{PageHeading, Text};
use wasm_bindgen::JsCast;

use crate::lang::say;

/// A step of the way up.
#[derive(Clone)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: Text,
}

/// Whether a page was shown before: the first one does not take focus, for nobody asked for it.
#[derive(Clone, Copy)]
struct History(StoredValue<bool>);

/// Provides the memory of whether a page was shown before.
pub fn provide_history() {
    provide_context(History(StoredValue::new(false)));
}

/// A page.
#[component]
pub fn Page(
    /// The heading, and the title in the tab.
    #[prop(into)]
    title: Text,
    /// How many things there are to put right; goes before the title in the tab.
    #[prop(optional, into)]
    errors: Signal<usize>,
    /// The way up, without the page itself.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// The primary action, a tag, or nothing.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The content.
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let lang = crate::lang::use_lang();
    // An effect, because the tab's title is outside the view.
    Effect::new(move || {
        let (lang, page) = (lang.get(), title.get());
        document().set_title(&match errors.get() {
            0 => shell::window_title(lang, &page),
            count => shell::window_title_wrong(lang, count, &page),
        });
    });
    if let Some(History(shown)) = use_context() {
        // An effect, because focus is not part of the view.
        Effect::new(move || {
            let Some(heading) = heading.get() else { return };
            if shown.get_value() && !points_somewhere() {
                // Refused only when the heading is not shown.
                let _ = heading.focus();
            }
            shown.set_value(true);
        });
    }
    view! {
        {(!crumbs.is_empty()).then(|| breadcrumb(crumbs))}
        <PageHeading title actions node_ref=heading/>
        {children()}
    }
}

/// Moves focus to the heading, when a page has changed in place and what had focus is gone.
pub fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) =
        heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // Refused only when the heading is not shown.
        let _ = heading.focus();
    }
}

/// Whether the address names a place on the page; then focus goes there.
fn points_somewhere() -> bool {
    let fragment = window().location().hash().unwrap_or_default();
    fragment.trim_start_matches('#').contains('#')
        || fragment.len() > 1 && !fragment.starts_with("#/")
}

fn breadcrumb(crumbs: Vec<Crumb>) -> impl IntoView {
    let steps = crumbs
        .into_iter()
        .map(|Crumb { href, label }| view! { <li><a href=href>{move || label.get()}</a></li> })
        .collect_view();
    let label = say(shell::breadcrumb);
    view! { <nav class="breadcrumb" aria-label=move || label.get()><ol>{steps}</ol></nav> }
}
