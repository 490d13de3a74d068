//! Redirect URIs: what the code uses against what is registered, letter by letter. Rule 89.

use crate::finding::{Code, Difference, FactName, Finding};
use crate::form::{Form, LoginLibrary, REDIRECT_URIS_MAX, is_public_address, is_web_address};
use crate::subject::{Field, LoginField, Subject};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    let (used, registered) = (
        &form.login.redirect_uris,
        &form.login.registered_redirect_uris,
    );
    for (uris, field) in [
        (used, LoginField::RedirectUris),
        (registered, LoginField::RegisteredRedirectUris),
    ] {
        if uris.len() > REDIRECT_URIS_MAX {
            found.push(
                Finding::new(Code::TooManyRedirects, at(field))
                    .with(FactName::Limit, REDIRECT_URIS_MAX)
                    .with(FactName::Count, uris.len()),
            );
        }
    }
    let (known, field) = if registered.is_empty() {
        (used, LoginField::RedirectUris)
    } else {
        (registered, LoginField::RegisteredRedirectUris)
    };
    if !known.is_empty() && known.iter().all(|uri| !is_public_address(uri)) {
        found.push(Finding::new(Code::RedirectOnlyLocal, at(field)));
    } else {
        other_domain(form, known, field, found);
    }
    if !registered.is_empty() {
        for uri in used.iter().filter(|uri| !registered.contains(uri)) {
            mismatch(uri, registered, found);
        }
    }
}

fn at(field: LoginField) -> Subject {
    Subject::Form(Field::Login(field))
}

/// A URI in use that is not registered, beside the registered one that is most like it.
fn mismatch(uri: &str, registered: &[String], found: &mut Vec<Finding>) {
    let nearest = registered
        .iter()
        .max_by_key(|one| difference(one, uri).map(nearness));
    let mut finding = Finding::new(Code::RedirectMismatch, at(LoginField::RedirectUris))
        .with(FactName::Entered, uri);
    if let Some(nearest) = nearest
        && let Some(difference) = difference(nearest, uri)
    {
        finding = finding
            .with(FactName::Registered, nearest.as_str())
            .with(FactName::Difference, difference);
    }
    found.push(finding);
}

/// The smaller the difference, the more likely that this one was meant.
fn nearness(difference: Difference) -> u8 {
    match difference {
        Difference::Spaces => 8,
        Difference::TrailingSlash => 7,
        Difference::Case => 6,
        Difference::Scheme => 5,
        Difference::Query => 4,
        Difference::Port => 3,
        Difference::Path => 2,
        Difference::Host
        | Difference::Brackets
        | Difference::CorporateForm
        | Difference::Letters => 1,
    }
}

/// In what two URIs differ most tellingly; `None` when they are the same.
fn difference(a: &str, b: &str) -> Option<Difference> {
    if a == b {
        return None;
    }
    if a.trim() == b.trim() {
        return Some(Difference::Spaces);
    }
    let (a, b) = (a.trim(), b.trim());
    if a.trim_end_matches('/') == b.trim_end_matches('/') {
        return Some(Difference::TrailingSlash);
    }
    if a.eq_ignore_ascii_case(b) {
        return Some(Difference::Case);
    }
    let (a, b) = (Parts::of(a), Parts::of(b));
    Some(if !a.host.eq_ignore_ascii_case(b.host) {
        Difference::Host
    } else if a.port() != b.port() && a.port.is_some() | b.port.is_some() {
        Difference::Port
    } else if a.path.trim_end_matches('/') != b.path.trim_end_matches('/') {
        Difference::Path
    } else if a.query != b.query {
        Difference::Query
    } else if a.scheme != b.scheme {
        Difference::Scheme
    } else {
        Difference::Path
    })
}

/// The parts of a URI, as written.
struct Parts<'a> {
    scheme: &'a str,
    host: &'a str,
    port: Option<&'a str>,
    path: &'a str,
    query: &'a str,
}

impl Parts<'_> {
    fn of(uri: &str) -> Parts<'_> {
        let (scheme, rest) = uri.split_once("://").unwrap_or(("", uri));
        let end = rest.find(['?', '#']).unwrap_or(rest.len());
        let (rest, query) = rest.split_at(end);
        let (place, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (host, port) = place
            .split_once(':')
            .map_or((place, None), |(host, port)| (host, Some(port)));
        Parts {
            scheme,
            host,
            port,
            path,
            query,
        }
    }

    /// The port, written or not.
    fn port(&self) -> &str {
        self.port.unwrap_or(match self.scheme {
            "http" => "80",
            _ => "443",
        })
    }
}

/// The service runs somewhere else than every redirect URI leads to.
fn other_domain(form: &Form, known: &[String], field: LoginField, found: &mut Vec<Finding>) {
    let service = form.service.url.trim();
    let hosted = form.login.library.is_some_and(LoginLibrary::is_hosted);
    if known.is_empty() || hosted || !is_web_address(service) || !is_public_address(service) {
        return;
    }
    let home = domain(Parts::of(service).host);
    if known
        .iter()
        .all(|uri| domain(Parts::of(uri.trim()).host) != home)
    {
        found.push(
            Finding::new(Code::RedirectOtherDomain, at(field))
                .with(FactName::Site, service)
                .with(
                    FactName::Registered,
                    known.first().map_or("", String::as_str),
                ),
        );
    }
}

/// The part of a host that its owner registered: the last two names, three under `co.kr` and its like, all of a number.
fn domain(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    let names: Vec<&str> = host.split('.').collect();
    let is_number = names
        .iter()
        .all(|name| name.bytes().all(|b| b.is_ascii_digit()));
    let second = names.len().checked_sub(2).and_then(|at| names.get(at));
    let last_is_country = names.last().is_some_and(|name| name.len() == 2);
    let keep = match second {
        _ if is_number => names.len(),
        Some(second) if last_is_country && second.len() <= 3 => 3,
        // Hosts under which everybody has a name of their own.
        Some(&("vercel" | "netlify" | "github" | "herokuapp" | "web" | "pages" | "imweb")) => 3,
        _ => 2,
    };
    names
        .iter()
        .skip(names.len().saturating_sub(keep))
        .copied()
        .collect::<Vec<_>>()
        .join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_difference_is_named() {
        let one = "https://a.example/cb";
        for (other, wanted) in [
            ("https://a.example/cb", None),
            (" https://a.example/cb", Some(Difference::Spaces)),
            ("https://a.example/cb/", Some(Difference::TrailingSlash)),
            ("https://a.example/CB", Some(Difference::Case)),
            ("http://a.example/cb", Some(Difference::Scheme)),
            ("https://a.example:8443/cb", Some(Difference::Port)),
            ("https://www.a.example/cb", Some(Difference::Host)),
            ("https://a.example/callback", Some(Difference::Path)),
            ("https://a.example/cb?x=1", Some(Difference::Query)),
        ] {
            assert_eq!(difference(one, other), wanted, "{other}");
        }
    }

    #[test]
    fn a_service_and_its_subdomains_are_one() {
        assert_eq!(domain("www.shop.co.kr"), domain("auth.shop.co.kr"));
        assert_eq!(domain("api.byeolha.example"), "byeolha.example");
        assert_ne!(domain("a.vercel.app"), domain("b.vercel.app"));
        assert_ne!(domain("203.0.113.9"), domain("203.1.113.9"));
    }
}
