//! The record: who did or tried what.

use crate::plural;

sentences! {
    title: "기록", "Record";
    lead_all: "누가 언제 무엇을 했고 무엇이 거부됐는지 보입니다. 기록은 고치거나 지울 수 없습니다.", "Who did what and when, and what was refused. The record cannot be changed or deleted.";
    lead_own: "내가 한 일만 보입니다. 내가 마스터나 오너인 채널과 앱의 기록은 그 화면에서 엽니다.", "Only your own doings. The record of a channel or app of which you are master or owner opens from its own page.";
    column_at: "시각", "When";
    column_actor: "누가", "Who";
    column_operation: "한 일", "What";
    column_about: "대상", "About";
    column_changes: "바뀐 내용", "Changes";
    column_outcome: "결과", "Outcome";
    column_origin: "접속 위치", "From where";
    column_reason: "이유", "Reason";
    column_request: "요청 번호", "Request";
    column_seq: "번호", "Number";
    column_agent: "프로그램", "Program";
    column_field: "항목", "Field";
    column_at_utc: "시각(UTC)", "When (UTC)";
    by_command: "서버에서 명령으로", "By command on the server";
    nobody: "로그인하지 않음", "Not signed in";
    before: "이전", "Before";
    after: "이후", "After";
    changes(count: usize): "{count}가지 바뀜", "{count} {things}", things = plural(count, "change", "changes");
    no_changes: "바뀐 내용 없음", "Nothing changed";
    asked(count: usize): "찾은 조건 {count}가지", "{count} {things} of the search", things = plural(count, "condition", "conditions");
    caption(count: usize): "기록 {count}개", "{count} {things}", things = plural(count, "entry", "entries");
    caption_many: "기록 1,000개 이상", "1,000 entries or more";
    empty: "아직 기록이 없습니다", "Nothing recorded yet";
    empty_text: "연결하거나 신청하면 여기에 남습니다.", "Linking and applying will show here.";
    empty_filtered: "조건에 맞는 기록이 없습니다", "No entry fits these filters";
    filter_outcome: "결과", "Outcome";
    filter_operation: "한 일", "What";
    filter_all: "모두", "All";
    filter_from: "시작일", "From";
    filter_to: "마지막 날", "To";
    filter_day_hint: "2026-11-23처럼 적습니다", "Write it like 2026-11-23";
    filter_day_wrong: "날짜를 2026-11-23처럼 적으세요", "Write the day like 2026-11-23";
    filter_clear_button: "조건 지우기", "Clear filters";
    unclear(part: &str): "주소에 적힌 「{part}」 값을 읽을 수 없어 기록을 보이지 않습니다. 값을 고치거나 조건을 지우세요.", "What the address says for “{part}” cannot be read, so nothing is shown. Correct it, or clear the filters.";
    days_reversed: "마지막 날이 시작일보다 빠릅니다. 날짜를 고치거나 조건을 지우세요.", "The last day is before the first. Correct the days, or clear the filters.";
    only_object(kind: &str, name: &str): "{kind} 「{name}」의 기록만 보고 있습니다.", "Only entries about this {kind}: {name}.";
    only_actor(name: &str): "「{name}」 님이 한 일만 보고 있습니다.", "Only what {name} did.";
    doings_link: "한 일 보기", "See what they did";
    history_link: "기록 보기", "See its record";
    mine_link: "내가 한 일", "What I did";
    export_button: "CSV로 내려받기", "Export as CSV";
    exporting: "내려받는 중", "Exporting";
    export_note: "한 파일에 최근 것부터 1,000개까지 담습니다. 내려받은 것도 기록에 남습니다.", "A file takes up to 1,000, the newest first. That you exported is recorded, too.";
    export_more: "이 파일보다 오래된 기록이 더 있습니다. 이어서 내려받으세요.", "There are older entries than those in this file. Export them as well.";
    export_next_button: "이어서 내려받기", "Export the next part";
    file_name: "기록", "record";
}
