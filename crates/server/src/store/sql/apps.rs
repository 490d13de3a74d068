//! Apps: reading, listing, writing.

use std::collections::BTreeMap;

use backend::store::{AppAsk, CommitError, MEMBERS_MAX, Paged};
use domain::account::Account;
use domain::app::App;
use domain::eligibility::AppTest;
use domain::id::{AppId, UserId};
use domain::role::{AppRole, User};
use domain::search::{Query, grams, sort_key};
use sqlx::Row as _;

use super::dialect::{Builder, Conn, Pool, RANK, Row, push_in};
use super::fault::Fault;
use super::grams::{self as index, Entries};
use super::list::{List, Wanted, page};
use super::{people, row};

/// The apps with those identifiers, in that order.
pub(super) async fn by_id(pool: &Pool, ids: &[AppId]) -> Result<Vec<App>, Fault> {
    let mut sql = Builder::new("SELECT * FROM app WHERE id");
    push_in(&mut sql, ids.iter().map(AppId::as_str));
    let rows = sql.build().fetch_all(pool).await?;
    let found: Result<Vec<App>, Fault> = rows.iter().map(read).collect();
    Ok(row::in_order(ids, found?, |app| &app.id))
}

/// That many apps by identifier, from the one after `after`.
pub(super) async fn after(
    pool: &Pool,
    after: Option<&AppId>,
    rows: usize,
) -> Result<Vec<App>, Fault> {
    let rows = sqlx::query("SELECT * FROM app WHERE id > $1 ORDER BY id LIMIT $2")
        .bind(after.map_or("", AppId::as_str))
        .bind(i64::try_from(rows).unwrap_or(i64::MAX))
        .fetch_all(pool)
        .await?;
    rows.iter().map(read).collect()
}

/// Somebody's role on an app.
pub(super) async fn role(
    pool: &Pool,
    user: &UserId,
    app: &AppId,
) -> Result<Option<AppRole>, Fault> {
    let found = sqlx::query("SELECT rank FROM app_role WHERE person_id = $1 AND app_id = $2")
        .bind(user.as_str())
        .bind(app.as_str())
        .fetch_optional(pool)
        .await?;
    found.as_ref().map(role_of).transpose()
}

/// The owners of those apps; of several the last by identifier.
pub(super) async fn owners(pool: &Pool, apps: &[AppId]) -> Result<BTreeMap<AppId, User>, Fault> {
    let mut sql = Builder::new(
        "SELECT p.*, m.app_id FROM app_role m JOIN person p ON p.id = m.person_id WHERE m.rank = 0 AND m.app_id",
    );
    push_in(&mut sql, apps.iter().map(AppId::as_str));
    sql.push(" ORDER BY p.id");
    let rows = sql.build().fetch_all(pool).await?;
    rows.iter()
        .map(|found| Ok((row::parsed(found, "app_id")?, people::read(found)?)))
        .collect()
}

/// Who has a role on an app: the highest first, then by name.
pub(super) async fn members(pool: &Pool, app: &AppId) -> Result<Vec<(Account, AppRole)>, Fault> {
    let rows = sqlx::query(
        "SELECT p.*, m.rank FROM app_role m JOIN person p ON p.id = m.person_id WHERE m.app_id = $1
         ORDER BY m.rank, p.name, p.id LIMIT $2",
    )
    .bind(app.as_str())
    .bind(i64::try_from(MEMBERS_MAX).unwrap_or(i64::MAX))
    .fetch_all(pool)
    .await?;
    rows.iter()
        .map(|found| Ok((people::read_account(found)?, role_of(found)?)))
        .collect()
}

/// A page of the apps on which somebody has any role.
pub(super) async fn listed(
    pool: &Pool,
    user: &UserId,
    ask: &AppAsk,
) -> Result<Paged<(App, AppRole)>, Fault> {
    let wanted = Wanted {
        q: &ask.q,
        sort: ask.sort,
        cursor: ask.cursor.as_deref(),
        rows: ask.rows,
    };
    page(pool, &Apps { user, ask }, &wanted).await
}

struct Apps<'a> {
    user: &'a UserId,
    ask: &'a AppAsk,
}

impl List for Apps<'_> {
    type Item = (App, AppRole);
    const THINGS: &'static str = "app";
    const ROLES: &'static str = "app_role";
    const GRAMS: &'static str = "app_gram";
    const ID: &'static str = "app_id";

    fn person(&self) -> &str {
        self.user.as_str()
    }

    fn last_rank(&self) -> i64 {
        let asked = (self.ask.usable == Some(true)).then_some(self.ask.test.min_role);
        rank(asked.unwrap_or(AppRole::Below))
    }

    fn restrict(&self, sql: &mut Builder) -> Result<(), Fault> {
        let Some(usable) = self.ask.usable else {
            return Ok(());
        };
        sql.push(if usable { " AND (" } else { " AND NOT (" });
        push_test(sql, &self.ask.test)?;
        sql.push(")");
        Ok(())
    }

    fn read(&self, row: &Row) -> Result<Self::Item, Fault> {
        Ok((read(row)?, role_of(row)?))
    }

    fn fits(&self, query: &Query, (app, _): &Self::Item) -> bool {
        app.searched().iter().any(|text| query.matches(text))
    }
}

