//! Every sentence, in Korean and English, side by side.
//!
//! A word or sentence that is missing in one language does not compile: enums are matched without a catch-all, and a sentence of a
//! screen is written as a pair. Nothing here is markup, and nothing here decides anything but which words to use.
//!
//! * The words of `domain`: `text::item(lang, Item::Name)`, `text::finding(lang, &finding)`, `text::field(lang, &field)` …
//! * The sentences of a screen: `text::screens::channels::title(lang)`; see [`screens`] for how to add one.
//!
//! How we write. Korean: statements in 합쇼체, instructions in -하세요, buttons as a noun or a verb stem of at most ten syllables, a
//! particle only after a fixed noun ("{name} 채널을"). English: plain, sentence case, plurals right. Neither apologises, shouts or blames.

#[macro_use]
mod macros;

mod account;
mod agent;
mod answer;
mod application;
mod asset;
mod csv;
mod field;
mod file;
mod finding;
mod item;
mod number;
mod reading;
mod record;
mod role;
mod task;

pub mod consent;
pub mod payload;
pub mod screens;
pub mod versions;

pub use account::sign_in_problem;
pub use agent::browser;
pub use answer::{
    business_shown, client_secret, if_absent, licensed_trade, login_library, plan_step,
    public_proof, step_state,
};
pub use application::{decision_problem, status, verdict, why_not};
pub use asset::{
    app_kind, business_review, channel_state, number_problem, reviewer_access, signup_kind,
    verification, verification_moment,
};
pub use csv::csv;
pub use field::{
    app_fact, ci_field, field, item_field, login_field, part, pasted_text, service_field,
    signup_field, subject, term_field, tie_field,
};
pub use file::{evidence_kind, evidence_page, file_problem, media};
pub use finding::{
    difference, example, fact, fact_name, fact_value, finding, fixer, help, passes, reason,
    remedy_button, source, weight,
};
pub use item::{condition, item, item_short, moment, shown, stage, stage_short};
pub use number::{join, number, plural};
pub use reading::{differing, placeholder, purpose, section, unreadable};
pub use record::{object_kind, operation, operation_named, outcome, refusal};
pub use role::{app_role, channel_role, duty, role_request_state, role_wanted};
pub use task::{task, task_hint, task_state};

/// The language of the screen.
#[derive(Debug, Default, Copy, Clone, PartialEq, Eq)]
pub enum Lang {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
}

impl Lang {
    /// Both, Korean first.
    pub const ALL: [Lang; 2] = [Lang::Ko, Lang::En];

    /// The language tag: `ko` or `en`.
    pub fn tag(self) -> &'static str {
        self.pick("ko", "en")
    }

    /// Reads a language tag, with or without a region: `ko`, `en-GB`. `None` for every other language.
    pub fn parse(tag: &str) -> Option<Lang> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL
            .into_iter()
            .find(|lang| language.eq_ignore_ascii_case(lang.tag()))
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        self.pick("한국어", "English")
    }

    /// The one of the two that is in this language.
    pub fn pick<T>(self, ko: T, en: T) -> T {
        match self {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }
}
