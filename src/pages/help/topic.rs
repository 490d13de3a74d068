//! The page of one topic.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::screens::{errors, help};
use ui::{ButtonKind, LinkButton, Note};

use super::topics::{Content, Lines, Section, Sentence, content};
use crate::lang::say;
use crate::layout::{Crumb, Page};
use crate::parts::not_found::NotFound;
use crate::path::{self, Topic};

/// The topic in the address.
#[component]
pub fn TopicPage() -> impl IntoView {
    let params = use_params_map();
    let topic = Memo::new(move |_| {
        params
            .with(|params| params.get("topic"))
            .and_then(|word| Topic::parse(&word))
    });
    move || match topic.get() {
        Some(topic) => page(content(topic)).into_any(),
        None => view! { <Page title=say(errors::not_found_title)><NotFound/></Page> }.into_any(),
    }
}

fn page(content: &'static Content) -> impl IntoView {
    let crumbs = vec![Crumb {
        href: path::help(),
        label: say(help::title),
    }];
    let (next, address) = content.next;
    view! {
        <Page title=say(content.title) crumbs>
            <p class="lead">{say(content.why)}</p>
            {content.elsewhere.then(|| view! { <Note><p>{say(help::elsewhere)}</p></Note> })}
            {(!content.facts.is_empty()).then(|| view! {
                <dl class="facts">{terms(content.facts)}</dl>
                <p class="hint">{say(help::experience)}</p>
            })}
            {content.sections.iter().map(section).collect_view()}
            <div class="row">
                <LinkButton label=say(next) href=address() kind=ButtonKind::Primary/>
            </div>
            <section class="group">
                <h2>{say(help::sources)}</h2>
                <ul>{content.sources.iter().map(|address| view! { <li><a class="act" href=*address>{*address}</a></li> }).collect_view()}</ul>
            </section>
        </Page>
    }
}

fn section(section: &'static Section) -> impl IntoView {
    let points = |lines: &'static [Sentence]| {
        lines
            .iter()
            .map(|line| view! { <li>{say(*line)}</li> })
            .collect_view()
    };
    let body = match section.lines {
        Lines::Words(lines) => lines
            .iter()
            .map(|line| view! { <p>{say(*line)}</p> })
            .collect_view()
            .into_any(),
        Lines::Points(lines) => view! { <ul>{points(lines)}</ul> }.into_any(),
        Lines::Steps(lines) => view! { <ol>{points(lines)}</ol> }.into_any(),
        Lines::Terms(lines) => view! { <dl class="facts">{terms(lines)}</dl> }.into_any(),
    };
    view! {
        <section class="group">
            <h2>{say(section.title)}</h2>
            {body}
        </section>
    }
}

fn terms(lines: &'static [(Sentence, Sentence)]) -> impl IntoView {
    lines
        .iter()
        .map(|(term, words)| view! { <dt>{say(*term)}</dt><dd>{say(*words)}</dd> })
        .collect_view()
}
