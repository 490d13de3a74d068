//! What becomes of a person: every decision is made from facts, none from the name of a situation.

use super::lines::{self, Key};
use super::{Age, Ask, ConsentScreen, Facts, Line, Member, Prompt, Request, on_screen};
use crate::application::Document;
use crate::id::ChannelId;
use crate::item::{Item, Stage};

/// What a person meets, and what the service gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What Kakao does before the consent screen.
    pub before: Vec<Step>,
    /// The screen; `None` when none is shown.
    pub screen: Option<ConsentScreen>,
    /// What each line of the screen stands for, in the same order.
    pub keys: Vec<Key>,
    /// Why there is no screen; `None` when there is one.
    pub why: Option<Why>,
    /// Items whose value the person has to give on the screen, because the account lacks it.
    pub fills: Vec<Item>,
    /// Items that come back empty although they are on the screen, because the account lacks them and nobody asks. Rule 51.
    pub stays_empty: Vec<Item>,
    /// What Kakao does after the screen.
    pub after: Vec<Step>,
    /// What the service gets on "continue"; without a screen, what it gets at once.
    pub on_continue: Answer,
    /// What it gets on "cancel"; `None` without a screen.
    pub on_cancel: Option<Answer>,
    /// The request that would ask for what is not agreed to yet; `None` when nothing is left or the person is not a member. Rule 67.
    pub would_ask: Option<Request>,
}

/// A step that Kakao puts around the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Identity verification, because CI is required and the account has none. <https://kakao-tam.tistory.com/105>.
    VerifyIdentity,
    /// A guardian agrees. Rule 86.
    GuardianConsent,
}

/// Why no consent screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Signed up before, and the request asks for nothing more. Rule 83.
    AlreadySignedUp,
    /// Everything that the request asks for is agreed to. Rule 68.
    NothingLeft,
    /// The request asks for optional terms only. Rule 66.
    NoRequiredTerm,
    /// The request asks only for items in use: those are asked for on a screen of their own, not on this one. Rule 50.
    AskedInUse,
    /// The account is verified as under 14 and the app refuses those. Rule 86.
    UnderAge,
    /// `prompt=none` for somebody who would have to agree first. Rule 87.
    ConsentRequired,
    /// A scope is sent that is not set up. Rule 88.
    ScopeNotSet,
    /// A channel is sent that is not linked with the app. Rule 34.
    ChannelNotLinked,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 8] = [
        Why::AlreadySignedUp,
        Why::NothingLeft,
        Why::NoRequiredTerm,
        Why::AskedInUse,
        Why::UnderAge,
        Why::ConsentRequired,
        Why::ScopeNotSet,
        Why::ChannelNotLinked,
    ];

    /// What the service gets at once.
    pub fn answer(self) -> Answer {
        match self {
            Why::AlreadySignedUp | Why::NothingLeft | Why::NoRequiredTerm | Why::AskedInUse => {
                Answer::Code
            }
            Why::UnderAge => Answer::Nothing,
            Why::ConsentRequired => Answer::ConsentRequired,
            Why::ScopeNotSet => Answer::Koe205,
            Why::ChannelNotLinked => Answer::Koe102,
        }
    }
}

/// What the service gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// `code` at the redirect URI.
    Code,
    /// `error=access_denied`. Rule 80.
    AccessDenied,
    /// `error=consent_required`. Rule 87.
    ConsentRequired,
    /// `KOE102`: no such channel is linked.
    Koe102,
    /// `KOE205`: a scope is not set up.
    Koe205,
    /// Nothing: the person stays on a page of Kakao's.
    Nothing,
}

/// What becomes of a person who is sent to Kakao.
pub fn outcome(document: &Document, facts: &Facts) -> Outcome {
    let mut left = lines::all(document, &facts.request, facts.options);
    left.retain(|(key, _)| is_asked(key, facts) && !is_agreed(key, facts));
    let why = refused(document, facts).or_else(|| {
        let quiet = quiet(document, facts, left.is_empty());
        let silent = facts.request.prompt == Some(Prompt::None);
        quiet.or(silent.then_some(Why::ConsentRequired))
    });
    let would_ask = would_ask(document, facts);
    if let Some(why) = why {
        return Outcome {
            before: Vec::new(),
            screen: None,
            keys: Vec::new(),
            why: Some(why),
            fills: Vec::new(),
            stays_empty: Vec::new(),
            after: Vec::new(),
            on_continue: why.answer(),
            on_cancel: None,
            would_ask,
        };
    }
    let verifies = must_verify(&left, facts);
    let after = (facts.person.age == Age::Under14).then_some(Step::GuardianConsent);
    let (fills, stays_empty) = lacking(&left, facts, verifies);
    let (keys, lines) = left.into_iter().unzip();
    Outcome {
        before: verifies
            .then_some(Step::VerifyIdentity)
            .into_iter()
            .collect(),
        screen: Some(on_screen(document, lines)),
        keys,
        why: None,
        fills,
        stays_empty,
        after: after.into_iter().collect(),
        on_continue: Answer::Code,
        on_cancel: Some(Answer::AccessDenied),
        would_ask,
    }
}

