//! Stories of what one presses.

use leptos::prelude::*;

use super::Story;
use crate::{
    Announcer, Button, ButtonKind, CopyButton, Dialog, Disclosure, Dropdown, Glyph, Icon,
    LinkButton, VisuallyHidden, use_announcer,
};

/// Buttons, links and what they open.
#[component]
pub(super) fn Acts() -> impl IntoView {
    let announcer = use_announcer();
    view! {
        <Story name="Button">
            <Kinds announcer />
        </Story>
        <Story name="LinkButton">
            <div class="row">
                <LinkButton label="다음 화면" href="#story-LinkButton" />
                <LinkButton label="시작하기" href="#story-LinkButton" kind=ButtonKind::Primary />
                <LinkButton label="바꾸기" hidden="이름" href="#story-LinkButton" kind=ButtonKind::Link />
            </div>
        </Story>
        <Story name="CopyButton">
            <p class="row">
                <span class="num">{"999-00-00005"}</span>
                <CopyButton
                    label="복사"
                    hidden="번호"
                    value="999-00-00005"
                    done="복사했습니다"
                    failed="복사하지 못했습니다. 글자를 골라 복사하세요"
                />
            </p>
        </Story>
        <Story name="Dialog">
            <Questions announcer />
        </Story>
        <Story name="Disclosure">
            <Disclosure summary="접힌 부분 (2)">
                <p>{"펼치면 보이는 글입니다."}</p>
            </Disclosure>
            <Disclosure summary="펼친 부분 (1)" open=true>
                <p>{"처음부터 보이는 글입니다."}</p>
            </Disclosure>
        </Story>
        <Story name="Dropdown">
            <div class="row">
                <Dropdown label="한국어" purpose="언어">
                    <Button label="한국어" kind=ButtonKind::Link />
                    <Button label="English" kind=ButtonKind::Link />
                </Dropdown>
            </div>
        </Story>
        <Story name="Icon">
            <div class="row">
                {Glyph::ALL.map(|glyph| view! { <Icon glyph /> }).into_iter().collect_view()}
            </div>
        </Story>
        <Story name="VisuallyHidden">
            <p>
                {"이 글 뒤에는 귀로만 듣는 말이 있습니다."}
                <VisuallyHidden text="귀로만 듣는 말" />
            </p>
        </Story>
    }
}

#[component]
fn Kinds(announcer: Announcer) -> impl IntoView {
    let (busy, on) = (RwSignal::new(false), RwSignal::new(Some(false)));
    let presses = RwSignal::new(0_u32);
    view! {
        <div class="row">
            <Button
                label="제출하기"
                kind=ButtonKind::Primary
                on_press=move |()| presses.update(|n| *n += 1)
            />
            <Button label="취소" on_press=move |()| announcer.announce("취소했습니다") />
            <Button label="지우기" kind=ButtonKind::Danger icon=Glyph::Cross />
            <Button label="자세히" kind=ButtonKind::Link hidden="이유" />
            <span class="num" id="story-presses">{presses}</span>
        </div>
        <div class="row">
            <Button label="제출하기" kind=ButtonKind::Primary blocked="고칠 항목이 1개 있어 제출할 수 없습니다." />
        </div>
        <div class="row">
            <Button
                label="저장하기"
                busy
                busy_label="저장하는 중"
                on_press=move |()| busy.set(true)
            />
            <Button label="끝내기" on_press=move |()| busy.set(false) />
            <Button
                label="크게 보기"
                pressed=on
                on_press=move |()| on.update(|on| *on = on.map(|on| !on))
            />
        </div>
    }
}

#[component]
fn Questions(announcer: Announcer) -> impl IntoView {
    let (ask, warn) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <div class="row">
            <Button label="물어보기" on_press=move |()| ask.set(true) />
            <Button label="없애기" kind=ButtonKind::Danger on_press=move |()| warn.set(true) />
        </div>
        <Dialog
            open=ask
            title="무엇을 남길까요?"
            safe_label="닫기"
            actions=move || view! { <Button label="남기기" kind=ButtonKind::Primary /> }
        >
            <p>{"고른 것만 남습니다."}</p>
        </Dialog>
        <Dialog
            open=warn
            alert=true
            title="정말 없앨까요?"
            safe_label="취소"
            actions=move || {
                view! {
                    <Button
                        label="없애기"
                        kind=ButtonKind::Danger
                        on_press=move |()| {
                            warn.set(false);
                            announcer.announce("없앴습니다");
                        }
                    />
                }
            }
        >
            <p>{"되돌릴 수 없습니다."}</p>
        </Dialog>
    }
}
