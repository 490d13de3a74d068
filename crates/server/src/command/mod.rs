//! The command line. It says what went wrong in one sentence and exits with 1; a wrong command line exits with 2.

mod audit;
mod backup;
mod check;
mod check_config;
mod import;
mod input;
mod invite;
mod place;
mod schema;
mod seed;
mod serve;
mod sweep;
mod trace;

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use text::Lang;

use place::Where;

/// Syncdesk, the open admin centre for adopting Kakao Sync. Independent; not run by Kakao.
#[derive(Debug, Parser)]
#[command(name = "syncdesk", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server with the console and the API
    Serve {
        /// Sign in as made-up people, with made-up data; on this machine only
        #[arg(long)]
        demo: bool,
        #[command(flatten)]
        place: Where,
        /// Where to listen; port 0 takes a free one [default: 127.0.0.1:8400]
        #[arg(long, value_name = "ADDR:PORT")]
        listen: Option<String>,
    },
    /// Read the configuration, look whether the server could start with it, and say each problem in a sentence
    ///
    /// Exits with 0 when it could, also when it only waits for a program that uses its port or its folder; with 1 when something else
    /// stands in the way; with 2 when the configuration cannot be read. Changes nothing.
    CheckConfig {
        #[command(flatten)]
        place: Where,
        /// As with serve
        #[arg(long, value_name = "ADDR:PORT")]
        listen: Option<String>,
    },
    /// Write a backup into a new folder, also while the server runs
    Backup {
        #[command(flatten)]
        place: Where,
        /// The folder to make
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// Restore a backup into an empty place, and look whether everything has arrived
    Restore {
        /// The folder of the backup
        #[arg(long, value_name = "DIR")]
        from: PathBuf,
        #[command(flatten)]
        place: Where,
    },
    /// Look through everything that is kept: the database, the chain of the record, evidence, and what must always be true
    ///
    /// Exits with 0 when everything is as it should be. Changes nothing. A SQLite database must not be open meanwhile.
    Verify {
        #[command(flatten)]
        place: Where,
    },
    /// Say about an application what a reviewer would say
    ///
    /// Exits with 0 when nothing blocks, with 1 when something does, with 2 when the file cannot be read.
    Check {
        /// An exported application, or a host's simple-setup payload; - reads the standard input
        file: PathBuf,
        /// The language of the sentences; without it that of LANG, Korean or else English
        #[arg(long)]
        lang: Option<Language>,
        /// For people, or for programs
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Look after the record of who did what
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Invite somebody: print an address that is good for one sign-in. So the first operator comes in
    Invite(invite::Invite),
    /// Bring in the channels and apps that a file lists, with the people on them; the same file twice changes nothing
    ///
    /// All of it or nothing. Exits with 2 when something in the file is wrong, and says where. A SQLite database must not be open
    /// meanwhile.
    Import {
        /// A JSON list of channels and apps, as docs/operating.md shows it; - reads the standard input
        file: PathBuf,
        #[command(flatten)]
        place: Where,
    },
    /// Print the JSON Schema of the application document
    Schema,
    /// Add a made-up person with that many channels, for measurements
    Seed {
        /// How many channels, 1 to 1,000,000
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
        channels: u32,
        #[command(flatten)]
        place: Where,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    /// Korean
    Ko,
    /// English
    En,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Sentences, the most important first
    Text,
    /// {"findings": […]}
    Json,
}

/// Nothing is wrong with the file, but something blocks; or a command failed.
const FAILED: u8 = 1;
/// The command line or the file cannot be understood.
const NOT_UNDERSTOOD: u8 = 2;

/// Why a command ended early: the exit code and a sentence.
#[derive(Debug)]
struct Stop(u8, String);

impl Stop {
    fn failed(sentence: impl ToString) -> Stop {
        Stop(FAILED, sentence.to_string())
    }

    fn not_understood(sentence: impl ToString) -> Stop {
        Stop(NOT_UNDERSTOOD, sentence.to_string())
    }
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(problem) => {
            // Nobody may be listening any more.
            let _ = problem.print();
            return ExitCode::from(u8::try_from(problem.exit_code()).unwrap_or(NOT_UNDERSTOOD));
        }
    };
    let done = match arguments.command {
        Command::Serve {
            demo,
            place,
            listen,
        } => serve::run(demo, &place, listen),
        Command::CheckConfig { place, listen } => check_config::run(&place, listen),
        Command::Backup { place, to } => backup::dump(&place, &to),
        Command::Restore { from, place } => backup::load(&from, &place),
        Command::Verify { place } => backup::verify(&place),
        Command::Check { file, lang, format } => check::run(&file, language(lang), format),
        Command::Audit(audit) => audit::run(audit),
        Command::Invite(invite) => invite::run(&invite),
        Command::Import { file, place } => import::run(&file, &place),
        Command::Schema => schema::run(),
        Command::Seed { channels, place } => seed::run(channels, &place),
    };
    done.unwrap_or_else(|Stop(code, sentence)| {
        eprintln!("syncdesk: {sentence}");
        ExitCode::from(code)
    })
}

fn language(chosen: Option<Language>) -> Lang {
    match chosen {
        Some(Language::Ko) => Lang::Ko,
        Some(Language::En) => Lang::En,
        None => std::env::var("LANG")
            .ok()
            .and_then(|tag| Lang::parse(&tag))
            .unwrap_or(Lang::En),
    }
}

/// Writes to the standard output. Whoever stops reading, like `head`, has what they wanted.
fn print(words: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    match out.write_all(words.as_bytes()).and_then(|()| out.flush()) {
        Err(problem) if problem.kind() != ErrorKind::BrokenPipe => Err(Stop::failed(format!(
            "the output cannot be written: {problem}"
        ))),
        _ => Ok(()),
    }
}

/// The engine under everything that waits.
fn runtime() -> Result<tokio::runtime::Runtime, Stop> {
    tokio::runtime::Runtime::new()
        .map_err(|problem| Stop::failed(format!("the system gives no threads: {problem}")))
}
