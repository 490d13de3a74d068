//! The foot of the site against the certificate, letter by letter, with the part that differs marked.

use domain::business::PrintedBusiness;
use domain::reading::{Differing, Footer, Printed, Unreadable, differences};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, questions, reading};
use ui::{Button, Note, NoteTone, TableFrame, Tag, TagTone};

use super::{NotRead, Source};
use crate::lang::{say, use_lang};
use crate::parts::letters::letters;

/// One fact at both places.
struct Fact {
    label: fn(Lang) -> &'static str,
    site: Option<String>,
    certificate: String,
    is_number: bool,
}

/// What the foot of the site says.
#[component]
pub fn FooterReading(
    /// The texts.
    source: Source,
    /// What the certificate says, letter by letter.
    certificate: Signal<PrintedBusiness>,
    /// What the application says that the site prints.
    site: Signal<PrintedBusiness>,
    /// Puts what was found there; `None` where it can only be looked at.
    #[prop(optional_no_strip)]
    take: Option<Callback<PrintedBusiness>>,
) -> impl IntoView {
    let foot = Memo::new(move |_| source.readings.with(|readings| readings.footer.clone()));
    let lang = use_lang();
    (move || match foot.get() {
        None => ().into_any(),
        Some(Err(why)) => unreadable(why),
        Some(Ok(foot)) if foot.is_empty() => {
            let words = say(reading::footer_empty);
            view! { <Note tone=NoteTone::Warn><p>{move || words.get()}</p></Note> }.into_any()
        }
        Some(Ok(foot)) => {
            let rows = facts(&foot, &certificate.get())
                .into_iter()
                .map(|fact| row(lang.get(), &fact))
                .collect_view();
            let columns = [
                reading::column_fact,
                reading::column_certificate,
                reading::column_site,
                reading::column_check,
            ];
            let head = columns.map(|words| view! { <th scope="col">{words(lang.get())}</th> });
            view! {
                <TableFrame caption=say(reading::footer_caption) stack=true>
                    <thead><tr>{head.into_iter().collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </TableFrame>
                {take.map(|take| taking(foot, site, take))}
            }
            .into_any()
        }
    })
    .into_any()
}

fn unreadable(why: Unreadable) -> AnyView {
    view! { <NotRead why/> }.into_any()
}

fn facts(foot: &Footer, certificate: &PrintedBusiness) -> [Fact; 4] {
    let fact = |label, printed: &Option<Printed>, certificate: &String| Fact {
        label,
        site: printed.as_ref().map(|printed| printed.text.clone()),
        certificate: certificate.clone(),
        is_number: false,
    };
    let number = fact(evidence::number, &foot.number, &certificate.number);
    [
        fact(
            evidence::trade_name,
            &foot.trade_name,
            &certificate.trade_name,
        ),
        fact(
            evidence::representative,
            &foot.representative,
            &certificate.representative,
        ),
        Fact {
            is_number: true,
            ..number
        },
        fact(questions::address, &foot.address, &certificate.address),
    ]
}

/// Whether both places say the same, in words. Of a number only the digits count.
fn verdict(lang: Lang, is_number: bool, certificate: &str, site: &str) -> (bool, &'static str) {
    if !is_number {
        let differing = differences(certificate, site).differing;
        let same = differing == Differing::Same;
        return (same, text::differing(lang, differing));
    }
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    if digits(certificate) == digits(site) {
        (true, reading::same_number(lang))
    } else {
        (false, reading::other_number(lang))
    }
}

fn row(lang: Lang, fact: &Fact) -> AnyView {
    let none = |words: &'static str| view! { <span class="hint">{words}</span> }.into_any();
    let entered = Some(&fact.certificate).filter(|text| !text.trim().is_empty());
    let said = entered
        .zip(fact.site.as_ref())
        .map(|(certificate, site)| verdict(lang, fact.is_number, certificate, site));
    let (certificate, site) = match (entered, &fact.site, said) {
        (Some(certificate), Some(site), Some((false, _))) => letters(certificate, site),
        (certificate, site, _) => {
            let plain = |text: &String| text.clone().into_any();
            (
                certificate.map_or_else(|| none(reading::not_copied(lang)), plain),
                site.as_ref()
                    .map_or_else(|| none(reading::not_found(lang)), plain),
            )
        }
    };
    let said = said.map(|(good, words)| {
        let tone = if good { TagTone::Done } else { TagTone::Action };
        view! { <Tag tone label=words/> }
    });
    view! {
        <tr>
            <th scope="row">{(fact.label)(lang)}</th>
            <td data-l=reading::column_certificate(lang)>{certificate}</td>
            <td data-l=reading::column_site(lang)>{site}</td>
            <td data-l=reading::column_check(lang)>{said}</td>
        </tr>
    }
    .into_any()
}

/// The way to take over what was found, letter by letter. What was not found stays as it was.
fn taking(foot: Footer, site: Signal<PrintedBusiness>, take: Callback<PrintedBusiness>) -> AnyView {
    let found = move |before: PrintedBusiness| {
        let text = |found: &Option<Printed>, before: String| {
            found.as_ref().map_or(before, |found| found.text.clone())
        };
        PrintedBusiness {
            number: text(&foot.number, before.number),
            trade_name: text(&foot.trade_name, before.trade_name),
            representative: text(&foot.representative, before.representative),
            address: text(&foot.address, before.address),
        }
    };
    let (hint, done) = (say(reading::take_hint), say(reading::taken_already));
    let already = {
        let found = found.clone();
        Memo::new(move |_| found(site.get()) == site.get())
    };
    let blocked = Signal::derive(move || already.get().then(|| done.get()));
    let on_press = move |()| take.run(found(site.get_untracked()));
    view! {
        <div class="row">
            <Button label=say(reading::take_button) blocked on_press/>
            <Show when=move || !already.get()><span class="hint">{move || hint.get()}</span></Show>
        </div>
    }
    .into_any()
}
