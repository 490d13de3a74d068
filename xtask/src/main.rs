//! `cargo xtask`: run, build, test and measure the product. `cargo xtask help` lists the commands.

mod bench;
mod build;
mod cases;
mod files;
mod fingerprint;
mod http;
mod product;
mod report;
mod run;
mod setup;
mod shell;
mod size;
mod soak;
mod step;
mod table;
mod test;
mod tidy;

use std::process::ExitCode;

use shell::Shell;

/// What everything here answers: a value, or one message for the person at the keyboard.
pub(crate) type Done<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask COMMAND

  run [--data DIR] [--listen ADDR:PORT]
                  set up, build and start the product with demo data (./data, 127.0.0.1:8400)
  build           set up, then dist/ (release console) and target/release/syncdesk
  demo            the demo as static files, in target/demo
  dev             trunk serve: the demo, rebuilt at every change
  test [STAGE…]   everything that has to hold, or the named stages
  soak [PART…]    the proofs of the tests for long; figures in docs/measurements.md
  size            size of the release files against the budget
  bench [PART…]   what the product costs, held against bars; figures in docs/measurements.md
  pictures        the pictures of the README, taken anew
  cases [CASE…]   what the check says about the real cases; of the named ones every finding
  openapi         write docs/openapi.json anew from the list of endpoints
  tidy            rooms and their arrows, file sizes, words in the right place
  help            this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Done<ExitCode> {
    let Some((command, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };
    let shell = Shell::new()?;
    match command.as_str() {
        "test" => return test::run(&shell, rest),
        "cases" => return cases::run(&shell, rest),
        "soak" => soak::run(&shell, rest)?,
        "bench" => bench::run(&shell, rest)?,
        "run" => run::run(&shell, rest)?,
        "help" | "--help" | "-h" => print!("{HELP}"),
        _ => {
            if let Some(surplus) = rest.first() {
                return Err(format!(
                    "`cargo xtask {command}` takes no `{surplus}`.\n\n{HELP}"
                ));
            }
            match command.as_str() {
                "build" => build::run(&shell)?,
                "demo" => build::run_demo(&shell)?,
                "dev" => run::dev(&shell)?,
                "size" => size::run(&shell)?,
                "pictures" => test::pictures(&shell)?,
                "openapi" => build::openapi(&shell)?,
                "tidy" => tidy::run(shell.root())?,
                unknown => return Err(format!("There is no command `{unknown}`.\n\n{HELP}")),
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
