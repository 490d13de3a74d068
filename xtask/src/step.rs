//! One piece of work after the other, visibly: a line when it starts and ends, a sign of life
//! while it lasts, and everything that the programs say in a log.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::Done;

/// How often something that lasts says that it is still at work.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How much of the end of a log is read to show it; bytes.
const TAIL: u64 = 64 * 1024;

/// A file in `target/xtask` that holds what programs print. While it lives it writes a line to
/// stderr every thirty seconds.
pub(crate) struct Log {
    path: PathBuf,
    name: String,
    _heart: Sender<()>,
}

impl Log {
    /// Starts an empty log.
    pub(crate) fn create(root: &Path, name: &str) -> Done<Self> {
        let folder = root.join("target/xtask");
        let path = folder.join(format!("{name}.log"));
        fs::create_dir_all(&folder)
            .and_then(|()| File::create(&path))
            .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
        let heart = beat(name.to_owned(), path.clone());
        Ok(Self {
            path,
            name: name.to_owned(),
            _heart: heart,
        })
    }

    /// Runs a program to its end; an error names the command and how it ended.
    pub(crate) fn run(&self, mut command: Command) -> Done {
        let shown = self.attach(&mut command)?;
        let status = command
            .status()
            .map_err(|error| cannot_start(&shown, &error))?;
        ended_well(&shown, status)
    }

    /// Runs a program to its end and answers what it wrote to stdout.
    pub(crate) fn capture(&self, mut command: Command) -> Done<String> {
        let shown = self.attach(&mut command)?;
        let output = command
            .stdout(Stdio::piped())
            .output()
            .map_err(|error| cannot_start(&shown, &error))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        self.note(&text);
        ended_well(&shown, output.status)?;
        Ok(text)
    }

    /// Lets a program write into this log; answers the command as one would type it.
    pub(crate) fn attach(&self, command: &mut Command) -> Done<String> {
        let shown = show(command);
        command.env("CARGO_TERM_COLOR", "never");
        self.note(&format!("$ {shown}"));
        let open = || OpenOptions::new().append(true).open(&self.path);
        let (out, err) = open()
            .and_then(|file| Ok((file, open()?)))
            .map_err(|error| format!("{}: cannot be opened: {error}", self.path.display()))?;
        command.stdout(out).stderr(err);
        Ok(shown)
    }

    /// Adds a line. A log that cannot be written must not end the work that it tells of.
    pub(crate) fn note(&self, line: &str) {
        if let Ok(mut file) = OpenOptions::new().append(true).open(&self.path) {
            let _ = writeln!(file, "{line}");
        }
    }

    /// Everything so far.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.path).unwrap_or_default()).into_owned()
    }

    /// The last lines, and where the rest is.
    pub(crate) fn tail(&self, lines: usize) -> String {
        let text = end_of(&self.path);
        let all: Vec<&str> = text.lines().collect();
        let shown = all
            .get(all.len().saturating_sub(lines)..)
            .unwrap_or_default()
            .join("\n");
        format!("{shown}\n(all of it: {})", self.path.display())
    }

    /// Does a piece of work, saying what, why and how long it usually takes.
    pub(crate) fn step<T>(
        &self,
        what: &str,
        why: &str,
        takes: &str,
        work: impl FnOnce() -> Done<T>,
    ) -> Done<T> {
        println!("  {what}: {why} ({takes})");
        self.note(&format!("== {what}: {why}"));
        let begun = Instant::now();
        let result = work();
        let end = if result.is_ok() { "done" } else { "failed" };
        println!("  {what}: {end} after {}", seconds(begun.elapsed()));
        result
    }

    /// Runs a whole command under this log and shows the log's end when it fails.
    pub(crate) fn watch<T>(self, work: impl FnOnce(&Self) -> Done<T>) -> Done<T> {
        work(&self).map_err(|message| {
            format!(
                "{}\n\n`cargo xtask {}` stopped: {message}",
                self.tail(40),
                self.name
            )
        })
    }
}

/// A duration as people read it.
pub(crate) fn seconds(duration: Duration) -> String {
    if duration < Duration::from_secs(10) {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} s", duration.as_secs())
    }
}

fn beat(name: String, log: PathBuf) -> Sender<()> {
    let (heart, stopped) = mpsc::channel();
    let begun = Instant::now();
    thread::spawn(move || {
        while stopped.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
            let last = end_of(&log);
            let last = last
                .lines()
                .rev()
                .find(|line| !line.trim().is_empty())
                .unwrap_or("");
            let last: String = last.trim().chars().take(100).collect();
            eprintln!("  … {name}, {} so far: {last}", seconds(begun.elapsed()));
        }
    });
    heart
}

fn end_of(path: &Path) -> String {
    let read = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    String::from_utf8_lossy(&read().unwrap_or_default()).into_owned()
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn cannot_start(shown: &str, error: &std::io::Error) -> String {
    format!("`{shown}` cannot be started: {error}")
}

fn ended_well(shown: &str, status: ExitStatus) -> Done {
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{shown}` ended with {status}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(name: &str) -> Log {
        let root = std::env::temp_dir().join(format!("xtask-step-{}", std::process::id()));
        Log::create(&root, name).unwrap()
    }

    #[test]
    fn what_a_program_says_is_in_the_log_and_its_end_in_the_error() {
        let log = log("says");
        let mut command = Command::new("sh");
        command.args(["-c", "echo out; echo err >&2; exit 3"]);
        let error = log.run(command).unwrap_err();
        assert!(error.contains("exit status: 3"), "{error}");
        let tail = log.tail(2);
        assert!(tail.starts_with("out\nerr\n"), "{tail}");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = log("absent")
            .run(Command::new("no-such-program-here"))
            .unwrap_err();
        assert!(
            error.starts_with("`no-such-program-here` cannot be started"),
            "{error}"
        );
    }

    #[test]
    fn short_times_have_a_decimal_and_long_ones_none() {
        assert_eq!(seconds(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(seconds(Duration::from_millis(61_400)), "61 s");
    }
}
