//! What each endpoint is asked, and what whoever may gets for it: one line an endpoint. First those that read.

use serde_json::Value;

use super::place::{Object, Which};

/// What an endpoint is asked.
pub(super) struct Row {
    /// The endpoint.
    pub(super) name: &'static str,
    /// What it is about.
    pub(super) object: Object,
    /// The identifiers in the path that name ours; `{caller}` is the caller's name.
    pub(super) own: &'static [&'static str],
    /// Those that name the other's.
    pub(super) other: &'static [&'static str],
    /// The query, with its question mark.
    pub(super) query: &'static str,
    /// The body.
    pub(super) body: Body,
    /// The version of what is changed.
    pub(super) version: u64,
    /// What whoever may gets for ours.
    pub(super) allowed: u16,
    /// What whoever may gets for the other's as if it belonged to ours.
    pub(super) mixed: u16,
    /// Callers who may as well, but get something else: the state of things refuses.
    pub(super) but: &'static [(&'static str, u16)],
}

/// What goes along.
pub(super) enum Body {
    /// Nothing.
    None,
    /// JSON about ours, the other's, or what is not there.
    Json(fn(Which) -> Value),
    /// A file.
    File,
}

/// All of them.
pub(super) fn table() -> Vec<Row> {
    let mut rows = reads();
    rows.extend(super::writes::writes());
    rows.extend(super::writes::reviews());
    rows.extend(super::writes::members());
    rows.extend(super::writes::entrance());
    rows
}

/// An endpoint about nothing in particular that answers 200.
pub(super) fn row(name: &'static str) -> Row {
    Row {
        name,
        object: Object::None,
        own: &[],
        other: &[],
        query: "",
        body: Body::None,
        version: 0,
        allowed: 200,
        mixed: 404,
        but: &[],
    }
}

/// The same about something.
pub(super) fn about(
    name: &'static str,
    object: Object,
    own: &'static [&'static str],
    other: &'static [&'static str],
) -> Row {
    Row {
        object,
        own,
        other,
        ..row(name)
    }
}

/// The draft of ours and of the other's.
pub(super) const DRAFT: Object = Object::App("app_a", "app_other");
/// The submitted ones.
pub(super) const SUBMITTED: Object = Object::App("app_sub", "app_other_sub");

/// The same, as those see them who review.
pub(super) const REVIEWED: Object = Object::Round("app_sub", "app_other_sub");

fn reads() -> Vec<Row> {
    let channel = Object::Channel("ch_a", "ch_other");
    vec![
        row("persona_list"),
        row("provider_list"),
        row("me_get"),
        row("session_list"),
        row("home_get"),
        row("channel_list"),
        about("channel_get", channel, &["ch_a"], &["ch_other"]),
        Row {
            query: "?search_id=cha",
            ..row("channel_lookup")
        },
        row("app_list"),
        about("app_get", DRAFT, &["app_a"], &["app_other"]),
        about("channel_member_list", channel, &["ch_a"], &["ch_other"]),
        about("app_member_list", DRAFT, &["app_a"], &["app_other"]),
        row("role_request_list"),
        row("link_list"),
        row("application_list"),
        about("application_get", DRAFT, &["ap_draft"], &["ap_other"]),
        about("application_export", DRAFT, &["ap_draft"], &["ap_other"]),
        Row {
            // Reviewers see what was submitted, and this was not.
            but: &[("reviewer", 404), ("insider", 404), ("former", 404)],
            ..about(
                "evidence_get",
                DRAFT,
                &["ap_draft", "ev_1"],
                &["ap_other", "ev_other"],
            )
        },
        about("share_list", DRAFT, &["ap_draft"], &["ap_other"]),
        about("share_open", Object::None, &["see_1"], &["see_other"]),
        row("record_list"),
        row("record_export"),
        row("review_list"),
        about("review_get", REVIEWED, &["ap_sub"], &["ap_other_sub"]),
        row("user_list"),
        row("invitation_list"),
    ]
}
