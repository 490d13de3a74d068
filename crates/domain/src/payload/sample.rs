//! Values that stand for a person's. All are made up; telephone numbers, addresses and identifiers belong to nobody.

use crate::item::Item;

/// The key that developers put in.
pub const CLIENT_ID: &str = "YOUR_REST_API_KEY";
/// The redirect URI when none is registered yet.
pub const REDIRECT_URI: &str = "https://your-service.example/oauth/kakao";
/// The value that ties an answer to its request.
pub const STATE: &str = "SAMPLE_STATE";
/// The authorisation code.
pub const CODE: &str = "SAMPLE_CODE";
/// App ID.
pub const APP_ID: i64 = 100_001;
/// Member number.
pub const USER_ID: i64 = 1_000_000_001;
/// When the person was linked.
pub const CONNECTED_AT: &str = "2026-01-02T03:04:05Z";
/// When the person was linked by Kakao Login, before Kakao Sync.
pub const CONNECTED_BEFORE: &str = "2025-01-02T03:04:05Z";
/// When CI was made.
pub const VERIFIED_AT: &str = "2025-06-07T08:09:10Z";
/// A picture.
pub const IMAGE: &str = "https://image.example/sample_640x640.jpg";
/// A small picture.
pub const THUMBNAIL: &str = "https://image.example/sample_110x110.jpg";
/// Nickname and name.
pub const NAME: &str = "예시이름";
/// The admin key that a webhook shows.
pub const ADMIN_KEY: &str = "KakaoAK YOUR_PRIMARY_ADMIN_KEY";
/// The name of a webhook.
pub const RESOURCE_ID: &str = "SAMPLE_RESOURCE_ID";
/// A person in a webhook, when the member number may not be told.
pub const OPEN_ID: &str = "SAMPLE_OPEN_ID";
/// Profile ID of a channel.
pub const CHANNEL_PUBLIC_ID: &str = "_SAMPLE";
/// Search ID of a channel.
pub const CHANNEL_UUID: &str = "@sample";

/// The value of an item that is one text; empty for those that are more.
pub fn value(item: Item) -> &'static str {
    match item {
        Item::AccountEmail => "sample@example.com",
        Item::PhoneNumber => "+82 10-0000-0000",
        Item::Name => NAME,
        Item::Gender => "female",
        Item::AccountCi => "SAMPLE_CI",
        Item::Birthday => "0102",
        Item::Birthyear => "2000",
        Item::AgeRange => "20~29",
        Item::Profile | Item::ShippingAddress => "",
    }
}

/// How Kakao calls a scope. <https://developers.kakao.com/docs/latest/ko/kakaologin/rest-api>.
pub fn display_name(scope: &str) -> &'static str {
    const NAMES: [(&str, &str); 11] = [
        ("profile_nickname", "닉네임"),
        ("profile_image", "프로필 사진"),
        ("account_email", "카카오계정(이메일)"),
        ("phone_number", "카카오계정(전화번호)"),
        ("name", "이름"),
        ("gender", "성별"),
        ("account_ci", "CI(연계정보)"),
        ("birthday", "생일"),
        ("birthyear", "출생 연도"),
        ("age_range", "연령대"),
        (
            "shipping_address",
            "배송지정보(수령인명, 배송지 주소, 전화번호)",
        ),
    ];
    NAMES
        .iter()
        .find(|(id, _)| *id == scope)
        .map_or("", |(_, name)| name)
}
