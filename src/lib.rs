//! The console: one screen a folder under `pages`, pieces that know the product under `parts`, the frame under `layout`.

pub mod act;
pub mod address;
pub mod api;
pub mod app;
pub mod data;
pub mod deferred;
pub mod keep;
pub mod kept;
pub mod lang;
pub mod layout;
pub mod look;
pub mod pages;
pub mod parts;
pub mod path;
pub mod random;
pub mod session;
pub mod storage;
pub mod transport;
