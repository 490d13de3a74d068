//! Stage `e2e`: whole journeys in a real browser, on the demo and on the real server.

use crate::files::Host;
use crate::product::{Folder, Server};
use crate::shell::Shell;
use crate::step::Log;
use crate::{Done, build, setup};

/// The demo promises to work under any path.
const SUB_PATH: &str = "/some/sub/path/";

/// Builds what is to be visited, starts both hosts, and lets Playwright walk. Both end with it.
pub(crate) fn run(shell: &Shell, log: &Log) -> Done {
    setup::journeys(shell, log)?;
    build::console(shell, log)?;
    build::demo(shell, log)?;
    build::server(shell, log)?;
    let data = Folder::new("e2e")?;
    let server = Server::start(shell, log, data.path())?;
    let demo = Host::start(shell.path(build::DEMO), SUB_PATH)
        .map_err(|error| format!("the demo cannot be served: {error}"))?;
    let mut playwright = shell.command("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .current_dir(shell.path("e2e"))
        .env("SYNCDESK_DEMO_URL", demo.url())
        .env("SYNCDESK_SERVER_URL", server.url())
        .env("CHROMIUM", setup::chromium());
    log.run(playwright)
}
