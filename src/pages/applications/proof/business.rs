//! Business information as three places print it, side by side and letter by letter, so that differences can be seen. Rule 31.

use domain::business::PrintedBusiness;
use domain::subject::{Field, ServiceField};
use leptos::prelude::*;
use text::Lang;
use text::screens::{evidence, questions};
use ui::{Fieldset, Glyph, Icon, Panel};

use crate::lang::{say, tell, use_lang};
use crate::pages::applications::draft::{Draft, use_draft};
use crate::pages::applications::fields::{
    NotKnown, PRINTED, Question, Questions, printed_at, printed_part, shown,
};
use crate::parts::findings::{FindingNotes, is_gap};
use crate::parts::letters::letters;

const CERTIFICATE: Field = Field::Service(ServiceField::BusinessOnCertificate);
const SITE: Field = Field::Service(ServiceField::BusinessOnSite);

/// Certificate, app and site for each part of the information; then where the site shows it.
#[component]
pub(super) fn Business() -> impl IntoView {
    let draft = use_draft();
    let site = shown(draft, vec![SITE]);
    let on_site = Memo::new(move |_| site.with(|site| !site.is_empty()));
    let rows = PRINTED
        .map(|part| row(draft, part, on_site))
        .into_iter()
        .collect_view();
    let place = [
        ServiceField::BusinessShownAt,
        ServiceField::BusinessSameOnPages,
    ];
    view! {
        <Panel title=say(evidence::business_title)>
            <Questions fields=place.map(Field::Service).to_vec()/>
            <p class="hint">{say(evidence::business_hint)}</p>
            <div class="group" id=CERTIFICATE.anchor() tabindex="-1">{rows}</div>
            <div class="group" id=SITE.anchor() tabindex="-1">
                <FindingNotes findings=all_notes(draft)/>
                <NotKnown field=CERTIFICATE label=tell(|lang| text::field(lang, &CERTIFICATE)) named=true/>
                <Show when=move || on_site.get()>
                    <NotKnown field=SITE label=tell(|lang| text::field(lang, &SITE)) named=true/>
                </Show>
            </div>
        </Panel>
    }
    .into_any()
}

/// What the check says about either place. What blocks stands here, too: these fields have no line of their own for errors.
fn all_notes(draft: Draft) -> Signal<Vec<domain::finding::Finding>> {
    let found = [CERTIFICATE, SITE].map(|field| draft.findings_at(&field));
    Signal::derive(move || {
        let all = found.iter().flat_map(|found| found.get());
        all.filter(|finding| !is_gap(finding)).collect()
    })
}

/// One part in all three places.
fn row(draft: Draft, part: &'static str, on_site: Memo<bool>) -> AnyView {
    let certificate = draft
        .value(move |form| printed_part(&form.service.business_on_certificate, part).to_owned());
    let site = draft.value(move |form| {
        let printed = printed_at(&form.service, ServiceField::BusinessOnSite);
        printed.map_or_else(String::new, |printed| {
            printed_part(printed, part).to_owned()
        })
    });
    let app = Memo::new(move |_| {
        draft.document.with(|document| {
            let nothing = PrintedBusiness::default();
            let printed = document.app.business.as_ref().unwrap_or(&nothing);
            printed_part(printed, part).to_owned()
        })
    });
    let in_app = tell(move |lang| {
        let value = app.get();
        if value.trim().is_empty() {
            questions::printed_nothing(lang).to_owned()
        } else {
            value
        }
    });
    let legend = say(match part {
        "number" => evidence::number,
        "trade-name" => evidence::trade_name,
        "representative" => evidence::representative,
        _ => questions::address,
    });
    let app_label = say(questions::printed_app);
    view! {
        <Fieldset legend>
            <div class="printed">
                <Question field=CERTIFICATE part/>
                <div class="field">
                    <span class="field-label">{move || app_label.get()}</span>
                    <p class="printed-value">{move || in_app.get()}</p>
                </div>
                <Show when=move || on_site.get()><Question field=SITE part/></Show>
            </div>
            {difference(part, certificate, app, site, on_site)}
        </Fieldset>
    }
    .into_any()
}

/// Where the places differ, with the letters marked; nothing where they are alike or nothing is known. The certificate is the measure,
/// without it the app is.
fn difference(
    part: &'static str,
    certificate: Memo<String>,
    app: Memo<String>,
    site: Memo<String>,
    on_site: Memo<bool>,
) -> AnyView {
    let lang = use_lang();
    (move || {
        let lang = lang.get();
        let places = [
            (questions::printed_certificate(lang), certificate.get()),
            (questions::printed_app(lang), app.get()),
            (
                questions::printed_site(lang),
                if on_site.get() {
                    site.get()
                } else {
                    String::new()
                },
            ),
        ];
        let from_app = certificate.with(|text| text.trim().is_empty());
        let mut known = places
            .into_iter()
            .filter(|(_, value)| !value.trim().is_empty());
        let measure = known.next()?;
        let unlike: Vec<AnyView> = known
            .filter(|(_, value)| !is_same(part, value, &measure.1))
            .map(|other| pair(&measure, &other))
            .collect();
        (!unlike.is_empty()).then(|| {
            let words = said(lang, from_app);
            view! {
                <div class="differs">
                    <p><Icon glyph=Glyph::Warning/><span>{words}</span></p>
                    {unlike}
                </div>
            }
        })
    })
    .into_any()
}

fn said(lang: Lang, from_app: bool) -> &'static str {
    if from_app {
        questions::differs_from_app(lang)
    } else {
        questions::differs(lang)
    }
}

/// Numbers are compared by their digits, everything else letter by letter.
fn is_same(part: &str, one: &str, other: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    if part == "number" {
        digits(one) == digits(other)
    } else {
        one.trim() == other.trim()
    }
}

fn pair(measure: &(&'static str, String), other: &(&'static str, String)) -> AnyView {
    let (one, two) = letters(measure.1.trim(), other.1.trim());
    view! {
        <dl class="values">
            <dt>{measure.0}</dt><dd>{one}</dd>
            <dt>{other.0}</dt><dd>{two}</dd>
        </dl>
    }
    .into_any()
}
