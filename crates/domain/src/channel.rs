//! KakaoTalk channels and the business-channel conversion.

use serde::{Deserialize, Serialize};

use crate::business::Business;
use crate::id::ChannelId;
use crate::role::ChannelRole;

/// Where the conversion to a business channel stands. `#1`, `#3`.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChannelState {
    /// A plain channel; nobody asked for the conversion.
    #[default]
    Plain,
    /// The conversion is under review.
    InReview,
    /// The conversion was rejected; it may be asked for again.
    Rejected,
    /// A business channel (비즈니스 채널): its operator was verified.
    Business,
    /// The master asked for deletion; seven days later it is gone. Rule 11, rule 12: cs.kakao.com service 102.
    Deleting,
}

/// A KakaoTalk channel as the directory knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Channel {
    /// Identifier in this installation.
    pub id: ChannelId,
    /// Name that users see.
    pub name: String,
    /// Search ID (검색용 아이디): at most 15 characters of Hangul, a–z, 0–9; never changes.
    pub search_id: String,
    /// Profile ID, the last part of `pf.kakao.com/_XXXX`.
    pub public_id: String,
    /// Conversion state.
    pub state: ChannelState,
    /// Business information, once there is any.
    pub business: Option<Business>,
    /// Counts changes; starts at 1.
    pub version: u64,
}

impl Channel {
    /// The texts in which somebody with that role may search: a number that is shown only in part must not be found by guessing the rest.
    pub fn searched(&self, role: ChannelRole) -> Vec<String> {
        let number = self
            .business
            .as_ref()
            .filter(|_| role >= ChannelRole::Manager);
        let number = number.map(|business| business.number.to_string());
        [self.name.clone(), self.search_id.clone()]
            .into_iter()
            .chain(number)
            .collect()
    }
}

/// Longest search ID in characters. Rule 92: cs.kakao.com service 102.
pub const SEARCH_ID_CHARS_MAX: usize = 15;

/// Whether a text can be a channel's search ID. Rule 92.
pub fn is_search_id(text: &str) -> bool {
    let n = text.chars().count();
    (1..=SEARCH_ID_CHARS_MAX).contains(&n)
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ('가'..='힣').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::is_search_id;

    #[test]
    fn a_search_id_is_short_and_of_three_alphabets() {
        assert!(is_search_id("별하커피") && is_search_id("byeolha1"));
        for bad in ["", "Byeolha", "별하 커피", "a-b", "abcdefghijklmnop"] {
            assert!(!is_search_id(bad), "{bad}");
        }
    }
}
