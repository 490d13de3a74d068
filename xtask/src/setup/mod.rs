//! What has to be on the machine before anything can be built or tested. Each function looks
//! first, installs only what is missing, and where it may not install says in one line what to do.

mod browser;
mod cargo_tools;
mod database;
mod distribution;
mod node;

pub(crate) use browser::{chromedriver, chromium};
pub(crate) use cargo_tools::WASI;
pub(crate) use node::own_node_folders;

use crate::Done;
use crate::shell::Shell;
use crate::step::Log;
use cargo_tools::WASM;

/// For building the console: the wasm target, wasm-bindgen, trunk, and the node tools that make
/// its files small.
pub(crate) fn console(shell: &Shell, log: &Log) -> Done {
    // First, because it may have to be installed by hand: nobody should learn that after ten minutes.
    node::runtime(shell, log)?;
    cargo_tools::target(shell, log, WASM, "the console runs in the browser")?;
    cargo_tools::wasm_bindgen(shell, log)?;
    cargo_tools::trunk(shell, log)?;
    cargo_tools::wasm_split(shell, log)?;
    node::packages(
        shell,
        log,
        "tools",
        "wasm-opt and esbuild make the console small",
    )
}

/// For running a program of ours as wasm outside of a browser: the target, and Node.
pub(crate) fn wasi(shell: &Shell, log: &Log) -> Done {
    cargo_tools::target(shell, log, WASI, "the rules are timed as wasm")?;
    node::runtime(shell, log)
}

/// For `cargo fmt` and `cargo clippy`, on both targets.
pub(crate) fn lints(shell: &Shell, log: &Log) -> Done {
    cargo_tools::components(shell, log)?;
    cargo_tools::target(shell, log, WASM, "the console runs in the browser")
}

/// For looking at the licences and sources of packages.
pub(crate) fn supply(shell: &Shell, log: &Log) -> Done {
    cargo_tools::deny(shell, log)
}

/// For the tests that need no browser: a database server.
pub(crate) fn native(shell: &Shell, log: &Log) -> Done {
    database::install(shell, log)?;
    node::runtime(shell, log)?;
    node::packages(
        shell,
        log,
        "crates/server/tests/oidc",
        "sign-in is tested at a real provider of OpenID Connect",
    )
}

/// For the component tests: a browser and what carries the tests into it.
pub(crate) fn components(shell: &Shell, log: &Log) -> Done {
    cargo_tools::target(shell, log, WASM, "the console runs in the browser")?;
    cargo_tools::wasm_bindgen(shell, log)?;
    cargo_tools::wasm_pack(shell, log)?;
    browser::install(shell, log)
}

/// For the journeys through the whole product: a browser and Playwright.
pub(crate) fn journeys(shell: &Shell, log: &Log) -> Done {
    node::runtime(shell, log)?;
    browser::install(shell, log)?;
    node::packages(
        shell,
        log,
        "e2e",
        "Playwright drives the browser, axe judges the screens",
    )
}
