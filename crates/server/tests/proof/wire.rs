//! The real server as a process, and a client that talks to it over the loopback as a program would.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::asking::{Ask, Heard};
use crate::home::Home;
use crate::town::PEOPLE;

/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection on which nothing was said for longer may be closed by the other side.
const FRESH: Duration = Duration::from_secs(1);

/// A running server; it is killed when this is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts the binary over that data; returns when it listens.
    pub(crate) fn start(home: &Home) -> Server {
        Server::start_in(home, &[])
    }

    /// The same by way of another program, which is given the binary and its arguments.
    pub(crate) fn start_in(home: &Home, way: &[&str]) -> Server {
        const BINARY: &str = env!("CARGO_BIN_EXE_syncdesk");
        let mut command = match way.split_first() {
            None => Command::new(BINARY),
            Some((program, words)) => {
                let mut command = Command::new(program);
                command.args(words).arg(BINARY);
                command
            }
        };
        command.args(["serve", "--demo", "--listen", "127.0.0.1:0"]);
        home.tell(&mut command);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        match line.trim().strip_prefix("Syncdesk: http://") {
            Some(address) => Server {
                address: address.to_owned(),
                child,
            },
            None => panic!("it does not start: {line:?}, {}", child.wait().unwrap()),
        }
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// As a power cut would: no chance to tidy up.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and waits for that; its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        signal("TERM", self.process());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a signal to one process.
pub(crate) fn signal(name: &str, process: impl std::fmt::Display) {
    let sent = Command::new("kill")
        .args([format!("-{name}"), process.to_string()])
        .status();
    assert!(sent.unwrap().success());
}

/// A connection of one person that stays open.
pub(crate) struct Wire {
    address: String,
    who: usize,
    cookie: String,
    /// The open connection, and since when nothing was said on it.
    stream: Option<(BufReader<TcpStream>, Instant)>,
    /// `Retry-After` of the last answer.
    pub(crate) retry_after: Option<String>,
    /// Status of the last answer.
    pub(crate) status: u16,
}

impl Wire {
    /// Signs in.
    pub(crate) fn open(address: &str, who: usize) -> io::Result<Wire> {
        let mut wire = Wire {
            address: address.to_owned(),
            who,
            cookie: String::new(),
            stream: None,
            retry_after: None,
            status: 0,
        };
        wire.sign_in()?;
        Ok(wire)
    }

    fn sign_in(&mut self) -> io::Result<Heard> {
        let body = serde_json::json!({ "persona": PEOPLE[self.who] });
        self.ask(&Ask::new("sign_in", &[]).body(&body))
    }

    /// Asks and waits for the answer. Without one the connection is gone, and whether something happened is not known.
    pub(crate) fn ask(&mut self, ask: &Ask) -> io::Result<Heard> {
        let request = self.request(ask);
        let mut stream = match self.stream.take() {
            Some((stream, since)) if since.elapsed() < FRESH => stream,
            _ => self.connect()?,
        };
        stream.get_mut().write_all(&request)?;
        let heard = self.read(&mut stream)?;
        self.stream = Some((stream, Instant::now()));
        Ok(heard)
    }

    /// Sends the first bytes of a request, as many as `part` says in thousandths, and hangs up.
    pub(crate) fn hang_up(&mut self, ask: &Ask, part: usize) -> io::Result<()> {
        let request = self.request(ask);
        let mut stream = self.connect()?;
        let end = request.len() * part / 1_000;
        stream.get_mut().write_all(&request[..end])?;
        stream.get_mut().shutdown(std::net::Shutdown::Both)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }

    fn request(&self, ask: &Ask) -> Vec<u8> {
        let request = ask.request();
        let mut head = format!(
            "{} {} HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\norigin: http://{}\r\ncontent-length: {}\r\n",
            request.method.word(),
            request.path,
            self.address,
            self.address,
            request.body.len()
        );
        for (name, value) in &request.headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        if !self.cookie.is_empty() {
            head.extend(["cookie: ", &self.cookie, "\r\n"]);
        }
        head.push_str("\r\n");
        [head.into_bytes(), request.body].concat()
    }

    fn read(&mut self, stream: &mut BufReader<TcpStream>) -> io::Result<Heard> {
        let cut = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok());
        let mut heard = Heard {
            status: status.ok_or_else(cut)?,
            version: None,
            replayed: false,
            body: Vec::new(),
        };
        (self.retry_after, self.status) = (None, heard.status);
        let mut length = 0;
        loop {
            line.clear();
            if stream.read_line(&mut line)? == 0 {
                return Err(cut());
            }
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            match name {
                "content-length" => length = value.parse().unwrap(),
                "etag" => heard.version = value.trim_matches('"').parse().ok(),
                "idempotency-replayed" => heard.replayed = true,
                "retry-after" => self.retry_after = Some(value.to_owned()),
                "set-cookie" => {
                    value
                        .split(';')
                        .next()
                        .unwrap_or_default()
                        .clone_into(&mut self.cookie);
                }
                _ => {}
            }
        }
        heard.body = vec![0; length];
        stream.read_exact(&mut heard.body)?;
        Ok(heard)
    }
}
