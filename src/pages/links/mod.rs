//! Links between apps and channels: the list, and the wizard that makes new ones.

mod list;
mod wizard;

pub use list::LinksPage;
pub use wizard::LinkNewPage;
