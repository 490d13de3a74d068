//! Stories of what one fills in.

use leptos::prelude::*;

use super::Story;
use crate::{
    Button, ButtonKind, Checkbox, Choice, Counter, ErrorLink, ErrorSummary, Field, FieldIds,
    FieldMessages, Fieldset, FileDrop, InputKind, RadioGroup, SearchField, SelectField, TextArea,
    TextField,
};

/// Text, files, and what is wrong with them.
#[component]
pub(super) fn Forms() -> impl IntoView {
    let name = RwSignal::new(String::from("별하 커피"));
    let number = RwSignal::new(String::from("12"));
    let reason = RwSignal::new(String::new());
    let query = RwSignal::new(String::new());
    let over = move || {
        let n = reason.with(|text| text.chars().count());
        (n > 20).then(|| format!("20자 이하로 적으세요. 지금 {n}자입니다"))
    };
    let used = Signal::derive(move || reason.with(|text| text.chars().count()));
    let files = RwSignal::new(String::new());
    let take = move |list: Vec<web_sys::File>| {
        files.set(
            list.iter()
                .map(web_sys::File::name)
                .collect::<Vec<_>>()
                .join(", "),
        );
    };
    let custom = FieldIds::new("story-custom".into());
    view! {
        <Story name="TextField">
            <TextField
                label="이름"
                hint="가입 화면에 보이는 이름 그대로 적으세요"
                value=name
                on_input=move |text| name.set(text)
            />
            <TextField
                label="번호"
                kind=InputKind::Digits
                short=true
                id="story-number"
                error="번호 10자리를 입력하세요"
                below="999-00-00005"
                value=number
                on_input=move |text| number.set(text)
            />
            <TextField label="읽기만 하는 값" value="바꿀 수 없는 값" on_input=|_| () read_only=true />
        </Story>
        <Story name="TextArea">
            <TextArea
                label="이유"
                value=reason
                on_input=move |text| reason.set(text)
                error=over
            />
        </Story>
        <Story name="Counter">
            <Counter used limit=20 />
            <Counter used=21 limit=20 />
        </Story>
        <Story name="SearchField">
            <SearchField
                label="찾기"
                hint="이름, 아이디, 초성으로 찾습니다"
                value=query
                on_input=move |text| query.set(text)
            />
            <p id="story-query">{query}</p>
        </Story>
        <Story name="Field">
            <Field ids=custom.clone() label="다른 틀" messages=FieldMessages::default()>
                <input class="input" id=custom.control type="date" />
            </Field>
        </Story>
        <Story name="FileDrop">
            <FileDrop
                label="파일 고르기"
                hint="끌어다 놓거나 붙여 넣어도 됩니다. PDF, PNG, JPEG, 10 MB까지"
                accept=".pdf,.png,.jpg,.jpeg"
                multiple=true
                on_files=take
            />
            <p id="story-files">{files}</p>
            <FileDrop
                label="다시 고르기"
                error="파일이 10 MB보다 큽니다"
                on_files=|_| ()
            />
        </Story>
        <Story name="ErrorSummary">
            <Attempts />
        </Story>
    }
}

#[component]
fn Attempts() -> impl IntoView {
    let errors = RwSignal::new(Vec::new());
    let attempt = RwSignal::new(0_u32);
    let submit = move |()| {
        errors.set(vec![
            ErrorLink {
                target: "story-number".into(),
                text: "번호 10자리를 입력하세요".into(),
            },
            ErrorLink {
                target: String::new(),
                text: "하나 이상 고르세요".into(),
            },
        ]);
        attempt.update(|n| *n += 1);
    };
    view! {
        <ErrorSummary title="고쳐야 할 곳이 2개 있습니다" errors attempt />
        <div class="row">
            <Button label="제출하기" kind=ButtonKind::Primary on_press=submit />
            <Button label="치우기" on_press=move |()| errors.set(Vec::new()) />
        </div>
    }
}

/// What one ticks and picks.
#[component]
pub(super) fn Picks() -> impl IntoView {
    let agreed = RwSignal::new(false);
    let kept = RwSignal::new(true);
    let stage = RwSignal::new(String::from("required"));
    let fruit = RwSignal::new(String::new());
    let stages = vec![
        Choice::new("required", "필수").with_hint("없으면 서비스를 할 수 없을 때"),
        Choice::new("optional", "선택"),
        Choice::new("later", "나중에").blocked_by("아직 고를 수 없습니다"),
    ];
    let fruits = vec![
        Choice::new("", "고르세요"),
        Choice::new("apple", "사과"),
        Choice::new("pear", "배"),
        Choice::new("fig", "무화과").blocked_by("철이 아닙니다"),
    ];
    let sides = vec![Choice::new("a", "가"), Choice::new("b", "나")];
    view! {
        <Story name="Checkbox">
            <Checkbox
                label="읽고 이해했습니다"
                hint="언제든 바꿀 수 있습니다"
                checked=agreed
                on_change=move |on| agreed.set(on)
            />
            <Checkbox
                label="거절되는 선택"
                error="10개까지 고를 수 있습니다"
                checked=false
                on_change=|_| ()
            />
            <Checkbox
                label="바꿀 수 없는 선택"
                blocked="이미 제출했습니다"
                checked=kept
                on_change=move |on| kept.set(on)
            />
        </Story>
        <Story name="RadioGroup">
            <RadioGroup
                legend="받는 방식"
                options=stages
                value=stage
                on_change=move |value| stage.set(value)
            />
            <RadioGroup
                legend="나란히"
                inline=true
                error="하나를 고르세요"
                options=sides
                value=""
                on_change=|_| ()
            />
        </Story>
        <Story name="SelectField">
            <SelectField
                label="과일"
                options=fruits
                value=fruit
                on_change=move |value| fruit.set(value)
            />
        </Story>
        <Story name="Fieldset">
            <Fieldset legend="쓰는 묶음" card=Some(true) hint="테두리가 진합니다">
                <p>{"안에 든 것"}</p>
            </Fieldset>
            <Fieldset legend="쓰지 않는 묶음" card=Some(false)>
                <p>{"안에 든 것"}</p>
            </Fieldset>
            <Fieldset legend="틀린 묶음" card=Some(true) error="하나 이상 고르세요">
                <p>{"안에 든 것"}</p>
            </Fieldset>
        </Story>
    }
}
