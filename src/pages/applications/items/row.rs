//! One item: whether it is asked for, on which condition, why, and what the own sign-up does with it.

use domain::form::{Form, ItemRequest};
use domain::item::{Condition, Item, Permission, Stage};
use domain::proof;
use domain::review::ItemVerdict;
use domain::subject::{Field, ItemField};
use leptos::prelude::*;
use text::screens::application;
use ui::{Checkbox, Note, NoteTone, Tag, TagTone};

use super::super::draft::use_draft;
use super::super::fields::{Question, Questions as Asked, shown};
use super::super::seen::seen_words;
use super::ci::CiQuestions;
use crate::lang::{say, tell};
use crate::parts::findings::FindingNotes;

/// The row of one item.
#[component]
pub fn ItemRow(item: Item) -> impl IntoView {
    let draft = use_draft();
    let locked = Memo::new(move |_| draft.locked_items().contains(&item));
    let used = draft.value(move |form| form.item(item).stage != Stage::NotUsed);
    let returned = Memo::new(move |_| draft.returned_items().remove(&item));
    let name = tell(move |lang| text::item(lang, item).to_owned());
    view! {
        <fieldset
            class="item-row"
            data-on=move || used.get().then_some("true")
            id=format!("items-{}", item.key())
            tabindex="-1"
        >
            <legend class="visually-hidden">{move || name.get()}</legend>
            {move || if locked.get() {
                view! { <Locked item/> }.into_any()
            } else {
                view! {
                    <Switch item/>
                    {move || returned.get().map(|verdict| view! { <Returned item verdict/> })}
                    <Show when=move || used.get()><Questions item/></Show>
                }.into_any()
            }}
        </fieldset>
    }
}

/// The checkbox. Taking an item out keeps everything that was written about it; putting it back brings its condition back.
#[component]
fn Switch(item: Item) -> impl IntoView {
    let draft = use_draft();
    let stage = draft.value(move |form| form.item(item).stage);
    let last = StoredValue::new(Stage::NotUsed);
    let checked = Memo::new(move |_| stage.get() != Stage::NotUsed);
    let on_change = move |on: bool| {
        let before = stage.get_untracked();
        draft.edit(|form| {
            let request = request(form, item);
            request.stage = match (on, last.get_value()) {
                (false, _) => Stage::NotUsed,
                (true, Stage::NotUsed) => usual(request.own_condition),
                (true, stage) => stage,
            };
        });
        if !on {
            last.set_value(before);
        }
    };
    let hint = tell(move |lang| match (item, item.permission()) {
        (Item::AccountCi, _) => application::ci_only(lang).to_owned(),
        (_, Permission::None) => application::item_no_review(lang).to_owned(),
        (_, Permission::BizApp) => application::item_needs_biz(lang).to_owned(),
        (_, Permission::Review) => application::item_by_review(lang).to_owned(),
    });
    view! {
        <Checkbox
            id=format!("items-{}-on", item.key())
            label=tell(move |lang| text::item(lang, item).to_owned())
            checked
            on_change
            hint=Signal::derive(move || Some(hint.get()))
        />
    }
}

/// What is proposed for an item: as the own sign-up has it, otherwise the gentler one.
fn usual(own: Option<Condition>) -> Stage {
    if own == Some(Condition::Required) {
        Stage::Required
    } else {
        Stage::Optional
    }
}

fn request(form: &mut Form, item: Item) -> &mut ItemRequest {
    form.items.entry(item).or_default()
}

/// Everything that matters about an item that is asked for, in the order in which a person can answer.
#[component]
fn Questions(item: Item) -> impl IntoView {
    let draft = use_draft();
    let fields = |all: &[ItemField]| all.iter().map(|field| Field::Item(item, *field)).collect();
    let scopes = item
        .scopes()
        .iter()
        .map(|scope| view! { <code>{*scope}</code>{" "} })
        .collect_view();
    let other_stage = draft.value(move |form| form.item(item).stage == Stage::DuringUse);
    view! {
        <div class="item-body">
            <Question field=Field::Item(item, ItemField::Stage)/>
            <Show when=move || other_stage.get() || draft.others.get()><DuringUse item/></Show>
            <Asked fields=fields(&IN_ORDER)/>
            <Seen item/>
            <Show when=move || item == Item::AccountCi><CiQuestions/></Show>
            <p class="hint">{say(application::item_scope)}{": "}{scopes}</p>
        </div>
    }
    .into_any()
}

