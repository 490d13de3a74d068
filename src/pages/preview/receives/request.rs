//! The authorize address, from what the application says and what is typed here, with everything that is wrong with it.

use domain::application::Document;
use domain::consent_screen::Facts;
use domain::payload::authorize::{self, Address, ProblemCode};
use leptos::prelude::*;
use text::screens::receives;
use text::{Lang, payload};
use ui::{Text, TextField};

use super::block::block;
use crate::lang::{say, use_lang};
use crate::parts::preview::Meeting;

/// What is typed. It stays in the page.
#[derive(Clone, Copy, Default)]
pub struct Client {
    id: RwSignal<String>,
    /// The redirect URI; empty for the first that is registered.
    pub redirect_uri: RwSignal<String>,
    /// The state.
    pub state: RwSignal<String>,
    nonce: RwSignal<String>,
}

impl Client {
    /// The address for that request; tracked.
    pub fn address(self, document: &Document, facts: &Facts) -> Address {
        let (id, redirect_uri) = (self.id.get(), self.redirect_uri.get());
        let (state, nonce) = (self.state.get(), self.nonce.get());
        let client = authorize::Client {
            id: id.trim(),
            redirect_uri: redirect_uri.trim(),
            state: state.trim(),
            nonce: nonce.trim(),
            channels: &[],
        };
        authorize::address(document, facts, &client)
    }
}

/// Where a problem is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Id,
    Redirect,
    State,
    Nonce,
    /// Below the address: it comes from the application, not from a field here.
    Below,
}

impl At {
    fn of(code: ProblemCode) -> At {
        match code {
            ProblemCode::ClientIdMissing | ProblemCode::ClientIdMalformed => At::Id,
            ProblemCode::RedirectMissing
            | ProblemCode::RedirectMalformed
            | ProblemCode::RedirectNotRegistered => At::Redirect,
            ProblemCode::StateMissing => At::State,
            ProblemCode::NonceWithoutOpenid => At::Nonce,
            _ => At::Below,
        }
    }
}

/// The fields, the address, and what is wrong.
#[component]
pub fn Request(meeting: Meeting, client: Client) -> impl IntoView {
    let lang = use_lang();
    let address = Memo::new(move |_| {
        let Meeting {
            document, facts, ..
        } = meeting;
        document.with(|document| facts.with(|facts| client.address(document, facts)))
    });
    let said = move |at: At| {
        let lang = lang.get();
        address.with(|address| {
            let here = address.problems.iter().find(|one| At::of(one.code) == at)?;
            Some(problem(lang, here))
        })
    };
    let field = move |at: At,
                      label: fn(Lang) -> &'static str,
                      hint: fn(Lang) -> &'static str,
                      value: RwSignal<String>| {
        let (label, hint): (Text, Text) = (say(label), say(hint));
        // What is empty has a remark, what is wrong an error.
        let is_empty = move || value.with(|typed| typed.trim().is_empty());
        let error = Signal::derive(move || said(at).filter(|_| !is_empty()));
        let below = Signal::derive(move || said(at).filter(|_| is_empty()));
        view! {
            <TextField
                label
                value
                on_input=move |typed| value.set(typed)
                hint=Signal::derive(move || Some(hint.get()))
                error
                below
            />
        }
        .into_any()
    };
    let rest = move || {
        let lang = lang.get();
        let lines: Vec<AnyView> = address.with(|address| {
            let rest = address
                .problems
                .iter()
                .filter(|one| At::of(one.code) == At::Below);
            rest.map(|one| view! { <li>{problem(lang, one)}</li> }.into_any())
                .collect()
        });
        (!lines.is_empty()).then(|| {
            view! { <p class="guards-title">{receives::problems(lang)}</p><ul class="guards">{lines}</ul> }
        })
    };
    view! {
        <div class="fields">
            {field(At::Id, receives::client_id, receives::client_id_hint, client.id)}
            {field(At::Redirect, receives::redirect_uri, receives::redirect_uri_hint, client.redirect_uri)}
            {field(At::State, receives::state, receives::state_hint, client.state)}
            {field(At::Nonce, receives::nonce, receives::nonce_hint, client.nonce)}
        </div>
        {move || block(lang.get(), receives::address_title(lang.get()), address.with(|address| address.url.clone()))}
        {rest}
    }
    .into_any()
}

/// What is wrong, and the error that Kakao shows for it.
fn problem(lang: Lang, problem: &authorize::Problem) -> String {
    let said = payload::problem(lang, problem);
    match problem.code.kakao() {
        Some(fault) if !said.contains(fault.code()) => format!("{said} · {}", fault.code()),
        _ => said,
    }
}
