//! Why nothing can be sent while there is no connection: said the same way by every button that acts.

use leptos::prelude::*;
use text::screens::errors;
use ui::MaybeText;

use crate::api::use_api;
use crate::lang::use_lang;

/// Why a button cannot act now; nothing while there is a connection.
pub fn use_offline() -> MaybeText {
    let (lang, offline) = (use_lang(), use_api().offline);
    Signal::derive(move || {
        let why = offline.get();
        why.then(|| errors::offline_action(lang.get()).to_owned())
    })
}
