//! Help: who does what, where, how long it takes, and how to come back.

mod topic;
mod topics;

use leptos::prelude::*;
use text::Lang;
use text::screens::help;
use ui::Disclosure;

use crate::lang::say;
use crate::layout::Page;
use crate::path::{self, Topic};

pub use topic::TopicPage;

/// The topics, and the questions people ask most.
#[component]
pub fn HelpPage() -> impl IntoView {
    let topics = Topic::ALL
        .map(|topic| {
            let content = topics::content(topic);
            view! {
                <li>
                    <a href=path::topic(topic)>{say(content.title)}</a>
                    <p class="hint">{say(content.why)}</p>
                </li>
            }
        })
        .collect_view();
    let questions = QUESTIONS
        .iter()
        .map(|(question, answer)| view! { <Disclosure summary=say(*question)><p>{say(*answer)}</p></Disclosure> })
        .collect_view();
    view! {
        <Page title=say(help::title)>
            <p class="lead">{say(help::lead)}</p>
            <section class="group">
                <h2>{say(help::topics)}</h2>
                <ul class="task-list">{topics}</ul>
            </section>
            <section class="group">
                <h2>{say(help::faq_title)}</h2>
                <div>{questions}</div>
            </section>
            <p>{say(help::still_stuck)}" "<a class="act" href=path::CUSTOMER_CENTRE>{say(help::customer_centre)}</a></p>
        </Page>
    }
}

type Sentence = fn(Lang) -> &'static str;

const QUESTIONS: [(Sentence, Sentence); 10] = [
    (help::q1, help::a1),
    (help::q2, help::a2),
    (help::q3, help::a3),
    (help::q4, help::a4),
    (help::q5, help::a5),
    (help::q6, help::a6),
    (help::q7, help::a7),
    (help::q8, help::a8),
    (help::q9, help::a9),
    (help::q10, help::a10),
];
