//! The product as others meet it: the built binary, started on data of its own and ended again.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::Done;
use crate::build;
use crate::http::Connection;
use crate::shell::Shell;
use crate::step::Log;

/// A start takes well under a second; a machine that does five things at once gets more.
const START_LIMIT: Duration = Duration::from_mins(1);
const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// An empty folder outside the repository; dropping it removes it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(purpose: &str) -> Done<Self> {
        let name = format!("syncdesk-{purpose}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path)
            .map_err(|error| format!("{}: cannot be made: {error}", path.display()))?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A running server; dropping it ends it.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts `syncdesk serve --demo` on a free port and waits until it is ready: it listens before its data are there.
    pub(crate) fn start(shell: &Shell, log: &Log, data: &Path) -> Done<Self> {
        let address = free_port()?;
        let mut command = binary(shell);
        command.args(["serve", "--demo", "--data"]).arg(data);
        command.args(["--listen", &address.to_string()]);
        let shown = log.attach(&mut command)?;
        let child = command
            .spawn()
            .map_err(|error| format!("`{shown}` cannot be started: {error}"))?;
        let mut server = Self { child, address };
        server.wait(&shown)?;
        Ok(server)
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Memory that the process holds now and the most it ever held; KiB. Linux only.
    pub(crate) fn memory(&self) -> Option<(u64, u64)> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        Some((kibibytes(&status, "VmRSS:")?, kibibytes(&status, "VmHWM:")?))
    }

    fn wait(&mut self, shown: &str) -> Done {
        let begun = Instant::now();
        while !self.is_ready() {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!(
                    "`{shown}` ended with {status} instead of being ready"
                ));
            }
            if begun.elapsed() > START_LIMIT {
                return Err(format!("`{shown}` was not ready within {START_LIMIT:?}"));
            }
            thread::sleep(LOOK_AGAIN);
        }
        Ok(())
    }

    fn is_ready(&self) -> bool {
        let asked = Connection::open(self.address)
            .and_then(|mut connection| connection.ask("GET", "/readyz", "", ""));
        asked.is_ok_and(|(head, _)| head.status() == Some(200))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The built binary, to be given arguments.
pub(crate) fn binary(shell: &Shell) -> Command {
    shell.command(&build::binary(shell).to_string_lossy())
}

/// Should somebody take it in the moment in between, the server says so and does not start.
fn free_port() -> Done<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| format!("no free port on the loopback: {error}"))
}

fn kibibytes(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_what_linux_says() {
        let status = "Name:\tsyncdesk\nVmHWM:\t   20480 kB\nVmRSS:\t   10240 kB\n";
        assert_eq!(kibibytes(status, "VmRSS:"), Some(10_240));
        assert_eq!(kibibytes(status, "VmHWM:"), Some(20_480));
        assert_eq!(kibibytes("Name:\tx\n", "VmRSS:"), None);
    }

    #[test]
    fn a_folder_is_gone_when_it_is_dropped() {
        let folder = Folder::new("test").unwrap();
        let path = folder.path().to_path_buf();
        fs::write(path.join("file"), "").unwrap();
        drop(folder);
        assert!(!path.exists());
    }
}
