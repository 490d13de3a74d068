//! Words of the record: what was done or tried, to what, and how it went.

use domain::policy::Operation;
use domain::record::{Command, ObjectKind, Outcome, UNREADABLE};

use crate::Lang;

words! {
    /// What somebody does, as the subject of an entry: it may also have been refused.
    operation(Operation) {
        PersonaList: "연습용 계정 목록 보기", "List the demo accounts";
        SignIn: "로그인", "Sign in";
        SignOut: "로그아웃", "Sign out";
        ProviderList: "로그인 방법 보기", "List the ways to sign in";
        InvitationOpen: "초대 열기", "Open an invitation";
        MeGet: "내 정보 보기", "See who one is";
        SessionList: "내 로그인 기기 보기", "List one's sessions";
        SessionEnd: "내 로그인 하나 끝내기", "End one of one's sessions";
        SessionEndOthers: "다른 로그인 모두 끝내기", "End one's other sessions";
        HomeGet: "홈 보기", "See the home page";
        ChannelList: "채널 목록 보기", "List channels";
        ChannelGet: "채널 보기", "See a channel";
        ChannelLookup: "채널 찾기", "Look up a channel";
        AppList: "앱 목록 보기", "List apps";
        AppGet: "앱 보기", "See an app";
        ChannelMemberList: "채널 구성원 보기", "See a channel's members";
        ChannelMemberSet: "채널 구성원 추가·권한 변경", "Add a member or change their role on a channel";
        ChannelMemberRemove: "채널 구성원 권한 회수", "Remove a member of a channel";
        ChannelHandOver: "채널 마스터 넘기기", "Hand a channel over";
        ChannelLeave: "채널 권한 내려놓기", "Leave a channel";
        AppMemberList: "앱 구성원 보기", "See an app's members";
        AppMemberSet: "앱 구성원 추가·권한 변경", "Add a member or change their role on an app";
        AppMemberRemove: "앱 구성원 권한 회수", "Remove a member of an app";
        AppHandOver: "앱 오너 넘기기", "Hand an app over";
        AppLeave: "앱 권한 내려놓기", "Leave an app";
        RoleRequestList: "권한 요청 보기", "List role requests";
        RoleRequestCreate: "권한 요청하기", "Ask for a role";
        RoleRequestDecide: "권한 요청에 답하기", "Answer a role request";
        LinkList: "연결 보기", "List links";
        LinkCreate: "채널을 앱에 연결", "Link channels to an app";
        RepresentativeSet: "대표 채널 바꾸기", "Choose the representative channel";
        LinkDelete: "채널 연결 해제", "Unlink a channel";
        ApplicationList: "신청 목록 보기", "List applications";
        ApplicationCreate: "신청 시작", "Start an application";
        ApplicationGet: "신청 보기", "See an application";
        ApplicationSave: "신청 내용 저장", "Save an application";
        ApplicationSubmit: "신청 제출", "Submit an application";
        ApplicationWithdraw: "신청 철회", "Withdraw an application";
        ApplicationExport: "신청 내려받기", "Export an application";
        EvidenceCreate: "증빙 올리기", "Upload evidence";
        EvidenceGet: "증빙 보기", "Open evidence";
        EvidenceDelete: "증빙 지우기", "Remove evidence";
        ShareCreate: "미리보기 링크 만들기", "Make a preview link";
        ShareList: "미리보기 링크 보기", "List preview links";
        ShareRevoke: "미리보기 링크 회수", "Take a preview link back";
        ShareOpen: "미리보기 링크 열기", "Open a preview link";
        UserList: "사용자 목록 보기", "List people";
        UserUpdate: "계정 바꾸기", "Change an account";
        UserSignOut: "다른 사용자 로그아웃", "End somebody's sessions";
        UserHandOver: "닫힌 계정의 채널과 앱 넘기기", "Hand over what a closed account left";
        InvitationCreate: "초대하기", "Invite somebody";
        InvitationList: "초대 목록 보기", "List invitations";
        InvitationRevoke: "초대 취소", "Take an invitation back";
        RecordList: "기록 보기", "See the record";
        RecordExport: "기록 내려받기", "Export the record";
        ReviewList: "심사 목록 보기", "List reviews";
        ReviewGet: "심사할 신청 보기", "See an application to review";
        ReviewOpen: "심사 시작", "Start a review";
        ReviewDecide: "심사 결정", "Decide a review";
    }

    /// What is done by a command on the machine itself.
    command(Command) {
        Invite: "명령으로 초대하기", "Invite somebody by command";
        Import: "명령으로 채널과 앱 들여오기", "Bring in channels and apps by command";
        Backup: "명령으로 백업 만들기", "Make a backup by command";
        Restore: "명령으로 백업 되돌리기", "Restore a backup by command";
        Seed: "명령으로 시험 자료 넣기", "Add made-up data by command";
    }

    /// How it went.
    outcome(Outcome) {
        Done: "완료", "Done";
        Refused: "거부됨", "Refused";
        Seen: "열람", "Seen";
    }

    /// What it was about.
    object_kind(ObjectKind) {
        Channel: "채널", "Channel";
        App: "앱", "App";
        Application: "신청", "Application";
        RoleRequest: "권한 요청", "Role request";
        Evidence: "증빙", "Evidence";
        Share: "미리보기 링크", "Preview link";
        Person: "사용자", "Person";
        Session: "로그인", "Session";
        Invitation: "초대", "Invitation";
    }
}

/// What was done, by its name: an endpoint's or a command's. A name that this version does not know is shown as it is.
pub fn operation_named(lang: Lang, name: &str) -> String {
    let known = Operation::ALL.iter().find(|one| one.word() == name);
    let words = match (known, Command::parse(name)) {
        (Some(known), _) => operation(lang, *known),
        (None, Some(known)) => command(lang, known),
        (None, None) if name == UNREADABLE => lang.pick(
            "읽을 수 없는 기록: 저장된 곳에서 고쳐졌습니다",
            "An entry that cannot be read: it was changed where it is kept",
        ),
        (None, None) => name,
    };
    words.to_owned()
}

/// Why something was refused, by its code; a code that this version does not know is shown as it is.
pub fn refusal(lang: Lang, code: &str) -> String {
    let (ko, en) = match code {
        "not_found" => (
            "없거나 볼 수 없는 대상",
            "not there, or not for them to know",
        ),
        "forbidden" => ("권한 없음", "not for them to do"),
        "stale" => ("그사이 바뀜", "changed meanwhile"),
        "wrong_state" => ("지금 상태에서는 할 수 없음", "not in that state"),
        "refused" => ("규칙에 맞지 않음", "against the rules"),
        "invalid" => ("값이 맞지 않음", "values not acceptable"),
        "malformed" => ("읽을 수 없는 요청", "could not be read"),
        "file" => ("받을 수 없는 파일", "file not taken"),
        "decision" => ("빠진 판단", "decision not complete"),
        "ended" => ("이미 끝남", "had ended"),
        "too_large" => ("너무 큼", "too large"),
        "unsupported_media" => ("다른 형식", "of another type"),
        "version_missing" => ("버전 없음", "without a version"),
        "key_reused" => ("다른 요청의 키", "key of another request"),
        "unknown_account" => ("모르는 계정", "unknown account"),
        "disabled" => ("사용이 중지된 계정", "account closed"),
        "invitation_ended" => ("끝난 초대", "invitation had ended"),
        _ => return code.to_owned(),
    };
    lang.pick(ko, en).to_owned()
}
