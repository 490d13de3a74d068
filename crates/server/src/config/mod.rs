//! The settings of the server: flags before the environment, the environment before the file, the file before what goes without saying.

mod field;
mod file;
mod judge;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use serde::de::DeserializeOwned;

pub use field::{FIELDS, Field, table};
pub use judge::{Problem, judge};

use file::File;

use crate::oidc::PREFIX;
use crate::store::{DatabaseUrl, Place};

/// Everything that can be set, with what goes without saying filled in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// Folder of the SQLite database and of evidence files.
    pub data: PathBuf,
    /// A PostgreSQL database instead of the SQLite file.
    pub database: Option<DatabaseUrl>,
    /// How browsers reach the server: scheme, name and port.
    pub public_url: Option<String>,
    /// Proxies that every request passes.
    pub trusted_proxies: usize,
    /// How lines of the log are written.
    pub log_format: LogFormat,
    /// The least important lines that are written.
    pub log_level: tracing::Level,
    /// Where the metrics are asked for.
    pub metrics_listen: Option<SocketAddr>,
    /// How long requests under way may take when the server is told to stop.
    pub drain: Duration,
    /// How long it says that it is not ready before it stops listening.
    pub unready: Duration,
    /// The tables of the file, by name, each with the words that say where it stands.
    tables: BTreeMap<String, (toml::Value, String)>,
    /// The names of the variables about providers, without what they hold.
    provider_variables: Vec<String>,
}

/// How lines of the log are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// What the command line and the environment say. Nothing is read from the process by itself, so that tests can say it, too.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The configuration file.
    pub file: Option<PathBuf>,
    /// Values of flags, by the setting's name.
    pub flags: BTreeMap<&'static str, String>,
    /// The variables whose names begin with `SYNCDESK_`.
    pub environment: BTreeMap<String, String>,
}

impl Given {
    /// The flags and the environment of this process.
    pub fn of_process(file: Option<PathBuf>, flags: BTreeMap<&'static str, String>) -> Given {
        let own = |name: &str| name.starts_with("SYNCDESK_");
        let environment = std::env::vars_os().filter_map(|(name, value)| {
            let (name, value) = (name.into_string().ok()?, value.into_string().ok()?);
            own(&name).then_some((name, value))
        });
        Given {
            file,
            flags,
            environment: environment.collect(),
        }
    }

    /// Variables that look like a setting and are none: most likely misspelt. Of those about providers, [`judge`] says it.
    pub fn unknown_variables(&self) -> Vec<String> {
        let known = |name: &String| {
            name.starts_with(PREFIX) || FIELDS.iter().any(|field| field.variable() == *name)
        };
        self.environment
            .keys()
            .filter(|name| !known(name))
            .cloned()
            .collect()
    }
}

/// Reads everything. What is wrong is said in sentences; none of them holds a value that may be secret.
pub fn load(given: &Given) -> Result<Settings, Vec<String>> {
    let file = match &given.file {
        Some(path) => file::read(path)?,
        None => File::default(),
    };
    let name = given
        .file
        .as_deref()
        .unwrap_or(Path::new(""))
        .display()
        .to_string();
    let mut sources = Sources {
        given,
        file: &file,
        name: &name,
        problems: Vec::new(),
    };
    let settings = Settings {
        listen: sources
            .value("listen")
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8400))),
        data: sources
            .value("data")
            .unwrap_or_else(|| PathBuf::from("./data")),
        // Whoever names a folder on the command line means it, whatever database the server uses otherwise.
        database: if given.flags.contains_key("data") && !given.flags.contains_key("database") {
            None
        } else {
            sources.value("database")
        },
        public_url: sources.value::<Origin>("public_url").map(|origin| origin.0),
        trusted_proxies: sources
            .value::<Within<0, 8>>("trusted_proxies")
            .map_or(0, |n| usize::from(n.0)),
        log_format: sources.value("log_format").unwrap_or(LogFormat::Text),
        log_level: sources
            .value::<Level>("log_level")
            .map_or(tracing::Level::INFO, |level| level.0),
        metrics_listen: sources.value("metrics_listen"),
        drain: seconds(
            sources
                .value::<Within<1, 600>>("drain_s")
                .map_or(25, |n| n.0),
        ),
        unready: seconds(
            sources
                .value::<Within<0, 60>>("unready_s")
                .map_or(0, |n| n.0),
        ),
        tables: file
            .tables
            .iter()
            .map(|(key, (value, line))| {
                (
                    key.clone(),
                    (value.clone(), format!("{name}, line {line}: {key}")),
                )
            })
            .collect(),
        provider_variables: given
            .environment
            .keys()
            .filter(|name| name.starts_with(PREFIX))
            .cloned()
            .collect(),
    };
    if sources.problems.is_empty() {
        Ok(settings)
    } else {
        Err(sources.problems)
    }
}

