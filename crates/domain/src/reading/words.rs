//! The words that the reader knows, grouped by meaning. A word is written without spaces and in small letters; it is found whatever the spacing.

use super::{Purpose, Section};
use crate::item::Item;

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// One of the ten items. Weak words ("telephone" beside "mobile") count only where no strong one does.
    Item(Item, Strength),
    /// A whole date of birth: birthday and birth year.
    BirthDate,
    /// Something else that is collected.
    Other,
    /// Required (`true`) or optional.
    Mark(bool),
    /// "required/optional": the name of a column, not a condition.
    BothMarks,
    /// What something is collected for.
    For(Purpose),
    /// "when", "in the course of": makes a purpose in a sentence govern what follows.
    When,
    /// What a part of the text is about.
    About(Section),
    /// How things are collected, who may look at them, how they are kept safe: items there are not collected items.
    Aside,
    /// The name of a table column that is not one of the sections.
    Column,
    /// Belongs to a sentence that says something is collected.
    Collects,
    /// Says that what stands before it is not collected.
    Never,
    /// Belongs to a sentence about refusing or leaving out.
    Refusal,
    /// Somebody or something else, whose name or number the next item is.
    Whose,
    /// A guardian: everything that follows in the list is theirs.
    Guardian,
    /// "and", "or".
    And,
    /// Ends one half of a sentence.
    Half,
    /// Introduces a list: "the following".
    Follows,
    /// Business facts of a page's foot.
    Footer,
    /// Deleting the account.
    Withdrawal,
    /// Looks like a word above and is none.
    Nothing,
}

/// How much a word says on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Weak,
    Strong,
}

use Strength::{Strong, Weak};

/// Where a group's words may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// Anywhere: Korean compounds are written in one.
    Anywhere,
    /// Only where a word begins.
    Word,
}

use Begins::{Anywhere, Word as AtWord};

