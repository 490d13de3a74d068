//! Nodes are restarted one after the other behind a balancer, while clients read, edit and link over connections that stay open.

use std::io::{self, BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::{Value, json};

use super::{Node, is_good, send, sign_in};
use crate::cluster::cluster;

/// How often the balancer asks each node whether it is ready.
const INTERVAL: Duration = Duration::from_millis(200);
/// Requests while nodes are restarted, at least.
const REQUESTS: usize = 300;
/// Clients at the same time: one edits, one links, the others read and repeat.
const CLIENTS: usize = 4;

/// What clients saw while both nodes were restarted, one after the other.
struct Seen {
    addresses: [String; 2],
    cookie: String,
    /// What the balancer heard last.
    ready: [AtomicBool; 2],
    asked: AtomicUsize,
    /// Requests that went to one node because the other one was not ready.
    moved: AtomicUsize,
    /// Every answer that was not a good one, and every request without one.
    noticed: Mutex<Vec<String>>,
    stop: AtomicBool,
}

impl Seen {
    fn notice(&self, what: String) {
        self.noticed.lock().unwrap().push(what);
    }

    /// Asks both nodes again and again, until nobody holds the other end.
    fn balance(&self, end: &Receiver<()>) {
        loop {
            for (address, ready) in self.addresses.iter().zip(&self.ready) {
                let reply = send(address, "GET /readyz", "").unwrap_or_default();
                ready.store(
                    reply.is_some_and(|reply| is_good(&reply)),
                    Ordering::Relaxed,
                );
            }
            if end.recv_timeout(INTERVAL) != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    }
}

/// A client: a connection to each node, which stays open.
struct Client<'a> {
    seen: &'a Seen,
    number: usize,
    turn: usize,
    streams: [Option<BufReader<TcpStream>>; 2],
}

/// An answer: its version, and its body.
type Answer = (String, Value);

impl Client<'_> {
    /// Sends a request by way of the node whose turn it is, or the other one where that is not ready; a bad answer is noticed.
    fn call(&mut self, head: &str, body: &Value) -> Answer {
        self.turn += 1;
        let is_ready = |n: usize| self.seen.ready[n].load(Ordering::Relaxed);
        let ready = [is_ready(0), is_ready(1)];
        for (stream, ready) in self.streams.iter_mut().zip(ready) {
            // As a balancer does: it closes its connections to whoever leaves.
            if !ready {
                *stream = None;
            }
        }
        let mut node = self.turn % 2;
        if !ready[node] {
            node = 1 - node;
            self.seen.moved.fetch_add(1, Ordering::Relaxed);
        }
        self.seen.asked.fetch_add(1, Ordering::Relaxed);
        match self.ask(node, head, body) {
            Ok((200..=204, version, body)) => (version, body),
            other => {
                self.streams[node] = None;
                self.seen.notice(format!("{head}: {other:?}"));
                (String::new(), Value::Null)
            }
        }
    }

    fn ask(&mut self, node: usize, head: &str, body: &Value) -> io::Result<(u16, String, Value)> {
        let address = &self.seen.addresses[node];
        let mut stream = match self.streams[node].take() {
            Some(stream) => stream,
            None => BufReader::new(TcpStream::connect(address)?),
        };
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let (first, headers) = head.split_once('\n').unwrap_or((head, ""));
        let headers = headers
            .lines()
            .fold(String::new(), |all, line| all + line + "\r\n");
        let media = if body.is_empty() {
            ""
        } else {
            "Content-Type: application/json\r\n"
        };
        let request = format!(
            "{first} HTTP/1.1\r\n{headers}{media}Host: {address}\r\nCookie: {}\r\nContent-Length: {}\r\n\r\n{body}",
            self.seen.cookie,
            body.len()
        );
        stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok());
        let status = status.ok_or(ErrorKind::UnexpectedEof)?;
        let (mut length, mut version, mut stays) = (0, String::new(), true);
        loop {
            line.clear();
            stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            match name {
                "content-length" => length = value.parse().unwrap(),
                "etag" => value.clone_into(&mut version),
                "connection" => stays = value != "close",
                _ => {}
            }
        }
        let mut bytes = vec![0; length];
        stream.read_exact(&mut bytes)?;
        if stays {
            self.streams[node] = Some(stream);
        }
        Ok((
            status,
            version,
            serde_json::from_slice(&bytes).unwrap_or_default(),
        ))
    }

    /// Works without a pause until it is told to stop.
    fn work(&mut self) {
        let mut round = 0;
        while !self.seen.stop.load(Ordering::Relaxed) {
            let key = format!("Idempotency-Key: restart-{}-{round}", self.number);
            match self.number {
                0 => self.edit(&key),
                1 => self.link(&key),
                _ => self.read(&key),
            }
            round += 1;
        }
    }

    /// Saves a draft as it is; it alone does so.
    fn edit(&mut self, key: &str) {
        let start = format!("POST /api/v1/applications\n{key}");
        let (_, found) = self.call(&start, &json!({ "app": "app_byeolha-order" }));
        let Some(id) = found["application"]["id"].as_str() else {
            return;
        };
        let (version, found) = self.call(&format!("GET /api/v1/applications/{id}"), &Value::Null);
        let save = format!("PUT /api/v1/applications/{id}/form\nIf-Match: {version}");
        if found["application"]["status"] == "draft" {
            self.call(&save, &found["application"]["form"]);
        }
    }

    /// Links a channel, hears the same from the other node, and unlinks it; it alone does so.
    fn link(&mut self, key: &str) {
        let app = "/api/v1/apps/app_byeolha-members";
        let (version, _) = self.call(&format!("GET {app}"), &Value::Null);
        let link = format!("POST {app}/links\nIf-Match: {version}\n{key}");
        let draft = json!({ "channels": ["ch_byeolha-coffee"] });
        let first = self.call(&link, &draft);
        let again = self.call(&link, &draft);
        if first != again {
            self.seen.notice(format!("{first:?} and then {again:?}"));
        }
        let unlink = format!(
            "DELETE {app}/links/ch_byeolha-coffee\nIf-Match: {}",
            first.0
        );
        self.call(&unlink, &Value::Null);
    }

    fn read(&mut self, key: &str) {
        self.call("GET /api/v1/channels", &Value::Null);
        let start = format!("POST /api/v1/applications\n{key}");
        self.call(&start, &json!({ "app": "app_byeolha-order" }));
    }
}

