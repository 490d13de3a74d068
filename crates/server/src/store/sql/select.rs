//! The statements of a list. First come the identifiers of a page, from indexes alone, then the rows that they stand for.

use contract::query::Sort;

use super::along::Along;
use super::dialect::{Builder, RANK};
use super::fault::Fault;
use super::list::{List, Place, Search};

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

/// What is read of a list.
pub(super) struct Select<'a, L> {
    pub(super) list: &'a L,
    pub(super) search: &'a Search,
    pub(super) along: Along,
    pub(super) place: &'a Place,
}

impl<L: List> Select<'_, L> {
    /// At most so many rows away from the place.
    pub(super) fn rows(&self, most: usize) -> Result<Builder, Fault> {
        let (things, roles, id) = (L::THINGS, L::ROLES, L::ID);
        let are_roles_read = self.along != Along::Both;
        let rank = if are_roles_read { "f" } else { "m" };
        let mut sql = Builder::new("SELECT c.*, ");
        sql.push(rank).push(".rank FROM (");
        self.push_ids(&mut sql)?;
        self.push_order(["1", "2"], &mut sql);
        sql.push(" LIMIT ");
        sql.push_bind(i64::try_from(most).unwrap_or(i64::MAX));
        sql.push(format_args!(") f CROSS JOIN {things} c"));
        if !are_roles_read {
            sql.push(format_args!(" JOIN {roles} m ON m.{id} = f.id AND "));
            push_whose(self.list, &mut sql);
        }
        sql.push(" WHERE c.id = f.id");
        self.push_order(["f.sort_key", "f.id"], &mut sql);
        Ok(sql)
    }

    /// By what the rows are sorted, and their identifiers.
    fn push_ids(&self, sql: &mut Builder) -> Result<(), Fault> {
        let (list, rank, grams) = (self.list, self.place.rank, &self.search.grams);
        let (table, id) = (L::GRAMS, L::ID);
        let at = match self.along {
            Along::Gram(_) => "g",
            Along::Own | Along::Both => "m",
        };
        sql.push(format_args!("SELECT {at}.sort_key, {at}.{id} AS id"));
        if self.along != Along::Both {
            sql.push(", m.rank");
        }
        match self.along {
            Along::Gram(_) => {
                let roles = L::ROLES;
                sql.push(format_args!(
                    " FROM {table} g CROSS JOIN {roles} m WHERE m.{id} = g.{id} AND "
                ));
                push_whose(list, sql);
                if let Some(rank) = rank {
                    sql.push(format_args!(" AND {RANK} = ")).push_bind(rank);
                }
            }
            Along::Own | Along::Both => push_own(list, rank, sql),
        }
        list.restrict(sql)?;
        self.push_beyond(at, sql);
        for (number, gram) in grams.iter().enumerate() {
            match self.along {
                Along::Gram(followed) if followed == number => {
                    sql.push(" AND g.gram = ").push_bind(gram.clone());
                }
                Along::Gram(_) | Along::Own => {
                    sql.push(format_args!(
                        " AND EXISTS (SELECT 1 FROM {table} o WHERE o.sort_key = {at}.sort_key AND o.{id} = {at}.{id} AND o.gram = "
                    ));
                    sql.push_bind(gram.clone());
                    // The limit says nothing new, but keeps SQLite from walking this list instead of the one that is followed.
                    sql.push(" LIMIT 1)");
                }
                Along::Both => {
                    sql.push(format_args!(
                        " INTERSECT SELECT g.sort_key, g.{id} FROM {table} g WHERE g.gram = "
                    ));
                    sql.push_bind(gram.clone());
                    self.push_beyond("g", sql);
                }
            }
        }
        Ok(())
    }

    /// Behind the row that one comes from, or before it.
    fn push_beyond(&self, at: &str, sql: &mut Builder) {
        if let Some(from) = &self.place.from {
            let beyond = if self.is_down() { "<" } else { ">" };
            let id = L::ID;
            sql.push(format_args!(" AND ({at}.sort_key, {at}.{id}) {beyond} ("));
            sql.push_bind(from.text.clone()).push(", ");
            sql.push_bind(from.id.clone()).push(")");
        }
    }

    fn push_order(&self, [key, id]: [&str; 2], sql: &mut Builder) {
        let way = if self.is_down() { " DESC" } else { "" };
        sql.push(format_args!(" ORDER BY {key}{way}, {id}{way}"));
    }

    fn is_down(&self) -> bool {
        (self.search.sort == Sort::NameDesc) != self.place.back
    }
}
