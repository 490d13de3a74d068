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
mod people;
mod preview;
mod record;
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
pub use login::{LoginPage, SignInAgain};
pub use not_found::NotFoundPage;
pub use people::PeoplePage;
pub use preview::{ComparePage, PreviewPage};
pub use record::{Ask as RecordAsk, RecordPage, Unclear};
pub use requests::RequestsPage;
pub use review::{ReviewPage, ReviewsPage};
pub use settings::SettingsPage;
pub use share::SharePage;
