//! The reviewer's screens: the queue, and the bench on which one application is decided.

mod bench;
mod decision;
mod desk;
mod file;
mod kept;
mod pasted;
mod queue;
mod request;
mod send;

pub use bench::ReviewPage;
pub use queue::ReviewsPage;
