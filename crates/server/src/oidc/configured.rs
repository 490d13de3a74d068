//! Which providers are configured: those of the file, with their secrets, and those that only the environment names.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Settings;

use super::provider::{ClientAuth, Provider};

/// What the names of all variables about providers begin with: then comes the provider's name, then which value it is.
pub const PREFIX: &str = "SYNCDESK_PROVIDER_";

/// The variables of this process that are about providers.
pub fn variables() -> BTreeMap<String, String> {
    let all = std::env::vars_os().filter_map(|(name, value)| {
        let (name, value) = (name.into_string().ok()?, value.into_string().ok()?);
        name.starts_with(PREFIX).then_some((name, value))
    });
    all.collect()
}

/// The providers, checked and with their secrets. What is wrong is said in a sentence without any secret in it.
///
/// # Errors
/// When one cannot be used, or two have the same name.
pub fn configured(
    settings: &Settings,
    variables: &BTreeMap<String, String>,
) -> Result<Vec<Provider>, String> {
    let providers = without_secrets(settings, variables)?.into_iter();
    let ready = providers.map(|provider| {
        let ready = provider.ready(|name| variables.get(name).cloned());
        ready.map_err(|problem| problem.0)
    });
    ready.collect()
}

/// The providers as they stand in the configuration, checked but for their secrets: those may be for the server's eyes only.
///
/// # Errors
/// When one cannot be used, or two have the same name.
pub fn without_secrets(
    settings: &Settings,
    variables: &BTreeMap<String, String>,
) -> Result<Vec<Provider>, String> {
    let mut providers: Vec<Provider> = settings.table("providers")?;
    for name in variables.keys().filter_map(|name| named(name)) {
        if !providers.iter().any(|provider| provider.name == name) {
            providers.push(from_environment(&name, variables)?);
        }
    }
    let mut names = BTreeSet::new();
    for provider in &providers {
        provider.check().map_err(|problem| problem.0)?;
        let name = &provider.name;
        if !names.insert(name) {
            return Err(format!(
                "two providers are called \"{name}\". Give each a name of its own."
            ));
        }
    }
    Ok(providers)
}

/// The provider that a variable with an issuer names.
fn named(variable: &str) -> Option<String> {
    let name = variable.strip_prefix(PREFIX)?.strip_suffix("_ISSUER")?;
    Some(name.to_ascii_lowercase().replace('_', "-"))
}

fn from_environment(name: &str, variables: &BTreeMap<String, String>) -> Result<Provider, String> {
    let before = format!("{PREFIX}{}_", name.to_ascii_uppercase().replace('-', "_"));
    let value = |which: &str| variables.get(&format!("{before}{which}")).cloned();
    let client_id = value("CLIENT_ID")
        .ok_or_else(|| format!("{before}ISSUER is set, but {before}CLIENT_ID is not. Set both."))?;
    let client_auth = match value("CLIENT_AUTH").map(ClientAuth::try_from) {
        Some(Err(words)) => return Err(format!("{before}CLIENT_AUTH: {words}.")),
        Some(Ok(way)) => Some(way),
        None => None,
    };
    Ok(Provider {
        name: name.to_owned(),
        title: value("TITLE"),
        issuer: value("ISSUER").unwrap_or_default(),
        client_id,
        client_secret: None,
        client_secret_file: None,
        scopes: value("SCOPES")
            .map(|scopes| scopes.split_whitespace().map(str::to_owned).collect()),
        client_auth,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Given, load};

    fn read(file: &str, variables: &[(&str, &str)]) -> Result<Vec<Provider>, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("syncdesk.toml");
        std::fs::write(&path, file).unwrap();
        let given = Given {
            file: Some(path),
            ..Given::default()
        };
        let settings = load(&given).map_err(|problems| problems.join("; "))?;
        let pairs = variables.iter();
        let variables = pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        configured(&settings, &variables.collect())
    }

    #[test]
    fn providers_come_from_the_file_and_from_the_environment() {
        let file = "[[providers]]\nname = \"work\"\nissuer = \"https://id.example\"\nclient_id = \"desk\"\n";
        let found = read(
            file,
            &[
                ("SYNCDESK_PROVIDER_WORK_SECRET", "s3cret"),
                ("SYNCDESK_PROVIDER_AT_HOME_ISSUER", "https://home.example"),
                ("SYNCDESK_PROVIDER_AT_HOME_CLIENT_ID", "desk-2"),
                ("SYNCDESK_PROVIDER_KAKAO_ISSUER", "https://kakao.example"),
                ("SYNCDESK_PROVIDER_KAKAO_CLIENT_ID", "desk-3"),
                ("SYNCDESK_PROVIDER_KAKAO_SCOPES", "openid profile_nickname"),
                ("SYNCDESK_PROVIDER_KAKAO_CLIENT_AUTH", "post"),
            ],
        );
        let found = found.unwrap();
        assert_eq!(found.len(), 3);
        let kakao = ["openid", "profile_nickname"].map(str::to_owned).to_vec();
        assert_eq!(found[2].scopes, Some(kakao));
        assert_eq!(found[2].client_auth, Some(ClientAuth::Post));
        assert_eq!(found[0].client_secret.as_deref(), Some("s3cret"));
        assert_eq!(found[1].name, "at-home");
        assert_eq!((&found[1].scopes, found[1].client_auth), (&None, None));
        assert!(read("", &[]).unwrap().is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_without_the_secret() {
        let table = |more: &str| {
            format!(
                "[[providers]]\nname = \"work\"\nissuer = \"https://id.example\"\nclient_id = \"desk\"\n{more}"
            )
        };
        for (file, variables, words) in [
            (table("client_secrt = \"s3cret\"\n"), vec![], "client_secrt"),
            (table("client_auth = \"s3cret\"\n"), vec![], "client_auth"),
            (table("") + &table(""), vec![], "two providers"),
            (
                String::new(),
                vec![("SYNCDESK_PROVIDER_X_ISSUER", "https://x.example")],
                "CLIENT_ID",
            ),
            (
                String::new(),
                vec![
                    ("SYNCDESK_PROVIDER_X_ISSUER", "https://x.example"),
                    ("SYNCDESK_PROVIDER_X_CLIENT_ID", "desk"),
                    ("SYNCDESK_PROVIDER_X_CLIENT_AUTH", "s3cret"),
                ],
                "CLIENT_AUTH",
            ),
            (
                table("").replace("https:", "http:"),
                vec![("SYNCDESK_PROVIDER_WORK_SECRET", "s3cret")],
                "https://",
            ),
        ] {
            let problem = read(&file, &variables).unwrap_err();
            assert!(
                problem.contains(words) && !problem.contains("s3cret"),
                "{problem}"
            );
        }
    }
}
