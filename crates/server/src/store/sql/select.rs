//! The statements of a list. First come the identifiers of a page, from indexes alone, then the rows that they stand for.

use super::dialect::{Builder, MERGES, RANK};
use super::fault::Fault;
use super::list::{Begin, List, Place, Search};
use super::stretch::{Along, Stretch};

/// `FROM` somebody's roles, called `m`, with the conditions that say whose they are.
pub(super) fn push_own<L: List>(list: &L, rank: Option<i64>, sql: &mut Builder) {
    sql.push(format_args!(" FROM {} m WHERE ", L::ROLES));
    push_whose(list, sql);
    if let Some(rank) = rank {
        sql.push(" AND m.rank = ").push_bind(rank);
    }
}

fn push_whose<L: List>(list: &L, sql: &mut Builder) {
    sql.push("m.person_id = ");
    sql.push_bind(list.person().to_owned());
}

/// Ends a condition that is asked of each entry of the list that is followed. The limit says nothing new, but keeps SQLite from walking
/// another list instead, and the offset PostgreSQL from reading it whole.
const LOOKED_UP: &str = " LIMIT 1 OFFSET 0)";

/// Whether ranks come with the identifiers, or with the rows.
fn are_ranks_read(along: Along) -> bool {
    match along {
        Along::Own => true,
        Along::Gram(_) => false,
        Along::Both => !MERGES,
    }
}

/// What is read of a list.
pub(super) struct Select<'a, L> {
    pub(super) list: &'a L,
    pub(super) search: &'a Search,
    pub(super) place: &'a Place,
}

impl<L: List> Select<'_, L> {
    /// At most so many rows of a stretch.
    pub(super) fn rows(&self, stretch: &Stretch, most: usize) -> Result<Builder, Fault> {
        let (things, roles, id) = (L::THINGS, L::ROLES, L::ID);
        let are_ranks_read = are_ranks_read(stretch.along);
        let rank = if are_ranks_read { "f" } else { "m" };
        let mut sql = Builder::new("SELECT c.*, ");
        sql.push(rank).push(".rank FROM (");
        self.push_ids(stretch, &mut sql)?;
        self.push_order(["1", "2"], &mut sql);
        sql.push(" LIMIT ");
        sql.push_bind(i64::try_from(most).unwrap_or(i64::MAX));
        sql.push(format_args!(") f CROSS JOIN {things} c"));
        if !are_ranks_read {
            sql.push(format_args!(" JOIN {roles} m ON m.{id} = f.id AND "));
            push_whose(self.list, &mut sql);
        }
        sql.push(" WHERE c.id = f.id");
        self.push_order(["f.sort_key", "f.id"], &mut sql);
        Ok(sql)
    }

    /// What is left of a list of the person's or of the index: sort keys and identifiers.
    pub(super) fn push_list(&self, along: Along, sql: &mut Builder) {
        let at = along.name();
        sql.push(format_args!("SELECT {at}.sort_key, {at}.{}", L::ID));
        self.push_rest(along, sql);
    }

    /// `FROM` what is left of it.
    pub(super) fn push_rest(&self, along: Along, sql: &mut Builder) {
        match along {
            Along::Gram(number) => self.push_gram(number, sql),
            Along::Own | Along::Both => push_own(self.list, self.place.rank, sql),
        }
        self.push_beyond(along.name(), sql);
    }

    fn push_gram(&self, number: usize, sql: &mut Builder) {
        sql.push(format_args!(" FROM {} g WHERE g.gram = ", L::GRAMS));
        sql.push_bind(self.search.grams.get(number).cloned());
    }

    /// By what the rows are sorted, and their identifiers; of a list of the person's own also the ranks.
    fn push_ids(&self, stretch: &Stretch, sql: &mut Builder) -> Result<(), Fault> {
        let along = stretch.along;
        let (id, at) = (L::ID, along.name());
        sql.push(format_args!("SELECT {at}.sort_key, {at}.{id} AS id"));
        if let Along::Gram(number) = along {
            self.push_gram(number, sql);
        } else {
            if are_ranks_read(along) {
                sql.push(", m.rank");
            }
            push_own(self.list, self.place.rank, sql);
            self.list.restrict(sql)?;
        }
        self.push_within(along, stretch, sql);
        for number in 0..self.search.grams.len() {
            if along == Along::Both && MERGES {
                sql.push(format_args!(" INTERSECT SELECT g.sort_key, g.{id}"));
                self.push_gram(number, sql);
                self.push_within(Along::Gram(number), stretch, sql);
            } else if along != Along::Gram(number) {
                self.push_has_gram(along, number, sql);
            }
        }
        if let Along::Gram(_) = along {
            self.push_is_own(sql)?;
        }
        Ok(())
    }

    /// What the index has under another entry as well.
    fn push_has_gram(&self, along: Along, number: usize, sql: &mut Builder) {
        let (table, id, at) = (L::GRAMS, L::ID, along.name());
        sql.push(format_args!(
            " AND EXISTS (SELECT 1 FROM {table} o WHERE o.sort_key = {at}.sort_key AND o.{id} = {at}.{id} AND o.gram = "
        ));
        sql.push_bind(self.search.grams.get(number).cloned());
        sql.push(if along == Along::Both { ")" } else { LOOKED_UP });
    }

    /// What the person has a role on.
    fn push_is_own(&self, sql: &mut Builder) -> Result<(), Fault> {
        let (roles, id) = (L::ROLES, L::ID);
        sql.push(format_args!(
            " AND EXISTS (SELECT 1 FROM {roles} m WHERE m.sort_key = g.sort_key AND m.{id} = g.{id} AND "
        ));
        push_whose(self.list, sql);
        if let Some(rank) = self.place.rank {
            sql.push(format_args!(" AND {RANK} = ")).push_bind(rank);
        }
        self.list.restrict(sql)?;
        sql.push(LOOKED_UP);
        Ok(())
    }

    /// Beyond the place, and in the stretch.
    fn push_within(&self, along: Along, stretch: &Stretch, sql: &mut Builder) {
        self.push_beyond(along.name(), sql);
        if let Some(end) = &stretch.end {
            self.push_until(along, end, sql);
        }
    }

    /// Behind the row that one comes from, or before it.
    fn push_beyond(&self, at: &str, sql: &mut Builder) {
        let beyond = if self.place.down { "<" } else { ">" };
        match &self.place.begin {
            Begin::Edge => {}
            Begin::Row(row) => {
                let id = L::ID;
                sql.push(format_args!(" AND ({at}.sort_key, {at}.{id}) {beyond} ("));
                sql.push_bind(row.text.clone()).push(", ");
                sql.push_bind(row.id.clone()).push(")");
            }
            Begin::Key(key) => {
                sql.push(format_args!(" AND {at}.sort_key {beyond} "));
                sql.push_bind(key.clone());
            }
        }
    }

    /// Up to this sort key, and with it.
    pub(super) fn push_until(&self, along: Along, end: &str, sql: &mut Builder) {
        let (at, within) = (along.name(), if self.place.down { ">=" } else { "<=" });
        sql.push(format_args!(" AND {at}.sort_key {within} "));
        sql.push_bind(end.to_owned());
    }

    pub(super) fn push_order(&self, [key, id]: [&str; 2], sql: &mut Builder) {
        let way = if self.place.down { " DESC" } else { "" };
        sql.push(format_args!(" ORDER BY {key}{way}, {id}{way}"));
    }
}
