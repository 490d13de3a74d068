//! The items: asked for as the own sign-up collects them, and no more than that.

use crate::application::{Document, Goal};
use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{Form, IfAbsent, ItemRequest};
use crate::item::{Condition, Item, Moment, Permission, Stage};
use crate::subject::{Field, ItemField, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Finding>) {
    let form = &document.form;
    if form.used().next().is_none() {
        found.push(Finding::new(Code::NoItems, Subject::Form(Field::Items)));
    }
    for (item, request) in form.used() {
        collection(document, item, request, found);
        absence(form, item, request, found);
    }
}

fn at(item: Item, field: ItemField) -> Subject {
    Subject::Form(Field::Item(item, field))
}

/// The request against what the own sign-up does. `#9`.
fn collection(document: &Document, item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    // Nobody reviews what needs no review; there it is advice.
    let weight = if item.permission() == Permission::Review {
        Weight::Blocks
    } else {
        Weight::Warns
    };
    let at_signup = matches!(request.stage, Stage::Required | Stage::Optional);
    match request.own_condition {
        Some(own @ Condition::NotCollected) => found.push(
            Finding::new(Code::NotCollected, at(item, ItemField::OwnCondition))
                .with(FactName::Requested, request.stage)
                .with(FactName::OwnSignup, own)
                .weighing(weight),
        ),
        Some(own @ Condition::Optional) if request.stage == Stage::Required => found.push(
            Finding::new(Code::StageDiffers, at(item, ItemField::Stage))
                .with(FactName::Requested, request.stage)
                .with(FactName::OwnSignup, own)
                .weighing(weight),
        ),
        Some(own @ Condition::Required)
            if request.stage == Stage::Optional
                && request.own_moment.is_none_or(|when| when == Moment::Signup) =>
        {
            found.push(
                Finding::new(Code::OptionalButNeeded, at(item, ItemField::Stage))
                    .with(FactName::Requested, request.stage)
                    .with(FactName::OwnSignup, own),
            );
        }
        _ => {}
    }
    if let Some(moment @ (Moment::Order | Moment::Later)) = request.own_moment
        && at_signup
        && request.own_condition != Some(Condition::NotCollected)
        && document.meant() != Goal::Login
    {
        found.push(
            Finding::new(Code::CollectedLater, at(item, ItemField::OwnMoment))
                .with(FactName::Requested, request.stage)
                .with(FactName::Collected, moment)
                .weighing(weight),
        );
    }
}

/// What happens when the value does not come: even a required item may be empty. Rule 51.
fn absence(form: &Form, item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    // An optional item that the site requires is said already, with the same way out.
    let said =
        request.stage == Stage::Optional && request.own_condition == Some(Condition::Required);
    let may_be_empty = request.stage != Stage::Required || !request.collect_if_absent;
    if request.if_absent == Some(IfAbsent::Refuse) && may_be_empty && !said {
        found.push(
            Finding::new(Code::RefusesWithoutValue, at(item, ItemField::IfAbsent))
                .with(FactName::Requested, request.stage),
        );
        return;
    }
    let asked = matches!(request.if_absent, Some(IfAbsent::Ask | IfAbsent::GoOn));
    if request.stage == Stage::Required
        && !request.collect_if_absent
        && !asked
        && item != Item::Profile
        && form.login.account_key != Some(item)
    {
        found.push(Finding::new(
            Code::MayBeAbsent,
            at(item, ItemField::CollectIfAbsent),
        ));
    }
}
