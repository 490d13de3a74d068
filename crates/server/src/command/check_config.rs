//! `syncdesk check-config`: whether the server could start with this configuration, without starting it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use tokio::net::TcpListener;

use super::place::{self, Where};
use super::serve::cannot_listen;
use super::{FAILED, Stop, print, runtime};
use crate::config::{self, Problem, Settings};
use crate::http::Limits;
use crate::oidc::{self, Provider};
use crate::store::{self, Place};

/// How long a database may take to answer.
const TIME: Duration = Duration::from_secs(5);
/// Where systemd puts what it hands over to a service, each in a folder of its own.
const HANDED_OVER: &str = "/run/credentials";

/// What was found.
struct Found {
    problems: Vec<Problem>,
    /// Whether another program has what the server needs: most likely this very server, which runs already.
    is_taken: bool,
}

/// Reads everything, looks at what it names, and says what it found.
pub(super) fn run(place: &Where, listen: Option<String>) -> Result<ExitCode, Stop> {
    let listen = listen.map(|listen| ("listen", listen));
    let given = place.given(listen);
    let settings = place::load(&given)?;
    let variables = oidc::variables();
    let providers = oidc::without_secrets(&settings, &variables).map_err(Stop::not_understood)?;
    let _: Limits = settings.table("limits").map_err(Stop::not_understood)?;
    let mut problems = config::judge(&settings, false, providers.len());
    for name in given.unknown_variables() {
        problems.push(Problem::warning(format!(
            "the environment has {name}, which is no setting; perhaps it is misspelt."
        )));
    }
    for provider in providers {
        problems.extend(secret(provider, |name| variables.get(name).cloned()));
    }
    let mut found = Found {
        problems,
        is_taken: false,
    };
    runtime()?.block_on(look(&settings, &mut found));
    let Found { problems, is_taken } = found;
    let mut out = String::new();
    for problem in &problems {
        let kind = if problem.is_fatal {
            "problem"
        } else {
            "warning"
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{kind}: {}", problem.words);
    }
    let is_fatal = problems.iter().any(|problem| problem.is_fatal);
    if is_fatal {
        out.push_str("The server would not start.\n");
    } else if is_taken {
        let _ = writeln!(
            out,
            "The server could start only once the program is stopped that uses what it needs: it would listen on {} and keep its data in {}.",
            settings.listen,
            settings.place()
        );
    } else {
        let _ = writeln!(
            out,
            "The server can start: it listens on {} and keeps its data in {}.",
            settings.listen,
            settings.place()
        );
    }
    print(&out)?;
    Ok(ExitCode::from(if is_fatal { FAILED } else { 0 }))
}

/// What is wrong with a provider's secret. What is only handed over to the service cannot be seen by anybody else.
fn secret(provider: Provider, env: impl Fn(&str) -> Option<String>) -> Option<Problem> {
    let name = provider.name.clone();
    let file = provider.client_secret_file.clone();
    let problem = provider.ready(env).err()?;
    let own = std::env::var_os("CREDENTIALS_DIRECTORY");
    match file {
        Some(file)
            if file.starts_with(HANDED_OVER)
                && std::fs::File::open(&file).is_err()
                && !own.is_some_and(|own| file.starts_with(own)) =>
        {
            Some(Problem::warning(format!(
                "provider \"{name}\": client_secret_file {} is handed only to the service, so it could not be looked at from here.",
                file.display()
            )))
        }
        _ => Some(Problem::fatal(problem.0)),
    }
}

async fn look(settings: &Settings, found: &mut Found) {
    let problems = &mut found.problems;
    let listens = [
        (Some(settings.listen), "listen"),
        (settings.metrics_listen, "metrics_listen"),
    ];
    for (listen, setting) in listens {
        let Some(listen) = listen else { continue };
        if let Err(problem) = TcpListener::bind(listen).await {
            let words = cannot_listen(listen, setting, &problem);
            let is_taken = problem.kind() == std::io::ErrorKind::AddrInUse;
            found.is_taken |= is_taken;
            problems.push(if is_taken {
                Problem::warning(words)
            } else {
                Problem::fatal(words)
            });
        }
    }
    let place = settings.place();
    if let Place::Folder(folder) = &place
        && let Err(problem) = writable(folder)
    {
        problems.push(Problem::fatal(format!(
            "nothing can be kept in {}: {problem}. Name a folder that this user may write to.",
            folder.display()
        )));
        return;
    }
    match tokio::time::timeout(TIME, store::probe(&place)).await {
        Ok(Ok(_)) => {}
        Ok(Err(problem)) if problem.is_taken() => {
            found.is_taken = true;
            problems.push(Problem::warning(problem.to_string()));
        }
        Ok(Err(problem)) => problems.push(Problem::fatal(problem.to_string())),
        Err(_) => problems.push(Problem::fatal(format!(
            "the database {place} does not answer within {} seconds.",
            TIME.as_secs()
        ))),
    }
}

/// Whether files can be made in a folder; where it is not there yet, in the one in which it would be made.
fn writable(folder: &Path) -> std::io::Result<()> {
    let there = folder.ancestors().find(|folder| folder.exists());
    let there = there
        .filter(|path| !path.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let probe = there.join(format!(".syncdesk-{}", std::process::id()));
    std::fs::File::create_new(&probe)?;
    std::fs::remove_file(&probe)
}
