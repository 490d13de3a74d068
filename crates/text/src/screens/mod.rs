//! The sentences of the screens, one file a screen.
//!
//! To add a sentence, add a row to `sentences!` in the file of its screen; Korean stands first, English beside it. Sentences that
//! several screens say stand in `shell` (navigation, buttons, states of loading and saving) and `errors` (what went wrong). Names of
//! buttons end in `_button`: in Korean at most ten syllables, apart from what is filled in. A screen that is added here is added to [`SCREENS`], too, so that the tests read it.

pub mod application;
pub mod apps;
pub mod channels;
pub mod errors;
pub mod evidence;
pub mod help;
pub mod home;
pub mod links;
pub mod listing;
pub mod login;
pub mod marks;
pub mod members;
pub mod people;
pub mod plan;
pub mod preview;
pub mod questions;
pub mod reading;
pub mod receives;
pub mod record;
pub mod requests;
pub mod review;
pub mod settings;
pub mod share;
pub mod shell;
pub mod status;
pub mod terms;

/// The sentences of a screen: name, Korean, English.
pub type Sentences = &'static [(&'static str, &'static str, &'static str)];

/// Every screen with its sentences.
pub const SCREENS: &[(&str, Sentences)] = &[
    ("application", application::ALL),
    ("apps", apps::ALL),
    ("channels", channels::ALL),
    ("errors", errors::ALL),
    ("evidence", evidence::ALL),
    ("help", help::ALL),
    ("home", home::ALL),
    ("links", links::ALL),
    ("listing", listing::ALL),
    ("login", login::ALL),
    ("marks", marks::ALL),
    ("members", members::ALL),
    ("people", people::ALL),
    ("plan", plan::ALL),
    ("preview", preview::ALL),
    ("questions", questions::ALL),
    ("reading", reading::ALL),
    ("receives", receives::ALL),
    ("record", record::ALL),
    ("requests", requests::ALL),
    ("review", review::ALL),
    ("settings", settings::ALL),
    ("share", share::ALL),
    ("shell", shell::ALL),
    ("status", status::ALL),
    ("terms", terms::ALL),
];
