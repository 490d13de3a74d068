//! A share: a link that shows the consent screen to whoever holds it, for some days, and nothing else of the application.

use serde::{Deserialize, Serialize};

use crate::application::{AppFacts, ChannelFacts, Document, Format, Goal};
use crate::form::{Form, ItemRequest};
use crate::id::ChannelId;
use crate::time::Time;

/// For how many days a link can be made. Our judgement: a meeting, a week's feedback, a month's project.
pub const DAYS: [u8; 3] = [1, 7, 30];
/// Most links of one application that are open at the same time. Our judgement.
pub const OPEN_MAX: usize = 20;
/// Most links of one application that are remembered, the ended ones included: the oldest ended ones are forgotten first.
pub const KEPT_MAX: usize = 100;

/// How a link ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// Its days are over.
    Expired,
    /// Somebody took it back.
    Revoked,
}

/// How and when a link ended; `None` as long as it is open. What happened first counts.
pub fn end(expires_at: Time, revoked_at: Option<Time>, now: Time) -> Option<(End, Time)> {
    match revoked_at {
        Some(at) if at < expires_at => Some((End::Revoked, at)),
        _ if expires_at <= now => Some((End::Expired, expires_at)),
        Some(at) => Some((End::Revoked, at)),
        None => None,
    }
}

/// Only what the consent screen is made of. Everything is named that goes in, so that what an application comes to hold later stays out.
/// Channels get identifiers that say nothing.
pub fn shown(document: &Document) -> Document {
    let app = &document.app;
    let form = &document.form;
    let mut channels = Vec::new();
    let mut chosen = None;
    for (n, channel) in document.channels.iter().enumerate() {
        let Ok(id) = ChannelId::parse(&format!("channel-{}", n + 1)) else {
            continue;
        };
        if form.channel.as_ref() == Some(&channel.id) {
            chosen = Some(id.clone());
        }
        channels.push(ChannelFacts {
            id,
            name: channel.name.clone(),
            state: None,
            business: None,
            representative: channel.representative,
            dormant: None,
            my_role: None,
        });
    }
    let items = form.used().map(|(item, asked)| {
        let shown = ItemRequest {
            stage: asked.stage,
            collect_if_absent: asked.collect_if_absent,
            ..ItemRequest::default()
        };
        (item, shown)
    });
    Document {
        format: Format::V1,
        app: AppFacts {
            name: app.name.clone(),
            company: app.company.clone(),
            icon: app.icon,
            ..AppFacts::default()
        },
        // The one that was chosen is not linked any more: then none is shown, here as there.
        form: Form {
            items: items.collect(),
            terms: form.terms.clone(),
            channel: chosen.or_else(|| {
                form.channel
                    .as_ref()
                    .and_then(|_| ChannelId::parse("channel-0").ok())
            }),
            over_14: form.over_14,
            ..Form::default()
        },
        channels,
        goal: Goal::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_link_first_counts() {
        let at = Time::from_millis;
        for (expires, revoked, now, expected) in [
            (100, None, 99, None),
            (100, None, 100, Some((End::Expired, at(100)))),
            (100, Some(50), 60, Some((End::Revoked, at(50)))),
            (100, Some(50), 500, Some((End::Revoked, at(50)))),
            (100, Some(150), 500, Some((End::Expired, at(100)))),
        ] {
            assert_eq!(
                end(at(expires), revoked.map(at), at(now)),
                expected,
                "{expires} {revoked:?} {now}"
            );
        }
    }
}
