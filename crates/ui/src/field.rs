//! What every form control has around it: label, hint, error above the control, text below it.

use leptos::prelude::*;

use crate::{Glyph, Icon, MaybeText, Text, ids};

/// The ids that tie a control to its texts. All derive from the control's own id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldIds {
    /// Of the control: the target of the label and of the error summary.
    pub control: String,
    /// Of the hint.
    pub hint: String,
    /// Of the error message.
    pub error: String,
    /// Of the text below the control.
    pub below: String,
}

impl FieldIds {
    /// Ids for the control `id`, or for a made-up one when it is empty.
    pub fn new(id: String) -> Self {
        let control = ids::or_fresh(id, "field");
        Self {
            hint: format!("{control}-hint"),
            error: format!("{control}-error"),
            below: format!("{control}-below"),
            control,
        }
    }
}

/// The changing texts around a control.
#[derive(Clone, Copy, Default)]
pub struct FieldMessages {
    /// One sentence on what to enter.
    pub hint: MaybeText,
    /// What is wrong and how to put it right; `None` when nothing is.
    pub error: MaybeText,
    /// Below the control: a counter, or the value as it was understood. Not announced while typing.
    pub below: MaybeText,
}

impl FieldMessages {
    /// The value of `aria-describedby`: the error first, because it is what one came back for.
    pub fn described_by(&self, ids: &FieldIds) -> Option<String> {
        let present = |text: MaybeText, id| text.with(Option::is_some).then_some(id);
        ids::join(&[
            present(self.error, ids.error.as_str()),
            present(self.hint, ids.hint.as_str()),
            present(self.below, ids.below.as_str()),
        ])
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.with(Option::is_some).then_some("true")
    }
}

/// The frame of one control. The control itself is the child and takes its ids from `ids`.
#[component]
pub fn Field(
    /// The ids of the control and its texts.
    ids: FieldIds,
    /// The label, always visible unless `hide_label`.
    #[prop(into)]
    label: Text,
    /// Hint, error and text below.
    messages: FieldMessages,
    /// Keeps the label for assistive technology only, where a heading beside it says the same.
    #[prop(optional)]
    hide_label: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let FieldIds {
        control,
        hint,
        error,
        below,
    } = ids;
    let invalid = move || messages.error.with(Option::is_some).then_some("true");
    view! {
        <div class="field" data-invalid=invalid>
            <label class=if hide_label { "visually-hidden" } else { "field-label" } for=control>
                {move || label.get()}
            </label>
            <MessageLine id=hint text=messages.hint />
            <ErrorLine id=error text=messages.error />
            {children()}
            <MessageLine id=below text=messages.below />
        </div>
    }
}

/// A quiet line of text, or nothing.
#[component]
pub(crate) fn MessageLine(id: String, text: MaybeText) -> impl IntoView {
    move || {
        text.get()
            .map(|text| view! { <p class="hint" id=id.clone()>{text}</p> })
    }
}

/// An error message, or nothing. Told apart by weight, drawing and colour.
#[component]
pub(crate) fn ErrorLine(id: String, text: MaybeText) -> impl IntoView {
    move || {
        text.get().map(|text| {
            view! {
                <p class="error-line" id=id.clone()>
                    <Icon glyph=Glyph::Cross />
                    <span>{text}</span>
                </p>
            }
        })
    }
}