/// Every group: meaning, where it may begin, its words.
pub(super) static GROUPS: &[(Word, Begins, &str)] = &[
    (Word::About(Section::Retention), AtWord, "보유 보존 보관"),
    (Word::Item(Item::Name, Strong), AtWord, "실명"),
    (Word::For(Purpose::Enquiry), AtWord, "문의"),
    (Word::Mark(true), Anywhere, "werequire"),
    (
        Word::Item(Item::Profile, Strong),
        Anywhere,
        "닉네임 닉내임 프로필 프로필정보 프로필이름 프로필명 별칭 활동명 표시이름 대화명 nickname nickname(s) nicknames displayname profile profileinformation profileinfo profilename",
    ),
    (Word::Item(Item::Profile, Strong), AtWord, "별명"),
    (
        Word::Item(Item::Profile, Weak),
        Anywhere,
        "프로필사진 프로필이미지 프로필사진url 프로필이미지url 아바타 profileimage profilephoto profilepicture profilepic avatar",
    ),
    (
        Word::Item(Item::AccountEmail, Strong),
        Anywhere,
        "이메일 이메일주소 이메일계정 이-메일 이멜 e메일 e메일주소 e-메일 e-메일주소 전자우편 전자우편주소 전자메일 전자메일주소 메일주소 email emails e-mail e-mails emailaddress e-mailaddress emailaddresses",
    ),
    (
        Word::Item(Item::PhoneNumber, Strong),
        Anywhere,
        "휴대폰번호 휴대폰 휴대전화번호 휴대전화 핸드폰번호 핸드폰 휴대번호 모바일번호 모바일전화번호 무선전화번호 카카오계정(전화번호) 이동전화번호 이동전화 mobilephonenumber mobilenumber mobilephone mobile cellphone cellphonenumber cellnumber cell-phone hp h.p",
    ),
    (
        Word::Item(Item::PhoneNumber, Weak),
        Anywhere,
        "전화번호 연락처 phonenumber phonenumbers phone telephone telephonenumber contactnumber tel contactphone",
    ),
    (
        Word::Item(Item::Name, Strong),
        Anywhere,
        "이름 성명 성함 회원명 회원이름 고객명 name names fullname realname firstname lastname legalname givenname surname firstandlastname firstnameandlastname",
    ),
    (
        Word::Item(Item::Gender, Strong),
        AtWord,
        "성별 성별정보 gender sex",
    ),
    (
        Word::Item(Item::AccountCi, Strong),
        AtWord,
        "ci ci값 ci정보 ci(연계정보)",
    ),
    (
        Word::Item(Item::AccountCi, Strong),
        Anywhere,
        "연계정보 연계정보(ci) 본인확인값 connectinginformation connectioninformation",
    ),
    (
        Word::BirthDate,
        Anywhere,
        "생년월일 생년월일정보 출생일 출생년월일 출생일자 dateofbirth birthdate birthdates dob",
    ),
    (
        Word::Item(Item::Birthday, Strong),
        AtWord,
        "생일 생월일 생일(월일) 생일정보 태어난날 birthday birthdays",
    ),
    (Word::Item(Item::Birthyear, Strong), AtWord, "생년"),
    (
        Word::Item(Item::Birthyear, Strong),
        Anywhere,
        "출생연도 출생년도 출생년 출생연 출생해 태어난해 태어난연도 태어난년도 생년도 birthyear yearofbirth",
    ),
    (
        Word::Item(Item::AgeRange, Strong),
        Anywhere,
        "연령대 나이대 agerange agegroup agebracket",
    ),
    (
        Word::Item(Item::AgeRange, Weak),
        AtWord,
        "나이 연령 age ages",
    ),
    (
        Word::Item(Item::ShippingAddress, Strong),
        Anywhere,
        "배송지 배송지정보 배송지주소 배송주소 배달주소 배달지 배달지주소 수령지 수령지주소 배송정보 shippingaddress deliveryaddress shippinginformation",
    ),
    (
        Word::Item(Item::ShippingAddress, Weak),
        Anywhere,
        "주소 주소지 자택주소 집주소 거주지주소 거주지 상세주소 우편주소 주소정보 address addresses homeaddress mailingaddress postaladdress residentialaddress",
    ),
    (
        Word::Other,
        Anywhere,
        "비밀번호 패스워드 비번 아이디 로그인아이디 로그인id 회원id 이용자id 사용자id 주민등록번호 주민번호 외국인등록번호 여권번호 운전면허번호 운전면허 계좌번호 계좌정보 환불계좌 환불계좌정보 은행계좌정보 은행명 예금주 예금주명 입금자명 카드번호 신용카드정보 카드정보 결제정보 결제기록 결제내역 결제수단 결제수단정보 카드사명 유효기간 직업 직책 직급 부서 소속 회사명 학교 학교명 학력 국적 혈액형 신장 몸무게 체중 결혼여부 결혼기념일 기념일 종교 취미 관심분야 관심사 추천인 추천인아이디 추천인id 차량번호 차종 위치정보 우편번호 지역 거주지역 거주지역정보 일반전화 일반전화번호 유선전화 유선전화번호 자택전화 자택전화번호 집전화 집전화번호 회사전화번호 회사전화 직장전화번호 직장전화 팩스번호 비상연락처 긴급연락처 중복가입확인정보 중복가입확인정보(di) 암호화된동일인식별정보 본인인증정보 본인확인정보 본인인증결과 가입경로 유입경로 사업자등록번호 회원번호 식별자 고유식별자 회원식별값 회원식별번호 이용자식별자 서비스이용기록 접속로그 접속기록 접속ip 접속ip정보 쿠키 기기정보 단말기정보 기기모델 방문일시 문의내용 상담내용 배송메시지 배송메모 수령인 수령인명 수취인 수취인명 받는사람 받는분 주문자명 구매자명 영문명 영문이름 필명 건강정보 사진 통신사 이동통신사 내외국인 내외국인정보 ip주소 ip어드레스 mac주소 맥주소 password passwords username userid loginid passportnumber occupation nationality ipaddress ipaddresses macaddress cookies cookie devicename deviceinformation deviceid logdata paymentinformation cardnumber bankaccount zipcode postalcode postcode companyname recipientname receivername cardholdername",
    ),
    (Word::Other, AtWord, "id di 키 di값"),
    (
        Word::Mark(true),
        Anywhere,
        "필수 필수적 필수항목 필수사항 필수정보 필수수집항목 필수수집정보 필수동의항목 필수입력 필수입력항목 필수입력사항 필수적수집항목 필수개인정보 필수동의 의무항목 의무수집 의무적 필수입력정보 반드시입력 required mandatory requireditems requiredinformation requiredinfo requiredfields mandatoryitems compulsory",
    ),
    (
        Word::Mark(false),
        AtWord,
        "선택 선택적 선택항목 선택사항 선택정보 선택수집항목 선택수집정보 선택동의항목 선택입력 선택입력항목 선택입력사항 선택적수집항목 선택개인정보 선택동의 임의항목 임의수집 임의적 임의입력 자율항목 선택입력정보 optional optionally optionalitems optionalinformation optionalinfo optionalfields",
    ),
    (
        Word::BothMarks,
        Anywhere,
        "필수/선택 필수,선택 필수/선택여부 필수선택 필수선택여부 필수및선택 필수또는선택 필수여부 필수/선택구분 required/optional 선택/필수 필수(선택) 필수와선택 필수혹은선택 필수·선택",
    ),
    (
        Word::Nothing,
        Anywhere,
        "선택하 선택할 선택한 선택된 선택되 선택해 선택권 선택약정 선택쿠키 필수쿠키 필수서류 필수불가결 선택과목 필수과목 선택시 임의로 선택버튼 선택삭제 선택안함",
    ),
    (
        Word::For(Purpose::Signup),
        Anywhere,
        "회원가입 회원가입시 가입시 가입신청 회원등록 회원관리 회원정보 회원서비스 회원제서비스 회원제 회원서비스이용 회원식별 일반회원 카카오회원 카카오가입 카카오간편가입 네이버회원 구글회원 애플회원 sns가입 소셜가입 신규회원 온라인회원 개인회원 정회원 간편회원 통합회원 계정생성 계정등록 계정관리 계정정보 최초가입 서비스가입 가입및 회원및 sns회원 소셜회원 카카오로그인 카카오계정 카카오싱크 카카오톡로그인 소셜로그인 간편로그인 간편가입 간편회원가입 sns로그인 sns계정 소셜계정 네이버로그인 구글로그인 애플로그인 로그인 회원이되 signup signsup signingup sign-up registration register registers registering membership createanaccount creatinganaccount createyouraccount accountcreation accountregistration kakaologin sociallogin login log-in signin account accounts",
    ),
    (
        Word::For(Purpose::Order),
        Anywhere,
        "주문 결제 구매 배송 배달 환불 교환 반품 예약 대금 대금결제 재화 재화또는서비스 유료서비스 계약이행 비회원 비회원주문 비회원구매 정기결제 구독결제 현금영수증 세금계산서 order orders ordering purchase purchases payment payments checkout delivery shipping billing refund refunds reservation booking",
    ),
    (
        Word::For(Purpose::Enquiry),
        Anywhere,
        "문의하기 상품문의 상담 고객상담 고객문의 고객센터 고객지원 민원 민원처리 고충 고충처리 불만처리 a/s as접수 1:1문의 q&a 고객응대 inquiry inquiries enquiry enquiries customersupport customerservice customercare supportrequest contactus",
    ),
    (
        Word::For(Purpose::Marketing),
        Anywhere,
        "마케팅 이벤트 광고 광고성 프로모션 경품 뉴스레터 홍보 설문 설문조사 응모 맞춤형광고 혜택안내 쇼핑정보 marketing event events newsletter promotion promotions promotional advertising advertisement survey sweepstakes",
    ),
    (
        Word::For(Purpose::Automatic),
        Anywhere,
        "자동수집 자동으로 자동생성 자동수집항목 자동으로수집 자동으로생성 서비스이용과정 이용과정에서 이용하는동안 생성정보 자동수집장치 쿠키의 automatically automaticcollection usagedata",
    ),
    (
        Word::For(Purpose::ThirdParty),
        Anywhere,
        "제3자제공 제공받는자 제공받는자의 제휴사 국외이전 이전받는자 수탁업체 수탁자 위탁업무 위탁업체 위탁받는자 위탁하는 처리위탁 개인정보처리위탁 thirdparty thirdparties third-party processors serviceproviders",
    ),
    (
        Word::For(Purpose::Retention),
        Anywhere,
        "관련법령 관계법령 법령에의한 법령에따라 전자상거래등에서 통신비밀보호법 전자금융거래법 보존근거 보존기간 보존항목 휴면회원 분리보관",
    ),
    (
        Word::For(Purpose::Verification),
        Anywhere,
        "본인확인 본인인증 본인확인시 실명인증 실명확인 성인인증 identityverification",
    ),
    (
        Word::For(Purpose::Other),
        Anywhere,
        "채용 입사지원 이력서 제휴문의 입점신청 입점문의 파트너신청 판매자 판매회원 사업자회원 기업회원 단체회원 단체아이디 강사 제휴 입점 recruitment jobapplication",
    ),
    (
        Word::When,
        Anywhere,
        "시에 시: 때 경우 과정 과정에서 위해 위하여 위한 목적으로 단계 시점 할때 동안 when during upon while",
    ),
    (
        Word::About(Section::Items),
        Anywhere,
        "항목 수집항목 수집하는개인정보 수집하는정보 개인정보항목 개인정보의항목 수집정보 수집되는개인정보 수집되는정보 처리하는개인정보 수집및이용동의 수집,이용동의 수집,이용 수집이용동의 수집개인정보 수집하는개인정보항목 수집하는개인정보의항목 처리하는개인정보의항목 처리하는개인정보항목 개인정보수집 정보를수집 무엇을수집 informationwecollect itemscollected datawecollect informationcollected personalinformationcollected itemsofpersonalinformation personaldatawecollect whatwecollect collectionofpersonal",
    ),
    (
        Word::About(Section::Purpose),
        Anywhere,
        "목적 이용목적 수집목적 처리목적 수집및이용목적 수집,이용목적 처리의목적 왜수집 howweuse purpose purposes useofinformation useofyour",
    ),
    (
        Word::About(Section::Retention),
        Anywhere,
        "보유기간 보유및이용기간 보유,이용기간 보유이용기간 보관기간 이용기간 처리및보유기간 개인정보보유 retention howlong retain retained keepyour",
    ),
    (
        Word::About(Section::Destruction),
        Anywhere,
        "파기 파기절차 파기방법 즉시삭제 지체없이삭제 destroy destruction deletion delete erase",
    ),
    (
        Word::About(Section::ThirdParty),
        Anywhere,
        "제3자 제삼자 제3자에게 3자제공 다른곳에제공 thirdparty",
    ),
    (
        Word::About(Section::Outsourcing),
        Anywhere,
        "위탁 수탁 업무위탁 outsourcing outsource outsourced processor subprocessors",
    ),
    (
        Word::About(Section::Rights),
        Anywhere,
        "정보주체의권리 이용자의권리 이용자및법정대리인의권리 권리 행사방법 열람 yourrights rights",
    ),
    (
        Word::About(Section::Officer),
        Anywhere,
        "보호책임자 관리책임자 개인정보책임자 정보책임자 개인정보관리책임자 개인정보보호책임자 정보관리책임자 정보보호책임자 개인정보관리담당자 개인정보보호담당자 보호담당자 관리담당자 정보보호책임 담당부서 개인정보담당 문의처 고객서비스담당 privacyofficer dataprotectionofficer dpo cpo contactinformation howtocontact",
    ),
    (
        Word::Aside,
        Anywhere,
        "안전성확보 개인정보수집방법 개인정보의수집방법 개인정보수집의방법 안전성 기술적 관리적 보안 수집방법 권익침해 구제방법 고지의무 방침의변경 링크사이트 처리방침변경 security changestothis",
    ),
    (
        Word::Column,
        AtWord,
        "구분 분류 유형 시점 비고 근거 법적근거 수집근거 서비스 서비스명 업무 동의여부 category type remarks legalbasis",
    ),
    (
        Word::Collects,
        Anywhere,
        "수집 입력 제공받 기입 기재 받습니다 받고 받을수 받으며 요구 요청 필요 처리하 collect collects collected provide provided enter ask request obtain receive require requires",
    ),
    (
        Word::Never,
        Anywhere,
        "수집하지 받지않 받지아니 요구하지 요청하지 저장하지 보관하지 처리하지 미수집 수집안함 수집하지않 수집,이용하지 수집및이용하지 notcollect notknowinglycollect nevercollect don'tcollect dontcollect notask notrequest notstore notrequire",
    ),
    (
        Word::Refusal,
        Anywhere,
        "않아도 않더라도 아니하더라도 아니하여도 아니해도 안하셔도 안해도 거부 불이익 제한 동의하지 미동의 없이도 입력하지 미입력 기재하지 refuse refusal withoutconsent decline ifyoudonot",
    ),
    (
        Word::Whose,
        Anywhere,
        "업체 상품 회사의 기업 단체 법인 매장 맛집 가게 병원 기관 파일 도메인 반려동물 반려견 반려묘 펫 자녀 아이의 아동 수령인의 수취인의 받는사람의 받는분의 추천인의 거래자 대표자 대표 카드사 은행 쇼핑몰 브랜드 홈페이지 사이트 url 지갑 회사 직장 사업장 사무실 인터넷 컴퓨터 담당자의 친구 file domain company business product brand device host website web wallet server child pet",
    ),
    (
        Word::Guardian,
        Anywhere,
        "법정대리인 법정대리인의 보호자 친권자 guardian guardian's legalrepresentative legalguardian",
    ),
    (Word::And, AtWord, "및 와 과 또는 혹은 and or"),
    (
        Word::Half,
        Anywhere,
        "하고, 하며, 하고있으며 하며 되며 이고 이며 이고, 그리고 수집하고 수집하며 받고 으며,",
    ),
    (
        Word::Follows,
        Anywhere,
        "다음 아래 다음과같은 아래와같은 다음과같이 아래와같이 다음의 아래의 following asfollows",
    ),
    (
        Word::Footer,
        Anywhere,
        "상호 상호명 통신판매업 통신판매업신고 통신판매 사업자번호 사업자정보 호스팅제공자 호스팅서비스 대표이사 copyright allrightsreserved",
    ),
    (
        Word::Withdrawal,
        Anywhere,
        "회원탈퇴 탈퇴하기 서비스탈퇴 계정삭제 탈퇴시 회원탈회 탈퇴신청 deleteyouraccount deleteaccount closeyouraccount accountdeletion withdrawalofmembership membershipwithdrawal deletemyaccount",
    ),
    (
        Word::Nothing,
        Anywhere,
        "동의를받지않 동의를받지아니 동의를받고 yearsofage underage 이메일수신 이메일발송 이메일인증 이메일인증코드 이메일무단수집 이메일문의 이메일상담 이메일마케팅 이메일알림 메일수신 연락처목록 여성명 남성명 개인정보관리 정보관리 주소록 성명서 연령별 연령확인 연령제한 나이스 하나이 나이키 회원탈퇴 휴대폰본인인증 휴대폰인증 휴대폰본인확인 휴대폰결제 휴대폰소액결제 휴대전화인증 휴대전화본인인증 휴대폰기종 휴대폰모델 휴대폰단말기 프로필설정 생일쿠폰 생일축하 생일혜택 생일선물 전화번호인증 모바일기기 모바일앱 모바일웹 배송지관리 배송지명 구매자이름 이름표 성별통계 이름변경 정보를제공 서비스제공 emailnotification profiling mobileapp mobileapplication mobileapps mobiledevice mobiledevices mobileweb mobileservice addresses: filenames",
    ),
];
