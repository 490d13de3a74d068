//! Proof: where a reviewer can see each item with its condition, on the sign-up screen and in the privacy policy.
//!
//! One answer for the check, for the matrix that applicants fill and for the reviewer. What was read from a pasted text counts before what
//! was answered, and a person's own reading before that.

use crate::application::Document;
use crate::evidence::{Evidence, EvidencePage};
use crate::form::{Form, PastedText, Texts};
use crate::item::{Condition, Item, Permission, Shown};
use crate::reading::{
    Footer, Found, ItemReading, Marked, Purpose, Reading, Unreadable, read_footer, read_policy,
    read_signup_screen,
};

/// What the pasted texts say. Reading long texts takes time; whoever checks often keeps it until a text changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    /// The privacy policy; `None` when nothing is pasted.
    pub policy: Option<Result<Reading, Unreadable>>,
    /// The sign-up screen.
    pub screen: Option<Result<Reading, Unreadable>>,
    /// The foot of the site.
    pub footer: Option<Result<Footer, Unreadable>>,
}

impl Readings {
    /// Reads the pasted texts of a form.
    pub fn of(form: &Form) -> Readings {
        let mut readings = Readings::default();
        readings.follow(&Texts::default(), &form.texts);
        readings
    }

    /// Reads again what has changed from one version of the texts to the next.
    pub fn follow(&mut self, before: &Texts, after: &Texts) {
        let pasted = |text: &str| !text.trim().is_empty();
        if before.privacy_policy != after.privacy_policy {
            let text = &after.privacy_policy;
            self.policy = pasted(text).then(|| read_policy(text));
        }
        if before.signup_screen != after.signup_screen {
            let text = &after.signup_screen;
            self.screen = pasted(text).then(|| read_signup_screen(text));
        }
        if before.footer != after.footer {
            let text = &after.footer;
            self.footer = pasted(text).then(|| read_footer(text));
        }
    }

    /// What the policy or the screen says, if it could be read and names anything: a text without any item is most likely another one.
    pub fn text(&self, which: PastedText) -> Option<&Reading> {
        let read = match which {
            PastedText::PrivacyPolicy => &self.policy,
            PastedText::SignupScreen => &self.screen,
            PastedText::Footer => return None,
        };
        let reading = read.as_ref()?.as_ref().ok()?;
        (!reading.names_nothing()).then_some(reading)
    }

    /// What stands at the foot of the site.
    pub fn foot(&self) -> Option<&Footer> {
        self.footer.as_ref()?.as_ref().ok()
    }

    /// Whether a text was pasted that says nothing that can be used.
    pub fn is_unreadable(&self, which: PastedText) -> bool {
        match which {
            PastedText::PrivacyPolicy => self.policy.is_some() && self.text(which).is_none(),
            PastedText::SignupScreen => self.screen.is_some() && self.text(which).is_none(),
            PastedText::Footer => matches!(self.footer, Some(Err(_))),
        }
    }

    /// For what the policy collects the item instead, when it names it, but not for signing up.
    pub fn elsewhere(&self, item: Item) -> Option<Purpose> {
        match self.text(PastedText::PrivacyPolicy)?.item(item)?.found {
            Found::OnlyElsewhere(purpose) => Some(purpose),
            _ => None,
        }
    }
}

/// By what it is known how a page shows an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// A person read the pasted text.
    Overruled,
    /// The program read the pasted text.
    Text,
    /// A place was marked on a file.
    Mark,
    /// A file is said to show it.
    File,
    /// It was answered for this item.
    Answer,
    /// It was answered for the screen as a whole.
    Screen,
}

/// How a page shows an item, and by what that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// How.
    pub shown: Shown,
    /// On which condition, where that is known.
    pub condition: Option<Condition>,
    /// By what.
    pub by: By,
}

impl Seen {
    fn of(shown: Shown, by: By) -> Seen {
        Seen {
            shown,
            condition: None,
            by,
        }
    }
}

/// How the sign-up screen shows the item; `None` when nobody has said. Rule 59.
pub fn screen(form: &Form, readings: &Readings, item: Item) -> Option<Seen> {
    let answer = form.items.get(&item).and_then(|one| one.on_signup_screen);
    let whole = form.signup.screen_lists;
    read(form, readings, PastedText::SignupScreen, item)
        .or_else(|| answer.map(|shown| Seen::of(shown, By::Answer)))
        .or_else(|| on_file(form, EvidencePage::Signup, item))
        .or_else(|| whole.map(|shown| Seen::of(shown, By::Screen)))
}

