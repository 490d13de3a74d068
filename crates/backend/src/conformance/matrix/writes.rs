//! What the endpoints that write are asked.

use contract::body::{
    DecisionDraft, HandOverDraft, LinkDraft, RepresentativeDraft, RoleDecision, ShareDraft,
    SignInBody, StandingDraft,
};
use domain::item::Item;
use domain::review::{ItemVerdict, Verdict};
use domain::role::Standing;
use serde::Serialize;
use serde_json::{Value, json};

use super::place::{Object, Which};
use super::rows::{Body, DRAFT, REVIEWED, Row, SUBMITTED, about, row};
use crate::conformance::world::*;

fn value(body: &impl Serialize) -> Value {
    serde_json::to_value(body).unwrap()
}

fn with(row: Row, version: u64, body: fn(Which) -> Value) -> Row {
    Row {
        version,
        body: Body::Json(body),
        ..row
    }
}

fn at(row: Row, version: u64) -> Row {
    Row { version, ..row }
}

fn empty(row: Row) -> Row {
    Row {
        allowed: 204,
        ..row
    }
}

fn role_request() -> Row {
    Row {
        // Who has it, and who may not know of the app.
        but: &[
            ("stranger", 422),
            ("other", 422),
            ("member", 422),
            ("owner", 422),
            ("reviewer", 422),
            ("insider", 422),
            ("former", 422),
            ("desk", 422),
        ],
        ..with(
            row("role_request_create"),
            0,
            |_| json!({ "wanted": { "kind": "app_editor", "app": "app_a" } }),
        )
    }
}

pub(super) fn writes() -> Vec<Row> {
    let new = Object::App("app_new", "app_other_new");
    let letter = Object::Channel("ch_a", "ch_other");
    let file = about("evidence_create", DRAFT, &["ap_draft"], &["ap_other"]);
    vec![
        role_request(),
        with(
            about("role_request_decide", letter, &["rr_1"], &["rr_other"]),
            1,
            |_| value(&RoleDecision { grant: false }),
        ),
        with(
            about("link_create", DRAFT, &["app_a"], &["app_other"]),
            1,
            |which| {
                value(&LinkDraft {
                    channels: vec![channel_id(which.pick("ch_a2", "ch_other2"))],
                    representative: None,
                })
            },
        ),
        with(
            about("representative_set", DRAFT, &["app_a"], &["app_other"]),
            1,
            |which| {
                value(&RepresentativeDraft {
                    channel: channel_id(which.pick("ch_a", "ch_other")),
                })
            },
        ),
        at(
            about(
                "link_delete",
                DRAFT,
                &["app_a", "ch_a"],
                &["app_other", "ch_other"],
            ),
            1,
        ),
        with(
            about("application_create", new, &[], &[]),
            0,
            |which| json!({ "app": which.pick("app_new", "app_other_new") }),
        ),
        with(
            about("application_save", DRAFT, &["ap_draft"], &["ap_other"]),
            2,
            |_| value(&sound_form()),
        ),
        at(
            about("application_submit", DRAFT, &["ap_draft"], &["ap_other"]),
            2,
        ),
        at(
            about(
                "application_withdraw",
                SUBMITTED,
                &["ap_sub"],
                &["ap_other_sub"],
            ),
            3,
        ),
        Row {
            body: Body::File,
            query: "?name=x.pdf",
            ..file
        },
        empty(about(
            "evidence_delete",
            DRAFT,
            &["ap_draft", "ev_1"],
            &["ap_other", "ev_other"],
        )),
        with(
            about("share_create", DRAFT, &["ap_draft"], &["ap_other"]),
            0,
            |_| value(&ShareDraft { days: 7 }),
        ),
        empty(about(
            "share_revoke",
            DRAFT,
            &["ap_draft", "sh_1"],
            &["ap_other", "sh_other"],
        )),
    ]
}

/// Opening and deciding a round.
pub(super) fn reviews() -> Vec<Row> {
    let open = Object::Round("app_open", "app_other_sub");
    vec![
        at(
            about("review_open", REVIEWED, &["ap_sub"], &["ap_other_sub"]),
            3,
        ),
        with(
            about("review_decide", open, &["ap_open"], &["ap_other_sub"]),
            4,
            |_| value(&decision()),
        ),
    ]
}

fn decision() -> DecisionDraft {
    let approve = || ItemVerdict {
        verdict: Verdict::Approve,
        reason: None,
        words: String::new(),
    };
    DecisionDraft {
        verdicts: [(Item::Name, approve()), (Item::PhoneNumber, approve())].into(),
        words: String::new(),
    }
}

/// Roles: lowered, taken away, handed over, given up; on a channel and on an app.
pub(super) fn members() -> Vec<Row> {
    let channel = Object::Channel("ch_a", "ch_other");
    let lower = |_| {
        value(&StandingDraft {
            standing: Standing::Below,
        })
    };
    let heir = |which: Which| {
        value(&HandOverDraft {
            to: user_id(which.pick("member", "other")),
        })
    };
    let on =
        |object, [set, remove, hand_over, leave]: [&'static str; 4], person: Ids, place: Ids| {
            [
                Row {
                    // Whoever has no role here yet is added.
                    mixed: 200,
                    ..with(about(set, object, person.0, person.1), 1, lower)
                },
                at(about(remove, object, person.0, person.1), 1),
                with(about(hand_over, object, place.0, place.1), 1, heir),
                Row {
                    // The only one there can be does not go without having handed over.
                    but: &[("owner", 409)],
                    ..empty(at(about(leave, object, place.0, place.1), 1))
                },
            ]
        };
    let of_channel = on(
        channel,
        [
            "channel_member_set",
            "channel_member_remove",
            "channel_hand_over",
            "channel_leave",
        ],
        (&["ch_a", "member"], &["ch_other", "other"]),
        (&["ch_a"], &["ch_other"]),
    );
    let of_app = on(
        DRAFT,
        [
            "app_member_set",
            "app_member_remove",
            "app_hand_over",
            "app_leave",
        ],
        (&["app_a", "member"], &["app_other", "other"]),
        (&["app_a"], &["app_other"]),
    );
    of_channel.into_iter().chain(of_app).collect()
}

/// Identifiers that name ours, and the other's.
type Ids = (&'static [&'static str], &'static [&'static str]);

/// Who comes in: signing in and out, sessions, people, invitations.
pub(super) fn entrance() -> Vec<Row> {
    let none = Object::None;
    vec![
        with(row("sign_in"), 0, |_| {
            value(&SignInBody {
                persona: user_id("member"),
            })
        }),
        empty(row("sign_out")),
        with(row("invitation_open"), 0, |_| json!({ "token": "in_1" })),
        empty(about(
            "session_end",
            Object::Private,
            &["se_{caller}"],
            &["se_owner-nobody"],
        )),
        empty(row("session_end_others")),
        with(
            about("user_update", none, &["below"], &["other"]),
            1,
            |_| json!({ "duty": "reviewer", "disabled": false }),
        ),
        empty(about("user_sign_out", none, &["below"], &["other"])),
        with(
            about("user_hand_over", none, &["shut"], &["other"]),
            1,
            |_| json!({ "to": "stranger" }),
        ),
        with(
            row("invitation_create"),
            0,
            |_| json!({ "name": "새 사람", "organisation": "", "duty": "applicant" }),
        ),
        empty(about("invitation_revoke", none, &["in_1"], &["in_2"])),
    ]
}
