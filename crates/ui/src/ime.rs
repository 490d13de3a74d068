//! Keys and the Hangul input method: which key presses belong to it, and how shortcuts match while it is on.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// The key code browsers give to a key press that an input method consumed.
const PROCESSED_BY_IME: u32 = 229;

/// Whether this key press belongs to an input method that is composing, so that it must not act.
///
/// Safari ends the composition before it sends the Enter that ended it, hence the second half.
pub fn is_ime(ev: &KeyboardEvent) -> bool {
    ev.is_composing() || ev.key_code() == PROCESSED_BY_IME
}

/// Enter alone, and not the Enter that finishes a syllable.
pub fn is_enter(ev: &KeyboardEvent) -> bool {
    ev.key() == "Enter" && !has_modifier(ev) && !ev.shift_key() && !is_ime(ev)
}

/// Ctrl+Enter or ⌘+Enter: the primary action of a form, also from a text area.
pub fn is_submit_chord(ev: &KeyboardEvent) -> bool {
    ev.key() == "Enter" && (ev.ctrl_key() || ev.meta_key()) && !is_ime(ev)
}

/// Whether a single-key shortcut was pressed outside a text control.
///
/// `code` names the place on the keyboard (`"KeyG"`), `key` the character (`"g"`); either will do,
/// because with Hangul on the character is a jamo (`ㅎ`) and on other layouts the place differs.
pub fn shortcut_matches(ev: &KeyboardEvent, code: &str, key: &str) -> bool {
    !has_modifier(ev)
        && !is_ime(ev)
        && !in_text_control(ev)
        && (ev.code() == code || ev.key() == key)
}

/// Ctrl or ⌘ together with a letter, e.g. `("KeyK", "k")`. Works inside text controls too.
pub fn chord_matches(ev: &KeyboardEvent, code: &str, key: &str) -> bool {
    (ev.ctrl_key() || ev.meta_key())
        && !ev.alt_key()
        && !is_ime(ev)
        && (ev.code() == code || ev.key().eq_ignore_ascii_case(key))
}

fn has_modifier(ev: &KeyboardEvent) -> bool {
    ev.ctrl_key() || ev.alt_key() || ev.meta_key()
}

/// Whether the event came from something one types or picks in.
fn in_text_control(ev: &KeyboardEvent) -> bool {
    ev.target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| {
            element
                .closest("input, textarea, select, [contenteditable]")
                .ok()
        })
        .flatten()
        .is_some()
}
