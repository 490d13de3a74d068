//! The consent screen as users will see it: our own drawing, but one that works, with its words in reading order beside it.

mod phone;
mod reading;

use domain::consent_screen::{ConsentScreen as Model, Ticks};
use leptos::prelude::*;
use text::Lang;
use text::screens::preview;
use ui::ids;

use crate::lang::say;
use crate::path::PreviewSize;
use phone::Phone;
use reading::Reading;

/// The screen that an application leads to. Lines can be ticked, and the two buttons say what the service would receive.
#[component]
pub fn ConsentScreen(
    /// What is on it. When it changes, nothing is ticked.
    #[prop(into)]
    model: Signal<Model>,
    /// The language of the screen that is drawn; the words around it are in the console's.
    #[prop(into)]
    lang: Signal<Lang>,
    /// How large the letters on it are.
    #[prop(optional, into)]
    size: Signal<PreviewSize>,
) -> impl IntoView {
    let trial = Trial {
        model: Memo::new(move |_| model.get()),
        tried: RwSignal::new(None),
    };
    let title_id = ids::fresh("consent");
    let (title, note) = (say(preview::screen_title), say(preview::drawing_note));
    view! {
        <section class="consent-preview" aria-labelledby=title_id>
            <h2 id=title_id.clone()>{move || title.get()}</h2>
            <p class="hint">{move || note.get()}</p>
            <Phone trial lang size/>
            <Reading model=trial.model lang/>
        </section>
    }
}

/// What somebody did on the screen, as long as it is the same screen.
#[derive(Clone, Copy)]
struct Trial {
    model: Memo<Model>,
    tried: RwSignal<Option<Tried>>,
}

#[derive(Clone)]
struct Tried {
    on: Model,
    ticks: Ticks,
    outcome: Option<Outcome>,
}

/// What the service would receive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// A code.
    Agreed,
    /// `error=access_denied`. Rule 80.
    Cancelled,
}

impl Trial {
    /// What is ticked; tracked.
    fn ticks(self) -> Ticks {
        let model = self.model.get();
        let kept = self.tried.with(|tried| {
            tried
                .as_ref()
                .filter(|tried| tried.on == model)
                .map(|tried| tried.ticks.clone())
        });
        kept.unwrap_or_else(|| Ticks::none(&model))
    }

    /// How many required lines are not ticked yet; tracked.
    fn left(self) -> usize {
        let ticks = self.ticks();
        self.model.with(|model| {
            let lines = model.lines.iter().enumerate();
            lines
                .filter(|(n, line)| line.required && !ticks.is_ticked(*n))
                .count()
        })
    }

    /// What the service would receive; `None` while nothing was pressed since the last change. Tracked.
    fn outcome(self) -> Option<Outcome> {
        let model = self.model.get();
        self.tried
            .with(|tried| tried.as_ref().filter(|tried| tried.on == model)?.outcome)
    }

    fn change(self, change: impl FnOnce(&mut Ticks)) {
        let mut ticks = untrack(move || self.ticks());
        change(&mut ticks);
        self.tried.set(Some(Tried {
            on: self.model.get_untracked(),
            ticks,
            outcome: None,
        }));
    }

    fn finish(self, outcome: Outcome) {
        let ticks = untrack(move || self.ticks());
        self.tried.set(Some(Tried {
            on: self.model.get_untracked(),
            ticks,
            outcome: Some(outcome),
        }));
    }
}
