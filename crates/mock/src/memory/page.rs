//! Pages of lists: filtered, sorted, and cut at the row that a cursor names.

use std::collections::BTreeMap;

use backend::store::{AccountAsk, AppAsk, ChannelAsk, MEMBERS_MAX, Outline, Paged, RecordAsk};
use contract::body::{COUNT_MAX, FOUND_MAX, Sort};
use domain::account::Account;
use domain::app::App;
use domain::application::Application;
use domain::channel::Channel;
use domain::id::{AppId, UserId};
use domain::record::Record;
use domain::role::{AppRole, ChannelRole, RoleRequest, RoleRequestState};
use domain::search::{Query, sort_key};
use domain::time::Time;

use super::tables::Tables;

/// Most role requests in a list.
const REQUESTS_MAX: usize = 200;
/// Between the parts of a cursor; no name has it.
const SEPARATOR: char = '\u{1}';
/// What a cursor begins with whose page ends before the row; otherwise it begins after it.
const BACK: char = '<';

pub(super) fn channels(
    tables: &Tables,
    user: &UserId,
    ask: &ChannelAsk,
) -> Paged<(Channel, ChannelRole)> {
    let query = Query::new(&ask.q);
    let is_linked = |channel: &Channel| tables.links.keys().any(|(_, id)| *id == channel.id);
    let is_linked_to_app = |channel: &Channel| {
        let app = ask.test.not_linked_to.clone();
        app.is_some_and(|app| tables.links.contains_key(&(app, channel.id.clone())))
    };
    let own = tables
        .channel_roles
        .iter()
        .filter(|((of, _), _)| of == user);
    let found = own
        .filter_map(|((_, id), role)| Some((tables.channels.get(id)?, *role)))
        .filter(|(channel, role)| {
            channel
                .searched(*role)
                .iter()
                .any(|text| query.matches(text))
        })
        .filter(|(channel, role)| {
            ask.test.passes(channel, *role, is_linked_to_app(channel)) == ask.usable
        })
        .filter(|(channel, _)| ask.linked.is_none_or(|linked| is_linked(channel) == linked));
    let rows = found.map(|(channel, role)| {
        let place = Place::new(rank_of_channel(role), &channel.name, channel.id.as_str());
        (place, (channel.clone(), role))
    });
    let page = cut(rows.collect(), ask.sort, ask.cursor.as_deref(), ask.rows);
    counted(page, &query)
}

pub(super) fn apps(tables: &Tables, user: &UserId, ask: &AppAsk) -> Paged<(App, AppRole)> {
    let query = Query::new(&ask.q);
    let own = tables.app_roles.iter().filter(|((of, _), _)| of == user);
    let found = own
        .filter_map(|((_, id), role)| Some((tables.apps.get(id)?, *role)))
        .filter(|(app, _)| app.searched().iter().any(|text| query.matches(text)))
        .filter(|(app, role)| {
            ask.usable
                .is_none_or(|usable| ask.test.passes(app, *role) == usable)
        });
    let rows = found.map(|(app, role)| {
        let place = Place::new(rank_of_app(role), &app.name, app.id.as_str());
        (place, (app.clone(), role))
    });
    let page = cut(rows.collect(), ask.sort, ask.cursor.as_deref(), ask.rows);
    counted(page, &query)
}

pub(super) fn accounts(tables: &Tables, ask: &AccountAsk) -> Paged<Account> {
    let query = Query::new(&ask.q);
    let all = tables.users.keys().filter_map(|id| tables.account(id));
    let found = all.filter(|account| account.searched().iter().any(|text| query.matches(text)));
    let rows = found.map(|account| {
        let place = Place {
            rank: 0,
            key: account.user.name.clone(),
            id: account.user.id.as_str().to_owned(),
        };
        (place, account)
    });
    cut(rows.collect(), Sort::Name, ask.cursor.as_deref(), ask.rows)
}

/// The applications of those apps.
pub(super) fn applications<'a>(
    tables: &'a Tables,
    apps: &'a [AppId],
) -> impl Iterator<Item = &'a Application> {
    let all = tables.applications.values();
    all.filter(|one| apps.contains(&one.app))
}

pub(super) fn reviews(
    tables: &Tables,
    decided: bool,
    cursor: Option<&str>,
    rows: usize,
) -> Paged<Outline> {
    let submitted = tables
        .applications
        .values()
        .filter(|one| !one.rounds.is_empty());
    let found = submitted.filter(|one| one.status.is_under_review() != decided);
    let rows_of = found.map(|one| {
        let submitted_at = one.rounds.last().map(|round| round.submitted_at);
        let at = if decided {
            Some(one.changed_at)
        } else {
            submitted_at
        };
        // Times within the years 0 to 9999 sort as their texts do.
        let at = at.map(Time::to_rfc3339).unwrap_or_default();
        let place = Place {
            rank: 0,
            key: at,
            id: one.id.as_str().to_owned(),
        };
        (place, Outline::from(one))
    });
    let sort = if decided { Sort::NameDesc } else { Sort::Name };
    cut(rows_of.collect(), sort, cursor, rows)
}

