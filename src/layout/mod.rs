//! The frame of every screen.

pub mod crash;
mod ending;
mod expired;
mod frame;
mod page;
mod sign_out;
mod theme;
mod top_bar;

pub use frame::{Frame, OpenFrame, Outline};
pub use page::{Crumb, Page, focus_heading, provide_history};
pub use theme::{Theme, use_theme};
