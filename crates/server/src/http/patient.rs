//! A connection that waits only so long for its client to take an answer.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// A stream whose writing fails when what was to be written could not all be handed over in time.
pub(super) struct Patient<S> {
    stream: S,
    time: Duration,
    /// Runs while something is waiting to be taken.
    end: Option<Pin<Box<Sleep>>>,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S, time: Duration) -> Patient<S> {
        Patient {
            stream,
            time,
            end: None,
        }
    }

    /// What a step of writing came to, or the end of patience.
    fn or_late<T>(
        &mut self,
        step: Poll<io::Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if step.is_ready() {
            return step;
        }
        let time = self.time;
        let end = self.end.get_or_insert_with(|| Box::pin(sleep(time)));
        if end.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Poll::Pending
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let step = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.or_late(step, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let step = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.or_late(step, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Asked for when everything has been written: patience begins anew.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let step = Pin::new(&mut self.stream).poll_flush(context);
        if step.is_ready() {
            self.end = None;
        }
        self.or_late(step, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let step = Pin::new(&mut self.stream).poll_shutdown(context);
        self.or_late(step, context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    const TIME: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn whoever_takes_an_answer_too_slowly_loses_it() {
        let (mut reader, stream) = duplex(8);
        let mut patient = Patient::new(stream, TIME);
        let writing = tokio::spawn(async move { patient.write_all(&[7; 64]).await });
        // A byte every second: there is always some progress, and never an end in time.
        for _ in 0..9 {
            tokio::time::advance(Duration::from_secs(1)).await;
            reader.read_u8().await.unwrap();
        }
        let late = writing.await.unwrap().unwrap_err();
        assert_eq!(late.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test(start_paused = true)]
    async fn patience_begins_anew_with_every_answer() {
        let (mut reader, stream) = duplex(8);
        let mut patient = Patient::new(stream, TIME);
        let writing = tokio::spawn(async move {
            for _ in 0..5 {
                patient.write_all(&[7; 16]).await?;
                patient.flush().await?;
            }
            Ok::<_, io::Error>(())
        });
        for _ in 0..5 {
            tokio::time::advance(Duration::from_secs(8)).await;
            reader.read_exact(&mut [0; 16]).await.unwrap();
        }
        assert!(writing.await.unwrap().is_ok());
    }
}
