//! The configuration: which source wins, what is said of one that cannot be used, and that its documentation is the code's.

use std::fs;
use std::path::{Path, PathBuf};

use server::config::{FIELDS, Given, LogFormat, Settings, judge, load, table};
use server::http::Limits;
use server::store::Place;
use tempfile::TempDir;

pub(crate) fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("syncdesk.toml");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn given(
    text: &str,
    environment: &[(&str, &str)],
    flags: &[(&'static str, &str)],
) -> Result<Settings, Vec<String>> {
    let (_folder, path) = file(text);
    load(&Given {
        file: Some(path),
        flags: flags
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
        environment: environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    })
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file() {
    let text = "listen = \"127.0.0.1:1\"\ndrain_s = 7\nlog_format = \"json\"\n";
    let port = |environment: &[(&str, &str)], flags: &[(&'static str, &str)]| {
        let settings = given(text, environment, flags).unwrap();
        assert_eq!(
            (settings.drain.as_secs(), settings.log_format),
            (7, LogFormat::Json)
        );
        settings.listen.port()
    };
    let (environment, flags) = (
        [("SYNCDESK_LISTEN", "127.0.0.1:2")],
        [("listen", "127.0.0.1:3")],
    );
    assert_eq!(port(&[], &[]), 1);
    assert_eq!(port(&environment, &[]), 2);
    assert_eq!(port(&environment, &flags), 3);
    assert_eq!(
        port(&[("SYNCDESK_LISTEN", "")], &[]),
        1,
        "an empty variable is none"
    );
    let usual = load(&Given::default()).unwrap();
    assert_eq!(
        (usual.listen.to_string(), usual.data),
        ("127.0.0.1:8400".into(), PathBuf::from("./data"))
    );
}

#[test]
fn what_cannot_be_used_is_said_with_its_place_and_without_secrets() {
    let secret = "postgres://u:hunter2@db:notaport/x";
    for (text, environment, wanted) in [
        (
            "\nlisten = \"nowhere\"",
            vec![],
            "syncdesk.toml, line 2: listen has to be ADDR:PORT",
        ),
        (
            "trusted_proxies = 9",
            vec![],
            "line 1: trusted_proxies has to be a whole number from 0 to 8.",
        ),
        (
            "public_url = \"https://a.example/desk\"",
            vec![],
            "line 1: public_url has to be https://NAME",
        ),
        (
            "log_level = \"loud\"",
            vec![],
            "log_level has to be \"error\"",
        ),
        (
            "",
            vec![("SYNCDESK_METRICS_LISTEN", "9000")],
            "SYNCDESK_METRICS_LISTEN has to be ADDR:PORT",
        ),
        (
            "",
            vec![("SYNCDESK_DATABASE", secret)],
            "SYNCDESK_DATABASE has to be postgres://USER@HOST:5432/NAME; after a ? there may be sslmode,",
        ),
        (
            "databse = \"postgres://u:hunter2@db/x\"",
            vec![],
            "line 1: there is no setting \"databse\"",
        ),
        (
            "database = \"mysql://u:hunter2@db/x\"",
            vec![],
            "line 1: database has to be postgres://",
        ),
        ("database = \"postgres://u:hunter2@db/x", vec![], "line 1: "),
    ] {
        let problems = given(text, &environment, &[]).unwrap_err().join("\n");
        assert!(problems.contains(wanted), "{wanted}: {problems}");
        assert!(!problems.contains("hunter2"), "{problems}");
    }
    let settings = given("database = \"postgres://u:hunter2@db/x\"", &[], &[]).unwrap();
    assert!(!format!("{settings:?} {}", settings.place()).contains("hunter2"));
}

#[test]
fn what_does_not_go_together_is_refused_or_warned_of() {
    let listens = "listen = \"0.0.0.0:8400\"\n";
    let named = "public_url = \"https://desk.example\"\n";
    let words = |text: &str, demo: bool, providers: usize| {
        let found = judge(&given(text, &[], &[]).unwrap(), demo, providers);
        found
            .iter()
            .map(|one| (one.is_fatal, one.words.clone()))
            .collect::<Vec<_>>()
    };
    let has = |found: &[(bool, String)], fatal: bool, wanted: &str| {
        assert!(
            found
                .iter()
                .any(|(is, words)| *is == fatal && words.contains(wanted)),
            "{wanted}: {found:?}"
        );
    };
    assert_eq!(
        words(&format!("{listens}{named}trusted_proxies = 1"), false, 1),
        []
    );
    assert_eq!(words("", true, 0), []);
    has(&words("", false, 0), false, "--demo");
    has(&words(listens, true, 0), true, "--demo");
    has(&words(listens, false, 1), true, "public_url");
    has(
        &words(&format!("{listens}{named}"), false, 0),
        true,
        "provider",
    );
    has(
        &words(&format!("{listens}{named}"), false, 1),
        false,
        "trusted_proxies",
    );
    has(
        &words("public_url = \"http://desk.example\"", false, 1),
        true,
        "TLS",
    );
    has(
        &words("metrics_listen = \"127.0.0.1:8400\"", false, 1),
        true,
        "port of their own",
    );
    has(
        &words("metrics_listen = \"0.0.0.0:8401\"", false, 1),
        false,
        "Prometheus",
    );
}

#[test]
fn a_flag_for_the_folder_wins_over_a_database_from_elsewhere() {
    let text = "database = \"postgres://u@db/x\"";
    let environment = [("SYNCDESK_DATABASE", "postgres://u@db/y")];
    let place = |flags: &[(&'static str, &str)]| given(text, &environment, flags).unwrap().place();
    let data = ("data", "/tmp/here");
    assert!(matches!(place(&[data]), Place::Folder(folder) if folder == Path::new("/tmp/here")));
    let both = [data, ("database", "postgres://u@db/z")];
    assert!(place(&both).to_string().ends_with("/z"));
    assert!(place(&[]).to_string().ends_with("/y"));
}

#[test]
fn the_documentation_lists_every_setting_as_the_code_has_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    let text = fs::read_to_string(&path).unwrap();
    let (begin, end) = ("<!-- settings -->\n", "<!-- end of settings -->");
    let (before, rest) = text.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    let wanted = format!("{before}{begin}{}{end}{after}", table());
    if std::env::var_os("SYNCDESK_WRITE").is_some() {
        fs::write(&path, &wanted).unwrap();
    } else {
        assert!(
            text == wanted,
            "write it anew: SYNCDESK_WRITE=1 cargo test -p server --test it documentation"
        );
    }
    let example = fs::read_to_string(path.with_file_name("../deploy/syncdesk.toml")).unwrap();
    for field in FIELDS {
        assert!(
            example.contains(&format!("{} = ", field.name)),
            "{}",
            field.name
        );
    }
    let settings = given(&example, &[], &[]).unwrap();
    assert!(
        judge(&settings, false, 1)
            .iter()
            .all(|problem| !problem.is_fatal)
    );
}

#[test]
fn the_unit_waits_longer_than_requests_may_take_and_allows_more_files_than_connections() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let unit = fs::read_to_string(root.join("deploy/syncdesk.service")).unwrap();
    let number = |key: &str| -> u64 {
        let value = unit.lines().find_map(|line| line.strip_prefix(key));
        value.unwrap_or_else(|| panic!("{key}")).parse().unwrap()
    };
    let text = fs::read_to_string(root.join("deploy/syncdesk.toml")).unwrap();
    let settings = given(&text, &[], &[]).unwrap();
    let longest = (settings.drain + settings.unready).as_secs();
    assert!(number("TimeoutStopSec=") > longest);
    let connections = u64::try_from(Limits::default().connections).unwrap();
    assert!(number("LimitNOFILE=") > connections + 100);
    // What `serve` exits with when the configuration is wrong; only the main process is asked for it.
    assert_eq!(number("RestartPreventExitStatus="), 2);
    assert!(!unit.contains("ExecStartPre="));
}
