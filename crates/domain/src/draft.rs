//! A draft on its way to the store: what to send next, what an answer means for what is on the screen, and that no word gets lost.
//!
//! `mine` is always the form as the person sees it. It is passed in, because it lives where it is edited.

use serde::{Deserialize, Serialize};

use crate::form::Form;
use crate::merge::{changed, is_same, merge, take};
use crate::subject::Field;

/// Forms whose answer never came that are remembered; later ones are most likely to have arrived.
const UNANSWERED_MAX: usize = 4;

/// Knows what the store has, what is on its way, and what two people wrote in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saver {
    base: Form,
    version: u64,
    sent: Option<Form>,
    /// Forms that were sent and may or may not have arrived.
    unanswered: Vec<Form>,
    conflicts: Vec<Conflict>,
}

/// A field that two people changed, differently. The form has it as they wrote it, until somebody chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Which field.
    pub field: Field,
    /// The form from which both grew.
    pub base: Form,
    /// The form in which my words stand.
    pub mine: Form,
    /// The form in which theirs stand.
    pub theirs: Form,
    /// Whether mine was chosen. It counts once everything is settled.
    pub keep_mine: bool,
}

/// What a browser keeps of a draft that the store does not have yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The form from which mine grew.
    pub base: Form,
    /// The form as it was last seen, with my side of every conflict.
    pub mine: Form,
    /// Forms that were sent and may or may not have arrived.
    pub unanswered: Vec<Form>,
}

/// A form to send, and the version it grew from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// The form.
    pub form: Form,
    /// The version.
    pub version: u64,
}

