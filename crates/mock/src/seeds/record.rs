//! The record of how the demo data came about: what is recorded of a change when somebody makes it, told from the data themselves.

use std::collections::BTreeMap;

use backend::store::Change;
use domain::id::{AppId, UserId};
use domain::record::{Difference, Entry, Object, Origin, Outcome};
use domain::role::AppRole;
use domain::time::Time;

/// Links, submissions and decisions, oldest first.
pub fn record(changes: &[Change]) -> Vec<Entry> {
    let mut names: BTreeMap<&UserId, &str> = BTreeMap::new();
    let mut owners: BTreeMap<&AppId, &UserId> = BTreeMap::new();
    for change in changes {
        match change {
            Change::PutUser(user) => drop(names.insert(&user.id, &user.name)),
            Change::SetAppRole(user, app, AppRole::Owner) => drop(owners.insert(app, user)),
            _ => {}
        }
    }
    let act = |at, by: &UserId, operation: &str, about, changes| Entry {
        at,
        actor: Some(by.clone()),
        actor_name: names.get(by).copied().unwrap_or_default().to_owned(),
        origin: Origin::default(),
        request: String::new(),
        operation: operation.to_owned(),
        about,
        outcome: Outcome::Done,
        reason: String::new(),
        changes,
    };
    let mut entries = Vec::new();
    for change in changes {
        match change {
            Change::PutLink(link) => {
                if let Some(owner) = owners.get(&link.app) {
                    let about = vec![Object::from(&link.channel), Object::from(&link.app)];
                    let slot = differs(
                        &format!("links.{}.slot", link.channel),
                        "",
                        &link.slot.to_string(),
                    );
                    entries.push(act(link.linked_at, owner, "link_create", about, vec![slot]));
                }
            }
            Change::PutApplication(one) => {
                let about = || vec![Object::from(&one.id), Object::from(&one.app)];
                for round in &one.rounds {
                    let by = &round.submitted_by;
                    let status = differs("application.status", "draft", "submitted");
                    let at = round.submitted_at;
                    entries.push(act(at, by, "application_submit", about(), vec![status]));
                    if let Some(opened) = &round.opened {
                        let status = differs("application.status", "submitted", "in_review");
                        let (at, by) = (opened.at, &opened.by);
                        entries.push(act(at, by, "review_open", about(), vec![status]));
                    }
                    if let Some(decision) = &round.decision {
                        let verdicts = decision.verdicts.len().to_string();
                        let verdicts =
                            differs("application.rounds.decision.verdicts", "", &verdicts);
                        let (at, by) = (decision.at, &decision.by);
                        entries.push(act(at, by, "review_decide", about(), vec![verdicts]));
                    }
                }
            }
            _ => {}
        }
    }
    entries.sort_by_key(|entry: &Entry| -> Time { entry.at });
    entries
}

fn differs(field: &str, old: &str, new: &str) -> Difference {
    Difference {
        field: field.to_owned(),
        old: old.to_owned(),
        new: new.to_owned(),
    }
}
