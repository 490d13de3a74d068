//! Sign-in by `OpenID` Connect: code flow with PKCE, state and nonce, at any number of providers. `docs/sign-in.md` explains it.

mod configured;
mod exchange;
mod known;
mod outside;
mod pages;
mod provider;
mod room;
mod routes;
mod variables;

pub use configured::{configured, without_secrets};
pub use provider::{AccountPrompt, ClientAuth, Provider, ProviderProblem};
pub use routes::Gate;
pub use variables::{PREFIX, unread, variables};
