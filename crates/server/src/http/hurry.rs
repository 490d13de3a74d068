//! Bodies have to arrive in time, however few bytes come at a time.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http_body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use super::nature::is_file;

/// How long a body may take; the answer has to follow within the request's own time.
const TIME: Duration = Duration::from_secs(8);
/// How long a file may take: 10 MiB over a line of two and a half million bits a second.
const TIME_WITH_FILE: Duration = Duration::from_secs(35);

/// The middleware: whoever reads the body is told that it broke off when its time is over.
pub(super) async fn hurry(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let time = if is_file(&request) {
        TIME_WITH_FILE
    } else {
        TIME
    };
    let (parts, body) = request.into_parts();
    let body = Body::new(Timed {
        body,
        end: Box::pin(sleep(time)),
    });
    next.run(Request::from_parts(parts, body)).await
}

struct Timed {
    body: Body,
    end: Pin<Box<Sleep>>,
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.end.as_mut().poll(context).is_ready() {
            let late = std::io::Error::from(std::io::ErrorKind::TimedOut);
            return Poll::Ready(Some(Err(axum::Error::new(late))));
        }
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::{BodyExt as _, StreamBody};

    #[tokio::test(start_paused = true)]
    async fn a_body_that_trickles_breaks_off_and_one_in_time_arrives() {
        for (pause_s, arrives) in [(1, true), (3, false)] {
            let frames = futures_util::stream::unfold(0, move |n: u32| async move {
                sleep(Duration::from_secs(pause_s)).await;
                (n < 4).then(|| {
                    (
                        Ok::<_, axum::Error>(Frame::data(Bytes::from_static(b"x"))),
                        n + 1,
                    )
                })
            });
            let body = Timed {
                body: Body::new(StreamBody::new(frames)),
                end: Box::pin(sleep(TIME)),
            };
            assert_eq!(body.collect().await.is_ok(), arrives, "{pause_s}");
        }
    }
}
