//! What is said about addresses, answers, webhooks and errors: what is wrong, what to guard against, what an error means.

use domain::payload::authorize::{Problem, ProblemCode};
use domain::payload::button::Label;
use domain::payload::{Api, Fault, GuardCode, Hook, Where};

use crate::Lang;

words! {
    /// What to guard against.
    guard(GuardCode) {
        NotAgreed: "동의하지 않으면 값이 오지 않습니다. 없는 채로 가입을 마치고, 필요할 때 scope로 다시 물어보세요.", "Without consent the value is missing. Finish the sign-up without it and ask with scope when it is needed.";
        NoValue: "동의해도 계정에 값이 없으면 오지 않습니다. needs_agreement가 false라고 값이 있는 것은 아닙니다.", "Agreed, but the account holds no value. needs_agreement=false does not mean that there is one.";
        EmailUnverified: "is_email_valid와 is_email_verified가 모두 true일 때만 믿으세요. 이메일로 회원을 구별하지 마세요.", "Trust it only when is_email_valid and is_email_verified are both true. Do not tell members apart by it.";
        PhoneFormat: "+82 10-… 꼴로 오고 외국 번호는 꼴이 다릅니다. 저장하기 전에 꼴을 맞추세요.", "It comes as +82 10-…, and foreign numbers differ. Bring it into one form before storing it.";
        BirthdayLunar: "음력(LUNAR)이거나 윤달일 수 있습니다.", "It can be lunar (LUNAR), and in a leap month.";
        BirthdayAlone: "출생연도 없이는 생년월일이 되지 않습니다.", "Without the birth year it is no date of birth.";
        AgeRangeNoProof: "연령대로는 만 14세 이상인지 증명할 수 없습니다.", "An age range does not prove that somebody is 14.";
        GenderUnproved: "계정에 적힌 값이며 법적으로 확인한 성별이 아닙니다.", "It is what the account says, not verified by law.";
        CiNoVerification: "회원을 대조하는 값입니다. 본인확인을 대신하지 않습니다.", "It compares members. It does not replace identity verification.";
        SynchedMissing: "synched_at이 없으면 카카오싱크보다 먼저 연결한 사람입니다.", "Without synched_at, the person was linked before Kakao Sync.";
        NotAMemberYet: "카카오와 연결된 것과 회원인 것은 다릅니다. 회원은 서비스가 만듭니다.", "Being linked is not being a member. The service makes the member.";
        Within24Hours: "첫 로그인 뒤 24시간 안에 사용자 정보를 받아 가지 않으면 카카오가 연결을 끊습니다.", "If user data is not fetched within 24 hours of the first login, Kakao unlinks the person.";
        TermListedNotAgreed: "목록에 있어도 agreed가 true이거나 agreed_at이 있을 때만 동의한 것입니다.", "Being listed is no consent. Only agreed=true or agreed_at is.";
        TermsOldName: "예전 응답은 목록 이름이 allowed_service_terms입니다. 둘 다 읽으세요.", "Older answers call the list allowed_service_terms. Read both.";
        RevocableOnlyAgreed: "revocable은 동의한 항목에만 있습니다.", "revocable is there only beside what is agreed to.";
        AddressesMissing: "배송지 목록이 없거나 비어 있을 수 있습니다. 직접 적는 칸을 두세요.", "The list can be missing or empty. Offer a field to type an address.";
        StateDiffers: "보낸 state와 같은지 먼저 확인하세요. 다르면 버리세요.", "First compare state with the one that was sent. Drop the answer if it differs.";
        NoCode: "code가 없습니다. 오류로 다루지 말고 다른 가입 방법을 보여 주세요.", "There is no code. It is not an error: show another way to sign up.";
        AskFirst: "code가 없습니다. 저절로 다시 요청하지 말고 로그인 버튼을 보여 주세요.", "There is no code. Do not ask again by yourself: show the login button.";
        WebhookKey: "Authorization의 값이 우리 앱의 대표 어드민 키와 같은지 확인하세요.", "Check that Authorization carries your own app's primary admin key.";
        WebhookWithin3Seconds: "3초 안에 응답하고, 오래 걸리는 일은 나중에 하세요.", "Answer within 3 seconds and do what takes long afterwards.";
        UnlinkNotForOwn: "서비스가 직접 연결을 끊은 때에는 오지 않습니다.", "It does not come when the service itself unlinked the person.";
        ChannelIdType: "id가 회원번호인 것은 plusfriends에 동의한 사람뿐입니다. id_type을 먼저 보세요.", "The id is a member number only for people who agreed to plusfriends. Look at id_type first.";
    }

    /// What is wrong with an authorize address.
    problem_code(ProblemCode) {
        ClientIdMissing: "REST API 키를 넣으세요", "Put in the REST API key";
        ClientIdMalformed: "REST API 키는 0–9와 a–f로 된 32자입니다. 다른 키가 아닌지 확인하세요", "A REST API key has 32 characters of 0–9 and a–f. Check that it is not another key";
        RedirectMissing: "등록한 리다이렉트 URI가 없습니다", "No redirect URI is registered";
        RedirectMalformed: "리다이렉트 URI는 http나 https로 시작해야 합니다", "A redirect URI begins with http or https";
        RedirectNotRegistered: "등록한 리다이렉트 URI와 글자 하나까지 같아야 합니다", "It has to be exactly one of the registered redirect URIs";
        StateMissing: "state가 없으면 위조된 응답을 가려낼 수 없습니다", "Without state, a forged answer cannot be told apart";
        NonceWithoutOpenid: "추가 동의에서는 scope에 openid가 있어야 ID 토큰과 nonce가 돌아옵니다", "In an additional consent, an ID token and its nonce come only with openid in the scope";
        ScopeNotSet: "설정하지 않은 동의항목입니다. KOE205 오류가 납니다", "This item is not set up. Kakao answers with KOE205";
        ScopeLegacy: "profile은 예전 앱에서만 쓸 수 있습니다. profile_nickname과 profile_image를 쓰세요", "profile works for old apps only. Use profile_nickname and profile_image";
        ScopePartnersOnly: "카카오와 따로 제휴한 서비스만 쓸 수 있습니다", "Only partners of Kakao can use it";
        ScopeNeedsChannel: "plusfriends는 채널을 연결한 뒤에 쓸 수 있습니다", "plusfriends works once a channel is linked";
        ScopeElsewhere: "이 신청서 밖에서 설정하는 항목이라 여기에서는 확인할 수 없습니다", "It is set up outside this application, so it cannot be checked here";
        TermUnknown: "그런 약관이 없습니다", "There is no such term";
        TermWithoutTag: "태그가 없는 약관은 요청할 수 없습니다", "A term without a tag cannot be asked for";
        TermTagMalformed: "태그에는 쉼표와 빈칸을 쓸 수 없습니다", "A tag has no comma and no space";
        NoRequiredTerm: "필수 약관이 하나는 있어야 화면이 나옵니다", "A screen comes only with a required term";
        ChannelNotLinked: "앱에 연결하지 않은 채널입니다. KOE102 오류가 납니다", "The channel is not linked with the app. Kakao answers with KOE102";
        ChannelIdMissing: "채널 프로필 ID를 몰라서 견본 값을 넣었습니다", "The profile ID is not known, so a sample stands there";
        TooManyChannels: "채널은 두 개까지 보낼 수 있습니다", "Up to two channels can be sent";
        ChannelWithoutPermission: "채널을 고르려면 카카오의 허가가 따로 필요합니다", "Choosing channels needs a separate permission from Kakao";
        LoginPromptInApp: "prompt=login은 카카오톡 인앱 브라우저에서 쓸 수 없습니다", "prompt=login does not work in KakaoTalk's in-app browser";
    }

    /// What an error means, and what to do.
    fault(Fault) {
        Koe006: "등록하지 않은 리다이렉트 URI입니다. 콘솔에 등록한 주소와 글자 하나까지 맞추세요.", "The redirect URI is not registered. Make it exactly the one in the console.";
        Koe101: "그런 키의 앱이 없습니다. REST API 키인지 확인하세요.", "No app has this key. Check that it is the REST API key.";
        Koe102: "앱에 연결하지 않은 채널을 보냈습니다.", "A channel was sent that is not linked with the app.";
        Koe205: "설정하지 않았거나 승인받지 않은 동의항목을 보냈습니다.", "An item was sent that is not set up or not approved.";
        Koe237: "토큰을 너무 자주 요청했습니다. 받은 토큰을 다시 쓰세요.", "Tokens were asked for too often. Use the one you have.";
        NotEnabled: "간편가입이나 동의항목 같은 기능을 켜지 않았습니다.", "A feature such as simple sign-up or the item is not switched on.";
        NoPermission: "앱에 권한이 없습니다. 먼저 심사를 받으세요.", "The app has no permission. It has to be reviewed first.";
        NoConsent: "사용자가 동의하지 않은 항목입니다. required_scopes에 있는 항목을 scope로 요청하세요.", "The person did not agree. Ask for what required_scopes names, with scope.";
        UnderAge: "만 14세 미만을 받지 않는 앱인데 사용자가 만 14세 미만으로 확인되었습니다.", "The app refuses people under 14, and this person is verified as such.";
    }

    /// Where an error shows.
    fault_place(Where) {
        Page: "로그인 대신 나오는 카카오 화면", "A page of Kakao's in place of the login";
        Token: "토큰 요청의 응답", "The answer to the request for a token";
        Api: "API의 응답", "The answer of the API";
    }

    /// What a webhook tells.
    hook(Hook) {
        Unlink: "연결 해제 웹훅", "Webhook: unlinked";
        ChannelAdded: "채널 추가 웹훅", "Webhook: channel added";
        ChannelBlocked: "채널 차단 웹훅", "Webhook: channel blocked";
    }

    /// What an interface tells.
    api(Api) {
        Me: "사용자 정보", "The person";
        Scopes: "동의한 항목", "What they agreed to";
        Terms: "동의한 약관", "Which terms they agreed to";
        Addresses: "배송지", "Shipping addresses";
    }
}

