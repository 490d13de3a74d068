//! Applications: the list, the form of one, and where it stands.

mod banner;
mod channel;
mod check;
pub mod draft;
mod extra;
pub mod fields;
pub mod items;
mod list;
mod overview;
mod page;
mod part_nav;
mod plan;
mod preview;
mod problems;
mod proof;
mod seen;
mod status;
mod summary;
pub mod terms;
mod transfer;

pub use list::ApplicationsPage;
pub use page::ApplicationPage;
pub use status::StatusPage;
