//! `cargo xtask bench`: what the product costs, measured on this machine. Figures of one run may
//! be compared with each other; between machines only the ratios may.

mod bars;
mod figures;
mod load;
mod stats;

use figures::{Figure, from_json, from_words};
use load::{Load, Persona};

use crate::files::Host;
use crate::product::{Folder, Server, binary};
use crate::report::{self, Section};
use crate::shell::Shell;
use crate::step::Log;
use crate::table::float;
use crate::{Done, build, setup, size};

/// The lists that are compared: one page of a small one and of a large one.
const FEW: u32 = 50;
const MANY: u32 = 10_000;

/// What can be measured by itself, in the order of the tables.
const PARTS: [&str; 5] = ["sizes", "browser", "rules", "server", "stores"];

/// Measures the parts with these names, or everything, prints a table for each question, and writes them into `docs/measurements.md`. A
/// missed bar is an error, after all of that.
pub(crate) fn run(shell: &Shell, names: &[String]) -> Done {
    let parts = choose(names)?;
    let found = Log::create(shell.root(), "bench")?.watch(|log| measure(shell, log, &parts))?;
    for section in &found.sections {
        print!("{}", section.plain());
        report::write(shell, section)?;
    }
    if found.missed.is_empty() {
        return Ok(());
    }
    Err(format!("missed bars:\n{}", found.missed.join("\n")))
}

fn choose(names: &[String]) -> Done<Vec<&'static str>> {
    if let Some(unknown) = names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        return Err(format!(
            "There is no part `{unknown}`. There are: {}.",
            PARTS.join(", ")
        ));
    }
    let wanted = |part: &&str| names.is_empty() || names.iter().any(|name| name == part);
    Ok(PARTS.into_iter().filter(wanted).collect())
}

/// What came out.
#[derive(Default)]
struct Found {
    sections: Vec<Section>,
    missed: Vec<String>,
}

