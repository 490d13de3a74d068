//! The authorize address, and everything that is wrong with it. Rules 34, 53–55, 63, 66, 88–90.

use crate::application::Document;
use crate::consent_screen::{CHANNELS_MAX_CHOSEN, Facts, Place, Prompt};
use crate::form::is_web_address;
use crate::id::ChannelId;
use crate::item::{Item, Stage};

use super::sample;

/// What a developer puts in. Nothing of it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Client<'a> {
    /// REST API key; empty leaves a placeholder.
    pub id: &'a str,
    /// Redirect URI; empty takes the first that is registered.
    pub redirect_uri: &'a str,
    /// Value that ties the answer to the request; empty leaves it out.
    pub state: &'a str,
    /// Value that comes back in the ID token; empty leaves it out.
    pub nonce: &'a str,
    /// Profile IDs of the linked channels, as far as they are known.
    pub channels: &'a [(ChannelId, String)],
}

/// An address with what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The whole address.
    pub url: String,
    /// Its parameters, before encoding, in their order.
    pub parts: Vec<(&'static str, String)>,
    /// What is wrong; empty when nothing is.
    pub problems: Vec<Problem>,
}

/// Something wrong, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: ProblemCode,
    /// The scope, tag, channel or address; may be empty.
    pub value: String,
}

/// What can be wrong with an authorize address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemCode {
    /// No REST API key.
    ClientIdMissing,
    /// A REST API key has 32 characters of 0–9 and a–f. Our judgement.
    ClientIdMalformed,
    /// No redirect URI is registered.
    RedirectMissing,
    /// Not `http` or `https`.
    RedirectMalformed,
    /// Not exactly one of the registered ones.
    RedirectNotRegistered,
    /// Without `state` an answer cannot be told from a forged one. Our judgement.
    StateMissing,
    /// An additional consent brings an ID token, and `nonce` with it, only if `openid` is among its scopes.
    NonceWithoutOpenid,
    /// The form does not ask for that scope.
    ScopeNotSet,
    /// The old `profile` scope. Rule 55.
    ScopeLegacy,
    /// A scope of Kakao's partners. Rule 53.
    ScopePartnersOnly,
    /// `plusfriends` without a linked channel. Rule 54.
    ScopeNeedsChannel,
    /// A scope that is set up elsewhere, so nothing can be said of it here.
    ScopeElsewhere,
    /// That row of the terms does not exist.
    TermUnknown,
    /// A term without a tag cannot be asked for.
    TermWithoutTag,
    /// A tag with a comma or a space. Rule 63.
    TermTagMalformed,
    /// Only optional terms: no screen would come. Rule 66.
    NoRequiredTerm,
    /// The channel is not linked. Rule 34.
    ChannelNotLinked,
    /// The profile ID of the channel is not known here.
    ChannelIdMissing,
    /// More than two channels. Rule 33.
    TooManyChannels,
    /// Choosing channels needs a permission. Rule 33.
    ChannelWithoutPermission,
    /// `prompt=login` does not work in the in-app browser.
    LoginPromptInApp,
}

impl ProblemCode {
    /// All of them.
    pub const ALL: [ProblemCode; 21] = [
        ProblemCode::ClientIdMissing,
        ProblemCode::ClientIdMalformed,
        ProblemCode::RedirectMissing,
        ProblemCode::RedirectMalformed,
        ProblemCode::RedirectNotRegistered,
        ProblemCode::StateMissing,
        ProblemCode::NonceWithoutOpenid,
        ProblemCode::ScopeNotSet,
        ProblemCode::ScopeLegacy,
        ProblemCode::ScopePartnersOnly,
        ProblemCode::ScopeNeedsChannel,
        ProblemCode::ScopeElsewhere,
        ProblemCode::TermUnknown,
        ProblemCode::TermWithoutTag,
        ProblemCode::TermTagMalformed,
        ProblemCode::NoRequiredTerm,
        ProblemCode::ChannelNotLinked,
        ProblemCode::ChannelIdMissing,
        ProblemCode::TooManyChannels,
        ProblemCode::ChannelWithoutPermission,
        ProblemCode::LoginPromptInApp,
    ];

