//! Sharing a preview: the panel that makes links, what a link shows, and the comparison of two versions.

use crate::plural;

sentences! {
    title: "공유받은 동의 화면", "A shared consent screen";
    lead(app: &str): "{app} 앱으로 가입하는 사람이 보게 될 화면입니다. 눌러 봐도 저장되거나 보내지는 것은 없습니다.", "What people will see who sign up through {app}. Try it: nothing is saved or sent.";
    as_of: "화면을 공유한 때:", "As it was shared on";
    open_until: "링크가 닫히는 때:", "The link closes on";
    expired_title: "기간이 끝난 링크입니다", "This link has expired";
    expired: "더는 볼 수 없습니다. 링크를 준 사람에게 새 링크를 부탁하세요.", "It shows nothing any more. Ask whoever gave it to you for a new one.";
    revoked_title: "만든 쪽에서 회수한 링크입니다", "This link was revoked";
    revoked: "만든 쪽에서 보여 주기를 그만두었습니다. 아직 보아야 한다면 링크를 준 사람에게 물어보세요.", "Those who made it have taken it back. If you still need to see the screen, ask whoever gave it to you.";
    ended_at: "끝난 때:", "It ended on";
    unknown_title: "없는 링크입니다", "There is no such link";
    unknown: "주소가 잘렸거나 잘못 옮겨졌을 수 있습니다. 받은 링크를 통째로 다시 여세요.", "The address may have been cut off or copied wrongly. Open the whole link as you got it.";

    panel_title: "공유", "Share";
    panel_lead: "로그인하지 않아도 이 화면을 볼 수 있는 링크를 만듭니다. 지금 모습 그대로 보이고, 나중에 고친 내용은 보이지 않습니다.", "Make a link that shows this screen without signing in. It shows the screen as it is now; later changes do not appear.";
    panel_shows: "앱 이름·회사·아이콘, 채널 이름, 항목, 약관만 보입니다. 이용 목적, 사업자 정보, 파일, 사람 이름은 보이지 않습니다.", "It shows the app's name, company and icon, channel names, items and terms. It does not show purposes, business information, files or people.";
    days_legend: "열어 둘 기간", "Open for";
    days(count: usize): "{count}일", "{count} {days}", days = plural(count, "day", "days");
    create_button: "링크 만들기", "Make a link";
    creating: "만드는 중", "Making the link";
    only_editors: "링크는 앱의 에디터 이상이 만들고 회수할 수 있습니다.", "Links are made and revoked by the app's editors and above.";
    made_title: "링크를 만들었습니다", "The link is ready";
    made_once: "이 주소는 지금만 보입니다. 서버에도 남지 않으니 바로 복사하세요.", "The address is shown this once; the server does not keep it. Copy it now.";
    copy_button: "주소 복사", "Copy the address";
    copy_failed: "복사하지 못했습니다. 주소를 직접 골라 복사하세요.", "Not copied. Select the address and copy it by hand.";
    qr_label: "이 링크의 QR 코드", "QR code of this link";
    qr_hint: "휴대폰 카메라로 찍으면 열립니다.", "Point a phone's camera at it to open the link.";
    lost: "링크는 만들었지만 주소를 받지 못했습니다. 아래에서 회수하고 새로 만드세요.", "The link was made, but its address did not arrive. Revoke it below and make a new one.";
    demo_note: "데모에서 만든 링크는 이 탭에서만 열리고, 새로 고치면 사라집니다.", "In this demo a link opens in this tab only and is gone after a reload.";
    list_title: "만든 링크", "Links";
    none: "만든 링크가 없습니다.", "No links yet.";
    column_made: "만든 때", "Made";
    column_by: "만든 사람", "By";
    column_until: "닫히는 때", "Closes";
    column_state: "상태", "State";
    column_act: "할 수 있는 것", "Action";
    state_open: "열림", "Open";
    state_expired: "기간 끝남", "Expired";
    state_revoked: "회수됨", "Revoked";
    revoke_button: "회수하기", "Revoke";
    revoking: "회수하는 중", "Revoking";
    revoke_title: "이 링크를 회수할까요?", "Revoke this link?";
    revoke_effect: "이 링크를 가진 사람은 바로 볼 수 없게 됩니다. 되돌릴 수 없습니다.", "Whoever has the link sees nothing from this moment on. This cannot be undone.";
    revoked_done: "링크를 회수했습니다.", "The link was revoked.";

    compare_title: "전과 후 비교", "Before and after";
    compare_button: "전과 후 비교", "Before and after";
    compare_before: "전", "Before";
    compare_after: "후", "After";
    compare_draft: "지금 초안", "The draft now";
    compare_round(number: usize): "{number}회차에 낸 것", "As submitted in round {number}";
    compare_nothing: "아직 제출하지 않아 비교할 것이 없습니다.", "Nothing was submitted yet, so there is nothing to compare with.";
    compare_same: "다른 점이 없습니다.", "There is no difference.";
    compare_screen: "동의 화면에서 달라진 것", "What changed on the consent screen";
    compare_terms: "약관에서 달라진 것", "What changed in the terms";
    compare_form: "신청서에서 달라진 것", "What changed in the application";
}
