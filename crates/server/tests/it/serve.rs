//! `serve` and `seed`, through the binary: start, refuse, keep, stop.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use server::http::CONTENT_SECURITY_POLICY;

/// A running server; it is killed when the test ends.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) address: String,
}

impl Running {
    pub(crate) fn start(data: &Path) -> Running {
        let mut command = syncdesk(&["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]);
        // A log that nobody reads would stop the server once the pipe is full.
        Running::spawn(command.arg(data).stderr(Stdio::null()))
    }

    /// Starts a command that serves, and waits until it says where.
    pub(crate) fn spawn(command: &mut Command) -> Running {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Syncdesk: http://");
        let address = address
            .unwrap_or_else(|| panic!("it said {line:?}"))
            .to_owned();
        Running { child, address }
    }

    /// Sends a request as it stands and returns what comes back.
    pub(crate) fn send(&self, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = if head.contains("Host:") {
            String::new()
        } else {
            format!("Host: {}\r\n", self.address)
        };
        let length = body.len();
        write!(
            stream,
            "{head}\r\n{host}Connection: close\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        reply
    }

    pub(crate) fn sign_in(&self, persona: &str) -> String {
        let body = format!("{{\"persona\":\"{persona}\"}}");
        let reply = self.send("POST /auth/sign-in HTTP/1.1", &body);
        let cookie = reply
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "));
        let cookie = cookie.unwrap_or_else(|| panic!("no cookie in {reply}"));
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Asks it to stop and says how it exited.
    pub(crate) fn stop(mut self) -> Option<i32> {
        tell(&self.child, "-TERM");
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a process a signal.
pub(crate) fn tell(child: &Child, signal: &str) {
    let id = child.id().to_string();
    let told = Command::new("kill").args([signal, &id]).status().unwrap();
    assert!(told.success());
}

pub(crate) fn syncdesk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_syncdesk"));
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::piped());
    command
}

pub(crate) fn refusal(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert_eq!(words.lines().count(), 1, "{words}");
    words
}

#[test]
fn the_demo_starts_once_is_kept_and_stops_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new/data");
    let server = Running::start(&data);
    assert!(server.send("GET /healthz HTTP/1.1", "").ends_with("ok"));
    let cookie = server.sign_in("harin");
    let me = server.send(&format!("GET /api/v1/me HTTP/1.1\r\nCookie: {cookie}"), "");
    assert!(me.contains("\"demo\":true"), "{me}");
    assert_eq!(server.stop(), Some(0));

    let server = Running::start(&data);
    let me = server.send(&format!("GET /api/v1/me HTTP/1.1\r\nCookie: {cookie}"), "");
    assert!(me.starts_with("HTTP/1.1 200"), "the session is kept: {me}");
    let busy = refusal(syncdesk(&["seed", "--channels", "10", "--data"]).arg(&data));
    assert!(busy.contains("in use"), "{busy}");
    assert_eq!(server.stop(), Some(0));

    let seeded = syncdesk(&["seed", "--channels", "120", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    let words = String::from_utf8(seeded.stdout).unwrap();
    let persona = words.split_whitespace().last().unwrap().to_owned();
    let server = Running::start(&data);
    let cookie = server.sign_in(&persona);
    let page = server.send(
        &format!("GET /api/v1/channels HTTP/1.1\r\nCookie: {cookie}"),
        "",
    );
    assert!(page.contains("\"count\":84"), "{page}");
}

#[test]
fn every_response_is_locked_down_and_foreign_names_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path());
    for path in ["/", "/healthz", "/api/v1/me", "/auth/personas", "/none.js"] {
        let reply = server.send(&format!("GET {path} HTTP/1.1"), "");
        for header in [
            format!("content-security-policy: {CONTENT_SECURITY_POLICY}").as_str(),
            "x-content-type-options: nosniff",
            "referrer-policy: same-origin",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "permissions-policy: ",
        ] {
            assert!(reply.contains(header), "{path} lacks {header}:\n{reply}");
        }
        assert!(
            !reply.contains("strict-transport-security"),
            "not on this machine"
        );
    }
    assert!(!CONTENT_SECURITY_POLICY.contains("unsafe-inline"));
    let unknown = server.send("GET /api/none HTTP/1.1\r\nAccept: text/html", "");
    assert!(unknown.contains("application/problem+json"), "{unknown}");
    for (host, status) in [
        ("attacker.example", 421),
        ("127.0.0.1.attacker.example:8400", 421),
        ("localhost:8400", 200),
        ("[::1]:8400", 200),
    ] {
        let reply = server.send(&format!("GET /auth/personas HTTP/1.1\r\nHost: {host}"), "");
        assert!(
            reply.starts_with(&format!("HTTP/1.1 {status}")),
            "{host}: {reply}"
        );
    }
}

#[test]
fn what_stands_in_the_way_of_a_start_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let port = address.rsplit(':').next().unwrap();
    let words = refusal(
        syncdesk(&["serve", "--listen", &address, "--data"]).arg(folder.path().join("data")),
    );
    assert!(
        words.contains(port) && words.contains("--listen"),
        "{words}"
    );
    assert!(!folder.path().join("data").exists());

    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let words = refusal(syncdesk(&["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&file));
    assert!(
        words.contains(file.to_str().unwrap()) && words.contains("--data"),
        "{words}"
    );

    let broken = folder.path().join("broken");
    std::fs::create_dir(&broken).unwrap();
    std::fs::write(broken.join("syncdesk.sqlite"), vec![7; 9_000]).unwrap();
    let words = refusal(syncdesk(&["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&broken));
    assert!(
        words.contains("syncdesk.sqlite") && words.contains("backup"),
        "{words}"
    );
}
