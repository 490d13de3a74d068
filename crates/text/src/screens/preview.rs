//! The consent screen as users will see it: the words on the drawing, and the words around it.

use crate::plural;

sentences! {
    title: "동의 화면 미리보기", "Preview of the consent screen";
    /// What the page is about, under its title.
    lead(app: &str): "‘{app}’에 로그인하는 사람이 보는 화면을 상황마다 미리 봅니다.", "What people see who sign in through {app}, situation by situation.";
    /// In place of an app's name that is not there yet.
    app_unnamed: "이름 없는 앱", "an app without a name";

    who_legend: "누가 이 화면을 만나나요?", "Who meets the screen?";
    group_new: "처음 만나는 사람", "New to the service";
    group_known: "이미 쓰던 사람", "Already here";
    group_age: "나이", "Age";
    group_in_app: "카카오톡 안에서", "Inside KakaoTalk";
    /// In a list where one line has to do.
    like_first_short: "처음 가입과 같음", "same as a first sign-up";
    dark: "어두운 배경에서 보기", "In dark surroundings";
    no_screen: "이 사람에게는 동의 화면이 나오지 않습니다", "No consent screen for this person";
    /// Said when another situation is chosen.
    now_lines(lines: usize): "동의 화면에 {lines}줄이 있습니다.", "The consent screen has {lines} {word}.", word = plural(lines, "line", "lines");
    asks: "이 요청을 보낸 것으로 보기", "Show it as if this request were sent";
    print_button: "인쇄", "Print";
    picture_button: "그림 파일로 저장", "Save as an image";
    picture_none: "이 사람에게는 동의 화면이 없어 저장할 그림도 없습니다. 다른 상황을 고르세요.", "There is no screen for this person, so there is no image to save. Choose another situation.";
    picture_failed: "이 브라우저에서 그림을 만들지 못했습니다. 인쇄에서 PDF로 저장해 보세요.", "This browser could not make the image. Try printing to a PDF instead.";

    asked_title: "무엇을 왜 묻나요?", "What is asked, and why";
    asked_what: "묻는 것", "What is asked";
    asked_condition: "필수·선택", "Condition";
    asked_why: "왜 필요한가요", "Why";
    /// In place of a reason that nobody has written yet.
    asked_gap: "아직 적지 않음", "Not written yet";
    asked_channel: "카카오톡 채널을 추가하고 싶은 사람만 고릅니다.", "Only for those who want to add the channel.";
    /// Under a term: the name by which programs know it.
    asked_tag(tag: &str): "태그: {tag}", "Tag: {tag}";
    lang_legend: "화면의 언어", "Language of the screen";
    size_legend: "글자 크기", "Size of the letters";
    size_normal: "보통", "Normal";
    size_large: "크게", "Large";
    size_largest: "아주 크게", "Largest";
    back_button: "신청서로 돌아가기", "Back to the application";

    /// The heading above the drawing.
    screen_title: "미리보기", "Preview";
    /// The name of the drawing for screen readers.
    screen_label: "카카오 동의 화면 그림", "Drawing of Kakao's consent screen";
    drawing_note: "싱크데스크가 그린 화면입니다. 모양은 실제와 다를 수 있지만 순서와 항목은 신청 내용 그대로입니다.", "Our own drawing. The look may differ; order and items are exactly what you asked for.";

    agree_all: "전체 동의하기", "Agree to all";
    /// Stands for Kakao's own text, which is not ours to write.
    third_party: "받는 곳, 목적, 항목, 보유 기간을 알리는 글이 여기에 나옵니다. 카카오가 쓰는 글이라 신청자가 바꿀 수 없습니다.", "Kakao's own text stands here: recipient, purpose, items and how long they are kept. Applicants cannot change it.";
    add_channel(name: &str): "{name} 채널 추가", "Add the {name} channel";
    collects: "카카오계정에 없으면 물어봄", "asked for if the Kakao Account lacks it";
    see: "보기", "See";
    continue_button: "동의하고 계속하기", "Agree and continue";
    cancel_button: "취소", "Cancel";
    /// Why the button does nothing yet.
    left(count: usize): "필수 항목 {count}개에 더 동의해야 계속할 수 있습니다.", "{count} required {lines} still {have} to be ticked.", lines = plural(count, "line", "lines"), have = plural(count, "has", "have");
    /// Before what the service receives.
    agreed: "동의했습니다.", "Agreed.";
    /// Before what the service receives.
    cancelled: "취소했습니다.", "Cancelled.";

    no_icon: "아이콘 없음", "No icon";
    no_name: "앱 이름 없음", "No app name";
    no_company: "회사 이름 없음", "No company name";
    no_title: "약관 제목 없음", "No title";
    no_english: "영어 제목 없음", "no English title";
    no_address: "주소 없음", "No address";
    no_channel_name: "채널 이름 없음", "No channel name";
    nothing_here: "아직 없음", "Nothing yet";

    reading_order: "화면에 있는 것(읽는 순서)", "What is on the screen, in reading order";
}