impl Settings {
    /// A table of the file, read as whatever part of the server it belongs to; what goes without saying when it is not there.
    pub fn table<T: DeserializeOwned + Default>(&self, name: &str) -> Result<T, String> {
        let Some((value, at)) = self.tables.get(name) else {
            return Ok(T::default());
        };
        T::deserialize(value.clone())
            .map_err(|problem| format!("{at}: {}.", problem.message().replace('\n', ", ")))
    }

    /// Where the data are.
    pub fn place(&self) -> Place {
        match &self.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(self.data.clone()),
        }
    }

    /// Whether browsers come by TLS, which a proxy in front ends.
    pub fn is_https(&self) -> bool {
        let url = self.public_url.as_deref().unwrap_or_default();
        url.starts_with("https://")
    }

    /// Whether the file has that table.
    pub fn has_table(&self, name: &str) -> bool {
        self.tables.contains_key(name)
    }
}

/// Where values come from, the strongest first, and what was wrong with them.
struct Sources<'a> {
    given: &'a Given,
    file: &'a File,
    name: &'a str,
    problems: Vec<String>,
}

impl Sources<'_> {
    /// The value of a setting, if it is set anywhere.
    fn value<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let field = FIELDS.iter().find(|field| field.name == name)?;
        let variable = field.variable();
        let from_file = self.file.given.get(name);
        let (place, value) = if let Some(value) = self.given.flags.get(name) {
            (field.flag.unwrap_or(field.name).to_owned(), value)
        } else if let Some(value) = self
            .given
            .environment
            .get(&variable)
            .filter(|v| !v.is_empty())
        {
            (variable, value)
        } else if let Some(given) = from_file {
            (
                format!("{}, line {}: {name}", self.name, given.line),
                &given.value,
            )
        } else {
            return None;
        };
        let parsed = if value.is_empty() {
            None
        } else {
            value.parse().ok()
        };
        if parsed.is_none() {
            self.problems
                .push(format!("{place} has to be {}.", field.allowed));
        }
        parsed
    }
}

fn seconds(number: u16) -> Duration {
    Duration::from_secs(number.into())
}

/// A whole number within bounds.
struct Within<const MIN: u16, const MAX: u16>(u16);

impl<const MIN: u16, const MAX: u16> FromStr for Within<MIN, MAX> {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number = text.parse().map_err(|_| ())?;
        if (MIN..=MAX).contains(&number) {
            Ok(Within(number))
        } else {
            Err(())
        }
    }
}

struct Level(tracing::Level);

impl FromStr for Level {
    type Err = ();

    fn from_str(text: &str) -> Result<Level, ()> {
        Ok(Level(match text {
            "error" => tracing::Level::ERROR,
            "warn" => tracing::Level::WARN,
            "info" => tracing::Level::INFO,
            "debug" => tracing::Level::DEBUG,
            _ => return Err(()),
        }))
    }
}

impl FromStr for LogFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<LogFormat, ()> {
        match text {
            "text" => Ok(LogFormat::Text),
            "json" => Ok(LogFormat::Json),
            _ => Err(()),
        }
    }
}

/// Scheme, name and port of an address, and nothing else.
struct Origin(String);

impl FromStr for Origin {
    type Err = ();

    fn from_str(text: &str) -> Result<Origin, ()> {
        let uri: axum::http::Uri = text.parse().map_err(|_| ())?;
        let plain = matches!(uri.path(), "" | "/") && uri.query().is_none();
        match (uri.scheme_str(), uri.authority()) {
            (Some("https" | "http"), Some(authority))
                if plain && !authority.as_str().contains('@') =>
            {
                Ok(Origin(text.trim_end_matches('/').to_ascii_lowercase()))
            }
            _ => Err(()),
        }
    }
}
