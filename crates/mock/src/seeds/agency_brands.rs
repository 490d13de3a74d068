//! The sixty brands of the agency. All of them are made up; a real one of the same name would be a coincidence.

use domain::app::AppKind;
use domain::channel::ChannelState;

/// Where a brand stands on its way to Kakao Sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Linked; a draft that was only begun.
    Draft,
    /// Linked; the application waits for a reviewer.
    Submitted,
    /// Linked; a reviewer has opened the application.
    InReview,
    /// Linked; two items are held.
    OnHold,
    /// Linked; one item is rejected, the others are approved.
    Rejected,
    /// Linked; approved at the second attempt.
    Approved,
    /// Linked; the application was withdrawn.
    Withdrawn,
    /// The agency's own brand: 한지우 is master and owner.
    Own,
    /// Eleven channels, ten of them linked.
    Full,
    /// Three channels, two of them linked.
    Several,
    /// Linked; every third is approved, every third has a draft.
    Linked,
    /// Both sides can be linked and are not.
    Ready,
    /// The channel belongs to a sister company.
    Differs,
    /// The channel is not a business channel, or not for long.
    Channel(ChannelState),
    /// A business channel without business information.
    ChannelNoBusiness,
    /// The app is not one of a registered Korean business.
    App(AppKind),
    /// A biz app without business information.
    AppNoBusiness,
    /// The app is sanctioned.
    AppBlocked,
    /// Linked; the app's business information is under review.
    AppPending,
    /// 한지우 is below manager on the channel.
    BelowChannel,
    /// 한지우 is below editor on the app.
    BelowApp,
    /// A channel and no app.
    NoApp,
}

use Standing::{
    App, AppBlocked, AppNoBusiness, AppPending, Approved, BelowApp, BelowChannel, Channel,
    ChannelNoBusiness, Differs, Draft, Full, InReview, Linked, NoApp, OnHold, Own, Ready, Rejected,
    Several, Submitted, Withdrawn,
};

/// Slug, name, category, standing.
pub(super) const BRANDS: [(&str, &str, &str, Standing); 60] = [
    ("onyu", "온유 티하우스", "음식·음료", Submitted),
    ("haedam", "해담 반찬", "음식·음료", InReview),
    ("moonjar", "달항아리 도예", "쇼핑", OnHold),
    ("pureunsup", "푸른숲 캠핑", "여행", Rejected),
    ("nabiya", "나비야 꽃집", "쇼핑", Approved),
    ("slowmorning", "Slow Morning", "음식·음료", Withdrawn),
    ("gyeoul", "겨울빛 스튜디오", "사진", Draft),
    ("bareun", "바른 스튜디오", "비즈니스", Own),
    ("saegyeol", "새결 편의점", "쇼핑", Full),
    ("morak", "모락 우동", "음식·음료", Several),
    ("dasom-beauty", "다솜 뷰티", "뷰티", Several),
    ("eunharu", "은하루 안경", "쇼핑", Linked),
    ("paperplane", "Paper Plane", "여행", Linked),
    ("garam-kimchi", "가람 김치", "음식·음료", Linked),
    ("namu-toy", "나무결 장난감", "쇼핑", Linked),
    ("dalbit-bath", "달빛 목욕탕", "생활", Linked),
    ("ripple-swim", "Ripple Swim", "스포츠", Linked),
    ("masil", "마실 한과", "음식·음료", Linked),
    ("baram-bike", "바람결 자전거", "스포츠", Linked),
    ("sori-piano", "소리결 피아노", "교육", Linked),
    ("areum-hanbok", "아름결 한복", "쇼핑", Linked),
    ("jaru", "자루 곡물", "음식·음료", Linked),
    ("chorok-salad", "초록한입", "음식·음료", Linked),
    ("northlamp", "North Lamp", "쇼핑", Linked),
    ("parang-surf", "파랑 서핑", "스포츠", Linked),
    ("mapletype", "Maple & Type", "디자인", Linked),
    ("yeoul", "여울 문구", "쇼핑", Ready),
    ("dure", "두레 도시락", "음식·음료", Ready),
    ("gureum", "구름담 이불", "쇼핑", Ready),
    ("bitgaram", "빛가람 조명", "쇼핑", Ready),
    ("sandbox", "Sandbox Kids", "교육", Ready),
    ("nuri-dental", "누리결 치과", "건강", Ready),
    ("ondam", "온담 찻집", "음식·음료", Ready),
    ("ireum", "이름공방", "쇼핑", Ready),
    ("cloverline", "Cloverline", "패션", Ready),
    ("hwaro", "화로담 구이", "음식·음료", Ready),
    ("byeolgaru", "별가루 초콜릿", "음식·음료", Differs),
    ("tidalwave", "Tidal Wear", "패션", Differs),
    ("gaon-rental", "가온 렌탈", "생활", Differs),
    (
        "nadeul",
        "나들목 버스",
        "여행",
        Channel(ChannelState::InReview),
    ),
    (
        "dorani",
        "도란이 책방",
        "도서",
        Channel(ChannelState::InReview),
    ),
    (
        "velvetfox",
        "Velvet Fox",
        "패션",
        Channel(ChannelState::InReview),
    ),
    (
        "ssukssuk",
        "쑥쑥 농장",
        "음식·음료",
        Channel(ChannelState::Rejected),
    ),
    (
        "hanmadi",
        "한마디 영어",
        "교육",
        Channel(ChannelState::Rejected),
    ),
    (
        "mulbang",
        "물방울 세탁",
        "생활",
        Channel(ChannelState::Plain),
    ),
    (
        "jangdok",
        "장독대 된장",
        "음식·음료",
        Channel(ChannelState::Plain),
    ),
    (
        "tinyorbit",
        "Tiny Orbit",
        "쇼핑",
        Channel(ChannelState::Plain),
    ),
    (
        "gaeul-wine",
        "가을밤 와인",
        "음식·음료",
        Channel(ChannelState::Deleting),
    ),
    ("soban", "소반 밀키트", "음식·음료", ChannelNoBusiness),
    ("ppippi", "삐삐 오락실", "게임", App(AppKind::Basic)),
    ("olive-row", "Olive Row", "뷰티", App(AppKind::Basic)),
    ("hollo", "홀로서기 노트", "생산성", App(AppKind::Individual)),
    ("danji", "단지 화장품", "뷰티", AppNoBusiness),
    (
        "harbourtea",
        "Harbour Tea",
        "음식·음료",
        App(AppKind::Overseas),
    ),
    ("kkul", "꿀단지 벌꿀", "음식·음료", AppBlocked),
    ("isul", "이슬비 우산", "쇼핑", AppPending),
    ("gorae", "고래숲 체험관", "여행", BelowChannel),
    ("dotori", "도토리 유치원", "교육", BelowApp),
    ("sanho", "산호빛 다이빙", "스포츠", NoApp),
    ("luckysock", "Lucky Sock", "패션", NoApp),
];
