//! Whether a chosen channel can still be linked, asked of the same rules that the server asks.

use contract::Failure;
use contract::body::{AppDetail, ChannelDetail, VisibleChannel};
use domain::business::Business;
use domain::channel::Channel;
use domain::eligibility;
use domain::finding::{self, Finding};
use domain::id::ChannelId;
use domain::number::RegistrationNumber;
use domain::role::ChannelRole;
use domain::subject::Subject;

/// How a chosen channel stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Not known yet.
    Asking,
    /// It can be linked.
    Ready,
    /// It is linked already; nothing is left to do.
    Linked,
    /// It cannot be linked.
    Blocked(Vec<Finding>),
    /// It could not be looked at.
    Failed(Failure),
}

/// How the channel stands towards the app. `refused` is what the server said of the last attempt.
pub fn judge(app: &AppDetail, detail: &ChannelDetail, refused: &[Finding]) -> Standing {
    let row = &detail.row;
    if app
        .links
        .iter()
        .any(|linked| linked.link.channel == row.channel.id)
    {
        return Standing::Linked;
    }
    // Whoever is below manager sees too little for the rules; the server has judged what can be judged.
    let mut reasons = match known(&row.channel) {
        Some(channel) if row.role >= ChannelRole::Manager => {
            eligibility::pair(&app.row.app, &channel, row.role, false, app.links.len())
        }
        _ => row.reasons.clone(),
    };
    reasons.extend(
        refused
            .iter()
            .filter(|finding| is_about(finding, &row.channel.id))
            .cloned(),
    );
    finding::sort(&mut reasons);
    if reasons.is_empty() {
        Standing::Ready
    } else {
        Standing::Blocked(reasons)
    }
}

/// Whether a finding is about that channel.
pub fn is_about(finding: &Finding, channel: &ChannelId) -> bool {
    finding.subject == Subject::Channel(channel.clone())
}

/// The channel as the rules want it; `None` when its number is masked or malformed.
fn known(channel: &VisibleChannel) -> Option<Channel> {
    let business = match &channel.number {
        None => None,
        Some(number) => Some(Business {
            number: RegistrationNumber::parse(number).ok()?,
            trade_name: channel.trade_name.clone().unwrap_or_default(),
            representative: channel.representative.clone().unwrap_or_default(),
        }),
    };
    Some(Channel {
        id: channel.id.clone(),
        name: channel.name.clone(),
        search_id: channel.search_id.clone(),
        public_id: channel.public_id.clone(),
        state: channel.state,
        business,
        version: channel.version,
    })
}
