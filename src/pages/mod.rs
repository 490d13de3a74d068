//! The screens, a folder each, named after their addresses.

mod applications;
mod apps;
mod channels;
mod gallery;
mod help;
mod home;
mod links;
mod login;
mod not_found;
mod preview;
mod requests;
mod review;
mod settings;
mod share;

pub use applications::{ApplicationPage, ApplicationsPage, StatusPage};
pub use apps::{AppPage, AppsPage};
pub use channels::{ChannelPage, ChannelsPage};
pub use gallery::GalleryPage;
pub use help::{HelpPage, TopicPage};
pub use home::HomePage;
pub use links::{LinkNewPage, LinksPage};
pub use login::LoginPage;
pub use not_found::NotFoundPage;
pub use preview::{ComparePage, PreviewPage};
pub use requests::RequestsPage;
pub use review::{ReviewPage, ReviewsPage};
pub use settings::SettingsPage;
pub use share::SharePage;
