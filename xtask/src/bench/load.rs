//! Asking the server for the same page again and again, over connections that stay open.

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use super::stats::quantile;
use crate::Done;
use crate::http::Connection;
use crate::table::float;

/// Connections at the same time.
const CONNECTIONS: u32 = 8;
/// Requests on each of them that count, after those that only warm up.
const REQUESTS: u32 = 500;
const WARM_UP: u32 = 25;
/// A slow server is measured with fewer requests rather than for longer.
const LIMIT: Duration = Duration::from_secs(20);
const LIST: &str = "/api/v1/channels";

/// Somebody to sign in as.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Persona(String);

impl Persona {
    /// `syncdesk seed` ends its output with the name of the persona who has the channels.
    pub(crate) fn named_in(output: &str) -> Done<Self> {
        let last = output.split_whitespace().last().unwrap_or_default();
        let name = last.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
        if name.is_empty() {
            return Err("`syncdesk seed` did not say whom to sign in as".to_owned());
        }
        Ok(Self(name.to_owned()))
    }
}

/// What the server achieved.
pub(crate) struct Load {
    pub(crate) per_second: f64,
    pub(crate) median_ms: f64,
    pub(crate) p99_ms: f64,
}

/// Signs in and asks for the first page of the channel list.
pub(crate) fn run(address: SocketAddr, persona: &Persona) -> Done<Load> {
    let fields = format!("Cookie: {}\r\n", sign_in(address, persona)?);
    ask_often(address, &fields, WARM_UP)?;
    let begun = Instant::now();
    let results: Vec<Done<Vec<f64>>> = thread::scope(|scope| {
        let all: Vec<_> = (0..CONNECTIONS)
            .map(|_| scope.spawn(|| ask_often(address, &fields, REQUESTS)))
            .collect();
        let joined = |thread: thread::ScopedJoinHandle<'_, Done<Vec<f64>>>| {
            thread
                .join()
                .unwrap_or_else(|_| Err("a connection's thread broke off".to_owned()))
        };
        all.into_iter().map(joined).collect()
    });
    let took = begun.elapsed().as_secs_f64();
    let mut times = Vec::new();
    for result in results {
        times.extend(result?);
    }
    times.sort_by(f64::total_cmp);
    Ok(Load {
        per_second: float(u64::try_from(times.len()).unwrap_or(u64::MAX)) / took,
        median_ms: quantile(&times, 500).unwrap_or_default(),
        p99_ms: quantile(&times, 990).unwrap_or_default(),
    })
}

/// The cookies of a new session, as a browser would send them back.
fn sign_in(address: SocketAddr, persona: &Persona) -> Done<String> {
    let fields = format!("Content-Type: application/json\r\nOrigin: http://{address}\r\n");
    let body = format!("{{\"persona\":\"{}\"}}", persona.0);
    let (head, reply) = Connection::open(address)
        .and_then(|mut connection| connection.ask("POST", "/auth/sign-in", &fields, &body))
        .map_err(|error| format!("signing in as {}: {error}", persona.0))?;
    let cookies: Vec<&str> = head
        .fields
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"))
        .filter_map(|(_, value)| value.split(';').next())
        .collect();
    if cookies.is_empty() {
        let said: String = String::from_utf8_lossy(&reply).chars().take(300).collect();
        return Err(format!(
            "signing in as {} gave no cookie: {} {said}",
            persona.0, head.first
        ));
    }
    Ok(cookies.join("; "))
}

/// Times of at most so many requests on one connection; ms.
fn ask_often(address: SocketAddr, fields: &str, requests: u32) -> Done<Vec<f64>> {
    let failed = |error: std::io::Error| format!("GET {LIST}: {error}");
    let mut connection = Connection::open(address).map_err(failed)?;
    let mut times = Vec::new();
    let started = Instant::now();
    for _ in 0..requests {
        if started.elapsed() > LIMIT {
            break;
        }
        let begun = Instant::now();
        let (head, _) = connection.ask("GET", LIST, fields, "").map_err(failed)?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if head.status() != Some(200) {
            return Err(format!("GET {LIST}: {}", head.first));
        }
    }
    Ok(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persona_is_the_last_word_of_what_seed_says() {
        let output = "10000 channels made.\nSign in as: `load-tester`.\n";
        assert_eq!(
            Persona::named_in(output),
            Ok(Persona("load-tester".to_owned()))
        );
        assert!(Persona::named_in(" \n").is_err());
    }
}
