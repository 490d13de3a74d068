//! The arrows between the rooms, read from the manifests: Cargo refuses what is not declared, and
//! this refuses to declare what must not be.

use std::fs;
use std::path::Path;

use super::Problem;
use crate::Done;

/// A room and what it may depend on.
struct Room {
    name: &'static str,
    manifest: &'static str,
    /// Other rooms.
    rooms: &'static [&'static str],
    /// Crates of others, outside of tests.
    others: Others,
}

enum Others {
    Any,
    Only(&'static [&'static str]),
    Never(&'static [&'static str]),
}

/// What belongs to a server.
const HOST: &[&str] = &[
    "tokio",
    "sqlx",
    "rusqlite",
    "leptos",
    "web-sys",
    "wasm-bindgen",
];

const ROOMS: &[Room] = &[
    Room {
        name: "domain",
        manifest: "crates/domain/Cargo.toml",
        rooms: &[],
        others: Others::Only(&["serde", "schemars"]),
    },
    Room {
        name: "text",
        manifest: "crates/text/Cargo.toml",
        rooms: &["domain"],
        others: Others::Only(&[]),
    },
    Room {
        name: "contract",
        manifest: "crates/contract/Cargo.toml",
        rooms: &["domain"],
        others: Others::Only(&["serde", "serde_json", "schemars"]),
    },
    Room {
        name: "backend",
        manifest: "crates/backend/Cargo.toml",
        rooms: &["contract", "domain"],
        others: Others::Never(HOST),
    },
    Room {
        name: "mock",
        manifest: "crates/mock/Cargo.toml",
        rooms: &["backend", "contract", "domain"],
        others: Others::Never(HOST),
    },
    Room {
        name: "ui",
        manifest: "crates/ui/Cargo.toml",
        rooms: &[],
        others: Others::Never(&["leptos_router", "serde_json", "gloo-net"]),
    },
    Room {
        name: "server",
        manifest: "crates/server/Cargo.toml",
        // The demo data is the mock's.
        rooms: &["backend", "contract", "domain", "text", "mock"],
        others: Others::Never(&["leptos", "web-sys"]),
    },
    Room {
        name: "syncdesk-console",
        manifest: "Cargo.toml",
        rooms: &["ui", "text", "domain", "contract", "mock"],
        others: Others::Any,
    },
    Room {
        name: "xtask",
        manifest: "xtask/Cargo.toml",
        rooms: &[],
        others: Others::Any,
    },
];

pub(crate) fn check(root: &Path) -> Done<Vec<Problem>> {
    let mut found = Vec::new();
    for room in ROOMS {
        let text = fs::read_to_string(root.join(room.manifest))
            .map_err(|error| format!("{}: {error}", room.manifest))?;
        found.extend(room.check(&text));
    }
    found.extend(rooms_without_rules(root)?);
    Ok(found)
}

impl Room {
    fn check(&self, manifest: &str) -> Vec<Problem> {
        let mut found = Vec::new();
        for dependency in dependencies(manifest) {
            let name = dependency.name.as_str();
            let is_room = ROOMS.iter().any(|room| room.name == name);
            let allowed = if is_room {
                self.rooms.contains(&name)
            } else {
                dependency.tests_only || self.others.allow(name)
            };
            if !allowed {
                let what = format!("`{}` must not depend on `{name}`", self.name);
                let way_out = if self.rooms.is_empty() {
                    "it depends on no other room".to_owned()
                } else {
                    format!("of the rooms it may know {}", self.rooms.join(", "))
                };
                found.push(Problem::new(self.manifest, dependency.line, what, way_out));
            }
            let optional = self.name != "syncdesk-console" || name != "mock" || dependency.optional;
            if !optional {
                let what = "the mock would be in every console";
                let way_out = "make it optional, behind the feature `mock`";
                found.push(Problem::new(self.manifest, dependency.line, what, way_out));
            }
        }
        found
    }
}

impl Others {
    fn allow(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Only(names) => names.contains(&name),
            Self::Never(names) => !names.contains(&name),
        }
    }
}

