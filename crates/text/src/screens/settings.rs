//! Settings of this browser.

use crate::plural;

sentences! {
    title: "설정", "Settings";
    lead: "언어와 밝기는 이 브라우저에만 저장됩니다.", "Language and appearance are kept in this browser only.";
    language: "언어", "Language";
    theme: "화면 밝기", "Appearance";
    theme_device: "기기 설정 따르기", "As on this device";
    theme_light: "밝게", "Light";
    theme_dark: "어둡게", "Dark";
    id_title: "내 사용자 ID", "Your user ID";
    id_lead: "채널이나 앱에 추가되려면 이 ID를 마스터나 오너에게 알려 주세요. 비밀이 아니며, 이 ID로 로그인할 수는 없습니다.", "To be added to a channel or an app, tell this ID to its master or owner. It is no secret: nobody can sign in with it.";
    id_copy_button: "ID 복사", "Copy the ID";
    id_copy_failed: "복사하지 못했습니다. ID를 직접 선택해 복사하세요.", "It could not be copied. Select the ID and copy it by hand.";
    zone_title: "시간대", "Time zone";
    zone: "날짜와 시각은 모두 한국 시간(Asia/Seoul)으로 보입니다.", "Dates and times are always shown in Korean time (Asia/Seoul).";
    zone_now: "지금", "Now";
    sessions_title: "로그인한 곳", "Where you are signed in";
    sessions_lead: "쓰지 않으면 2시간 뒤에, 써도 12시간 뒤에 자동으로 로그아웃됩니다.", "You are signed out automatically after 2 hours without use, and after 12 hours in any case.";
    sessions_caption(count: usize): "로그인 {count}개", "{count} {sessions}", sessions = plural(count, "session", "sessions");
    session_device: "기기", "Device";
    session_seen: "마지막 사용", "Last used";
    session_since: "로그인한 때", "Since";
    session_from: "주소", "Address";
    session_act: "끝내기", "End";
    session_current: "지금 이 창", "This one";
    session_unknown: "알 수 없음", "Not known";
    session_end_button: "로그아웃", "Sign out";
    session_ending: "끝내는 중", "Ending it";
    session_ended: "그곳에서 로그아웃했습니다.", "Signed out there.";
    sessions_others_button: "다른 곳 모두 끝내기", "Sign out elsewhere";
    sessions_others_title: "다른 곳에서 모두 로그아웃할까요?", "Sign out everywhere else?";
    sessions_others_effect: "지금 이 창만 남고, 다른 기기와 브라우저는 바로 로그아웃됩니다. 거기서 쓰던 내용은 그 브라우저에 남습니다.", "Only this window stays signed in. What was being written elsewhere stays in that browser.";
    sessions_others_done: "다른 곳에서 모두 로그아웃했습니다.", "Signed out everywhere else.";
    kept_title: "이 브라우저에 남은 내용", "Kept in this browser";
    kept_explained: "적는 내용은 서버에 저장될 때까지 이 브라우저에도 남고, 로그아웃하면 지워집니다. 여기에는 내 내용만 보입니다.", "What you type is also kept in this browser until the server has it; signing out deletes it. Only yours is shown here.";
    kept_none: "이 브라우저에 남은 내용이 없습니다.", "Nothing is kept in this browser.";
    kept(count: usize): "아직 올리지 않은 내용이 {count}개 있습니다.", "There {are} {count} {things} not uploaded yet.", are = plural(count, "is", "are"), things = plural(count, "thing", "things");
    kept_caption: "아직 올리지 않은 내용", "Not uploaded yet";
    kept_what: "내용", "What";
    kept_id: "신청 번호", "Application";
    kept_draft: "싱크 신청", "Application";
    kept_review: "심사 결과", "Review";
    kept_save_button: "파일로 받기", "Save as a file";
    kept_not_saved: "파일로 만들지 못했습니다.", "The file could not be made.";
    kept_delete_button: "모두 지우기", "Delete all";
    kept_ask(count: usize): "{count}개를 지울까요?", "Delete {count} {things}?", things = plural(count, "thing", "things");
    kept_effect: "아직 서버에 올리지 않은 내용은 되찾을 수 없습니다. 서버에 저장한 신청서는 그대로입니다.", "What was not uploaded yet cannot be brought back. Applications on the server stay as they are.";
    kept_deleted(count: usize): "{count}개를 지웠습니다.", "Deleted {count} {things}.", things = plural(count, "thing", "things");
}
