//! Labels of the fields: for conflict panels, error summaries and the page on which answers are checked.

use domain::form::PastedText;
use domain::subject::{
    AppFact, CiField, Field, ItemField, LoginField, Part, ServiceField, SignupField, Subject,
    TermField, TieField,
};

use crate::{Lang, item};

words! {
    /// A part of the application.
    part(Part) {
        Items: "동의항목", "Consent items";
        Proof: "증빙", "Proof";
        Terms: "서비스 약관", "Service terms";
        Extra: "추가 정보", "Extra information";
        Channel: "동의 화면의 채널", "Channel on the consent screen";
        Check: "확인하고 제출", "Check and submit";
    }

    /// A fact of the app.
    app_fact(AppFact) {
        Kind: "앱 종류", "Kind of app";
        Business: "앱의 사업자 정보", "Business information of the app";
        BusinessReview: "사업자 정보 심사", "Review of the business information";
        Icon: "앱 아이콘", "App icon";
        Name: "앱 이름", "App name";
        Company: "회사 이름", "Company name";
        Category: "앱 카테고리", "App category";
        Role: "내 앱 권한", "Your role on the app";
        IdentityChecked: "앱 오너의 본인인증", "Owner's identity verification";
        Permissions: "이미 쓸 수 있는 동의항목", "Items that may be used already";
        ItemsReview: "동의항목 심사", "Review of the consent items";
        SimpleSignup: "간편가입 설정", "Simple signup";
    }

    /// A question about an item.
    item_field(ItemField) {
        Stage: "받는 방식", "Consent";
        Purpose: "받는 이유", "Purpose";
        Justification: "필수인 이유", "Why it has to be required";
        CollectIfAbsent: "카카오계정으로 정보 수집 후 제공", "Collect if absent";
        IfAbsent: "값이 없는 사람은", "When somebody has no value";
        OwnCondition: "가입 화면에서 받는 조건", "Condition in your own sign-up";
        OwnMoment: "받는 때", "When you collect it";
        UsedWhere: "쓰는 곳", "Where it is used";
        OnSignupScreen: "가입 화면 표시", "Shown on the sign-up screen";
        InPrivacyPolicy: "개인정보처리방침 표시", "Shown in the privacy policy";
    }

    /// A question about CI.
    ci_field(CiField) {
        PurposeAgreed: "CI를 회원 대조에만 쓰기로 동의", "Agreed to use CI only to compare members";
        Reason: "CI로 회원을 대조해야 하는 이유", "Why members have to be compared by CI";
        Verification: "본인확인 방법", "How identity is verified";
        VerifiedAt: "본인확인을 하는 때", "When identity is verified";
        Provider: "본인확인기관 이름", "Name of the identity-verification agency";
    }

    /// A question about the own sign-up.
    signup_field(SignupField) {
        Kind: "회원가입 방식", "Kind of sign-up";
        Url: "회원가입 화면 주소", "Address of the sign-up page";
        OpensWithoutLogin: "가입 화면이 로그인 없이 열림", "Sign-up page opens without signing in";
        ScreenLists: "가입 화면의 항목과 필수·선택 표시", "Items and conditions on the sign-up screen";
        ShowsTerms: "가입 화면의 약관과 처리방침", "Terms and policy on the sign-up screen";
    }

    /// A question about the service.
    service_field(ServiceField) {
        Name: "서비스 이름", "Service name";
        Url: "서비스 주소", "Service address";
        Launched: "지금 운영 중", "Running today";
        UsableWithoutLogin: "로그인 없이 볼 수 있음", "Can be seen without signing in";
        ReviewerAccess: "심사자가 들어가는 방법", "How a reviewer gets in";
        KakaoButtonVisible: "카카오 로그인 버튼이 보임", "Kakao Login button can be seen";
        PrivacyUrl: "개인정보처리방침 주소", "Address of the privacy policy";
        TermsUrl: "이용약관 주소", "Address of the terms of use";
        PoliciesPublic: "처리방침과 약관이 로그인 없이 열림", "Policy and terms open without signing in";
        CanWithdraw: "회원이 스스로 탈퇴할 수 있음", "Members can leave by themselves";
        Withdrawal: "탈퇴하는 방법", "How members leave";
        BusinessShownAt: "사업자 정보가 보이는 곳", "Where the business information is shown";
        BusinessSameOnPages: "모든 페이지에 같은 사업자 정보", "Same business information on every page";
        BusinessOnSite: "사이트에 적힌 사업자 정보", "Business information on the site";
        BusinessOnCertificate: "사업자등록증의 사업자 정보", "Business information on the certificate";
        TestDataPublic: "누구나 볼 수 있는 시험용 상품이나 지난 상품", "Test goods or expired offers in public";
        LicensedTrade: "인허가가 필요한 업종", "Trade that needs a licence";
        LicenceHolderSame: "인허가증과 사업자의 이름이 같음", "Licence in the name of the business";
        LaunchDate: "서비스를 여는 날", "Launch date";
    }

    /// A question about the login.
    login_field(LoginField) {
        Library: "로그인 라이브러리", "Login library";
        RedirectUris: "코드가 쓰는 리다이렉트 URI", "Redirect URIs in the code";
        RegisteredRedirectUris: "앱에 등록한 리다이렉트 URI", "Redirect URIs registered with the app";
        ScopesSent: "코드가 보내는 동의항목 ID", "Scope IDs that the code sends";
        AccountKey: "계정을 구별하는 항목", "Item that tells accounts apart";
        OtherAppsKeys: "운영 서비스에서 다른 앱의 키를 씀", "Keys of another app in production";
        ClientSecret: "클라이언트 시크릿", "Client secret";
        AllowedIpsChecked: "허용 IP 주소를 확인함", "Allowed IP addresses checked";
    }

    /// A question about how channel, business and site belong together.
    tie_field(TieField) {
        NameDifferenceReason: "채널 이름이 상호와 다른 이유", "Why the channel has another name than the business";
        LinkingSentence: "누가 무엇을 운영하는지 적은 문장", "Sentence that says who runs what";
        SentencePublicAt: "그 문장이 보이는 페이지 주소", "Address of the page with that sentence";
        Proofs: "누구나 볼 수 있는 근거", "Public proof";
        Introduction: "채널 소개", "Introduction of the channel";
        Posts: "채널 소식", "Posts of the channel";
        SiteLinksToChannel: "사이트에서 채널로 가는 링크", "Link from the site to the channel";
        ChannelLinksToSite: "채널에서 사이트로 가는 링크", "Link from the channel to the site";
        ProductsMatch: "파는 것과 업종이 맞음", "Goods fit the kind of business";
    }

    /// A text that is pasted.
    pasted_text(PastedText) {
        PrivacyPolicy: "개인정보처리방침의 글", "Text of the privacy policy";
        SignupScreen: "가입 화면의 글", "Text of the sign-up screen";
        Footer: "사이트 하단의 글", "Text at the foot of the site";
    }

    /// A question about a term.
    term_field(TermField) {
        TitleKo: "제목", "title";
        TitleEn: "영어 제목", "English title";
        Url: "주소", "address";
        Tag: "태그", "tag";
        Required: "필수·선택", "required or optional";
    }
}

