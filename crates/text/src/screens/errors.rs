//! What is said when something did not work: what happened, whether anything changed, and the way out.

use crate::plural;

sentences! {
    offline: "인터넷 연결이 끊겼습니다. 적은 내용은 이 브라우저에 저장하고, 연결되면 이어서 올립니다.", "You're offline. We keep your draft in this browser and upload it when you're back.";
    offline_action: "인터넷에 연결되면 할 수 있습니다", "You can do this once you are online";
    back_online: "다시 연결됐습니다.", "Back online.";
    back_online_uploaded: "다시 연결됐습니다. 초안을 올렸습니다.", "Back online. Draft uploaded.";
    unreachable: "서버에 닿지 않습니다. 연결을 확인하고 다시 시도하세요.", "The server cannot be reached. Check your connection and try again.";

    /// A part of the screen did not load.
    not_loaded(panel: &str): "{panel} 정보를 가져오지 못했습니다.", "We couldn't load this: {panel}.";
    not_loaded_old(panel: &str, time: &str): "{panel} 정보를 가져오지 못했습니다. 아래는 {time}에 받은 내용입니다.", "We couldn't load this: {panel}. Below is what we had at {time}.";
    /// The number under which the log has it.
    request_id(id: &str): "문의할 때 이 번호를 알려 주세요: {id}", "If you ask for help, give this number: {id}";

    not_found_title: "찾는 화면이 없습니다", "Page not found";
    not_found: "없거나 볼 권한이 없는 화면입니다.", "This page doesn't exist or you can't see it.";
    home_button: "홈으로 가기", "Go to home";
    forbidden_title: "이 화면을 볼 권한이 없습니다", "You cannot see this page";
    forbidden: "지금 권한으로는 할 수 없는 일입니다.", "Your role does not allow this.";
    needs_editor(role: &str): "비즈 앱 에디터 이상만 할 수 있습니다. 지금 권한: {role}.", "Only editors and above can do this. Your role: {role}.";
    needs_manager(role: &str): "채널 매니저 이상만 할 수 있습니다. 지금 권한: {role}.", "Only managers and above can do this. Your role: {role}.";
    needs_reviewer: "심사자만 볼 수 있는 화면입니다.", "Only reviewers can see this page.";
    ask_owner(owner: &str): "{owner} 오너에게 요청할 수 있습니다.", "Ask the owner, {owner}.";
    ask_master(master: &str): "{master} 마스터에게 요청할 수 있습니다.", "Ask the master, {master}.";
    sign_in: "로그인이 필요합니다. 로그인하면 이 화면으로 돌아옵니다.", "Sign in to see this page. You'll come back here.";

    /// Another tab of this browser has signed somebody else in.
    other_user: "이 브라우저에서 다른 계정으로 로그인해 아무것도 하지 않았습니다. 원래 계정으로 다시 로그인하세요.", "Somebody else has signed in in this browser, so nothing was done. Sign in again as yourself.";
    malformed: "보낸 내용을 서버가 읽지 못했습니다. 화면을 새로 고치고 다시 시도하세요.", "The server could not read what was sent. Reload the page and try again.";
    malformed_at(at: &str): "보낸 내용 가운데 서버가 읽지 못한 곳이 있습니다: {at}", "The server could not read this part of what was sent: {at}";
    stale: "그사이 다른 사람이 고쳤습니다. 새 내용을 확인하고 다시 시도하세요.", "Somebody changed this meanwhile. Look at the new version and try again.";
    stale_by(who: &str): "그사이 {who} 님이 이 초안을 고쳤습니다. 항목마다 남길 내용을 고르세요.", "{who} changed this draft meanwhile. Choose what to keep for each field.";
    mine: "내가 적은 내용", "Mine";
    theirs: "그사이 저장된 내용", "Theirs";
    keep_mine: "내 내용 남기기", "Keep mine";
    keep_theirs: "저장된 내용 남기기", "Keep theirs";
    keep_button: "고른 대로 저장하기", "Save my choice";
    wrong_state: "지금 상태에서는 할 수 없는 일입니다.", "This is not possible in the present state.";
    too_large(limit_mb: usize): "{limit_mb} MB보다 큽니다. 크기를 줄이세요.", "This is larger than {limit_mb} MB. Make it smaller.";
    unsupported: "서버가 받지 않는 형식입니다.", "The server does not take this kind of content.";
    too_many(seconds: usize): "{seconds}초 뒤에 다시 할 수 있습니다.", "Try again in {seconds} {unit}.", unit = plural(seconds, "second", "seconds");
    key_reused: "앞서 보낸 요청과 내용이 다릅니다. 화면을 새로 고치고 다시 시도하세요.", "This differs from a request sent before. Reload the page and try again.";
    version_missing: "어느 내용을 고치는지 서버가 알 수 없습니다. 화면을 새로 고치고 다시 시도하세요.", "The server cannot tell which version this changes. Reload the page and try again.";
    internal(request_id: &str): "서버에서 문제가 생겼습니다. 문의할 때 이 번호를 알려 주세요: {request_id}", "Something went wrong on the server. If you ask for help, give this number: {request_id}";
    unavailable: "서버가 잠시 응답하지 못합니다. 잠시 뒤 다시 시도하세요.", "The server is not available for the moment. Try again in a while.";
    unknown_outcome: "결과를 확인하지 못했습니다. 목록에서 확인한 뒤 다시 시도하세요.", "We don't know if it worked. Check the list before trying again.";
    nothing_changed: "하지 못했습니다. 바뀐 것은 없습니다.", "That did not work. Nothing changed.";
    unknown: "알 수 없는 문제가 생겼습니다. 화면을 새로 고치고 다시 시도하세요.", "Something unknown went wrong. Reload the page and try again.";
    refused(count: usize): "막는 이유가 {count}개 있어 할 수 없습니다.", "This is not possible yet: {count} {things} in the way.", things = plural(count, "thing is", "things are");

    field_missing: "이 칸을 채우세요", "Fill this in";
    field_too_long(limit: usize): "{limit}자 이하로 적으세요", "Use {limit} characters or fewer";
    field_too_many(limit: usize): "{limit}개까지 적을 수 있습니다", "There can be up to {limit}";
    field_repeated: "같은 것이 두 번 있습니다", "The same is here twice";
    field_unknown: "없거나 볼 권한이 없는 것입니다", "This doesn't exist or you can't see it";
    field_already: "이미 그렇게 돼 있습니다", "It is so already";
    field_bad_character: "저장할 수 없는 글자가 들어 있습니다", "This has a character that cannot be stored";
    field_date: "날짜를 2026-11-22처럼 적으세요", "Write the date like 2026-11-22";
    field_choose: "하나를 고르세요", "Choose one";

    crash_title: "화면이 멈췄습니다", "The console stopped";
    crash_text: "적은 내용은 이 브라우저에 남아 있습니다. 아래 내용을 복사해 알려 주면 고치는 데 도움이 됩니다.", "What you typed is kept in this browser. The lines below help us to fix it.";
    reload_button: "다시 열기", "Reload";
    screen_missing_title: "화면이 오지 않았습니다", "The screen did not arrive";
    screen_missing: "이 화면을 받아 오지 못했습니다. 연결을 확인하고 다시 시도하세요. 그래도 열리지 않으면 새 판이 나온 것이니 화면을 새로 고치세요.", "This screen could not be fetched. Check the connection and try again. If it still does not open, there is a newer version: reload the page.";
    old_data: "아래는 전에 받은 내용입니다.", "Below is what we had before.";
    later_button: "나중에 하기", "Not now";
    garbled(status: u16): "서버의 답을 읽지 못했습니다 (상태 {status}). 화면을 새로 고치고 다시 시도하세요.", "The server's answer made no sense (status {status}). Reload the page and try again.";
    check_fields: "적은 내용에 고칠 곳이 있습니다.", "Some of what was entered needs to be put right.";
}
