//! "Is this reading wrong?": a person says how the text names an item, and can take that back.

use domain::form::{Overruled, PastedText};
use domain::item::{Condition, Item, Shown};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, reading, shell};
use ui::{Button, ButtonKind, Choice, RadioGroup};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::lang::{say, tell, use_lang};

/// How a text can name an item, and that in words.
type Way = (Shown, Option<Condition>, fn(Lang) -> &'static str);

/// All of them, in the order of the choices.
const WAYS: [Way; 4] = [
    (
        Shown::WithCondition,
        Some(Condition::Required),
        reading::as_required,
    ),
    (
        Shown::WithCondition,
        Some(Condition::Optional),
        reading::as_optional,
    ),
    (Shown::WithoutCondition, None, reading::as_unmarked),
    (
        Shown::Absent,
        Some(Condition::NotCollected),
        reading::as_absent,
    ),
];

/// The way to put the reading of one item right.
#[derive(Clone, Copy)]
pub(super) struct Overrule {
    pub which: PastedText,
    pub item: Item,
    /// Whether the choices are shown.
    pub open: RwSignal<bool>,
    /// What a person said.
    pub own: Memo<Option<Overruled>>,
    /// Records it, or takes it back.
    pub change: Callback<Option<Overruled>>,
}

impl Overrule {
    fn id(self, part: &str) -> String {
        format!("overrule-{}-{}-{part}", self.which.word(), self.item.key())
    }

    /// One button for both ways, so that focus stays where it is.
    pub(super) fn button(self) -> AnyView {
        let label = tell(move |lang| {
            let words = if self.own.get().is_some() {
                reading::undo_button
            } else {
                reading::wrong_button
            };
            words(lang).to_owned()
        });
        let name = tell(move |lang| text::item(lang, self.item).to_owned());
        let press = Callback::new(move |()| {
            if self.own.get_untracked().is_some() {
                self.change.run(None);
            } else if self.open.get_untracked() {
                self.open.set(false);
            } else {
                self.open.set(true);
                focus_soon(self.id("way"));
            }
        });
        view! {
            <Button
                id=self.id("button")
                label
                hidden=Signal::derive(move || Some(name.get()))
                kind=ButtonKind::Link
                on_press=press
            />
        }
        .into_any()
    }

    /// The choices, below the row.
    pub(super) fn form(self) -> AnyView {
        let shown = Memo::new(move |_| self.open.get() && self.own.get().is_none());
        (move || shown.get().then(|| self.choices())).into_any()
    }

    fn choices(self) -> AnyView {
        let lang = use_lang();
        let picked = RwSignal::new(String::new());
        let legend = tell(move |lang| reading::wrong_legend(lang, text::item(lang, self.item)));
        let options = Signal::derive(move || {
            let ways = WAYS.iter().enumerate();
            ways.map(|(n, (_, _, words))| Choice::new(n.to_string(), words(lang.get())))
                .collect::<Vec<_>>()
        });
        let first = say(evidence::choose_one);
        let blocked = Signal::derive(move || picked.with(String::is_empty).then(|| first.get()));
        let close = move || {
            self.open.set(false);
            focus_soon(self.id("button"));
        };
        let save = move |()| {
            let way = picked.with_untracked(|n| WAYS.get(n.parse::<usize>().ok()?));
            if let Some((shown, condition, _)) = way {
                self.change.run(Some(Overruled {
                    text: self.which,
                    item: self.item,
                    shown: *shown,
                    condition: *condition,
                }));
                close();
            }
        };
        view! {
            <tr>
                <td colspan="3">
                    <div class="group">
                        <RadioGroup
                            id=self.id("way")
                            legend
                            options
                            value=picked
                            on_change=move |n| picked.set(n)
                            inline=true
                        />
                        <div class="row">
                            <Button label=say(reading::overrule_button) blocked on_press=save/>
                            <Button
                                label=say(shell::cancel_button)
                                kind=ButtonKind::Link
                                on_press=move |()| close()
                            />
                        </div>
                    </div>
                </td>
            </tr>
        }
        .into_any()
    }
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
