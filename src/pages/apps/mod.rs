//! The biz apps: every one on which somebody has a role, usable or not, and why not.

mod detail;
mod facts;
mod list;
mod table;

pub use detail::AppPage;
pub use list::AppsPage;
