//! The answers to the questions that a plain copy of the console would not ask.

use domain::form::{
    BusinessShown, ClientSecret, IfAbsent, LicensedTrade, LoginLibrary, PublicProof,
};
use domain::plan::{StepId, StepState};

use crate::Lang;

words! {
    /// What happens to somebody without a value.
    if_absent(IfAbsent) {
        Ask: "사이트의 추가 페이지에서 물어봄", "They are asked on your own page";
        GoOn: "없는 대로 계속 이용함", "They go on without it";
        Refuse: "가입할 수 없음", "They cannot sign up";
    }

    /// Where a site shows its business information.
    business_shown(BusinessShown) {
        EveryPage: "로그인 전에도 모든 페이지 하단에 보임", "At the foot of every page, before signing in";
        OnePage: "로그인 없이 열리는 한 페이지에 보임", "On one page that opens without signing in";
        AfterClick: "접혀 있어서 눌러야 보임", "Only after a click, folded away";
        AfterLogin: "로그인한 뒤에만 보임", "Only after signing in";
        Nowhere: "어디에도 없음", "Nowhere";
    }

    /// A trade that needs a licence.
    licensed_trade(LicensedTrade) {
        None: "해당 없음", "None of these";
        Massage: "안마, 지압", "Massage and acupressure";
        Alcohol: "주류", "Alcoholic drinks";
        Tobacco: "담배, 전자담배", "Tobacco and e-cigarettes";
        Clinic: "병원, 의원", "Hospitals and clinics";
        Pharmacy: "약국, 의약품", "Pharmacies and medicines";
        MedicalDevice: "의료기기", "Medical devices";
        HealthFood: "건강기능식품", "Health foods";
        Lending: "대부업", "Loans";
        Finance: "보험, 투자 등 금융", "Insurance, investment and other finance";
        RealEstate: "부동산 중개", "Estate agency";
        Academy: "학원, 교습소", "Private schools and academies";
        Other: "그 밖에 인허가가 필요한 업종", "Another trade that needs a licence";
    }

    /// A proof that everybody can look at.
    public_proof(PublicProof) {
        Footer: "사이트 하단의 사업자 정보", "Business information at the foot of the site";
        SitePage: "사이트의 공지나 회사 소개 페이지", "Notice or company page on the site";
        PressArticle: "언론 기사", "Press article";
        PlaceListing: "지도의 장소 정보", "Entry in a map or place directory";
        SignboardPhoto: "간판 사진", "Photograph of the signboard";
        AgencyContract: "대행 계약서", "Agency contract";
        Trademark: "상표 등록", "Registered trade mark";
        ChannelPost: "채널에 올린 소식", "Post on the channel";
        MarketplacePage: "판매자가 보이는 오픈마켓 페이지", "Marketplace page that names the seller";
    }

    /// A step on the way to a working login.
    plan_step(StepId) {
        ConvertApp: "비즈 앱으로 전환", "Convert the app to a biz app";
        ChannelReview: "비즈니스 채널 전환 심사", "Business-channel review";
        BusinessReview: "사업자 정보 심사", "Review of the business information";
        Link: "채널 연결", "Link the channel";
        ItemReview: "동의항목 심사", "Review of the consent items";
        SwitchOn: "간편가입 켜기", "Switch simple signup on";
    }

    /// How a step stands.
    step_state(StepState) {
        Done: "끝남", "Done";
        Now: "지금 할 수 있음", "Can be done now";
        InReview: "심사 중", "In review";
        Waits: "앞 단계를 기다림", "Waits for the step before";
    }

    /// How the client secret is handled.
    client_secret(ClientSecret) {
        Off: "사용 안 함", "Switched off";
        Sent: "사용하고 코드에서 보냄", "On, and the code sends it";
        NotSent: "사용하지만 코드에서 보내지 않음", "On, but the code does not send it";
    }
}

/// What signs people in; most call themselves the same in every language.
pub fn login_library(lang: Lang, library: LoginLibrary) -> &'static str {
    library.name().unwrap_or_else(|| {
        if library == LoginLibrary::Own {
            lang.pick(
                "REST API로 직접 만듦",
                "Written by hand against the REST API",
            )
        } else {
            lang.pick("다른 라이브러리", "Another library")
        }
    })
}
