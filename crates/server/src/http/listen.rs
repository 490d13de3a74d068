//! The loop that takes connections: how many there may be, and how long one may take over its part of the talk.

use std::collections::HashMap;
use std::convert::Infallible;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::Service as _;

use super::client::network;
use super::host::is_addressed;
use super::patient::Patient;

/// Most bytes of a request's line and headers.
const HEAD_BYTES_MAX: usize = 64 * 1024;
/// How long to wait when the system has no more files to open.
const PAUSE: Duration = Duration::from_millis(100);

/// How many connections, and how long each part of a talk may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wire {
    /// Connections at the same time. The process needs as many open files, and some more.
    pub connections: usize,
    /// Connections from one address at the same time. Behind a proxy all have the proxy's: there it is the proxy's to count.
    pub connections_of_address: u32,
    /// How long a request's headers may take, counted from when the connection is ready for them.
    pub head_time: Duration,
    /// How long a client may take over an answer that is ready.
    pub answer_time: Duration,
}

impl Default for Wire {
    fn default() -> Wire {
        Wire {
            connections: 800,
            connections_of_address: 200,
            head_time: Duration::from_secs(20),
            answer_time: Duration::from_mins(2),
        }
    }
}

impl Wire {
    /// For the page of the metrics, which one program or two ask for now and then.
    pub fn small() -> Wire {
        Wire {
            connections: 16,
            connections_of_address: 8,
            head_time: Duration::from_secs(5),
            answer_time: Duration::from_secs(10),
        }
    }
}

/// Answers connections until `stop` has come; then ends those that are idle, and returns when the last answer has been sent. When it is
/// dropped before, what is left is cut off.
pub async fn serve(listener: TcpListener, app: Router, wire: Wire, stop: impl Future<Output = ()>) {
    let room = Arc::new(Semaphore::new(wire.connections));
    let peers = Peers::default();
    let (graceful, mut connections) = (GracefulShutdown::new(), JoinSet::new());
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            let place = Arc::clone(&room).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        // Those that have ended are forgotten.
        while connections.try_join_next().is_some() {}
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(problem) => {
                if !is_of_the_client(&problem) {
                    tracing::error!(cause = %problem, "no connection can be taken");
                    tokio::time::sleep(PAUSE).await;
                }
                continue;
            }
        };
        let Some(visit) = peers.visit(peer.ip(), wire.connections_of_address) else {
            continue;
        };
        let talk = graceful.watch(talk(stream, peer, app.clone(), wire));
        connections.spawn(async move {
            // How a client breaks off is the client's business.
            let _ = talk.await;
            drop((visit, place));
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

fn talk(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    wire: Wire,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // Without it answers wait for the client's acknowledgement of the last one; one that fails is only slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: axum::http::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = is_addressed(&request).then(|| app.clone().call(request));
        async move {
            match answer {
                Some(answer) => answer.await as Result<Response, Infallible>,
                None => Ok(no_request()),
            }
        }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(wire.head_time)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(
            TokioIo::new(Patient::new(stream, wire.answer_time)),
            service,
        )
}

/// What the parser says to what is no request: nothing but that.
fn no_request() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::BAD_REQUEST;
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}

/// Whether the connection was gone before it was taken, which is no problem of ours.
fn is_of_the_client(problem: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(
        problem.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    )
}

/// How many connections each address has. Never more entries than connections.
#[derive(Debug, Clone, Default)]
struct Peers(Arc<Mutex<HashMap<IpAddr, u32>>>);

/// One connection of an address; it is counted until this is dropped.
struct Visit(Peers, IpAddr);

impl Peers {
    fn visit(&self, address: IpAddr, most: u32) -> Option<Visit> {
        let address = network(address.to_canonical());
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = all.entry(address).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Visit(self.clone(), address))
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        let mut all = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_so_many_connections_and_leaves_no_trace() {
        let peers = Peers::default();
        let address = "2001:db8::1".parse().unwrap();
        let visits = [peers.visit(address, 2), peers.visit(address, 2)];
        assert!(visits.iter().all(Option::is_some));
        assert!(peers.visit("2001:db8::2".parse().unwrap(), 2).is_none());
        assert!(peers.visit("10.0.0.1".parse().unwrap(), 2).is_some());
        drop(visits);
        assert!(peers.0.lock().unwrap().is_empty());
    }
}
