//! Findings in words: what is wrong, with which values, what would pass, who can help and where the rule comes from.

mod detailed;
mod example;
mod fact;
mod help;
mod title;

use domain::finding::{Code, Fact, FactValue, Finding, Fixer, Remedy, Source, Weight};
use domain::item::Item;
use domain::subject::{Field, Subject};

pub use example::example;
pub use fact::{difference, fact, fact_name, fact_value};
pub use help::help;

/// What would pass, in a sentence; [`example`] shows one.
pub use help::help as passes;

use crate::{Lang, field, item};

words! {
    /// How much a finding weighs, in a word.
    weight(Weight) {
        Blocks: "막음", "Blocks";
        Warns: "주의", "Warning";
        Notes: "참고", "Note";
    }

    /// Who can put it right.
    fixer(Fixer) {
        Applicant: "신청서에서 고칠 수 있습니다", "You can fix this in the application";
        ChannelMaster: "채널 마스터만 고칠 수 있습니다", "Only the channel's master can fix this";
        AppOwner: "앱 오너만 고칠 수 있습니다", "Only the app's owner can fix this";
        MasterOrOwner: "채널 마스터나 앱 오너만 고칠 수 있습니다", "Only the channel's master or the app's owner can fix this";
        Wait: "지금 할 일은 없습니다", "Nothing to do now";
    }

    /// The button of the one action that helps. `Wait` has none; its words say so.
    remedy_button(Remedy) {
        Edit: "고치기", "Fix";
        RequestRole: "권한 요청하기", "Request the role";
        ReadChannelConversion: "채널 전환 방법", "How to convert a channel";
        ReadAppConversion: "앱 설정 방법", "How to set up the app";
        ReadBusinessInformation: "사업자 정보 안내", "About business information";
        SeeLinks: "연결 보기", "See the links";
        LinkChannel: "채널 연결하기", "Link a channel";
        Wait: "기다리기", "Wait";
    }
}

/// A finding as one sentence without a full stop.
pub fn finding(lang: Lang, finding: &Finding) -> String {
    let fill = |template| fill(lang, template, &finding.subject, &finding.facts);
    detailed::detailed(lang, finding.code)
        .and_then(fill)
        .or_else(|| fill(title::plain(lang, finding.code)))
        .unwrap_or_default()
}

/// What a code says where there are no facts: a reviewer's reason, for the item that it is about.
pub fn reason(lang: Lang, code: Code, of: Option<Item>) -> String {
    let subject = of.map_or(Subject::Application, |item| {
        Subject::Form(Field::Item(item, domain::subject::ItemField::Stage))
    });
    fill(lang, title::plain(lang, code), &subject, &[]).unwrap_or_default()
}

/// Where a rule comes from. What is ours is never shown as Kakao's.
pub fn source(lang: Lang, source: Source) -> String {
    match (source, lang) {
        (Source::Answer(n), Lang::Ko) => format!("카카오 고객센터 FAQ {n}번 답변"),
        (Source::Answer(n), Lang::En) => format!("Kakao FAQ, answer {n}"),
        (Source::Page(address), Lang::Ko) => format!("공개 문서 {address}"),
        (Source::Page(address), Lang::En) => format!("Public page {address}"),
        (Source::Note(number), Lang::Ko) => format!("개발자의 공개 글 {number}"),
        (Source::Note(number), Lang::En) => format!("A developer's public note {number}"),
        (Source::Judgement, _) => lang
            .pick(
                "싱크데스크의 판단이며 카카오의 규칙이 아닙니다",
                "Syncdesk's own judgement, not a rule of Kakao's",
            )
            .to_owned(),
    }
}

/// Fills the slots of a template in one pass, so that what people entered is never read as a template. `None` when a fact is missing.
fn fill(lang: Lang, template: &str, subject: &Subject, facts: &[Fact]) -> Option<String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}')?;
        out.push_str(before);
        out.push_str(&value(lang, slot, subject, facts)?);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

fn value(lang: Lang, slot: &str, subject: &Subject, facts: &[Fact]) -> Option<String> {
    Some(match slot {
        "item" => match subject.item() {
            Some(of) => named(lang, item(lang, of), " 항목"),
            None => lang.pick("이 항목", "this item").to_owned(),
        },
        "field" => match subject.field() {
            Some(at) => named(lang, &field(lang, at), " 칸"),
            None => lang.pick("이 칸", "this field").to_owned(),
        },
        "term" => match subject.field() {
            Some(Field::Term(row, _)) => format!("{} {}", lang.pick("약관", "term"), row + 1),
            _ => lang.pick("약관", "a term").to_owned(),
        },
        _ => {
            let fact = facts.iter().find(|fact| fact::slot(fact.name) == slot)?;
            match &fact.value {
                FactValue::Text(text) => shortened(text),
                value => fact_value(lang, value),
            }
        }
    })
}

/// A name in quotation marks; in Korean with a noun behind it that particles can follow.
fn named(lang: Lang, name: &str, noun: &str) -> String {
    match lang {
        Lang::Ko => format!("「{name}」{noun}"),
        Lang::En => format!("“{name}”"),
    }
}

/// What somebody entered, short enough for a sentence.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}
