//! Places marked on a file: where a reviewer can see each item.

use crate::plural;

sentences! {
    title: "항목이 보이는 자리", "Where the items can be seen";
    layer(name: &str): "{name} 위의 표시", "Marks on {name}";
    hint: "항목을 고르고 이미지에서 끌어 네모를 그리세요. 한 번 누르면 그 자리에 작은 네모가 생깁니다.", "Pick an item and drag a box over it. A single press puts a small box there.";
    keys: "표시에서 화살표는 옮기기, Shift와 화살표는 크기 바꾸기, Delete는 지우기입니다.", "On a mark, arrows move it, Shift and arrows resize it, Delete removes it.";
    item: "표시할 항목", "Item to mark";
    pick_first: "먼저 항목을 고르세요", "Pick an item first";
    add_button: "새 표시", "Add a mark";
    whole_button: "글로만 표시", "By words only";
    remove_button: "표시 지우기", "Remove the mark";
    words: "화면에 적힌 글", "Words on the screen";
    words_hint: "예: 휴대폰 번호 (필수)", "For example: Mobile number (required)";
    page: "쪽", "Page";
    full(limit: usize): "한 파일에 표시는 {limit}개까지입니다", "A file can have {limit} {marks}", marks = plural(limit, "mark", "marks");
    name(number: usize, item: &str): "{number}. {item}", "{number}. {item}";
    whole: "이미지 전체", "The whole picture";
    on_page(page: u16): "{page}쪽", "Page {page}";
    place(x: u16, y: u16, w: u16, h: u16): "왼쪽에서 {x}%, 위에서 {y}%, 너비 {w}%, 높이 {h}%", "{x}% from the left, {y}% from the top, {w}% wide, {h}% high";
    added(name: &str, place: &str): "{name} 표시를 넣었습니다: {place}", "Marked {name}: {place}";
    removed(name: &str): "{name} 표시를 지웠습니다", "The mark {name} is removed";
    seen(words: &str): "글: {words}", "Words: {words}";
}
