//! Where a database is. Its address may hold a password, which never leaves this type.

use std::fmt;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// The address of a PostgreSQL database: `postgres://user:password@host:port/database?sslmode=verify-full`. What it leaves out is
/// taken from the variables that PostgreSQL's own programs know (`PGPASSWORD`, `PGSSLMODE`, …) and from `~/.pgpass`.
///
/// Printed without the password.
#[derive(Clone)]
pub struct DatabaseUrl(Box<PgConnectOptions>);

impl DatabaseUrl {
    /// How to connect.
    pub(super) fn options(&self) -> PgConnectOptions {
        self.0.as_ref().clone()
    }
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<DatabaseUrl, String> {
        let hint = "write the database as postgres://USER@HOST:5432/NAME";
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(hint.to_owned());
        }
        // The parser's own words could repeat the address, password and all.
        let options = PgConnectOptions::from_str(text).map_err(|_| hint.to_owned())?;
        Ok(DatabaseUrl(Box::new(options)))
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = &self.0;
        let socket = options.get_socket().map(|path| path.display().to_string());
        let host = socket.as_deref().unwrap_or(options.get_host());
        let name = options.get_database().unwrap_or(options.get_username());
        let (user, port) = (options.get_username(), options.get_port());
        write!(f, "postgres://{user}@{host}:{port}/{name}")
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::DatabaseUrl;

    #[test]
    fn a_password_is_never_printed() {
        for text in [
            "postgres://syncdesk:hunter2@db.example:5433/desk?sslmode=require",
            "postgresql://syncdesk@db.example:5433/desk?password=hunter2",
        ] {
            let url: DatabaseUrl = text.parse().unwrap();
            assert_eq!(url.to_string(), "postgres://syncdesk@db.example:5433/desk");
            assert_eq!(format!("{url:?}"), url.to_string());
        }
    }

    #[test]
    fn what_is_no_address_is_refused_without_repeating_it() {
        for text in [
            "",
            "mysql://a:hunter2@b/c",
            "hunter2",
            "postgres://a:hunter2@b:port/c",
            "postgres://a:hunter2@b/c?sslmode=hunter2",
        ] {
            let problem = text.parse::<DatabaseUrl>().unwrap_err();
            assert!(problem.contains("postgres://USER@HOST"), "{problem}");
            assert!(!problem.contains("hunter2"), "{problem}");
        }
    }
}
