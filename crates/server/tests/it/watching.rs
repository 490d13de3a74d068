//! What an operator sees of a running server: readiness, metrics, the log, and how it stops.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::Duration;

use sqlx::{Connection as _, Executor as _};

use crate::cluster::cluster;
use crate::postgres::{CHANGING, connect, until_somebody_waits};
use crate::serve::{Running, syncdesk, tell};

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

#[test]
fn operations_are_counted_by_name_and_no_secret_is_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let config = folder.path().join("syncdesk.toml");
    let metrics = format!("127.0.0.1:{}", free_port());
    let text =
        format!("metrics_listen = \"{metrics}\"\nlog_format = \"json\"\nlog_level = \"debug\"\n");
    fs::write(&config, text).unwrap();
    let mut command = syncdesk(&["serve", "--demo", "--listen", "127.0.0.1:0", "--config"]);
    command
        .arg(&config)
        .arg("--data")
        .arg(folder.path().join("data"))
        .stderr(fs::File::create(&log).unwrap());
    let server = Running::spawn(&mut command);
    assert!(
        server
            .send("GET /readyz HTTP/1.1", "")
            .starts_with("HTTP/1.1 200")
    );

    let cookie = server.sign_in("harin");
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let head = |line: &str| {
        format!("{line} HTTP/1.1\r\nCookie: {cookie}\r\nIdempotency-Key: key-planted-1")
    };
    let me = server.send(&head("GET /api/v1/me"), "");
    assert!(me.starts_with("HTTP/1.1 200"), "{me}");
    let list = server.send(&head("GET /api/v1/applications"), "");
    let rest = list
        .split_once("\"id\":\"ap_")
        .unwrap_or_else(|| panic!("{list}"))
        .1;
    let application = format!("ap_{}", rest.split('"').next().unwrap());
    for line in [
        format!("GET /api/v1/applications/{application}"),
        "GET /api/v1/shares/see_plantedtoken".to_owned(),
        "GET /share/see_plantedtoken".to_owned(),
        "GET /api/v1/channels?q=planted-search".to_owned(),
        "GET /planted-path.html".to_owned(),
        format!("POST /api/v1/applications/{application}/evidence?name=planted-name.png"),
        "DELETE /api/v1/planted-unknown".to_owned(),
    ] {
        // A reading has no body.
        let body = if line.starts_with("GET") {
            ""
        } else {
            "{\"planted-body\":1}"
        };
        let reply = server.send(&head(&line), body);
        assert!(reply.starts_with("HTTP/1.1 "), "{line}: {reply}");
    }
    assert!(
        server
            .send("GET /api/v1/me HTTP/1.1", "")
            .starts_with("HTTP/1.1 401")
    );
    let way_in = server.send("GET /auth/oidc/none/start HTTP/1.1", "");
    assert!(way_in.starts_with("HTTP/1.1 303"), "{way_in}");
    assert!(way_in.contains("x-request-id: rq_"), "{way_in}");

    let told = get(&metrics, "/metrics");
    for wanted in [
        "syncdesk_requests_total{operation=\"me_get\",status=\"2xx\"} 1",
        "syncdesk_requests_total{operation=\"me_get\",status=\"4xx\"} 1",
        "syncdesk_requests_total{operation=\"application_get\",status=\"2xx\"} 1",
        "syncdesk_request_duration_seconds_count{operation=\"me_get\"} 2",
        "syncdesk_requests_total{operation=\"oidc_start\",status=\"3xx\"} 1",
        "syncdesk_refused_total{status=\"401\"} 1",
        "syncdesk_requests_in_flight 0",
    ] {
        assert!(told.contains(wanted), "{wanted}\n{told}");
    }
    assert!(
        get(&metrics, "/api/v1/me").starts_with("HTTP/1.1 404"),
        "nothing else is there"
    );
    assert!(
        server
            .send("GET /metrics HTTP/1.1", "")
            .starts_with("HTTP/1.1 404")
    );
    assert_eq!(server.stop(), Some(0));

    let log = fs::read_to_string(&log).unwrap();
    for secret in [token.as_str(), "planted", "김하린", "별하", "127.0.0.1:1"] {
        assert!(
            !log.contains(secret) && !told.contains(secret),
            "{secret}\n{log}"
        );
    }
    a_line_names_request_operation_and_caller(&log);
}

fn a_line_names_request_operation_and_caller(log: &str) {
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    for line in lines.iter().filter(|line| line["message"] == "request") {
        assert!(
            line["request"].as_str().unwrap().starts_with("rq_"),
            "{line}"
        );
    }
    for operation in ["console", "health"] {
        assert!(lines.iter().any(|line| line["operation"] == operation));
    }
    let line = lines
        .iter()
        .find(|line| line["operation"] == "me_get")
        .unwrap_or_else(|| panic!("{log}"));
    assert!(line["caller"].is_string(), "{line}");
    assert_eq!((&line["status"], line["ms"].is_u64()), (&200.into(), true));
}