/// How the privacy policy shows the item; `None` when nobody has said. Rule 58.
pub fn policy(form: &Form, readings: &Readings, item: Item) -> Option<Seen> {
    let answer = form.items.get(&item).and_then(|one| one.in_privacy_policy);
    read(form, readings, PastedText::PrivacyPolicy, item)
        .or_else(|| answer.map(|shown| Seen::of(shown, By::Answer)))
        .or_else(|| marked(form, EvidencePage::PrivacyPolicy, item))
}

/// A person's reading, else the program's.
fn read(form: &Form, readings: &Readings, text: PastedText, item: Item) -> Option<Seen> {
    let own = form
        .overruled
        .iter()
        .find(|one| one.text == text && one.item == item);
    if let Some(own) = own {
        return Some(Seen {
            shown: own.shown,
            condition: own.condition,
            by: By::Overruled,
        });
    }
    let reading = readings.text(text)?.item(item)?;
    // CI comes from the verification; policies rightly name it there.
    if item == Item::AccountCi && reading.found == Found::OnlyElsewhere(Purpose::Verification) {
        return None;
    }
    let unmarked = reading
        .spots
        .first()
        .is_some_and(|spot| spot.marked == Marked::Unmarked);
    let (shown, condition) = match reading.found {
        Found::OnlyElsewhere(Purpose::Other) => named_for_the_service(reading),
        // Where asking and answering is the service, a consultation is no other occasion; a mark is missing in any case.
        Found::OnlyElsewhere(Purpose::Enquiry) if unmarked => (Shown::WithoutCondition, None),
        _ => (reading.shown(), reading.condition()),
    };
    Some(Seen {
        shown,
        condition,
        by: By::Text,
    })
}

/// An item that is named under a heading of the service's own ("to introduce a counsellor"): it is collected, on the condition there.
fn named_for_the_service(reading: &ItemReading) -> (Shown, Option<Condition>) {
    match reading.spots.first().map(|spot| spot.marked) {
        Some(Marked::Required) => (Shown::WithCondition, Some(Condition::Required)),
        Some(Marked::Optional) => (Shown::WithCondition, Some(Condition::Optional)),
        Some(Marked::Conflicting) => (Shown::WithCondition, None),
        Some(Marked::Unmarked) | None => (Shown::WithoutCondition, None),
    }
}

fn files(form: &Form, page: EvidencePage) -> impl Iterator<Item = &Evidence> {
    form.evidence
        .iter()
        .filter(move |file| file.page == Some(page))
}

/// A place marked on a file of that page.
fn marked(form: &Form, page: EvidencePage, item: Item) -> Option<Seen> {
    files(form, page)
        .flat_map(|file| &file.marks)
        .any(|mark| mark.item == item && mark.is_on_picture())
        .then(|| Seen::of(Shown::WithCondition, By::Mark))
}

/// A marked place, or a file that is said to show the item.
fn on_file(form: &Form, page: EvidencePage, item: Item) -> Option<Seen> {
    marked(form, page, item).or_else(|| {
        files(form, page)
            .any(|file| file.shows.contains(&item))
            .then(|| Seen::of(Shown::WithCondition, By::File))
    })
}

/// Which items are proven where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// One row for each item that needs proof, in order.
    pub rows: Vec<Row>,
}

/// The proof of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub item: Item,
    /// On the sign-up screen.
    pub screen: Option<Seen>,
    /// In the privacy policy.
    pub policy: Option<Seen>,
}

impl Row {
    /// Whether the item stands in both places with its condition.
    pub fn is_proven(&self) -> bool {
        is_proven(self.screen) && is_proven(self.policy)
    }
}

/// Whether a page shows an item with its condition.
pub fn is_proven(seen: Option<Seen>) -> bool {
    seen.is_some_and(|seen| seen.shown == Shown::WithCondition)
}

impl Coverage {
    /// How many items are proven in both places, and how many there are: "8 of 9".
    pub fn counts(&self) -> (usize, usize) {
        let proven = self.rows.iter().filter(|row| row.is_proven()).count();
        (proven, self.rows.len())
    }
}

/// The matrix of the items that need a review against the two places where a reviewer looks for them.
pub fn coverage(document: &Document, readings: &Readings) -> Coverage {
    let form = &document.form;
    let rows = form
        .used()
        .filter(|(item, _)| item.permission() == Permission::Review)
        .map(|(item, _)| Row {
            item,
            screen: screen(form, readings, item),
            policy: policy(form, readings, item),
        })
        .collect();
    Coverage { rows }
}
