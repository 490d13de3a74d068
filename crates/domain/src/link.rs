//! Links between biz apps and business channels. `#4`–`#6`.

use serde::{Deserialize, Serialize};

use crate::id::{AppId, ChannelId};
use crate::time::Time;

/// Most channels linked to one app. `#6`.
pub const LINKS_MAX: usize = 10;

/// A channel linked to an app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// The app.
    pub app: AppId,
    /// The channel.
    pub channel: ChannelId,
    /// Its place among the ten, 0 to 9; the store refuses a second link in the same place.
    pub slot: u8,
    /// Whether the consent screen shows this channel. Exactly one link of an app is. Rule 32.
    pub representative: bool,
    /// When it was linked.
    pub linked_at: Time,
}

/// The free places among the ten, lowest first.
pub fn free_slots(links: &[Link]) -> Vec<u8> {
    (0..u8::try_from(LINKS_MAX).unwrap_or(u8::MAX))
        .filter(|slot| links.iter().all(|link| link.slot != *slot))
        .collect()
}

/// The links that result when one is taken away: if it was the representative one, the oldest of the others takes over,
/// for exactly one has to be. Our judgement.
pub fn without(links: &[Link], channel: &ChannelId) -> Vec<Link> {
    let mut rest: Vec<Link> = links
        .iter()
        .filter(|link| link.channel != *channel)
        .cloned()
        .collect();
    if !rest.iter().any(|link| link.representative)
        && let Some(oldest) = rest
            .iter_mut()
            .min_by_key(|link| (link.linked_at, link.slot))
    {
        oldest.representative = true;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(slot: u8, representative: bool) -> Link {
        Link {
            app: AppId::parse("app").unwrap(),
            channel: ChannelId::parse(&format!("ch{slot}")).unwrap(),
            slot,
            representative,
            linked_at: Time::from_millis(i64::from(slot)),
        }
    }

    #[test]
    fn a_full_app_has_no_free_slot() {
        let ten: Vec<Link> = (0..10).map(|slot| link(slot, slot == 0)).collect();
        assert!(free_slots(&ten).is_empty());
        assert_eq!(free_slots(&ten[1..]), [0]);
    }

    #[test]
    fn exactly_one_link_stays_representative() {
        let three = [link(0, true), link(1, false), link(2, false)];
        let rest = without(&three, &three[0].channel);
        assert_eq!(rest.iter().filter(|l| l.representative).count(), 1);
        assert!(rest[0].representative);
        assert!(without(&three[..1], &three[0].channel).is_empty());
    }
}