/// Clients work while both nodes are restarted by that signal, with so many seconds of warning, as often as they need for [`REQUESTS`]. What was seen, and the exit codes.
async fn restarted(signal: &str, unready_s: &'static str) -> (Seen, Vec<Option<i32>>) {
    let name = cluster().create("").await;
    let database = cluster().address(&name);
    let mut nodes = [(); 2].map(|()| Node::start(&database, unready_s));
    let seen = Seen {
        addresses: [nodes[0].address.clone(), nodes[1].address.clone()],
        cookie: sign_in(&nodes[0], "harin"),
        ready: [true, true].map(AtomicBool::new),
        asked: AtomicUsize::new(0),
        moved: AtomicUsize::new(0),
        noticed: Mutex::default(),
        stop: AtomicBool::new(false),
    };
    let (balancing, end) = channel();
    let codes = std::thread::scope(|scope| {
        let seen = &seen;
        scope.spawn(move || seen.balance(&end));
        for number in 0..CLIENTS {
            let streams = [None, None];
            let mut client = Client {
                seen,
                number,
                turn: number,
                streams,
            };
            scope.spawn(move || client.work());
        }
        let mut codes = Vec::new();
        while seen.asked.load(Ordering::Relaxed) < REQUESTS {
            for node in &mut nodes {
                codes.push(node.restart(signal));
                // The other one leaves only when this one is back, also for the balancer.
                while !seen.ready.iter().all(|ready| ready.load(Ordering::Relaxed)) {
                    std::thread::yield_now();
                }
            }
        }
        seen.stop.store(true, Ordering::Relaxed);
        drop(balancing);
        codes
    });
    (seen, codes)
}

#[tokio::test]
async fn restarting_one_after_the_other_is_not_noticed() {
    let (seen, codes) = restarted("-TERM", "2").await;
    let (asked, moved) = (seen.asked.into_inner(), seen.moved.into_inner());
    assert_eq!(seen.noticed.into_inner().unwrap(), [""; 0]);
    assert!(codes.iter().all(|code| *code == Some(0)), "{codes:?}");
    assert!(moved > 0, "{asked} asked, {moved} moved");
}

/// The same nodes without a warning and without time to finish.
#[tokio::test]
async fn nodes_that_are_killed_without_a_warning_are_noticed() {
    let (seen, _) = restarted("-KILL", "0").await;
    assert!(!seen.noticed.into_inner().unwrap().is_empty());
}
