//! Channels: reading, listing, writing.

use std::collections::BTreeMap;

use backend::store::{ChannelAsk, CommitError, MEMBERS_MAX, Paged};
use domain::account::Account;
use domain::channel::Channel;
use domain::eligibility::ChannelTest;
use domain::id::{ChannelId, UserId};
use domain::role::{ChannelRole, User};
use domain::search::{Query, grams, sort_key};
use sqlx::Row as _;

use super::dialect::{Builder, Conn, Pool, RANK, Row, push_in};
use super::fault::Fault;
use super::grams::{self as index, Entries};
use super::list::{List, Wanted, page};
use super::{people, row};

/// The channels with those identifiers, in that order.
pub(super) async fn by_id(pool: &Pool, ids: &[ChannelId]) -> Result<Vec<Channel>, Fault> {
    let mut sql = Builder::new("SELECT * FROM channel WHERE id");
    push_in(&mut sql, ids.iter().map(ChannelId::as_str));
    let rows = sql.build().fetch_all(pool).await?;
    let found: Result<Vec<Channel>, Fault> = rows.iter().map(read).collect();
    Ok(row::in_order(ids, found?, |channel| &channel.id))
}

/// That many channels by identifier, from the one after `after`.
pub(super) async fn after(
    pool: &Pool,
    after: Option<&ChannelId>,
    rows: usize,
) -> Result<Vec<Channel>, Fault> {
    let rows = sqlx::query("SELECT * FROM channel WHERE id > $1 ORDER BY id LIMIT $2")
        .bind(after.map_or("", ChannelId::as_str))
        .bind(i64::try_from(rows).unwrap_or(i64::MAX))
        .fetch_all(pool)
        .await?;
    rows.iter().map(read).collect()
}

/// The channel with exactly that search ID.
pub(super) async fn by_search_id(pool: &Pool, text: &str) -> Result<Option<Channel>, Fault> {
    let found = sqlx::query("SELECT * FROM channel WHERE search_id = $1")
        .bind(text)
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(read).transpose()
}

/// Somebody's role on a channel.
pub(super) async fn role(
    pool: &Pool,
    user: &UserId,
    channel: &ChannelId,
) -> Result<Option<ChannelRole>, Fault> {
    let found =
        sqlx::query("SELECT rank FROM channel_role WHERE person_id = $1 AND channel_id = $2")
            .bind(user.as_str())
            .bind(channel.as_str())
            .fetch_optional(pool)
            .await?;
    found.as_ref().map(role_of).transpose()
}

/// The masters of those channels; of several the last by identifier.
pub(super) async fn masters(
    pool: &Pool,
    channels: &[ChannelId],
) -> Result<BTreeMap<ChannelId, User>, Fault> {
    let mut sql = Builder::new(
        "SELECT p.*, m.channel_id FROM channel_role m JOIN person p ON p.id = m.person_id WHERE m.rank = 0 AND m.channel_id",
    );
    push_in(&mut sql, channels.iter().map(ChannelId::as_str));
    sql.push(" ORDER BY p.id");
    let rows = sql.build().fetch_all(pool).await?;
    rows.iter()
        .map(|found| Ok((row::parsed(found, "channel_id")?, people::read(found)?)))
        .collect()
}

/// Who has a role on a channel: the highest first, then by name.
pub(super) async fn members(
    pool: &Pool,
    channel: &ChannelId,
) -> Result<Vec<(Account, ChannelRole)>, Fault> {
    let rows = sqlx::query(
        "SELECT p.*, m.rank FROM channel_role m JOIN person p ON p.id = m.person_id WHERE m.channel_id = $1
         ORDER BY m.rank, p.name, p.id LIMIT $2",
    )
    .bind(channel.as_str())
    .bind(i64::try_from(MEMBERS_MAX).unwrap_or(i64::MAX))
    .fetch_all(pool)
    .await?;
    rows.iter()
        .map(|found| Ok((people::read_account(found)?, role_of(found)?)))
        .collect()
}