/// The questions about an item after its stage, in the order in which a person can answer them.
const IN_ORDER: [ItemField; 7] = [
    ItemField::OwnCondition,
    ItemField::OwnMoment,
    ItemField::Purpose,
    ItemField::Justification,
    ItemField::UsedWhere,
    ItemField::CollectIfAbsent,
    ItemField::IfAbsent,
];

/// Where a reviewer sees the item. What a text, a mark or a file shows already is said in a line and not asked.
#[component]
fn Seen(item: Item) -> impl IntoView {
    let draft = use_draft();
    let places = [ItemField::OnSignupScreen, ItemField::InPrivacyPolicy].map(|of| {
        let field = Field::Item(item, of);
        let asked = shown(draft, vec![field.clone()]);
        let proof = Memo::new(move |_| {
            let seen = draft.form.with(|form| {
                draft.readings.with(|readings| match of {
                    ItemField::OnSignupScreen => proof::screen(form, readings, item),
                    _ => proof::policy(form, readings, item),
                })
            });
            seen.filter(|seen| !matches!(seen.by, proof::By::Answer | proof::By::Screen))
        });
        let line = tell(move |lang| {
            proof.get().map_or_else(String::new, |seen| {
                format!("{}: {}", text::item_field(lang, of), seen_words(lang, seen))
            })
        });
        move || {
            let field = field.clone();
            if proof.with(Option::is_none) || draft.others.get() {
                return Some(view! { <Asked fields=vec![field]/> }.into_any());
            }
            let asks = asked.with(|asked| !asked.is_empty());
            asks.then(|| view! { <p class="hint">{move || line.get()}</p> }.into_any())
        }
    });
    places.into_iter().collect_view().into_any()
}

/// The third stage is rare.
#[component]
fn DuringUse(item: Item) -> impl IntoView {
    let draft = use_draft();
    let later = draft.value(move |form| form.item(item).stage == Stage::DuringUse);
    let on_later = move |on: bool| {
        draft.edit(|form| {
            let request = request(form, item);
            request.stage = if on {
                Stage::DuringUse
            } else {
                usual(request.own_condition)
            };
        });
    };
    let hint = say(application::item_during_use_hint);
    view! {
        <Checkbox
            label=tell(|lang| text::stage(lang, Stage::DuringUse).to_owned())
            hint=Signal::derive(move || Some(hint.get()))
            checked=later
            on_change=on_later
        />
    }
}

/// An approved item: what was approved, and that it stays so.
#[component]
fn Locked(item: Item) -> impl IntoView {
    let draft = use_draft();
    let stage = draft.value(move |form| form.item(item).stage);
    let (name, stage) = (
        tell(move |lang| text::item(lang, item).to_owned()),
        tell(move |lang| text::stage(lang, stage.get()).to_owned()),
    );
    let tag = tell(|lang| text::verdict(lang, domain::review::Verdict::Approve).to_owned());
    view! {
        <div class="row">
            <strong>{move || name.get()}</strong>
            <span>{move || stage.get()}</span>
            <Tag tone=TagTone::Done label=tag/>
        </div>
        <p class="hint">{say(application::approved_locked)}</p>
        <FindingNotes findings=draft.notes_at(&Field::Item(item, ItemField::Stage))/>
    }
}

/// Why the item came back.
#[component]
fn Returned(item: Item, verdict: ItemVerdict) -> impl IntoView {
    let ItemVerdict {
        verdict,
        reason,
        words,
    } = verdict;
    let title = tell(move |lang| text::verdict(lang, verdict).to_owned());
    let reason = reason.map(|code| tell(move |lang| text::reason(lang, code, Some(item))));
    view! {
        <Note tone=NoteTone::Warn title=Signal::derive(move || Some(title.get()))>
            {reason.map(|reason| view! { <p>{move || reason.get()}</p> })}
            {(!words.trim().is_empty()).then(|| view! { <p class="pre">{words}</p> })}
        </Note>
    }
}
