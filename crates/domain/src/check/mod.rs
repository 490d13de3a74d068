//! The check: what a careful colleague, and later the reviewer, would say about an application.
//!
//! One function for the form while it is being written, for the server before a submission, for the reviewer and for the command line.

mod business;
mod calm;
mod ci;
mod facts;
mod items;
mod login;
mod proof;
mod reasons;
mod redirect;
mod service;
mod shape;
mod terms;
mod text;
mod tie;

#[cfg(test)]
mod tests;

use crate::application::Document;
use crate::evidence::EvidencePage;
use crate::finding::{Code, FactName, Finding, sort};
use crate::form::Form;
use crate::item::{Item, Permission};
use crate::plan;
use crate::proof::Readings;
use crate::questions;
use crate::subject::{Field, Part, ServiceField, Subject};
use crate::time::Date;

/// Business days that a review of consent items usually takes, at least and at most: experience, never a promise. Rule 77.
pub const ITEM_REVIEW_DAYS: (u32, u32) = (1, 5);
/// The same for business information and for a business channel. Rule 77.
pub const BUSINESS_REVIEW_DAYS: (u32, u32) = (3, 5);

/// Everything there is to say about an application, most important first. `today` is the day in Seoul; without it nothing is said about time.
pub fn check(document: &Document, today: Option<Date>) -> Vec<Finding> {
    check_read(document, &Readings::of(&document.form), today)
}

/// The same for somebody who has read the pasted texts already: reading takes longer than everything else.
pub fn check_read(document: &Document, readings: &Readings, today: Option<Date>) -> Vec<Finding> {
    let mut found = Vec::new();
    facts::check(document, &mut found);
    shape::check(&document.form, &mut found);
    items::check(document, &mut found);
    reasons::check(&document.form, &mut found);
    ci::check(&document.form, &mut found);
    proof::check(document, readings, &mut found);
    service::check(document, readings, &mut found);
    business::check(document, readings, &mut found);
    tie::check(document, readings, &mut found);
    text::check(document, readings, &mut found);
    terms::check(&document.form, &mut found);
    login::check(document, &mut found);
    unanswered(document, readings, &mut found);
    if let Some(today) = today {
        time(document, today, &mut found);
    }
    calm::calm(document, &mut found);
    sort(&mut found);
    found
}

/// One finding for each part of the form with open questions, at the first of them; and one for each that nobody can answer yet.
fn unanswered(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let mut parts: Vec<(Part, Field, usize)> = Vec::new();
    for field in questions::open(document, readings) {
        if questions::is_not_known(&document.form, &field) {
            found.push(Finding::new(Code::NotKnownYet, Subject::Form(field)));
            continue;
        }
        match parts.iter_mut().find(|(part, ..)| *part == field.part()) {
            Some((_, _, count)) => *count += 1,
            None => parts.push((field.part(), field, 1)),
        }
    }
    for (_, field, count) in parts {
        found.push(
            Finding::new(Code::NotAnswered, Subject::Form(field)).with(FactName::Count, count),
        );
    }
}

/// A launch that is sooner than the reviews usually take.
fn time(document: &Document, today: Date, found: &mut Vec<Finding>) {
    // A date that has passed says that the service runs; there is nothing to be late for.
    let Some(launch) = document
        .form
        .service
        .launch_date
        .filter(|launch| *launch >= today)
    else {
        return;
    };
    let reviewed = document
        .form
        .used()
        .any(|(item, _)| item.permission() == Permission::Review);
    let (min, max) = plan::days(&plan::steps(document));
    if (reviewed || max > 0) && launch < today.add_business_days(max) {
        let field = Field::Service(ServiceField::LaunchDate);
        found.push(
            Finding::new(Code::LaunchTooEarly, Subject::Form(field))
                .with(FactName::DaysMin, u64::from(min))
                .with(FactName::DaysMax, u64::from(max)),
        );
    }
}

/// Whether a file shows that page, of that item if one is given.
fn is_shown(form: &Form, page: EvidencePage, item: Option<Item>) -> bool {
    form.evidence
        .iter()
        .any(|file| file.page == Some(page) && item.is_none_or(|item| file.shows.contains(&item)))
}

/// The same letters, apart from spaces, brackets and case: what a person takes for the same name.
fn is_same_name(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    plain(a) == plain(b)
}

/// Whether nothing but space was written.
pub(crate) fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether a channel that has not been judged is called otherwise than the business.
pub(crate) fn names_differ(document: &Document) -> bool {
    tie::named_apart(document).is_some()
}
