//! Questions of the application that a plain copy of the console would not ask, and what stands around every question.

use crate::plural;

sentences! {
    /// Beside every question that has no answer yet.
    not_known_button: "아직 몰라요", "I don't know yet";
    not_known_said: "모른다고 적었습니다. 알게 되면 답하세요.", "Noted. Answer once you know.";
    others_button: "다른 질문도 보기", "Show the other questions";
    asked_button: "필요한 질문만 보기", "Show only what matters";
    others_hint: "고른 것에 따라 필요한 질문만 보입니다.", "Only the questions that matter for your choices are shown.";

    item_if_absent: "값이 없는 사람은 어떻게 되나요?", "What happens to somebody who has no value?";

    signup_lists: "가입 화면에 받는 항목과 필수·선택 표시가 모두 있나요?", "Does the sign-up screen list every item with its condition?";
    signup_lists_hint: "항목마다 따로 답하지 않으면 이 답을 모든 항목에 씁니다.", "Counts for every item without an answer of its own.";
    signup_terms: "카카오 버튼을 누르기 전에 약관과 처리방침을 보고 동의하나요?", "Do people see and agree to terms and policy before the Kakao button works?";

    open_title: "심사자가 열어 볼 것", "What a reviewer can open";
    test_data: "시험용 상품이나 지난 상품이 누구에게나 보이나요?", "Can everybody see test goods or expired offers?";
    withdrawal_title: "탈퇴", "Leaving";
    can_withdraw: "회원이 스스로 탈퇴할 수 있나요?", "Can members leave by themselves?";

    business_shown: "사업자 정보가 어디에 보이나요?", "Where does the site show its business information?";
    business_same: "모든 페이지의 사업자 정보가 글자까지 같나요?", "Is it the same on every page, letter by letter?";
    printed_certificate: "사업자등록증", "Certificate";
    printed_app: "카카오디벨로퍼스의 앱", "App on Kakao Developers";
    printed_site: "사이트", "Site";
    printed_nothing: "등록된 내용 없음", "Nothing registered";
    address: "주소", "Address";
    /// Under a value that is not what the certificate says; the letters that differ are marked.
    differs: "사업자등록증과 다릅니다", "Not as on the certificate";
    differs_from_app: "앱에 등록한 내용과 다릅니다", "Not as registered with the app";
    all_alike: "적은 곳이 모두 같습니다.", "All places say the same.";

    licence_title: "인허가", "Licence";
    licensed_trade: "인허가가 필요한 업종인가요?", "Is it a trade that needs a licence?";
    licensed_trade_hint: "인허가증은 아래 증빙 파일에 올리세요.", "Upload the licence with the evidence files below.";
    licence_same: "인허가증의 이름이 사업자등록증과 같나요?", "Is the licence in the name of the business?";

    library: "무엇으로 로그인을 만들었나요?", "What signs people in?";
    /// Below the library that was chosen.
    library_adds(scopes: &str): "이 라이브러리는 {scopes} 항목을 늘 함께 보냅니다.", "It always sends {scopes} as well.";
    scopes_hint: "한 줄에 하나씩 적으세요. 예: phone_number", "One on each line, for example phone_number";
    registered_uris: "앱에 등록한 리다이렉트 URI", "Redirect URIs registered with the app";
    registered_uris_hint: "카카오디벨로퍼스에서 그대로 복사하세요. 한 줄에 하나씩 적습니다.", "Copy them from Kakao Developers as they are, one on each line.";
    used_uris: "코드가 쓰는 리다이렉트 URI", "Redirect URIs in the code";
    uris_title: "코드와 등록한 값", "Code and registration";
    uri_same: "등록한 값과 같음", "As registered";
    uri_unknown: "등록하지 않은 값", "Not registered";
    uri_code: "코드", "Code";
    uri_registered: "등록", "Registered";
    other_keys: "운영 서비스에서 다른 앱의 키를 쓰나요?", "Does the live service use the keys of another app?";
    client_secret: "클라이언트 시크릿은 어떻게 쓰나요?", "How is the client secret handled?";
    allowed_ips: "허용 IP 주소에 운영 서버가 들어 있는지 확인했나요?", "Did you check that the allowed IP addresses include the live server?";

    shown_title: "동의 화면의 채널", "Channel on the consent screen";
    tie_title: "채널과 사업자의 관계", "How channel and business belong together";
    tie_lead: "이름만 보고는 알 수 없는 관계를, 누구나 볼 수 있는 글로 보여 줍니다.", "What the names do not say, shown by something that everybody can read.";
    tie_reason: "채널 이름이 상호와 다른 이유", "Why the channel is not called like the business";
    tie_reason_hint: "예: 매장 이름으로 채널을 열었습니다.", "For example: the channel has the name of the shop.";
    tie_sentence: "누가 무엇을 운영하는지 적은 문장", "A sentence that says who runs what";
    tie_sentence_hint: "예: 「별하 커피」는 주식회사 별하에서 운영합니다.", "For example: Byeolha Inc. runs Byeolha Coffee.";
    /// The same with the names of this application.
    tie_sentence_for(channel: &str, business: &str): "예: 「{channel}」 채널은 「{business}」 회사에서 운영합니다.", "For example: {business} runs {channel}.";
    tie_public: "그 문장을 누구나 볼 수 있는 주소", "Where everybody can read that sentence";
    tie_proofs: "그 밖에 누구나 볼 수 있는 근거", "What else shows it in public";
    tie_proofs_hint: "성격이 다른 두 가지 이상이면 좋습니다.", "Two of different kinds are better than one.";
    tie_introduction: "채널 소개에 운영하는 곳을 적었나요?", "Does the channel's introduction name who runs it?";
    tie_posts: "채널에 소식을 올렸나요?", "Does the channel have posts?";
    tie_site_links: "사이트에서 채널로 가는 링크가 있나요?", "Does the site link to the channel?";
    tie_channel_links: "채널에서 사이트로 가는 링크가 있나요?", "Does the channel link to the site?";
    tie_products: "파는 것이 사업자등록증의 업종과 맞나요?", "Do the goods fit the kind of business on the certificate?";

    file_production: "운영 중인 서비스의 화면인가요?", "Does it show the live service?";

    coverage_title: "항목마다 증명한 곳", "Where each item is proven";
    coverage_sum(proven: usize, all: usize): "심사받는 항목 {all}개 가운데 {proven}개를 두 곳 모두에서 확인할 수 있습니다.", "{proven} of {all} {items} under review can be seen in both places.", items = plural(all, "item", "items");
    column_screen: "가입 화면", "Sign-up screen";
    column_policy: "개인정보처리방침", "Privacy policy";
    seen_with: "필수·선택까지 있음", "With its condition";
    seen_without: "필수·선택 표시 없음", "Without its condition";
    seen_absent: "없음", "Not named";
    seen_unknown: "아직 알 수 없음", "Not known yet";
    by_overruled: "직접 읽음", "read by you";
    by_text: "붙여 넣은 글", "pasted text";
    by_mark: "이미지에 표시한 곳", "marked on a file";
    by_file: "증빙 파일", "evidence file";
    by_answer: "답한 내용", "your answer";
    by_screen: "가입 화면 전체에 대한 답", "your answer for the whole screen";
}
