//! What a service sends to Kakao and what comes back: addresses, answers, webhooks, errors. Field names are the documented ones; every
//! value is made up by us (see [`sample`]) and no person's.
//!
//! <https://developers.kakao.com/docs/latest/ko/kakaologin/rest-api>, <https://developers.kakao.com/docs/latest/ko/kakaologin/callback>,
//! <https://developers.kakao.com/docs/latest/ko/kakaotalk-channel/callback>.

pub mod authorize;
pub mod button;
mod fault;
mod given;
mod guard;
pub mod json;
mod reply;
pub mod sample;
mod user;
mod webhook;

pub use fault::{Fault, Where, faults};
pub use given::{End, Given, given};
pub use guard::{Guard, GuardCode};
pub use json::Json;
pub use reply::{Api, Reply, redirect, redirect_guards, replies};
pub use webhook::{Hook, REFERRER_TYPES, Webhook, webhooks};
