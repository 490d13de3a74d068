//! The answers that a service gets, at its redirect URI and from the interfaces.

use super::authorize::encode;
use super::{Given, Guard, GuardCode, Json, sample, user};
use crate::application::Document;
use crate::consent_screen::Answer;
use crate::item::{Item, Stage};

/// An interface that a service asks about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Api {
    /// Who they are.
    Me,
    /// What they agreed to.
    Scopes,
    /// Which terms they agreed to.
    Terms,
    /// Where they have things sent.
    Addresses,
}

impl Api {
    /// All of them.
    pub const ALL: [Api; 4] = [Api::Me, Api::Scopes, Api::Terms, Api::Addresses];

    /// Method and address.
    pub fn call(self) -> &'static str {
        match self {
            Api::Me => "GET https://kapi.kakao.com/v2/user/me",
            Api::Scopes => "GET https://kapi.kakao.com/v2/user/scopes",
            Api::Terms => {
                "GET https://kapi.kakao.com/v2/user/service_terms?result=app_service_terms"
            }
            Api::Addresses => "GET https://kapi.kakao.com/v1/user/shipping_address",
        }
    }
}

/// An answer with what to guard against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Who answers.
    pub api: Api,
    /// The body.
    pub body: Json,
    /// What to guard against, in the order of the body.
    pub guards: Vec<Guard>,
}

/// Every answer about a person; none without a token. Addresses only where they are asked for at all.
pub fn replies(document: &Document, given: &Given) -> Vec<Reply> {
    let mut replies = Vec::new();
    for api in Api::ALL {
        let unused = document.form.item(Item::ShippingAddress).stage == Stage::NotUsed;
        if !given.token || api == Api::Addresses && unused {
            continue;
        }
        let mut guards = Vec::new();
        let body = match api {
            Api::Me => user::me(document, given, &mut guards),
            Api::Scopes => user::scopes(document, given, &mut guards),
            Api::Terms => user::terms(document, given, &mut guards),
            Api::Addresses => user::addresses(given, &mut guards),
        };
        replies.push(Reply { api, body, guards });
    }
    replies
}

/// The address to which Kakao sends the person back; `None` when they stay on a page of Kakao's. Rules 80, 87.
pub fn redirect(answer: Answer, redirect_uri: &str, state: &str) -> Option<String> {
    let said = match answer {
        Answer::Code => format!("code={}", sample::CODE),
        Answer::AccessDenied => {
            "error=access_denied&error_description=User%20denied%20access".to_owned()
        }
        Answer::ConsentRequired => "error=consent_required".to_owned(),
        Answer::Koe102 | Answer::Koe205 | Answer::Nothing => return None,
    };
    let uri = Some(redirect_uri.trim()).filter(|uri| !uri.is_empty());
    let uri = uri.unwrap_or(sample::REDIRECT_URI);
    let join = if uri.contains('?') { '&' } else { '?' };
    let mut address = format!("{uri}{join}{said}");
    if !state.is_empty() {
        address.push_str("&state=");
        encode(state, &mut address);
    }
    Some(address)
}

/// What to guard against at the redirect URI.
pub fn redirect_guards(answer: Answer) -> &'static [GuardCode] {
    match answer {
        Answer::Code => &[GuardCode::StateDiffers],
        Answer::AccessDenied => &[GuardCode::StateDiffers, GuardCode::NoCode],
        Answer::ConsentRequired => &[GuardCode::StateDiffers, GuardCode::AskFirst],
        Answer::Koe102 | Answer::Koe205 | Answer::Nothing => &[],
    }
}
