//! `cargo xtask bench`: what the product costs, measured on this machine. Figures of one run may
//! be compared with each other; between machines only the ratios may.

mod figures;
mod load;
mod stats;

use figures::{Figure, from_json, from_words};
use load::{Load, Persona};

use crate::files::Host;
use crate::product::{Folder, Server, binary};
use crate::shell::Shell;
use crate::step::Log;
use crate::table::{float, table};
use crate::{Done, build, setup, size};

/// The lists that are compared: one page of a small one and of a large one.
const FEW: u32 = 50;
const MANY: u32 = 10_000;

/// Measures everything and prints one table for each question.
pub(crate) fn run(shell: &Shell) -> Done {
    let report = Log::create(shell.root(), "bench")?.watch(|log| measure(shell, log))?;
    print!("{report}");
    Ok(())
}

fn measure(shell: &Shell, log: &Log) -> Done<String> {
    build::console(shell, log)?;
    build::server(shell, log)?;
    let sizes = size::show(&size::measure(&shell.path(build::DIST))?);
    let native = rules(shell, log, Target::Native)?;
    let wasm = rules(shell, log, Target::Wasm)?;
    let rules = figures::ratios(&wasm, &native);
    let browser = in_the_browser(shell, log)?;
    let stores = stores(shell, log)?;
    let (few, many) = (serve(shell, log, FEW)?, serve(shell, log, MANY)?);
    let parts = [
        ("Release files", sizes),
        ("In the browser", figures::show(&browser)),
        (
            "The rules: one program, built like the console (for size) and like the server (for speed)",
            table(&["figure", "wasm", "native", "wasm ÷ native"], &rules),
        ),
        (
            "The stores: submissions, pages, and searching among a million names",
            figures::show(&stores),
        ),
        ("Channels on the real server", compare(&few, &many)),
    ];
    Ok(parts
        .map(|(title, text)| format!("\n{title}\n{text}"))
        .concat())
}

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
        "group commit, far pages and searches, on SQLite and PostgreSQL",
        "ten minutes",
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
    channels: u32,
    loads: Vec<Load>,
    /// KiB before the first request, after the last one, and at the most.
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
            // The first start makes the demo data that the channels are added to.
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
            Ok(Served {
                channels,
                loads,
                memory,
            })
        },
    )
}

fn compare(few: &Served, many: &Served) -> String {
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
        rows.push(row(
            "RSS when idle, MiB",
            mebibytes(few.0),
            mebibytes(many.0),
        ));
        rows.push(row(
            "RSS after the load, MiB",
            mebibytes(few.1),
            mebibytes(many.1),
        ));
        rows.push(row("most RSS, MiB", mebibytes(few.2), mebibytes(many.2)));
    }
    let head = [few, many].map(|served| format!("{} channels", served.channels));
    let [few, many] = &head;
    table(&["of a person with", few, many, "ratio"], &rows)
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
    fn what_is_compared_has_its_ratio() {
        assert_eq!(
            row("p99, ms", 2.0, 3.0),
            ["p99, ms", "2.00", "3.00", "1.50"]
        );
    }
}
