//! Proof: the sign-up, the service and its pages, and the files that show them.

use crate::plural;

sentences! {
    lead: "심사자는 가입 화면과 개인정보처리방침을 신청서와 맞춰 봅니다.", "The reviewer compares your sign-up screen and your privacy policy with the application.";
    signup_title: "회원가입", "Sign-up";
    signup_kind: "사람들이 지금 어떻게 가입하나요?", "How do people sign up today?";
    signup_url: "회원가입 화면 주소", "Address of the sign-up page";
    signup_url_hint: "로그인 없이 열리는 주소를 적으세요. 예: https://example.com/join", "An address that opens without signing in, for example https://example.com/join";
    signup_open: "이 주소가 로그인 없이 열리나요?", "Does it open without signing in?";

    matrix_title: "항목마다 어디에 어떻게 적혀 있나요?", "Where is each item named, and how?";
    matrix_caption: "항목과 증빙", "Items and proof";
    column_item: "항목", "Item";

    service_title: "서비스", "Service";
    service_name: "서비스 이름", "Service name";
    service_url: "서비스 주소", "Service address";
    service_launched: "지금 운영하고 있나요?", "Is it running today?";
    service_open: "로그인 없이 둘러볼 수 있나요?", "Can it be looked at without signing in?";
    reviewer_access: "심사자는 어떻게 들어가나요?", "How does a reviewer get in?";
    button_visible: "카카오 로그인 버튼이 사이트에 보이나요?", "Can the Kakao Login button be seen on the site?";
    privacy_url: "개인정보처리방침 주소", "Address of the privacy policy";
    terms_url: "이용약관 주소", "Address of the terms of use";
    policies_open: "두 문서가 로그인 없이 열리나요?", "Do both open without signing in?";
    withdrawal: "회원은 어떻게 탈퇴하나요?", "How do members leave?";
    withdrawal_hint: "메뉴나 주소를 적으세요. 예: 내 정보 > 회원 탈퇴", "A menu or an address, for example My page > Close account";
    launch_date: "서비스를 여는 날", "Launch date";
    launch_date_hint: "아직 열지 않았을 때만 적으세요. 예: 2027-01-31", "Only if it is not open yet, for example 2027-01-31.";
    business_site: "사이트에 적힌 사업자 정보", "Business information on the site";
    business_certificate: "사업자등록증의 사업자 정보", "Business information on the certificate";
    business_hint: "적힌 글자 그대로 옮기세요. 빈칸과 괄호도 맞춰 봅니다.", "Copy it letter by letter. Spaces and brackets count.";
    number: "사업자등록번호", "Business registration number";
    number_read_as(number: &str): "{number} 번호로 읽었습니다", "Read as {number}";
    trade_name: "상호", "Trade name";
    representative: "대표자 이름", "Representative";

    login_title: "로그인 개발", "How the login is built";
    login_lead: "개발자가 아는 내용입니다. 몰라도 신청할 수 있습니다.", "For developers. You can apply without it.";
    one_per_line: "한 줄에 하나씩 적으세요.", "One on each line.";
    scopes_sent: "코드가 실제로 보내는 동의항목 ID", "Scope IDs that the code really sends";
    account_key: "무엇으로 계정을 구별하나요?", "By what are accounts told apart?";
    account_key_number: "카카오 회원번호", "Kakao's member number";

    files_title: "증빙 파일", "Evidence files";
    files_count(count: usize, limit: usize): "파일 {count}개 · {limit}개까지", "{count} of {limit} {files}", files = plural(limit, "file", "files");
    files_hint: "PDF, PNG, JPEG 파일을 하나에 10 MB까지 올릴 수 있습니다.", "PDF, PNG or JPEG, up to 10 MB each.";
    files_mask: "증빙 이미지에 실제 회원 정보가 있으면 가리고 올리세요.", "Cover real members' data before uploading.";
    files_empty: "아직 파일이 없습니다.", "There are no files yet.";
    choose_button: "파일 고르기", "Choose files";
    drop_here: "여기에 파일을 놓아도 됩니다", "You can drop files here, too";
    uploading(name: &str): "{name} 파일을 올리는 중입니다", "Uploading {name}";
    uploaded(name: &str): "{name} 파일을 올렸습니다", "{name} is uploaded";
    not_uploaded(name: &str): "{name} 파일을 올리지 못했습니다", "{name} was not uploaded";
    file_kind: "어떤 파일인가요?", "What is it?";
    file_page: "어느 화면인가요?", "Which page does it show?";
    file_shows: "이 파일에서 보이는 항목", "Items that can be seen on it";
    file_masked: "실제 회원 정보를 가렸거나 들어 있지 않습니다", "Real members' data are covered, or there are none";
    file_description: "심사자에게 설명", "What the reviewer sees there";
    file_description_hint: "예: 휴대폰 번호(필수) 칸이 가입 화면 가운데에 있습니다.", "For example: the field “Mobile number (required)” in the middle of the sign-up screen.";
    file_remove_button: "파일 빼기", "Remove the file";
    file_removed(name: &str): "{name} 파일을 뺐습니다", "{name} is removed";

    kind_unsaid: "파일 종류를 고르지 않음", "Kind not chosen";
    page_unsaid: "화면을 고르지 않음", "Page not chosen";
    masked_yes: "회원 정보를 가렸다고 확인함", "Confirmed: members' data are covered";
    masked_no: "회원 정보를 가렸는지 확인하지 않음", "Not confirmed that members' data are covered";
    no_description: "설명이 없는 증빙 이미지", "Evidence image without a description";
    loading_picture: "이미지를 불러오는 중입니다", "Loading the image";
    download_button: "내려받기", "Download";
    /// A file that is not there any more.
    missing: "파일을 가져오지 못해 확인할 수 없습니다.", "The file could not be fetched, so nothing can be confirmed by it.";

    business_title: "사업자 정보", "Business information";
    number_hint: "숫자 10자리입니다. 빈칸이나 줄표는 있어도 됩니다.", "10 digits. Spaces and hyphens do not matter.";
    signup_picture: "심사자가 가입 화면을 볼 수 있게 화면 이미지나 기획안을 아래에 올리세요.", "Upload pictures or a plan of the sign-up below, so that the reviewer can see it.";
    launch_date_wrong: "2027-01-31처럼 연도, 월, 일을 줄표로 나누어 적으세요.", "Write year, month and day with hyphens, like 2027-01-31.";
    choose_one: "고르세요", "Choose one";
    marks(count: usize): "표시 {count}곳", "{count} {places} marked", places = plural(count, "place", "places");
    not_live: "운영 중인 화면 아님", "not the live service";
    shows_item(item: &str, file: &str): "{file} 파일에 「{item}」 항목이 보임", "{item} can be seen on {file}";
}