/// [`AppTest::passes`] in SQL. Never NULL: no column that is compared can be.
fn push_test(sql: &mut Builder, test: &AppTest) -> Result<(), Fault> {
    sql.push("m.blocked = 0 AND m.number IS NOT NULL AND ");
    sql.push(RANK).push(" <= ");
    sql.push_bind(rank(test.min_role));
    sql.push(" AND m.kind IN (");
    let mut kinds = sql.separated(", ");
    for kind in test.kinds {
        kinds.push_bind(row::word_of(kind)?);
    }
    sql.push(")");
    Ok(())
}

/// Inserts or replaces an app, with the copies and index entries that lists need.
pub(super) async fn put(conn: &mut Conn, app: &App) -> Result<(), Fault> {
    let before = sqlx::query("SELECT * FROM app WHERE id = $1")
        .bind(app.id.as_str())
        .fetch_optional(&mut *conn)
        .await?;
    let before = before.as_ref().map(read).transpose()?;
    let (key, kind) = (sort_key(&app.name), row::word_of(&app.kind)?);
    let number = app.business.as_ref().map(|b| b.number.to_string());
    sqlx::query(
        "INSERT INTO app (id, app_number, name, sort_key, company, category, icon, kind, blocked, kakao_login,
             number, trade_name, representative, business_review, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (id) DO UPDATE SET app_number = excluded.app_number, name = excluded.name, sort_key = excluded.sort_key,
             company = excluded.company, category = excluded.category, icon = excluded.icon, kind = excluded.kind,
             blocked = excluded.blocked, kakao_login = excluded.kakao_login, number = excluded.number,
             trade_name = excluded.trade_name, representative = excluded.representative,
             business_review = excluded.business_review, version = excluded.version",
    )
    .bind(app.id.as_str())
    .bind(row::integer(app.number)?)
    .bind(&app.name)
    .bind(&key)
    .bind(&app.company)
    .bind(&app.category)
    .bind(i64::from(app.icon))
    .bind(&kind)
    .bind(i64::from(app.blocked))
    .bind(i64::from(app.kakao_login))
    .bind(&number)
    .bind(app.business.as_ref().map(|b| &b.trade_name))
    .bind(app.business.as_ref().map(|b| &b.representative))
    .bind(row::word_of(&app.business_review)?)
    .bind(row::integer(app.version)?)
    .execute(&mut *conn)
    .await?;
    if before.is_some() {
        sqlx::query(
            "UPDATE app_role SET sort_key = $2, kind = $3, blocked = $4, number = $5 WHERE app_id = $1",
        )
        .bind(app.id.as_str())
        .bind(key)
        .bind(kind)
        .bind(i64::from(app.blocked))
        .bind(number)
        .execute(&mut *conn)
        .await?;
    }
    let old = before.as_ref().map(entries).unwrap_or_default();
    index::update(conn, &index::APPS, app.id.as_str(), old, entries(app)).await
}

/// Makes the index of all apps, which is empty.
pub(super) async fn index_all(conn: &mut Conn) -> Result<(), Fault> {
    let mut after = String::new();
    loop {
        let rows = sqlx::query("SELECT * FROM app WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(&after)
            .bind(index::ROWS_AT_ONCE)
            .fetch_all(&mut *conn)
            .await?;
        for found in &rows {
            let app = read(found)?;
            let (id, new) = (app.id.as_str(), entries(&app));
            index::update(conn, &index::APPS, id, Entries::default(), new).await?;
        }
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = row::text(last, "id")?;
    }
}

/// Gives somebody a role on an app.
pub(super) async fn set_role(
    conn: &mut Conn,
    user: &UserId,
    app: &AppId,
    role: AppRole,
) -> Result<(), Fault> {
    let done = sqlx::query(
        "INSERT INTO app_role (person_id, app_id, rank, sort_key, kind, blocked, number)
         SELECT $1, id, $3, sort_key, kind, blocked, number FROM app WHERE id = $2
         ON CONFLICT (person_id, app_id) DO UPDATE SET rank = excluded.rank",
    )
    .bind(user.as_str())
    .bind(app.as_str())
    .bind(rank(role))
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Fault::Refused(CommitError::Conflict));
    }
    Ok(())
}

/// Takes somebody's role on an app away.
pub(super) async fn remove_role(conn: &mut Conn, user: &UserId, app: &AppId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM app_role WHERE person_id = $1 AND app_id = $2")
        .bind(user.as_str())
        .bind(app.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

fn read(row: &Row) -> Result<App, Fault> {
    Ok(App {
        id: row::parsed(row, "id")?,
        number: row::count(row, "app_number")?,
        name: row::text(row, "name")?,
        company: row::text(row, "company")?,
        category: row::text(row, "category")?,
        icon: row::flag(row, "icon")?,
        kind: row::word(row, "kind")?,
        blocked: row::flag(row, "blocked")?,
        kakao_login: row::flag(row, "kakao_login")?,
        business: row::business(row)?,
        business_review: row::word(row, "business_review")?,
        version: row::count(row, "version")?,
    })
}

fn role_of(row: &Row) -> Result<AppRole, Fault> {
    Ok(match row.try_get::<i64, _>("rank")? {
        0 => AppRole::Owner,
        1 => AppRole::Editor,
        _ => AppRole::Below,
    })
}

fn rank(role: AppRole) -> i64 {
    match role {
        AppRole::Owner => 0,
        AppRole::Editor => 1,
        AppRole::Below => 2,
    }
}

fn entries(app: &App) -> Entries {
    let texts = app.searched();
    Entries {
        key: sort_key(&app.name),
        grams: texts.iter().flat_map(|text| grams(text)).collect(),
    }
}
