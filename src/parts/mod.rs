//! Pieces that know the product but no route.

pub mod answers;
pub mod conflict;
pub mod consent_screen;
pub mod evidence;
pub mod failure;
pub mod findings;
pub mod letters;
pub mod link_facts;
pub mod listing;
pub mod marked;
pub mod marks;
pub mod not_found;
pub mod reading;
pub mod reasons;
pub mod remedy;
pub mod role_request;
pub mod save_state;
pub mod sign_in;
pub mod slots;
pub mod start_application;
pub mod status_tag;
pub mod timeline;
pub mod verdict;
pub mod waiting;
pub mod when;
