//! The check: what a careful colleague, and later the reviewer, would say about an application.
//!
//! One function for the form while it is being written, for the server before a submission, for the reviewer and for the command line.

mod ci;
mod facts;
mod items;
mod login;
mod proof;
mod service;
mod shape;
mod terms;

#[cfg(test)]
mod tests;

use crate::application::Document;
use crate::evidence::EvidencePage;
use crate::finding::{Code, FactName, Finding, sort};
use crate::form::Form;
use crate::item::{Item, Permission};
use crate::subject::{Field, ServiceField, Subject};
use crate::time::Date;

/// Business days that a review of consent items usually takes, at least and at most: experience, never a promise. Rule 77.
pub const ITEM_REVIEW_DAYS: (u32, u32) = (1, 5);
/// The same for business information and for a business channel. Rule 77.
pub const BUSINESS_REVIEW_DAYS: (u32, u32) = (3, 5);

/// Everything there is to say about an application, most important first. `today` is the day in Seoul; without it nothing is said about time.
pub fn check(document: &Document, today: Option<Date>) -> Vec<Finding> {
    let mut found = Vec::new();
    facts::check(document, &mut found);
    shape::check(&document.form, &mut found);
    items::check(&document.form, &mut found);
    ci::check(&document.form, &mut found);
    proof::check(&document.form, &mut found);
    service::check(document, &mut found);
    terms::check(&document.form, &mut found);
    login::check(&document.form, &mut found);
    if let Some(today) = today {
        time(document, today, &mut found);
    }
    sort(&mut found);
    found
}

/// A launch that is sooner than the reviews usually take.
fn time(document: &Document, today: Date, found: &mut Vec<Finding>) {
    use crate::business::BusinessReview;
    // A date that has passed says that the service runs; there is nothing to be late for.
    let Some(launch) = document
        .form
        .service
        .launch_date
        .filter(|launch| *launch >= today)
    else {
        return;
    };
    if !document
        .form
        .used()
        .any(|(item, _)| item.permission() == Permission::Review)
    {
        return;
    }
    let before = match document.app.business_review {
        Some(BusinessReview::Approved) | None => (0, 0),
        Some(_) => BUSINESS_REVIEW_DAYS,
    };
    let (min, max) = (ITEM_REVIEW_DAYS.0 + before.0, ITEM_REVIEW_DAYS.1 + before.1);
    if launch < today.add_business_days(max) {
        let field = Field::Service(ServiceField::LaunchDate);
        found.push(
            Finding::new(Code::LaunchTooEarly, Subject::Form(field))
                .with(FactName::DaysMin, usize::try_from(min).unwrap_or_default())
                .with(FactName::DaysMax, usize::try_from(max).unwrap_or_default()),
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
