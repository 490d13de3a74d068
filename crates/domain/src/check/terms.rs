//! Service terms and the information that is asked afterwards on the site's own page.

use std::collections::BTreeSet;

use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{AGE_TERM_TAG, Form, Term};
use crate::item::{Item, Stage};
use crate::subject::{Field, Subject, TermField};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    if form.terms.iter().all(|term| !term.required) {
        // No term at all may be a question of time; terms without a required one are a mistake.
        let weight = if form.terms.is_empty() {
            Weight::Notes
        } else {
            Weight::Warns
        };
        found
            .push(Finding::new(Code::NoRequiredTerm, Subject::Form(Field::Terms)).weighing(weight));
    }
    let has_age_term = form.terms.iter().any(is_age_term);
    if has_age_term && !form.over_14 {
        found.push(Finding::new(
            Code::AgeOptionOff,
            Subject::Form(Field::Over14),
        ));
    }
    let mut tags = BTreeSet::new();
    for (row, term) in form.terms.iter().enumerate() {
        one(row, term, form, found);
        let tag = term.tag.trim();
        if !tag.is_empty() && !tags.insert(tag) {
            found.push(
                Finding::new(Code::TermTagTwice, at(row, TermField::Tag)).with(FactName::Tag, tag),
            );
        }
    }
    for (row, extra) in form.extra.iter().enumerate() {
        let subject = || Subject::Form(Field::ExtraRow(row));
        if extra.name.trim().is_empty() {
            found.push(Finding::new(Code::ExtraNameMissing, subject()));
        } else if let Some(item) = in_sync(&extra.name) {
            found.push(Finding::new(Code::ExtraInSync, subject()).with(FactName::Name, item));
        }
    }
}

fn plain(title: &str) -> String {
    title
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The term "I am 14 or older", by its tag or its title. Rule 64.
fn is_age_term(term: &Term) -> bool {
    let title = plain(&term.title_ko);
    term.tag == AGE_TERM_TAG || title.contains("14세이상") || title.contains("14세미만이아")
}

fn at(row: usize, field: TermField) -> Subject {
    Subject::Form(Field::Term(row, field))
}

fn one(row: usize, term: &Term, form: &Form, found: &mut Vec<Finding>) {
    if term.title_ko.trim().is_empty() {
        found.push(Finding::new(
            Code::TermTitleMissing,
            at(row, TermField::TitleKo),
        ));
    }
    if term.url.trim().is_empty() && term.tag != AGE_TERM_TAG {
        found.push(Finding::new(Code::TermUrlMissing, at(row, TermField::Url)));
    }
    if term.tag.is_empty() || term.tag.contains(|c: char| c == ',' || c.is_whitespace()) {
        found.push(
            Finding::new(Code::TermTagMalformed, at(row, TermField::Tag))
                .with(FactName::Tag, term.tag.as_str()),
        );
    }
    if is_age_term(term) && term.tag != AGE_TERM_TAG && !term.tag.is_empty() {
        found.push(
            Finding::new(Code::AgeTermTag, at(row, TermField::Tag))
                .with(FactName::Tag, term.tag.as_str()),
        );
    }
    let title = plain(&term.title_ko);
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let unused = |item: Item| form.item(item).stage == Stage::NotUsed;
    let marketing = has(&["마케팅", "광고", "홍보"]);
    let (email, sms) = (has(&["이메일", "메일"]), has(&["sms", "문자"]));
    if marketing && (email && unused(Item::AccountEmail) || sms && unused(Item::PhoneNumber)) {
        let item = if email && unused(Item::AccountEmail) {
            Item::AccountEmail
        } else {
            Item::PhoneNumber
        };
        found.push(
            Finding::new(Code::MarketingWithoutAddress, at(row, TermField::TitleKo))
                .with(FactName::Name, item),
        );
    }
}

/// The item that Sync could hand over instead, recognised by the words people use for it.
fn in_sync(name: &str) -> Option<Item> {
    let name = plain(name);
    let words: [(&[&str], Item); 8] = [
        (
            &[
                "휴대폰번호",
                "휴대전화번호",
                "휴대전화",
                "핸드폰번호",
                "전화번호",
                "연락처",
                "phonenumber",
                "mobilenumber",
            ],
            Item::PhoneNumber,
        ),
        (
            &[
                "이메일",
                "이메일주소",
                "전자우편",
                "email",
                "e-mail",
                "emailaddress",
            ],
            Item::AccountEmail,
        ),
        (&["이름", "성명", "name", "fullname"], Item::Name),
        (&["성별", "gender"], Item::Gender),
        (&["생일", "birthday"], Item::Birthday),
        (&["출생연도", "태어난해", "birthyear"], Item::Birthyear),
        (&["연령대", "agerange"], Item::AgeRange),
        (
            &["배송지", "배송주소", "shippingaddress"],
            Item::ShippingAddress,
        ),
    ];
    words
        .into_iter()
        .find(|(names, _)| names.contains(&name.as_str()))
        .map(|(_, item)| item)
}
