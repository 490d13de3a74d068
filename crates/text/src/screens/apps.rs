//! Biz apps: all on which somebody has a role, usable or not.

use crate::plural;

sentences! {
    name: "비즈 앱", "Biz apps";
    title(count: usize): "앱 {count}개", "{count} {apps}", apps = plural(count, "app", "apps");
    /// More than are counted.
    title_many(count: &str): "앱 {count}개 이상", "{count} apps or more";
    search: "앱 이름, 앱 ID, 초성으로 찾기", "Find by app name, app ID or initial consonants";
    usable(count: usize): "쓸 수 있는 앱 {count}개", "{count} {apps} you can use", apps = plural(count, "app", "apps");
    unusable(count: usize): "쓸 수 없는 앱 {count}개", "{count} {apps} that cannot be used", apps = plural(count, "app", "apps");
    /// More than are counted.
    usable_many(count: &str): "쓸 수 있는 앱 {count}개 이상", "{count} apps or more you can use";
    unusable_many(count: &str): "쓸 수 없는 앱 {count}개 이상", "{count} apps or more that cannot be used";
    usable_none: "쓸 수 있는 앱이 없습니다. 아래에서 이유를 확인하세요.", "There is no app you can use. See below why.";
    unusable_none: "쓸 수 없는 앱이 없습니다.", "There is no app that cannot be used.";
    usable_pages: "쓸 수 있는 앱의 쪽 이동", "Pages of apps you can use";
    unusable_pages: "쓸 수 없는 앱의 쪽 이동", "Pages of apps that cannot be used";
    state_usable: "쓸 수 있는 앱", "Can be used";
    state_linked: "채널이 연결된 앱", "With linked channels";
    column_reason: "이유", "Why not";
    column_action: "할 수 있는 일", "What helps";
    column_app: "앱", "App";
    column_number: "사업자등록번호", "Registration number";
    column_role: "내 권한", "Your role";
    column_links: "연결 채널", "Linked channels";
    column_sync: "싱크 상태", "Sync";
    app_id: "앱 ID", "App ID";
    company: "회사 이름", "Company name";
    category: "카테고리", "Category";
    kind: "앱 종류", "Kind of app";
    owner: "오너", "Owner";
    links_of(count: usize, limit: usize): "{count}/{limit}", "{count}/{limit}";
    slots_left(count: usize): "더 연결할 수 있는 채널 {count}개", "Room for {count} more {channels}", channels = plural(count, "channel", "channels");
    kakao_login: "카카오 로그인에 쓰는 앱", "Used for Kakao Login";
    keep: "새 앱을 만들지 마세요. 지금 카카오 로그인에 쓰는 앱을 고르면 회원 식별값이 그대로 이어집니다.", "Don't create a new app. Choose the one you already use for Kakao Login so member ids carry on.";
    as_users_see: "동의 화면에 보이는 모습", "As users will see it";
    business: "사업자 정보", "Business information";
    business_review: "사업자 정보 심사", "Review of the business information";
    not_applied: "신청 안 함", "Not applied for";
    apply_button: "싱크 신청하기", "Apply for Sync";
    link_button: "채널 연결하기", "Link channels";
    empty_title: "볼 수 있는 앱이 없습니다", "There is no app for you";
    empty: "권한이 하나라도 있는 앱이 여기에 보입니다. 앱 오너에게 에디터 권한을 요청하세요.", "Apps on which you have any role are listed here. Ask an app's owner for the editor role.";
    reasons_title: "쓸 수 없는 이유", "Why it cannot be used";
    usable_now: "이 앱에 채널을 연결하고 싱크를 신청할 수 있습니다.", "Channels can be linked to this app and Sync applied for.";
    no_business: "사업자 정보가 없습니다", "No business information";
    icon_yes: "아이콘 등록함", "Icon registered";
    icon_no: "아이콘이 없습니다. 앱 오너가 카카오디벨로퍼스에서 등록할 수 있습니다.", "There is no icon. The app's owner can register one on Kakao Developers.";
    company_none: "회사 이름이 없습니다", "There is no company name";
    as_users_hint: "이름, 아이콘, 회사 이름은 카카오디벨로퍼스에서 앱 오너가 고칩니다.", "Name, icon and company are changed by the app's owner on Kakao Developers.";
    channels_title: "연결된 채널", "Linked channels";
    channels_hint: "대표 채널을 바꾸거나 연결을 해제하려면 연결 화면을 여세요.", "To change the representative channel or to unlink, open the links.";
    channels_none: "연결된 채널이 없습니다.", "No channel is linked.";
    manage_links_button: "연결 화면 열기", "Open the links";
    application_title: "싱크 신청", "Application for Sync";
    application_open_button: "신청서 열기", "Open the application";
    application_status_button: "진행 상태 보기", "See its status";
    application_none: "아직 신청하지 않았습니다.", "Not applied for yet.";
    kakao_login_no: "카카오 로그인에 쓰지 않는 앱", "Not used for Kakao Login";
    empty_why: "싱크는 카카오 로그인에 쓰는 비즈 앱으로 신청합니다.", "Sync is applied for with the biz app that you use for Kakao Login.";
}
