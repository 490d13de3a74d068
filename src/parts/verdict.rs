//! What was decided, or is about to be: item by item, as the applicant reads it.

use domain::id::ApplicationId;
use domain::item::{Item, Stage};
use domain::review::{self, ItemVerdict, Verdict};
use domain::subject::Field;
use leptos::prelude::*;
use text::screens::status;
use ui::{Tag, TagTone};

use crate::lang::{say, tell};
use crate::path;

/// One item with the verdict on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub item: Item,
    /// As it was asked for.
    pub stage: Stage,
    /// The last verdict; `None` while there is none.
    pub verdict: Option<ItemVerdict>,
}

/// The items with their verdicts. With `fix`, each that was not approved leads to the question that answers its reason.
#[component]
pub fn VerdictList(
    /// The items, in order.
    items: Vec<Judged>,
    /// The application in which they can be put right now.
    #[prop(optional_no_strip)]
    fix: Option<ApplicationId>,
) -> impl IntoView {
    let rows = items
        .into_iter()
        .map(|judged| view! { <VerdictCard judged fix=fix.clone()/> })
        .collect_view();
    view! { <ul class="verdict-list">{rows}</ul> }
}

#[component]
fn VerdictCard(
    judged: Judged,
    #[prop(optional_no_strip)] fix: Option<ApplicationId>,
) -> impl IntoView {
    let Judged {
        item,
        stage,
        verdict,
    } = judged;
    let (name, asked) = (
        tell(move |lang| text::item(lang, item).to_owned()),
        tell(move |lang| text::stage(lang, stage).to_owned()),
    );
    let given = verdict.as_ref().map(|verdict| verdict.verdict);
    view! {
        <li class="verdict-card">
            <div class="verdict-head">
                <strong>{move || name.get()}</strong>
                <span class="hint">{move || asked.get()}</span>
                <VerdictTag verdict=given/>
            </div>
            {verdict.map(|verdict| view! { <Why item verdict fix/> })}
        </li>
    }
}

/// Why, in the reviewer's reason and words, and the way to the place.
#[component]
fn Why(
    item: Item,
    verdict: ItemVerdict,
    #[prop(optional_no_strip)] fix: Option<ApplicationId>,
) -> impl IntoView {
    let ItemVerdict {
        verdict,
        reason,
        words,
    } = verdict;
    let returned = verdict != Verdict::Approve;
    let sentence = reason
        .filter(|_| returned)
        .map(|code| (code, tell(move |lang| text::reason(lang, code, Some(item)))));
    let field = reason.map_or(
        Field::Item(item, domain::subject::ItemField::Stage),
        |code| review::field(code, item),
    );
    let (label, name) = (
        say(status::fix_button),
        tell(move |lang| text::item(lang, item).to_owned()),
    );
    let place = {
        let field = field.clone();
        tell(move |lang| text::field(lang, &field))
    };
    let href = fix
        .filter(|_| returned)
        .map(|id| path::application_field(&id, &field));
    let said = say(status::reviewer_words);
    view! {
        {sentence.map(|(code, words)| view! { <p>{move || words.get()}{" "}<code>{code.word()}</code></p> })}
        {(!words.trim().is_empty()).then(|| view! { <p><span class="hint">{move || said.get()}{": "}</span><span class="pre">{words}</span></p> })}
        {href.map(|href| view! {
            <p>
                <a class="act" href=href>
                    <span class="visually-hidden">{move || name.get()}{" "}</span>
                    {move || label.get()}
                </a>
                {" "}
                <span class="hint">{move || place.get()}</span>
            </p>
        })}
    }
}

/// A verdict in a word; without one, that it is still open.
#[component]
pub fn VerdictTag(
    /// The verdict.
    #[prop(into)]
    verdict: Signal<Option<Verdict>>,
) -> impl IntoView {
    let tone = Signal::derive(move || match verdict.get() {
        None => TagTone::Todo,
        Some(Verdict::Approve) => TagTone::Done,
        Some(Verdict::Hold) => TagTone::Action,
        Some(Verdict::Reject) => TagTone::Reject,
    });
    let label = tell(move |lang| match verdict.get() {
        None => status::no_verdict(lang).to_owned(),
        Some(verdict) => text::verdict(lang, verdict).to_owned(),
    });
    view! { <Tag tone label/> }
}

/// How many verdicts of each kind: approved, on hold, rejected.
pub fn tally<'a>(verdicts: impl IntoIterator<Item = &'a ItemVerdict>) -> (usize, usize, usize) {
    verdicts.into_iter().fold(
        (0, 0, 0),
        |(approved, held, rejected), verdict| match verdict.verdict {
            Verdict::Approve => (approved + 1, held, rejected),
            Verdict::Hold => (approved, held + 1, rejected),
            Verdict::Reject => (approved, held, rejected + 1),
        },
    )
}