    /// The error that Kakao shows for it, where one is known.
    pub fn kakao(self) -> Option<super::Fault> {
        match self {
            ProblemCode::ClientIdMissing | ProblemCode::ClientIdMalformed => {
                Some(super::Fault::Koe101)
            }
            ProblemCode::RedirectMissing
            | ProblemCode::RedirectMalformed
            | ProblemCode::RedirectNotRegistered => Some(super::Fault::Koe006),
            ProblemCode::ScopeNotSet
            | ProblemCode::ScopeLegacy
            | ProblemCode::ScopePartnersOnly
            | ProblemCode::ScopeNeedsChannel => Some(super::Fault::Koe205),
            ProblemCode::ChannelNotLinked => Some(super::Fault::Koe102),
            _ => None,
        }
    }
}

/// The address that sends a person to Kakao. It is written out even when something is wrong with it.
pub fn address(document: &Document, facts: &Facts, client: &Client<'_>) -> Address {
    let mut parts: Vec<(&'static str, String)> = Vec::new();
    let mut problems = Vec::new();
    let request = &facts.request;
    let id = client.id.trim();
    parts.push((
        "client_id",
        if id.is_empty() { sample::CLIENT_ID } else { id }.to_owned(),
    ));
    if id.is_empty() {
        push(&mut problems, ProblemCode::ClientIdMissing, "");
    } else if id.len() != 32 || !id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        push(&mut problems, ProblemCode::ClientIdMalformed, id);
    }
    parts.push((
        "redirect_uri",
        redirect_uri(document, client, &mut problems),
    ));
    parts.push(("response_type", "code".to_owned()));
    if !request.scope.is_empty() {
        scopes(document, &request.scope, &mut problems);
        parts.push(("scope", request.scope.join(",")));
    }
    if let Some(prompt) = request.prompt {
        if prompt == Prompt::Login && request.place == Place::KakaoTalk {
            push(&mut problems, ProblemCode::LoginPromptInApp, prompt.word());
        }
        parts.push(("prompt", prompt.word().to_owned()));
    }
    if !request.service_terms.is_empty() {
        let tags = terms(document, &request.service_terms, &mut problems);
        parts.push(("service_terms", tags));
    }
    if !request.channels.is_empty() {
        let ids = channels(document, facts, client, &mut problems);
        parts.push(("channel_public_id", ids));
    }
    if client.state.is_empty() {
        push(&mut problems, ProblemCode::StateMissing, "");
    } else {
        parts.push(("state", client.state.to_owned()));
    }
    if !client.nonce.is_empty() {
        let asked = &request.scope;
        if !asked.is_empty() && asked.iter().all(|scope| scope != "openid") {
            push(&mut problems, ProblemCode::NonceWithoutOpenid, client.nonce);
        }
        parts.push(("nonce", client.nonce.to_owned()));
    }
    Address {
        url: written(&parts),
        parts,
        problems,
    }
}

fn push(problems: &mut Vec<Problem>, code: ProblemCode, value: &str) {
    problems.push(Problem {
        code,
        value: value.to_owned(),
    });
}

/// The redirect URIs as registered with Kakao; as long as those are not known, the ones in use. Rule 90.
pub fn registered(document: &Document) -> &[String] {
    let login = &document.form.login;
    match login.registered_redirect_uris.as_slice() {
        [] => &login.redirect_uris,
        registered => registered,
    }
}

fn redirect_uri(document: &Document, client: &Client<'_>, problems: &mut Vec<Problem>) -> String {
    let registered = registered(document);
    let first = registered
        .iter()
        .map(|uri| uri.trim())
        .find(|uri| !uri.is_empty());
    let wanted = client.redirect_uri;
    if wanted.is_empty() {
        if first.is_none() {
            push(problems, ProblemCode::RedirectMissing, "");
        }
        return first.unwrap_or(sample::REDIRECT_URI).to_owned();
    }
    if !is_web_address(wanted) {
        push(problems, ProblemCode::RedirectMalformed, wanted);
    } else if registered.iter().all(|uri| uri.trim() != wanted) {
        push(problems, ProblemCode::RedirectNotRegistered, wanted);
    }
    wanted.to_owned()
}

