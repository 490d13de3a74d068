//! Moments in words, on a calendar and a clock in Seoul, by the browser's own `Intl`.

use domain::time::Time;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::lang::{Lang, use_lang};

/// How a moment is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WhenForm {
    /// For tables and lists: `2026. 11. 22. 15:00`, `22 Nov 2026, 15:00`.
    #[default]
    Table,
    /// For sentences: `2026년 11월 22일 오후 3:00`, `22 November 2026 at 15:00`.
    Prose,
    /// The day alone: `2026년 11월 22일`, `22 November 2026`.
    Day,
    /// The time of day alone: `15:00`.
    Clock,
}

/// A moment as people read it, with the exact one for programs.
#[component]
pub fn When(
    /// The moment.
    at: Time,
    /// How it is written.
    #[prop(optional)]
    form: WhenForm,
) -> impl IntoView {
    let lang = use_lang();
    view! { <time datetime=at.to_rfc3339()>{move || words(lang.get(), at, form)}</time> }
}

/// A moment in words, for a sentence that has one inside.
pub fn words(lang: Lang, at: Time, form: WhenForm) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of the years 0 to 9999 fit exactly"
    )]
    let date = js_sys::Date::new(&JsValue::from_f64(at.millis() as f64));
    let pairs: &[(&str, &str)] = match (form, lang) {
        (WhenForm::Table, Lang::Ko) => &[
            ("year", "numeric"),
            ("month", "2-digit"),
            ("day", "2-digit"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
        ],
        (WhenForm::Table, Lang::En) => &[
            ("year", "numeric"),
            ("month", "short"),
            ("day", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
        ],
        (WhenForm::Prose, _) => &[("dateStyle", "long"), ("timeStyle", "short")],
        (WhenForm::Clock, _) => &[
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
        ],
        (WhenForm::Day, _) => &[("dateStyle", "long")],
    };
    let options = Object::new();
    for (name, value) in pairs.iter().chain(&[("timeZone", "Asia/Seoul")]) {
        // Cannot fail on a fresh object.
        let _ = Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        );
    }
    // Britain's English: the day before the month, and 24 hours.
    let locale = match lang {
        Lang::Ko => "ko-KR",
        Lang::En => "en-GB",
    };
    date.to_locale_string(locale, &options).into()
}

/// The present moment, as the browser has it.
pub fn now() -> Time {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit for 285,000 years"
    )]
    Time::from_millis(js_sys::Date::now() as i64)
}
