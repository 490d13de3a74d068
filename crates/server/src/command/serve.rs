//! `syncdesk serve`: opens the data, answers until it is told to stop, and leaves everything tidy.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use backend::Backend;
use backend::ports::Clock as _;
use backend::store::{Answer, Batch, Change, CommitError, Down, Store};
use domain::time::Time;
use mock::seeds;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use super::place::{self, Where};
use super::{Stop, audit, print, runtime};
use crate::config::{self, Problem, Settings};
use crate::http::{self, Console, Front, Limits, app};
use crate::oidc::{self, Gate, Provider};
use crate::scrub::Scrub;
use crate::store;
use crate::telemetry::{self, Metrics, Readiness};
use crate::world::{RandomIds, SystemClock};

/// Serves until the process is told to stop.
pub(super) fn run(demo: bool, place: &Where, listen: Option<String>) -> Result<ExitCode, Stop> {
    let listen = listen.map(|listen| ("listen", listen));
    let settings = place::load(&place.given(listen))?;
    let providers =
        oidc::configured(&settings, &oidc::variables()).map_err(Stop::not_understood)?;
    let limits = limits(&settings, demo).map_err(Stop::not_understood)?;
    let problems = config::judge(&settings, demo, providers.len());
    let fatal: Vec<&str> = problems
        .iter()
        .filter(|problem| problem.is_fatal)
        .map(|problem| problem.words.as_str())
        .collect();
    if !fatal.is_empty() {
        return Err(Stop::not_understood(fatal.join("\n")));
    }
    telemetry::start_log(settings.log_format, settings.log_level, std::io::stderr);
    let plan = Plan {
        demo,
        settings,
        providers,
        limits,
        problems,
    };
    runtime()?.block_on(serve(plan))?;
    Ok(ExitCode::SUCCESS)
}

/// Everything that was read and found to go together.
struct Plan {
    demo: bool,
    settings: Settings,
    providers: Vec<Provider>,
    limits: Limits,
    problems: Vec<Problem>,
}

