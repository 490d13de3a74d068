//! What signing up costs a person: taps, values to fill in, lines to read. Counted from the screen, so that it changes as choices change.

use crate::consent_screen::{Outcome, Ticks};
use crate::item::Item;

/// What it costs one person. All counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// Fewest taps: "agree to all" and "continue".
    pub taps: usize,
    /// Taps for whoever agrees only to what is required.
    pub taps_required: usize,
    /// Values that have to be typed or chosen, because the account lacks them.
    pub fields: usize,
    /// Lines to read.
    pub lines: usize,
    /// Lines that cannot be left out.
    pub required: usize,
    /// Steps around the screen: identity verification, a guardian's consent.
    pub steps: usize,
}

/// With more required lines than this, fewer are recommended. Our judgement.
pub const MANY_REQUIRED: usize = 5;

/// What the way through an outcome costs; nothing where there is no screen.
pub fn cost(outcome: &Outcome) -> Cost {
    let Some(screen) = &outcome.screen else {
        return Cost::default();
    };
    let required = screen.lines.iter().filter(|line| line.required).count();
    let taps_required = required + 1;
    Cost {
        taps: taps_required.min(2),
        taps_required,
        fields: outcome.fills.iter().map(|item| fields(*item)).sum(),
        lines: screen.lines.len(),
        required,
        steps: outcome.before.len() + outcome.after.len(),
    }
}

impl Cost {
    /// Whether fewer required lines are recommended. Our judgement.
    pub fn is_much(self) -> bool {
        self.required > MANY_REQUIRED
    }
}

/// The values that have to be given for the lines that are ticked.
pub fn fields_for(outcome: &Outcome, ticks: &Ticks) -> usize {
    let keys = outcome.keys.iter().enumerate();
    keys.filter(|(n, _)| ticks.is_ticked(*n))
        .filter_map(|(_, key)| outcome.fills.iter().find(|item| *key == (**item).into()))
        .map(|item| fields(*item))
        .sum()
}

/// How many values an item consists of: a delivery address is a receiver, an address and a telephone number.
fn fields(item: Item) -> usize {
    match item {
        Item::ShippingAddress => 3,
        _ => 1,
    }
}
