//! Before and after: every difference between two applications, and between two consent screens.

mod lines;
mod value;

use crate::application::Document;
use crate::business::PrintedBusiness;
use crate::id::ChannelId;
use crate::merge::changed;
use crate::subject::{AppFact, Field, Subject};
use crate::term::{TermChange, changes};
use value::{flag, list, printed, text, value};

pub use lines::{LineChange, line_changes};
pub use value::Value;

/// One difference between two applications.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub subject: Subject,
    /// What was there.
    pub before: Value,
    /// What is there.
    pub after: Value,
}

/// Every difference between two applications: app, channels, then the form in its order. Service terms have a list of their own, see
/// [`terms`].
pub fn differences(before: &Document, after: &Document) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut add = |subject, before: Value, after: Value| {
        found.push(Difference {
            subject,
            before,
            after,
        });
    };
    let (a, b) = (&before.app, &after.app);
    for (fact, a, b) in [
        (AppFact::Name, &a.name, &b.name),
        (AppFact::Company, &a.company, &b.company),
        (AppFact::Category, &a.category, &b.category),
    ] {
        if a.trim() != b.trim() {
            add(Subject::App(fact), text(a), text(b));
        }
    }
    if a.icon != b.icon {
        add(Subject::App(AppFact::Icon), flag(a.icon), flag(b.icon));
    }
    if a.business != b.business {
        let of =
            |business: &Option<PrintedBusiness>| business.as_ref().map_or(Value::Empty, printed);
        add(
            Subject::App(AppFact::Business),
            of(&a.business),
            of(&b.business),
        );
    }
    let shown = |document: &Document| -> Vec<(ChannelId, String)> {
        let channels = document.channels.iter();
        channels
            .map(|one| (one.id.clone(), one.name.clone()))
            .collect()
    };
    let (a, b) = (shown(before), shown(after));
    if a != b {
        let names =
            |all: Vec<(ChannelId, String)>| list(all.into_iter().map(|(_, name)| name).collect());
        add(Subject::Channels, names(a), names(b));
    }
    for field in changed(&before.form, &after.form) {
        if field == Field::Terms {
            continue;
        }
        let (a, b) = (
            value(before, &before.form, &field),
            value(after, &after.form, &field),
        );
        add(Subject::Form(field), a, b);
    }
    found
}

/// What became of the terms.
pub fn terms(before: &Document, after: &Document) -> Vec<TermChange> {
    changes(&before.form.terms, &after.form.terms)
}
