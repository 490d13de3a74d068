//! The service: where it is, how a reviewer gets in, and its public pages.

use domain::form::{NAME_CHARS_MAX, PURPOSE_CHARS_MAX, ReviewerAccess, URL_CHARS_MAX};
use domain::subject::{Field, ServiceField};
use domain::time::Date;
use leptos::prelude::*;
use text::screens::evidence;
use ui::{InputKind, TextField};

use super::said;
use crate::lang::say;
use crate::pages::applications::draft::use_draft;
use crate::pages::applications::fields::{PickQuestion, TextQuestion, YesNoQuestion};
use crate::parts::findings::FindingNotes;

const ACCESS: [ReviewerAccess; 4] = [
    ReviewerAccess::TestAccount,
    ReviewerAccess::FlowCaptures,
    ReviewerAccess::SharedKakaoAccount,
    ReviewerAccess::None,
];

/// The questions.
#[component]
pub(super) fn ServiceQuestions() -> impl IntoView {
    let draft = use_draft();
    let open = draft.value(|form| form.service.usable_without_login);
    let launched = draft.value(|form| form.service.launched);
    view! {
        <div class="group">
            <TextQuestion
                field=Field::Service(ServiceField::Name)
                label=say(evidence::service_name)
                limit=NAME_CHARS_MAX
                get=|form| form.service.name.clone()
                set=|form, name| form.service.name = name
            />
            <TextQuestion
                field=Field::Service(ServiceField::Url)
                label=say(evidence::service_url)
                kind=InputKind::Url
                limit=URL_CHARS_MAX
                get=|form| form.service.url.clone()
                set=|form, url| form.service.url = url
            />
            <YesNoQuestion
                field=Field::Service(ServiceField::Launched)
                label=say(evidence::service_launched)
                get=|form| form.service.launched
                set=|form, yes| form.service.launched = Some(yes)
            />
            <Show when=move || launched.get() == Some(false)><LaunchDate/></Show>
            <YesNoQuestion
                field=Field::Service(ServiceField::UsableWithoutLogin)
                label=say(evidence::service_open)
                get=|form| form.service.usable_without_login
                set=|form, yes| form.service.usable_without_login = Some(yes)
            />
            <Show when=move || open.get() != Some(true)>
                <PickQuestion
                    field=Field::Service(ServiceField::ReviewerAccess)
                    label=say(evidence::reviewer_access)
                    all=&ACCESS
                    word=text::reviewer_access
                    get=|form| form.service.reviewer_access
                    set=|form, access| form.service.reviewer_access = Some(access)
                />
            </Show>
            <YesNoQuestion
                field=Field::Service(ServiceField::KakaoButtonVisible)
                label=say(evidence::button_visible)
                get=|form| form.service.kakao_button_visible
                set=|form, yes| form.service.kakao_button_visible = Some(yes)
            />
            <Pages/>
        </div>
    }
}

/// Privacy policy, terms of use, and how to leave.
#[component]
fn Pages() -> impl IntoView {
    view! {
        <TextQuestion
            field=Field::Service(ServiceField::PrivacyUrl)
            label=say(evidence::privacy_url)
            kind=InputKind::Url
            limit=URL_CHARS_MAX
            get=|form| form.service.privacy_url.clone()
            set=|form, url| form.service.privacy_url = url
        />
        <TextQuestion
            field=Field::Service(ServiceField::TermsUrl)
            label=say(evidence::terms_url)
            kind=InputKind::Url
            limit=URL_CHARS_MAX
            get=|form| form.service.terms_url.clone()
            set=|form, url| form.service.terms_url = url
        />
        <YesNoQuestion
            field=Field::Service(ServiceField::PoliciesPublic)
            label=say(evidence::policies_open)
            get=|form| form.service.policies_public
            set=|form, yes| form.service.policies_public = Some(yes)
        />
        <TextQuestion
            field=Field::Service(ServiceField::Withdrawal)
            label=say(evidence::withdrawal)
            hint=said(evidence::withdrawal_hint)
            limit=PURPOSE_CHARS_MAX
            get=|form| form.service.withdrawal.clone()
            set=|form, path| form.service.withdrawal = path
        />
    }
}

/// The day of the launch. What is typed stays as it is; only a day that exists reaches the form.
#[component]
fn LaunchDate() -> impl IntoView {
    let (draft, field) = (use_draft(), Field::Service(ServiceField::LaunchDate));
    let saved = draft.value(|form| form.service.launch_date);
    let typed = RwSignal::new(None::<String>);
    let judged = RwSignal::new(false);
    let day = |text: &str| Date::parse(text.trim()).ok();
    let value = Signal::derive(move || {
        let saved = saved.get();
        let kept = typed.get().filter(|text| day(text) == saved);
        kept.unwrap_or_else(|| saved.map(|day| day.to_string()).unwrap_or_default())
    });
    let wrong = say(evidence::launch_date_wrong);
    let error = Signal::derive(move || {
        let bad = typed.with(|text| {
            text.as_ref()
                .is_some_and(|text| !text.trim().is_empty() && day(text).is_none())
        });
        (bad && judged.get()).then(|| wrong.get())
    });
    let on_input = move |text: String| {
        let date = day(&text);
        typed.set(Some(text));
        judged.set(false);
        draft.edit(|form| form.service.launch_date = date);
    };
    view! {
        <div class="group">
            <TextField
                id=field.anchor()
                label=say(evidence::launch_date)
                hint=said(evidence::launch_date_hint)
                value
                on_input
                on_blur=move |()| judged.set(true)
                error
                short=true
            />
            <FindingNotes findings=draft.notes_at(&field)/>
        </div>
    }
}
