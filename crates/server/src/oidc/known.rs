//! What is known about a provider: its addresses and keys, asked for when they are needed and kept for a while.

use std::sync::{Arc, Mutex, PoisonError};

use domain::account::SignInProblem;
use domain::time::Time;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClient,
    CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, ClientId, ClientSecret, DiscoveryError, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, ProviderMetadata, RedirectUrl, Scope,
};
use serde::{Deserialize, Serialize};

use super::outside::{NoAnswer, Outside};
use super::provider::{AccountPrompt, ClientAuth, Provider};
use super::room::{AT_ONCE, Room};

/// After so long the addresses and keys are asked for again.
const KEPT_MS: i64 = 60 * 60 * 1_000;
/// Where they cannot be had, the old ones are good for so long.
const STALE_MS: i64 = 24 * 60 * 60 * 1_000;
/// A token with an unknown key makes the keys be asked for again, but not more often than this.
const ANEW_MS: i64 = 60 * 1_000;
/// Who was asked in vain is not asked again for so long, as long as the old ones are good: nobody waits twice for what does not come.
const VAIN_MS: i64 = 60 * 1_000;
/// The same where there are no old ones, and so nobody gets in: long enough that not everybody waits for themselves.
const SILENT_MS: i64 = 5 * 1_000;

/// What later documents (RFC 9207, and "Initiating User Registration") add to what a provider says about itself.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Extra {
    /// Whether it names itself when it sends somebody back.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
    /// What it can be told to ask somebody; many do not say.
    #[serde(default)]
    prompt_values_supported: Option<Vec<String>>,
}

impl AdditionalProviderMetadata for Extra {}

type Metadata = ProviderMetadata<
    Extra,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// A client of a provider that says where its two ends are.
pub(super) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider, with what it said about itself.
pub(super) struct Known {
    pub(super) provider: Provider,
    pub(super) outside: Outside,
    /// Its own, so that one that hangs does not keep people from the others.
    pub(super) room: Room,
    issuer: IssuerUrl,
    back_to: RedirectUrl,
    heard: Mutex<Heard>,
}

/// What came of asking a provider about itself.
#[derive(Default, Clone)]
struct Heard {
    /// What it said, and when.
    said: Option<(Time, Arc<Metadata>)>,
    /// When it was last asked in vain, and why.
    in_vain: Option<(Time, Stopped)>,
}

/// How somebody is sent there.
pub(super) struct Way {
    pub(super) client: Client,
    /// What is asked for beside `openid`.
    pub(super) scopes: Vec<Scope>,
    /// What they are to be asked there.
    pub(super) prompt: Option<CoreAuthPrompt>,
}

/// Why somebody does not get on: what they are told, and what the log is told.
#[derive(Debug, Clone)]
pub(super) struct Stopped(pub(super) SignInProblem, pub(super) String);

impl Known {
    /// A provider that is not known yet; it sends people back to that address.
    pub(super) fn new(provider: Provider, back_to: &str) -> Result<Known, String> {
        let issuer = IssuerUrl::new(provider.issuer.clone());
        let issuer = issuer.map_err(|problem| problem.to_string())?;
        let back_to = RedirectUrl::new(back_to.to_owned());
        Ok(Known {
            outside: Outside::new(issuer.url()),
            room: Room::new(AT_ONCE),
            back_to: back_to.map_err(|problem| problem.to_string())?,
            issuer,
            provider,
            heard: Mutex::default(),
        })
    }

    /// How somebody is sent there; with `other` they are asked which of their accounts they mean, although they are signed in there. Blocks.
    pub(super) fn way(&self, now: Time, other: bool) -> Result<Way, Stopped> {
        let metadata = self.metadata(now, KEPT_MS)?;
        let prompts = &metadata.additional_metadata().prompt_values_supported;
        let can_choose = prompts
            .as_ref()
            .is_none_or(|known| known.iter().any(|prompt| prompt == "select_account"));
        let usual = if can_choose {
            AccountPrompt::SelectAccount
        } else {
            AccountPrompt::Login
        };
        let prompt = match self.provider.account_prompt.unwrap_or(usual) {
            AccountPrompt::SelectAccount => Some(CoreAuthPrompt::SelectAccount),
            AccountPrompt::Login => Some(CoreAuthPrompt::Login),
            AccountPrompt::Off => None,
        };
        let supported = metadata.scopes_supported().map(Vec::as_slice);
        Ok(Way {
            client: self.client_of(&metadata),
            scopes: scopes(self.provider.scopes.as_deref(), supported),
            prompt: prompt.filter(|_| other),
        })
    }

    /// The client, from what the provider said at most an hour ago. Blocks.
    pub(super) fn client(&self, now: Time) -> Result<Client, Stopped> {
        Ok(self.client_of(&*self.metadata(now, KEPT_MS)?))
    }

    /// The same with the provider's keys of this minute. Blocks.
    pub(super) fn client_anew(&self, now: Time) -> Result<Client, Stopped> {
        Ok(self.client_of(&*self.metadata(now, ANEW_MS)?))
    }

