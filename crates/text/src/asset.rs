//! Channels, apps and the service: their kinds and states.

use domain::app::AppKind;
use domain::business::BusinessReview;
use domain::channel::ChannelState;
use domain::form::{ReviewerAccess, SignupKind, Verification, VerificationMoment};
use domain::number::NumberProblem;

use crate::Lang;

words! {
    /// What an app is.
    app_kind(AppKind) {
        Basic: "비즈 앱으로 전환하지 않음", "Not converted to a biz app";
        Biz: "비즈 앱", "Biz app";
        Individual: "개인 개발자 비즈 앱", "Biz app of an individual developer";
        Overseas: "해외 사업자 비즈 앱", "Biz app of an overseas business";
    }

    /// Where the conversion of a channel stands.
    channel_state(ChannelState) {
        Plain: "전환하지 않음", "Not converted";
        InReview: "전환 심사 중", "Conversion in review";
        Rejected: "전환 반려", "Conversion rejected";
        Business: "비즈니스 채널", "Business channel";
        Deleting: "삭제 예정", "To be deleted";
    }

    /// How the review of business information stands.
    business_review(BusinessReview) {
        NotRequested: "심사 신청 안 함", "Not requested";
        InReview: "심사 중", "In review";
        Approved: "승인", "Approved";
        Rejected: "반려", "Rejected";
    }

    /// Where people sign up today.
    signup_kind(SignupKind) {
        OwnPage: "주소가 있는 회원가입 화면이 따로 있음", "A sign-up page with its own address";
        AfterOtherSteps: "다른 단계를 거친 뒤에야 가입 화면이 나옴", "Sign-up appears only after other steps";
        SocialOnly: "카카오, 네이버, 애플 같은 다른 회사 계정으로만 가입함", "Only through accounts of other companies, such as Kakao, Naver or Apple";
        AppOnly: "모바일 앱에서만 가입함", "Only inside a mobile app";
    }

    /// How a reviewer gets in.
    reviewer_access(ReviewerAccess) {
        None: "들어갈 방법이 없음", "There is no way in";
        TestAccount: "심사용 서비스 계정", "A review account of the service";
        SharedKakaoAccount: "함께 쓰는 카카오계정", "A shared Kakao account";
        FlowCaptures: "화면 흐름 이미지", "Pictures of the whole flow";
    }

    /// How identity is verified.
    verification(Verification) {
        None: "본인확인을 하지 않음", "Identity is not verified";
        SmsCode: "문자로 받은 인증번호", "A code sent by text message";
        Email: "이메일 인증", "A confirmation by email";
        Agency: "본인확인기관", "An identity-verification agency";
    }

    /// When identity is verified.
    verification_moment(VerificationMoment) {
        Signup: "회원가입할 때", "While signing up";
        Use: "서비스를 이용하는 중", "While using the service";
    }
}

/// Why a text is not a registration number, and what one looks like.
pub fn number_problem(lang: Lang, problem: NumberProblem) -> String {
    let text = match problem {
        NumberProblem::Length { digits } => {
            return match lang {
                Lang::Ko => format!(
                    "사업자등록번호는 숫자 10자리로 적으세요. 지금은 숫자가 {digits}자리입니다."
                ),
                Lang::En => format!(
                    "Enter all 10 digits of the business registration number. There {} now.",
                    if digits == 1 { "is 1 digit".to_owned() } else { format!("are {digits} digits") }
                ),
            };
        }
        NumberProblem::Range => lang.pick(
            "사업자등록번호의 첫 세 자리는 101부터 999까지입니다. 사업자등록증과 맞춰 보세요.",
            "The first three digits of a business registration number are 101 to 999. Compare it with the certificate.",
        ),
        NumberProblem::Class => lang.pick(
            "사업자등록번호의 넷째와 다섯째 자리는 00이 될 수 없습니다. 사업자등록증과 맞춰 보세요.",
            "The fourth and fifth digit of a business registration number cannot be 00. Compare it with the certificate.",
        ),
        NumberProblem::CheckDigit => lang.pick(
            "사업자등록번호의 숫자 하나가 잘못 적힌 듯합니다. 사업자등록증과 맞춰 보세요.",
            "One digit of the business registration number seems mistyped. Compare it with the certificate.",
        ),
    };
    text.to_owned()
}