/// Whether the app refuses accounts that are verified as under 14. Rule 86.
pub(crate) fn refuses_under_14(document: &Document, facts: &Facts) -> bool {
    facts.options.over_14.unwrap_or(document.form.over_14)
}

/// What is refused before anything is asked.
fn refused(document: &Document, facts: &Facts) -> Option<Why> {
    let unset = |scope: &String| {
        scope_items(scope).is_some_and(|item| document.form.item(item).stage == Stage::NotUsed)
    };
    let unlinked = |id: &ChannelId| document.channels.iter().all(|channel| channel.id != *id);
    if facts.request.scope.iter().any(unset) {
        Some(Why::ScopeNotSet)
    } else if facts.request.channels.iter().any(unlinked) {
        Some(Why::ChannelNotLinked)
    } else if facts.person.age == Age::Under14 && refuses_under_14(document, facts) {
        Some(Why::UnderAge)
    } else {
        None
    }
}

/// Why somebody who signed up before is asked nothing. Whoever did not always meets the screen once, gaps and all. Rules 66–68, 83.
fn quiet(document: &Document, facts: &Facts, nothing_left: bool) -> Option<Why> {
    if facts.person.member != Member::Synced {
        return None;
    }
    let request = &facts.request;
    if !request.asks_more() {
        return Some(Why::AlreadySignedUp);
    }
    let is_required = |row: &usize| {
        document
            .form
            .terms
            .get(*row)
            .is_some_and(|term| term.required)
    };
    if request.scope.is_empty() && !request.service_terms.iter().any(is_required) {
        return Some(Why::NoRequiredTerm);
    }
    let in_use = |scope: &String| {
        scope_items(scope).is_some_and(|item| document.form.item(item).stage == Stage::DuringUse)
    };
    match (nothing_left, request.scope.iter().any(in_use)) {
        (true, true) => Some(Why::AskedInUse),
        (true, false) => Some(Why::NothingLeft),
        (false, _) => None,
    }
}

/// Whether the request asks for that line. Members are asked only for what it names, and never just to add a channel.
fn is_asked(key: &Key, facts: &Facts) -> bool {
    let request = &facts.request;
    let synced = facts.person.member == Member::Synced;
    match key {
        Key::Term(row) => match request.service_terms.as_slice() {
            [] => !synced,
            rows => rows.contains(row),
        },
        Key::Item(item) => {
            let named = |scope: &String| item.scopes().contains(&scope.as_str());
            !synced || request.scope.iter().any(named)
        }
        Key::Channel(_) => !synced,
    }
}

/// Whether the person agreed to that line before: then it is left out. Rule 68.
fn is_agreed(key: &Key, facts: &Facts) -> bool {
    match key {
        Key::Term(row) => facts.person.agreed_terms.contains(row),
        Key::Item(item) => facts.person.agreed_items.contains(item),
        Key::Channel(_) => false,
    }
}

/// Whether identity is verified before the screen: CI is required and the account has none.
fn must_verify(left: &[(Key, Line)], facts: &Facts) -> bool {
    let ci = left
        .iter()
        .any(|(key, line)| *key == Key::Item(Item::AccountCi) && line.required);
    ci && facts.person.unverified
}

/// The items of the screen that the account lacks: those that Kakao asks for, and those that stay empty. Rule 51.
fn lacking(left: &[(Key, Line)], facts: &Facts, verifies: bool) -> (Vec<Item>, Vec<Item>) {
    let (mut fills, mut empty) = (Vec::new(), Vec::new());
    for (_, line) in left {
        let Ask::Item { item, collects } = line.ask else {
            continue;
        };
        if item == Item::AccountCi {
            if facts.person.unverified && !verifies {
                empty.push(item);
            }
        } else if facts.person.lacks.contains(&item) {
            if collects { &mut fills } else { &mut empty }.push(item);
        }
    }
    (fills, empty)
}

/// The request that asks a member for what they did not agree to yet, with one required term at least, or no screen would come.
/// Rules 66, 67.
fn would_ask(document: &Document, facts: &Facts) -> Option<Request> {
    if facts.person.member != Member::Synced || facts.request.asks_more() {
        return None;
    }
    let mut request = Request::default();
    for (key, _) in lines::all(document, &request, facts.options) {
        if is_agreed(&key, facts) {
            continue;
        }
        match key {
            Key::Term(row) => request.service_terms.push(row),
            Key::Item(item) => request
                .scope
                .extend(item.scopes().iter().map(|scope| (*scope).to_owned())),
            Key::Channel(_) => {}
        }
    }
    crate::term::with_required(&document.form.terms, &mut request.service_terms);
    request.asks_more().then_some(request)
}

/// The item of the form that a scope belongs to; `None` for scopes that are set up elsewhere.
pub(crate) fn scope_items(scope: &str) -> Option<Item> {
    Item::ALL
        .into_iter()
        .find(|item| item.scopes().contains(&scope))
}
