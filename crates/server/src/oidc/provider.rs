//! A provider as the configuration names it.

use std::fmt;
use std::path::PathBuf;

use openidconnect::url::{Host, Url};
use serde::Deserialize;

use super::variables::variable;

/// A provider of `OpenID` Connect: a table `[[providers]]` of the configuration file.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its short name, in addresses: 1 to 20 of `a-z`, `0-9` and `-`. Never changed once people signed in with it.
    pub name: String,
    /// Its name as people know it; the short one without it.
    #[serde(default)]
    pub title: Option<String>,
    /// Its address, exactly as it names itself. HTTPS; on this machine HTTP will do.
    pub issuer: String,
    /// The identifier that it gave this installation.
    pub client_id: String,
    /// The secret that it gave this installation; without any it is a public client, which PKCE alone protects.
    #[serde(default)]
    pub client_secret: Option<String>,
    /// A file with the secret in it.
    #[serde(default)]
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for; `openid` always is. Without it also `profile`, unless the provider says that it has no such scope.
    #[serde(default)]
    pub scopes: Option<Vec<String>>,
    /// How the secret is handed over. Without it in the header, unless the provider says that it takes it only in the body.
    #[serde(default)]
    pub client_auth: Option<ClientAuth>,
    /// Who else its tokens may be for, beside this installation. Without it nobody.
    #[serde(default)]
    pub audiences: Vec<String>,
    /// What it is told when somebody wants another of their accounts there. Without it to let them choose, or, where it says that it
    /// cannot do that, to let them sign in anew.
    #[serde(default)]
    pub account_prompt: Option<AccountPrompt>,
}

/// How the secret is handed over to the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum ClientAuth {
    /// In the `Authorization` header: `client_secret_basic`.
    Basic,
    /// In the body of the request: `client_secret_post`.
    Post,
}

impl TryFrom<String> for ClientAuth {
    type Error = &'static str;

    /// What stands there instead is not repeated: it could be the secret.
    fn try_from(text: String) -> Result<ClientAuth, &'static str> {
        match text.as_str() {
            "basic" => Ok(ClientAuth::Basic),
            "post" => Ok(ClientAuth::Post),
            _ => Err("client_auth has to be basic or post"),
        }
    }
}

/// What the provider is told when somebody wants another of their accounts there: the `prompt` of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum AccountPrompt {
    /// To let them choose among their accounts: `select_account`.
    SelectAccount,
    /// To let them sign in anew: `login`.
    Login,
    /// Nothing. It is not called `none`, for that is a prompt of the standard as well: the one that shows no page at all.
    Off,
}

impl TryFrom<String> for AccountPrompt {
    type Error = &'static str;

    /// What stands there instead is not repeated: it could be the secret.
    fn try_from(text: String) -> Result<AccountPrompt, &'static str> {
        match text.as_str() {
            "select_account" => Ok(AccountPrompt::SelectAccount),
            "login" => Ok(AccountPrompt::Login),
            "off" => Ok(AccountPrompt::Off),
            _ => Err("account_prompt has to be select_account, login or off"),
        }
    }
}

/// The secret is in no log.
impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// What is wrong with a provider; each says what to do, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderProblem(pub String);

impl fmt::Display for ProviderProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ProviderProblem {}

impl Provider {
    /// Looks whether everything about it but the secret can be used.
    pub fn check(&self) -> Result<(), ProviderProblem> {
        let name = &self.name;
        let wrong = |words: &str| Err(self.wrong(words));
        let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        if !(1..=20).contains(&name.len()) || !name.bytes().all(plain) {
            return wrong("its name has to have 1 to 20 characters of a-z, 0-9 and -.");
        }
        if self.client_id.trim().is_empty() {
            return wrong("client_id is empty. Write the identifier that the provider gave you.");
        }
        if !Url::parse(&self.issuer).is_ok_and(|url| is_fit(&url)) {
            return wrong(
                "issuer has to be the address of the provider, beginning with https://, without ? and #.",
            );
        }
        if self.client_secret.is_some() && self.client_secret_file.is_some() {
            return wrong("it has both client_secret and client_secret_file. Keep one of them.");
        }
        Ok(())
    }

    /// Checks it, and fills in the secret from its file or from what `env` says about `SYNCDESK_PROVIDER_<NAME>_SECRET`. What stands
    /// around it there, most often the end of a line, is no part of it.
    pub fn ready(
        mut self,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Provider, ProviderProblem> {
        self.check()?;
        if let Some(file) = self.client_secret_file.take() {
            match std::fs::read_to_string(&file) {
                Ok(secret) => self.client_secret = Some(secret.trim().to_owned()),
                Err(problem) => {
                    let file = file.display();
                    return Err(self.wrong(&format!(
                        "client_secret_file {file} cannot be read: {problem}."
                    )));
                }
            }
        }
        if let Some(secret) = env(&variable(&self.name, "SECRET")) {
            self.client_secret = Some(secret.trim().to_owned());
        }
        if self.client_secret.as_deref() == Some("") {
            return Err(self.wrong("its secret is empty. Leave it out for a public client."));
        }
        Ok(self)
    }

    fn wrong(&self, words: &str) -> ProviderProblem {
        ProviderProblem(format!("provider \"{}\": {words}", self.name))
    }

    /// Its name as people know it.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }
}

/// Whether that can be an issuer.
fn is_fit(url: &Url) -> bool {
    let whole = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    whole && (url.scheme() == "https" || (url.scheme() == "http" && is_this_machine(url)))
}

/// Whether an address is on this machine.
pub(super) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(issuer: &str) -> Provider {
        Provider {
            name: "work".into(),
            title: None,
            issuer: issuer.into(),
            client_id: "desk".into(),
            client_secret: None,
            client_secret_file: None,
            scopes: None,
            client_auth: None,
            audiences: Vec::new(),
            account_prompt: None,
        }
    }

    #[test]
    fn an_issuer_is_https_or_on_this_machine() {
        for good in [
            "https://id.example",
            "https://id.example/realms/x",
            "http://127.0.0.1:9",
            "http://[::1]:9",
            "http://localhost",
        ] {
            assert!(provider(good).ready(|_| None).is_ok(), "{good}");
        }
        for bad in [
            "",
            "id.example",
            "http://id.example",
            "http://127.0.0.1.example",
            "https://id.example?x",
            "ftp://x",
            "https://a@id.example",
        ] {
            let problem = provider(bad).ready(|_| None).unwrap_err();
            assert!(
                problem.0.contains("\"work\"") && problem.0.contains("issuer"),
                "{problem}"
            );
        }
    }

    #[test]
    fn the_secret_comes_from_one_place_and_is_in_no_log() {
        let said =
            |name: &str| (name == "SYNCDESK_PROVIDER_WORK_SECRET").then(|| " s3cret\n".to_owned());
        let ready = provider("https://id.example").ready(said).unwrap();
        assert_eq!(ready.client_secret.as_deref(), Some("s3cret"));
        assert!(!format!("{ready:?}").contains("s3cret"));
        let both = Provider {
            client_secret: Some("a".into()),
            client_secret_file: Some("b".into()),
            ..provider("https://id.example")
        };
        assert!(both.ready(|_| None).is_err());
        let missing = Provider {
            client_secret_file: Some("/no/such/file".into()),
            ..provider("https://id.example")
        };
        assert!(
            missing
                .ready(|_| None)
                .unwrap_err()
                .0
                .contains("/no/such/file")
        );
    }
}
