//! `syncdesk serve`: opens the data, answers until it is told to stop, and leaves everything tidy.

use std::future::pending;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use backend::Backend;
use backend::ports::Clock as _;
use backend::store::{Answer, Batch, Change, CommitError, Down, Store};
use domain::time::Time;
use mock::seeds;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::place::{self, Where};
use super::{Stop, audit, print, runtime, sweep};
use crate::config::{self, LogFormat, Problem, Settings};
use crate::http::{self, Console, Front, Limits, Wire, app};
use crate::oidc::{self, Gate, Provider};
use crate::scrub::Scrub;
use crate::store::{self, Opened};
use crate::telemetry::{self, Metrics, Readiness};
use crate::world::{RandomIds, SystemClock};

/// Serves until the process is told to stop.
pub(super) fn run(demo: bool, place: &Where, listen: Option<String>) -> Result<ExitCode, Stop> {
    let listen = listen.map(|listen| ("listen", listen));
    let settings = place::load(&place.given(listen))?;
    telemetry::start_log(settings.log_format, settings.log_level, std::io::stderr);
    telemetry::tell_of_panics();
    let format = settings.log_format;
    match (plan(demo, settings).and_then(start), format) {
        // Whoever reads the lines by a program reads the last one so, too.
        (Err(Stop(code, sentence)), LogFormat::Json) => {
            tracing::error!("{sentence}");
            Ok(ExitCode::from(code))
        }
        (done, _) => done.map(|()| ExitCode::SUCCESS),
    }
}

/// Everything that was read and found to go together.
struct Plan {
    demo: bool,
    settings: Settings,
    providers: Vec<Provider>,
    limits: Limits,
    problems: Vec<Problem>,
}

fn plan(demo: bool, settings: Settings) -> Result<Plan, Stop> {
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
    Ok(Plan {
        demo,
        settings,
        providers,
        limits,
        problems,
    })
}

fn start(plan: Plan) -> Result<(), Stop> {
    let runtime = runtime()?;
    let done = runtime.block_on(serve(plan));
    // What still works in a thread of its own was cut off on purpose, and nobody waits for it.
    runtime.shutdown_background();
    done
}

async fn serve(plan: Plan) -> Result<(), Stop> {
    let settings = &plan.settings;
    let listener = bind(settings.listen, "listen").await?;
    let address = listener.local_addr().map_err(Stop::failed)?;
    let metrics = Arc::new(Metrics::default());
    if let Some(listen) = settings.metrics_listen {
        let listener = bind(listen, "metrics_listen").await?;
        let page = telemetry::page(Arc::clone(&metrics));
        tokio::spawn(http::serve(listener, page, Wire::small(), pending()));
    }
    let mut signals = Signals::new()?;
    // Tables that are extended may take their time.
    let data = tokio::select! {
        data = Data::open(&plan) => data?,
        () = signals.next() => {
            tracing::info!("told to stop before it had started");
            return Ok(());
        }
    };
    let app = surface(&plan, &data, address, metrics)?;
    for problem in &plan.problems {
        tracing::warn!("{}", problem.words);
    }
    let (drain, draining) = oneshot::channel::<()>();
    let wire = plan.limits.wire(settings.trusted_proxies);
    // The sender is dropped when the process is told to stop.
    let told = async { draining.await.unwrap_or_default() };
    let mut serving = tokio::spawn(http::serve(listener, app, wire, told));
    print(&format!("Syncdesk: http://{address}\n"))?;
    tokio::select! {
        () = signals.next() => tracing::info!("told to stop"),
        () = data.opened.ended() => {
            let words = "the database can no longer be written to, for its writer has failed. Start the server again.";
            return Err(Stop::failed(words));
        }
    }
    data.readiness.leave();
    let leaving = async {
        tokio::time::sleep(settings.unready).await;
        drop(drain);
        if tokio::time::timeout(settings.drain, &mut serving)
            .await
            .is_err()
        {
            tracing::warn!("requests were still under way and are cut off");
            serving.abort();
        }
        data.close().await;
    };
    tokio::select! {
        () = leaving => {}
        () = signals.next() => {
            return Err(Stop::failed("told to stop a second time; what was under way was cut off"));
        }
    }
    tracing::info!("stopped");
    Ok(())
}

