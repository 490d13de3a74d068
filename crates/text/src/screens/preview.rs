//! The consent screen as users will see it: the words on the drawing, and the words around it.

use crate::plural;

sentences! {
    title: "동의 화면 미리보기", "Preview of the consent screen";
    /// What the page is about, under its title.
    lead(app: &str): "{app} 앱으로 처음 가입하는 사람이 보는 화면입니다.", "What somebody sees who signs up through {app} for the first time.";
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
    terms: "서비스 약관", "Service terms";
    personal: "개인정보 제3자 제공", "Personal information for the service";
    /// Stands for Kakao's own text, which is not ours to write.
    third_party: "받는 곳, 목적, 항목, 보유 기간을 알리는 글이 여기에 나옵니다. 카카오가 쓰는 글이라 신청자가 바꿀 수 없습니다.", "Kakao's own text stands here: recipient, purpose, items and how long they are kept. Applicants cannot change it.";
    channel: "카카오톡 채널", "Kakao Talk Channel";
    add_channel(name: &str): "{name} 채널 추가", "Add the {name} channel";
    collects: "카카오계정에 없으면 물어봄", "asked for if the Kakao Account lacks it";
    see: "보기", "See";
    continue_button: "동의하고 계속하기", "Agree and continue";
    cancel_button: "취소", "Cancel";
    /// Why the button does nothing yet.
    left(count: usize): "필수 항목 {count}개에 더 동의해야 계속할 수 있습니다.", "{count} required {lines} still {have} to be ticked.", lines = plural(count, "line", "lines"), have = plural(count, "has", "have");
    agreed: "동의했습니다. 서비스는 인가 코드(code)를 받습니다.", "Agreed. The service receives an authorisation code.";
    cancelled: "취소했습니다. 서비스는 error=access_denied만 받습니다.", "Cancelled. The service receives only error=access_denied.";

    no_icon: "아이콘 없음", "No icon";
    no_name: "앱 이름 없음", "No app name";
    no_company: "회사 이름 없음", "No company name";
    no_title: "약관 제목 없음", "No title";
    no_english: "영어 제목 없음", "no English title";
    no_address: "주소 없음", "No address";
    no_channel_name: "채널 이름 없음", "No channel name";
    nothing_here: "아직 없음", "Nothing yet";

    reading_order: "화면에 있는 것(읽는 순서)", "What is on the screen, in reading order";
    cost(required: usize, optional: usize): "동의할 것: 필수 {required}개, 선택 {optional}개", "To agree to: {required} required, {optional} optional";
    many_required(count: usize): "필수가 {count}개입니다. 꼭 필요한 것만 필수로 두세요.", "{count} lines are required. Require only what the service cannot do without.";
}
