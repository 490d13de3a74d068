//! Pasted texts and what was read from them: shown with the lines relied on, and put right by a person where it is wrong.

use crate::plural;

sentences! {
    title: "사이트의 글", "Words of your site";
    lead: "페이지의 글을 복사해 붙여 넣으면 심사자처럼 읽고, 무엇을 보고 판단했는지 보여 줍니다.", "Paste what your pages say. It is read as a reviewer would, and you see which words it went by.";
    policy: "개인정보처리방침", "Privacy policy";
    policy_hint: "처음부터 끝까지 모두 붙여 넣으세요.", "All of it, from beginning to end.";
    screen: "가입 화면의 글", "Words on the sign-up screen";
    screen_hint: "칸 이름과 필수·선택 표시까지 보이는 대로 붙여 넣으세요.", "As it can be seen, with the names of the fields and their marks.";
    footer: "사이트 하단의 글", "Foot of the site";
    footer_hint: "상호, 대표자, 사업자등록번호, 주소가 있는 부분입니다.", "The part with trade name, representative, number and address.";
    file_button: "파일에서 읽기", "Read from a file";
    file_hint: ".txt, .html, .pdf 파일을 읽습니다. PDF는 10MB까지입니다. 여기에 놓아도 됩니다.", "A .txt, .html or .pdf file; a PDF of up to 10 MB. You can drop it here, too.";
    file_read(name: &str): "{name} 파일에서 글을 가져왔습니다", "The words of {name} are here";
    too_long: "너무 길어 저장하지 않았습니다. 필요한 부분만 남기세요.", "Too long, so it is not saved. Keep the part that matters.";

    policy_caption: "처리방침에서 읽은 것", "What the policy says";
    screen_caption: "가입 화면에서 읽은 것", "What the sign-up screen says";
    footer_caption: "사업자등록증과 사이트 하단", "Certificate and foot of the site";
    column_named: "적혀 있나요?", "Named?";
    column_line: "판단한 글", "Words relied on";
    column_check: "확인", "Check";
    column_fact: "사업자 정보", "Business information";
    column_site: "사이트", "Site";
    column_certificate: "사업자등록증", "Certificate";
    requested(stage: &str): "신청: {stage}", "Asked for: {stage}";
    named_required: "있음 · 필수", "Yes, required";
    named_optional: "있음 · 선택", "Yes, optional";
    named_unmarked: "있음 · 필수·선택 표시 없음", "Yes, but not marked as required or optional";
    named_conflicting: "있음 · 필수와 선택이 섞여 있음", "Yes, as required and as optional";
    named_elsewhere: "가입할 때 받는 항목에는 없음", "Not for signing up";
    named_not: "없음", "No";
    elsewhere(purpose: &str): "다른 곳에만 있음: {purpose}", "Only for {purpose}";
    no_line: "이 항목을 적은 글이 없습니다.", "No words name it.";

    wrong_button: "이 읽기가 틀렸나요?", "Is this reading wrong?";
    wrong_legend(item: &str): "「{item}」 항목이 이 글에 어떻게 적혀 있나요?", "How does the text name “{item}”?";
    as_required: "필수로 적혀 있음", "Named as required";
    as_optional: "선택으로 적혀 있음", "Named as optional";
    as_unmarked: "이름만 있고 표시가 없음", "Named, not marked";
    as_absent: "적혀 있지 않음", "Not named";
    overrule_button: "이대로 고치기", "Use this instead";
    undo_button: "되돌리기", "Undo";
    by_person: "직접 고친 판단", "Put right by a person";
    read_as(words: &str): "읽은 대로는: {words}", "As read: {words}";
    overruled(item: &str): "{item} 판단을 고쳤습니다. 심사자에게도 고쳤다고 보입니다.", "Your reading of {item} counts now. The reviewer sees that you changed it.";
    undone(item: &str): "{item} 판단을 되돌렸습니다", "Back to what was read for {item}";

    more_title: "가입할 때 받지만 신청하지 않은 것", "Collected at sign-up, but not asked for";
    placeholders_title: "아직 바꾸지 않은 견본", "Placeholders left in";
    missing_title: "찾지 못한 부분", "Parts that were not found";
    nothing_named: "동의항목의 이름이 하나도 없습니다. 다른 글을 붙여 넣지 않았는지 보세요.", "It names none of the items. Is it the right text?";
    nothing_asked: "신청할 항목을 고르면 항목마다 판단이 보입니다.", "Choose items first; then each one is shown here.";

    not_found: "찾지 못함", "Not found";
    not_copied: "적지 않음", "Not entered";
    same_number: "번호가 같음", "The same number";
    other_number: "번호가 다름", "Another number";
    take_button: "찾은 대로 옮기기", "Take these over";
    take_hint: "「사이트에 적힌 사업자 정보」에 그대로 적습니다.", "Fills in “Business information on the site”, letter by letter.";
    taken: "사이트에 적힌 사업자 정보에 옮겼습니다", "Business information on the site is filled in";
    taken_already: "이미 같은 글이 적혀 있습니다.", "It says the same already.";
    footer_empty: "상호도 번호도 찾지 못했습니다. 사업자 정보가 있는 부분인지 보세요.", "Neither a name nor a number was found. Is it the right part?";

    review_title: "붙여 넣은 글에서 읽은 것", "What was read from the pasted words";
    review_whole(count: usize): "붙여 넣은 글 전체 ({count}자)", "All of the words ({count} {characters})", characters = plural(count, "character", "characters");
}