/// The open store, and what goes with it as long as it is open.
struct Data {
    opened: Opened,
    store: Arc<dyn Store>,
    readiness: Readiness,
    /// The file of anchors, where the data are in a folder.
    anchors: Option<PathBuf>,
    /// The tasks that keep the head of the record elsewhere, and that forget what is of no use any more.
    keeping: [JoinHandle<()>; 2],
}

impl Data {
    async fn open(plan: &Plan) -> Result<Data, Stop> {
        let (place, now) = (plan.settings.place(), SystemClock.now());
        let opened = store::open(&place, now).await.map_err(Stop::failed)?;
        let store = opened.store();
        if plan.demo {
            plant(&*store, now).await.map_err(Stop::failed)?;
        }
        let anchors = match place {
            store::Place::Folder(folder) => Some(folder.join(audit::ANCHORS)),
            store::Place::Postgres(_) => None,
        };
        let last = audit::keep_now(&*store, anchors.as_deref()).await;
        let keeping = [
            tokio::spawn(audit::keep(Arc::clone(&store), anchors.clone(), last)),
            tokio::spawn(sweep::keep(Arc::clone(&store), Arc::new(SystemClock))),
        ];
        Ok(Data {
            readiness: Readiness::of(Arc::clone(&store)),
            opened,
            store,
            anchors,
            keeping,
        })
    }

    async fn close(&self) {
        self.keeping.iter().for_each(JoinHandle::abort);
        audit::keep_now(&*self.store, self.anchors.as_deref()).await;
        self.opened.close().await;
    }
}

/// Everything that is answered at that address.
fn surface(
    plan: &Plan,
    data: &Data,
    address: SocketAddr,
    metrics: Arc<Metrics>,
) -> Result<Router, Stop> {
    let usual = format!("http://{address}");
    let public_url = plan.settings.public_url.clone().unwrap_or(usual);
    let backend = Backend {
        store: Arc::clone(&data.store),
        clock: Arc::new(SystemClock),
        ids: Arc::new(RandomIds),
        cleaner: Arc::new(Scrub::new()),
        demo: plan.demo.then(seeds::identities),
        doors: Arc::new(Gate::doors(&plan.providers, &public_url)),
    };
    let providers = plan.providers.clone();
    let gate = Gate::new(backend.clone(), providers, &public_url).map_err(Stop::failed)?;
    let front = Front {
        address,
        public_url: plan.settings.public_url.clone(),
        is_https: plan.settings.is_https(),
        readiness: data.readiness.clone(),
        metrics,
        limits: plan.limits,
        proxies: plan.settings.trusted_proxies,
        gate: Some(gate),
    };
    Ok(app(backend, Console::embedded(), front))
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

/// Writes the demo data into a database where nobody lives yet; one where people of a demo live stays as it is. Of several servers that start on one database at the same time one
/// does it: they are told apart by a key that only one of them gets.
async fn plant(store: &dyn Store, now: Time) -> Result<(), String> {
    let failed = |words: &str| format!("the demo data could not be written: {words}");
    let down = |Down(words)| failed(&words);
    if !store.users().await.map_err(down)?.is_empty() {
        let own = store.users_by_id(&seeds::identities()).await;
        return if own.map_err(down)?.is_empty() {
            let words = "there are other people's data, and --demo lets anybody in. Leave out --demo, or name a new folder with --data.";
            Err(words.to_owned())
        } else {
            Ok(())
        };
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
        Ok(()) | Err(CommitError::KeyTaken) => Ok(()),
        Err(problem) => Err(failed(&format!("{problem:?}"))),
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

/// The ways in which a process is told to stop.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
}

impl Signals {
    fn new() -> Result<Signals, Stop> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate()).map_err(Stop::failed)?,
            interrupt: signal(SignalKind::interrupt()).map_err(Stop::failed)?,
            hangup: signal(SignalKind::hangup()).map_err(Stop::failed)?,
        })
    }

    /// Returns when the process is told to stop, or told again.
    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
            _ = self.hangup.recv() => {}
        }
    }
}
