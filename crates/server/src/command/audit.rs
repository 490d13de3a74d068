//! `syncdesk audit`: looks whether the record is whole, and keeps its fingerprint elsewhere. Reads only; the server may run meanwhile.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use backend::ports::Clock as _;
use backend::record::verify;
use backend::store::{Down, Store};
use clap::Subcommand;
use domain::record::Head;
use domain::time::Time;

use super::place::Where;
use super::{FAILED, Stop, print, runtime};
use crate::store::{self, Chain, Place};
use crate::world::SystemClock;

/// Name of the file of anchors in the data folder.
pub(super) const ANCHORS: &str = "record.anchors";

/// What is put at the end of a line that was cut: nobody typed it wrong.
const CUT: &str = " # cut off";

/// How often a running server adds an anchor.
const EVERY: Duration = Duration::from_hours(1);

/// What is done with the record.
#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Look whether any entry was changed, removed, moved or cut off
    ///
    /// Exits with 0 when the record is whole, with 1 when it is not, with 2 when it cannot be read.
    Verify {
        /// Anchors that were kept elsewhere; without it those in the data folder, if there are any
        #[arg(long, value_name = "FILE")]
        anchors: Option<PathBuf>,
        #[command(flatten)]
        place: Where,
    },
    /// Print the place and the fingerprint of the last entry, to be kept where nobody who may write to the database can change it
    Anchor {
        /// Add it to this file as well
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        #[command(flatten)]
        place: Where,
    },
}

/// Runs one of them.
pub(super) fn run(audit: Audit) -> Result<ExitCode, Stop> {
    match audit {
        Audit::Verify { anchors, place } => {
            verified(anchors.as_deref(), &place.settings()?.place())
        }
        Audit::Anchor { to, place } => anchored(to.as_deref(), &place.settings()?.place()),
    }
}

/// Anchors of a file, or else those that a server has left beside its data.
pub(super) fn anchors(file: Option<&Path>, place: &Place) -> Result<Vec<Head>, Stop> {
    match (file, place) {
        (Some(file), _) => read(file),
        (None, Place::Folder(folder)) if folder.join(ANCHORS).exists() => {
            read(&folder.join(ANCHORS))
        }
        (None, _) => Ok(Vec::new()),
    }
}

