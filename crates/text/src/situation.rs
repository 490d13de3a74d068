//! The words of a situation, under the names by which previews ask for them.

pub use crate::consent::{
    answer, like_first, situation, situation_hint as situation_lead, step, why as why_no_screen,
};
