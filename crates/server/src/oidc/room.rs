//! Where people wait for a provider: with room for so many, and not for longer than a request may take.

use std::sync::Arc;
use std::time::Duration;

use domain::account::SignInProblem;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::known::Stopped;

/// Questions to one provider at the same time. Each blocks a thread until it is answered.
pub(super) const AT_ONCE: usize = 32;
/// How long all that one request asks a provider may take together: whoever waits gets a page before the request's own time is over.
const TIME: Duration = Duration::from_secs(8);

/// Room for so many at a time. Clones share it.
#[derive(Clone)]
pub(super) struct Room(Arc<Semaphore>);

impl Room {
    pub(super) fn new(places: usize) -> Room {
        Room(Arc::new(Semaphore::new(places)))
    }

    /// Does something that waits for a provider, on a thread that may wait. A thread that is not waited for any more keeps its place
    /// until it has ended.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Stopped> + Send + 'static,
    ) -> Result<T, Stopped> {
        let unreachable = |words: &str| Stopped(SignInProblem::Unreachable, words.to_owned());
        let place = Arc::clone(&self.0).try_acquire_owned();
        let place = place.map_err(|_| unreachable("too many at once"))?;
        let done = spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        match timeout(TIME, done).await {
            Ok(Ok(done)) => done,
            Ok(Err(problem)) => Err(Stopped(SignInProblem::Provider, problem.to_string())),
            Err(_) => Err(unreachable("it took too long")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_too_long_and_a_place_is_taken_until_its_work_has_ended() {
        let room = Room::new(1);
        let (answer, answered) = std::sync::mpsc::channel();
        let asked = tokio::spawn({
            let room = room.clone();
            let work = move || {
                answered.recv().unwrap();
                Ok(())
            };
            async move { room.ask(work).await }
        });
        tokio::task::yield_now().await;
        tokio::time::advance(TIME).await;
        let unreachable = |asked| matches!(asked, Err(Stopped(SignInProblem::Unreachable, _)));
        assert!(unreachable(asked.await.unwrap()));
        assert!(unreachable(room.ask(|| Ok(())).await));
        answer.send(()).unwrap();
        drop(room.0.acquire().await.unwrap());
        assert!(room.ask(|| Ok(())).await.is_ok());
    }
}
