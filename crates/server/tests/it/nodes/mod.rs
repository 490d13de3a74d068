//! Two servers on one PostgreSQL: whoever talks to them does not notice that they are two, nor that one of them is restarted.

mod rolling;

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::cluster::cluster;

/// A server that can be stopped and started again at the same address.
struct Node {
    address: String,
    database: String,
    /// How long it says that it leaves before it does, in seconds.
    unready_s: &'static str,
    child: Child,
}

impl Node {
    fn start(database: &str, unready_s: &'static str) -> Node {
        let (child, address) = spawn(database, "127.0.0.1:0", unready_s);
        Node {
            address,
            database: database.to_owned(),
            unready_s,
            child,
        }
    }

    /// Ends it with that signal, and waits until it has ended. Its exit code.
    fn end(&mut self, signal: &str) -> Option<i32> {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args([signal, &id]).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }

    /// Ends it with that signal, waits until it has ended, and starts it again. Its exit code.
    fn restart(&mut self, signal: &str) -> Option<i32> {
        let code = self.end(signal);
        (self.child, _) = spawn(&self.database, &self.address, self.unready_s);
        code
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address has no password here; where it has one it does not belong on a command line.
fn spawn(database: &str, listen: &str, unready_s: &str) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_syncdesk"))
        .args(["serve", "--demo", "--listen", listen])
        .env("SYNCDESK_DATABASE", database)
        .env("SYNCDESK_UNREADY_S", unready_s)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Syncdesk: http://");
    let address = address.unwrap_or_else(|| panic!("it said {line:?}"));
    (child, address.to_owned())
}

/// What came back: status line, headers and body as they stand. `None` when nobody listens: then nothing was sent. Everything else that
/// goes wrong is an error.
fn send(address: &str, head: &str, body: &str) -> std::io::Result<Option<String>> {
    let mut stream = match TcpStream::connect(address) {
        Err(problem) if problem.kind() == ErrorKind::ConnectionRefused => return Ok(None),
        stream => stream?,
    };
    let (first, headers) = head.split_once('\n').unwrap_or((head, ""));
    let headers = headers
        .lines()
        .fold(String::new(), |all, line| all + line + "\r\n");
    let length = body.len();
    let request = format!(
        "{first} HTTP/1.1\r\n{headers}Host: {address}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes())?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    Ok(Some(reply))
}

fn sign_in(node: &Node, persona: &str) -> String {
    let body = format!("{{\"persona\":\"{persona}\"}}");
    let reply = send(&node.address, "POST /auth/sign-in", &body);
    let reply = reply.unwrap().unwrap();
    let cookie = reply
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "));
    let cookie = cookie.unwrap_or_else(|| panic!("no cookie in {reply}"));
    cookie.split(';').next().unwrap().to_owned()
}

/// The last line, which is the body.
fn body(reply: &str) -> &str {
    reply.rsplit("\r\n").next().unwrap()
}

fn version(reply: &str) -> &str {
    let tag = reply.lines().find_map(|line| line.strip_prefix("etag: "));
    tag.unwrap_or_else(|| panic!("no version in {reply}"))
}

#[tokio::test]
async fn two_servers_on_one_database_are_one() {
    let name = cluster().create("").await;
    let database = cluster().address(&name);
    // Both start at once in an empty database; one of them plants the demo.
    let nodes: Vec<Node> = std::thread::scope(|scope| {
        let starting = [(); 2].map(|()| scope.spawn(|| Node::start(&database, "0")));
        starting.map(|node| node.join().unwrap()).into()
    });
    let [one, other] = nodes.as_slice() else {
        panic!("two nodes")
    };
    let cookie = sign_in(one, "harin");
    let ask = |node: &Node, head: &str, body: &str| {
        let head = match head.split_once('\n') {
            Some((first, more)) => format!("{first}\nCookie: {cookie}\n{more}"),
            None => format!("{head}\nCookie: {cookie}"),
        };
        send(&node.address, &head, body).unwrap().unwrap()
    };
    for node in [one, other] {
        let me = ask(node, "GET /api/v1/me", "");
        assert!(me.starts_with("HTTP/1.1 200"), "{me}");
    }

    let app = "/api/v1/apps/app_byeolha-members";
    let before = ask(one, &format!("GET {app}"), "");
    let links = before.matches("\"slot\":").count();
    let draft = "{\"channels\":[\"ch_byeolha-coffee\"]}";
    let post = format!(
        "POST {app}/links\nIf-Match: {}\nIdempotency-Key: two-nodes-and-one-key",
        version(&before)
    );
    let made = ask(one, &post, draft);
    assert!(made.starts_with("HTTP/1.1 20"), "{made}");
    let again = ask(other, &post, draft);
    assert!(again.contains("idempotency-replayed"), "{again}");
    assert_eq!(body(&made), body(&again));
    let after = ask(other, &format!("GET {app}"), "");
    assert_eq!(version(&after), version(&made));
    assert_eq!(after.matches("\"slot\":").count(), links + 1, "{after}");
    let stale = ask(
        other,
        &format!(
            "DELETE {app}/links/ch_byeolha-coffee\nIf-Match: {}",
            version(&before)
        ),
        "",
    );
    assert!(stale.starts_with("HTTP/1.1 412"), "{stale}");

    let out = ask(other, "POST /auth/sign-out", "");
    assert!(out.starts_with("HTTP/1.1 20"), "{out}");
    let me = ask(one, "GET /api/v1/me", "");
    assert!(
        me.starts_with("HTTP/1.1 401"),
        "it ended on the other one: {me}"
    );
}

fn is_good(reply: &str) -> bool {
    reply.starts_with("HTTP/1.1 20")
}

/// What holds in `rolling` holds because nodes are told to stop: of a request that is under way when its node is killed there is no good answer.
#[tokio::test]
async fn a_server_that_is_killed_is_noticed() {
    for (signal, is_answered) in [("-TERM", true), ("-KILL", false)] {
        let name = cluster().create("").await;
        let mut node = Node::start(&cluster().address(&name), "2");
        let cookie = sign_in(&node, "harin");
        let (draft, address) = ("{\"app\":\"app_byeolha-order\"}", node.address.clone());
        let (half, rest) = draft.split_at(9);
        let mut stream = TcpStream::connect(&address).unwrap();
        let head = format!(
            "POST /api/v1/applications HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nIdempotency-Key: half-way\r\n\
             Connection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{half}",
            draft.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let ready = send(&address, "GET /readyz", "").unwrap().unwrap();
        assert!(is_good(&ready), "what was sent before has arrived: {ready}");
        let reply = std::thread::scope(|scope| {
            scope.spawn(|| node.end(signal));
            // Told to stop, it says that it is leaving, and waits for the rest. Killed, it is gone.
            while send(&address, "GET /readyz", "")
                .is_ok_and(|ready| ready.is_some_and(|ready| is_good(&ready)))
            {}
            let mut reply = String::new();
            let whole = stream
                .write_all(rest.as_bytes())
                .and_then(|()| stream.read_to_string(&mut reply));
            whole.map(|_| reply).unwrap_or_default()
        });
        assert_eq!(is_good(&reply), is_answered, "{signal}: {reply}");
    }
}
