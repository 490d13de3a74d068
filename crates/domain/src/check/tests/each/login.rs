//! The login, the files, the age term, and what nobody knows yet.

use super::{Row, phone};
use crate::check::tests::sound::file;
use crate::evidence::{Evidence, EvidenceKind, EvidencePage};
use crate::finding::Code::*;
use crate::form::*;
use crate::item::*;
use crate::subject::Subject;

pub(super) const ROWS: &[Row] = &[
    (
        |d| {
            phone(d).collect_if_absent = false;
            phone(d).if_absent = Some(IfAbsent::Refuse);
        },
        RefusesWithoutValue,
        "items.phone_number.if_absent",
    ),
    (
        |d| d.form.login.library = Some(LoginLibrary::Supabase),
        LibrarySendsMore,
        "login.library",
    ),
    (
        |d| {
            d.app.permissions = Some([Item::Name].into());
            d.form.login.scopes_sent = vec!["name,phone_number".into()];
        },
        ScopeNotApproved,
        "login.scopes_sent",
    ),
    (
        |d| d.form.login.scopes_sent = vec!["profile".into()],
        LegacyScope,
        "login.scopes_sent",
    ),
    (
        |d| d.form.login.scopes_sent = vec!["legal_name".into()],
        PartnerScope,
        "login.scopes_sent",
    ),
    (
        |d| d.form.login.scopes_sent = vec!["email".into()],
        UnknownScope,
        "login.scopes_sent",
    ),
    (
        |d| d.form.login.other_apps_keys = Some(true),
        OtherAppsKeys,
        "login.other_apps_keys",
    ),
    (
        |d| {
            d.form.login.registered_redirect_uris = vec!["https://byeolha.example/cb".into()];
            d.form.login.redirect_uris = vec!["https://byeolha.example/cb/".into()];
        },
        RedirectMismatch,
        "login.redirect_uris",
    ),
    (
        |d| d.form.login.registered_redirect_uris = vec!["https://other.example/cb".into()],
        RedirectOtherDomain,
        "login.registered_redirect_uris",
    ),
    (
        |d| d.form.login.client_secret = Some(ClientSecret::NotSent),
        SecretNotSent,
        "login.client_secret",
    ),
    (
        |d| d.form.login.allowed_ips_checked = Some(false),
        AllowedIpsUnchecked,
        "login.allowed_ips_checked",
    ),
    (
        |d| {
            let capture = file(EvidenceKind::LiveCapture, EvidencePage::Signup, &[]);
            d.form.evidence = vec![Evidence {
                production: Some(false),
                ..capture
            }];
        },
        NotProduction,
        "evidence.ev1",
    ),
    (
        |d| {
            d.form.terms[0].title_ko = "만 14세 이상입니다".into();
            d.form.over_14 = true;
        },
        AgeTermTag,
        "terms.0.tag",
    ),
    (
        |d| d.form.terms[0].tag = AGE_TERM_TAG.into(),
        AgeOptionOff,
        "over_14",
    ),
    (
        |d| {
            d.form.service.launched = None;
            d.form.not_known = [Subject::parse("service.launched").unwrap()].into();
        },
        NotKnownYet,
        "service.launched",
    ),
];
