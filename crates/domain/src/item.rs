//! The ten items that Kakao Sync can hand over, and on which conditions.

use serde::{Deserialize, Serialize};

/// The ten items, in the order of the FAQ. `#9`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// 프로필정보(닉네임/프로필사진): one line, two scopes.
    Profile,
    /// 카카오계정(이메일).
    AccountEmail,
    /// 카카오계정(전화번호).
    PhoneNumber,
    /// 이름.
    Name,
    /// 성별.
    Gender,
    /// 연계정보(CI).
    AccountCi,
    /// 생일 (month and day).
    Birthday,
    /// 출생연도.
    Birthyear,
    /// 연령대.
    AgeRange,
    /// 배송지 (receiver, address, telephone).
    ShippingAddress,
}

impl Item {
    /// All ten, in order.
    pub const ALL: [Item; 10] = [
        Item::Profile,
        Item::AccountEmail,
        Item::PhoneNumber,
        Item::Name,
        Item::Gender,
        Item::AccountCi,
        Item::Birthday,
        Item::Birthyear,
        Item::AgeRange,
        Item::ShippingAddress,
    ];

    /// The word for it in paths and JSON.
    pub fn key(self) -> &'static str {
        match self {
            Item::Profile => "profile",
            Item::AccountEmail => "account_email",
            Item::PhoneNumber => "phone_number",
            Item::Name => "name",
            Item::Gender => "gender",
            Item::AccountCi => "account_ci",
            Item::Birthday => "birthday",
            Item::Birthyear => "birthyear",
            Item::AgeRange => "age_range",
            Item::ShippingAddress => "shipping_address",
        }
    }

    /// The item with that key.
    pub fn from_key(key: &str) -> Option<Item> {
        Item::ALL.into_iter().find(|item| item.key() == key)
    }

    /// The scope IDs that developers send. <https://developers.kakao.com/docs/latest/ko/kakaologin/rest-api>.
    pub fn scopes(self) -> &'static [&'static str] {
        match self {
            Item::Profile => &["profile_nickname", "profile_image"],
            Item::AccountEmail => &["account_email"],
            Item::PhoneNumber => &["phone_number"],
            Item::Name => &["name"],
            Item::Gender => &["gender"],
            Item::AccountCi => &["account_ci"],
            Item::Birthday => &["birthday"],
            Item::Birthyear => &["birthyear"],
            Item::AgeRange => &["age_range"],
            Item::ShippingAddress => &["shipping_address"],
        }
    }

    /// What has to be granted before the item can be used. Rule 40: public note 69582275790.
    pub fn permission(self) -> Permission {
        match self {
            Item::Profile => Permission::None,
            Item::AccountEmail => Permission::BizApp,
            _ => Permission::Review,
        }
    }
}

/// What an item needs before it can be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Nothing.
    None,
    /// A biz app, of an individual too.
    BizApp,
    /// An approved consent-item review.
    Review,
}

/// When a person is asked for an item. Rule 41.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 필수 동의: without it nobody can sign up.
    Required,
    /// 선택 동의: asked at sign-up, may be left out.
    Optional,
    /// 이용 중 동의: never on the sign-up screen, asked later.
    DuringUse,
    /// 사용 안 함.
    #[default]
    NotUsed,
}

/// On which condition the site's own sign-up collects an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// It has to be given.
    Required,
    /// It may be left out.
    Optional,
    /// The site does not collect it at all.
    NotCollected,
}

/// At which moment the site collects an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// While signing up.
    Signup,
    /// While ordering, paying or arranging a delivery.
    Order,
    /// At some other moment after signing up.
    Later,
}

/// How a page (sign-up screen or privacy policy) names an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// The item is named and marked as required or optional.
    WithCondition,
    /// The item is named, but nothing says whether it is required or optional.
    WithoutCondition,
    /// The item is not named.
    Absent,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_its_own_key_and_finds_back() {
        for item in Item::ALL {
            assert_eq!(Item::from_key(item.key()), Some(item));
            assert_eq!(serde_json::to_value(item).unwrap(), item.key());
        }
    }
}
