//! The three things that are built: the release console, the server that carries it, the demo.

use std::fs;
use std::path::PathBuf;

use crate::Done;
use crate::fingerprint::{Stamp, fingerprint};
use crate::setup;
use crate::shell::Shell;
use crate::step::Log;

/// The release console, in the repository.
pub(crate) const DIST: &str = "dist";
/// The demo as static files.
pub(crate) const DEMO: &str = "target/demo";

/// What the console is made of.
const CONSOLE: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "Trunk.toml",
    "index.html",
    "src",
    "style",
    "public",
    "tools",
    "crates/domain",
    "crates/text",
    "crates/contract",
    "crates/ui",
];
/// What the demo has besides: the backend in the page.
const BACKEND: &[&str] = &["crates/backend", "crates/mock"];

/// `cargo xtask build`.
pub(crate) fn run(shell: &Shell) -> Done {
    Log::create(shell.root(), "build")?.watch(|log| {
        console(shell, log)?;
        server(shell, log)
    })?;
    println!("dist/ and target/release/syncdesk are up to date.");
    Ok(())
}

/// `cargo xtask demo`.
pub(crate) fn run_demo(shell: &Shell) -> Done {
    Log::create(shell.root(), "demo")?.watch(|log| demo(shell, log))?;
    println!("{DEMO}/ is up to date: any static host can serve it, under any path.");
    Ok(())
}

/// `cargo xtask openapi`.
pub(crate) fn openapi(shell: &Shell) -> Done {
    Log::create(shell.root(), "openapi")?.watch(|log| {
        let mut cargo = shell.builder("cargo");
        cargo.args(["test", "--package", "contract", "--features", "schema"]);
        cargo.args(["--test", "openapi"]);
        cargo.env("SYNCDESK_WRITE", "1");
        log.run(cargo)
    })?;
    println!("docs/openapi.json is up to date.");
    Ok(())
}

/// The console for the real server, into `dist/`; nothing happens when nothing has changed.
pub(crate) fn console(shell: &Shell, log: &Log) -> Done {
    Page {
        name: "release console",
        why: "Rust to wasm, optimised and compressed",
        folder: DIST,
        inputs: CONSOLE.to_vec(),
        arguments: &[
            "--no-default-features",
            "--features",
            "split",
            "--public-url",
            "/",
        ],
        backend: Some("server"),
    }
    .build(shell, log)
}

/// The console with the backend inside the page, into `target/demo/`.
pub(crate) fn demo(shell: &Shell, log: &Log) -> Done {
    Page {
        name: "demo",
        why: "the console with its backend in the page, as static files",
        folder: DEMO,
        inputs: [CONSOLE, BACKEND].concat(),
        arguments: &["--public-url", "./"],
        backend: None,
    }
    .build(shell, log)
}

/// The binary, with what is in `dist/` inside it. Cargo knows whether there is anything to do.
pub(crate) fn server(shell: &Shell, log: &Log) -> Done {
    log.step(
        "syncdesk",
        "the server, with the console inside it",
        "2 to 4 min the first time",
        || {
            let mut cargo = shell.builder("cargo");
            cargo.args(["build", "--release", "--package", "server"]);
            log.run(cargo)
        },
    )
}

/// Where cargo puts the server.
pub(crate) fn binary(shell: &Shell) -> PathBuf {
    shell.path("target/release/syncdesk")
}

struct Page {
    name: &'static str,
    why: &'static str,
    folder: &'static str,
    inputs: Vec<&'static str>,
    arguments: &'static [&'static str],
    /// The value of `SYNCDESK_BACKEND` for the step after the build.
    backend: Option<&'static str>,
}

impl Page {
    fn build(&self, shell: &Shell, log: &Log) -> Done {
        let root = shell.root();
        // The output counts too: a plain `trunk build` puts the demo into `dist/`.
        let state = || -> Done<String> {
            let made = fingerprint(root, &[self.folder], &[])?;
            fingerprint(
                root,
                &self.inputs,
                &[&[self.name, &made], self.arguments].concat(),
            )
        };
        let stamp = Stamp::new(shell.path(&format!("target/xtask/{}.stamp", self.name)));
        if shell.path(self.folder).join("index.html").is_file() && stamp.is(&state()?) {
            return Ok(());
        }
        stamp.forget();
        setup::console(shell, log)?;
        log.step(
            self.name,
            self.why,
            "2 to 4 min the first time, then about 1",
            || self.trunk(shell, log),
        )?;
        stamp.keep(&state()?)
    }

    fn trunk(&self, shell: &Shell, log: &Log) -> Done {
        // trunk works offline; on a fresh machine the sources have to be there before it.
        let mut fetch = shell.builder("cargo");
        fetch.arg("fetch");
        log.run(fetch)?;
        let folder = shell.path(self.folder);
        fs::create_dir_all(&folder)
            .map_err(|error| format!("{}: cannot be made: {error}", folder.display()))?;
        let mut trunk = shell.builder("trunk");
        trunk
            .args(["build", "--release", "--dist", self.folder])
            .args(self.arguments);
        // Its own stack says nothing about what went wrong here.
        trunk.env("RUST_LIB_BACKTRACE", "0");
        if let Some(backend) = self.backend {
            trunk.env("SYNCDESK_BACKEND", backend);
        }
        log.run(trunk)?;
        let start = folder.join("index.html");
        if start.is_file() {
            Ok(())
        } else {
            Err(format!("trunk made no {}", start.display()))
        }
    }
}
