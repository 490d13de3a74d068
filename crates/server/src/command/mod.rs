//! The command line. It says what went wrong in one sentence and exits with 1; a wrong command line exits with 2.

mod check;
mod input;
mod schema;
mod seed;
mod serve;

use std::io::{ErrorKind, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use text::Lang;

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
        /// Folder for database and evidence; it is made when it is not there
        #[arg(long, value_name = "DIR", default_value = "./data")]
        data: PathBuf,
        /// Where to listen; port 0 takes a free one
        #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8400", value_parser = address)]
        listen: SocketAddr,
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
    /// Print the JSON Schema of the application document
    Schema,
    /// Add a made-up person with that many channels, for measurements
    Seed {
        /// How many channels, 1 to 1,000,000
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
        channels: u32,
        /// Folder of the database
        #[arg(long, value_name = "DIR", default_value = "./data")]
        data: PathBuf,
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
        Command::Serve { demo, data, listen } => serve::run(demo, &data, listen),
        Command::Check { file, lang, format } => check::run(&file, language(lang), format),
        Command::Schema => schema::run(),
        Command::Seed { channels, data } => seed::run(channels, &data),
    };
    done.unwrap_or_else(|Stop(code, sentence)| {
        eprintln!("syncdesk: {sentence}");
        ExitCode::from(code)
    })
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| "write it as ADDR:PORT, for example 127.0.0.1:8400 or [::1]:8400".to_owned())
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
