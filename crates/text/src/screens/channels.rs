//! Channels: all on which somebody has a role, usable or not.

use crate::plural;

sentences! {
    name: "채널", "Channels";
    title(count: usize): "채널 {count}개", "{count} {channels}", channels = plural(count, "channel", "channels");
    /// More than are counted.
    title_many(count: &str): "채널 {count}개 이상", "{count} channels or more";
    search: "이름, 검색용 아이디, 초성으로 찾기", "Find by name, search ID or initial consonants";
    usable(count: usize): "연결할 수 있는 채널 {count}개", "{count} {channels} that can be linked", channels = plural(count, "channel", "channels");
    unusable(count: usize): "쓸 수 없는 채널 {count}개", "{count} {channels} that cannot be used", channels = plural(count, "channel", "channels");
    /// More than are counted.
    usable_many(count: &str): "연결할 수 있는 채널 {count}개 이상", "{count} channels or more that can be linked";
    unusable_many(count: &str): "쓸 수 없는 채널 {count}개 이상", "{count} channels or more that cannot be used";
    usable_none: "연결할 수 있는 채널이 없습니다. 아래에서 이유를 확인하세요.", "No channel can be linked. See below why.";
    unusable_none: "쓸 수 없는 채널이 없습니다.", "There is no channel that cannot be used.";
    usable_pages: "연결할 수 있는 채널의 쪽 이동", "Pages of channels that can be linked";
    unusable_pages: "쓸 수 없는 채널의 쪽 이동", "Pages of channels that cannot be used";
    state_usable: "연결할 수 있는 채널", "Can be linked";
    state_linked: "앱과 연결된 채널", "Linked to an app";
    column_channel: "채널", "Channel";
    column_number: "사업자등록번호", "Registration number";
    column_role: "내 권한", "Your role";
    column_linked: "연결된 앱", "Linked apps";
    column_reason: "이유", "Why not";
    column_action: "할 수 있는 일", "What helps";
    search_id: "검색용 아이디", "Search ID";
    profile_id: "프로필 아이디", "Profile ID";
    state: "전환 상태", "Conversion";
    trade_name: "상호", "Trade name";
    representative: "대표자", "Representative";
    master: "마스터", "Master";
    representative_channel: "대표 채널", "Representative channel";
    number_hidden: "매니저부터 번호를 모두 볼 수 있습니다", "Managers and above see the whole number";
    link_button: "앱과 연결하기", "Link to an app";
    not_linked: "연결된 앱 없음", "Not linked to any app";
    reasons_title: "쓸 수 없는 이유", "Why it cannot be used";
    usable_now: "이 채널은 앱에 연결할 수 있습니다.", "This channel can be linked to an app.";
    no_business: "사업자 정보가 없습니다", "No business information";
    empty_why: "싱크로 가입한 회원의 식별값이 채널 메시지에 그대로 쓰이므로 채널이 꼭 있어야 합니다.", "The id created at sign-up is the one your channel messages use, so a channel is required.";
    empty_title: "볼 수 있는 채널이 없습니다", "There is no channel for you";
    empty: "권한이 하나라도 있는 채널이 여기에 보입니다. 찾는 채널이 있으면 아래에서 확인하세요.", "Channels on which you have any role are listed here. If you miss one, look it up below.";

    missing_title: "찾는 채널이 목록에 없나요?", "Is your channel not here?";
    missing_hint: "채널의 검색용 아이디를 적으세요. 예: byeolha", "Enter the channel's search ID, for example byeolha";
    missing_button: "확인하기", "Look it up";
    missing_field: "검색용 아이디", "Search ID";
    missing_malformed: "검색용 아이디는 한글, 영문 소문자, 숫자로 15자까지입니다. 빈칸 없이 적으세요.", "A search ID has up to 15 characters: Hangul, a to z and digits, no spaces.";
    missing_looking: "확인하는 중", "Looking it up";
    missing_listed: "이미 목록에 있는 채널입니다.", "This channel is in the list already.";
    missing_no_role: "내 권한이 없는 채널입니다. 채널 마스터에게 매니저 권한을 요청할 수 있습니다.", "You have no role on this channel. You can ask its master for the manager role.";
    missing_unknown: "그런 아이디의 채널이 없습니다. 글자를 다시 확인하세요.", "There is no channel with that ID. Check the spelling.";
}
