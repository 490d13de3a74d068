//! What is asked about the connecting information (CI) alone.

use domain::subject::{CiField, Field};
use leptos::prelude::*;
use text::screens::application;
use ui::Note;

use super::super::fields::Questions;
use crate::lang::say;

/// The questions, in the order in which a person can answer them.
const IN_ORDER: [CiField; 5] = [
    CiField::Verification,
    CiField::VerifiedAt,
    CiField::Provider,
    CiField::PurposeAgreed,
    CiField::Reason,
];

/// The questions.
#[component]
pub fn CiQuestions() -> impl IntoView {
    view! {
        <Note><p>{say(application::ci_note)}</p></Note>
        <Questions fields=IN_ORDER.map(Field::Ci).to_vec()/>
    }
}
