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

pub use applications::{ApplicationsPage, ApplicationPage, StatusPage};
pub use apps::{AppsPage, AppPage};
pub use channels::{ChannelsPage, ChannelPage};
pub use gallery::GalleryPage;
pub use help::{HelpPage, TopicPage};
pub use home::HomePage;
pub use links::{LinksPage, LinkNewPage};
pub use login::LoginPage;
pub use not_found::NotFoundPage;
pub use preview::PreviewPage;
pub use requests::RequestsPage;
pub use review::{ReviewsPage, ReviewPage};
pub use settings::SettingsPage;
