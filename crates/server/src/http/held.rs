//! An answer keeps what it holds, its place and its turn, for as long as its bytes are in memory: until the client has taken them or gone.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use http_body::{Frame, SizeHint};

/// The same answer; `place` is dropped with the last of its bytes.
pub(super) fn held<P: Send + Sync + 'static>(response: Response, place: P) -> Response {
    let place = Arc::new(place);
    response.map(|body| Body::new(Held { body, place }))
}

struct Held<P> {
    body: Body,
    place: Arc<P>,
}

/// Bytes that hold the place. The connection has them in its hands when the body has long said that it is over.
struct Kept<P> {
    bytes: Bytes,
    _place: Arc<P>,
}

impl<P> AsRef<[u8]> for Kept<P> {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl<P: Send + Sync + 'static> HttpBody for Held<P> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let step = Pin::new(&mut self.body).poll_frame(context);
        step.map_ok(|frame| {
            frame.map_data(|bytes| {
                Bytes::from_owner(Kept {
                    bytes,
                    _place: Arc::clone(&self.place),
                })
            })
        })
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
    use http_body_util::BodyExt as _;

    #[tokio::test]
    async fn a_place_is_held_until_the_last_byte_is_gone() {
        let place = Arc::new(());
        let answer = held(Response::new(Body::from("abc")), Arc::clone(&place));
        assert_eq!(answer.body().size_hint().exact(), Some(3));
        let mut body = answer.into_body();
        let bytes = body.frame().await.unwrap().unwrap().into_data().unwrap();
        assert!(body.is_end_stream());
        drop(body);
        assert_eq!(Arc::strong_count(&place), 2, "the bytes are still there");
        let last = bytes.slice(2..);
        drop(bytes);
        assert_eq!((Arc::strong_count(&place), &last[..]), (2, &b"c"[..]));
        drop(last);
        assert_eq!(Arc::strong_count(&place), 1);
        drop(held(Response::new(Body::empty()), Arc::clone(&place)));
        assert_eq!(Arc::strong_count(&place), 1);
    }
}
