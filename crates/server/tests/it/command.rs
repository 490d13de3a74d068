//! The command line, through the binary itself: what it prints and how it exits.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn syncdesk(arguments: &[&str]) -> Output {
    command().args(arguments).output().unwrap()
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_syncdesk"));
    command.env("LANG", "en_GB.UTF-8").stdin(Stdio::null());
    command
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn every_example_is_found_as_its_list_says() {
    let expected = std::fs::read_to_string(examples().join("expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    for (file, expected) in expected.as_object().unwrap() {
        let path = examples().join(file);
        let output = syncdesk(&["check", path.to_str().unwrap(), "--format", "json"]);
        let (code, out, err) = said(&output);
        assert_eq!(
            code.map(i64::from),
            expected["exit"].as_i64(),
            "{file}: {out}{err}"
        );
        let found: Value = serde_json::from_str(&out).unwrap();
        let found = found["findings"].as_array().unwrap();
        for wanted in expected["codes"].as_array().unwrap() {
            assert!(
                found.iter().any(|f| f["code"] == *wanted),
                "{file}: no {wanted}"
            );
        }
        for finding in found {
            for field in ["code", "weight", "subject", "fixer", "source", "text"] {
                assert!(finding[field].is_string(), "{file}: {finding}");
            }
            assert!(finding["facts"].is_array());
        }
    }
}

#[test]
fn findings_are_for_people_in_both_languages() {
    let path = examples().join("refused-phone-collected-at-order.json");
    let path = path.to_str().unwrap();
    let (code, english, _) = said(&syncdesk(&["check", path]));
    assert_eq!(code, Some(1));
    assert!(
        english.starts_with("Blocks (") && english.contains("[collected_later "),
        "{english}"
    );
    let (_, korean, _) = said(&syncdesk(&["check", path, "--lang", "ko"]));
    assert!(korean.starts_with("막음 ("), "{korean}");
    let output = command()
        .args(["check", path])
        .env("LANG", "ko_KR.UTF-8")
        .output()
        .unwrap();
    assert_eq!(said(&output).1, korean);
}

#[test]
fn the_standard_input_and_a_hosts_payload_are_read() {
    let mut child = command()
        .args(["check", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let payload =
        r#"{"appKey":"k","sync":{"items":[{"type":"NAME","required":true},{"type":"SHOE_SIZE"}]}}"#;
    child
        .stdin
        .take()
        .unwrap()
        .write_all(payload.as_bytes())
        .unwrap();
    let (code, out, err) = said(&child.wait_with_output().unwrap());
    assert_eq!(code, Some(1), "{err}");
    assert!(
        out.contains("\"findings\"") && err.contains("SHOE_SIZE"),
        "{out}{err}"
    );
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let document = r#"{"format":"syncdesk.application/1","form":{}"#;
    let table = [
        (
            folder.path().join("none.json").to_str().unwrap().to_owned(),
            "cannot be opened",
        ),
        (folder.path().to_str().unwrap().to_owned(), "is a folder"),
        (file("empty.json", b" \n"), "is empty"),
        (
            file("bytes.json", b"{\n \"a\": \"\xFF\"}"),
            "line 2, column 8: this is not UTF-8",
        ),
        (
            file("cut.json", document.as_bytes()),
            "line 1, column 44: EOF",
        ),
        (file("list.json", b"[]"), "no \"format\""),
        (
            file("other.json", br#"{"format":"x/9","form":{}}"#),
            "syncdesk.application/1",
        ),
        (
            file(
                "field.json",
                br#"{"format":"syncdesk.application/1","form":{"itemz":{}}}"#,
            ),
            "unknown field `itemz`",
        ),
        (
            file("large.json", &vec![b' '; 5 * 1024 * 1024 + 1]),
            "larger than 5 MiB",
        ),
        (
            file("deep.json", "[".repeat(100_000).as_bytes()),
            "recursion limit",
        ),
    ];
    for (path, words) in table {
        let (code, out, err) = said(&syncdesk(&["check", &path]));
        assert_eq!((code, out.as_str()), (Some(2), ""), "{err}");
        assert!(err.contains(&path) && err.contains(words), "{err}");
        assert!(!err.contains("panicked"), "{err}");
    }
}

#[test]
fn the_schema_is_printed_and_describes_the_examples_format() {
    let (code, out, _) = said(&syncdesk(&["schema"]));
    assert_eq!(code, Some(0));
    let schema: Value = serde_json::from_str(&out).unwrap();
    for name in ["$schema", "$id", "title", "description"] {
        assert!(schema[name].is_string(), "{name}");
    }
    assert_eq!(schema["properties"]["form"]["$ref"], "#/$defs/Form");
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn a_wrong_command_line_gets_a_hint() {
    for (arguments, hint) in [
        (&["chekc"][..], "check"),
        (&["serve", "--listen", "nowhere"], "127.0.0.1:8400"),
        (&["serve", "--demo", "--listen", "0.0.0.0:8400"], "--demo"),
        (&["seed", "--channels", "0"], "1..=1000000"),
        (&["check"], "FILE"),
        (&[], "Usage"),
    ] {
        let (code, _, err) = said(&syncdesk(arguments));
        assert_eq!(code, Some(2), "{arguments:?}: {err}");
        assert!(err.contains(hint), "{arguments:?}: {err}");
    }
    for flag in ["--help", "--version"] {
        assert_eq!(said(&syncdesk(&[flag])).0, Some(0));
    }
}

#[test]
fn an_operator_is_invited_where_no_secret_can_be_read_and_the_record_says_who() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (config, data, backup) = (at("syncdesk.toml"), at("data"), at("backup"));
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/syncdesk.toml");
    std::fs::copy(shipped, &config).unwrap();
    let place = ["--config", &config, "--data", &data];
    let invite = [&["invite", "--name", "Kim Harin"][..], &place].concat();
    let (code, out, err) = said(&syncdesk(&invite));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    let (_, token) = out.lines().next().unwrap().split_once("#invite=").unwrap();
    let (code, _, err) = said(&syncdesk(
        &[&["seed", "--channels", "3"][..], &place].concat(),
    ));
    assert_eq!(code, Some(0), "{err}");

    let (code, _, err) = said(&syncdesk(
        &[&["backup", "--to", &backup][..], &place].concat(),
    ));
    assert_eq!(code, Some(0), "{err}");
    let table = |name: &str| {
        std::fs::read_to_string(Path::new(&backup).join(format!("tables/{name}.jsonl"))).unwrap()
    };
    let (record, about) = (table("record"), table("record_about"));
    assert!(
        record.contains("Kim Harin") && record.contains("invitation.duty"),
        "{record}"
    );
    assert!(about.contains("invitation:"), "{about}");
    assert!(!record.contains(token) && !about.contains(token));
    assert!(
        record.contains("\"seed\"") && about.contains("user:"),
        "{record}"
    );
}

#[test]
fn channels_and_apps_are_brought_in_from_a_file_and_the_record_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let place = ["--data", data.to_str().unwrap()];
    // Somebody to be their master and owner.
    let (code, out, err) = said(&syncdesk(
        &[&["seed", "--channels", "1"][..], &place].concat(),
    ));
    assert_eq!(code, Some(0), "{err}");
    let person = out.trim_end().rsplit(' ').next().unwrap().to_owned();
    let listed = format!(
        r#"{{"channels":[{{"search_id":"새봄서점","public_id":"_xsaebom","name":"새봄 서점","state":"business",
            "business":{{"number":"999-01-00013","trade_name":"새봄","representative":"문채움"}},"master":"{person}"}}],
            "apps":[{{"number":4711,"name":"새봄","company":"새봄","kind":"biz","owner":"{person}"}}]}}"#
    );
    let file = folder.path().join("directory.json");
    let import = |text: &str| {
        std::fs::write(&file, text).unwrap();
        said(&syncdesk(
            &[&["import", file.to_str().unwrap()][..], &place].concat(),
        ))
    };
    let (code, out, err) = import(&listed);
    assert_eq!(code, Some(0), "{err}");
    assert!(
        out.starts_with("2 added, 0 changed, 0 as they were"),
        "{out}"
    );
    let (_, out, _) = import(&listed);
    assert!(
        out.starts_with("0 added, 0 changed, 2 as they were"),
        "{out}"
    );
    let (code, _, err) = import(&listed.replace(&person, "us_nobody"));
    assert_eq!(code, Some(2));
    assert!(
        err.contains("channels[0].master: nobody") && err.contains("apps[0].owner: nobody"),
        "{err}"
    );
    let (code, _, err) = import(&listed.replace("_xsaebom", "xsaebom"));
    assert_eq!(code, Some(2));
    assert!(err.contains("channels[0].public_id: "), "{err}");
    let verified = said(&syncdesk(&[&["audit", "verify"][..], &place].concat()));
    // One entry of the seed, and one for each thing brought in.
    assert!(verified.1.contains("3 entries"), "{verified:?}");
    assert_eq!(
        said(&syncdesk(&[&["verify"][..], &place].concat())).0,
        Some(0)
    );
}
