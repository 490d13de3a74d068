//! Keeps a text control and its signal in step without ever disturbing a composition.
//!
//! Rewriting the value of a control while the Hangul input method composes ends the composition in
//! several browsers and garbles what is typed. So the value is written only from outside, only when
//! it differs from what stands there, and never during a composition.

use leptos::prelude::*;

/// What [`keep_in_step`] needs of an `<input>` or a `<textarea>`.
pub(crate) trait TextControl {
    fn text(&self) -> String;
    fn set_text(&self, text: &str);
}

impl TextControl for web_sys::HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }
    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for web_sys::HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }
    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

/// Writes `value` into the control whenever it changes from outside.
pub(crate) fn keep_in_step<C, F>(value: Signal<String>, composing: RwSignal<bool>, control: F)
where
    C: TextControl,
    F: Fn() -> Option<C> + 'static,
{
    // An effect, because the browser owns the control's text.
    Effect::new(move || {
        let wanted = value.get();
        if let Some(control) = control()
            && !composing.get_untracked()
            && control.text() != wanted
        {
            control.set_text(&wanted);
        }
    });
}
