//! Why somebody is not signed in.

use domain::account::SignInProblem;

words! {
    /// Why somebody who came back from their provider is not signed in, and what to do about it.
    sign_in_problem(SignInProblem) {
        Cancelled: "로그인을 그만두었거나, 로그인 서비스가 이 계정을 받아들이지 않았습니다. 아래에서 다시 하거나 다른 계정을 고르세요. 이 계정으로 들어와야 하면 운영자에게 알리세요.", "You stopped signing in, or the sign-in service does not let this account in. Try again below, or choose another account; if this one should get in, tell an operator.";
        Provider: "로그인 서비스가 로그인을 받아들이지 않았습니다. 다시 해 보고, 그래도 안 되면 운영자에게 알리세요.", "The sign-in service did not go through with it. Try again; if that does not help, tell an operator.";
        Unreachable: "로그인 서비스가 응답하지 않습니다. 잠시 뒤 다시 하세요.", "The sign-in service does not answer. Try again in a while.";
        Expired: "로그인하는 데 10분이 넘게 걸렸거나, 다른 창에서 이미 끝냈습니다. 다시 하세요.", "Signing in took more than 10 minutes, or was finished in another window. Begin again.";
        Mismatch: "로그인 서비스의 답이 이 로그인의 것이 아니어서 쓰지 않았습니다. 이 창에서 다시 하세요.", "The answer of the sign-in service did not belong to this sign-in, so it was not used. Begin again in this window.";
        UnknownAccount: "이 계정은 아직 싱크데스크에 없습니다. 운영자에게 초대를 부탁하거나, 다른 계정으로 하세요.", "This account is not known here yet. Ask an operator for an invitation, or use another account.";
        Disabled: "이 계정은 사용이 중지됐습니다. 운영자에게 문의하세요.", "This account is closed. Ask an operator.";
        InvitationEnded: "이미 사용했거나, 취소됐거나, 7일이 지난 초대입니다. 운영자에게 새 초대를 부탁하세요.", "The invitation was used, taken back, or is older than 7 days. Ask an operator for a new one.";
        Unavailable: "싱크데스크가 지금 아무것도 저장하지 못합니다. 잠시 뒤 다시 하세요.", "Syncdesk cannot save anything at the moment. Try again in a while.";
    }
}