/// A page of the channels on which somebody has any role.
pub(super) async fn listed(
    pool: &Pool,
    user: &UserId,
    ask: &ChannelAsk,
) -> Result<Paged<(Channel, ChannelRole)>, Fault> {
    let wanted = Wanted {
        q: &ask.q,
        sort: ask.sort,
        cursor: ask.cursor.as_deref(),
        rows: ask.rows,
    };
    page(pool, &Channels { user, ask }, &wanted).await
}

struct Channels<'a> {
    user: &'a UserId,
    ask: &'a ChannelAsk,
}

impl List for Channels<'_> {
    type Item = (Channel, ChannelRole);
    const THINGS: &'static str = "channel";
    const ROLES: &'static str = "channel_role";
    const GRAMS: &'static str = "channel_gram";
    const ID: &'static str = "channel_id";

    fn person(&self) -> &str {
        self.user.as_str()
    }

    fn last_rank(&self) -> i64 {
        let asked = self.ask.usable.then_some(self.ask.test.min_role);
        rank(asked.unwrap_or(ChannelRole::Below))
    }

    fn restrict(&self, sql: &mut Builder) -> Result<(), Fault> {
        sql.push(if self.ask.usable {
            " AND ("
        } else {
            " AND NOT ("
        });
        push_test(sql, &self.ask.test)?;
        sql.push(")");
        sql.push(match self.ask.linked {
            None => "",
            Some(true) => " AND EXISTS (SELECT 1 FROM link k WHERE k.channel_id = m.channel_id)",
            Some(false) => {
                " AND NOT EXISTS (SELECT 1 FROM link k WHERE k.channel_id = m.channel_id)"
            }
        });
        Ok(())
    }

    fn read(&self, row: &Row) -> Result<Self::Item, Fault> {
        Ok((read(row)?, role_of(row)?))
    }

    fn fits(&self, query: &Query, (channel, role): &Self::Item) -> bool {
        channel
            .searched(*role)
            .iter()
            .any(|text| query.matches(text))
    }
}

/// [`ChannelTest::passes`] in SQL. Never NULL: what is compared is checked for being there first.
fn push_test(sql: &mut Builder, test: &ChannelTest) -> Result<(), Fault> {
    if test.none {
        sql.push("1 = 0");
        return Ok(());
    }
    sql.push(RANK).push(" <= ");
    sql.push_bind(rank(test.min_role));
    sql.push(" AND m.state = ");
    sql.push_bind(row::word_of(&test.state)?);
    sql.push(" AND m.number IS NOT NULL");
    if let Some(number) = test.number {
        sql.push(" AND m.number = ");
        sql.push_bind(number.to_string());
    }
    if let Some(app) = &test.not_linked_to {
        sql.push(
            " AND NOT EXISTS (SELECT 1 FROM link t WHERE t.channel_id = m.channel_id AND t.app_id = ",
        );
        sql.push_bind(app.as_str().to_owned());
        sql.push(")");
    }
    Ok(())
}

