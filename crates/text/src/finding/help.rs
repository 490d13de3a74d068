//! What would pass, for every code: what to do, and an example where one helps.

use domain::finding::Code;

words! {
    /// What would pass, with an example.
    help(Code) {
        AppBlocked: "앱 오너가 카카오디벨로퍼스에서 제한된 까닭을 확인할 수 있습니다. 제한이 풀리면 다시 쓸 수 있습니다.", "The app's owner can see the cause on Kakao Developers. The app can be used again once the restriction is lifted.";
        AppRole: "앱 오너에게 에디터 권한을 요청하세요. 권한을 받으면 바로 쓸 수 있습니다.", "Ask the app's owner for the editor role. The app can be used as soon as you have it.";
        AppNotBiz: "앱 오너가 카카오디벨로퍼스에서 사업자 정보를 등록하고 비즈 앱으로 전환하면 됩니다.", "The app's owner registers the business information on Kakao Developers and converts the app to a biz app.";
        AppIndividual: "앱 오너가 사업자 정보를 등록하면 채널을 연결하고 싱크를 신청할 수 있습니다.", "Once the app's owner registers business information, channels can be linked and Sync applied for.";
        AppNoBusiness: "앱 오너가 사업자등록번호, 상호, 대표자 이름을 사업자등록증과 똑같이 등록하면 됩니다.", "The app's owner registers number, trade name and representative exactly as on the registration certificate.";
        ChannelDeleting: "다른 채널을 고르세요. 삭제를 신청한 채널은 7일 뒤에 없어집니다.", "Choose another channel. This one is gone seven days after its deletion was asked for.";
        ChannelRole: "채널 마스터에게 매니저 권한을 요청하세요. 권한을 받으면 바로 쓸 수 있습니다.", "Ask the channel's master for the manager role. The channel can be used as soon as you have it.";
        ChannelPlain: "채널 마스터가 채널 관리자센터에서 비즈니스 채널 전환을 신청하면 됩니다. 심사는 보통 영업일 3~5일이 걸립니다.", "The channel's master applies for the conversion in the channel admin centre. The review usually takes 3 to 5 business days.";
        ChannelRejected: "채널 마스터가 채널 관리자센터에서 반려 까닭을 확인하고 다시 신청할 수 있습니다.", "The channel's master looks up the cause in the channel admin centre and applies again.";
        ChannelInReview: "심사가 끝날 때까지 기다리세요. 보통 영업일 3~5일이 걸립니다.", "Wait for the review. It usually takes 3 to 5 business days.";
        ChannelNoBusiness: "채널 마스터가 채널의 사업자 정보를 앱과 똑같이 등록하면 됩니다.", "The channel's master registers the same business information as the app has.";
        NumberDiffers: "앱과 채널의 사업자등록번호를 같은 번호로 맞추세요. 채널 마스터나 앱 오너만 고칠 수 있습니다.", "Both need the same registration number. Only the channel's master or the app's owner can change it.";
        AppFull: "쓰지 않는 채널의 연결을 해제하면 다른 채널을 연결할 수 있습니다.", "Unlink a channel you no longer need, then link another one.";
        ChannelLinked: "이미 연결돼 있으므로 할 일이 없습니다.", "It is linked, so there is nothing to do.";
        NumberMalformed: "사업자등록증의 숫자 10자리를 그대로 적으세요. 모양은 000-00-00000입니다.", "Copy the 10 digits from the registration certificate, in the shape 000-00-00000.";
        NoChannel: "사업자등록번호가 앱과 같은 비즈니스 채널을 하나 이상 연결하세요.", "Link at least one business channel with the app's registration number.";
        ChannelNotLinked: "앱에 연결된 채널 가운데 하나를 고르세요.", "Choose one of the channels that are linked to the app.";
        NoItems: "회원가입에서 실제로 받는 항목을 하나 이상 고르세요. 예: 이름, 전화번호.", "Choose at least one item that your sign-up really collects, for example name and phone number.";
        CiNoAgency: "회원가입에 본인확인기관의 본인확인을 넣거나 연계정보(CI) 항목을 빼세요. 문자나 이메일 인증은 본인확인이 아닙니다.", "Verify identity through an agency, or leave CI out. A code by text message or email is not identity verification.";
        CiNotAtSignup: "본인확인을 가입할 때 하거나, 이용 중에만 한다면 선택 동의로 바꾸세요.", "Verify identity at sign-up, or ask for CI as optional when you verify it only during use.";
        CiDraftEvidence: "본인확인 절차가 보이는 실제 화면 이미지를 올리고 파일 종류를 실제 화면으로 고르세요.", "Upload a capture of the live screen with identity verification, and mark it as such.";
        NotCollected: "회원가입 화면에 이 항목을 먼저 넣거나 신청에서 빼세요. 예: 가입 화면에 휴대전화번호(필수) 칸을 넣습니다.", "Add the item to your sign-up first, or leave it out. Example: a field “Mobile number (required)” on the sign-up screen.";
        CollectedLater: "주문이나 배송이 아니라 가입 화면에서 받으세요. 그럴 수 없으면 신청에서 빼세요.", "Collect it on the sign-up screen, not only at order or delivery. If that is not possible, leave it out.";
        StageDiffers: "신청 조건과 가입 화면의 조건을 하나로 맞추세요. 예: 가입 화면이 선택이면 선택 동의로 신청합니다.", "Make both the same. Example: if your sign-up says optional, ask for it as optional.";
        SignupNotShown: "로그인 없이 열리는 가입 화면 주소를 적거나 가입 화면 이미지를 올리세요. 아직 열지 않은 사이트는 기획안도 됩니다.", "Give the address of a sign-up page that opens without signing in, or upload pictures of it. A plan will do for a site that is not open yet.";
        SignupLacksItem: "가입 화면에 항목 이름과 필수·선택 표시를 함께 넣으세요. 예: 휴대전화번호(필수).", "Put the item's name and its mark on the sign-up screen, for example “Mobile number (required)”.";
        SignupLacksCondition: "가입 화면의 항목 이름 옆에 필수인지 선택인지 적으세요. 예: 이메일(선택).", "Write beside the item whether it is required or optional, for example “Email (optional)”.";
        PrivacyMissing: "로그인 없이 열리는 개인정보처리방침 주소를 적으세요. 예: https://example.com/privacy", "Give the address of a privacy policy that opens without signing in, for example https://example.com/privacy";
        PolicyLacksItem: "개인정보처리방침의 수집 항목에 이 항목을 넣으세요. 예: 회원가입 필수 항목: 이름, 휴대전화번호.", "Add the item to the list of collected data, for example “At sign-up, required: name, mobile number”.";
        PolicyLacksCondition: "개인정보처리방침에 필수 항목과 선택 항목을 나누어 적으세요. 예: 필수: 이름 / 선택: 생일.", "List required and optional items apart, for example “Required: name. Optional: birthday”.";
        CiPurposeNotAgreed: "연계정보(CI)를 회원 대조에만 쓴다면 동의하세요. 다른 데 쓰려면 신청할 수 없습니다.", "Agree if CI is used only to compare members. It cannot be asked for to do anything else.";
        CiReasonMissing: "회원을 대조해야 하는 까닭을 적으세요. 예: 매장 회원과 온라인 회원이 같은 사람인지 확인합니다.", "Say why members have to be compared, for example “To join store members with their online accounts”.";
        PurposeMissing: "무엇을 하려고 받는지 한 문장으로 적으세요. 예: 주문과 배송 상태를 알립니다.", "Say in one sentence what it is for, for example “To tell people about orders and deliveries”.";
        TermTitleMissing: "동의 화면에 보일 약관 제목을 적으세요. 예: 서비스 이용약관.", "Write the title that people see on the consent screen, for example “Terms of use”.";
        TermUrlMissing: "약관 전문을 볼 수 있는 주소를 적으세요. 예: https://example.com/terms", "Give the address of the full text, for example https://example.com/terms";
        TermTagMalformed: "영문과 숫자로 쉼표와 빈칸 없이 적으세요. 예: service_20260101", "Use letters and digits without commas or spaces, for example service_20260101";
        TermTagTwice: "약관마다 다른 태그를 적으세요. 예: service_20260101, marketing_20260101", "Give each term a tag of its own, for example service_20260101 and marketing_20260101";
        ExtraNameMissing: "추가 페이지에서 무엇을 받는지 적으세요. 예: 여권 번호.", "Say what your own page asks for, for example “Passport number”.";
        TooManyRedirects: "쓰지 않는 리다이렉트 URI를 지워 10개 이하로 줄이세요.", "Remove the ones you do not use until there are 10 or fewer.";
        TooLong: "꼭 필요한 말만 남겨 줄이세요.", "Shorten it to what a reviewer needs.";
        AddressMalformed: "https://로 시작하는 주소를 빈칸 없이 적으세요. 예: https://example.com/join", "Write an address that starts with https:// and has no spaces, for example https://example.com/join";
        NotMasked: "실제 회원 정보가 있으면 가리고 다시 올린 다음, 가렸다고 표시하세요.", "Cover real members' data, upload the file again if need be, and tick that it is covered.";
        NotDeclared: "적은 내용이 실제 회원가입과 같은지 살펴보고 확인 칸에 표시하세요.", "See that the answers match what your sign-up really does, then tick the box.";
        BusinessReviewPending: "지금 제출할 수 있지만, 사업자 정보가 승인된 뒤에 동의항목 심사가 시작됩니다.", "You may submit now, but items are looked at only after the business information is approved.";
        BusinessDiffers: "사업자등록증에 적힌 그대로 앱과 사이트를 고치세요. 빈칸과 괄호도 같아야 합니다. 예: 주식회사 별하, (주)별하는 서로 다릅니다.", "Write them in the app and on the site exactly as on the certificate, brackets and spaces included. “Byeolha Inc.” and “Byeolha” are two names.";
        ServiceUnreachable: "로그인 없이 보이는 주소, 화면 흐름 이미지, 심사용 서비스 계정 가운데 하나를 준비하세요.", "Give an address that opens without signing in, pictures of the whole flow, or a review account of the service.";
        SharedAccount: "카카오는 다른 기기에서 한 번 더 확인을 요구합니다. 화면 흐름 이미지나 심사용 서비스 계정으로 바꾸세요.", "Kakao asks for a second proof on another device. Use pictures of the flow or a review account of the service instead.";
        ServiceNotPublic: "누구나 열 수 있는 서비스 주소를 적거나 서비스 흐름 이미지, 기획안을 올리세요.", "Give an address that anybody can open, or upload pictures or a plan of the service.";
        SignupNeedsLogin: "로그인 없이 열리는 주소를 적거나 가입 화면 이미지를 올리세요.", "Give an address that opens without signing in, or upload pictures of the sign-up screen.";
        PoliciesNotPublic: "개인정보처리방침과 이용약관을 로그인 없이 볼 수 있게 하세요.", "Make both readable without signing in.";
        ButtonHidden: "로그인 화면이나 가입 화면에 카카오 로그인 버튼이 보이게 하세요.", "Show the Kakao Login button on your sign-in or sign-up screen.";
        OptionalButNeeded: "꼭 필요한 항목이면 필수 동의로 바꾸고, 아니면 가입 화면에서도 선택으로 받으세요.", "Ask for it as required if you need it, or make it optional in your own sign-up, too.";
        AccountKeyOptional: "카카오 회원번호로 계정을 구별하거나 이 항목을 필수 동의로 바꾸세요.", "Tell accounts apart by Kakao's member number, or ask for the item as required.";
        RequiredNotJustified: "이 항목이 없으면 왜 서비스를 할 수 없는지 적거나 선택 동의로 바꾸세요. 예: 배송지가 없으면 상품을 보낼 수 없습니다.", "Say why the service is impossible without it, or make it optional. Example: “Goods cannot be sent without an address”.";
        UseMissing: "이 항목이 쓰이는 화면이나 기능을 적으세요. 예: 주문 내역 화면, 배송 알림.", "Name the screen or feature that uses it, for example “Order history and delivery messages”.";
        ScopeNotRequested: "코드에서 빼거나 신청서에 항목을 넣으세요. 로그인 라이브러리가 저절로 넣는 값도 확인하세요.", "Take it out of the code, or add the item here. Some login libraries add scopes by themselves.";
        RedirectOnlyLocal: "실제 서비스 주소의 리다이렉트 URI를 더하세요. 예: https://example.com/oauth", "Add the redirect URI of the real service, for example https://example.com/oauth";
        NoRequiredTerm: "회원가입에 꼭 필요한 약관을 필수로 표시하세요. 예: 서비스 이용약관(필수).", "Mark the terms that sign-up depends on as required, for example the terms of use.";
        LaunchTooEarly: "서비스를 여는 날을 늦추거나 지금 바로 제출하세요. 심사 기간은 경험에 따른 것이며 약속이 아닙니다.", "Move the launch, or submit right now. These days are experience, not a promise.";
        AppIconMissing: "앱 오너가 카카오디벨로퍼스에서 서비스 로고를 앱 아이콘으로 등록하면 됩니다.", "The app's owner registers the service's logo as the app icon on Kakao Developers.";
        AppCompanyMissing: "앱 오너가 카카오디벨로퍼스에서 회사 이름을 사업자등록증과 같게 적으면 됩니다.", "The app's owner enters the company name on Kakao Developers, as on the certificate.";
        AppCategoryMissing: "앱 오너가 카카오디벨로퍼스에서 서비스에 맞는 카테고리를 고르면 됩니다.", "The app's owner chooses the category that fits the service on Kakao Developers.";
        AppNameDiffers: "동의 화면에는 앱 이름이 보입니다. 사람들이 아는 서비스 이름과 같게 맞추세요.", "People see the app's name on the consent screen. Make it the name they know.";
        CiCaptureMissing: "본인확인기관을 고르는 단계가 보이는 실제 화면 이미지를 올리세요.", "Upload a capture of the live screen where people verify their identity.";
        WithdrawalMissing: "탈퇴하는 메뉴나 주소를 적으세요. 예: 내 정보 > 회원 탈퇴.", "Give the menu or address, for example “My page > Close account”.";
        SameTwice: "둘 가운데 꼭 필요한 하나만 남기세요.", "Keep only the one you need.";
        PurposeCopied: "항목마다 다른 까닭을 적으세요. 예: 생일은 생일 쿠폰, 전화번호는 배송 알림.", "Give each item a purpose of its own, for example birthday for a coupon, phone number for deliveries.";
        MayBeAbsent: "「카카오계정으로 정보 수집 후 제공」 설정을 켜거나 값이 비어 있을 때 직접 물어보세요.", "Switch on “collect if absent”, or ask people yourselves when the value is empty.";
        ExtraInSync: "회원가입에서 받고 있다면 동의항목에서 고르고 추가 정보에서 빼세요.", "If your sign-up collects it, choose it among the consent items and remove it here.";
        MarketingWithoutAddress: "마케팅을 보낼 연락처 항목을 신청하거나 약관에서 그 방법을 빼세요.", "Ask for the contact that the messages go to, or take that way out of the term.";
        NotAnswered: "이 칸을 채우면 더 정확하게 미리 살펴볼 수 있습니다.", "Fill it in, and the check can say more.";
        Other: "심사자가 적은 글을 읽고 고치세요.", "Read what the reviewer wrote and change that.";
    }
}