sentences! {
    /// Beside every body.
    made_up: "이름과 값은 모두 지어낸 견본입니다. 필드 이름만 실제와 같습니다.", "Every value is made up. Only the field names are real.";
    no_token: "code를 받지 못했으므로 물어볼 수 있는 것이 없습니다.", "There is no code, so nothing can be asked.";
    /// In the slot of the login button.
    symbol_note: "카카오가 제공하는 심볼 파일을 여기에 넣으세요. 모양, 비율, 색을 바꿀 수 없습니다.", "Place Kakao's own symbol file here. Its shape, ratio and colour are fixed.";
    button_note: "심볼은 카카오의 것이라 그려 넣지 않았습니다. 디자인 가이드에서 받아 넣으세요.", "The symbol is Kakao's, so it is not drawn here. Take the file from the design guide.";
}

/// What is wrong, and with what.
pub fn problem(lang: Lang, problem: &Problem) -> String {
    let said = problem_code(lang, problem.code);
    if problem.value.is_empty() {
        said.to_owned()
    } else {
        format!("{said} ({})", problem.value)
    }
}

/// The words on the login button; `None` where no source says them in that language.
pub fn button_label(lang: Lang, label: Label) -> Option<&'static str> {
    match (lang, label) {
        (Lang::Ko, Label::Login) => Some("카카오 로그인"),
        (Lang::En, Label::Login) => Some("Login with Kakao"),
        (Lang::Ko, Label::LoginShort) => Some("로그인"),
        (Lang::En, Label::LoginShort) => Some("Login"),
        (Lang::Ko, Label::Start | Label::StartShort) => None,
        (Lang::En, Label::Start) => Some("Start with Kakao"),
        (Lang::En, Label::StartShort) => Some("Start"),
    }
}
