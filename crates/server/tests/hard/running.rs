//! A server on a real socket. Whoever does harm comes from 127.0.0.2, everybody else from 127.0.0.1.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use axum::Router;
use server::http::{Limits, Wire, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::house::router;

pub const HOSTILE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

pub struct Running {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

impl Running {
    /// The server over the demo data on a free port; headers and answers have that long.
    pub async fn start(time: Duration) -> Running {
        Running::with(Limits::default(), time).await
    }

    pub async fn with(limits: Limits, time: Duration) -> Running {
        let wire = Wire {
            head_time: time,
            answer_time: time,
            ..limits.wire(0)
        };
        Running::over(router("127.0.0.1:8400", limits), wire).await
    }

    /// Whatever is to be served.
    pub async fn over(app: Router, wire: Wire) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let told = async { stopped.await.unwrap_or_default() };
        Running {
            address,
            stop: Some(stop),
            serving: tokio::spawn(serve(listener, app, wire, told)),
        }
    }

    pub async fn hostile(&self) -> TcpStream {
        connect(self.address, HOSTILE).await.unwrap()
    }

    /// Everything that comes back for these bytes, until the server closes.
    pub async fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.hostile().await;
        // It may close in the middle of what is said; what it answered is what counts.
        let _ = stream.write_all(bytes).await;
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard).await;
        String::from_utf8_lossy(&heard).into_owned()
    }

    /// What an ordinary request is answered, by everybody else.
    pub async fn ask(&self, start: &str, body: &str) -> String {
        let mut stream = connect(self.address, Ipv4Addr::LOCALHOST).await.unwrap();
        let length = body.len();
        let ask = format!(
            "{start}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(ask.as_bytes()).await.unwrap();
        let mut heard = Vec::new();
        stream.read_to_end(&mut heard).await.unwrap();
        String::from_utf8_lossy(&heard).into_owned()
    }

    /// How long an ordinary request takes.
    pub async fn ordinary(&self) -> Duration {
        let begun = Instant::now();
        let heard = self.ask("GET /auth/personas HTTP/1.1", "").await;
        assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
        begun.elapsed()
    }

    pub async fn stop(mut self) {
        drop(self.stop.take());
        self.serving.await.unwrap();
    }
}

pub async fn connect(to: SocketAddr, from: Ipv4Addr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((from, 0).into())?;
    socket.connect(to).await
}
