//! Reasons and least data: why an item is wanted, where it is used, and whether less would do. Said kindly; most of it is our judgement.

use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{Form, ItemRequest};
use crate::item::{Condition, Item, Permission, Stage};
use crate::subject::{Field, ItemField, Subject};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    for (item, request) in form.used() {
        reasons(item, request, found);
        least(form, item, request, found);
    }
    repetition(form, found);
}

fn at(item: Item, field: ItemField) -> Subject {
    Subject::Form(Field::Item(item, field))
}

fn has(text: &str) -> bool {
    !super::is_empty(text)
}

/// Purpose, justification and place of use.
fn reasons(item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    let purpose = has(&request.purpose);
    if !purpose {
        let weight = if item.permission() == Permission::Review {
            Weight::Blocks
        } else {
            Weight::Notes
        };
        found.push(
            Finding::new(Code::PurposeMissing, at(item, ItemField::Purpose)).weighing(weight),
        );
    } else if is_thin(item, request) {
        found.push(
            Finding::new(Code::PurposeThin, at(item, ItemField::Purpose))
                .with(FactName::Entered, request.purpose.trim()),
        );
    }
    justification(item, request, found);
    if !has(&request.used_where) {
        // Not used anywhere in the own sign-up either: that is what was called excessive.
        let unused = request.own_condition == Some(Condition::NotCollected);
        let weight = if purpose && !unused {
            Weight::Notes
        } else {
            doubt(item)
        };
        found.push(Finding::new(Code::UseMissing, at(item, ItemField::UsedWhere)).weighing(weight));
    }
}

/// Required, but is the service really impossible without it? Rule 61.
fn justification(item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    if request.stage != Stage::Required || item.permission() != Permission::Review {
        return;
    }
    let subject = at(item, ItemField::Justification);
    let given = has(&request.justification);
    if !given && doubt(item) == Weight::Warns {
        found.push(Finding::new(Code::RequiredNotJustified, subject).weighing(Weight::Warns));
    } else if !given || !says_why(&request.justification) {
        found.push(
            Finding::new(Code::OptionalMayBeGranted, subject)
                .with(FactName::Requested, request.stage),
        );
    }
}

/// Whether a justification says that something cannot be done, and not only what is nice to have.
fn says_why(text: &str) -> bool {
    const WORDS: [&str; 20] = [
        "없으면",
        "없이",
        "않으면",
        "못",
        "불가",
        "수 없",
        "수없",
        "어렵",
        "어려",
        "있어야",
        "알아야",
        "해야",
        "아니면",
        "않으므로",
        "법",
        "의무",
        "without",
        "cannot",
        "must",
        "impossible",
    ];
    let text = text.to_lowercase();
    text.chars().filter(|c| !c.is_whitespace()).count() >= 10
        && WORDS.iter().any(|word| text.contains(word))
}

/// How much a missing reason weighs: a name or a way to reach somebody explains itself more easily than an age or an address.
/// Our judgement, from what was called excessive.
fn doubt(item: Item) -> Weight {
    match item {
        Item::Profile | Item::AccountEmail | Item::PhoneNumber | Item::Name => Weight::Notes,
        _ => Weight::Warns,
    }
}

/// A purpose that would fit every item: "sign-up", "member management".
fn is_thin(item: Item, request: &ItemRequest) -> bool {
    const EMPTY_WORDS: [&str; 24] = [
        "회원가입",
        "가입",
        "회원관리",
        "회원",
        "관리",
        "본인확인",
        "본인",
        "확인",
        "식별",
        "인증",
        "서비스",
        "이용",
        "제공",
        "정보",
        "수집",
        "위해",
        "위한",
        "목적",
        "필요",
        "사용",
        "용도",
        "및",
        "을",
        "를",
    ];
    if doubt(item) == Weight::Notes {
        return false;
    }
    let mut rest: String = request
        .purpose
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    for word in EMPTY_WORDS {
        rest = rest.replace(word, "");
    }
    for word in ["signup", "register", "member", "identity", "check"] {
        rest = rest.replace(word, "");
    }
    rest.chars().count() < 3
}

/// Words for an age that has to be known.
const AGE: [&str; 9] = [
    "생년월일",
    "나이",
    "성인",
    "미성년",
    "14세",
    "19세",
    "만나이",
    "date of birth",
    "adult",
];

/// Items with which people usually ask for too much, or for the wrong thing.
fn least(form: &Form, item: Item, request: &ItemRequest, found: &mut Vec<Finding>) {
    let says = |words: &[&str]| {
        let text = format!(
            "{} {} {}",
            request.purpose, request.used_where, request.justification
        )
        .to_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    let unused = |other: Item| form.item(other).stage == Stage::NotUsed;
    match item {
        Item::Birthday if unused(Item::Birthyear) && says(&AGE) => found.push(
            Finding::new(Code::BirthdayWithoutYear, at(item, ItemField::Stage))
                .with(FactName::Name, Item::Birthyear),
        ),
        Item::AgeRange if unused(Item::Birthyear) && says(&AGE) => found.push(
            Finding::new(Code::AgeRangeNoProof, at(item, ItemField::Purpose))
                .with(FactName::Name, Item::Birthyear),
        ),
        Item::ShippingAddress
            if has(&request.purpose)
                && !says(&[
                    "배송", "배달", "택배", "발송", "보내", "보냅", "보낼", "수령", "받을", "주문",
                    "방문", "수거", "우편", "출장", "deliver", "ship", "order", "send", "post",
                ]) =>
        {
            found.push(
                Finding::new(Code::AddressWithoutDelivery, at(item, ItemField::Purpose))
                    .with(FactName::Entered, request.purpose.trim()),
            );
        }
        _ => {}
    }
}

/// Items that say the same, and the same sentence at several items.
fn repetition(form: &Form, found: &mut Vec<Finding>) {
    let used = |item: Item| form.item(item).stage != Stage::NotUsed;
    if used(Item::AgeRange) && used(Item::Birthyear) {
        found.push(
            Finding::new(Code::SameTwice, at(Item::AgeRange, ItemField::Stage))
                .with(FactName::Name, Item::Birthyear),
        );
    }
    let purposes: Vec<&str> = form
        .used()
        .map(|(_, request)| request.purpose.trim())
        .collect();
    for purpose in &purposes {
        let count = purposes.iter().filter(|other| *other == purpose).count();
        if count >= 3 && has(purpose) {
            found.push(
                Finding::new(Code::PurposeCopied, Subject::Form(Field::Items))
                    .with(FactName::Count, count)
                    .with(FactName::Entered, *purpose),
            );
            return;
        }
    }
}
