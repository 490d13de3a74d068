//! The screen in the order in which it is read aloud: for the print sheet and for whoever cannot see the drawing.

use super::{Ask, ConsentScreen};

/// Something that is read, in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// App name and company.
    Service,
    /// "Agree to all".
    AgreeAll,
    /// The heading over a group of lines.
    Heading(Group),
    /// The line in that place, counted from 0.
    Line(usize),
    /// "Agree and continue".
    Continue,
    /// "Cancel".
    Cancel,
}

/// Lines that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Service terms.
    Terms,
    /// Personal information, handed to the service. Rule 70.
    Items,
    /// Channels.
    Channels,
}

impl Group {
    /// All of them, in their order.
    pub const ALL: [Group; 3] = [Group::Terms, Group::Items, Group::Channels];

    /// The group that a line belongs to.
    pub fn of(ask: &Ask) -> Group {
        match ask {
            Ask::Term { .. } => Group::Terms,
            Ask::Item { .. } => Group::Items,
            Ask::Channel { .. } => Group::Channels,
        }
    }
}

/// Everything on the screen, in reading order. Groups without a line are left out.
pub fn order(screen: &ConsentScreen) -> Vec<Spoken> {
    let mut order = vec![Spoken::Service, Spoken::AgreeAll];
    let mut group = None;
    for (n, line) in screen.lines.iter().enumerate() {
        let of = Group::of(&line.ask);
        if group != Some(of) {
            group = Some(of);
            order.push(Spoken::Heading(of));
        }
        order.push(Spoken::Line(n));
    }
    order.extend([Spoken::Continue, Spoken::Cancel]);
    order
}
