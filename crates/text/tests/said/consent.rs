//! What is said about the consent screen, its payloads and its versions.

use domain::consent_screen::reading::Group;
use domain::consent_screen::{Answer, Situation, Step, Why};
use domain::payload::authorize::ProblemCode;
use domain::payload::{Api, Fault, GuardCode, Hook, Where};
use domain::term::{Change, Consequence};
use text::{consent, payload, versions};

use super::{Said, both};

macro_rules! all {
    ($out:ident, $module:ident::$function:ident: $values:expr) => {
        for value in $values.iter().copied() {
            $out.push(both((stringify!($function), value), |lang| {
                $module::$function(lang, value)
            }));
        }
    };
}

/// The words of every enum.
pub fn words() -> Vec<Said> {
    let mut out = Vec::new();
    all!(out, consent::situation: Situation::ALL);
    all!(out, consent::situation_hint: Situation::ALL);
    all!(out, consent::why: Why::ALL);
    all!(out, consent::step: [Step::VerifyIdentity, Step::GuardianConsent]);
    all!(out, consent::group: Group::ALL);
    let answers = [
        Answer::Code,
        Answer::AccessDenied,
        Answer::ConsentRequired,
        Answer::Koe102,
        Answer::Koe205,
        Answer::Nothing,
    ];
    all!(out, consent::answer: answers);
    all!(out, payload::guard: GuardCode::ALL);
    all!(out, payload::problem_code: ProblemCode::ALL);
    all!(out, payload::fault: Fault::ALL);
    all!(out, payload::fault_place: [Where::Page, Where::Token, Where::Api]);
    all!(out, payload::hook: [Hook::Unlink, Hook::ChannelAdded, Hook::ChannelBlocked]);
    all!(out, payload::api: Api::ALL);
    all!(out, versions::term_change: Change::ALL);
    all!(out, versions::consequence: Consequence::ALL);
    out
}

/// The sentences, under the name of their file.
pub fn sentences() -> Vec<Said> {
    let files = [
        ("consent", consent::ALL),
        ("payload", payload::ALL),
        ("versions", versions::ALL),
    ];
    let rows = files.into_iter().flat_map(|(file, rows)| {
        rows.iter()
            .map(move |(name, ko, en)| (format!("{file}::{name}"), (*ko).into(), (*en).into()))
    });
    rows.collect()
}
