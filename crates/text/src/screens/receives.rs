//! What a service receives from Kakao: the words around addresses, answers and errors.

sentences! {
    title: "서비스가 받는 것", "What your service receives";
    lead: "위에서 고른 상황과 체크한 것을 그대로 따릅니다.", "It follows the situation and what is ticked above.";
    /// While what is required is not ticked.
    as_agreed: "필수에 모두 동의하고 계속한 것으로 보여 줍니다.", "Shown as if everything required were agreed to.";

    address_title: "로그인 주소", "Login address";
    client_id: "REST API 키", "REST API key";
    client_id_hint: "이 페이지에만 쓰이고 어디에도 저장하지 않습니다.", "Used on this page only and stored nowhere.";
    redirect_uri: "리다이렉트 URI", "Redirect URI";
    redirect_uri_hint: "비우면 등록한 첫 주소를 씁니다.", "Left empty, the first registered one is taken.";
    state: "위조 방지 값(state)", "State";
    state_hint: "요청마다 새로 만드는 값입니다.", "A value made anew for every request.";
    nonce: "ID 토큰 확인 값(nonce)", "Nonce";
    nonce_hint: "ID 토큰을 쓸 때만 넣습니다.", "Only with an ID token.";
    problems: "확인할 것", "To look at";

    back_title: "돌아오는 주소", "Where the person comes back";
    back_nowhere: "카카오 화면에 남아 돌아오지 않습니다.", "The person stays with Kakao and does not come back.";
    replies_title: "API 응답", "Answers of the API";
    guards: "주의할 것", "What to guard against";
    hooks_title: "웹훅", "Webhooks";
    hooks_none: "보낼 것이 없습니다.", "Nothing is sent.";
    faults_title: "만날 수 있는 오류", "Errors that can occur";
    fault_code: "코드", "Code";
    fault_place: "나오는 곳", "Where it shows";
    fault_meaning: "뜻과 할 일", "What it means";
    button_title: "로그인 버튼", "Login button";
    /// The name of a block of code for screen readers.
    block(name: &str): "{name} 내용", "{name}: content";
}
