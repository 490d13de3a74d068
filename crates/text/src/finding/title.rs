//! What each code says, as a sentence with slots: `{item}` is the item, `{field}` the field, `{term}` the term that the finding points
//! at; every other slot is a fact of that name. Sentences of [`plain`] stand without facts; [`detailed`] says more when they are there.

use domain::finding::Code;

use crate::Lang;

words! {
    /// The sentence of a code without facts.
    plain(Code) {
        AppBlocked: "카카오가 이용을 제한한 앱입니다", "Kakao has restricted this app";
        AppRole: "내 앱 권한이 에디터보다 낮습니다", "Your role on the app is below editor";
        AppNotBiz: "비즈 앱으로 전환하지 않았습니다", "Not converted to a biz app";
        AppIndividual: "개인 개발자 비즈 앱이라 사업자 정보가 없습니다", "A biz app of an individual developer has no business information";
        AppNoBusiness: "앱에 사업자 정보가 없습니다", "The app has no business information";
        ChannelDeleting: "채널 삭제를 신청해 곧 없어집니다", "The channel is about to be deleted";
        ChannelRole: "내 권한이 매니저보다 낮습니다", "Your role is below manager";
        ChannelPlain: "비즈니스 채널로 전환하지 않았습니다", "Not converted to a business channel yet";
        ChannelRejected: "비즈니스 채널 전환이 반려됐습니다", "The conversion to a business channel was rejected";
        ChannelInReview: "비즈니스 채널 전환 심사가 끝나지 않았습니다", "The business-channel review is not finished";
        ChannelNoBusiness: "채널에 사업자 정보가 없습니다", "The channel has no business information";
        NumberDiffers: "앱과 채널의 사업자등록번호가 다릅니다", "The registration numbers of app and channel differ";
        AppFull: "이 앱에는 채널 10개가 모두 연결돼 있습니다", "This app already has 10 channels";
        ChannelLinked: "이미 이 앱에 연결돼 있습니다", "Already linked to this app";
        NumberMalformed: "사업자등록번호가 될 수 없는 번호입니다", "This cannot be a business registration number";
        NoChannel: "연결된 채널이 없습니다", "No channel is linked";
        ChannelNotLinked: "동의 화면에 고른 채널이 앱에 연결돼 있지 않습니다", "The channel chosen for the consent screen is not linked to the app";
        NoItems: "받을 항목을 하나도 고르지 않았습니다", "No item has been chosen";
        CiNoAgency: "본인확인기관을 거치지 않아 연계정보(CI) 항목을 신청할 수 없습니다", "CI cannot be asked for without an identity-verification agency";
        CiNotAtSignup: "가입할 때 본인확인을 하지 않아 연계정보(CI) 항목을 필수로 받을 수 없습니다", "CI cannot be required, because identity is not verified at sign-up";
        CiDraftEvidence: "연계정보(CI) 항목의 증빙이 실제 화면이 아니라 시안이나 기획안입니다", "The proof for CI is a draft or plan, not the live screen";
        NotCollected: "{item}을 사이트 회원가입에서 받지 않습니다", "Your own sign-up does not collect {item}";
        CollectedLater: "{item}을 가입할 때가 아니라 나중에만 받습니다", "You collect {item} only later, not at sign-up";
        StageDiffers: "{item}을 필수로 신청했지만 사이트 회원가입에서는 선택으로 받습니다", "You asked for {item} as required, but your own sign-up collects it as optional";
        SignupNotShown: "심사자가 볼 수 있는 회원가입 화면이 없습니다", "There is no sign-up screen that a reviewer can see";
        SignupLacksItem: "가입 화면에 {item}이 보이지 않습니다", "Your sign-up screen does not show {item}";
        SignupLacksCondition: "가입 화면에 {item}의 필수·선택 표시가 없습니다", "Your sign-up screen does not say whether {item} is required or optional";
        PrivacyMissing: "개인정보처리방침 주소가 없습니다", "There is no address for a privacy policy";
        PolicyLacksItem: "개인정보처리방침에 {item}이 없습니다", "Your privacy policy does not name {item}";
        PolicyLacksCondition: "개인정보처리방침에 {item}의 필수·선택 조건이 없습니다", "Your privacy policy does not say whether {item} is required or optional";
        CiPurposeNotAgreed: "연계정보(CI)를 회원 대조에만 쓰겠다는 동의가 없습니다", "Nobody has agreed to use CI only to compare members";
        CiReasonMissing: "연계정보(CI)로 회원을 대조해야 하는 까닭을 적지 않았습니다", "The reason for comparing members by CI is missing";
        PurposeMissing: "{item}을 받는 까닭을 적지 않았습니다", "There is no purpose for {item}";
        TermTitleMissing: "{term}에 제목이 없습니다", "There is no title for {term}";
        TermUrlMissing: "{term}에 주소가 없습니다", "There is no address for {term}";
        TermTagMalformed: "{term}의 태그가 비었거나 쉼표, 빈칸이 들어 있습니다", "The tag of {term} is missing or contains a comma or space";
        TermTagTwice: "{term}의 태그를 다른 약관에서도 씁니다", "The tag of {term} is also used by another term";
        ExtraNameMissing: "추가 정보의 이름이 없습니다", "There is extra information without a name";
        TooManyRedirects: "리다이렉트 URI를 10개보다 많이 적었습니다", "There are more than 10 redirect URIs";
        TooLong: "{field}의 글이 너무 깁니다", "The text in {field} is too long";
        AddressMalformed: "{field}에 적은 글은 웹 주소가 아닙니다", "The text in {field} is not a web address";
        NotMasked: "증빙에서 실제 회원 정보를 가렸는지 확인하지 않았습니다", "Nobody confirmed that real members' data are covered in the evidence";
        NotDeclared: "적은 내용이 실제 회원가입과 같다는 확인이 없습니다", "The declaration that the answers are true is not ticked";
        BusinessReviewPending: "사업자 정보 심사가 끝나지 않아 동의항목 심사도 기다립니다", "The business information is not approved yet, so the items will wait, too";
        BusinessDiffers: "상호나 대표자 이름, 사업자등록번호가 서로 다릅니다", "The trade name, representative or registration number is not the same everywhere";
        ServiceUnreachable: "심사자가 서비스에 들어갈 방법이 없습니다", "A reviewer has no way into your service";
        SharedAccount: "함께 쓰는 카카오계정으로는 심사자가 로그인할 수 없습니다", "A reviewer cannot sign in with a shared Kakao account";
        ServiceNotPublic: "심사자가 열 수 있는 서비스 주소가 없습니다", "There is no service address that a reviewer can open";
        SignupNeedsLogin: "가입 화면이 로그인한 뒤에만 열립니다", "The sign-up page opens only after signing in";
        PoliciesNotPublic: "개인정보처리방침이나 이용약관이 로그인한 뒤에만 열립니다", "The privacy policy or the terms open only after signing in";
        ButtonHidden: "카카오 로그인 버튼이 사이트에 보이지 않습니다", "The Kakao Login button cannot be seen on your site";
        OptionalButNeeded: "사이트 회원가입에서는 {item}을 필수로 받지만 선택으로 신청했습니다", "Your own sign-up requires {item}, but you asked for it as optional";
        AccountKeyOptional: "계정을 구별하는 항목을 필수로 받지 않습니다", "The item that tells accounts apart is not asked for as required";
        RequiredNotJustified: "{item}이 꼭 필요한 까닭을 적지 않았습니다", "Nothing says why the service cannot work without {item}";
        UseMissing: "{item}을 서비스 어디에서 쓰는지 적지 않았습니다", "Nothing says where in the service you use {item}";
        ScopeNotRequested: "신청하지 않은 동의항목을 코드가 보냅니다", "Your code sends a scope that this application does not ask for";
        RedirectOnlyLocal: "리다이렉트 URI가 모두 개발용 주소입니다", "All redirect URIs are addresses of a developer's machine";
        NoRequiredTerm: "필수 약관이 하나도 없습니다", "There is no required term";
        LaunchTooEarly: "심사가 서비스를 여는 날보다 늦게 끝날 수 있습니다", "The reviews may end after your launch date";
        AppIconMissing: "앱 아이콘이 없습니다", "The app has no icon";
        AppCompanyMissing: "앱에 회사 이름이 없습니다", "The app has no company name";
        AppCategoryMissing: "앱 카테고리를 고르지 않았습니다", "The app has no category";
        AppNameDiffers: "앱 이름이 서비스 이름과 다릅니다", "The app's name differs from your service's name";
        CiCaptureMissing: "본인확인 화면 이미지가 없습니다", "There is no picture of the identity-verification screen";
        WithdrawalMissing: "회원이 탈퇴하는 방법을 적지 않았습니다", "Nothing says how members can leave";
        SameTwice: "{item}은 함께 받는 다른 항목으로 알 수 있습니다", "Another item you ask for already tells {item}";
        PurposeCopied: "여러 항목에 같은 까닭을 적었습니다", "Several items have the same purpose";
        MayBeAbsent: "{item}을 필수로 받아도 카카오에 값이 없으면 빈 값이 올 수 있습니다", "Even as required, {item} may come back empty when Kakao has no value";
        ExtraInSync: "추가 정보에 적은 것을 싱크로 받을 수 있습니다", "Sync can hand over something you ask for as extra information";
        MarketingWithoutAddress: "마케팅 약관에 필요한 연락처 항목을 받지 않습니다", "A marketing term needs a contact that you do not ask for";
        NotAnswered: "{field}을 아직 채우지 않았습니다", "Not answered yet: {field}";
        Other: "다른 까닭", "Another reason";
    }
}