/// A new crate has to be given its place before it can be tidy.
fn rooms_without_rules(root: &Path) -> Done<Vec<Problem>> {
    let folder = root.join("crates");
    let entries = fs::read_dir(&folder).map_err(|error| format!("crates: {error}"))?;
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let manifest = format!("crates/{}/Cargo.toml", entry.file_name().to_string_lossy());
        let known = ROOMS.iter().any(|room| room.manifest == manifest);
        if !known && root.join(&manifest).is_file() {
            let way_out = "say in xtask/src/tidy/arrows.rs what it may depend on";
            found.push(Problem::new(&manifest, 1, "a room without rules", way_out));
        }
    }
    Ok(found)
}

#[derive(Debug, PartialEq, Eq)]
struct Dependency {
    name: String,
    line: usize,
    tests_only: bool,
    optional: bool,
}

/// The dependencies that a manifest declares for its package. Reads the ways in which this
/// repository writes them: one a line, or a table of its own.
fn dependencies(manifest: &str) -> Vec<Dependency> {
    let mut found: Vec<Dependency> = Vec::new();
    let mut section = "";
    for (at, line) in manifest.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        let mut add = |name: &str, rest: &str| {
            found.push(Dependency {
                name: renamed(rest).unwrap_or(name).to_owned(),
                line: at + 1,
                tests_only: section.contains("dev-dependencies"),
                optional: rest.contains("optional = true"),
            });
        };
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']');
            if let Some((table, name)) = section.rsplit_once("dependencies.")
                && !table.starts_with("workspace")
            {
                add(name, "");
            }
        } else if section.ends_with("dependencies")
            && !section.starts_with("workspace")
            && let Some((key, rest)) = line.split_once('=')
        {
            add(key.trim().trim_end_matches(".workspace"), rest);
        }
    }
    found
}

/// The `x` of `package = "x"`.
fn renamed(rest: &str) -> Option<&str> {
    let (_, value) = rest.split_once("package = \"")?;
    value.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(name: &str) -> &'static Room {
        ROOMS.iter().find(|room| room.name == name).unwrap()
    }

    #[test]
    fn every_way_of_writing_a_dependency_is_read() {
        let text = "[package]\nname = \"x\"\n[workspace.dependencies]\nleptos = \"1\"\n[dependencies]\n\
            a.workspace = true # why\nb = { path = \"b\", optional = true }\nc = { package = \"d\" }\n\
            [dependencies.e]\nversion = \"1\"\n[target.'cfg(unix)'.dependencies]\nf = \"1\"\n\
            [dev-dependencies]\ng = \"1\"\n[features]\nh = [\"dep:b\"]\n";
        let all = dependencies(text);
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "d", "e", "f", "g"]);
        assert!(all[1].optional && !all[0].optional);
        assert!(all[5].tests_only && !all[4].tests_only);
    }

    #[test]
    fn a_wrong_arrow_is_refused_even_for_tests() {
        let found = room("domain")
            .check("[dependencies]\nserde = \"1\"\n[dev-dependencies]\ntext = \"1\"\n");
        let messages: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(
            messages,
            [
                "crates/domain/Cargo.toml:4: `domain` must not depend on `text`; it depends on no other room"
            ]
        );
        assert_eq!(
            room("backend")
                .check("[dependencies]\nmock.workspace = true\n")
                .len(),
            1
        );
        assert_eq!(
            room("server").check("[dependencies]\nmock.workspace = true\n"),
            []
        );
    }

    #[test]
    fn crates_of_others_are_bounded_outside_of_tests() {
        assert_eq!(
            room("domain")
                .check("[dependencies]\ntokio = \"1\"\n")
                .len(),
            1
        );
        assert_eq!(
            room("domain").check("[dev-dependencies]\nproptest = \"1\"\n"),
            []
        );
        assert_eq!(
            room("backend")
                .check("[dependencies]\nsqlx = \"1\"\n")
                .len(),
            1
        );
        assert_eq!(
            room("ui")
                .check("[dependencies]\nleptos_router = \"1\"\n")
                .len(),
            1
        );
    }

    #[test]
    fn the_console_carries_the_mock_only_when_asked() {
        let console = room("syncdesk-console");
        let text = "[dependencies]\nmock = { workspace = true, optional = true }\n";
        assert_eq!(console.check(text), []);
        assert_eq!(
            console
                .check("[dependencies]\nmock.workspace = true\n")
                .len(),
            1
        );
    }
}
