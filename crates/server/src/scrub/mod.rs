//! Files made clean before they are kept: pictures are decoded and encoded anew, PDFs are looked into where they are packed.

mod object;
mod packed;
mod picture;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use backend::ports::{Cleaner, NotCleaned};
use domain::evidence::{FileProblem, Media, inspect};
use tokio::sync::Semaphore;

/// Files that are looked into and worked on at the same time. One picture can need half a gigabyte, and a second of a processor.
const AT_ONCE: usize = 2;
/// How long a file waits for its turn.
const WAIT: Duration = Duration::from_secs(20);

/// The [`Cleaner`] of a server.
#[derive(Debug, Clone)]
pub struct Scrub {
    room: Arc<Semaphore>,
}

impl Scrub {
    /// One for the whole process.
    pub fn new() -> Scrub {
        Scrub {
            room: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Default for Scrub {
    fn default() -> Scrub {
        Scrub::new()
    }
}

#[async_trait]
impl Cleaner for Scrub {
    async fn clean(&self, bytes: Vec<u8>) -> Result<(Media, Vec<u8>), NotCleaned> {
        let turn = Arc::clone(&self.room).acquire_owned();
        let Ok(Ok(turn)) = tokio::time::timeout(WAIT, turn).await else {
            return Err(NotCleaned::Busy);
        };
        let work = tokio::task::spawn_blocking(move || {
            // The turn ends with the work, not with whoever waited for it.
            let _turn = turn;
            cleaned(bytes)
        });
        match work.await {
            Ok(done) => done.map_err(NotCleaned::File),
            // A decoder that falls over its input has not decoded it.
            Err(_) => Err(NotCleaned::File(FileProblem::Broken)),
        }
    }
}

fn cleaned(bytes: Vec<u8>) -> Result<(Media, Vec<u8>), FileProblem> {
    let media = inspect(&bytes)?;
    let bytes = match media {
        Media::Pdf => packed::check(&bytes).map(|()| bytes),
        Media::Png => picture::png(&bytes),
        Media::Jpeg => picture::jpeg(&bytes),
    };
    Ok((media, bytes?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_file_waits_for_its_turn_but_not_for_ever() {
        let scrub = Scrub::new();
        let all = u32::try_from(AT_ONCE).unwrap();
        let taken = Arc::clone(&scrub.room).acquire_many_owned(all).await;
        let pdf = b"%PDF-1.7\n%%EOF\n".to_vec();
        let waited = scrub.clean(pdf.clone()).await;
        assert_eq!(waited, Err(NotCleaned::Busy));
        drop(taken);
        assert_eq!(scrub.clean(pdf.clone()).await, Ok((Media::Pdf, pdf)));
        assert_eq!(scrub.room.available_permits(), AT_ONCE);
    }
}
