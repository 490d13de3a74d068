//! Asking the server for the same thing again and again, over connections that stay open.

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use super::stats::quantile;
use crate::Done;
use crate::http::Connection;
use crate::table::float;

/// Connections at the same time, of few people and of many.
const FEW: u32 = 8;
const MANY: u32 = 32;
/// Requests that count, on all connections together, after those that only warm up on one.
const REQUESTS: u32 = 4_000;
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

/// What the server achieved with one kind of request.
pub(crate) struct Load {
    pub(crate) what: String,
    pub(crate) per_second: f64,
    pub(crate) median_ms: f64,
    pub(crate) p99_ms: f64,
}

/// Signs in; asks for the first page of the channel list, then for its first channel.
pub(crate) fn run(address: SocketAddr, persona: &Persona) -> Done<Vec<Load>> {
    let fields = format!("Cookie: {}\r\n", sign_in(address, persona)?);
    let ask = |path: &str, requests| ask_often(address, path, &fields, requests);
    let (page, _) = ask(LIST, 1)?;
    let first = first_id(&page).ok_or("the channel list has no row")?;
    let detail = format!("{LIST}/{first}");
    let kinds = [
        ("list", LIST, FEW),
        ("list", LIST, MANY),
        ("detail", &detail, MANY),
    ];
    let load = |(name, path, connections): (&str, &str, u32)| {
        ask(path, WARM_UP)?;
        let what = format!("{name} at {connections} connections");
        together(what, connections, || ask(path, REQUESTS / connections))
    };
    kinds.into_iter().map(load).collect()
}

/// The same on so many connections at the same time.
fn together(
    what: String,
    connections: u32,
    ask: impl Fn() -> Done<(String, Vec<f64>)> + Sync,
) -> Done<Load> {
    let begun = Instant::now();
    let results: Vec<Done<(String, Vec<f64>)>> = thread::scope(|scope| {
        let all: Vec<_> = (0..connections).map(|_| scope.spawn(&ask)).collect();
        let joined = |thread: thread::ScopedJoinHandle<'_, Done<(String, Vec<f64>)>>| {
            thread
                .join()
                .unwrap_or_else(|_| Err("a connection's thread broke off".to_owned()))
        };
        all.into_iter().map(joined).collect()
    });
    let took = begun.elapsed().as_secs_f64();
    let mut times = Vec::new();
    for result in results {
        times.extend(result?.1);
    }
    times.sort_by(f64::total_cmp);
    Ok(Load {
        what,
        per_second: float(u64::try_from(times.len()).unwrap_or(u64::MAX)) / took,
        median_ms: quantile(&times, 500).unwrap_or_default(),
        p99_ms: quantile(&times, 990).unwrap_or_default(),
    })
}

/// The identifier of the first channel of a page.
fn first_id(page: &str) -> Option<&str> {
    const BEGIN: &str = "\"id\":\"";
    let at = page.find(&format!("{BEGIN}ch_"))? + BEGIN.len();
    page.get(at..)?.split('"').next()
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

/// The last reply, and the times of at most so many requests on one connection; ms.
fn ask_often(
    address: SocketAddr,
    path: &str,
    fields: &str,
    requests: u32,
) -> Done<(String, Vec<f64>)> {
    let failed = |error: std::io::Error| format!("GET {path}: {error}");
    let mut connection = Connection::open(address).map_err(failed)?;
    let (mut times, mut last) = (Vec::new(), Vec::new());
    let started = Instant::now();
    for _ in 0..requests {
        if started.elapsed() > LIMIT {
            break;
        }
        let begun = Instant::now();
        let (head, body) = connection.ask("GET", path, fields, "").map_err(failed)?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if head.status() != Some(200) {
            return Err(format!("GET {path}: {}", head.first));
        }
        last = body;
    }
    Ok((String::from_utf8_lossy(&last).into_owned(), times))
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

    #[test]
    fn the_first_channel_of_a_page_is_named() {
        let page = r#"{"rows":[{"app":{"id":"app_1"},"channel":{"id":"ch_many-0","name":"x"}},{"channel":{"id":"ch_2"}}]}"#;
        assert_eq!(first_id(page), Some("ch_many-0"));
        assert_eq!(first_id("{}"), None);
    }
}
