//! Following the review: whose turn it is, the verdict on each item, the history.

use crate::plural;

sentences! {
    title(app: &str): "「{app}」 앱의 심사 상태", "Review of {app}";
    receipt: "접수번호", "Receipt number";
    copy_receipt_button: "번호 복사", "Copy the number";
    turn_reviewer: "지금 차례: 심사팀", "Now it is the reviewers' turn";
    turn_you(count: usize): "지금 차례: 신청자. 고칠 항목이 {count}개 있습니다.", "Now it is your turn: {count} {items} to fix.", items = plural(count, "item", "items");
    turn_nobody: "지금 할 일이 없습니다.", "Nothing to do now.";
    usual_time: "보통 영업일 1~5일이 걸리고, 더 걸릴 수 있습니다.", "It usually takes 1 to 5 business days, sometimes longer.";
    late: "예상보다 늦어지고 있습니다. 지금 차례: 심사팀.", "This is taking longer than expected. It is the reviewers' turn.";

    on_hold(count: usize): "보류됐습니다. 아래 {count}가지를 보완해 다시 제출하세요. 앞서 낸 증빙은 그대로 남아 있습니다.", "On hold. Fix the {count} {things} below and resubmit; the proof you sent is kept.", things = plural(count, "thing", "things");
    partial(approved: usize, left: usize): "{approved}개 항목은 승인, {left}개는 고쳐야 합니다.", "{approved} approved, {left} to fix.";
    approved: "모든 항목이 승인됐습니다. 카카오싱크를 쓸 수 있습니다.", "Every item is approved. You can use Kakao Sync.";
    rejected: "반려된 항목이 있습니다. 사유를 확인하고 고쳐서 다시 제출하거나 항목을 빼세요.", "Some items were rejected. See why, then fix and resubmit them or leave them out.";
    withdrawn: "철회했습니다. 초안은 남아 있어 언제든 다시 제출할 수 있습니다.", "Withdrawn. The draft is kept; you can submit it again at any time.";
    waiting: "심사를 기다리고 있습니다. 심사가 시작되기 전에는 철회하고 고칠 수 있습니다.", "Waiting for a reviewer. You can withdraw and edit until the review starts.";
    in_review: "심사자가 신청서를 보고 있습니다.", "A reviewer is looking at it.";
    draft: "아직 제출하지 않았습니다.", "Not submitted yet.";

    timeline: "지금까지 있었던 일", "What happened so far";
    event_submitted: "접수", "Submitted";
    event_opened: "심사 시작", "Review started";
    event_decided: "결과 안내", "Result";
    event_withdrawn: "철회", "Withdrawn";
    event_resubmit: "다시 제출", "Resubmit";
    by(who: &str): "{who} 님", "{who}";
    round(number: usize): "{number}회차", "Round {number}";
    round_covers(items: &str): "심사한 항목: {items}", "Items: {items}";

    items_title: "항목별 결과", "Result of each item";
    no_verdict: "아직 결과가 없습니다", "No result yet";
    reviewer_words: "심사자가 적은 글", "What the reviewer wrote";
    fix_button: "고치기", "Fix";
    resubmit_button: "다시 제출하기", "Resubmit";
    resubmit_hint: "돌려받은 항목만 다시 심사합니다. 승인된 항목은 그대로입니다.", "Only what came back is reviewed again. What is approved stays.";
    view_button: "신청서 보기", "See the application";
    withdraw_button: "신청 철회하기", "Withdraw";
    withdraw_title: "신청을 철회할까요?", "Withdraw the application?";
    withdraw_effect: "철회하면 심사가 멈춥니다. 초안은 남습니다.", "Withdrawing stops the review. Your draft stays.";
    withdrew: "신청을 철회했습니다.", "The application is withdrawn.";
    history: "지난 회차", "Earlier rounds";
    news: "새 소식이 있습니다", "There is news";
    news_button: "보기", "Show";

    loading_title: "심사 상태", "Status of the review";
    turn_you_withdrawn: "지금 차례: 신청자. 고쳐서 다시 제출할 수 있습니다.", "Now it is your turn: you can edit and resubmit.";
    /// Business days that have begun since the submission; 0 on the day itself.
    day_count(days: u32): "제출한 뒤 영업일 {days}일째입니다. 공휴일은 세지 않았습니다.", "Business days since you submitted: {days}. Public holidays are not taken into account.";
    attach_title: "보완할 것", "What to add";
    submitted_form: "이때 제출한 항목", "What was submitted then";
    general_words: "신청 전체에 대해 심사자가 적은 글", "What the reviewer wrote on the whole application";
    read_only(role: &str, owner: &str): "지금 권한({role})으로는 읽을 수만 있습니다. {owner} 오너에게 권한을 요청할 수 있습니다.", "With your role ({role}) you can only read this. Ask the owner, {owner}, for more.";
    start_button: "신청서 쓰기", "Write the application";
    withdrawing: "철회하는 중", "Withdrawing";
    column_item: "항목", "Item";
    column_stage: "받는 방식", "Consent";
    column_verdict: "결과", "Result";
    news_shown: "새 내용을 보여 줍니다.", "Showing the news.";
}
