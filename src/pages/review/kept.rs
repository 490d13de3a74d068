//! What a reviewer wrote and can no longer send, because another one decided or took over: it stays beside theirs, to read and to copy.

use contract::body::DecisionDraft;
use domain::application::Round;
use leptos::prelude::*;
use text::Lang;
use text::screens::{review, shell, status};
use ui::CopyButton;

use super::desk::Desk;
use crate::lang::{say, tell};
use crate::parts::verdict::{Judged, VerdictList};

/// The part of the region; nothing where nothing was written.
#[component]
pub(super) fn Kept(round: Round, desk: Desk) -> impl IntoView {
    let any = Memo::new(move |_| desk.has_written());
    let round = StoredValue::new(round);
    let items = move || {
        let draft = desk.decision();
        round.with_value(|round| {
            let judged = round.covers.iter().map(|item| Judged {
                item: *item,
                stage: round.document.form.item(*item).stage,
                verdict: draft.verdicts.get(item).cloned(),
            });
            judged.filter(|judged| judged.verdict.is_some()).collect()
        })
    };
    let words = tell(move |lang| plain(lang, &desk.decision()));
    let shown = move || {
        view! {
            <div class="group">
                <h3>{say(review::kept_title)}</h3>
                <p class="hint">{say(review::kept_lead)}</p>
                {move || {
                    let whole = desk.words();
                    (!whole.trim().is_empty()).then(|| view! { <p class="pre">{whole}</p> })
                }}
                {move || view! { <VerdictList items=items()/> }}
                <div class="row">
                    <CopyButton
                        label=say(review::kept_copy_button)
                        value=words
                        done=say(shell::copied)
                        failed=say(shell::not_copied)
                    />
                </div>
            </div>
        }
    };
    view! { <Show when=move || any.get()>{shown}</Show> }
}

/// What was written as plain text: the words on the whole, then each item with its verdict, reason and words.
fn plain(lang: Lang, draft: &DecisionDraft) -> String {
    let mut lines = Vec::new();
    if !draft.words.trim().is_empty() {
        lines.push(format!("{}: {}", status::general_words(lang), draft.words));
    }
    for (item, verdict) in &draft.verdicts {
        let mut line = format!(
            "{}: {}",
            text::item(lang, *item),
            text::verdict(lang, verdict.verdict)
        );
        let reason = verdict
            .reason
            .map(|code| text::reason(lang, code, Some(*item)));
        let words = Some(verdict.words.clone()).filter(|words| !words.trim().is_empty());
        for more in [reason, words].into_iter().flatten() {
            line = format!("{line} · {more}");
        }
        lines.push(line);
    }
    lines.join("\n")
}
