//! Which providers are configured: those of the file, with their secrets, and those that only the environment names.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Settings;

use super::provider::Provider;
use super::variables::{named, variable};

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

fn from_environment(name: &str, variables: &BTreeMap<String, String>) -> Result<Provider, String> {
    let value = |which: &str| variables.get(&variable(name, which)).cloned();
    let words = |which: &str| -> Option<Vec<String>> {
        Some(
            value(which)?
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        )
    };
    let client_id = value("CLIENT_ID").ok_or_else(|| {
        let (issuer, client_id) = (variable(name, "ISSUER"), variable(name, "CLIENT_ID"));
        format!("{issuer} is set, but {client_id} is not. Set both.")
    })?;
    Ok(Provider {
        name: name.to_owned(),
        title: value("TITLE"),
        issuer: value("ISSUER").unwrap_or_default(),
        client_id,
        client_secret: None,
        client_secret_file: None,
        scopes: words("SCOPES"),
        client_auth: one_of_few(variables, variable(name, "CLIENT_AUTH"))?,
        audiences: words("AUDIENCES").unwrap_or_default(),
        account_prompt: one_of_few(variables, variable(name, "ACCOUNT_PROMPT"))?,
    })
}

/// The value of a variable that may have a few words only.
fn one_of_few<T: TryFrom<String, Error = &'static str>>(
    variables: &BTreeMap<String, String>,
    variable: String,
) -> Result<Option<T>, String> {
    let value = variables.get(&variable).cloned().map(T::try_from);
    value
        .transpose()
        .map_err(|words| format!("{variable}: {words}."))
}

#[cfg(test)]
mod tests {
    use super::super::provider::{AccountPrompt, ClientAuth};
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
        let file = "[[providers]]\nname = \"work\"\nissuer = \"https://id.example\"\nclient_id = \"desk\"\naudiences = [\"project\"]\naccount_prompt = \"login\"\n";
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
                ("SYNCDESK_PROVIDER_KAKAO_AUDIENCES", "project another"),
                ("SYNCDESK_PROVIDER_KAKAO_ACCOUNT_PROMPT", "off"),
            ],
        );
        let found = found.unwrap();
        assert_eq!(found.len(), 3);
        let kakao = ["openid", "profile_nickname"].map(str::to_owned).to_vec();
        assert_eq!(found[2].scopes, Some(kakao));
        assert_eq!(found[2].client_auth, Some(ClientAuth::Post));
        let others = ["project", "another"].map(str::to_owned);
        assert_eq!(found[2].audiences, others);
        assert_eq!(found[2].account_prompt, Some(AccountPrompt::Off));
        assert!(found[1].audiences.is_empty() && found[1].account_prompt.is_none());
        assert_eq!(found[0].client_secret.as_deref(), Some("s3cret"));
        assert_eq!(found[0].audiences, others[..1]);
        assert_eq!(found[0].account_prompt, Some(AccountPrompt::Login));
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
            (
                table("account_prompt = \"s3cret\"\n"),
                vec![],
                "account_prompt",
            ),
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
                String::new(),
                vec![
                    ("SYNCDESK_PROVIDER_X_ISSUER", "https://x.example"),
                    ("SYNCDESK_PROVIDER_X_CLIENT_ID", "desk"),
                    ("SYNCDESK_PROVIDER_X_ACCOUNT_PROMPT", "s3cret"),
                ],
                "ACCOUNT_PROMPT",
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
