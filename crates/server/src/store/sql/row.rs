//! Reading values out of rows.

use std::collections::BTreeMap;

use domain::business::Business;
use domain::time::Time;
use serde::Serialize;
use serde::de::value::{Error as Unreadable, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use sqlx::Row as _;

use super::dialect::Row;
use super::fault::Fault;

/// The text in a column.
pub(super) fn text(row: &Row, column: &str) -> Result<String, Fault> {
    Ok(row.try_get(column)?)
}

/// The number in a column.
pub(super) fn number(row: &Row, column: &str) -> Result<i64, Fault> {
    Ok(row.try_get(column)?)
}

/// The yes or no in a column.
pub(super) fn flag(row: &Row, column: &str) -> Result<bool, Fault> {
    Ok(number(row, column)? != 0)
}

/// The number in a column, where it cannot be negative or has to be small.
pub(super) fn count<T: TryFrom<i64>>(row: &Row, column: &str) -> Result<T, Fault> {
    let number = number(row, column)?;
    T::try_from(number).map_err(|_| stored(column))
}

/// The moment in a column.
pub(super) fn time(row: &Row, column: &str) -> Result<Time, Fault> {
    number(row, column).map(Time::from_millis)
}

/// The identifier, or anything else that is read with `parse`, in a column.
pub(super) fn parsed<T: std::str::FromStr>(row: &Row, column: &str) -> Result<T, Fault> {
    let text = text(row, column)?;
    text.parse().map_err(|_| stored(column))
}

/// The word in a column, as in JSON.
pub(super) fn word<T: DeserializeOwned>(row: &Row, column: &str) -> Result<T, Fault> {
    let text = text(row, column)?;
    let word: StrDeserializer<'_, Unreadable> = text.as_str().into_deserializer();
    T::deserialize(word).map_err(|_| stored(column))
}

/// What stands in a column as JSON.
pub(super) fn json<T: DeserializeOwned>(row: &Row, column: &str) -> Result<T, Fault> {
    serde_json::from_str(&text(row, column)?).map_err(|_| stored(column))
}

/// The word for a value, as in JSON.
pub(super) fn word_of<T: Serialize>(value: &T) -> Result<String, Fault> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(Fault::Other(format!("{other:?} is not a word"))),
    }
}

/// The business information in its three columns.
pub(super) fn business(row: &Row) -> Result<Option<Business>, Fault> {
    if row.try_get::<Option<String>, _>("number")?.is_none() {
        return Ok(None);
    }
    Ok(Some(Business {
        number: parsed(row, "number")?,
        trade_name: text(row, "trade_name")?,
        representative: text(row, "representative")?,
    }))
}

/// What was found, in the order in which it was asked for.
pub(super) fn in_order<K: Ord, T: Clone>(
    ids: &[K],
    found: Vec<T>,
    id: impl Fn(&T) -> &K,
) -> Vec<T> {
    let found: BTreeMap<&K, &T> = found.iter().map(|one| (id(one), one)).collect();
    ids.iter()
        .filter_map(|id| found.get(id).copied().cloned())
        .collect()
}

/// As a database stores it.
pub(super) fn integer(number: u64) -> Result<i64, Fault> {
    i64::try_from(number).map_err(|_| Fault::Other(format!("{number} is too large to be stored")))
}

/// Says where, never what: a cause goes into the log, and a stored value may be somebody's name.
fn stored(column: &str) -> Fault {
    Fault::Other(format!("stored {column} cannot be read"))
}
