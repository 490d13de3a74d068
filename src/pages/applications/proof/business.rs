//! Business information as two places print it, letter by letter, so that differences can be seen. Rule 31.

use domain::business::PrintedBusiness;
use domain::form::{Form, NAME_CHARS_MAX};
use domain::number::RegistrationNumber;
use domain::subject::{Field, ServiceField};
use leptos::prelude::*;
use text::Lang;
use text::screens::evidence;
use ui::{Fieldset, InputKind, TextField};

use super::said;
use crate::lang::{say, tell};
use crate::pages::applications::draft::use_draft;
use crate::pages::applications::fields::TextQuestion;
use crate::parts::findings::FindingNotes;

/// The certificate's first: the site is compared with it.
#[component]
pub(super) fn Businesses() -> impl IntoView {
    view! {
        <p class="hint">{say(evidence::business_hint)}</p>
        <div class="columns">
            <Printed place=ServiceField::BusinessOnCertificate legend=evidence::business_certificate/>
            <Printed place=ServiceField::BusinessOnSite legend=evidence::business_site/>
        </div>
    }
}

#[component]
fn Printed(place: ServiceField, legend: fn(Lang) -> &'static str) -> impl IntoView {
    let (draft, field) = (use_draft(), Field::Service(place));
    let id = move |part: &str| format!("{}-{part}", Field::Service(place).anchor());
    view! {
        <Fieldset id=field.anchor() legend=say(legend) error=draft.error_at(&field)>
            <Number place id=id("number")/>
            <TextQuestion
                field=field.clone()
                id=id("trade-name")
                label=say(evidence::trade_name)
                limit=NAME_CHARS_MAX
                get=move |form| of(form, place).trade_name.clone()
                set=move |form, name| of_mut(form, place).trade_name = name
            />
            <TextQuestion
                field=field.clone()
                id=id("representative")
                label=say(evidence::representative)
                limit=NAME_CHARS_MAX
                get=move |form| of(form, place).representative.clone()
                set=move |form, name| of_mut(form, place).representative = name
            />
            <FindingNotes findings=draft.notes_at(&field)/>
        </Fieldset>
    }
}

/// The number: never rewritten while typing, put into its usual form when the field is left, judged then.
#[component]
fn Number(place: ServiceField, id: String) -> impl IntoView {
    let draft = use_draft();
    let value = draft.value(move |form| of(form, place).number.clone());
    let judged = RwSignal::new(false);
    let on_input = move |text: String| {
        judged.set(false);
        draft.edit(|form| of_mut(form, place).number = text);
    };
    let on_blur = move |()| {
        judged.set(true);
        let typed = value.get_untracked();
        let whole = RegistrationNumber::parse(&typed).map(|number| number.to_string());
        if let Ok(whole) = whole
            && whole != typed
        {
            draft.edit(|form| of_mut(form, place).number = whole);
        }
    };
    let read_as = tell(move |lang| {
        let number = value.with(|text| RegistrationNumber::parse(text)).ok();
        number
            .map(|number| evidence::number_read_as(lang, &number.to_string()))
            .unwrap_or_default()
    });
    let below = Signal::derive(move || Some(read_as.get()).filter(|words| !words.is_empty()));
    let problem = tell(move |lang| {
        let problem = value.with(|text| {
            if text.trim().is_empty() {
                None
            } else {
                RegistrationNumber::parse(text).err()
            }
        });
        problem
            .map(|problem| text::number_problem(lang, problem))
            .unwrap_or_default()
    });
    let error = Signal::derive(move || {
        judged
            .get()
            .then(|| problem.get())
            .filter(|words| !words.is_empty())
    });
    view! {
        <TextField
            id
            label=say(evidence::number)
            hint=said(evidence::number_hint)
            value
            on_input
            on_blur
            below
            error
            kind=InputKind::Digits
            short=true
        />
    }
}

fn of(form: &Form, place: ServiceField) -> &PrintedBusiness {
    if place == ServiceField::BusinessOnSite {
        &form.service.business_on_site
    } else {
        &form.service.business_on_certificate
    }
}

fn of_mut(form: &mut Form, place: ServiceField) -> &mut PrintedBusiness {
    if place == ServiceField::BusinessOnSite {
        &mut form.service.business_on_site
    } else {
        &mut form.service.business_on_certificate
    }
}
