//! `syncdesk serve`: opens the data, answers until it is told to stop, and leaves everything tidy.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use backend::Backend;
use backend::ports::Clock as _;
use backend::store::{Batch, Change, CommitError, Down, Store};
use mock::seeds;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use super::{Stop, print, runtime};
use crate::http::{Console, app};
use crate::store::SqliteStore;
use crate::world::{RandomIds, SystemClock};

/// How long requests that are under way may still take when the server is told to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Serves until the process is told to stop.
pub(super) fn run(demo: bool, data: &Path, listen: SocketAddr) -> Result<ExitCode, Stop> {
    if demo && !listen.ip().is_loopback() {
        return Err(Stop::not_understood(format!(
            "--demo lets anybody sign in as anybody, so it listens on this machine only, not on {listen}. \
             Leave out --demo, or use --listen 127.0.0.1:{}.",
            listen.port()
        )));
    }
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .with_writer(std::io::stderr)
        .init();
    runtime()?.block_on(serve(demo, data, listen))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(demo: bool, data: &Path, listen: SocketAddr) -> Result<(), Stop> {
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|problem| cannot_listen(listen, &problem))?;
    let address = listener.local_addr().map_err(Stop::failed)?;
    let stop = Signals::new()?;
    let now = SystemClock.now();
    let store = SqliteStore::open(data, now).await.map_err(Stop::failed)?;
    if demo {
        plant(&store, seeds::demo(now)).await.map_err(|problem| {
            Stop::failed(format!("the demo data could not be written: {problem:?}"))
        })?;
    }
    let backend = Backend {
        store: Arc::new(store.clone()),
        clock: Arc::new(SystemClock),
        ids: Arc::new(RandomIds),
        demo: demo.then(seeds::identities),
    };
    let (drain, draining) = oneshot::channel::<()>();
    let serving = axum::serve(listener, app(backend, Console::embedded(), address))
        // The sender is dropped when the process is told to stop.
        .with_graceful_shutdown(async { draining.await.unwrap_or_default() });
    let mut serving = tokio::spawn(serving.into_future());
    print(&format!("Syncdesk: http://{address}\n"))?;
    stop.wait().await;
    drop(drain);
    if tokio::time::timeout(DRAIN, &mut serving).await.is_err() {
        serving.abort();
    }
    store.close().await;
    Ok(())
}

/// Writes the demo data into a database where nobody lives yet.
async fn plant(store: &SqliteStore, changes: Vec<Change>) -> Result<(), CommitError> {
    let down = |Down(words)| CommitError::Down(words);
    if !store.users().await.map_err(down)?.is_empty() {
        return Ok(());
    }
    for change in &changes {
        if let Change::PutFile(file) = change {
            store
                .put_file_bytes(&file.id, seeds::PICTURE.to_vec())
                .await
                .map_err(down)?;
        }
    }
    let batch = Batch {
        changes,
        ..Batch::default()
    };
    store.commit(batch).await
}

fn cannot_listen(listen: SocketAddr, problem: &std::io::Error) -> Stop {
    let port = listen.port();
    Stop::failed(match problem.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} of {} is in use by another program. Stop that one, or choose another port: --listen {}.",
            listen.ip(),
            SocketAddr::new(listen.ip(), port.checked_add(1).unwrap_or(8400))
        ),
        ErrorKind::PermissionDenied => format!(
            "this user may not listen on port {port}. Choose one above 1023: --listen {}.",
            SocketAddr::new(listen.ip(), 8400)
        ),
        _ => format!(
            "{listen} cannot be listened on: {problem}. Choose another address with --listen."
        ),
    })
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
