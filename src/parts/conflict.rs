//! Two people wrote in the same place: both versions side by side, field by field, until one chooses.

use domain::application::ChannelFacts;
use domain::draft::Conflict;
use leptos::{html, prelude::*};
use text::screens::{application, errors};
use ui::{Button, ButtonKind, ids};

use crate::lang::{say, tell, use_lang};
use crate::parts::answers::said;

/// The panel. Theirs is chosen at first; nothing of mine is lost until the button is pressed.
#[component]
pub fn ConflictPanel(
    /// The fields with both versions.
    #[prop(into)]
    conflicts: Signal<Vec<Conflict>>,
    /// The linked channels, for their names.
    #[prop(into)]
    channels: Signal<Vec<ChannelFacts>>,
    /// Who changed it meanwhile, if that is known.
    #[prop(into)]
    who: Signal<Option<String>>,
    /// Receives for each field, in order, whether mine is kept.
    #[prop(into)]
    on_settle: Callback<Vec<bool>>,
) -> impl IntoView {
    let shown = Memo::new(move |_| conflicts.get());
    move || {
        let list = shown.get();
        (!list.is_empty()).then(|| view! { <Panel list channels=channels.get() who on_settle/> })
    }
}

#[component]
fn Panel(
    list: Vec<Conflict>,
    channels: Vec<ChannelFacts>,
    who: Signal<Option<String>>,
    on_settle: Callback<Vec<bool>>,
) -> impl IntoView {
    let mine = RwSignal::new(vec![false; list.len()]);
    let heading = NodeRef::<html::H2>::new();
    let id = ids::fresh("conflict-title");
    // An effect, because focus is not part of the view. Whoever is typing goes on typing: only a page without focus moves.
    Effect::new(move || {
        let typing = document()
            .active_element()
            .is_some_and(|element| element.matches("input, textarea, select").unwrap_or(true));
        if let (Some(heading), false) = (heading.get(), typing) {
            // Refused only where it is not shown.
            let _ = heading.focus();
        }
    });
    let title = tell(move |lang| match who.get() {
        Some(who) => errors::stale_by(lang, &who),
        None => application::conflict_title(lang).to_owned(),
    });
    let rows = list
        .into_iter()
        .enumerate()
        .map(|(n, conflict)| view! { <Pair n conflict channels=channels.clone() mine/> })
        .collect_view();
    view! {
        <section class="conflict" aria-labelledby=id.clone() aria-live="polite">
            <h2 id=id.clone() tabindex="-1" node_ref=heading>{move || title.get()}</h2>
            <p>{say(application::conflict_text)}</p>
            {rows}
            <div class="row">
                <Button
                    label=say(errors::keep_button)
                    kind=ButtonKind::Primary
                    on_press=move |()| on_settle.run(mine.get_untracked())
                />
            </div>
        </section>
    }
}

/// One field with both versions.
#[component]
fn Pair(
    n: usize,
    conflict: Conflict,
    channels: Vec<ChannelFacts>,
    mine: RwSignal<Vec<bool>>,
) -> impl IntoView {
    let lang = use_lang();
    let Conflict {
        field,
        mine: my_form,
        theirs,
        ..
    } = conflict;
    let legend = {
        let field = field.clone();
        tell(move |lang| text::field(lang, &field))
    };
    let name = ids::fresh("conflict");
    let versions = [(false, theirs), (true, my_form)].map(|(is_mine, form)| {
        let (name, id) = (name.clone(), ids::fresh("version"));
        let (field, channels) = (field.clone(), channels.clone());
        let words = move || {
            said(lang.get(), &form, &channels, &field)
        };
        let label = say(if is_mine { errors::mine } else { errors::theirs });
        let picked = move || mine.with(|mine| mine.get(n).copied().unwrap_or_default() == is_mine);
        view! {
            <div class="radio">
                <input
                    id=id.clone()
                    type="radio"
                    name=name
                    prop:checked=picked
                    on:change=move |_| mine.update(|mine| if let Some(one) = mine.get_mut(n) { *one = is_mine })
                />
                <label class="radio-label" for=id>
                    <strong>{move || label.get()}</strong>
                    ": "
                    <span class="pre">{words}</span>
                </label>
            </div>
        }
    });
    view! {
        <fieldset class="fieldset">
            <legend>{move || legend.get()}</legend>
            <div class="conflict-pair">{versions.into_iter().collect_view()}</div>
        </fieldset>
    }
}
