//! What Kakao sends by itself: a person was unlinked, a channel was added or blocked. Rules 94–97.

use super::{Given, Guard, GuardCode, Json, sample};

/// An event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// The person is no longer linked.
    Unlink,
    /// The person added a channel.
    ChannelAdded,
    /// The person blocked a channel.
    ChannelBlocked,
}

/// A message of Kakao's to the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// The event.
    pub hook: Hook,
    /// Method; the address is the one that the service registered.
    pub method: &'static str,
    /// Headers.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The body, ready to show: form fields or JSON.
    pub body: String,
    /// The same as a value.
    pub json: Json,
    /// What to guard against.
    pub guards: Vec<Guard>,
}

/// Why somebody was unlinked. Rule 95.
pub const REFERRER_TYPES: [&str; 5] = [
    "ACCOUNT_DELETE",
    "FORCED_ACCOUNT_DELETE",
    "UNLINK_FROM_ADMIN",
    "UNLINK_FROM_APPS",
    "INCOMPLETE_SIGN_UP",
];

/// What comes for a person: about channels only if one was added, about unlinking once they are linked.
pub fn webhooks(given: &Given) -> Vec<Webhook> {
    let mut hooks = Vec::new();
    if given.token {
        hooks.push(unlink());
        if !given.channels.is_empty() {
            hooks.push(channel(Hook::ChannelAdded, "added"));
            hooks.push(channel(Hook::ChannelBlocked, "blocked"));
        }
    }
    hooks
}

fn guards(list: &[(&'static str, GuardCode)]) -> Vec<Guard> {
    let common = [
        ("Authorization", GuardCode::WebhookKey),
        ("", GuardCode::WebhookWithin3Seconds),
    ];
    let all = common.iter().chain(list);
    all.map(|(path, code)| Guard { path, code: *code })
        .collect()
}

fn unlink() -> Webhook {
    let fields = vec![
        ("app_id", Json::Int(sample::APP_ID)),
        ("user_id", Json::Int(sample::USER_ID)),
        ("referrer_type", Json::text("UNLINK_FROM_APPS")),
    ];
    Webhook {
        hook: Hook::Unlink,
        method: "POST",
        headers: vec![
            ("Authorization", sample::ADMIN_KEY),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ],
        body: format!(
            "app_id={}&user_id={}&referrer_type=UNLINK_FROM_APPS",
            sample::APP_ID,
            sample::USER_ID
        ),
        json: Json::Object(fields),
        guards: guards(&[("referrer_type", GuardCode::UnlinkNotForOwn)]),
    }
}

fn channel(hook: Hook, event: &str) -> Webhook {
    let json = Json::Object(vec![
        ("event", Json::text(event)),
        ("id", Json::text(sample::OPEN_ID)),
        ("id_type", Json::text("open_id")),
        ("channel_public_id", Json::text(sample::CHANNEL_PUBLIC_ID)),
        ("channel_uuid", Json::text(sample::CHANNEL_UUID)),
        ("updated_at", Json::text(sample::CONNECTED_AT)),
    ]);
    Webhook {
        hook,
        method: "POST",
        headers: vec![
            ("Authorization", sample::ADMIN_KEY),
            ("X-Kakao-Resource-ID", sample::RESOURCE_ID),
            ("User-Agent", "KakaoOpenAPI/1.0"),
            ("Content-Type", "application/json"),
        ],
        body: json.pretty(),
        json,
        guards: guards(&[("id_type", GuardCode::ChannelIdType)]),
    }
}
