//! A private PostgreSQL for tests: the distribution's programs, a folder of its own, a socket instead of a port. It ends with the
//! process that started it, however that ends.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use server::store::DatabaseUrl;
use sqlx::{Connection as _, Executor as _, PgConnection};

/// What to install when it is not there.
const MISSING: &str = "PostgreSQL is not installed, and tests need its programs. On Debian, as root: apt-get install postgresql";

/// A running PostgreSQL.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    options: String,
    root: bool,
    databases: AtomicUsize,
}

/// The one of this process.
pub fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    // What a crash could lose is not looked at here, so nothing waits for the disk.
    CLUSTER.get_or_init(|| Cluster::start(&["fsync=off", "synchronous_commit=on"]))
}

impl Cluster {
    /// Starts one of its own, with those settings.
    pub fn start(settings: &[&str]) -> Cluster {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("sdpg").tempdir().unwrap();
        let folder = folder.keep();
        let data = folder.join("data");
        // The server refuses to run as root; its own user comes with the package.
        let root = user_id() == "0";
        if root {
            let given = Command::new("chown").arg("postgres").arg(&folder).status();
            assert!(given.is_ok_and(|status| status.success()), "{MISSING}");
        }
        let mut init = unprivileged(root, &programs.join("initdb"));
        init.args(["--auth=trust", "--username=syncdesk", "--encoding=UTF8"])
            .args(["--locale=C.UTF-8", "--no-sync", "--no-instructions"])
            .arg("--pgdata")
            .arg(&data)
            .current_dir(&folder);
        let made = init.output().unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        // Whoever is let in without a password cannot have a wrong one.
        let hba = "local all guarded scram-sha-256\nlocal all all trust\n";
        fs::write(data.join("pg_hba.conf"), hba).unwrap();
        let options = settings.iter().fold(
            format!(
                "-k {} -c listen_addresses= -c max_connections=400",
                folder.display()
            ),
            |options, setting| format!("{options} -c {setting}"),
        );
        let cluster = Cluster {
            folder,
            programs,
            options,
            root,
            databases: AtomicUsize::new(0),
        };
        cluster.start_again();
        cluster.end_with_this_process();
        cluster
    }

    /// Starts it after a test has stopped or killed it; returns when it accepts connections.
    pub fn start_again(&self) {
        let mut start = self.control();
        start
            .arg("--wait")
            .arg("--log")
            .arg(self.folder.join("log"))
            .args(["--options", &self.options, "start"]);
        let started = start.stdout(Stdio::null()).status().unwrap();
        let log = || fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        assert!(started.success(), "PostgreSQL does not start: {}", log());
    }

    /// Ends it at once and without tidying up, as a crash would.
    pub fn crash(&self) {
        let mut stop = self.control();
        stop.args(["--mode", "immediate", "--wait", "stop"]);
        assert!(stop.stdout(Stdio::null()).status().unwrap().success());
    }

    fn control(&self) -> Command {
        let mut control = unprivileged(self.root, &self.programs.join("pg_ctl"));
        control
            .arg("--pgdata")
            .arg(self.folder.join("data"))
            .current_dir(&self.folder);
        control
    }

    /// A shell outlives this process by a moment: when its input ends, it ends the server and removes the folder.
    fn end_with_this_process(&self) {
        let mut shell = unprivileged(self.root, Path::new("sh"));
        let script = r#"cat; "$1" -D "$2/data" -m immediate stop; rm -rf "$2"/*; rmdir "$2""#;
        shell
            .args(["-c", script, "sh"])
            .arg(self.programs.join("pg_ctl"))
            .arg(&self.folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // Dropping the handle would end its input.
        std::mem::forget(shell.spawn().unwrap());
    }

    /// The address of a database that nobody else uses.
    pub async fn database(&self) -> DatabaseUrl {
        let name = self.create("").await;
        self.address(&name).parse().unwrap()
    }

    /// Makes a database, with more words for `CREATE DATABASE`; gives its name.
    pub async fn create(&self, words: &str) -> String {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("test{number}");
        let mut conn = PgConnection::connect(&self.address("postgres"))
            .await
            .unwrap();
        let sql = format!("CREATE DATABASE {name} {words}");
        conn.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        conn.close().await.unwrap();
        name
    }

    /// The address of a database by its name.
    pub fn address(&self, name: &str) -> String {
        let folder = self.folder.to_str().unwrap().replace('/', "%2F");
        format!("postgres://syncdesk@{folder}:5432/{name}")
    }

    /// The socket on which it accepts connections.
    pub fn socket(&self) -> PathBuf {
        self.folder.join(".s.PGSQL.5432")
    }

    /// The process that accepts connections; for tests that stop or kill it.
    pub fn process(&self) -> String {
        let file = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap();
        file.lines().next().unwrap().to_owned()
    }
}

fn unprivileged(root: bool, program: &Path) -> Command {
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn user_id() -> String {
    let said = Command::new("id").arg("-u").output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

/// The folder with the newest `initdb` and `postgres`: where Debian puts them, or on the path.
fn programs() -> PathBuf {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let versions = debian.filter_map(|version| {
        let path = version.ok()?.path();
        let number: u32 = path.file_name()?.to_str()?.parse().ok()?;
        Some((number, path.join("bin")))
    });
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|folder| (0, folder));
    versions
        .chain(on_path)
        .filter(|(_, folder)| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .max_by_key(|(number, _)| *number)
        .unwrap_or_else(|| panic!("{MISSING}"))
        .1
}
