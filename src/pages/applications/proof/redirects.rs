//! Redirect URIs in the code beside those that are registered, letter by letter. Rule 89.

use domain::finding::{Code, FactName, FactValue, Finding};
use domain::form::Form;
use domain::subject::{Field, LoginField};
use leptos::prelude::*;
use text::Lang;
use text::screens::questions;
use ui::{Glyph, Icon};

use crate::lang::use_lang;
use crate::pages::applications::draft::use_draft;
use crate::parts::letters::letters;

/// Each URI of the code: as registered, or what differs. Nothing until both are known.
#[component]
pub(super) fn Redirects() -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let uris = draft.value(|form: &Form| {
        if form.login.registered_redirect_uris.is_empty() {
            Vec::new()
        } else {
            form.login.redirect_uris.clone()
        }
    });
    let found = draft.findings_at(&Field::Login(LoginField::RedirectUris));
    let rows = move || {
        let (uris, lang) = (uris.get(), lang.get());
        (!uris.is_empty()).then(|| {
            let rows = uris
                .iter()
                .map(|uri| row(lang, uri, &found.get()))
                .collect_view();
            view! {
                <div class="group">
                    <strong>{questions::uris_title(lang)}</strong>
                    <ul class="uris">{rows}</ul>
                </div>
            }
        })
    };
    rows.into_any()
}

fn row(lang: Lang, uri: &str, found: &[Finding]) -> AnyView {
    let about = |finding: &&Finding| {
        finding.code == Code::RedirectMismatch && text_of(finding, FactName::Entered) == Some(uri)
    };
    let Some(finding) = found.iter().find(about) else {
        return view! {
            <li><Icon glyph=Glyph::Check/><code>{uri.to_owned()}</code><span class="hint">{questions::uri_same(lang)}</span></li>
        }
        .into_any();
    };
    let how = finding.facts.iter().find_map(|fact| match &fact.value {
        FactValue::Difference(difference) => Some(text::difference(lang, *difference)),
        _ => None,
    });
    let Some(registered) = text_of(finding, FactName::Registered) else {
        return view! {
            <li data-differs="true"><Icon glyph=Glyph::Warning/><code>{uri.to_owned()}</code><span class="hint">{questions::uri_unknown(lang)}</span></li>
        }
        .into_any();
    };
    let (code, known) = letters(uri, registered);
    view! {
        <li data-differs="true">
            <Icon glyph=Glyph::Warning/>
            <dl class="values">
                <dt>{questions::uri_code(lang)}</dt><dd><code>{code}</code></dd>
                <dt>{questions::uri_registered(lang)}</dt><dd><code>{known}</code></dd>
            </dl>
            <span class="hint">{how}</span>
        </li>
    }
    .into_any()
}

fn text_of(finding: &Finding, name: FactName) -> Option<&str> {
    finding.facts.iter().find_map(|fact| match &fact.value {
        FactValue::Text(text) if fact.name == name => Some(text.as_str()),
        _ => None,
    })
}
