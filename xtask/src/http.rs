//! As much HTTP/1.1 as a loopback needs: heads, bodies, and a connection that is kept open.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Nobody on this loopback sends a longer head; bytes.
const HEAD_LIMIT: u64 = 64 * 1024;
/// Nobody on this loopback thinks for longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The first line and the fields of a request or a reply.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) first: String,
    pub(crate) fields: Vec<(String, String)>,
}

impl Head {
    /// The first field of that name, whatever its case.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let mut all = self.fields.iter();
        all.find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The status of a reply.
    pub(crate) fn status(&self) -> Option<u16> {
        self.first.split(' ').nth(1)?.parse().ok()
    }

    /// Reads one head; none when the other side has closed.
    pub(crate) fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut limited = reader.take(HEAD_LIMIT);
        let mut head = Self::default();
        loop {
            let mut line = String::new();
            if limited.read_line(&mut line)? == 0 {
                let untouched = head.first.is_empty();
                return if untouched {
                    Ok(None)
                } else {
                    Err(bad("the head has no end"))
                };
            }
            let line = line.trim_end();
            if head.first.is_empty() {
                line.clone_into(&mut head.first);
            } else if line.is_empty() {
                return Ok(Some(head));
            } else {
                let (key, value) = line
                    .split_once(':')
                    .ok_or_else(|| bad("a field has no colon"))?;
                head.fields
                    .push((key.trim().to_owned(), value.trim().to_owned()));
            }
        }
    }

    /// Reads the body that this head announces: by its length or in chunks, else there is none.
    pub(crate) fn body(&self, reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        if self
            .field("transfer-encoding")
            .is_some_and(|way| way.eq_ignore_ascii_case("chunked"))
        {
            loop {
                let mut line = String::new();
                reader.read_line(&mut line)?;
                let size = line.trim().split(';').next().unwrap_or_default();
                let size = u64::from_str_radix(size, 16).map_err(|_| bad("a chunk has no size"))?;
                reader.take(size).read_to_end(&mut body)?;
                // The line's end after the chunk; after the last one, the end of the body.
                reader.read_line(&mut line)?;
                if size == 0 {
                    return Ok(body);
                }
            }
        }
        let length = self.field("content-length").unwrap_or("0");
        let length: u64 = length
            .parse()
            .map_err(|_| bad("the length is not a number"))?;
        let read = reader.take(length).read_to_end(&mut body)?;
        if u64::try_from(read).ok() == Some(length) {
            Ok(body)
        } else {
            Err(bad("cut off"))
        }
    }
}

/// A connection to a server on this machine.
pub(crate) struct Connection {
    reader: BufReader<TcpStream>,
    address: SocketAddr,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            reader: BufReader::new(stream),
            address,
        })
    }

    /// Sends a request and waits for its reply. `fields` are whole lines, each with its end.
    pub(crate) fn ask(
        &mut self,
        method: &str,
        path: &str,
        fields: &str,
        body: &str,
    ) -> io::Result<(Head, Vec<u8>)> {
        let text = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept: application/json\r\n\
             Content-Length: {}\r\n{fields}\r\n{body}",
            self.address,
            body.len()
        );
        self.reader.get_mut().write_all(text.as_bytes())?;
        let head = Head::read(&mut self.reader)?.ok_or_else(|| bad("closed without a reply"))?;
        let body = head.body(&mut self.reader)?;
        Ok((head, body))
    }
}

fn bad(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> io::Result<(Head, Vec<u8>)> {
        let mut reader = text.as_bytes();
        let head = Head::read(&mut reader)?.unwrap();
        let body = head.body(&mut reader)?;
        Ok((head, body))
    }

    #[test]
    fn a_body_is_read_by_its_length() {
        let reply =
            "HTTP/1.1 201 Created\r\ncontent-length: 2\r\nSet-Cookie: a=b; Path=/\r\n\r\nokX";
        let (head, body) = parse(reply).unwrap();
        assert_eq!(head.status(), Some(201));
        assert_eq!(head.field("set-cookie"), Some("a=b; Path=/"));
        assert_eq!(body, b"ok");
    }

    #[test]
    fn a_body_is_read_in_chunks() {
        let reply = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n";
        assert_eq!(parse(reply).unwrap().1, b"abcd");
    }

    #[test]
    fn a_closed_connection_is_no_head_and_a_cut_one_is_an_error() {
        assert_eq!(Head::read(&mut "".as_bytes()).unwrap(), None);
        assert!(Head::read(&mut "GET / HTTP/1.1\r\nHost: x\r\n".as_bytes()).is_err());
        assert!(parse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort").is_err());
        assert!(parse("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n").is_err());
        assert!(parse("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n").is_err());
    }
}
