//! The terms as their own screen: what a change does, whom to ask again, which tags there were.

sentences! {
    keys_hint: "순서는 버튼이나 Alt+↑, Alt+↓ 키로 바꿉니다.", "Change the order with the buttons or with Alt+↑ and Alt+↓.";
    tag_button(tag: &str): "새 태그 쓰기: {tag}", "Use a new tag: {tag}";
    tag_hint: "제출한 뒤에 글이 바뀌었다면 새 태그를 쓰세요. 옛 동의와 새 동의를 가를 수 있습니다.", "If the text changed after it was submitted, use a new tag: it tells old consents from new ones.";
    tag_changed(tag: &str): "새 태그는 다음과 같습니다. {tag}", "The tag is now {tag}";

    changes_title: "이미 가입한 사람에게는", "For people who have joined";
    changes_lead: "마지막으로 제출한 약관과 달라진 것입니다.", "What differs from the terms that were submitted last.";
    changes_none: "마지막으로 제출한 약관과 같습니다. 이미 가입한 사람에게 달라지는 것이 없습니다.", "The terms are those that were submitted last. Nothing changes for people who have joined.";
    request_title: "다시 묻는 요청", "The request that asks them";
    request_lead: "이미 가입한 사람이 로그인할 때 이 값을 더해 보내면, 아직 동의하지 않은 약관만 보입니다.", "Added to the login of somebody who has joined, this shows only the terms they have not agreed to.";
    history_title: "태그 기록", "History of tags";
    history_tag: "태그", "Tag";
    history_name: "제목", "Title";
    history_from: "처음 제출", "First submitted";
    history_until: "빠진 제출", "Submitted without it";
    history_in_use: "쓰는 중", "in use";
    /// In place of a title that nobody has written.
    unnamed: "제목 없는 약관", "Term without a title";
}
