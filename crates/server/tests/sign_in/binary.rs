//! The whole of it, as an operator meets it: a configuration file, `syncdesk invite`, `syncdesk serve`, its log, a real provider.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

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
        Server::run(syncdesk(&["serve", "--config"]).arg(config))
    }

    fn run(command: &mut Command) -> Server {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
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

/// A provider, and the configuration of a server that knows it.
struct Installed {
    folder: TempDir,
    /// Held open: it ends with the test.
    _provider: Running,
    /// The server's address.
    desk: String,
    config: PathBuf,
}

impl Installed {
    fn new() -> Installed {
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
        fs::write(&config, file).unwrap();
        Installed {
            folder,
            _provider: provider,
            desk,
            config,
        }
    }

    /// Starts the server with more in its environment, and says where its log is.
    fn logs(&self, environment: &[(&str, &str)]) -> (Server, PathBuf) {
        let log = self.folder.path().join("log");
        let mut command = syncdesk(&["serve", "--config"]);
        command.arg(&self.config).envs(environment.iter().copied());
        let server = Server::run(command.stderr(File::create(&log).unwrap()));
        (server, log)
    }

    /// Somebody goes to the provider and comes back; gives where they end.
    async fn sign_in(&self, browser: &Browser) -> String {
        let start = format!("{}/auth/oidc/work/start?back=/people", self.desk);
        let to = browser.follow(&start, &self.desk).await;
        to.strip_prefix(&self.desk).unwrap().to_owned()
    }
}

/// A port that is free now, and most likely still is in a moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_operator_comes_in_by_the_command_line() {
    let installed = Installed::new();
    let (desk, config) = (&installed.desk, &installed.config);
    let invited = syncdesk(&["invite", "--name", "김하린", "--config"])
        .arg(config)
        .output()
        .unwrap();
    assert!(invited.status.success(), "{invited:?}");
    let words = String::from_utf8(invited.stdout).unwrap();
    let address = words.lines().next().unwrap();
    let token = address
        .strip_prefix(&format!("{desk}/login#invite="))
        .unwrap_or_else(|| panic!("{words}"));
    let data = installed.folder.path().join("data");
    let stored = fs::read(data.join("syncdesk.sqlite")).unwrap();
    let holds = |text: &str| {
        stored
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    assert!(!holds(token), "only its hash is kept");

    let server = Server::start(config);
    let browser = Browser::of(&axum::Router::new(), "harin");
    let stranger = installed.sign_in(&browser).await;
    assert_eq!(stranger, "/login?error=unknown_account&back=%2Fpeople");
    let body = format!("{{\"token\":\"{token}\"}}");
    assert_eq!(
        browser
            .post(&format!("{desk}/auth/invitation"), &body)
            .status,
        200
    );
    assert_eq!(installed.sign_in(&browser).await, "/people");
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
        .arg(config)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let words = String::from_utf8(demo.stderr).unwrap();
    assert!(!demo.status.success(), "{words}");
    assert!(words.contains("other people's data"), "{words}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_of_the_environment_no_provider_reads_is_named_and_a_secret_may_end_with_a_line() {
    let installed = Installed::new();
    let secret = format!("{}\n", crate::real::SECRETS[0]);
    let environment = [
        ("SYNCDESK_PROVIDER_WORK_SECRET", secret.as_str()),
        ("SYNCDESK_PROVIDER_WORK_CLIENT_SECRET", "hunter2"),
        ("SYNCDESK_PROVIDER_HOME_CLIENT_ID", "hunter2"),
    ];
    let checked = syncdesk(&["check-config", "--config"])
        .arg(&installed.config)
        .envs(environment)
        .output()
        .unwrap();
    assert!(checked.status.success(), "{checked:?}");
    let (server, log) = installed.logs(&environment);
    let stranger = Browser::of(&axum::Router::new(), "harin");
    let to = installed.sign_in(&stranger).await;
    assert!(to.starts_with("/login?error=unknown_account"), "{to}");
    drop(server);
    for words in [
        String::from_utf8(checked.stdout).unwrap(),
        fs::read_to_string(log).unwrap(),
    ] {
        assert!(
            words.contains("A secret is called SYNCDESK_PROVIDER_WORK_SECRET.")
                && words.contains("the environment has SYNCDESK_PROVIDER_HOME_CLIENT_ID, which"),
            "{words}"
        );
        assert_eq!(words.matches("which no provider reads").count(), 2);
        assert!(!words.contains("hunter2") && !words.contains(secret.trim()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_its_own_words_the_log_says_why_a_provider_refused_somebody() {
    let installed = Installed::new();
    let (server, log) = installed.logs(&[]);
    // Who says no is told as those are of whom the provider says no: the words are all that tells them apart.
    let refused = installed.sign_in(&Browser::new(&axum::Router::new())).await;
    assert_eq!(refused, "/login?error=cancelled&back=%2Fpeople");
    drop(server);
    let words = fs::read_to_string(log).unwrap();
    let line = words.lines().find(|line| line.contains("not signed in"));
    assert!(
        line.is_some_and(|line| line.contains("access_denied: the person said no")),
        "{words}"
    );
}
