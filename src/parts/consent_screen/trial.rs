//! What somebody tries on a screen: ticks, and how they leave it. Other parts of a page can follow it.

use domain::consent_screen::{ConsentScreen, Outcome, Ticks};
use domain::payload::End;
use leptos::prelude::*;

/// What somebody did on the screen, as long as it is the same screen.
#[derive(Clone, Copy)]
pub struct Trial {
    /// What the person meets.
    pub outcome: Memo<Outcome>,
    /// Whether everything that the application asks for is on the screen. Otherwise what is not there is no gap.
    pub(super) whole: Signal<bool>,
    tried: RwSignal<Option<Tried>>,
}

#[derive(Clone)]
struct Tried {
    on: Outcome,
    ticks: Ticks,
    end: Option<End>,
}

impl Trial {
    /// Nothing ticked. When `outcome` changes, nothing is ticked again.
    pub fn new(outcome: Memo<Outcome>) -> Trial {
        Trial {
            outcome,
            whole: Signal::stored(true),
            tried: RwSignal::new(None),
        }
    }

    /// The same for somebody who may have agreed to part of it before.
    #[must_use]
    pub fn in_part(mut self, whole: Signal<bool>) -> Trial {
        self.whole = whole;
        self
    }

    /// What is ticked; tracked.
    pub fn ticks(self) -> Ticks {
        self.outcome.with(|outcome| {
            self.tried.with(|tried| match tried {
                Some(tried) if tried.on == *outcome => tried.ticks.clone(),
                _ => outcome
                    .screen
                    .as_ref()
                    .map_or_else(Ticks::default, Ticks::none),
            })
        })
    }

    /// How the screen was left; `None` while nothing was pressed since the last change. Tracked.
    pub fn end(self) -> Option<End> {
        self.outcome.with(|outcome| {
            self.tried
                .with(|tried| tried.as_ref().filter(|tried| tried.on == *outcome)?.end)
        })
    }

    /// How many required lines are not ticked yet; tracked.
    pub(super) fn left(self) -> usize {
        let ticks = self.ticks();
        self.with_screen(|screen| {
            let lines = screen.lines.iter().enumerate();
            lines
                .filter(|(n, line)| line.required && !ticks.is_ticked(*n))
                .count()
        })
        .unwrap_or_default()
    }

    /// What `look` makes of the screen; `None` without one. Tracked.
    pub(super) fn with_screen<T>(self, look: impl FnOnce(&ConsentScreen) -> T) -> Option<T> {
        self.outcome
            .with(|outcome| outcome.screen.as_ref().map(look))
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Ticks)) {
        let mut ticks = untrack(move || self.ticks());
        change(&mut ticks);
        self.keep(ticks, None);
    }

    pub(super) fn finish(self, end: End) {
        self.keep(untrack(move || self.ticks()), Some(end));
    }

    fn keep(self, ticks: Ticks, end: Option<End>) {
        let on = self.outcome.get_untracked();
        self.tried.set(Some(Tried { on, ticks, end }));
    }
}
