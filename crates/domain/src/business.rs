//! Business information (사업자 정보): what joins an app and a channel.

use serde::{Deserialize, Serialize};

use crate::number::RegistrationNumber;

/// The three mandatory parts of business information. Rule 19: public note 29123774239; `#5`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// 사업자등록번호, ten digits with a right check digit, shown as `###-##-#####`.
    pub number: RegistrationNumber,
    /// 상호, exactly as on the registration certificate.
    pub trade_name: String,
    /// 대표자, exactly as on the registration certificate.
    pub representative: String,
}

/// Business information exactly as some page or certificate prints it; nothing is corrected, so that differences can be seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PrintedBusiness {
    /// The number as printed there; empty when it is not there.
    pub number: String,
    /// The trade name as printed there.
    pub trade_name: String,
    /// The representative as printed there.
    pub representative: String,
    /// The address as printed there; empty when it was not asked for.
    pub address: String,
}

impl PrintedBusiness {
    /// Whether nothing was entered at all.
    pub fn is_empty(&self) -> bool {
        self.number.trim().is_empty()
            && self.trade_name.trim().is_empty()
            && self.representative.trim().is_empty()
            && self.address.trim().is_empty()
    }
}

/// How the review of an app's business information stands; consent items are looked at only after it.
/// <https://developers.kakao.com/docs/en/kakaosync/prerequisite>.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BusinessReview {
    /// Not asked for yet.
    #[default]
    NotRequested,
    /// Under way.
    InReview,
    /// Approved.
    Approved,
    /// Rejected.
    Rejected,
}
