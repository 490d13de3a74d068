//! The decision while it is written: a verdict on each item, with a reason and words where it is not approved.

use contract::Tagged;
use contract::body::ReviewDetail;
use domain::application::{DecisionProblem, WhyNot};
use domain::finding::Code;
use domain::item::Item;
use domain::review::{Verdict, WORDS_CHARS_MAX, reasons};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use text::Lang;
use text::screens::{review, shell};
use ui::{Button, ButtonKind, Choice, Fieldset, MaybeText, RadioGroup, SelectField, TextArea, ime};

use super::desk::{Desk, current};
use super::kept::Kept;
use crate::lang::{say, tell, use_lang};
use crate::parts::verdict::{Judged, VerdictList, tally};
use crate::path;

/// The region: the form, or what was decided, or why nothing can be decided now.
#[component]
pub(super) fn Decision(answer: Tagged<ReviewDetail>, desk: Desk) -> impl IntoView {
    let detail = answer.body;
    let Some(round) = current(&detail.application).cloned() else {
        return ().into_any();
    };
    if let Some(decision) = round.decision.clone() {
        let judged = round.covers.iter().map(|item| Judged {
            item: *item,
            stage: round.document.form.item(*item).stage,
            verdict: decision.verdicts.get(item).cloned(),
        });
        let items = judged.collect();
        let words = Some(decision.words).filter(|words| !words.trim().is_empty());
        return view! {
            {words.map(|words| view! { <p class="pre">{words}</p> })}
            <VerdictList items/>
            <Kept round desk/>
        }
        .into_any();
    }
    let me = crate::session::use_session().me().map(|me| me.user.id);
    let can = me.map_or(Err(WhyNot::NotOpened), |me| {
        detail.application.can_decide(&me)
    });
    let why: Option<fn(Lang) -> &'static str> = match can {
        _ if detail.own => Some(review::own),
        Ok(()) => None,
        Err(WhyNot::NotOpened | WhyNot::OpenedByOther) => Some(review::open_first),
        Err(_) => Some(review::not_open),
    };
    match why {
        Some(sentence) => {
            let words = say(sentence);
            view! {
                <p>{move || words.get()}</p>
                <Kept round desk/>
            }
            .into_any()
        }
        None => view! { <Writing items=round.covers id=detail.application.id desk/> }.into_any(),
    }
}

#[component]
fn Writing(items: Vec<Item>, id: domain::id::ApplicationId, desk: Desk) -> impl IntoView {
    let navigate = use_navigate();
    let problems = Memo::new(move |_| desk.problems());
    let blocked = blocked(desk);
    let go = Callback::new(move |()| {
        if blocked.with_untracked(Option::is_none) {
            navigate(
                &path::review_check(&id),
                NavigateOptions {
                    resolve: false,
                    ..NavigateOptions::default()
                },
            );
        }
    });
    let counts = tell(move |lang| {
        let decision = desk.decision();
        let (approved, held, rejected) = tally(decision.verdicts.values());
        review::send_counts(lang, approved, held, rejected)
    });
    let rows = items
        .into_iter()
        .map(|item| view! { <OneVerdict item problems desk/> })
        .collect_view();
    let kept = say(review::kept_here);
    view! {
        <div
            class="group"
            on:keydown=move |ev| {
                if ime::is_submit_chord(&ev) {
                    ev.prevent_default();
                    go.run(());
                }
            }
        >
            {rows}
            <TextArea
                label=say(review::words_all)
                value=Signal::derive(move || desk.words())
                on_input=move |words: String| desk.write(|draft| draft.words = words)
                below=counter(Signal::derive(move || desk.words().chars().count()))
            />
            <p class="hint">{move || kept.get()}</p>
            <p>{move || counts.get()}</p>
            <Button label=say(review::check_button) kind=ButtonKind::Primary blocked on_press=go/>
        </div>
    }
}

/// Why what is written cannot be sent yet.
pub(super) fn blocked(desk: Desk) -> MaybeText {
    let left = Memo::new(move |_| {
        let mut items: Vec<Item> = desk.problems().into_iter().map(|(item, _)| item).collect();
        items.sort_unstable();
        items.dedup();
        items.len()
    });
    let too_long = Memo::new(move |_| desk.words().chars().count() > WORDS_CHARS_MAX);
    let (why, long) = (
        tell(move |lang| review::incomplete(lang, left.get())),
        say(review::words_all_too_long),
    );
    Signal::derive(move || match left.get() {
        0 => too_long.get().then(|| long.get()),
        _ => Some(why.get()),
    })
}