/// The label of a field; rows are counted from 1: "약관 2 – 제목".
pub fn field(lang: Lang, field: &Field) -> String {
    let label = match field {
        Field::Item(of, question) => {
            return format!("{} – {}", item(lang, *of), item_field(lang, *question));
        }
        Field::Term(row, question) => {
            let (term, question) = (lang.pick("약관", "Term"), term_field(lang, *question));
            return format!("{term} {} – {question}", row + 1);
        }
        Field::ExtraRow(row) => return format!("{} {}", part(lang, Part::Extra), row + 1),
        Field::Items => part(lang, Part::Items),
        Field::Ci(question) => ci_field(lang, *question),
        Field::Signup(question) => signup_field(lang, *question),
        Field::Service(question) => service_field(lang, *question),
        Field::Login(question) => login_field(lang, *question),
        Field::Terms => part(lang, Part::Terms),
        Field::Extra => part(lang, Part::Extra),
        Field::Channel => part(lang, Part::Channel),
        Field::Over14 => lang.pick("만 14세 이상 연령 동의", "Members are 14 or older"),
        Field::Evidence => lang.pick("증빙 파일", "Evidence files"),
        Field::EvidenceFile(_) => lang.pick("증빙 파일", "Evidence file"),
        Field::Tie(question) => tie_field(lang, *question),
        Field::Text(which) => pasted_text(lang, *which),
        Field::Overruled => lang.pick("직접 읽고 고친 판단", "Readings put right by a person"),
        Field::NotKnown => lang.pick("아직 모르는 것", "Not known yet"),
        Field::Declared => lang.pick("신청 내용 확인", "Declaration"),
    };
    label.to_owned()
}

/// What a finding points at, in words.
pub fn subject(lang: Lang, subject: &Subject) -> String {
    let label = match subject {
        Subject::Application => lang.pick("신청서", "Application"),
        Subject::App(fact) => app_fact(lang, *fact),
        Subject::Channels => lang.pick("연결된 채널", "Linked channels"),
        Subject::Channel(_) => lang.pick("채널", "Channel"),
        Subject::Form(at) => return field(lang, at),
    };
    label.to_owned()
}
