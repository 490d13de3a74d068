//! Error answers, and which of them a person's way can meet.

use super::{Given, Json};
use crate::application::Document;
use crate::consent_screen::{Age, Answer, Facts, Outcome, refuses_under_14};
use crate::item::{Item, Stage};

/// An error of Kakao's. <https://developers.kakao.com/docs/latest/ko/kakaologin/trouble-shooting>,
/// <https://developers.kakao.com/docs/latest/ko/rest-api/error-code>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// `KOE006`: the redirect URI is not registered.
    Koe006,
    /// `KOE101`: no app has that key.
    Koe101,
    /// `KOE102`: the channel is not linked. Rule 34.
    Koe102,
    /// `KOE205`: a scope is not set up. Rule 88.
    Koe205,
    /// `KOE237`: too many token requests.
    Koe237,
    /// `-3`: a feature is not switched on.
    NotEnabled,
    /// `-5`: no permission.
    NoPermission,
    /// `-402`: the person did not agree.
    NoConsent,
    /// `-406`: the person turned out to be under 14, and the app refuses those.
    UnderAge,
}

/// Where an error shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// On a page of Kakao's, in place of the login.
    Page,
    /// In the answer to the request for a token.
    Token,
    /// In the answer of an interface.
    Api,
}

impl Fault {
    /// All of them.
    pub const ALL: [Fault; 9] = [
        Fault::Koe006,
        Fault::Koe101,
        Fault::Koe102,
        Fault::Koe205,
        Fault::Koe237,
        Fault::NotEnabled,
        Fault::NoPermission,
        Fault::NoConsent,
        Fault::UnderAge,
    ];

    /// The code.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Koe006 => "KOE006",
            Fault::Koe101 => "KOE101",
            Fault::Koe102 => "KOE102",
            Fault::Koe205 => "KOE205",
            Fault::Koe237 => "KOE237",
            Fault::NotEnabled => "-3",
            Fault::NoPermission => "-5",
            Fault::NoConsent => "-402",
            Fault::UnderAge => "-406",
        }
    }

    /// Where it shows.
    pub fn place(self) -> Where {
        match self {
            Fault::Koe006 | Fault::Koe101 | Fault::Koe102 | Fault::Koe205 => Where::Page,
            Fault::Koe237 => Where::Token,
            Fault::NotEnabled | Fault::NoPermission | Fault::NoConsent | Fault::UnderAge => {
                Where::Api
            }
        }
    }

    /// The HTTP status; `None` where no source says it.
    pub fn status(self) -> Option<u16> {
        match self {
            Fault::NotEnabled | Fault::NoPermission | Fault::NoConsent => Some(403),
            Fault::UnderAge => Some(401),
            Fault::Koe006 | Fault::Koe101 | Fault::Koe102 | Fault::Koe205 | Fault::Koe237 => None,
        }
    }

    /// The body. Names and numbers are Kakao's; a message that no source gives is left empty. `missing`: scopes not agreed to.
    pub fn body(self, missing: &[&str]) -> Json {
        let scopes = |list: &[&str]| Json::List(list.iter().map(|one| Json::text(one)).collect());
        let koe = |error: &str| {
            Json::Object(vec![
                ("error", Json::text(error)),
                ("error_description", Json::text("")),
                ("error_code", Json::text(self.code())),
            ])
        };
        let api = |msg: &str, code| vec![("msg", Json::text(msg)), ("code", Json::Int(code))];
        match self {
            Fault::Koe006 | Fault::Koe237 => koe(""),
            Fault::Koe101 | Fault::Koe102 => koe("invalid_client"),
            Fault::Koe205 => koe("invalid_scope"),
            Fault::NotEnabled => Json::Object(api("", -3)),
            Fault::NoPermission => Json::Object(api("permission denied", -5)),
            Fault::UnderAge => Json::Object(api("", -406)),
            Fault::NoConsent => {
                let mut fields = api("", -402);
                fields.push(("required_scopes", scopes(missing)));
                Json::Object(fields)
            }
        }
    }
}

/// The errors that this person's way can meet. Those of a wrong set-up belong to every way.
pub fn faults(document: &Document, facts: &Facts, outcome: &Outcome, given: &Given) -> Vec<Fault> {
    let address = document.form.item(Item::ShippingAddress).stage;
    let not_agreed = !given.items.contains(&Item::ShippingAddress);
    let too_young = facts.person.age != Age::Over14 && refuses_under_14(document, facts);
    let met = [
        (true, Fault::Koe006),
        (true, Fault::Koe101),
        (outcome.on_continue == Answer::Koe102, Fault::Koe102),
        (outcome.on_continue == Answer::Koe205, Fault::Koe205),
        (given.token, Fault::Koe237),
        (given.token && address == Stage::NotUsed, Fault::NotEnabled),
        (given.token, Fault::NoPermission),
        (
            given.token && address != Stage::NotUsed && not_agreed,
            Fault::NoConsent,
        ),
        (too_young, Fault::UnderAge),
    ];
    met.into_iter()
        .filter_map(|(is_so, fault)| is_so.then_some(fault))
        .collect()
}
