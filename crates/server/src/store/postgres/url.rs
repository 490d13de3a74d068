//! Where a database is. Its address may hold a password, which never leaves this type.

use std::fmt;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// What an address has to be, for people.
pub const SHAPE: &str = "postgres://USER@HOST:5432/NAME; after a ? there may be sslmode, sslrootcert, sslcert, sslkey, host, port, dbname, user or password; in a password #, /, ? and @ are written as %23, %2F, %3F and %40";
/// What may stand after the `?`. Everything else would be passed over without a word.
const PARAMETERS: [&str; 9] = [
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "host",
    "port",
    "dbname",
    "user",
    "password",
];

/// The address of a PostgreSQL database: `postgres://user:password@host:port/database?sslmode=verify-full`, with the parameters of
/// [`PARAMETERS`] only: one that is not known could have been meant to protect the connection. What it leaves out is taken from the variables that PostgreSQL's own programs know (`PGPASSWORD`, `PGSSLMODE`, …) and from `~/.pgpass`.
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
        let hint = || format!("write the database as {SHAPE}");
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        let rest = place.strip_prefix("postgres://");
        let rest = rest.or(place.strip_prefix("postgresql://"));
        let is_plain = rest.is_some_and(|rest| rest.matches('/').count() < 2);
        let names = query.split('&').map(|pair| pair.split('=').next());
        let is_known = |name: Option<&str>| name.is_some_and(|name| PARAMETERS.contains(&name));
        // What comes after a # would be passed over, as an unknown parameter would be.
        if !is_plain || text.contains('#') || !(query.is_empty() || { names }.all(is_known)) {
            return Err(hint());
        }
        // The parser's own words could repeat the address, password and all.
        let options = PgConnectOptions::from_str(text).map_err(|_| hint())?;
        // Brackets are how an address is told from its port; the name of a machine has none.
        let literal = options
            .get_host()
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let literal = literal.map(str::to_owned);
        Ok(DatabaseUrl(Box::new(match literal {
            Some(literal) => options.host(&literal),
            None => options,
        })))
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = &self.0;
        let socket = options.get_socket().map(|path| path.display().to_string());
        let host = match socket.as_deref().unwrap_or(options.get_host()) {
            literal if literal.contains(':') => format!("[{literal}]"),
            host => host.to_owned(),
        };
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
    use super::{DatabaseUrl, PARAMETERS, SHAPE};

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
            "postgres://a:1?hunter2@b/c",
            "postgres://a:1#hunter2@b/c",
            "postgres://a:1/hunter2@b/c",
        ] {
            let problem = text.parse::<DatabaseUrl>().unwrap_err();
            assert!(problem.contains("postgres://USER@HOST"), "{problem}");
            assert!(problem.contains("%23"), "{problem}");
            assert!(!problem.contains("hunter2"), "{problem}");
        }
    }

    #[test]
    fn a_parameter_that_would_be_passed_over_is_refused() {
        for (query, is_known) in [
            ("sslmode=verify-full", true),
            ("sslmode=verify-full&sslrootcert=/etc/ca.pem", true),
            ("host=/run/postgresql&user=desk&dbname=desk&port=5433", true),
            ("sslmod=verify-full", false),
            ("ssl=true", false),
            ("SSLMODE=verify-full", false),
            ("sslmode=verify-full&channel_binding=require", false),
            ("options=-c%20fsync=off", false),
        ] {
            let parsed = format!("postgres://u@db.example/desk?{query}").parse::<DatabaseUrl>();
            assert_eq!(parsed.is_ok(), is_known, "{query}");
        }
        let said = |name: &&str| SHAPE.contains(*name);
        assert!(PARAMETERS.iter().all(said), "{SHAPE}");
    }

    #[test]
    fn an_address_in_numbers_is_taken_with_its_brackets() {
        let url: DatabaseUrl = "postgres://u@[::1]:5433/desk".parse().unwrap();
        assert_eq!(url.options().get_host(), "::1");
        assert_eq!(url.to_string(), "postgres://u@[::1]:5433/desk");
    }
}
