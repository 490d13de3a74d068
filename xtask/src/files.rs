//! A host for static files, as plain as the plainest one that may carry the demo: it serves a
//! folder under a path of its own, knows nothing of the product and rewrites nothing.

use std::fs;
use std::io::{self, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::http::Head;

/// A browser that says nothing for this long has gone.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running host; dropping it ends it.
pub(crate) struct Host {
    address: SocketAddr,
    prefix: String,
    ended: Arc<AtomicBool>,
}

impl Host {
    /// Serves `folder` under `prefix` (which starts and ends with a slash) on a free port.
    pub(crate) fn start(folder: PathBuf, prefix: &str) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let ended = Arc::new(AtomicBool::new(false));
        let site = Arc::new(Site {
            folder,
            prefix: prefix.to_owned(),
        });
        let end = Arc::clone(&ended);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                let site = Arc::clone(&site);
                if let Ok(stream) = stream {
                    thread::spawn(move || site.talk(stream));
                }
            }
        });
        Ok(Self {
            address,
            prefix: prefix.to_owned(),
            ended,
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // The listener notices at its next visitor: be that one.
        let _ = TcpStream::connect(self.address);
    }
}

struct Site {
    folder: PathBuf,
    prefix: String,
}

impl Site {
    /// One connection, request after request. A browser that hangs up is nobody's error.
    fn talk(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let mut writer = stream.try_clone()?;
        let mut reader = BufReader::new(stream);
        while let Some(head) = Head::read(&mut reader)? {
            head.body(&mut reader)?;
            let reply = self.answer(&head.first);
            let start = format!(
                "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\r\n",
                reply.status,
                reply.kind,
                reply.body.len()
            );
            writer.write_all(start.as_bytes())?;
            if !head.first.starts_with("HEAD ") {
                writer.write_all(&reply.body)?;
            }
        }
        Ok(())
    }

    fn answer(&self, request: &str) -> Reply {
        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        if !matches!(method, "GET" | "HEAD") {
            return Reply::plain("405 Method Not Allowed");
        }
        let Some(path) = self.locate(target) else {
            return Reply::plain("404 Not Found");
        };
        match fs::read(&path) {
            Ok(body) => Reply {
                status: "200 OK",
                kind: kind(&path),
                body,
            },
            Err(_) => self.not_found(),
        }
    }

    /// The file that a target means; none outside the folder.
    fn locate(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let inside = path.strip_prefix(&self.prefix)?;
        let tame = |part: &str| !matches!(part, "." | "..") && !part.contains(['\\', '%', ':']);
        if !inside.split('/').all(tame) || inside.starts_with('/') {
            return None;
        }
        let file = self.folder.join(inside);
        Some(if inside.is_empty() || inside.ends_with('/') {
            file.join("index.html")
        } else {
            file
        })
    }

    /// Static hosts show a site's own `404.html` where it has one.
    fn not_found(&self) -> Reply {
        match fs::read(self.folder.join("404.html")) {
            Ok(body) => Reply {
                status: "404 Not Found",
                kind: "text/html; charset=utf-8",
                body,
            },
            Err(_) => Reply::plain("404 Not Found"),
        }
    }
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn plain(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            body: status.as_bytes().to_vec(),
        }
    }
}

fn kind(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|end| end.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Connection;

    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).unwrap();
        fs::write(folder.join("index.html"), "<p>start").unwrap();
        fs::write(folder.join("deep/app.wasm"), "wasm").unwrap();
        folder
    }

    #[test]
    fn files_are_served_under_the_path_and_nowhere_else() {
        let host = Host::start(site("files"), "/some/path/").unwrap();
        let mut connection = Connection::open(host.address).unwrap();
        let mut get = |path: &str| {
            let (head, body) = connection.ask("GET", path, "", "").unwrap();
            (
                head.status().unwrap(),
                head.field("content-type").unwrap().to_owned(),
                body,
            )
        };
        assert_eq!(get("/some/path/?q=1").2, b"<p>start");
        let (status, kind, body) = get("/some/path/deep/app.wasm");
        assert_eq!(
            (status, kind.as_str(), body.as_slice()),
            (200, "application/wasm", &b"wasm"[..])
        );
        assert_eq!(get("/").0, 404);
        assert_eq!(get("/some/path/channels").0, 404);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Site {
            folder: "/srv".into(),
            prefix: "/x/".to_owned(),
        };
        for target in [
            "/x/../etc/passwd",
            "/x/a/../../b",
            "/x/%2e%2e/b",
            "/x//etc",
            "/etc",
            "x",
        ] {
            assert_eq!(site.locate(target), None, "{target}");
        }
        assert_eq!(site.locate("/x/a.css"), Some("/srv/a.css".into()));
    }

    #[test]
    fn only_reading_is_answered() {
        let site = Site {
            folder: "/srv".into(),
            prefix: "/".to_owned(),
        };
        assert_eq!(
            site.answer("POST / HTTP/1.1").status,
            "405 Method Not Allowed"
        );
    }
}
