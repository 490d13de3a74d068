//! The whole of it, as an operator meets it: a configuration file, `syncdesk invite`, `syncdesk serve`, a real provider.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::browser::Browser;
use crate::real::Running;

/// A running server; it ends with the test.
struct Server {
    child: Child,
    /// Held open: it may have more to say.
    _out: BufReader<ChildStdout>,
}

impl Server {
    fn start(config: &Path) -> Server {
        let mut child = syncdesk(&["serve", "--config"])
            .arg(config)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        assert!(line.starts_with("Syncdesk: http://"), "it said {line:?}");
        Server { child, _out: out }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn syncdesk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_syncdesk"));
    command
        .args(arguments)
        .env("SYNCDESK_PROVIDER_WORK_SECRET", crate::real::SECRETS[0])
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// A port that is free now, and most likely still is in a moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_operator_comes_in_by_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let desk = format!("http://127.0.0.1:{}", free_port());
    let provider = Running::start(&[format!("{desk}/auth/oidc/work/callback")]);
    let config = folder.path().join("syncdesk.toml");
    let data = folder.path().join("data");
    let (listen, issuer) = (desk.trim_start_matches("http://"), &provider.issuer);
    let file = format!(
        "listen = \"{listen}\"\ndata = \"{}\"\n\n[[providers]]\nname = \"work\"\ntitle = \"Work\"\nissuer = \"{issuer}\"\nclient_id = \"desk-0\"\n",
        data.display()
    );
    std::fs::write(&config, file).unwrap();

    let invited = syncdesk(&["invite", "--name", "김하린", "--config"])
        .arg(&config)
        .output()
        .unwrap();
    assert!(invited.status.success(), "{invited:?}");
    let words = String::from_utf8(invited.stdout).unwrap();
    let address = words.lines().next().unwrap();
    let token = address
        .strip_prefix(&format!("{desk}/login#invite="))
        .unwrap_or_else(|| panic!("{words}"));
    let stored = std::fs::read(data.join("syncdesk.sqlite")).unwrap();
    let holds = |text: &str| {
        stored
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    assert!(!holds(token), "only its hash is kept");

    let server = Server::start(&config);
    let browser = Browser::of(&axum::Router::new(), "harin");
    let start = format!("{desk}/auth/oidc/work/start?back=/people");
    let stranger = browser.follow(&start, &desk).await;
    assert_eq!(
        stranger,
        format!("{desk}/login?error=unknown_account&back=%2Fpeople")
    );
    let body = format!("{{\"token\":\"{token}\"}}");
    assert_eq!(
        browser
            .post(&format!("{desk}/auth/invitation"), &body)
            .status,
        200
    );
    assert_eq!(
        browser.follow(&start, &desk).await,
        format!("{desk}/people")
    );
    let me = browser.open(&format!("{desk}/api/v1/me")).await;
    let me = String::from_utf8(me.body).unwrap();
    assert!(
        me.contains("김하린") && me.contains("\"duty\":\"operator\""),
        "{me}"
    );
    let sessions = browser.open(&format!("{desk}/api/v1/sessions")).await;
    let sessions = String::from_utf8(sessions.body).unwrap();
    assert!(
        sessions.contains("\"current\":true") && sessions.contains("127.0.0.1"),
        "{sessions}"
    );
    let people = browser.open(&format!("{desk}/api/v1/people")).await;
    assert_eq!(people.status, 200);
    let personas = browser.open(&format!("{desk}/auth/personas")).await;
    assert_eq!(personas.status, 404, "no demo identities without --demo");

    // And never with it: the demo would let anybody be who they were invited to be.
    drop(server);
    let demo = syncdesk(&["serve", "--demo", "--config"])
        .arg(&config)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let words = String::from_utf8(demo.stderr).unwrap();
    assert!(!demo.status.success(), "{words}");
    assert!(words.contains("other people's data"), "{words}");
}