/// The sentence of a code with its facts. Few codes say more with them, so only those are listed; [`plain`] has them all.
pub fn detailed(lang: Lang, code: Code) -> Option<&'static str> {
    let (ko, en) = match code {
        Code::ChannelDeleting => (
            "「{name}」 채널은 삭제를 신청해 곧 없어집니다",
            "The channel “{name}” is about to be deleted",
        ),
        Code::ChannelPlain => (
            "「{name}」 채널을 비즈니스 채널로 전환하지 않았습니다",
            "The channel “{name}” is not converted to a business channel yet",
        ),
        Code::ChannelRejected => (
            "「{name}」 채널의 비즈니스 채널 전환이 반려됐습니다",
            "The conversion of the channel “{name}” was rejected",
        ),
        Code::ChannelInReview => (
            "「{name}」 채널의 비즈니스 채널 전환 심사가 끝나지 않았습니다",
            "The business-channel review of “{name}” is not finished",
        ),
        Code::NumberDiffers => (
            "사업자등록번호가 다릅니다(앱 {app} · 채널 {channel})",
            "The registration numbers differ (app {app}, channel {channel})",
        ),
        Code::NumberMalformed => (
            "「{entered}」 번호는 사업자등록번호가 될 수 없습니다",
            "“{entered}” cannot be a business registration number",
        ),
        Code::TermTagTwice => (
            "「{tag}」 태그를 두 약관에서 씁니다",
            "Two terms have the tag “{tag}”",
        ),
        Code::TooManyRedirects => (
            "리다이렉트 URI는 {limit}개까지 쓸 수 있는데 지금 {count}개입니다",
            "There can be up to {limit} redirect URIs; you have {count}",
        ),
        Code::TooLong => (
            "{field}에는 {limit}자까지 적을 수 있는데 지금 {count}자입니다",
            "The text in {field} must have {limit} characters or fewer; it has {count}",
        ),
        Code::AccountKeyOptional => (
            "계정을 구별하는 「{name}」 항목을 필수로 받지 않습니다",
            "“{name}” tells accounts apart, but it is not asked for as required",
        ),
        Code::ScopeNotRequested => (
            "코드가 보내는 「{scope}」 동의항목이 신청서에 없습니다",
            "Your code sends “{scope}”, but this application does not ask for it",
        ),
        Code::LaunchTooEarly => (
            "심사에 보통 영업일 {days_min}~{days_max}일이 걸려 서비스를 여는 날보다 늦게 끝날 수 있습니다",
            "The reviews usually take {days_min} to {days_max} business days and may end after your launch date",
        ),
        Code::AppNameDiffers => (
            "앱 이름이 서비스 이름과 다릅니다(앱 {app} · 서비스 {site})",
            "The app's name differs from your service's name (app {app}, service {site})",
        ),
        Code::SameTwice => (
            "{item}은 함께 받는 「{name}」 항목으로 알 수 있습니다",
            "“{name}”, which you also ask for, already tells {item}",
        ),
        Code::PurposeCopied => (
            "항목 {count}개에 같은 까닭을 적었습니다",
            "{count} items have the same purpose",
        ),
        Code::ExtraInSync => (
            "추가 정보에 적은 「{name}」 항목은 싱크로 받을 수 있습니다",
            "You ask for “{name}” as extra information, but Sync can hand it over",
        ),
        Code::MarketingWithoutAddress => (
            "{term}에 필요한 「{name}」 항목을 받지 않습니다",
            "“{name}”, which {term} needs, is not asked for",
        ),
        _ => return None,
    };
    Some(lang.pick(ko, en))
}