impl Found {
    fn add(&mut self, part: &str, shows: &str, head: &[&'static str], rows: Vec<Vec<String>>) {
        let machine = report::machine();
        self.sections.push(Section {
            title: format!("bench {part}"),
            words: format!("{shows} `cargo xtask bench`, on {machine}."),
            head: head.to_vec(),
            rows,
        });
    }
}

fn measure(shell: &Shell, log: &Log, parts: &[&str]) -> Done<Found> {
    setup::native(shell, log)?;
    if parts != ["stores"] {
        build::console(shell, log)?;
        build::server(shell, log)?;
    }
    let mut found = Found::default();
    for part in parts {
        match *part {
            "sizes" => {
                let sizes = size::measure(&shell.path(build::DIST))?;
                found.add(part, SIZES, &size::HEAD, size::rows(&sizes));
            }
            "browser" => {
                let figures = in_the_browser(shell, log)?;
                found.add(
                    part,
                    IN_THE_BROWSER,
                    &figures::HEAD,
                    figures::rows(&figures),
                );
            }
            "rules" => {
                let native = rules(shell, log, Target::Native)?;
                let wasm = rules(shell, log, Target::Wasm)?;
                found.add(part, RULES, &RULES_HEAD, figures::ratios(&wasm, &native));
            }
            "server" => {
                let (few, many) = (serve(shell, log, FEW)?, serve(shell, log, MANY)?);
                found.add(part, SERVER, &SERVER_HEAD, compare(&few, &many));
            }
            _ => {
                let figures = stores(shell, log)?;
                found.add(part, STORES, &figures::HEAD, figures::rows(&figures));
                let bars = bars::judge(&figures);
                found.add("bars", BARS, &bars::HEAD, bars.rows);
                found.missed = bars.missed;
            }
        }
    }
    Ok(found)
}

const SIZES: &str = "What the browser has to fetch.";
const IN_THE_BROWSER: &str = "Paint, search and findings in Chromium; `slow` is a line of 10 Mbps and a quarter of the processor.";
const RULES: &str =
    "The rules: one program, built like the console (for size) and like the server (for speed).";
const RULES_HEAD: [&str; 4] = ["figure", "wasm", "native", "wasm ÷ native"];
const SERVER: &str =
    "Reading on the real server with SQLite: list and detail, and the memory of the process.";
const SERVER_HEAD: [&str; 4] = [
    "of a person with",
    "50 channels",
    "10,000 channels",
    "ratio",
];
const STORES: &str = "The stores, asked directly. Submissions come from 32 callers and are on the disk when they are answered. The baseline
`one_by_one_pool` is what most servers do: a pool of a connection for each caller, and one transaction for each request, with the same statements;
`one_by_one_same_writer` is the server's own writer with one submission in each transaction. `LIKE` is asked for the same words, in the names and
in a column of their initial consonants.";
const BARS: &str = "What the figures of the stores have to reach.";

/// What the program is built for.
#[derive(Clone, Copy)]
enum Target {
    Native,
    Wasm,
}

/// The rules in a program of their own, which prints a `name value unit` line for each thing that it times.
fn rules(shell: &Shell, log: &Log, target: Target) -> Done<Vec<Figure>> {
    const EXAMPLE: [&str; 4] = ["--package", "domain", "--example", "bench_check"];
    let mut cargo = shell.builder("cargo");
    let (name, program) = match target {
        Target::Native => {
            cargo.args(["build", "--release"]).args(EXAMPLE);
            let program = shell.path("target/release/examples/bench_check");
            ("rules, native", shell.command(&program.to_string_lossy()))
        }
        Target::Wasm => {
            setup::wasi(shell, log)?;
            let profile = ["--profile", "wasm-release", "--target", setup::WASI];
            cargo.arg("build").args(profile).args(EXAMPLE);
            let folder = format!("target/{}/wasm-release/examples", setup::WASI);
            let mut node = shell.command("node");
            node.arg(shell.path("xtask/src/bench/wasi.mjs"))
                .arg(shell.path(&folder).join("bench_check.wasm"));
            ("rules, wasm", node)
        }
    };
    log.step(
        name,
        "how long the rules take",
        "a minute the first time",
        || {
            log.run(cargo)?;
            Ok(from_words(&log.capture(program)?))
        },
    )
}

/// Both databases in a program of its own, which prints a `name value unit` line for each figure.
fn stores(shell: &Shell, log: &Log) -> Done<Vec<Figure>> {
    let mut cargo = shell.builder("cargo");
    cargo.args(["build", "--release", "--package", "server"]);
    cargo.args(["--example", "bench_store"]);
    let program = shell.path("target/release/examples/bench_store");
    let program = shell.command(&program.to_string_lossy());
    log.step(
        "stores",
        "submissions, far pages and searches, on SQLite and PostgreSQL",
        "a quarter of an hour",
        || {
            log.run(cargo)?;
            Ok(from_words(&log.capture(program)?))
        },
    )
}

/// Paint, search and findings in Chromium; the script prints one JSON object a line.
fn in_the_browser(shell: &Shell, log: &Log) -> Done<Vec<Figure>> {
    if !shell.path("e2e/bench.mjs").is_file() {
        return Ok(vec![Figure::absent("e2e/bench.mjs")]);
    }
    setup::journeys(shell, log)?;
    build::demo(shell, log)?;
    let data = Folder::new("bench-browser")?;
    let server = Server::start(shell, log, data.path())?;
    let demo = Host::start(shell.path(build::DEMO), "/")
        .map_err(|error| format!("the demo cannot be served: {error}"))?;
    log.step(
        "browser",
        "paint, search and findings as a person sees them",
        "a minute",
        || {
            let mut node = shell.command("node");
            node.arg("bench.mjs")
                .current_dir(shell.path("e2e"))
                .env("SYNCDESK_SERVER_URL", server.url())
                .env("SYNCDESK_DEMO_URL", demo.url())
                .env("CHROMIUM", setup::chromium());
            Ok(from_json(&log.capture(node)?))
        },
    )
}

/// What one list of so many channels costs the server.
struct Served {
    loads: Vec<Load>,
    /// KiB before the first request of somebody, after the last one, and at the most.
    memory: Option<(u64, u64, u64)>,
}

fn serve(shell: &Shell, log: &Log, channels: u32) -> Done<Served> {
    let what = format!("list of {channels} channels");
    log.step(
        &what,
        "requests per second and memory of the server",
        "half a minute",
        || {
            let data = Folder::new("bench")?;
            // The first start makes the demo data that the channels are added to; it is ready only once they are there.
            drop(Server::start(shell, log, data.path())?);
            let mut seed = binary(shell);
            seed.args(["seed", "--channels", &channels.to_string(), "--data"])
                .arg(data.path());
            let persona = Persona::named_in(&log.capture(seed)?)?;
            let server = Server::start(shell, log, data.path())?;
            let before = server.memory();
            let loads = load::run(server.address(), &persona)?;
            let memory = before
                .zip(server.memory())
                .map(|((idle, _), (now, most))| (idle, now, most));
            Ok(Served { loads, memory })
        },
    )
}

/// What both lists cost, beside each other.
fn compare(few: &Served, many: &Served) -> Vec<Vec<String>> {
    let mebibytes = |kibibytes: u64| float(kibibytes) / 1024.0;
    let mut rows = Vec::new();
    for (few, many) in few.loads.iter().zip(&many.loads) {
        let what = &few.what;
        let mut add =
            |figure: &str, few, many| rows.push(row(&format!("{what}, {figure}"), few, many));
        add("requests a second", few.per_second, many.per_second);
        add("median, ms", few.median_ms, many.median_ms);
        add("p99, ms", few.p99_ms, many.p99_ms);
    }
    if let (Some(few), Some(many)) = (few.memory, many.memory) {
        let mut add = |what, few, many| rows.push(row(what, mebibytes(few), mebibytes(many)));
        add("RSS when idle, MiB", few.0, many.0);
        add("RSS after the load, MiB", few.1, many.1);
        add("most RSS, MiB", few.2, many.2);
    }
    rows
}

fn row(name: &str, first: f64, second: f64) -> Vec<String> {
    vec![
        name.to_owned(),
        format!("{first:.2}"),
        format!("{second:.2}"),
        format!("{:.2}", second / first),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_measured_in_their_order_and_others_refused() {
        let names = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(choose(&[]).unwrap(), PARTS);
        assert_eq!(
            choose(&names(&["stores", "sizes"])).unwrap(),
            ["sizes", "stores"]
        );
        let refused = choose(&names(&["shops"])).unwrap_err();
        assert!(
            refused.contains("`shops`") && refused.contains("stores"),
            "{refused}"
        );
    }

    #[test]
    fn what_is_compared_has_its_ratio() {
        assert_eq!(
            row("p99, ms", 2.0, 3.0),
            ["p99, ms", "2.00", "3.00", "1.50"]
        );
    }
}
