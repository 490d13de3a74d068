//! The situations that previews offer: a table of facts, each with a word for addresses.

use super::{Age, Facts, Member, Options, Person, Place, Prompt, Request, outcome};
use crate::application::Document;
use crate::id::ChannelId;
use crate::item::{Item, Permission, Stage};

macro_rules! situations {
    ($($(#[$doc:meta])* $name:ident = $word:literal),* $(,)?) => {
        /// Who meets the consent screen, and how.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub enum Situation { #[default] $($(#[$doc])* $name),* }

        impl Situation {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Situation] = &[$(Situation::$name),*];

            /// The word in an address; never changes.
            pub fn word(self) -> &'static str {
                match self { $(Situation::$name => $word),* }
            }
        }
    };
}

situations! {
    /// Signs up for the first time.
    First = "first",
    /// Used Kakao Login before and meets the screen once. `#10`.
    ExistingLogin = "existing-login",
    /// Signed up and agreed to everything.
    Member = "member",
    /// Signed up before a required term was added. Rule 67.
    TermAdded = "term-added",
    /// Signed up and left out what is optional.
    OptionalDeclined = "optional-declined",
    /// The account holds no values and nobody asks for them. Rule 51.
    ValueMissing = "value-missing",
    /// The account holds no values and Kakao asks for them.
    ValueCollected = "value-collected",
    /// Identity was never verified, so there is no CI.
    CiUnverified = "ci-unverified",
    /// Under 14, and the app refuses those. Rule 86.
    Under14Refused = "under-14-refused",
    /// Under 14, and the app takes them.
    Under14Guardian = "under-14-guardian",
    /// Kakao does not know the age, and the app refuses those under 14.
    AgeUnknown = "age-unknown",
    /// Signed up, and comes by `KakaoTalk`'s in-app browser with `prompt=none`. Rule 87.
    InAppMember = "in-app-member",
    /// Not signed up, and comes by `KakaoTalk`'s in-app browser with `prompt=none`.
    InAppVisitor = "in-app-visitor",
    /// The service chooses two channels, with Kakao's permission. Rule 33.
    TwoChannels = "two-channels",
}

/// What an account can lack. A profile is always there, and CI comes by verification.
const CAN_LACK: [Item; 8] = [
    Item::AccountEmail,
    Item::PhoneNumber,
    Item::Name,
    Item::Gender,
    Item::Birthday,
    Item::Birthyear,
    Item::AgeRange,
    Item::ShippingAddress,
];

impl Situation {
    /// The situation with that word.
    pub fn parse(word: &str) -> Option<Situation> {
        Situation::ALL
            .iter()
            .copied()
            .find(|one| one.word() == word)
    }

    /// What is true in it, for this application.
    pub fn facts(self, document: &Document) -> Facts {
        let mut facts = Facts::default();
        let Facts {
            person,
            request,
            options,
        } = &mut facts;
        match self {
            Situation::First => {}
            Situation::ExistingLogin => {
                person.member = Member::BeforeSync;
                person.agreed_items =
                    items(document, |item, _| item.permission() != Permission::Review);
            }
            Situation::Member => *person = member(document),
            Situation::TermAdded => {
                *person = member(document);
                let added = document.form.terms.iter().rposition(|term| term.required);
                person.agreed_terms.retain(|row| Some(*row) != added);
            }
            Situation::OptionalDeclined => {
                *person = member(document);
                person.agreed_items = items(document, |_, stage| stage == Stage::Required);
                let terms = &document.form.terms;
                person
                    .agreed_terms
                    .retain(|row| terms.get(*row).is_some_and(|term| term.required));
            }
            Situation::ValueMissing | Situation::ValueCollected => {
                person.lacks = CAN_LACK.to_vec();
                options.collect_if_absent = Some(self == Situation::ValueCollected);
            }
            Situation::CiUnverified => person.unverified = true,
            Situation::Under14Refused | Situation::Under14Guardian => {
                person.age = Age::Under14;
                options.over_14 = Some(self == Situation::Under14Refused);
            }
            Situation::AgeUnknown => {
                person.age = Age::Unknown;
                options.over_14 = Some(true);
            }
            Situation::InAppMember => {
                *person = member(document);
                *request = in_app();
            }
            Situation::InAppVisitor => *request = in_app(),
            Situation::TwoChannels => {
                *options = Options {
                    chooses_channels: true,
                    ..Options::default()
                };
                request.channels = two_channels(document);
            }
        }
        facts
    }

    /// Whether this application leads to the same as at a first sign-up, because what the situation is about does not occur in it.
    pub fn is_like_first(self, document: &Document) -> bool {
        self != Situation::First
            && outcome(document, &self.facts(document))
                == outcome(document, &Situation::First.facts(document))
    }
}

/// Somebody who signed up and agreed to everything that is asked for at sign-up.
fn member(document: &Document) -> Person {
    Person {
        member: Member::Synced,
        agreed_items: items(document, |_, _| true),
        agreed_terms: (0..document.form.terms.len()).collect(),
        ..Person::default()
    }
}

/// The items asked for at sign-up that are so.
fn items(document: &Document, is_so: fn(Item, Stage) -> bool) -> Vec<Item> {
    document
        .form
        .used()
        .filter(|(item, asked)| asked.stage != Stage::DuringUse && is_so(*item, asked.stage))
        .map(|(item, _)| item)
        .collect()
}

fn in_app() -> Request {
    Request {
        prompt: Some(Prompt::None),
        place: Place::KakaoTalk,
        ..Request::default()
    }
}

/// The representative channel and the next one; less if there are less.
fn two_channels(document: &Document) -> Vec<ChannelId> {
    let first = super::lines::representative(document);
    let others = document
        .channels
        .iter()
        .filter(|channel| first.is_none_or(|first| first.id != channel.id));
    first
        .into_iter()
        .chain(others)
        .take(super::CHANNELS_MAX_CHOSEN)
        .map(|channel| channel.id.clone())
        .collect()
}
