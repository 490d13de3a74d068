//! What a migration cannot do in SQL.

use super::dialect::Conn;
use super::fault::Fault;
use super::{applications, apps, channels};

/// Emptied the index for searching.
const SEARCH: usize = 5;
/// Made room for what lists show of an application.
const LISTS: usize = 7;

/// Finishes the migration of that number, in its transaction.
pub(in super::super) async fn finish(conn: &mut Conn, number: usize) -> Result<(), sqlx::Error> {
    let made = async {
        match number {
            SEARCH => {
                channels::index_all(conn).await?;
                apps::index_all(conn).await
            }
            LISTS => applications::outline_all(conn).await,
            _ => Ok(()),
        }
    };
    made.await.map_err(|fault: Fault| match fault {
        Fault::Database(error) => error,
        fault => sqlx::Error::Protocol(format!("migration {number}: {fault:?}")),
    })
}
