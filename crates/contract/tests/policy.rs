//! `docs/policy.md` is the table of who may do what, written from the code.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read the document has to fail"
)]

use std::fmt::Write as _;

use contract::ENDPOINTS;
use domain::policy::{Answer, Relation};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy.md");

const HEAD: &str = "# Who may do what

Written from `crates/domain/src/policy` by `SYNCDESK_WRITE=1 cargo test -p contract --test policy`; a test fails when it is stale.

The server refuses by this table, the screens grey out by it, and the test of every endpoint takes it as its oracle. The columns say how
the caller stands to the object that the address (or, to start an application, the body) names: a channel, an app, or what belongs to an
app. Links, applications, files and links to a screen belong to their app; a role request belongs to the channel or app it is about.

* **Nobody**: not signed in, the session has ended, or the account is disabled.
* **Stranger**: signed in, without any role on it.
* **Below, member, head**: below manager or editor; manager or editor; master or owner.
* **Reviewer, interested, operator**: somebody of that duty without any role on it; *interested* is a reviewer with a role on the app or on
  a channel linked to it, or who submitted a round of the application once: a conflict of interest.

Whoever has a duty and a role gets the better of the two answers: *by role* is that of the role.

* **yes**: they may. What the state, the rules or limits refuse is refused all the same.
* **403**: they know of it, but may not.
* **404**: the same bytes as for what is not there.
* **401**: sign in first.

What an operation shows of its object depends on the role, too: whoever is below manager sees a channel's registration number only in part.
";

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Allow => "yes",
        Answer::Refuse => "403",
        Answer::Hide => "404",
        Answer::SignIn => "401",
    }
}

fn document() -> String {
    let mut out = String::from(HEAD);
    out.push_str("\n| Operation | What it does |");
    for column in Relation::ALL {
        write!(out, " {column:?} |").unwrap();
    }
    out.push_str("\n|---|---|");
    out.push_str(&"---|".repeat(Relation::ALL.len()));
    out.push('\n');
    for facts in ENDPOINTS {
        write!(out, "| `{}` | {} |", facts.name, facts.summary).unwrap();
        let row = |column| facts.operation.row(column);
        let by_role = [Relation::Below, Relation::Member, Relation::Head].map(row);
        for column in Relation::ALL {
            let is_role_asked = column == Relation::Interested
                && row(column) < Answer::Allow
                && by_role.iter().any(|answer| *answer > row(column));
            let said = if is_role_asked {
                "by role"
            } else {
                word(row(column))
            };
            write!(out, " {said} |").unwrap();
        }
        out.push('\n');
    }
    out
}

/// Set `SYNCDESK_WRITE=1` to write the document instead of comparing it.
#[test]
fn the_committed_table_of_who_may_do_what_is_fresh() {
    let fresh = document();
    if std::env::var_os("SYNCDESK_WRITE").is_some() {
        std::fs::write(PATH, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        committed == fresh,
        "docs/policy.md is stale: SYNCDESK_WRITE=1 cargo test -p contract --test policy"
    );
}
