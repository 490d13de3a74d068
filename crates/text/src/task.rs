//! The tasks of the home page.

use domain::task::{Task, TaskId, TaskState};

use crate::Lang;

words! {
    /// The name of a task.
    task(TaskId) {
        Channel: "비즈니스 채널 전환 확인", "Check the business channel";
        App: "비즈 앱 확인", "Check the biz app";
        Link: "앱과 채널 연결하기", "Link the app and its channels";
        Business: "사업자 정보 맞추기", "Keep the business information equal";
        Application: "동의항목 신청서 쓰기", "Fill in the application";
        Result: "심사 결과 확인", "Follow the review";
    }
}

/// How a task stands, in one or two words.
pub fn task_state(lang: Lang, state: TaskState) -> &'static str {
    let (ko, en) = match state {
        TaskState::Done => ("완료", "Done"),
        TaskState::Todo => ("할 일", "To do"),
        TaskState::Doing => ("작성 중", "In progress"),
        TaskState::Attention => ("확인 필요", "Needs attention"),
        TaskState::InReview => ("심사 중", "In review"),
        TaskState::Locked { .. } => ("아직 시작할 수 없음", "Cannot start yet"),
    };
    lang.pick(ko, en)
}

/// The line under a task: what it is for, what is wrong, or what has to be done first.
pub fn task_hint(lang: Lang, task: &Task) -> &'static str {
    let (ko, en) = match task.state {
        TaskState::Locked { by } => locked(by),
        TaskState::Attention => attention(task.id),
        TaskState::InReview => in_review(task.id),
        TaskState::Done => done(task.id),
        TaskState::Todo | TaskState::Doing => todo(task.id),
    };
    lang.pick(ko, en)
}

type Pair = (&'static str, &'static str);

fn locked(by: TaskId) -> Pair {
    match by {
        TaskId::Channel => (
            "쓸 수 있는 비즈니스 채널이 생기면 열립니다",
            "Opens once you have a business channel you can use",
        ),
        TaskId::App => (
            "쓸 수 있는 비즈 앱이 생기면 열립니다",
            "Opens once you have a biz app you can use",
        ),
        TaskId::Link => (
            "채널을 하나 이상 연결하면 열립니다",
            "Opens once at least one channel is linked",
        ),
        TaskId::Business => (
            "앱과 채널의 사업자등록번호를 맞추면 열립니다",
            "Opens once the registration numbers match",
        ),
        TaskId::Application => (
            "신청서를 제출하면 열립니다",
            "Opens once you have submitted the application",
        ),
        TaskId::Result => (
            "심사 결과가 나오면 열립니다",
            "Opens once there is a result",
        ),
    }
}

fn todo(id: TaskId) -> Pair {
    match id {
        TaskId::Channel => (
            "싱크로 가입한 회원의 식별값이 채널 메시지에 그대로 쓰이므로 채널이 꼭 있어야 합니다",
            "The id created at sign-up is the one your channel messages use, so a channel is required",
        ),
        TaskId::App => (
            "카카오 로그인에 쓰던 앱이 있으면 그 앱을 그대로 쓰세요",
            "If you already use an app for Kakao Login, keep that app",
        ),
        TaskId::Link => (
            "사업자등록번호가 같은 채널을 10개까지 연결할 수 있습니다",
            "You can link up to 10 channels with the same registration number",
        ),
        TaskId::Business => (
            "앱과 채널의 사업자등록번호가 같아야 합니다",
            "The app and its channels need the same registration number",
        ),
        TaskId::Application => (
            "회원가입에서 실제로 받는 항목을 받는 조건 그대로 적으세요",
            "List the items your sign-up really collects, on the conditions it does",
        ),
        TaskId::Result => (
            "결과는 항목마다 따로 나옵니다",
            "Each item gets a result of its own",
        ),
    }
}

fn attention(id: TaskId) -> Pair {
    match id {
        TaskId::Channel => (
            "채널이 있지만 아직 쓸 수 없습니다. 이유를 확인하세요",
            "You have a channel, but it cannot be used yet. See why",
        ),
        TaskId::App => (
            "앱이 있지만 아직 쓸 수 없습니다. 이유를 확인하세요",
            "You have an app, but it cannot be used yet. See why",
        ),
        TaskId::Link => ("연결을 다시 확인하세요", "Check the links again"),
        TaskId::Business => (
            "연결한 뒤에 사업자등록번호가 달라졌습니다. 채널 마스터나 앱 오너가 번호를 바로잡아야 합니다",
            "The registration numbers no longer match. The channel master or app owner has to correct one",
        ),
        TaskId::Application => (
            "돌려받은 항목이 있습니다. 고쳐서 다시 제출하세요",
            "Some items came back. Fix them and resubmit",
        ),
        TaskId::Result => (
            "보류되거나 반려된 항목의 사유를 확인하세요",
            "See why items were put on hold or rejected",
        ),
    }
}

fn in_review(id: TaskId) -> Pair {
    match id {
        TaskId::Channel => (
            "비즈니스 채널 전환 심사는 보통 영업일 3~5일이 걸립니다",
            "The review of a business channel usually takes 3 to 5 business days",
        ),
        TaskId::App | TaskId::Business => (
            "사업자 정보 심사는 보통 영업일 3~5일이 걸립니다",
            "The review of business information usually takes 3 to 5 business days",
        ),
        TaskId::Link => (
            "심사가 끝나면 연결할 수 있습니다",
            "You can link once the review is over",
        ),
        TaskId::Application | TaskId::Result => (
            "결과까지 보통 영업일 1~5일이 걸리고, 더 걸릴 수 있습니다",
            "A result usually takes 1 to 5 business days, sometimes longer",
        ),
    }
}

fn done(id: TaskId) -> Pair {
    match id {
        TaskId::Channel => (
            "연결할 수 있는 채널이 있습니다",
            "You have a channel that can be linked",
        ),
        TaskId::App => (
            "쓸 수 있는 비즈 앱이 있습니다",
            "You have a biz app you can use",
        ),
        TaskId::Link => (
            "앱에 채널이 연결돼 있습니다",
            "Channels are linked to the app",
        ),
        TaskId::Business => (
            "연결된 채널의 사업자등록번호가 모두 앱과 같습니다",
            "All linked channels have the app's registration number",
        ),
        TaskId::Application => (
            "신청서를 제출했습니다",
            "The application has been submitted",
        ),
        TaskId::Result => ("모든 항목이 승인됐습니다", "Every item is approved"),
    }
}