async fn serve(plan: Plan) -> Result<(), Stop> {
    let (demo, settings, limits) = (plan.demo, &plan.settings, plan.limits);
    let listener = bind(settings.listen, "listen").await?;
    let address = listener.local_addr().map_err(Stop::failed)?;
    let metrics = Arc::new(Metrics::default());
    let watched = match settings.metrics_listen {
        Some(listen) => Some(bind(listen, "metrics_listen").await?),
        None => None,
    };
    let stop = Signals::new()?;
    let now = SystemClock.now();
    let opened = store::open(&settings.place(), now)
        .await
        .map_err(Stop::failed)?;
    let store = opened.store();
    if demo {
        plant(&*store, now).await.map_err(|problem| {
            Stop::failed(format!("the demo data could not be written: {problem:?}"))
        })?;
    }
    let usual = format!("http://{address}");
    let public_url = settings.public_url.clone().unwrap_or(usual);
    let backend = Backend {
        store: Arc::clone(&store),
        clock: Arc::new(SystemClock),
        ids: Arc::new(RandomIds),
        cleaner: Arc::new(Scrub::new()),
        demo: demo.then(seeds::identities),
        doors: Arc::new(Gate::doors(&plan.providers, &public_url)),
    };
    let anchors = match settings.place() {
        store::Place::Folder(folder) => Some(folder.join(audit::ANCHORS)),
        store::Place::Postgres(_) => None,
    };
    let keeping = anchors
        .clone()
        .map(|file| tokio::spawn(audit::keep(Arc::clone(&store), file)));
    let readiness = Readiness::of(Arc::clone(&store));
    let gate = Gate::new(backend.clone(), plan.providers, &public_url).map_err(Stop::failed)?;
    let front = Front {
        address,
        is_https: settings.is_https(),
        readiness: readiness.clone(),
        metrics: Arc::clone(&metrics),
        limits,
        proxies: settings.trusted_proxies,
        gate: Some(gate),
    };
    for problem in &plan.problems {
        tracing::warn!("{}", problem.words);
    }
    let (drain, draining) = oneshot::channel::<()>();
    let app = app(backend, Console::embedded(), front);
    let wire = limits.wire(settings.trusted_proxies);
    // The sender is dropped when the process is told to stop.
    let told = async { draining.await.unwrap_or_default() };
    let mut serving = tokio::spawn(http::serve(listener, app, wire, told));
    if let Some(listener) = watched {
        tokio::spawn(axum::serve(listener, telemetry::page(metrics)).into_future());
    }
    print(&format!("Syncdesk: http://{address}\n"))?;
    tokio::select! {
        () = stop.wait() => tracing::info!("told to stop"),
        () = opened.ended() => {
            let words = "the database can no longer be written to, for its writer has failed. Start the server again.";
            return Err(Stop::failed(words));
        }
    }
    readiness.leave();
    tokio::time::sleep(settings.unready).await;
    drop(drain);
    if tokio::time::timeout(settings.drain, &mut serving)
        .await
        .is_err()
    {
        tracing::warn!("requests were still under way and are cut off");
        serving.abort();
    }
    if let (Some(keeping), Some(file)) = (keeping, anchors) {
        keeping.abort();
        audit::keep_one(&*store, &file, 0).await;
    }
    opened.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// How often anybody may ask. In a demo nobody is kept waiting, unless the configuration says so.
fn limits(settings: &Settings, demo: bool) -> Result<Limits, String> {
    if demo && !settings.has_table("limits") {
        return Ok(Limits::off());
    }
    settings.table("limits")
}

async fn bind(listen: SocketAddr, setting: &str) -> Result<TcpListener, Stop> {
    TcpListener::bind(listen)
        .await
        .map_err(|problem| Stop::failed(cannot_listen(listen, setting, &problem)))
}

/// Writes the demo data into a database where nobody lives yet. Of several servers that start on one database at the same time one
/// does it: they are told apart by a key that only one of them gets.
async fn plant(store: &dyn Store, now: Time) -> Result<(), CommitError> {
    let down = |Down(words)| CommitError::Down(words);
    if !store.users().await.map_err(down)?.is_empty() {
        return Ok(());
    }
    let changes = seeds::demo(now);
    for change in &changes {
        if let Change::PutFile(file) = change {
            store
                .put_file_bytes(&file.id, seeds::PICTURE.to_vec())
                .await
                .map_err(down)?;
        }
    }
    let answer = Answer {
        request_hash: String::new(),
        status: 0,
        version: 0,
        body: Vec::new(),
        at: now,
    };
    let batch = Batch {
        record: seeds::record(&changes),
        changes,
        answer: seeds::identities()
            .first()
            .map(|user| (user.clone(), "the demo data".to_owned(), answer)),
        ..Batch::default()
    };
    match store.commit(batch).await {
        Err(CommitError::KeyTaken) => Ok(()),
        done => done,
    }
}

/// Why an address cannot be listened on, and what to do, in a sentence.
pub(super) fn cannot_listen(listen: SocketAddr, setting: &str, problem: &std::io::Error) -> String {
    let flag = if setting == "listen" {
        "--listen"
    } else {
        setting
    };
    let port = listen.port();
    match problem.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} of {} is in use by another program. Stop that one, or choose another port: {flag} {}.",
            listen.ip(),
            SocketAddr::new(listen.ip(), port.checked_add(1).unwrap_or(8400))
        ),
        ErrorKind::PermissionDenied => format!(
            "this user may not listen on port {port}. Choose one above 1023: {flag} {}.",
            SocketAddr::new(listen.ip(), 8400)
        ),
        _ => format!(
            "{listen} cannot be listened on: {problem}. Choose another address with {flag}."
        ),
    }
}

/// The two ways in which a process is told to stop.
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    fn new() -> Result<Signals, Stop> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate()).map_err(Stop::failed)?,
            interrupt: signal(SignalKind::interrupt()).map_err(Stop::failed)?,
        })
    }

    async fn wait(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
