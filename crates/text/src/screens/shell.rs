//! The frame around every screen, and what all screens say: navigation, loading, saving, the session.

use crate::plural;

sentences! {
    product: "싱크데스크", "Syncdesk";
    skip: "본문으로 건너뛰기", "Skip to content";
    navigation: "주 메뉴", "Main menu";
    breadcrumb: "지금 위치", "You are here";
    /// The title of the window.
    window_title(page: &str): "{page} – 싱크데스크", "{page} – Syncdesk";
    /// The title of the window while the form has something to fix.
    window_title_wrong(count: usize, page: &str): "고칠 것 {count}개 – {page} – 싱크데스크", "{count} {things} to fix – {page} – Syncdesk", things = plural(count, "thing", "things");

    nav_home: "홈", "Home";
    nav_channels: "채널", "Channels";
    nav_apps: "비즈 앱", "Biz apps";
    nav_links: "연결", "Links";
    nav_applications: "싱크 신청", "Applications";
    nav_preview: "동의 화면", "Consent screen";
    nav_requests: "권한 요청", "Role requests";
    nav_record: "기록", "Record";
    nav_operator: "운영", "Operating";
    nav_people: "사용자", "People";
    nav_review: "심사 대기열", "Review queue";
    nav_reviewer: "심사자", "Reviewer";
    nav_help: "도움말", "Help";

    /// The page with every component in every state, for those who build the console.
    gallery: "부품 모음", "Components";

    independent: "싱크데스크는 카카오가 운영하는 서비스가 아닙니다.", "Syncdesk is not operated by Kakao.";
    accessibility: "접근성", "Accessibility";
    shortcuts: "단축키", "Keyboard shortcuts";
    language: "언어", "Language";
    theme: "화면 밝기", "Appearance";
    theme_system: "기기 설정 따르기", "As on this device";
    theme_light: "밝게", "Light";
    theme_dark: "어둡게", "Dark";

    account: "내 계정", "Your account";
    signed_in_as(name: &str, organisation: &str): "{name} · {organisation}", "{name} · {organisation}";
    /// Names the line under the top bar for screen readers.
    notices: "안내", "Notices";
    acting_for(organisation: &str): "{organisation} 업무를 보고 있습니다", "You are acting for {organisation}";
    reviewer_screen: "심사자 화면입니다", "You are in the reviewer's screens";
    demo: "연습용 자료입니다. 카카오에 아무것도 보내지 않습니다.", "Demo data. Nothing is sent to Kakao.";
    switch_button: "계정 바꾸기", "Switch account";
    sign_out_button: "로그아웃", "Sign out";
    signing_out: "로그아웃하는 중", "Signing out";
    unsent_title: "아직 올리지 않은 내용이 있습니다", "Something is not uploaded yet";
    unsent(count: usize): "이 브라우저에만 남은 내용이 {count}개 있습니다. 로그아웃하면 지워지고 되찾을 수 없습니다.", "{count} {things} kept in this browser only. Signing out deletes {them}, and {they} cannot be brought back.", things = plural(count, "draft is", "drafts are"), them = plural(count, "it", "them"), they = plural(count, "it", "they");
    unsent_delete_button: "지우고 로그아웃", "Delete and sign out";
    stay_signed_in_button: "로그아웃하지 않기", "Stay signed in";
    not_signed_out_title: "로그아웃하지 못했습니다", "You are still signed in";
    not_signed_out: "아직 로그인되어 있습니다. 다른 사람과 함께 쓰는 기기라면 다시 시도하세요.", "Your session is still open. If others use this device, try again.";
    switched(name: &str): "이제 {name} 계정으로 보고 있습니다.", "You're now viewing as {name}.";

    loading: "불러오는 중입니다", "Loading";
    slow: "평소보다 오래 걸리고 있습니다. 계속 기다리거나 다시 시도하세요.", "This is taking longer than usual. Keep waiting or try again.";
    retry_button: "다시 시도", "Try again";
    back_button: "이전", "Back";
    next_button: "다음", "Next";
    cancel_button: "취소", "Cancel";
    close_button: "닫기", "Close";
    save_button: "저장하기", "Save";
    change_button: "바꾸기", "Change";
    remove_button: "빼기", "Remove";
    add_button: "더하기", "Add";
    copy_button: "복사", "Copy";
    copied: "복사했습니다", "Copied";
    not_copied: "복사하지 못했습니다. 글을 골라 직접 복사하세요.", "Could not copy. Select the text and copy it yourself.";
    print_button: "인쇄", "Print";
    new_window: "(새 창)", "(new window)";
    required: "필수", "required";
    optional: "선택", "optional";
    yes: "예", "Yes";
    no: "아니요", "No";
    not_entered: "적지 않음", "Not entered";
    none: "없음", "None";
    optional_field: "적지 않아도 됩니다", "You may leave this empty";
    characters(count: usize, limit: usize): "{limit}자 가운데 {count}자", "{count} of {limit} characters";
    too_long_by(count: usize): "{count}자를 줄이세요", "Shorten it by {count} {characters}", characters = plural(count, "character", "characters");

    search_clear_button: "지우기", "Clear";
    filter_clear_button: "조건 지우기", "Clear filters";
    no_results(query: &str): "“{query}”에 맞는 결과가 없습니다.", "No results for “{query}”.";
    no_results_filter: "고른 조건에 맞는 결과가 없습니다.", "Nothing matches these filters.";
    results(count: usize): "결과 {count}개", "{count} {results}", results = plural(count, "result", "results");
    results_many(count: &str): "결과 {count}개 이상", "{count} results or more";
    pages: "쪽 이동", "Pages";
    previous_page_button: "앞 쪽", "Previous page";
    next_page_button: "다음 쪽", "Next page";
    sort_ascending: "오름차순", "ascending";
    sort_descending: "내림차순", "descending";

    saving: "저장 중", "Saving";
    saved_at(time: &str): "{time}에 저장했습니다", "Saved at {time}";
    save_failed: "저장하지 못했습니다", "Not saved";
    saved_locally: "이 브라우저에만 저장했습니다. 연결되면 올립니다.", "Saved in this browser only; we'll upload it later.";

    session_ending: "곧 저절로 로그아웃됩니다. 계속 쓰려면 “계속 쓰기”를 누르세요.", "You'll soon be signed out. Press “Keep working” to go on.";
    session_left(seconds: usize): "{seconds}초 뒤 로그아웃됩니다.", "You'll be signed out in {seconds} seconds.";
    stay_button: "계속 쓰기", "Keep working";
    session_too_old: "로그인한 지 12시간이 되어 연장할 수 없습니다. 적은 내용은 남아 있으니 다시 로그인하세요.", "12 hours after signing in this cannot be put off. What you typed is kept; sign in again.";
    /// Pressed too early: the other window has not signed in yet.
    not_yet_signed_in: "아직 로그인하지 않았습니다. 새 창에서 로그인을 마친 뒤 다시 누르세요.", "You are not signed in yet. Finish signing in in the new window, then press again.";
    sign_in_again_button: "다시 로그인", "Sign in again";
    expired: "로그인이 끝났습니다. 다시 로그인하면 하던 곳으로 돌아갑니다.", "Your session ended. Sign in to continue where you left off.";

    /// Heading of the list of findings at the top of a form.
    to_fix(count: usize): "고쳐야 할 곳이 {count}개 있습니다", "There {are} {count} {things} to fix", are = plural(count, "is", "are"), things = plural(count, "thing", "things");
    error_prefix: "고칠 것:", "Error:";
    asked_at(time: &str): "{time}에 받은 내용입니다.", "As of {time}.";
    seoul_time: "시각은 모두 한국 시간입니다.", "All times are Korean time.";

    reasons: "이유", "Why not";
    who_can_fix: "고칠 수 있는 사람", "Who can fix it";
    what_passes: "이렇게 하면 됩니다", "What would pass";
    source: "근거", "Source";
    step(current: usize, all: usize): "{all}단계 가운데 {current}단계", "Step {current} of {all}";
    step_done: "완료", "done";
    step_left: "남음", "to come";
}
