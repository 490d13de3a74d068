//! The reviewer's screens: the queue, and deciding item by item.

use crate::plural;

sentences! {
    queue_title: "심사 대기열", "Review queue";
    queue_count(count: usize): "기다리는 신청 {count}건", "{count} {applications} waiting", applications = plural(count, "application", "applications");
    queue_empty: "기다리는 신청이 없습니다.", "No application is waiting.";
    column_receipt: "접수번호", "Receipt number";
    column_app: "회사와 앱", "Business and app";
    column_items: "항목 수", "Items";
    column_round: "회차", "Round";
    column_state: "상태", "State";
    round(number: usize): "{number}회차", "Round {number}";
    overdue: "5영업일 넘음", "More than 5 business days";

    open_button: "심사 시작하기", "Start the review";
    opened(who: &str, time: &str): "{who} 님이 {time}부터 보고 있습니다", "{who} has been reviewing this since {time}";
    title(receipt: &str): "{receipt} 심사", "Review of {receipt}";
    region_request: "신청", "Request";
    region_evidence: "증빙", "Evidence";
    region_verdict: "판단", "Verdict";
    warned: "제출할 때 알려 준 주의", "What the check warned of when it was submitted";
    not_warned: "제출할 때 알려 준 주의가 없습니다.", "The check warned of nothing.";
    differs: "지난 회차와 다른 점", "Changes since the last round";
    differs_none: "지난 회차와 다른 점이 없습니다.", "Nothing changed since the last round.";
    approve_button: "승인", "Approve";
    hold_button: "보류", "Hold";
    reject_button: "반려", "Reject";
    reason: "사유", "Reason";
    choose_reason: "사유를 고르세요", "Choose a reason";
    words: "신청자가 읽을 글", "Words to the applicant";
    words_all: "신청 전체에 대한 글", "Words on the whole application";
    sees: "신청자에게 이렇게 보입니다", "What the applicant will see";
    send_title: "결정을 보내기 전에 확인하세요", "Check before you send";
    send_button: "결정 보내기", "Send the decision";
    send_counts(approved: usize, held: usize, rejected: usize): "승인 {approved} · 보류 {held} · 반려 {rejected}", "{approved} approved · {held} on hold · {rejected} rejected";
    incomplete(count: usize): "판단하지 않은 항목이 {count}개 있어 보낼 수 없습니다", "You can't send yet: {count} {items} no verdict", items = plural(count, "item has", "items have");
    sending: "보내는 중", "Sending";
    sent: "결정을 보냈습니다.", "The decision is sent.";
    changed: "신청자가 그사이 철회했습니다. 결정은 보내지지 않았습니다.", "The applicant withdrew meanwhile. Nothing was sent.";
    own: "이 앱이나 연결된 채널에 내 권한이 있어서 심사할 수 없습니다.", "You have a role on this app or on a channel linked to it, so you cannot review it.";
    next_button: "다음 신청", "Next application";

    queue_which: "보여 줄 신청", "Which applications";
    queue_waiting: "기다리는 신청", "Waiting";
    queue_decided: "심사가 끝난 신청", "Decided";
    decided_count(count: usize): "심사가 끝난 신청 {count}건", "{count} {applications} decided", applications = plural(count, "application", "applications");
    decided_empty: "심사가 끝난 신청이 없습니다.", "No application is decided yet.";
    column_submitted: "제출한 때", "Submitted";
    column_opened_by: "담당", "Reviewer";
    column_warned: "주의", "Warnings";
    waiting_business_days(days: u32): "영업일 {days}일째", "business days: {days}";
    started: "심사를 시작했습니다.", "The review has started.";
    open_hint: "심사를 시작하면 신청자에게 심사 중으로 보입니다.", "The applicant then sees that the review has started.";
    take_over_button: "이어서 맡기", "Take it over";
    open_first: "심사를 시작하면 판단을 적을 수 있습니다.", "Start the review to write a verdict.";
    not_open: "지금은 판단할 것이 없습니다.", "There is nothing to decide now.";
    overtaken: "그사이 신청이 바뀌었습니다. 결정은 보내지지 않았고, 적은 글은 그대로 있습니다.", "The application changed meanwhile. Nothing was sent; what you wrote is still here.";
    approved_before(items: &str): "앞선 회차에서 승인한 항목: {items}", "Approved in an earlier round: {items}";
    found_since: "그 뒤에 새로 보이는 것", "What the check says in addition today";
    pages_title: "열어 볼 주소", "Pages to open";
    pasted_hint: "신청자가 붙여 넣은 글에서 읽은 것입니다. 실제 페이지와 같은지는 주소를 열어 보세요.", "Read from what the applicant pasted. Open the pages to see whether they say the same.";
    consent_screen: "제출한 신청의 동의 화면", "Consent screen of this request";
    words_all_too_long: "신청 전체에 대한 글은 1,000자 이하로 적으세요", "Keep the words on the whole application within 1,000 characters";
    kept_here: "적은 내용은 보낼 때까지 이 브라우저에 남습니다.", "What you write is kept in this browser until you send it.";
    kept_title: "내가 적은 것", "What you wrote";
    kept_lead: "보내지 않은 내용이고 이 브라우저에만 있습니다.", "It was not sent, and is in this browser only.";
    kept_copy_button: "내용 복사", "Copy it";
    check_button: "보낼 내용 확인", "Check and send";
    back_button: "돌아가서 고치기", "Go back and edit";
}
