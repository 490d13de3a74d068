//! The variables about providers: how they are called, and which of them nobody reads.

use std::collections::BTreeMap;

use super::provider::Provider;

/// What the names of all variables about providers begin with: then comes the provider's name, then which value it is.
pub const PREFIX: &str = "SYNCDESK_PROVIDER_";

/// The only value that is also read for a provider of the file.
const SECRET: &str = "SECRET";
/// What there is of a provider that only the environment names.
const VALUES: &[&str] = &[
    "ISSUER",
    "CLIENT_ID",
    SECRET,
    "TITLE",
    "SCOPES",
    "CLIENT_AUTH",
    "AUDIENCES",
    "ACCOUNT_PROMPT",
];

/// The variables of this process that are about providers.
pub fn variables() -> BTreeMap<String, String> {
    let all = std::env::vars_os().filter_map(|(name, value)| {
        let (name, value) = (name.into_string().ok()?, value.into_string().ok()?);
        name.starts_with(PREFIX).then_some((name, value))
    });
    all.collect()
}

/// How a value of the provider with that name is called.
pub(super) fn variable(provider: &str, value: &str) -> String {
    let provider = provider.to_ascii_uppercase().replace('-', "_");
    format!("{PREFIX}{provider}_{value}")
}

/// The provider that a variable with an issuer names.
pub(super) fn named(variable: &str) -> Option<String> {
    let name = variable.strip_prefix(PREFIX)?.strip_suffix("_ISSUER")?;
    Some(name.to_ascii_lowercase().replace('_', "-"))
}

/// What is said of each variable about providers that none of them reads, with the way out: most likely it is misspelt. `in_file`: the
/// providers of the file; `names`: those of the variables, for what they hold may be secret.
pub fn unread(in_file: &[Provider], names: &[String]) -> Vec<String> {
    let of_file = in_file.iter().map(|provider| &provider.name);
    let mut read: BTreeMap<String, &[&str]> = names
        .iter()
        .filter_map(|name| Some((variable(&named(name)?, ""), VALUES)))
        .collect();
    // One of both is that of the file.
    read.extend(of_file.map(|name| (variable(name, ""), &[SECRET] as &[&str])));
    let is_read = |name: &str| {
        let mut all = read.iter();
        all.any(|(before, values)| {
            name.strip_prefix(before)
                .is_some_and(|v| values.contains(&v))
        })
    };
    let unread = names.iter().filter(|name| !is_read(name));
    let told = |name: &String| {
        let way_out = way_out(name, &read);
        format!("the environment has {name}, which no provider reads. {way_out}")
    };
    unread.map(told).collect()
}

/// What to do with a variable that nobody reads. `read`: what is read of each provider, by what the names of its variables begin with.
fn way_out(name: &str, read: &BTreeMap<String, &[&str]>) -> String {
    let before = |value: &str| {
        let before = name.strip_suffix(value)?.strip_suffix('_')?;
        before.starts_with(PREFIX).then_some(before)
    };
    if let Some(before) = before("CLIENT_SECRET") {
        return format!("A secret is called {before}_{SECRET}.");
    }
    // Of two providers one may have the name with which the other's begins: then the longer one is meant.
    let of_provider = read.iter().filter(|(before, _)| name.starts_with(*before));
    if let Some((before, values)) = of_provider.max_by_key(|(before, _)| before.len()) {
        return if **values == [SECRET] {
            format!(
                "Its provider stands in the file, and so does everything about it but {before}{SECRET}."
            )
        } else {
            let all: Vec<String> = values.iter().map(|v| format!("{before}{v}")).collect();
            format!("Of its provider there are {}.", all.join(", "))
        };
    }
    match VALUES.iter().copied().find_map(before) {
        Some(before) => format!(
            "There is no provider of that name, in the file or by {before}_ISSUER. Correct the name, or set that one as well."
        ),
        None => format!(
            "They are called {PREFIX}NAME_ and then {}.",
            VALUES.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Given, judge, load};

    /// What is said of variables beside a provider "work" of the file and a provider "home" of the environment.
    fn said(names: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("syncdesk.toml");
        let file = "[[providers]]\nname = \"work\"\nissuer = \"https://id.example\"\nclient_id = \"desk\"\n";
        std::fs::write(&path, file).unwrap();
        let home = ["HOME_ISSUER", "HOME_CLIENT_ID"];
        let all = names.iter().chain(&home);
        let given = Given {
            file: Some(path),
            environment: all
                .map(|name| (format!("{PREFIX}{name}"), "s3cret".to_owned()))
                .collect(),
            ..Given::default()
        };
        assert!(given.unknown_variables().is_empty());
        let found = judge(&load(&given).unwrap(), false, 2);
        assert!(found.iter().all(|problem| !problem.is_fatal));
        found.into_iter().map(|problem| problem.words).collect()
    }

    #[test]
    fn what_no_provider_reads_is_named_with_the_way_out() {
        for (name, way_out) in [
            (
                "WORK_CLIENT_SECRET",
                "A secret is called SYNCDESK_PROVIDER_WORK_SECRET.",
            ),
            (
                "HOME_CLIENT_SECRET",
                "A secret is called SYNCDESK_PROVIDER_HOME_SECRET.",
            ),
            (
                "WORK_ISSUER",
                "stands in the file, and so does everything about it but SYNCDESK_PROVIDER_WORK_SECRET.",
            ),
            ("WORK_SCOPES", "stands in the file"),
            (
                "HOME_SCOPE",
                "there are SYNCDESK_PROVIDER_HOME_ISSUER, SYNCDESK_PROVIDER_HOME_CLIENT_ID,",
            ),
            ("KAKAO_CLIENT_ID", "or by SYNCDESK_PROVIDER_KAKAO_ISSUER."),
            ("WROK_SECRET", "or by SYNCDESK_PROVIDER_WROK_ISSUER."),
            ("SECRET", "They are called SYNCDESK_PROVIDER_NAME_ and then"),
            ("CLIENT_SECRET", "or by SYNCDESK_PROVIDER_CLIENT_ISSUER."),
        ] {
            let found = said(&[name]);
            let whole = format!("the environment has {PREFIX}{name}, which no provider reads. ");
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(
                found[0].starts_with(&whole) && found[0].contains(way_out),
                "{found:?}"
            );
            assert!(!found[0].contains("s3cret"));
        }
    }

    #[test]
    fn of_what_a_provider_reads_nothing_is_said() {
        let home = VALUES.iter().map(|value| format!("HOME_{value}"));
        let home: Vec<String> = home.collect();
        let mut names: Vec<&str> = home.iter().map(String::as_str).collect();
        names.push("WORK_SECRET");
        // One whose name begins like another's: what looks like a misspelt secret of that one is a secret of this one.
        names.extend([
            "WORK_CLIENT_ISSUER",
            "WORK_CLIENT_CLIENT_ID",
            "WORK_CLIENT_SECRET",
        ]);
        assert_eq!(said(&names), Vec::<String>::new());
    }
}