#[component]
fn OneVerdict(
    item: Item,
    problems: Memo<Vec<(Item, DecisionProblem)>>,
    desk: Desk,
) -> impl IntoView {
    let lang = use_lang();
    let verdict = Memo::new(move |_| desk.verdict(item));
    let options = Signal::derive(move || {
        let lang = lang.get();
        KINDS
            .map(|(word, _, label)| Choice::new(word, label(lang)))
            .to_vec()
    });
    let value = Signal::derive(move || {
        let now = verdict.get().map(|verdict| verdict.verdict);
        KINDS
            .iter()
            .find(|(_, kind, _)| Some(*kind) == now)
            .map_or_else(String::new, |(word, ..)| (*word).to_owned())
    });
    let pick = move |word: String| {
        if let Some((_, kind, _)) = KINDS.iter().find(|(own, ..)| *own == word) {
            desk.judge(item, *kind, |verdict| verdict.verdict = *kind);
        }
    };
    let returned = Memo::new(move |_| {
        verdict.with(|verdict| {
            verdict
                .as_ref()
                .is_some_and(|verdict| verdict.verdict != Verdict::Approve)
        })
    });
    let name = tell(move |lang| text::item(lang, item).to_owned());
    let legend = say(review::region_verdict);
    let card = Signal::derive(move || Some(verdict.with(Option::is_some)));
    view! {
        <Fieldset legend=name card>
            <RadioGroup legend options value on_change=pick inline=true/>
            <Show when=move || returned.get()><Reason item problems desk/></Show>
            <Words item problems desk/>
        </Fieldset>
    }
}

/// A verdict as a choice: its word, what it is, what the button says.
type Kind = (&'static str, Verdict, fn(Lang) -> &'static str);

const KINDS: [Kind; 3] = [
    ("approve", Verdict::Approve, review::approve_button),
    ("hold", Verdict::Hold, review::hold_button),
    ("reject", Verdict::Reject, review::reject_button),
];

/// The reason. Choosing one proposes words, unless the reviewer has written some already.
#[component]
fn Reason(item: Item, problems: Memo<Vec<(Item, DecisionProblem)>>, desk: Desk) -> impl IntoView {
    let lang = use_lang();
    let options = Signal::derive(move || {
        let lang = lang.get();
        let reasons =
            reasons().map(|code| Choice::new(code.word(), text::reason(lang, code, Some(item))));
        std::iter::once(Choice::new("", review::choose_reason(lang)))
            .chain(reasons)
            .collect()
    });
    let value = Signal::derive(move || {
        desk.verdict(item)
            .and_then(|verdict| verdict.reason)
            .map_or_else(String::new, |code| code.word().to_owned())
    });
    let pick = move |word: String| {
        let code = reasons().find(|code| code.word() == word);
        desk.judge(item, Verdict::Hold, |verdict| {
            let ours = |code: Code| {
                Lang::ALL
                    .iter()
                    .any(|lang| text::help(*lang, code) == verdict.words)
            };
            if verdict.words.trim().is_empty() || verdict.reason.is_some_and(ours) {
                let proposal = code
                    .filter(|code| *code != Code::Other)
                    .map(|code| text::help(lang.get_untracked(), code));
                proposal.unwrap_or_default().clone_into(&mut verdict.words);
            }
            verdict.reason = code;
        });
    };
    let hint = said(
        item,
        problems,
        &[DecisionProblem::ReasonMissing, DecisionProblem::NotAReason],
    );
    view! { <SelectField label=say(review::reason) options value on_change=pick hint/> }
}

#[component]
fn Words(item: Item, problems: Memo<Vec<(Item, DecisionProblem)>>, desk: Desk) -> impl IntoView {
    let words = Memo::new(move |_| {
        desk.verdict(item)
            .map(|verdict| verdict.words)
            .unwrap_or_default()
    });
    let judged = Memo::new(move |_| desk.verdict(item).is_some());
    let on_input =
        move |words: String| desk.judge(item, Verdict::Approve, |verdict| verdict.words = words);
    let hint = said(item, problems, &[DecisionProblem::WordsMissing]);
    let error = said(item, problems, &[DecisionProblem::WordsTooLong]);
    let below = counter(Signal::derive(move || {
        words.with(|words| words.chars().count())
    }));
    view! {
        <Show when=move || judged.get()>
            <TextArea label=say(review::words) value=words on_input hint error below/>
        </Show>
    }
}

/// What is missing or wrong at this place, in words.
fn said(
    item: Item,
    problems: Memo<Vec<(Item, DecisionProblem)>>,
    kinds: &'static [DecisionProblem],
) -> MaybeText {
    let lang = use_lang();
    Signal::derive(move || {
        let found = problems.with(|all| {
            all.iter()
                .find(|(of, problem)| *of == item && kinds.contains(problem))
                .map(|(_, problem)| *problem)
        });
        found.map(|problem| text::decision_problem(lang.get(), problem).to_owned())
    })
}

fn counter(used: Signal<usize>) -> MaybeText {
    let words = tell(move |lang| shell::characters(lang, used.get(), WORDS_CHARS_MAX));
    Signal::derive(move || (used.get() > 0).then(|| words.get()))
}
