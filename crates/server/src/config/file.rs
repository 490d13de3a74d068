//! Reading the configuration file, and saying at which line it cannot be read.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue};

use super::field::FIELDS;

/// Most bytes of a configuration file.
const BYTES_MAX: u64 = 1024 * 1024;

/// A value and the line it stands in.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) value: String,
    pub(super) line: usize,
}

/// What a file says: the settings that are one value, and the tables as they stand.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) given: BTreeMap<&'static str, Given>,
    /// The tables of other parts of the server, by name, each with its line.
    pub(super) tables: BTreeMap<String, (toml::Value, usize)>,
}

/// Names of the tables that other parts of the server read.
pub(super) const TABLES: &[&str] = &["limits", "providers"];

/// Reads a file. What is wrong with it is said in sentences, each with its line.
pub(super) fn read(path: &Path) -> Result<File, Vec<String>> {
    let name = path.display();
    let said = |problem: String| vec![format!("{name} {problem}")];
    let size = std::fs::metadata(path).map_err(|p| said(format!("cannot be read: {p}.")))?;
    if size.len() > BYTES_MAX {
        return Err(said(
            "is larger than 1 MiB: this is no configuration.".into(),
        ));
    }
    let bytes = std::fs::read(path).map_err(|p| said(format!("cannot be read: {p}.")))?;
    let text = String::from_utf8(bytes).map_err(|_| said("is not UTF-8.".into()))?;
    parse(&name.to_string(), &text)
}

fn parse(name: &str, text: &str) -> Result<File, Vec<String>> {
    let line = |at: usize| 1 + text.get(..at).unwrap_or(text).matches('\n').count();
    let table = DeTable::parse(text).map_err(|problem| {
        let line = line(problem.span().map_or(0, |span| span.start));
        let words = problem.message().replace('\n', ", ");
        vec![format!("{name}, line {line}: {words}.")]
    })?;
    let (mut file, mut problems) = (File::default(), Vec::new());
    for (key, value) in table.into_inner() {
        let at = line(key.span().start);
        let value_at = line(value.span().start);
        let key = key.into_inner();
        if TABLES.contains(&key.as_ref()) {
            match toml::Value::deserialize(toml::de::ValueDeserializer::from(value)) {
                Ok(value) => drop(file.tables.insert(key.into_owned(), (value, at))),
                Err(problem) => problems.push(format!("{name}, line {at}: {key}: {problem}.")),
            }
            continue;
        }
        let Some(field) = FIELDS.iter().find(|field| field.name == key) else {
            let names: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
            problems.push(format!(
                "{name}, line {at}: there is no setting \"{key}\". There are {} and the tables {}.",
                names.join(", "),
                TABLES.join(", ")
            ));
            continue;
        };
        let value = match value.into_inner() {
            DeValue::String(text) => text.into_owned(),
            DeValue::Integer(number) => number.to_string(),
            _ => {
                problems.push(format!(
                    "{name}, line {value_at}: {key} has to be {}.",
                    field.allowed
                ));
                continue;
            }
        };
        let line = value_at;
        file.given.insert(field.name, Given { value, line });
    }
    if problems.is_empty() {
        Ok(file)
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_with_their_line() {
        let file = parse(
            "f",
            "# words\nlisten = \"[::1]:1\"\n\ndrain_s = 5\n[limits]\na = 1\n",
        )
        .unwrap();
        let given = |name| file.given.get(name).map(|g| (g.value.as_str(), g.line));
        assert_eq!(given("listen"), Some(("[::1]:1", 2)));
        assert_eq!(given("drain_s"), Some(("5", 4)));
        assert_eq!(file.tables["limits"].1, 5);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        for (text, wanted) in [
            ("\nlisten = ", "f, line 2: "),
            ("listen = \"a\"\nlisten = \"b\"", "f, line 2: "),
            (
                "\n\nlsiten = \"x\"",
                "f, line 3: there is no setting \"lsiten\". There are listen, data",
            ),
            (
                "\ndrain_s = true",
                "f, line 2: drain_s has to be a whole number from 1 to 600.",
            ),
            ("data = [1]", "f, line 1: data has to be a folder."),
        ] {
            let problems = parse("f", text).unwrap_err();
            assert!(problems[0].starts_with(wanted), "{problems:?}");
            assert!(!problems[0].contains('\n'), "{problems:?}");
        }
    }
}
