//! The flags that say where the data are, and the settings that follow from them, the environment and the file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::Stop;
use crate::config::{self, Given, Settings};

/// Where the data are. Each flag wins over the environment, and that over the configuration file.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Where {
    /// Configuration file (TOML)
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Folder for database and evidence; it is made when it is not there [default: ./data]
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// A PostgreSQL database instead of the SQLite file; with a password rather say it as `SYNCDESK_DATABASE`
    #[arg(long, value_name = "URL")]
    pub(super) database: Option<String>,
}

impl Where {
    /// What the flags and the environment say; `more` are further flags.
    pub(super) fn given(&self, more: impl IntoIterator<Item = (&'static str, String)>) -> Given {
        let data = self.data.as_ref().map(|data| data.display().to_string());
        let own = [("data", data), ("database", self.database.clone())];
        let own = own
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        let flags: BTreeMap<&'static str, String> = own.chain(more).collect();
        Given::of_process(self.config.clone(), flags)
    }

    /// The settings of a command that only needs the place.
    pub(super) fn settings(&self) -> Result<Settings, Stop> {
        load(&self.given([]))
    }
}

/// Reads the settings; what is wrong with them ends the command.
pub(super) fn load(given: &Given) -> Result<Settings, Stop> {
    config::load(given).map_err(|problems| Stop::not_understood(problems.join("\n")))
}
