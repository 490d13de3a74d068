//! How the login is built: scopes that are really sent, keys, and what accounts are told apart by.

use std::collections::BTreeSet;

use crate::application::Document;
use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::{ClientSecret, Form, LoginLibrary};
use crate::item::{Item, Stage};
use crate::subject::{Field, LoginField, Subject};

/// Scopes that are no consent item of ours, but exist. <https://developers.kakao.com/docs/latest/ko/kakaologin/rest-api>.
const OTHER_SCOPES: [&str; 6] = [
    "openid",
    "plusfriends",
    "friends",
    "talk_message",
    "talk_calendar",
    "talk_calendar_task",
];
/// Scopes that only partners get. Rule 53.
const PARTNER_SCOPES: [&str; 4] = [
    "legal_name",
    "legal_birth_date",
    "legal_gender",
    "is_korean",
];

/// Most scopes that are looked at, each once. Our judgement: Kakao Login knows fewer than forty.
const SCOPES_MAX: usize = 100;

pub(super) fn check(document: &Document, found: &mut Vec<Finding>) {
    let form = &document.form;
    super::redirect::check(form, found);
    library(document, found);
    scopes(document, found);
    keys(form, found);
    if let Some(key) = form.login.account_key
        && form.item(key).stage != Stage::Required
    {
        found.push(
            Finding::new(Code::AccountKeyOptional, at(LoginField::AccountKey))
                .with(FactName::Name, key),
        );
    }
}

fn at(field: LoginField) -> Subject {
    Subject::Form(Field::Login(field))
}

fn item_of(scope: &str) -> Option<Item> {
    Item::ALL
        .into_iter()
        .find(|item| item.scopes().contains(&scope))
}

/// Whether asking for the item now makes every login fail: it is switched off, or the app cannot have it.
fn is_off(document: &Document, item: Item) -> bool {
    document.form.item(item).stage == Stage::NotUsed
        || super::facts::lacks_permission(document, item)
}

/// Scopes that the library sends whatever it is told. Rule 88.
fn library(document: &Document, found: &mut Vec<Finding>) {
    let Some(library) = document.form.login.library else {
        return;
    };
    let off: Vec<&str> = library
        .adds()
        .iter()
        .copied()
        .filter(|scope| item_of(scope).is_some_and(|item| is_off(document, item)))
        .collect();
    if !off.is_empty() {
        found.push(
            Finding::new(Code::LibrarySendsMore, at(LoginField::Library))
                .with(FactName::Library, library.name().unwrap_or_default())
                .with(FactName::Scope, off.join(", ")),
        );
    }
}

/// Scopes that the code sends.
fn scopes(document: &Document, found: &mut Vec<Finding>) {
    let form = &document.form;
    let added = form.login.library.map_or(&[][..], LoginLibrary::adds);
    let live = document.app.kakao_login || form.service.launched == Some(true);
    let known = document.app.permissions.is_some() || document.app.items_review.is_some();
    let mut unapproved: Vec<&str> = Vec::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let sent = form
        .login
        .scopes_sent
        .iter()
        .flat_map(|row| row.split([',', ' ']))
        .filter(|scope| !scope.is_empty() && told.insert(scope))
        .take(SCOPES_MAX);
    for scope in sent {
        let code = match item_of(scope) {
            Some(_) if added.contains(&scope) => continue,
            Some(item) if form.item(item).stage == Stage::NotUsed => Code::ScopeNotRequested,
            Some(item) if super::facts::lacks_permission(document, item) => {
                unapproved.push(scope);
                continue;
            }
            Some(_) => continue,
            None if scope == "profile" => Code::LegacyScope,
            None if PARTNER_SCOPES.contains(&scope) => Code::PartnerScope,
            None if OTHER_SCOPES.contains(&scope) => continue,
            None => Code::UnknownScope,
        };
        found.push(Finding::new(code, at(LoginField::ScopesSent)).with(FactName::Scope, scope));
    }
    if !unapproved.is_empty() {
        let certain = known
            || unapproved
                .iter()
                .any(|scope| item_of(scope) == Some(Item::AccountEmail));
        let weight = if live && certain {
            Weight::Warns
        } else {
            Weight::Notes
        };
        found.push(
            Finding::new(Code::ScopeNotApproved, at(LoginField::ScopesSent))
                .with(FactName::Scope, unapproved.join(", "))
                .weighing(weight),
        );
    }
}

/// Keys, secret and allowed addresses: three settings that stand in one place and break every login.
fn keys(form: &Form, found: &mut Vec<Finding>) {
    let login = &form.login;
    let mut say = |code, field| found.push(Finding::new(code, at(field)));
    if login.other_apps_keys == Some(true) {
        say(Code::OtherAppsKeys, LoginField::OtherAppsKeys);
    }
    if login.client_secret == Some(ClientSecret::NotSent) {
        say(Code::SecretNotSent, LoginField::ClientSecret);
    }
    if login.allowed_ips_checked == Some(false) {
        say(Code::AllowedIpsUnchecked, LoginField::AllowedIpsChecked);
    }
}
