//! How the login is built: redirect URIs, scopes that are really sent, and what accounts are told apart by.

use crate::finding::{Code, FactName, Finding};
use crate::form::{Form, REDIRECT_URIS_MAX, is_public_address};
use crate::item::{Item, Stage};
use crate::subject::{Field, LoginField, Subject};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    let at = |field| Subject::Form(Field::Login(field));
    let uris = &form.login.redirect_uris;
    if uris.len() > REDIRECT_URIS_MAX {
        found.push(
            Finding::new(Code::TooManyRedirects, at(LoginField::RedirectUris))
                .with(FactName::Limit, REDIRECT_URIS_MAX)
                .with(FactName::Count, uris.len()),
        );
    }
    if !uris.is_empty() && uris.iter().all(|uri| !is_public_address(uri)) {
        found.push(Finding::new(
            Code::RedirectOnlyLocal,
            at(LoginField::RedirectUris),
        ));
    }
    for scope in form.login.scopes_sent.iter().map(|scope| scope.trim()) {
        let item = Item::ALL
            .into_iter()
            .find(|item| item.scopes().contains(&scope));
        if item.is_some_and(|item| form.item(item).stage == Stage::NotUsed) {
            found.push(
                Finding::new(Code::ScopeNotRequested, at(LoginField::ScopesSent))
                    .with(FactName::Scope, scope),
            );
        }
    }
    if let Some(key) = form.login.account_key
        && form.item(key).stage != Stage::Required
    {
        found.push(
            Finding::new(Code::AccountKeyOptional, at(LoginField::AccountKey))
                .with(FactName::Name, key),
        );
    }
}
