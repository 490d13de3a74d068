//! Stories of what one reads.

use leptos::prelude::*;

use super::Story;
use crate::{
    Button, EmptyState, Loading, Note, NoteTone, Panel, Skeleton, SkeletonShape, SkipLink, Step,
    Steps, SummaryList, SummaryRow, Tag, TagTone,
};

/// Statuses, messages and headings.
#[component]
pub(super) fn Words() -> impl IntoView {
    let names = [
        "완료",
        "할 일",
        "작성 중",
        "심사 중",
        "확인 필요",
        "반려",
        "철회함",
        "아직 시작할 수 없음",
    ];
    let tags = TagTone::ALL
        .into_iter()
        .zip(names)
        .map(|(tone, label)| view! { <Tag tone label /> })
        .collect_view();
    let steps = ["고르기", "확인", "끝"]
        .map(|label| Step {
            label: label.into(),
            href: Some("#story-Steps".into()),
        })
        .to_vec();
    view! {
        <Story name="Tag">
            <div class="row">{tags}</div>
        </Story>
        <Story name="Note">
            <Note>"알아 두면 좋은 일입니다."</Note>
            <Note tone=NoteTone::Ok title="저장했습니다.">"방금 저장했습니다."</Note>
            <Note tone=NoteTone::Warn title="확인하세요.">
                <p>{"번호가 서로 다릅니다."}</p>
                <a class="act" href="#story-Note">{"번호 보기"}</a>
            </Note>
            <Note tone=NoteTone::Danger title="저장하지 못했습니다.">
                <p>{"적은 내용은 이 브라우저에 남아 있습니다."}</p>
                <Button label="다시 시도" />
            </Note>
        </Story>
        <Story name="Steps">
            <Steps label="연습 단계" steps current=1_usize done_word="완료" left_word="남음" />
        </Story>
        <Story name="Panel">
            <Panel title="안쪽 묶음" actions=|| view! { <Tag tone=TagTone::Draft label="작성 중" /> }>
                <p>{"내용"}</p>
            </Panel>
        </Story>
        <Story name="PageHeading">
            <p>{"화면마다 하나뿐이라 이 화면의 제목이 그 보기입니다."}</p>
        </Story>
        <Story name="SummaryList">
            <SummaryList>
                <SummaryRow term="이름" change="#story-SummaryList" change_label="바꾸기">
                    "별하 커피"
                </SummaryRow>
                <SummaryRow term="주소">"적지 않음"</SummaryRow>
            </SummaryList>
        </Story>
        <Story name="SkipLink">
            <p>{"Tab 키를 누르면 왼쪽 위에 나타납니다."}</p>
            <SkipLink label="단추로 건너뛰기" target="story-Button" />
        </Story>
        <Story name="LiveRegion">
            <p>{"단추의 결과를 소리로 알립니다. 화면에는 보이지 않습니다."}</p>
        </Story>
    }
}

/// Before there is anything to read.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    view! {
        <Story name="EmptyState">
            <EmptyState title="아직 없습니다" text="하나를 만들면 여기에 보입니다.">
                <Button label="만들기" />
            </EmptyState>
        </Story>
        <Story name="Skeleton">
            <Skeleton />
            <Skeleton shape=SkeletonShape::Lines />
            <Skeleton shape=SkeletonShape::Cards count=1 />
        </Story>
        <Story name="Loading">
            <Loading
                label="불러오는 중입니다"
                slow="평소보다 오래 걸리고 있습니다. 계속 기다리거나 다시 시도하세요."
                actions=|| view! { <Button label="다시 시도" /> }
            />
        </Story>
    }
}
