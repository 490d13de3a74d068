//! The values a finding is about: a label and a value each.

use domain::finding::{Difference, Fact, FactName, FactValue};

use crate::{Lang, condition, item, moment, section, shown, stage};

words! {
    /// Whose value it is, or which.
    fact_name(FactName) {
        Requested: "신청", "Asked for";
        OwnSignup: "사이트 회원가입", "Own sign-up";
        Collected: "받는 때", "Collected";
        App: "앱", "App";
        Channel: "채널", "Channel";
        Site: "사이트", "Site";
        Certificate: "사업자등록증", "Certificate";
        Limit: "한도", "Limit";
        Count: "지금", "Now";
        Tag: "태그", "Tag";
        Scope: "동의항목 ID", "Scope ID";
        Role: "내 권한", "Your role";
        Name: "대상", "About";
        DaysMin: "빠르면 영업일", "Business days, at least";
        DaysMax: "늦으면 영업일", "Business days, at most";
        Entered: "적은 내용", "Entered";
        Registered: "등록한 값", "Registered";
        Answered: "답", "Answer";
        Text: "붙여 넣은 글", "Pasted text";
        Library: "라이브러리", "Library";
        Difference: "다른 점", "Difference";
    }

    /// In what two values differ.
    difference(Difference) {
        Spaces: "띄어쓰기가 다름", "the spaces differ";
        Scheme: "http와 https가 다름", "http and https differ";
        Host: "도메인이 다름", "the domain differs";
        Port: "포트가 다름", "the port differs";
        TrailingSlash: "끝의 / 하나가 다름", "the slash at the end differs";
        Case: "대문자와 소문자가 다름", "capital letters differ";
        Path: "경로가 다름", "the path differs";
        Query: "? 뒤가 다름", "what follows the question mark differs";
        Brackets: "괄호나 전각 문자가 다름", "brackets or full-width signs differ";
        CorporateForm: "회사 형태를 적는 방법이 다름", "the corporate form is written differently";
        Letters: "글자가 다름", "the letters differ";
    }
}

/// A value as people read it.
pub fn fact_value(lang: Lang, value: &FactValue) -> String {
    let words = match value {
        FactValue::Text(text) if text.is_empty() => lang.pick("적지 않음", "Not entered"),
        FactValue::Text(text) => text,
        FactValue::Count(count) => {
            return crate::number(usize::try_from(*count).unwrap_or(usize::MAX));
        }
        FactValue::Stage(value) => stage(lang, *value),
        FactValue::Condition(value) => condition(lang, *value),
        FactValue::Moment(value) => moment(lang, *value),
        FactValue::Item(value) => item(lang, *value),
        FactValue::Shown(value) => shown(lang, *value),
        FactValue::Difference(value) => difference(lang, *value),
        FactValue::Section(value) => section(lang, *value),
    };
    words.to_owned()
}

/// A fact as a label and a value.
pub fn fact(lang: Lang, fact: &Fact) -> (String, String) {
    (
        fact_name(lang, fact.name).to_owned(),
        fact_value(lang, &fact.value),
    )
}

/// The name of a fact in a template.
pub(super) fn slot(name: FactName) -> &'static str {
    match name {
        FactName::Requested => "requested",
        FactName::OwnSignup => "own_signup",
        FactName::Collected => "collected",
        FactName::App => "app",
        FactName::Channel => "channel",
        FactName::Site => "site",
        FactName::Certificate => "certificate",
        FactName::Limit => "limit",
        FactName::Count => "count",
        FactName::Tag => "tag",
        FactName::Scope => "scope",
        FactName::Role => "role",
        FactName::Name => "name",
        FactName::DaysMin => "days_min",
        FactName::DaysMax => "days_max",
        FactName::Entered => "entered",
        FactName::Registered => "registered",
        FactName::Answered => "answered",
        FactName::Text => "text",
        FactName::Library => "library",
        FactName::Difference => "difference",
    }
}