fn scopes(document: &Document, scopes: &[String], problems: &mut Vec<Problem>) {
    for scope in scopes {
        let item = Item::ALL
            .into_iter()
            .find(|item| item.scopes().contains(&scope.as_str()));
        let code = match (scope.as_str(), item) {
            (_, Some(item)) if document.form.item(item).stage == Stage::NotUsed => {
                ProblemCode::ScopeNotSet
            }
            (_, Some(_)) | ("openid", _) => continue,
            ("profile", _) => ProblemCode::ScopeLegacy,
            ("legal_name" | "legal_birth_date" | "legal_gender" | "is_korean", _) => {
                ProblemCode::ScopePartnersOnly
            }
            ("plusfriends", _) if document.channels.is_empty() => ProblemCode::ScopeNeedsChannel,
            ("plusfriends", _) => continue,
            _ => ProblemCode::ScopeElsewhere,
        };
        push(problems, code, scope);
    }
}

fn terms(document: &Document, rows: &[usize], problems: &mut Vec<Problem>) -> String {
    let mut tags: Vec<&str> = Vec::new();
    let mut required = false;
    for row in rows {
        let Some(term) = document.form.terms.get(*row) else {
            push(problems, ProblemCode::TermUnknown, &(row + 1).to_string());
            continue;
        };
        required |= term.required;
        let tag = term.tag.trim();
        if tag.is_empty() {
            push(problems, ProblemCode::TermWithoutTag, term.title_ko.trim());
            continue;
        }
        if tag.contains(|c: char| c == ',' || c.is_whitespace()) {
            push(problems, ProblemCode::TermTagMalformed, tag);
        }
        tags.push(tag);
    }
    if !required {
        push(problems, ProblemCode::NoRequiredTerm, "");
    }
    tags.join(",")
}

fn channels(
    document: &Document,
    facts: &Facts,
    client: &Client<'_>,
    problems: &mut Vec<Problem>,
) -> String {
    let wanted = &facts.request.channels;
    if !facts.options.chooses_channels {
        push(problems, ProblemCode::ChannelWithoutPermission, "");
    }
    if wanted.len() > CHANNELS_MAX_CHOSEN {
        push(problems, ProblemCode::TooManyChannels, "");
    }
    let mut ids: Vec<&str> = Vec::new();
    for id in wanted {
        let Some(linked) = document.channels.iter().find(|channel| channel.id == *id) else {
            push(problems, ProblemCode::ChannelNotLinked, id.as_str());
            continue;
        };
        let known = client.channels.iter().find(|(known, _)| known == id);
        if let Some((_, public_id)) = known {
            ids.push(public_id);
        } else {
            push(problems, ProblemCode::ChannelIdMissing, &linked.name);
            ids.push(sample::CHANNEL_PUBLIC_ID);
        }
    }
    ids.join(",")
}

fn written(parts: &[(&'static str, String)]) -> String {
    let mut url = "https://kauth.kakao.com/oauth/authorize".to_owned();
    for (n, (name, value)) in parts.iter().enumerate() {
        url.push(if n == 0 { '?' } else { '&' });
        url.push_str(name);
        url.push('=');
        // A list keeps its commas, so that people can read it.
        for (n, piece) in value.split(',').enumerate() {
            if n > 0 {
                url.push(',');
            }
            encode(piece, &mut url);
        }
    }
    url
}

/// Percent-encodes everything but unreserved characters. RFC 3986, section 2.3.
pub(super) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(half), 16);
                out.extend(digit.map(|c| c.to_ascii_uppercase()));
            }
        }
    }
}
