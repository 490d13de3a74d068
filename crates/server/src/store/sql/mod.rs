//! The statements and everything over them, written once: each database compiles this folder over its own `dialect`.

pub(super) mod answers;
pub(super) mod applications;
mod apps;
pub(super) mod change;
mod channels;
mod cursor;
mod entrance;
pub(super) mod fault;
mod files;
mod grams;
mod hold;
mod links;
mod list;
pub(super) mod migrated;
mod people;
pub(super) mod record;
mod requests;
mod row;
mod select;
mod shares;
mod store;
mod stretch;

use super::dialect;
