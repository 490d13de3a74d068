//! The items: asked for as the own sign-up collects them, with a purpose, and no more than is used.

use std::collections::BTreeMap;

use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{Form, ItemRequest};
use crate::item::{Condition, Item, Moment, Stage};
use crate::subject::{Field, ItemField, Subject};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    if form.used().next().is_none() {
        found.push(Finding::new(Code::NoItems, Subject::Form(Field::Items)));
    }
    for (item, request) in form.used() {
        collection(item, request, found);
        reasons(item, request, found);
    }
    repetition(form, found);
}

/// The request against what the own sign-up does. `#9`.
fn collection(item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    let at = |field| Subject::Form(Field::Item(item, field));
    let at_signup = matches!(request.stage, Stage::Required | Stage::Optional);
    match request.own_condition {
        None => found.push(Finding::new(Code::NotAnswered, at(ItemField::OwnCondition))),
        Some(own @ Condition::NotCollected) => found.push(
            Finding::new(Code::NotCollected, at(ItemField::OwnCondition))
                .with(FactName::Requested, request.stage)
                .with(FactName::OwnSignup, own),
        ),
        Some(own @ Condition::Optional) if request.stage == Stage::Required => found.push(
            Finding::new(Code::StageDiffers, at(ItemField::Stage))
                .with(FactName::Requested, request.stage)
                .with(FactName::OwnSignup, own),
        ),
        Some(own @ Condition::Required) if request.stage == Stage::Optional => found.push(
            Finding::new(Code::OptionalButNeeded, at(ItemField::Stage))
                .with(FactName::Requested, request.stage)
                .with(FactName::OwnSignup, own),
        ),
        Some(_) => {}
    }
    if let Some(moment @ (Moment::Order | Moment::Later)) = request.own_moment
        && at_signup
        && request.own_condition != Some(Condition::NotCollected)
    {
        found.push(
            Finding::new(Code::CollectedLater, at(ItemField::OwnMoment))
                .with(FactName::Requested, request.stage)
                .with(FactName::Collected, moment),
        );
    }
    if request.stage == Stage::Required && !request.collect_if_absent && item != Item::Profile {
        found.push(Finding::new(
            Code::MayBeAbsent,
            at(ItemField::CollectIfAbsent),
        ));
    }
}

/// Purpose, justification and place of use.
fn reasons(item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    let at = |field| Subject::Form(Field::Item(item, field));
    let has = |text: &str| !text.trim().is_empty();
    if !has(&request.purpose) {
        found.push(Finding::new(Code::PurposeMissing, at(ItemField::Purpose)));
    }
    if request.stage == Stage::Required && !has(&request.justification) && item != Item::Profile {
        found.push(
            Finding::new(Code::RequiredNotJustified, at(ItemField::Justification))
                .weighing(doubt(item)),
        );
    }
    if !has(&request.used_where) {
        let weight = if has(&request.purpose) {
            Weight::Notes
        } else {
            doubt(item)
        };
        found.push(Finding::new(Code::UseMissing, at(ItemField::UsedWhere)).weighing(weight));
    }
}

/// How much a missing reason weighs: a name or a way to reach somebody explains itself more easily than an age or an address.
/// Our judgement, from what was called excessive.
fn doubt(item: Item) -> Weight {
    match item {
        Item::Profile | Item::AccountEmail | Item::PhoneNumber | Item::Name => Weight::Notes,
        _ => Weight::Warns,
    }
}

/// Items that say the same, and the same sentence at several items.
fn repetition(form: &Form, found: &mut Vec<Finding>) {
    let used: BTreeMap<Item, &ItemRequest> = form.used().collect();
    if used.contains_key(&Item::AgeRange) && used.contains_key(&Item::Birthyear) {
        found.push(
            Finding::new(
                Code::SameTwice,
                Subject::Form(Field::Item(Item::AgeRange, ItemField::Stage)),
            )
            .with(FactName::Name, Item::Birthyear),
        );
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for request in used.values() {
        let purpose = request.purpose.trim();
        if !purpose.is_empty() {
            *seen.entry(purpose).or_default() += 1;
        }
    }
    if let Some((purpose, count)) = seen.into_iter().find(|(_, count)| *count >= 3) {
        found.push(
            Finding::new(Code::PurposeCopied, Subject::Form(Field::Items))
                .with(FactName::Count, count)
                .with(FactName::Entered, purpose),
        );
    }
}