fn verified(file: Option<&Path>, place: &Place) -> Result<ExitCode, Stop> {
    let anchors = anchors(file, place)?;
    let kept = anchors.len();
    let found = runtime()?.block_on(async {
        let chain = look(place).await?;
        verify(
            anchors,
            async |seq, rows| chain.after(seq, rows).await,
            async || chain.head().await,
        )
        .await
        .map_err(|down| Stop::not_understood(format!("the record cannot be read: {}", down.0)))
    })?;
    match found {
        Ok(head) => {
            print(&format!(
                "The record is whole: {} entries, {kept} anchors, the last entry is {}.\n",
                head.seq, head.hash
            ))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => {
            print(&format!("The record is broken: {broken}.\n"))?;
            Ok(ExitCode::from(FAILED))
        }
    }
}

fn anchored(to: Option<&Path>, place: &Place) -> Result<ExitCode, Stop> {
    let head = runtime()?.block_on(async {
        let chain = look(place).await?;
        let head = chain.head().await;
        head.map_err(|down| Stop::not_understood(format!("the record cannot be read: {}", down.0)))
    })?;
    let now = SystemClock.now();
    if let Some(file) = to {
        append(file, &head, now).map_err(|problem| unwritable(file, &problem))?;
    }
    print(&line(&head, now))?;
    Ok(ExitCode::SUCCESS)
}

async fn look(place: &Place) -> Result<Chain, Stop> {
    store::look(place).await.map_err(Stop::not_understood)
}

fn unwritable(file: &Path, problem: &std::io::Error) -> Stop {
    Stop::failed(format!(
        "the anchor cannot be added to {}: {problem}",
        file.display()
    ))
}

/// Says every hour how far the record goes, as long as it runs, and keeps that in a file where there is one. `last` is what was said last.
pub(super) async fn keep(store: Arc<dyn Store>, file: Option<PathBuf>, mut last: Head) {
    loop {
        tokio::time::sleep(EVERY).await;
        last = keep_one(&*store, file.as_deref(), last).await;
    }
}

/// The same once, after the last anchor in the file: when a server starts, and when it stops.
pub(super) async fn keep_now(store: &dyn Store, file: Option<&Path>) -> Head {
    let kept = match file {
        Some(file) if file.exists() => read(file),
        _ => Ok(Vec::new()),
    };
    let kept = kept.unwrap_or_else(|Stop(_, problem)| {
        tracing::warn!(problem, "the anchors of the record cannot be read");
        Vec::new()
    });
    let last = kept.into_iter().max_by_key(|anchor| anchor.seq);
    keep_one(store, file, last.unwrap_or_default()).await
}

/// Says how far the record goes, adds an anchor of what is beyond `last`, and gives what is to be passed the next time. A server whose
/// anchors cannot be written goes on, and says so; and it says when what was there before is not there any more.
async fn keep_one(store: &dyn Store, file: Option<&Path>, last: Head) -> Head {
    let head = match store.chain_head().await {
        Ok(head) => head,
        Err(Down(problem)) => {
            tracing::warn!(problem, "the end of the record cannot be read");
            return last;
        }
    };
    let (seq, hash) = (head.seq, &head.hash);
    if seq < last.seq || (seq == last.seq && *hash != last.hash) {
        tracing::warn!(
            seq,
            hash,
            anchor = last.seq,
            "the record went back behind its last anchor: look with syncdesk audit verify"
        );
        return last;
    }
    tracing::info!(seq, hash, "the end of the record");
    if let Some(file) = file
        && seq > last.seq
        && let Err(problem) = append(file, &head, SystemClock.now())
    {
        let (problem, file) = (problem.to_string(), file.display());
        tracing::warn!(problem, %file, "an anchor of the record was not written");
        return last;
    }
    head
}

/// Adds an anchor to a file, durably. A last line that was cut, by a full disk or a power failure, is ended and marked first.
fn append(file: &Path, head: &Head, now: Time) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.create(true).read(true).append(true).open(file)?;
    let mut text = line(head, now);
    if file.metadata()?.len() > 0 {
        let mut last = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            text = format!("{CUT}\n{text}");
        }
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn line(head: &Head, now: Time) -> String {
    format!("{} {} {now}\n", head.seq, head.hash)
}

fn read(file: &Path) -> Result<Vec<Head>, Stop> {
    let text = fs::read_to_string(file).map_err(|problem| {
        let what = match problem.kind() {
            ErrorKind::NotFound => "is not there".to_owned(),
            _ => format!("cannot be read: {problem}"),
        };
        Stop::not_understood(format!("{} {what}", file.display()))
    })?;
    parse(&text).map_err(|number| {
        Stop::not_understood(format!(
            "line {number} of {} is no anchor: write \"place fingerprint time\"",
            file.display()
        ))
    })
}

/// The anchors of a file; or the number of the first line that is none. A line that was cut before its fingerprint was written does not
/// count.
fn parse(text: &str) -> Result<Vec<Head>, usize> {
    let mut anchors = Vec::new();
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut words = line.split_whitespace();
        let seq = words.next().and_then(|word| word.parse().ok());
        let hash = words.next().filter(|word| word.len() == 64);
        match (seq, hash) {
            (Some(0), Some(_)) => {}
            (Some(seq), Some(hash)) => anchors.push(Head {
                seq,
                hash: hash.to_owned(),
            }),
            _ if !line.ends_with('\n') || line.trim_end().ends_with(CUT) => {}
            _ => return Err(number),
        }
    }
    Ok(anchors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_reads_back_and_half_a_line_is_left_out() {
        let head = Head {
            seq: 7,
            hash: "a".repeat(64),
        };
        let text = line(&head, Time::from_millis(0));
        assert_eq!(parse(&text), Ok(vec![head.clone()]));
        let half = format!("# kept by the deputy\n\n{text}8 abc");
        assert_eq!(parse(&half), Ok(vec![head]));
        assert_eq!(parse("x\n"), Err(1));
        assert_eq!(parse(&format!("{text}8 abc\n{text}")), Err(2));
    }
}
