//! How the login is built. For developers; nothing here has to be known to start.

use serde::{Deserialize, Serialize};

use crate::item::Item;

/// How the login is built. For developers; nothing here has to be known to start.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Login {
    /// What signs people in.
    pub library: Option<LoginLibrary>,
    /// Redirect URIs that the code uses, at most ten. Rule 90.
    pub redirect_uris: Vec<String>,
    /// Redirect URIs as they are registered with the app, to be compared letter by letter. Rule 89.
    pub registered_redirect_uris: Vec<String>,
    /// Scope IDs that the code really sends; some login libraries add their own.
    pub scopes_sent: Vec<String>,
    /// The item by which the site tells accounts apart, if it is one of these and not Kakao's member number.
    pub account_key: Option<Item>,
    /// Whether the running service signs people in with the keys of another app. `#10`: one app a service.
    pub other_apps_keys: Option<bool>,
    /// How the client secret is handled.
    pub client_secret: Option<ClientSecret>,
    /// Whether the addresses that may call the API, set in the key's card, hold the server's.
    pub allowed_ips_checked: Option<bool>,
}

/// What signs people in. Some of these send scopes by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LoginLibrary {
    /// Supabase Auth.
    Supabase,
    /// Better Auth.
    BetterAuth,
    /// Appwrite.
    Appwrite,
    /// Auth.js (`NextAuth`).
    AuthJs,
    /// Firebase Authentication.
    Firebase,
    /// Spring Security.
    SpringSecurity,
    /// Passport.
    Passport,
    /// Kakao's own SDK.
    KakaoSdk,
    /// Another one.
    Other,
    /// Written by hand against the REST API.
    Own,
}

impl LoginLibrary {
    /// The scopes that it sends whatever it is told, or unless it is told otherwise.
    /// <https://github.com/supabase/agent-skills/issues/330>, <https://github.com/better-auth/better-auth/pull/7486>,
    /// <https://github.com/appwrite/appwrite/pull/9887>.
    pub fn adds(self) -> &'static [&'static str] {
        match self {
            LoginLibrary::Supabase | LoginLibrary::BetterAuth | LoginLibrary::Appwrite => {
                &["account_email", "profile_image", "profile_nickname"]
            }
            _ => &[],
        }
    }

    /// Whether the redirect goes to the library's own servers rather than the service's.
    pub fn is_hosted(self) -> bool {
        matches!(
            self,
            LoginLibrary::Supabase | LoginLibrary::Appwrite | LoginLibrary::Firebase
        )
    }

    /// What it calls itself; the same in every language. `None` when it has no name.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            LoginLibrary::Supabase => "Supabase Auth",
            LoginLibrary::BetterAuth => "Better Auth",
            LoginLibrary::Appwrite => "Appwrite",
            LoginLibrary::AuthJs => "Auth.js (NextAuth)",
            LoginLibrary::Firebase => "Firebase",
            LoginLibrary::SpringSecurity => "Spring Security",
            LoginLibrary::Passport => "Passport",
            LoginLibrary::KakaoSdk => "Kakao SDK",
            LoginLibrary::Other | LoginLibrary::Own => return None,
        })
    }
}

/// How the client secret is handled. It has to be sent when it is switched on; new keys have it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClientSecret {
    /// Switched off.
    Off,
    /// Switched on, and the code sends it.
    Sent,
    /// Switched on, but the code does not send it.
    NotSent,
}