#[test]
fn a_server_that_is_told_to_stop_says_so_first_and_finishes_what_is_under_way() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("syncdesk.toml");
    fs::write(&config, "unready_s = 2\ndrain_s = 20\n").unwrap();
    let mut command = syncdesk(&["serve", "--demo", "--listen", "127.0.0.1:0", "--config"]);
    command
        .arg(&config)
        .arg("--data")
        .arg(folder.path().join("data"));
    let server = Running::spawn(&mut command);
    let cookie = server.sign_in("harin");
    // A request that is under way: its body is not there yet.
    let mut slow = TcpStream::connect(&server.address).unwrap();
    slow.set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    let body = "{\"persona\":\"harin\"}";
    write!(
        slow,
        "POST /auth/sign-in HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{{",
        server.address,
        body.len()
    )
    .unwrap();
    tell(&server.child, "-TERM");
    // It listens for two more seconds and says that it leaves.
    let mut said = String::new();
    while !said.starts_with("HTTP/1.1 503") {
        said = server.send("GET /readyz HTTP/1.1", "");
    }
    assert!(
        said.contains("retry-after: 2") && said.ends_with("leaving\n"),
        "{said}"
    );
    assert!(
        server
            .send("GET /healthz HTTP/1.1", "")
            .starts_with("HTTP/1.1 200")
    );
    let me = server.send(&format!("GET /api/v1/me HTTP/1.1\r\nCookie: {cookie}"), "");
    assert!(me.starts_with("HTTP/1.1 200"), "{me}");
    while TcpStream::connect(&server.address).is_ok() {
        std::thread::yield_now();
    }
    slow.write_all(&body.as_bytes()[1..]).unwrap();
    let mut reply = String::new();
    slow.read_to_string(&mut reply).unwrap();
    assert!(reply.starts_with("HTTP/1.1 200"), "{reply}");
    let mut server = server;
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
    let left: Vec<_> = fs::read_dir(folder.path().join("data"))
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert!(
        !left
            .iter()
            .any(|name| name.to_string_lossy().ends_with("-wal")),
        "{left:?}"
    );
}

#[test]
fn a_terminal_that_goes_away_stops_it_in_order_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(folder.path());
    tell(&server.child, "-HUP");
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}

#[test]
fn whoever_tells_it_a_second_time_does_not_wait() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("syncdesk.toml");
    fs::write(&config, "unready_s = 60\n").unwrap();
    let mut command = syncdesk(&["serve", "--demo", "--listen", "127.0.0.1:0", "--config"]);
    command
        .arg(&config)
        .arg("--data")
        .arg(folder.path().join("data"));
    let mut server = Running::spawn(&mut command);
    tell(&server.child, "-TERM");
    while !server
        .send("GET /readyz HTTP/1.1", "")
        .ends_with("leaving\n")
    {}
    tell(&server.child, "-INT");
    assert_eq!(server.child.wait().unwrap().code(), Some(1));
    let mut words = String::new();
    let mut said = server.child.stderr.take().unwrap();
    said.read_to_string(&mut words).unwrap();
    assert!(words.contains("told to stop a second time"), "{words}");
}

/// Another server changes the tables, and this one waits for it.
#[tokio::test]
async fn a_start_that_takes_long_can_be_stopped() {
    let name = cluster().create("").await;
    let mut other = connect(&name).await;
    let mut changing = other.begin().await.unwrap();
    changing.execute(CHANGING).await.unwrap();
    let mut command = syncdesk(&["serve", "--listen", "127.0.0.1:0"]);
    command
        .env("SYNCDESK_DATABASE", cluster().address(&name))
        .stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    until_somebody_waits(&name).await;
    tell(&child, "-TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_log_for_programs_has_no_other_lines_even_when_it_cannot_start() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    for (listen, code, because) in [
        (taken.as_str(), 1, "is in use by another program"),
        ("0.0.0.0:0", 2, "--demo"),
    ] {
        let mut command = syncdesk(&["serve", "--demo", "--listen", listen, "--data"]);
        command
            .arg(folder.path().join("data"))
            .env("SYNCDESK_LOG_FORMAT", "json");
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        let words = String::from_utf8(output.stderr).unwrap();
        let lines: Vec<serde_json::Value> = words
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
            .collect();
        let last = lines.last().unwrap();
        assert_eq!(last["level"], "ERROR");
        assert!(
            last["message"].as_str().unwrap().contains(because),
            "{last}"
        );
    }
}

#[test]
fn an_unknown_flag_of_the_log_is_refused_before_anything_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = syncdesk(&["serve", "--demo", "--data"]);
    command
        .arg(folder.path().join("data"))
        .env("SYNCDESK_LOG_FORMAT", "xml")
        .stdout(Stdio::null());
    let output = command.output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert!(
        words.contains("SYNCDESK_LOG_FORMAT has to be \"text\" or \"json\"."),
        "{words}"
    );
    assert!(!folder.path().join("data").exists());
}
