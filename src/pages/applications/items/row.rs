//! One item: whether it is asked for, on which condition, why, and what the own sign-up does with it.

use domain::form::{Form, ItemRequest, JUSTIFICATION_CHARS_MAX, PURPOSE_CHARS_MAX};
use domain::item::{Condition, Item, Moment, Permission, Shown, Stage};
use domain::review::ItemVerdict;
use domain::subject::{Field, ItemField};
use leptos::prelude::*;
use text::screens::application;
use ui::{Checkbox, Disclosure, Note, NoteTone, Tag, TagTone};

use super::super::draft::use_draft;
use super::super::fields::{PickQuestion, TextQuestion, TickQuestion};
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

/// Everything that is asked about an item that is asked for.
#[component]
fn Questions(item: Item) -> impl IntoView {
    let draft = use_draft();
    let at = move |field| Field::Item(item, field);
    let required = draft.value(move |form| form.item(item).stage == Stage::Required);
    let collected = draft.value(move |form| {
        matches!(
            form.item(item).own_condition,
            Some(Condition::Required | Condition::Optional)
        )
    });
    let purpose_hint = tell(|lang| application::item_purpose_hint(lang).to_owned());
    let where_hint = tell(|lang| application::item_used_where_hint(lang).to_owned());
    view! {
        <div class="item-body">
            <StageQuestion item/>
            <TextQuestion
                field=at(ItemField::Purpose)
                label=say(application::item_purpose)
                hint=Signal::derive(move || Some(purpose_hint.get()))
                limit=PURPOSE_CHARS_MAX
                lines=true
                get=move |form| form.item(item).purpose
                set=move |form, text| request(form, item).purpose = text
            />
            <Show when=move || required.get() && item != Item::Profile>
                <TextQuestion
                    field=at(ItemField::Justification)
                    label=say(application::item_justification)
                    limit=JUSTIFICATION_CHARS_MAX
                    lines=true
                    get=move |form| form.item(item).justification
                    set=move |form, text| request(form, item).justification = text
                />
            </Show>
            <PickQuestion
                field=at(ItemField::OwnCondition)
                label=say(application::item_own_condition)
                all=&[Condition::Required, Condition::Optional, Condition::NotCollected]
                word=text::condition
            inline=true
                get=move |form| form.item(item).own_condition
                set=move |form, value| request(form, item).own_condition = Some(value)
            />
            <Show when=move || collected.get()><Collected item/></Show>
            <TextQuestion
                field=at(ItemField::UsedWhere)
                label=say(application::item_used_where)
                hint=Signal::derive(move || Some(where_hint.get()))
                limit=PURPOSE_CHARS_MAX
                get=move |form| form.item(item).used_where
                set=move |form, text| request(form, item).used_where = text
            />
            <PickQuestion
                field=at(ItemField::InPrivacyPolicy)
                label=say(application::item_in_policy)
                all=&[Shown::WithCondition, Shown::WithoutCondition, Shown::Absent]
                word=text::shown
                get=move |form| form.item(item).in_privacy_policy
                set=move |form, value| request(form, item).in_privacy_policy = Some(value)
            />
            <Show when=move || item == Item::AccountCi><CiQuestions/></Show>
            <Technical item/>
        </div>
    }
}

/// What is asked only where the own sign-up collects the item: when, and how the screen names it.
#[component]
fn Collected(item: Item) -> impl IntoView {
    let at = move |field| Field::Item(item, field);
    view! {
        <PickQuestion
            field=at(ItemField::OwnMoment)
            label=say(application::item_own_moment)
            all=&[Moment::Signup, Moment::Order, Moment::Later]
            word=text::moment
            inline=true
            get=move |form| form.item(item).own_moment
            set=move |form, value| request(form, item).own_moment = Some(value)
        />
        <PickQuestion
            field=at(ItemField::OnSignupScreen)
            label=say(application::item_on_screen)
            all=&[Shown::WithCondition, Shown::WithoutCondition, Shown::Absent]
            word=text::shown
            get=move |form| form.item(item).on_signup_screen
            set=move |form, value| request(form, item).on_signup_screen = Some(value)
        />
    }
}

/// Required or optional; the third condition is rare and stands folded away.
#[component]
fn StageQuestion(item: Item) -> impl IntoView {
    let draft = use_draft();
    let field = Field::Item(item, ItemField::Stage);
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
    view! {
        <PickQuestion
            field
            label=say(application::item_stage)
            all=&[Stage::Required, Stage::Optional]
            word=text::stage
            inline=true
            get=move |form| Some(form.item(item).stage)
            set=move |form, value| request(form, item).stage = value
        />
        <Disclosure summary=say(application::item_other_stage) open=later.get_untracked()>
            <Checkbox
                label=tell(|lang| text::stage(lang, Stage::DuringUse).to_owned())
                hint=Signal::derive({
                    let hint = say(application::item_during_use_hint);
                    move || Some(hint.get())
                })
                checked=later
                on_change=on_later
            />
        </Disclosure>
    }
}

/// The setting "collect if absent" and the names that developers use.
#[component]
fn Technical(item: Item) -> impl IntoView {
    let hint = say(application::item_collect_hint);
    let scopes = item
        .scopes()
        .iter()
        .map(|scope| view! { <code>{*scope}</code>{" "} })
        .collect_view();
    view! {
        <TickQuestion
            field=Field::Item(item, ItemField::CollectIfAbsent)
            label=say(application::item_collect)
            hint=Signal::derive(move || Some(hint.get()))
            get=move |form| form.item(item).collect_if_absent
            set=move |form, value| request(form, item).collect_if_absent = value
        />
        <p class="hint">{say(application::item_scope)}{": "}{scopes}</p>
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
