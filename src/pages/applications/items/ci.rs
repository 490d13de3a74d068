//! What is asked about the connecting information (CI) alone.

use domain::form::{JUSTIFICATION_CHARS_MAX, NAME_CHARS_MAX, Verification, VerificationMoment};
use domain::subject::{CiField, Field};
use leptos::prelude::*;
use text::screens::application;
use ui::Note;

use super::super::draft::use_draft;
use super::super::fields::{PickQuestion, TextQuestion, TickQuestion};
use crate::lang::{say, tell};

/// The questions.
#[component]
pub fn CiQuestions() -> impl IntoView {
    let draft = use_draft();
    let by_agency = draft.value(|form| form.ci.verification == Some(Verification::Agency));
    let label = |field| tell(move |lang| text::ci_field(lang, field).to_owned());
    view! {
        <Note><p>{say(application::ci_note)}</p></Note>
        <TickQuestion
            field=Field::Ci(CiField::PurposeAgreed)
            label=say(application::ci_agree)
            get=|form| form.ci.purpose_agreed
            set=|form, value| form.ci.purpose_agreed = value
        />
        <TextQuestion
            field=Field::Ci(CiField::Reason)
            label=label(CiField::Reason)
            limit=JUSTIFICATION_CHARS_MAX
            lines=true
            get=|form| form.ci.reason.clone()
            set=|form, text| form.ci.reason = text
        />
        <PickQuestion
            field=Field::Ci(CiField::Verification)
            label=label(CiField::Verification)
            all=&[Verification::Agency, Verification::SmsCode, Verification::Email, Verification::None]
            word=text::verification
            get=|form| form.ci.verification
            set=|form, value| form.ci.verification = Some(value)
        />
        <Show when=move || by_agency.get()>
            <PickQuestion
                field=Field::Ci(CiField::VerifiedAt)
                label=label(CiField::VerifiedAt)
                all=&[VerificationMoment::Signup, VerificationMoment::Use]
                word=text::verification_moment
                get=|form| form.ci.verified_at
                set=|form, value| form.ci.verified_at = Some(value)
            />
            <TextQuestion
                field=Field::Ci(CiField::Provider)
                label=label(CiField::Provider)
                limit=NAME_CHARS_MAX
                get=|form| form.ci.provider.clone()
                set=|form, text| form.ci.provider = text
            />
        </Show>
    }
}
