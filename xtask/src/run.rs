//! `cargo xtask run` and `cargo xtask dev`: what one starts and leaves running.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::shell::Shell;
use crate::step::Log;
use crate::{Done, build, setup};

const LISTEN: &str = "127.0.0.1:8400";
const DATA: &str = "data";

/// Sets up, builds, and becomes the server on demo data.
pub(crate) fn run(shell: &Shell, arguments: &[String]) -> Done {
    let options = Options::parse(arguments)?;
    // A name typed by a person is meant from where they stand; the default is in the repository.
    let data = match options.data {
        Some(typed) => std::path::absolute(&typed)
            .map_err(|error| format!("--data {}: {error}", typed.display()))?,
        None => shell.path(DATA),
    };
    Log::create(shell.root(), "run")?.watch(|log| {
        build::console(shell, log)?;
        build::server(shell, log)
    })?;
    println!("\nSyncdesk, with demo data in {}", data.display());
    println!("Open http://{} (Ctrl+C ends it)\n", options.listen);
    let mut server = shell.command(&build::binary(shell).to_string_lossy());
    server
        .args(["serve", "--demo", "--data"])
        .arg(data)
        .args(["--listen", &options.listen]);
    become_it(server)
}

/// trunk serve: the demo, rebuilt at every change.
pub(crate) fn dev(shell: &Shell) -> Done {
    Log::create(shell.root(), "dev")?.watch(|log| {
        setup::console(shell, log)?;
        let mut fetch = shell.builder("cargo");
        fetch.arg("fetch");
        log.run(fetch)
    })?;
    let mut trunk = shell.builder("trunk");
    trunk.arg("serve");
    become_it(trunk)
}

/// Hands over terminal, signals and exit code.
#[cfg(unix)]
fn become_it(mut command: Command) -> Done {
    use std::os::unix::process::CommandExt;
    let error = command.stdin(Stdio::inherit()).exec();
    Err(format!(
        "{} cannot be started: {error}",
        command.get_program().to_string_lossy()
    ))
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Done {
    let status = command.stdin(Stdio::inherit()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("It ended with {status}.")),
        Err(error) => Err(format!("It cannot be started: {error}")),
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Options {
    data: Option<PathBuf>,
    listen: String,
}

impl Options {
    fn parse(arguments: &[String]) -> Done<Self> {
        let mut options = Self {
            data: None,
            listen: LISTEN.to_owned(),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let (name, joined) = match argument.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (argument.as_str(), None),
            };
            if !matches!(name, "--data" | "--listen") {
                return Err(format!(
                    "`cargo xtask run` knows --data and --listen, not `{name}`."
                ));
            }
            let value = joined
                .or_else(|| rest.next().cloned())
                .filter(|value| !value.is_empty())
                .ok_or(format!("{name} needs a value after it."))?;
            if name == "--data" {
                options.data = Some(value.into());
            } else {
                let _: std::net::SocketAddr = value.parse().map_err(|_| {
                    format!("--listen {value}: not an address with a port, such as {LISTEN}.")
                })?;
                options.listen = value;
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Done<Options> {
        Options::parse(
            &line
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn without_arguments_it_listens_on_the_loopback() {
        assert_eq!(
            parse("").unwrap(),
            Options {
                data: None,
                listen: LISTEN.to_owned()
            }
        );
    }

    #[test]
    fn both_ways_of_writing_an_option_are_understood() {
        let expected = Options {
            data: Some("d".into()),
            listen: "127.0.0.1:1".to_owned(),
        };
        assert_eq!(parse("--data d --listen 127.0.0.1:1").unwrap(), expected);
        assert_eq!(parse("--data=d --listen=127.0.0.1:1").unwrap(), expected);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(parse("--port 1").unwrap_err().contains("`--port`"));
        assert!(parse("--data").unwrap_err().contains("--data needs"));
        assert!(
            parse("--listen nowhere")
                .unwrap_err()
                .contains("--listen nowhere")
        );
    }
}