pub(super) fn records(records: &[Record], ask: &RecordAsk) -> Paged<Record> {
    let is_asked_for = |record: &&Record| {
        let entry = &record.entry;
        let at = entry.at;
        ask.object
            .as_ref()
            .is_none_or(|object| entry.about.contains(object))
            && (ask.actor.is_none() || entry.actor == ask.actor)
            && ask
                .operation
                .as_ref()
                .is_none_or(|operation| entry.operation == *operation)
            && ask.outcome.is_none_or(|outcome| entry.outcome == outcome)
            && ask.from.is_none_or(|from| at >= from)
            && ask.to.is_none_or(|to| at < to)
    };
    let rows = records.iter().filter(is_asked_for).map(|record| {
        let place = Place {
            rank: 0,
            key: record.entry.at.to_rfc3339(),
            id: format!("{:020}", record.seq),
        };
        (place, record.clone())
    });
    let cursor = ask.cursor.as_deref();
    cut(rows.collect(), Sort::NameDesc, cursor, ask.rows)
}

/// Role requests: the open ones, then the newest.
pub(super) fn requests(
    tables: &Tables,
    wanted: impl Fn(&Tables, &RoleRequest) -> bool,
) -> Vec<RoleRequest> {
    let requests = tables.role_requests.values();
    let mut found: Vec<_> = requests.filter(|r| wanted(tables, r)).cloned().collect();
    let is_answered = |request: &RoleRequest| request.state != RoleRequestState::Open;
    found.sort_by(|a, b| {
        (is_answered(a), b.asked_at, &b.id).cmp(&(is_answered(b), a.asked_at, &a.id))
    });
    found.truncate(REQUESTS_MAX);
    found
}

/// Where a row stands: by rank, then by key, then by identifier, so that no two stand in the same place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// 0 for the highest role.
    rank: u8,
    key: String,
    id: String,
}

impl Place {
    fn new(rank: u8, name: &str, id: &str) -> Place {
        Place {
            rank,
            key: sort_key(name),
            id: id.to_owned(),
        }
    }

    /// The cursor of the page that begins after it, or ends before it.
    fn seal(&self, back: bool) -> String {
        let back = if back { "<" } else { "" };
        format!(
            "{back}{}{SEPARATOR}{}{SEPARATOR}{}",
            self.rank, self.key, self.id
        )
    }

    /// Reads what [`Place::seal`] wrote, and whether the page ends there.
    fn open(cursor: &str) -> Option<(Place, bool)> {
        let forth = cursor.strip_prefix(BACK);
        let (rank, rest) = forth.unwrap_or(cursor).split_once(SEPARATOR)?;
        let (key, id) = rest.rsplit_once(SEPARATOR)?;
        let place = Place {
            rank: rank.parse().ok()?,
            key: key.to_owned(),
            id: id.to_owned(),
        };
        Some((place, forth.is_some()))
    }
}

fn rank_of_channel(role: ChannelRole) -> u8 {
    match role {
        ChannelRole::Master => 0,
        ChannelRole::Manager => 1,
        ChannelRole::Below => 2,
    }
}

fn rank_of_app(role: AppRole) -> u8 {
    match role {
        AppRole::Owner => 0,
        AppRole::Editor => 1,
        AppRole::Below => 2,
    }
}

fn cut<T>(mut found: Vec<(Place, T)>, sort: Sort, cursor: Option<&str>, rows: usize) -> Paged<T> {
    if sort != Sort::Role {
        for (place, _) in &mut found {
            place.rank = 0;
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    if sort == Sort::NameDesc {
        found.reverse();
    }
    let all = found.len();
    let (start, end) = match cursor.map(Place::open) {
        None => (0, rows),
        Some(None) => (all, all),
        Some(Some((edge, back))) => {
            let before = found.partition_point(|(place, _)| match sort {
                Sort::NameDesc => *place > edge,
                Sort::Name | Sort::Role => *place < edge,
            });
            if back {
                (before.saturating_sub(rows), before)
            } else {
                let there = found.get(before).is_some_and(|(place, _)| *place == edge);
                let start = before + usize::from(there);
                (start, start + rows)
            }
        }
    };
    let page: Vec<(Place, T)> = found.drain(start..end.min(all)).collect();
    let (first, last) = (page.first(), page.last());
    Paged {
        next: last
            .filter(|_| end < all)
            .map(|(place, _)| place.seal(false)),
        previous: first
            .filter(|_| start > 0)
            .map(|(place, _)| place.seal(true)),
        count: all.min(COUNT_MAX),
        rows: page.into_iter().map(|(_, row)| row).collect(),
    }
}

/// The page, with what was found by words counted as far as that is.
fn counted<T>(page: Paged<T>, query: &Query) -> Paged<T> {
    let most = if query.is_empty() {
        COUNT_MAX
    } else {
        FOUND_MAX
    };
    Paged {
        count: page.count.min(most),
        ..page
    }
}

/// People with their roles, the highest first, then by name.
pub(super) fn members<'a, R: Ord>(
    tables: &Tables,
    roles: impl Iterator<Item = (&'a UserId, R)>,
) -> Vec<(Account, R)> {
    let found = roles.filter_map(|(user, role)| Some((tables.account(user)?, role)));
    let mut found: Vec<(Account, R)> = found.collect();
    found.sort_by(|(a, x), (b, y)| {
        (y, &a.user.name, &a.user.id).cmp(&(x, &b.user.name, &b.user.id))
    });
    found.truncate(MEMBERS_MAX);
    found
}

/// That many rows by identifier, from the one after `after`.
pub(super) fn after<K: Ord, V: Clone>(
    table: &BTreeMap<K, V>,
    after: Option<&K>,
    rows: usize,
) -> Vec<V> {
    let beyond = table
        .iter()
        .skip_while(|(id, _)| after.is_some_and(|after| *id <= after));
    beyond.take(rows).map(|(_, row)| row.clone()).collect()
}
