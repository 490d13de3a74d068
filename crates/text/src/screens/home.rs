//! Home: what is left to do before Kakao Sync can be used.

use crate::plural;

sentences! {
    name: "홈", "Home";
    left(count: usize): "카카오싱크 도입까지 {count}가지 남았습니다", "{count} {things} left before you can use Kakao Sync", things = plural(count, "thing", "things");
    done: "카카오싱크를 쓰고 있습니다", "Kakao Sync is in use";
    lead: "위에서부터 차례로 하면 됩니다. 시작할 수 없는 일에는 이유를 적어 두었습니다.", "Work from the top. Where something cannot start yet, it says why.";
    app: "앱", "App";
    choose_app: "어느 앱의 할 일을 볼까요?", "Which app is this about?";
    no_app_chosen: "쓸 수 있는 앱 없음", "No app that can be used";
    step_prepare: "1단계. 준비", "Step 1. Prepare";
    step_link: "2단계. 연결", "Step 2. Link";
    step_apply: "3단계. 신청", "Step 3. Apply";
    tasks: "할 일", "Tasks";

    usable_channels(count: usize): "쓸 수 있는 채널 {count}개", "{count} {channels} you can use", channels = plural(count, "channel", "channels");
    linked_channels(count: usize): "연결된 채널 {count}개", "{count} linked {channels}", channels = plural(count, "channel", "channels");
    reuse: "이미 카카오 로그인에 쓰던 앱을 그대로 쓰면 회원 식별값이 이어집니다. 이미 동의한 사람은 다음에 로그인할 때 싱크 동의 화면을 한 번 보게 됩니다.", "Keep the app you already use for Kakao Login and member ids carry on. People who agreed before will see the Sync consent screen once at their next login.";
    why_channel: "싱크로 가입한 회원의 식별값이 채널 메시지에 그대로 쓰이므로 채널이 꼭 있어야 합니다.", "The id created at sign-up is the one your channel messages use, so a channel is required.";
    mismatch: "연결한 뒤에 사업자등록번호가 달라졌습니다. 채널 마스터나 앱 오너가 번호를 바로잡아야 합니다.", "The registration numbers no longer match. The channel master or app owner has to correct one.";
    no_new_submission: "번호를 바로잡을 때까지 새로 제출할 수 없습니다. 연결은 그대로 남습니다.", "Nothing new can be submitted until it is corrected. The link stays.";

    no_channel_title: "카카오톡 채널이 없습니다", "You have no Kakao Talk Channel";
    no_channel_button: "채널 만드는 방법", "How to make a channel";
    no_app_title: "쓸 수 있는 비즈 앱이 없습니다", "You have no biz app you can use";
    nothing_title: "아직 볼 수 있는 채널과 앱이 없습니다", "There is no channel or app for you yet";
    nothing: "채널 마스터와 앱 오너에게 권한을 요청하거나, 채널과 앱을 만든 계정으로 들어가세요.", "Ask the channel's master and the app's owner for a role, or sign in as whoever made them.";
    nearest: "가장 가까운 길", "The shortest way";
    under_way: "지금 진행 중", "Under way";
    under_way_none: "진행 중인 신청이 없습니다.", "No application is under way.";
    under_way_app(app: &str): "「{app}」 앱의 신청서", "The application of {app}";
    receipt(number: &str): "접수번호 {number}", "Receipt number {number}";
    items(count: usize): "동의항목 {count}개", "{count} {items}", items = plural(count, "consent item", "consent items");
    changed(who: &str): "마지막으로 바꾼 사람 {who}", "Last changed by {who}";
    see_status: "진행 상황 보기", "Follow it";
    see_application: "신청서 이어 쓰기", "Go on with the application";
    all_tasks: "끝낸 일 여섯 가지", "The six tasks that are done";
    reasons_title: "아직 쓸 수 없는 이유", "What is still in the way";
    see_channels: "채널 보기", "See the channels";
    see_apps: "비즈 앱 보기", "See the biz apps";
    see_requests: "요청 보기", "See the requests";
    see_links: "연결 보기", "See the links";
    days(count: usize): "{count}일째", "day {count}";
    next_title: "다음에 할 수 있는 일", "What you can do next";
    next_channels: "채널 더 연결하기", "Link more channels";
    next_items: "동의항목 바꾸기", "Change the consent items";
    next_preview: "동의 화면 보기", "See the consent screen";
    requests_waiting(count: usize): "답을 기다리는 권한 요청 {count}개", "{count} role {requests} waiting for your answer", requests = plural(count, "request", "requests");

    operator_title: "싱크데스크 운영", "Operating Syncdesk";
    operator_lead: "사용자와 기록", "People and the record";
    invitations_open(count: usize): "아직 쓰지 않은 초대 {count}개", "{count} open {invitations}", invitations = plural(count, "invitation", "invitations");
    people_button: "사용자와 초대 보기", "Open people";
    record_button: "기록 보기", "Open the record";
    reviewer_title: "심사할 신청", "Applications to review";
    reviewer_button: "심사 대기열 보기", "Open the review queue";
}
