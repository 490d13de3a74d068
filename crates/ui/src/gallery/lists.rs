//! Stories of tables and their pages.

use leptos::prelude::*;

use super::Story;
use crate::{Pager, SortDirection, SortHeader, TableFrame, Tag, TagTone};

/// A table, its sorting, its pages.
#[component]
pub(super) fn Lists() -> impl IntoView {
    let direction = RwSignal::new(Some(SortDirection::Ascending));
    let turn = move |()| {
        direction.update(|now| {
            *now = match now {
                Some(SortDirection::Ascending) => Some(SortDirection::Descending),
                Some(SortDirection::Descending) => None,
                None => Some(SortDirection::Ascending),
            };
        });
    };
    let rows = [
        ("별하 커피", "999-00-00005", TagTone::Done, "승인"),
        ("새봄 서점", "999-00-00010", TagTone::Action, "확인 필요"),
    ]
    .map(|(name, number, tone, label)| {
        view! {
            <tr>
                <th scope="row" data-l="이름">
                    <a class="act" href="#story-TableFrame">{name}</a>
                </th>
                <td data-l="번호">
                    <span class="num">{number}</span>
                </td>
                <td data-l="상태">
                    <Tag tone label />
                </td>
            </tr>
        }
    })
    .into_iter()
    .collect_view();
    let first: Option<String> = None;
    view! {
        <Story name="TableFrame">
            <TableFrame caption="보기 2개" stack=true>
                <thead>
                    <tr>
                        <SortHeader label="이름" direction on_sort=turn />
                        <th scope="col">{"번호"}</th>
                        <th scope="col">{"상태"}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </TableFrame>
        </Story>
        <Story name="SortHeader">
            <p>{"위 표의 첫 열 제목입니다. 누를 때마다 오름차순, 내림차순, 없음으로 바뀝니다."}</p>
        </Story>
        <Story name="Pager">
            <Pager
                label="쪽"
                previous_label="이전"
                previous=first
                next_label="다음"
                next="#story-Pager"
                position="1–50"
            />
        </Story>
    }
}
