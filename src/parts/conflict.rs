//! Two people wrote in the same place: both versions side by side, field by field, until one chooses.

use domain::application::ChannelFacts;
use domain::draft::Conflict;
use leptos::{html, prelude::*};
use text::screens::{application, errors};
use ui::{Button, ButtonKind, ids};

use crate::lang::{say, tell, use_lang};
use crate::parts::answers::said;

/// The panel. Theirs is chosen at first; nothing of mine is lost until the button is pressed. What was chosen stands in the list, not
/// here: it outlives the panel, which comes anew with each part of the form.
#[component]
pub fn ConflictPanel(
    /// The fields with both versions. Others may join at the end.
    #[prop(into)]
    conflicts: Signal<Vec<Conflict>>,
    /// The linked channels, for their names.
    #[prop(into)]
    channels: Signal<Vec<ChannelFacts>>,
    /// Who changed it meanwhile, if that is known.
    #[prop(into)]
    who: Signal<Option<String>>,
    /// Receives whether mine is kept in one field, by its place in the list.
    #[prop(into)]
    on_choose: Callback<(usize, bool)>,
    /// Everything is to stay as it was chosen.
    #[prop(into)]
    on_settle: Callback<()>,
) -> impl IntoView {
    let count = Memo::new(move |_| conflicts.with(Vec::len));
    view! {
        <Show when=move || count.get() != 0>
            <Panel conflicts count channels who on_choose on_settle/>
        </Show>
    }
}

#[component]
fn Panel(
    conflicts: Signal<Vec<Conflict>>,
    count: Memo<usize>,
    channels: Signal<Vec<ChannelFacts>>,
    who: Signal<Option<String>>,
    on_choose: Callback<(usize, bool)>,
    on_settle: Callback<()>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    let id = ids::fresh("conflict-title");
    // An effect, because focus is not part of the view. Whoever is typing goes on typing: only a page without focus moves.
    Effect::new(move || {
        let settled = count.get() == 0;
        let typing = document()
            .active_element()
            .is_some_and(|element| element.matches("input, textarea, select").unwrap_or(true));
        if let (Some(heading), false) = (heading.get(), settled || typing) {
            // Refused only where it is not shown.
            let _ = heading.focus();
        }
    });
    let title = tell(move |lang| match who.get() {
        Some(who) => errors::stale_by(lang, &who),
        None => application::conflict_title(lang).to_owned(),
    });
    let pair = move |(n, conflict): (usize, Conflict)| {
        let mine =
            Memo::new(move |_| conflicts.with(|all| all.get(n).is_some_and(|one| one.keep_mine)));
        let on_choose = Callback::new(move |keep_mine| on_choose.run((n, keep_mine)));
        view! { <Pair conflict channels mine on_choose/> }
    };
    view! {
        <section class="conflict" aria-labelledby=id.clone() aria-live="polite">
            <h2 id=id.clone() tabindex="-1" node_ref=heading>{move || title.get()}</h2>
            <p>{say(application::conflict_text)}</p>
            <For each=move || conflicts.get().into_iter().enumerate() key=|(n, _)| *n children=pair/>
            <div class="row">
                <Button
                    label=say(errors::keep_button)
                    kind=ButtonKind::Primary
                    on_press=on_settle
                />
            </div>
        </section>
    }
}

/// One field with both versions.
#[component]
fn Pair(
    conflict: Conflict,
    channels: Signal<Vec<ChannelFacts>>,
    mine: Memo<bool>,
    on_choose: Callback<bool>,
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
        let field = field.clone();
        let words = move || channels.with(|channels| said(lang.get(), &form, channels, &field));
        let label = say(if is_mine {
            errors::mine
        } else {
            errors::theirs
        });
        view! {
            <div class="radio">
                <input
                    id=id.clone()
                    type="radio"
                    name=name
                    prop:checked=move || mine.get() == is_mine
                    on:change=move |_| on_choose.run(is_mine)
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
