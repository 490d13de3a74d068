//! Where an application stands, what may not be done with it, and verdicts.

use domain::application::{DecisionProblem, Status, WhyNot};
use domain::review::Verdict;

words! {
    /// Where an application stands.
    status(Status) {
        Draft: "작성 중", "Draft";
        Submitted: "심사 대기 중", "Waiting for review";
        InReview: "심사 중", "In review";
        OnHold: "보류(보완 필요)", "On hold (needs changes)";
        Rejected: "반려", "Rejected";
        Approved: "승인", "Approved";
        Withdrawn: "철회", "Withdrawn";
    }

    /// What a reviewer says of an item.
    verdict(Verdict) {
        Approve: "승인", "Approved";
        Hold: "보류(보완 필요)", "On hold (needs changes)";
        Reject: "반려", "Rejected";
    }

    /// Why a move is not possible now.
    why_not(WhyNot) {
        UnderReview: "심사 중인 신청서입니다. 읽거나 철회할 수 있습니다.", "This application is in review. You can read it or withdraw it.";
        AlreadyApproved: "모든 항목이 승인됐습니다. 다시 제출할 것이 없습니다.", "Every item is approved. There is nothing to submit.";
        EnoughRounds: "한 신청서는 50번까지, 적은 내용이 모든 회차를 합쳐 6MB가 될 때까지 제출할 수 있습니다. 붙여 넣은 글을 줄이거나 다른 앱으로 신청하세요.", "An application can be submitted 50 times, and with 6 MB in all its rounds. Shorten the pasted words, or apply with another app.";
        NotSubmitted: "아직 제출하지 않은 신청서입니다.", "This application has not been submitted.";
        NotOpened: "심사자가 아직 신청서를 열지 않았습니다. 먼저 심사를 시작하세요.", "No reviewer has opened this application. Start the review first.";
        AlreadyDecided: "이번 회차는 결정이 끝났거나 철회됐습니다.", "This round has been decided or withdrawn.";
        OpenedByOther: "다른 심사자가 심사를 시작했습니다. 이어서 심사하려면 심사를 다시 시작하세요.", "Another reviewer has opened this application. To take it over, start the review anew.";
        OwnRound: "직접 제출한 적이 있는 신청서는 심사할 수 없습니다. 다른 심사자에게 맡기세요.", "You submitted this application yourself once. Somebody else has to review it.";
        EnoughShares: "열려 있는 공유 링크가 20개입니다. 쓰지 않는 링크를 먼저 회수하세요.", "20 links are open. Take back those that nobody needs first.";
        HandOverFirst: "마스터와 오너는 언제나 한 명입니다. 먼저 다른 사람에게 넘기세요.", "There is always exactly one master or owner. Hand over to somebody else first.";
        OwnAccount: "자기 계정은 바꿀 수 없습니다. 다른 운영자에게 부탁하세요.", "Nobody changes their own account. Ask another operator.";
        EnoughInvitations: "열려 있는 초대가 200개입니다. 쓰지 않는 초대를 먼저 취소하세요.", "200 invitations are open. Take back those that nobody needs first.";
        EnoughRequests: "답을 기다리는 권한 요청이 100개입니다. 답을 받은 뒤 다시 요청하세요.", "100 of your role requests are waiting for an answer. Ask again when some have been answered.";
        AccountClosed: "계정이 닫힌 사람에게는 권한을 줄 수 없습니다.", "The account of this person is closed. They cannot be given a role.";
        AccountOpen: "계정이 열려 있는 사람은 마스터와 오너 권한을 스스로 넘깁니다. 먼저 계정을 닫으세요.", "The account of this person is open: they hand over themselves. Close the account first.";
    }

    /// Why a verdict cannot be sent.
    decision_problem(DecisionProblem) {
        Missing: "승인, 보류, 반려 가운데 하나를 고르세요.", "Choose approve, hold or reject.";
        NotInRound: "이번 회차에 없는 항목입니다.", "This item is not part of this round.";
        ReasonMissing: "보류하거나 반려하는 사유를 고르세요.", "Choose the reason for holding or rejecting.";
        NotAReason: "심사 사유로 쓸 수 없는 코드입니다. 목록에서 고르세요.", "This code cannot be a reason. Choose one from the list.";
        WordsMissing: "다른 사유를 골랐으므로 신청자가 읽을 글을 적으세요.", "You chose another reason, so write what the applicant should know.";
        WordsTooLong: "신청자가 읽을 글은 1,000자 이하로 적으세요.", "Keep the words to the applicant within 1,000 characters.";
    }
}