    /// Whether that is how it names itself when it sends somebody back: it may leave that out unless it said that it does not.
    pub(super) fn is_named(&self, iss: Option<&str>, now: Time) -> Result<bool, Stopped> {
        let metadata = self.metadata(now, KEPT_MS)?;
        let extra = metadata.additional_metadata();
        Ok(match iss {
            Some(iss) => iss == self.provider.issuer,
            None => !extra.authorization_response_iss_parameter_supported,
        })
    }

    fn client_of(&self, metadata: &Metadata) -> Client {
        let secret = self.provider.client_secret.clone().map(ClientSecret::new);
        let id = ClientId::new(self.provider.client_id.clone());
        let only_in_body = metadata
            .token_endpoint_auth_methods_supported()
            .is_some_and(|methods| {
                methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                    && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
            });
        let client = CoreClient::from_provider_metadata(metadata.clone(), id, secret)
            .set_redirect_uri(self.back_to.clone());
        let usual = if only_in_body {
            ClientAuth::Post
        } else {
            ClientAuth::Basic
        };
        client.set_auth_type(match self.provider.client_auth.unwrap_or(usual) {
            ClientAuth::Basic => AuthType::BasicAuth,
            ClientAuth::Post => AuthType::RequestBody,
        })
    }

    /// What the provider said, no longer ago than that; or what it said before, where it says nothing.
    fn metadata(&self, now: Time, kept_ms: i64) -> Result<Arc<Metadata>, Stopped> {
        let heard = self.lock().clone();
        let age = |at: Time| now.millis().saturating_sub(at.millis());
        let fresh = |at: Time, ms: i64| (0..ms).contains(&age(at));
        let old = match heard.said {
            Some((at, metadata)) if fresh(at, kept_ms) => return Ok(metadata),
            Some((at, metadata)) if age(at) < STALE_MS => Some(metadata),
            _ => None,
        };
        match (&old, heard.in_vain) {
            (Some(old), Some((at, _))) if fresh(at, VAIN_MS) => return Ok(Arc::clone(old)),
            (None, Some((at, stopped))) if fresh(at, SILENT_MS) => return Err(stopped),
            _ => {}
        }
        match (self.ask(), old) {
            (Ok(metadata), _) => {
                let metadata = Arc::new(metadata);
                *self.lock() = Heard {
                    said: Some((now, Arc::clone(&metadata))),
                    in_vain: None,
                };
                Ok(metadata)
            }
            (Err(stopped), old) => {
                self.lock().in_vain = Some((now, stopped.clone()));
                let Some(old) = old else {
                    return Err(stopped);
                };
                let words = stopped.1;
                tracing::warn!(provider = self.provider.name, words, "not asked anew");
                Ok(old)
            }
        }
    }

    /// Asks. The answer has to name the issuer exactly as the configuration does: the library compares them. A wrong address stays wrong,
    /// and whoever set it has to be told: it does not count as not answering.
    fn ask(&self) -> Result<Metadata, Stopped> {
        let send = |request| self.outside.send(request);
        Metadata::discover(&self.issuer, &send).map_err(|problem| {
            let told = match &problem {
                DiscoveryError::Request(_) => SignInProblem::Unreachable,
                _ => SignInProblem::Provider,
            };
            let issuer = self.issuer.as_str();
            Stopped(
                told,
                format!("asked {issuer} about itself: {}", words(&problem)),
            )
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is asked for beside `openid`: as configured, or `profile` where the provider has that or does not say.
fn scopes(configured: Option<&[String]>, supported: Option<&[Scope]>) -> Vec<Scope> {
    let Some(all) = configured else {
        let profile = Scope::new("profile".to_owned());
        let has = supported.is_none_or(|all| all.contains(&profile));
        return has.then_some(profile).into_iter().collect();
    };
    all.iter()
        .filter(|scope| *scope != "openid")
        .map(|scope| Scope::new(scope.clone()))
        .collect()
}

/// An error with what caused it, for the log.
pub(super) fn words(problem: &dyn std::error::Error) -> String {
    let mut words = problem.to_string();
    let mut next = problem.source();
    while let Some(cause) = next {
        words.push_str(": ");
        words.push_str(&cause.to_string());
        next = cause.source();
    }
    words
}

impl From<NoAnswer> for Stopped {
    fn from(NoAnswer(words): NoAnswer) -> Stopped {
        Stopped(SignInProblem::Unreachable, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_asked_for_where_nothing_else_is_said() {
        let all = |names: &[&str]| -> Vec<Scope> {
            let names = names.iter();
            names.map(|name| Scope::new((*name).to_owned())).collect()
        };
        let kakao = ["openid".to_owned(), "profile_nickname".to_owned()];
        for (configured, supported, asked) in [
            (None, None, vec!["profile"]),
            (None, Some(all(&["openid", "profile"])), vec!["profile"]),
            (None, Some(all(&["openid", "email"])), vec![]),
            (Some(&kakao[..]), None, vec!["profile_nickname"]),
            (Some(&kakao[..1]), Some(all(&["profile"])), vec![]),
        ] {
            assert_eq!(scopes(configured, supported.as_deref()), all(&asked));
        }
    }
}
