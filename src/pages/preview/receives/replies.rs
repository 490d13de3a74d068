//! Where the person comes back, what the interfaces and webhooks say about them, and the errors on this way.

use domain::application::Document;
use domain::consent_screen::Answer;
use domain::payload::{
    self, Given, GuardCode, authorize, redirect, redirect_guards, replies, webhooks,
};
use leptos::prelude::*;
use text::screens::receives;
use text::{consent, payload as words};
use ui::TableFrame;

use super::block::{block, guards};
use super::request::Client;
use crate::lang::{say, use_lang};
use crate::parts::preview::Meeting;

/// The address at which the service gets its answer.
#[component]
pub fn Back(answer: Memo<Answer>, client: Client, meeting: Meeting) -> impl IntoView {
    let lang = use_lang();
    (move || {
        let (lang, answer) = (lang.get(), answer.get());
        let typed = client.redirect_uri.get();
        let registered = meeting.document.with(|document| {
            let first = authorize::registered(document)
                .iter()
                .find(|uri| !uri.trim().is_empty());
            first.cloned().unwrap_or_default()
        });
        let uri = if typed.trim().is_empty() {
            registered
        } else {
            typed
        };
        let address = redirect(answer, &uri, client.state.get().trim());
        let list: Vec<(&'static str, GuardCode)> = redirect_guards(answer)
            .iter()
            .map(|code| ("", *code))
            .collect();
        let shown = match address {
            Some(address) => block(lang, receives::back_title(lang), address),
            None => view! { <p>{receives::back_nowhere(lang)}</p> }.into_any(),
        };
        view! {
            <p>{consent::answer(lang, answer)}</p>
            {shown}
            {guards(lang, &list)}
        }
    })
    .into_any()
}

/// What the interfaces answer.
#[component]
pub fn Replies(document: Signal<Document>, given: Memo<Given>) -> impl IntoView {
    let lang = use_lang();
    (move || {
        let lang = lang.get();
        let found = document.with(|document| given.with(|given| replies(document, given)));
        if found.is_empty() {
            return view! { <p>{words::no_token(lang)}</p> }.into_any();
        }
        let one = |reply: payload::Reply| {
            let list: Vec<_> = reply
                .guards
                .iter()
                .map(|one| (one.path, one.code))
                .collect();
            view! {
                <p><code>{reply.api.call()}</code></p>
                {block(lang, words::api(lang, reply.api), reply.body.pretty())}
                {guards(lang, &list)}
            }
        };
        found.into_iter().map(one).collect_view().into_any()
    })
    .into_any()
}

/// What comes without being asked for.
#[component]
pub fn Hooks(given: Memo<Given>) -> impl IntoView {
    let lang = use_lang();
    (move || {
        let lang = lang.get();
        let found = given.with(webhooks);
        if found.is_empty() {
            return view! { <p>{receives::hooks_none(lang)}</p> }.into_any();
        }
        let one = |hook: payload::Webhook| {
            let mut code = format!("{}\n", hook.method);
            for (name, value) in &hook.headers {
                for part in [name, ": ", value, "\n"] {
                    code.push_str(part);
                }
            }
            code.push('\n');
            code.push_str(&hook.body);
            let list: Vec<_> = hook.guards.iter().map(|one| (one.path, one.code)).collect();
            view! {
                {block(lang, words::hook(lang, hook.hook), code)}
                {guards(lang, &list)}
            }
        };
        found.into_iter().map(one).collect_view().into_any()
    })
    .into_any()
}

/// The errors on this way.
#[component]
pub fn Faults(meeting: Meeting, given: Memo<Given>) -> impl IntoView {
    let lang = use_lang();
    (move || {
        let lang = lang.get();
        let Meeting { document, facts, trial, .. } = meeting;
        let found = document.with(|document| {
            facts.with(|facts| {
                trial.outcome.with(|outcome| {
                    given.with(|given| payload::faults(document, facts, outcome, given))
                })
            })
        });
        let one = move |fault: payload::Fault| {
            view! {
                <tr>
                    <th scope="row"><code>{fault.code()}</code></th>
                    <td data-l=receives::fault_place(lang)>{words::fault_place(lang, fault.place())}</td>
                    <td data-l=receives::fault_meaning(lang)>{words::fault(lang, fault)}</td>
                </tr>
            }
        };
        view! {
            <TableFrame caption=say(receives::faults_title) hide_caption=true stack=true>
                <thead><tr>
                    <th scope="col">{receives::fault_code(lang)}</th>
                    <th scope="col">{receives::fault_place(lang)}</th>
                    <th scope="col">{receives::fault_meaning(lang)}</th>
                </tr></thead>
                <tbody>{found.into_iter().map(one).collect_view()}</tbody>
            </TableFrame>
        }
    })
    .into_any()
}
