//! What a migration cannot do in SQL.

use super::dialect::Conn;
use super::fault::Fault;
use super::{applications, apps, channels};

/// Made room for what lists show of an application.
const LISTS: usize = 7;
/// Emptied the index for searching, as others did before.
const SEARCH: usize = 9;

/// Finishes the migration of that number, in its transaction.
pub(in super::super) async fn finish(conn: &mut Conn, number: usize) -> Result<(), sqlx::Error> {
    let made = async {
        match number {
            LISTS => applications::outline_all(conn).await,
            SEARCH => {
                channels::index_all(conn).await?;
                apps::index_all(conn).await
            }
            _ => Ok(()),
        }
    };
    made.await.map_err(|fault: Fault| match fault {
        Fault::Database(error) => error,
        fault => sqlx::Error::Protocol(format!("migration {number}: {fault:?}")),
    })
}
