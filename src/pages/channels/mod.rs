//! The channels: every one on which somebody has a role, usable or not, and why not.

mod detail;
mod facts;
mod list;
mod lookup;
mod table;

pub use detail::ChannelPage;
pub use list::ChannelsPage;