impl Saver {
    /// Begins with what the store has.
    pub fn new(base: Form, version: u64) -> Saver {
        Saver {
            base,
            version,
            sent: None,
            unanswered: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    /// Whether the store lacks something.
    pub fn is_behind(&self, mine: &Form) -> bool {
        *mine != self.base
    }

    /// Whether something is on its way.
    pub fn is_sending(&self) -> bool {
        self.sent.is_some()
    }

    /// The version that the store has, as far as is known.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// What two people wrote in the same place, oldest first.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// What to send now: nothing while something is on its way, for then the next parcel takes everything typed meanwhile.
    pub fn next(&mut self, mine: &Form) -> Option<Parcel> {
        if self.is_sending() || !self.is_behind(mine) {
            return None;
        }
        self.sent = Some(mine.clone());
        Some(Parcel {
            form: mine.clone(),
            version: self.version,
        })
    }

    /// The store took what was sent and now has `theirs`. Gives the form to show: theirs, with what was typed meanwhile.
    pub fn accepted(&mut self, mine: &Form, theirs: Form, version: u64) -> Form {
        let sent = self.sent.take().unwrap_or_else(|| self.base.clone());
        self.unanswered.clear();
        self.version = version;
        self.base = theirs;
        if sent == self.base {
            return mine.clone();
        }
        let mut merged = merge(&sent, mine, &self.base);
        for field in merged.conflicts {
            take(&mut merged.form, &field, mine);
        }
        merged.form
    }

    /// The store refused what was sent, so it does not have it.
    pub fn refused(&mut self) {
        self.sent = None;
    }

    /// No answer came: whether the store has what was sent is not known.
    pub fn unanswered(&mut self) {
        let Some(sent) = self.sent.take() else { return };
        if self.unanswered.last() != Some(&sent) {
            self.unanswered.push(sent);
        }
        if self.unanswered.len() > UNANSWERED_MAX {
            self.unanswered.remove(0);
        }
    }

    /// Somebody else was faster, and the store has `theirs`. Gives the form to show: theirs, with every change of mine that does
    /// not touch one of theirs. What touches becomes a conflict.
    pub fn overtaken(&mut self, mine: &Form, theirs: Form, version: u64) -> Form {
        self.sent = None;
        let base = attributed(&self.base, &self.unanswered, &theirs);
        self.unanswered.clear();
        self.version = version;
        self.base = theirs;
        let theirs = self.base.clone();
        self.bring_together(base, mine, &theirs)
    }

    /// What [`Saver::overtaken`] would show, without doing it.
    pub fn would_show(&self, mine: &Form, theirs: &Form) -> Form {
        let base = attributed(&self.base, &self.unanswered, theirs);
        merge(&base, mine, theirs).form
    }

    /// Takes up what a browser kept. `shown` is the form to take it into; gives the form to show.
    pub fn take_up(&mut self, shown: &Form, kept: &Kept) -> Form {
        let base = attributed(&kept.base, &kept.unanswered, shown);
        self.bring_together(base, &kept.mine, shown)
    }

    fn bring_together(&mut self, base: Form, mine: &Form, theirs: &Form) -> Form {
        let merged = merge(&base, mine, theirs);
        self.conflicts
            .extend(merged.conflicts.into_iter().map(|field| Conflict {
                field,
                base: base.clone(),
                mine: mine.clone(),
                theirs: theirs.clone(),
                keep_mine: false,
            }));
        merged.form
    }

    /// Chooses whether my words come back in one conflict, by its place among [`Saver::conflicts`]. Until they are settled, others only
    /// join at the end, so a choice stays with its conflict.
    pub fn choose(&mut self, n: usize, keep_mine: bool) {
        if let Some(conflict) = self.conflicts.get_mut(n) {
            conflict.keep_mine = keep_mine;
        }
    }

    /// Settles every conflict as it was chosen. Gives the form to show.
    pub fn settle(&mut self, shown: &Form) -> Form {
        let mut form = shown.clone();
        for conflict in std::mem::take(&mut self.conflicts) {
            if conflict.keep_mine {
                take(&mut form, &conflict.field, &conflict.mine);
            }
        }
        form
    }

    /// What a browser has to keep, so that nothing is lost if it is closed now; nothing when the store has everything.
    pub fn to_keep(&self, mine: &Form) -> Option<Kept> {
        if !self.is_behind(mine) && self.conflicts.is_empty() {
            return None;
        }
        let mut kept = Kept {
            base: self.base.clone(),
            mine: mine.clone(),
            unanswered: self.unanswered.iter().chain(&self.sent).cloned().collect(),
        };
        for conflict in &self.conflicts {
            // Words typed over a conflict since are newer than the ones that wait in it.
            if is_same(&conflict.field, &self.base, mine) {
                take(&mut kept.base, &conflict.field, &conflict.base);
                take(&mut kept.mine, &conflict.field, &conflict.mine);
            }
        }
        Some(kept)
    }
}

/// The base, moved on by whatever in `theirs` are my own words of a parcel whose answer never came: nobody is in conflict with himself.
fn attributed(base: &Form, unanswered: &[Form], theirs: &Form) -> Form {
    let mut base = base.clone();
    for sent in unanswered {
        for field in changed(&base, theirs) {
            if is_same(&field, sent, theirs) {
                take(&mut base, &field, theirs);
            }
        }
    }
    base
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(name: &str, url: &str) -> Form {
        let mut form = Form::default();
        form.service.name = name.into();
        form.service.url = url.into();
        form
    }

    #[test]
    fn one_save_is_on_its_way_and_the_next_takes_everything_typed_meanwhile() {
        let mut saver = Saver::new(form("", ""), 1);
        assert_eq!(saver.next(&form("", "")), None);
        let sent = saver.next(&form("a", "")).unwrap();
        assert_eq!((sent.form, sent.version), (form("a", ""), 1));
        assert_eq!(saver.next(&form("ab", "")), None);
        let shown = saver.accepted(&form("abc", ""), form("a", ""), 2);
        assert_eq!(shown, form("abc", ""));
        assert_eq!(saver.next(&shown).unwrap().version, 2);
    }

    #[test]
    fn what_the_store_changes_is_shown_and_what_was_typed_since_stays() {
        let mut saver = Saver::new(form("", ""), 1);
        saver.next(&form("a", "x"));
        assert_eq!(
            saver.accepted(&form("ab", "x"), form("a", "y"), 2),
            form("ab", "y")
        );
    }

    #[test]
    fn two_people_in_the_same_place_are_a_conflict_and_both_words_are_kept_until_one_chooses() {
        let mut saver = Saver::new(form("", ""), 1);
        saver.next(&form("mine", "https://m.example"));
        let shown = saver.overtaken(&form("mine", "https://m.example"), form("theirs", ""), 5);
        assert_eq!(shown, form("theirs", "https://m.example"));
        assert_eq!(saver.conflicts().len(), 1);
        let kept = saver.to_keep(&shown).unwrap();
        assert_eq!(kept.mine, form("mine", "https://m.example"));

        let mut later = Saver::new(form("theirs", ""), 5);
        let again = later.take_up(&form("theirs", ""), &kept);
        assert_eq!((again.clone(), later.conflicts().len()), (shown.clone(), 1));
        later.choose(0, true);
        assert_eq!(later.settle(&again).service.name, "mine");
        assert_eq!(saver.settle(&shown).service.name, "theirs");
        assert!(saver.conflicts().is_empty());
    }

    #[test]
    fn what_was_chosen_in_one_conflict_stays_chosen_when_another_one_joins() {
        let mut saver = Saver::new(form("", ""), 1);
        saver.overtaken(&form("mine", ""), form("theirs", ""), 2);
        saver.choose(0, true);
        let typed = form("theirs", "https://m.example");
        let shown = saver.overtaken(&typed, form("theirs", "https://t.example"), 3);
        let chosen = saver.conflicts().iter().map(|one| one.keep_mine);
        assert_eq!(chosen.collect::<Vec<_>>(), [true, false]);
        assert_eq!(saver.settle(&shown), form("mine", "https://t.example"));
    }

    #[test]
    fn a_lost_answer_is_no_conflict_with_oneself() {
        let mut saver = Saver::new(form("", ""), 1);
        saver.next(&form("abc", ""));
        saver.unanswered();
        let kept = saver.to_keep(&form("abcd", "")).unwrap();
        assert_eq!(
            saver.overtaken(&form("abcd", ""), form("abc", "theirs"), 2),
            form("abcd", "theirs")
        );
        assert!(saver.conflicts().is_empty());

        let mut later = Saver::new(form("abc", ""), 2);
        assert_eq!(later.take_up(&form("abc", ""), &kept), form("abcd", ""));
        assert!(later.conflicts().is_empty());
    }

    #[test]
    fn nothing_is_kept_when_the_store_has_everything() {
        let saver = Saver::new(form("a", ""), 1);
        assert_eq!(saver.to_keep(&form("a", "")), None);
    }

    /// A store that counts versions, and what may happen to one request.
    struct Store {
        form: Form,
        version: u64,
    }

    impl Store {
        /// Sends what is to be sent; `fate` 0 = answered, 1 = lost on the way there, 2 = lost on the way back.
        fn save(&mut self, saver: &mut Saver, mine: &mut Form, fate: u8) {
            let Some(parcel) = saver.next(mine) else {
                return;
            };
            if fate == 1 {
                saver.unanswered();
            } else if parcel.version != self.version {
                saver.refused();
                *mine = saver.overtaken(mine, self.form.clone(), self.version);
            } else {
                self.form = parcel.form;
                self.version += 1;
                if fate == 2 {
                    saver.unanswered();
                } else {
                    *mine = saver.accepted(mine, self.form.clone(), self.version);
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_gets_lost_two_people_in_different_places_lose_nothing_and_never_conflict(
            acts in proptest::collection::vec((0..2_usize, 0..5_u8, 0..3_u8), 0..40)
        ) {
            let mut store = Store { form: Form::default(), version: 1 };
            let mut people = [(Saver::new(Form::default(), 1), Form::default()), (Saver::new(Form::default(), 1), Form::default())];
            let mut typed = [String::new(), String::new()];
            let step = |people: &mut [(Saver, Form); 2], store: &mut Store, typed: &mut [String; 2], who: usize, act: u8, fate: u8| {
                let (saver, mine) = &mut people[who];
                match act {
                    0..=2 => {
                        typed[who].push(char::from(b'a' + act));
                        if who == 0 { mine.service.name.clone_from(&typed[0]) } else { mine.service.url.clone_from(&typed[1]) }
                    }
                    3 => store.save(saver, mine, fate),
                    _ => {
                        // The browser is closed and opened again.
                        let kept = saver.to_keep(mine);
                        *saver = Saver::new(store.form.clone(), store.version);
                        *mine = match kept { Some(kept) => saver.take_up(&store.form, &kept), None => store.form.clone() };
                    }
                }
            };
            for (who, act, fate) in acts {
                step(&mut people, &mut store, &mut typed, who, act, fate);
            }
            for _ in 0..3 {
                for who in [0, 1] { step(&mut people, &mut store, &mut typed, who, 3, 0) }
            }
            proptest::prop_assert!(people.iter().all(|(saver, _)| saver.conflicts().is_empty()));
            proptest::prop_assert_eq!(&store.form, &form(&typed[0], &typed[1]));
        }
    }
}