/// Inserts or replaces a channel, with the copies and index entries that lists need.
pub(super) async fn put(conn: &mut Conn, channel: &Channel) -> Result<(), Fault> {
    let before = sqlx::query("SELECT * FROM channel WHERE id = $1")
        .bind(channel.id.as_str())
        .fetch_optional(&mut *conn)
        .await?;
    let before = before.as_ref().map(read).transpose()?;
    let (key, state) = (sort_key(&channel.name), row::word_of(&channel.state)?);
    let number = channel.business.as_ref().map(|b| b.number.to_string());
    sqlx::query(
        "INSERT INTO channel (id, name, sort_key, search_id, public_id, state, number, trade_name, representative, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, sort_key = excluded.sort_key, search_id = excluded.search_id,
             public_id = excluded.public_id, state = excluded.state, number = excluded.number,
             trade_name = excluded.trade_name, representative = excluded.representative, version = excluded.version",
    )
    .bind(channel.id.as_str())
    .bind(&channel.name)
    .bind(&key)
    .bind(&channel.search_id)
    .bind(&channel.public_id)
    .bind(&state)
    .bind(&number)
    .bind(channel.business.as_ref().map(|b| &b.trade_name))
    .bind(channel.business.as_ref().map(|b| &b.representative))
    .bind(row::integer(channel.version)?)
    .execute(&mut *conn)
    .await?;
    if before.is_some() {
        sqlx::query(
            "UPDATE channel_role SET sort_key = $2, state = $3, number = $4 WHERE channel_id = $1",
        )
        .bind(channel.id.as_str())
        .bind(key)
        .bind(state)
        .bind(number)
        .execute(&mut *conn)
        .await?;
    }
    let old = before.as_ref().map(entries).unwrap_or_default();
    let (id, new) = (channel.id.as_str(), entries(channel));
    index::update(conn, &index::CHANNELS, id, old, new).await
}

/// Makes the index of all channels, which is empty.
pub(super) async fn index_all(conn: &mut Conn) -> Result<(), Fault> {
    let mut after = String::new();
    loop {
        let rows = sqlx::query("SELECT * FROM channel WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(&after)
            .bind(index::ROWS_AT_ONCE)
            .fetch_all(&mut *conn)
            .await?;
        for found in &rows {
            let channel = read(found)?;
            let (id, new) = (channel.id.as_str(), entries(&channel));
            index::update(conn, &index::CHANNELS, id, Entries::default(), new).await?;
        }
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = row::text(last, "id")?;
    }
}

/// Gives somebody a role on a channel.
pub(super) async fn set_role(
    conn: &mut Conn,
    user: &UserId,
    channel: &ChannelId,
    role: ChannelRole,
) -> Result<(), Fault> {
    let done = sqlx::query(
        "INSERT INTO channel_role (person_id, channel_id, rank, sort_key, state, number)
         SELECT $1, id, $3, sort_key, state, number FROM channel WHERE id = $2
         ON CONFLICT (person_id, channel_id) DO UPDATE SET rank = excluded.rank",
    )
    .bind(user.as_str())
    .bind(channel.as_str())
    .bind(rank(role))
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Fault::Refused(CommitError::Conflict));
    }
    Ok(())
}

/// Takes somebody's role on a channel away.
pub(super) async fn remove_role(
    conn: &mut Conn,
    user: &UserId,
    channel: &ChannelId,
) -> Result<(), Fault> {
    sqlx::query("DELETE FROM channel_role WHERE person_id = $1 AND channel_id = $2")
        .bind(user.as_str())
        .bind(channel.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Channel, Fault> {
    Ok(Channel {
        id: row::parsed(row, "id")?,
        name: row::text(row, "name")?,
        search_id: row::text(row, "search_id")?,
        public_id: row::text(row, "public_id")?,
        state: row::word(row, "state")?,
        business: row::business(row)?,
        version: row::count(row, "version")?,
    })
}

fn role_of(row: &Row) -> Result<ChannelRole, Fault> {
    Ok(match row.try_get::<i64, _>("rank")? {
        0 => ChannelRole::Master,
        1 => ChannelRole::Manager,
        _ => ChannelRole::Below,
    })
}

fn rank(role: ChannelRole) -> i64 {
    match role {
        ChannelRole::Master => 0,
        ChannelRole::Manager => 1,
        ChannelRole::Below => 2,
    }
}

/// The index entries of everything that anybody may search by; who may not is sorted out afterwards.
fn entries(channel: &Channel) -> Entries {
    let texts = channel.searched(ChannelRole::Master);
    Entries {
        key: sort_key(&channel.name),
        grams: texts.iter().flat_map(|text| grams(text)).collect(),
    }
}
