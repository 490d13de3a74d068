//! Something between the console and its backend: answers get lost after the act, come late, or are others.

use std::sync::{Arc, Mutex};

use contract::transport::{Local, Unreachable};
use contract::{Kind, Method, Reply, Request, Transport};
use serde_json::Value;

/// What becomes of a request.
pub enum Fate {
    /// It goes on.
    Pass,
    /// This comes back at once, and the backend hears of nothing.
    Answer(Kind, Option<u32>),
    /// The backend does it, and then this comes back.
    AfterAll(Kind),
    /// The backend does it, and the answer is changed.
    Changed(fn(&mut Value)),
}

type Decide = dyn Fn(&Request) -> Fate + Send + Sync;

/// The transport in between, and what went through it.
#[derive(Clone)]
pub struct Meddling {
    inner: Arc<dyn Transport>,
    decide: Arc<Mutex<Arc<Decide>>>,
    /// Methods and paths of what was sent.
    pub sent: Arc<Mutex<Vec<(Method, String)>>>,
}

impl Meddling {
    /// Lets everything pass at first.
    pub fn new(inner: Arc<dyn Transport>) -> Meddling {
        Meddling {
            inner,
            decide: Arc::new(Mutex::new(Arc::new(|_: &Request| Fate::Pass))),
            sent: Arc::default(),
        }
    }

    /// From now on that becomes of requests.
    pub fn now(&self, decide: impl Fn(&Request) -> Fate + Send + Sync + 'static) {
        *self.decide.lock().unwrap() = Arc::new(decide);
    }

    /// How many requests of that kind were sent whose path begins so.
    pub fn count(&self, method: Method, start: &str) -> usize {
        let sent = self.sent.lock().unwrap();
        let matching = sent.iter();
        matching
            .filter(|(of, path)| *of == method && path.starts_with(start))
            .count()
    }
}

impl Transport for Meddling {
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>> {
        let line = (request.method, request.path.clone());
        self.sent.lock().unwrap().push(line);
        let decide = self.decide.lock().unwrap().clone();
        let inner = self.inner.clone();
        Box::pin(async move {
            match decide(&request) {
                Fate::Pass => inner.send(request).await,
                Fate::Answer(kind, wait_s) => Ok(problem(kind, wait_s)),
                Fate::AfterAll(kind) => {
                    inner.send(request).await?;
                    Ok(problem(kind, None))
                }
                Fate::Changed(change) => {
                    let mut reply = inner.send(request).await?;
                    let mut body = serde_json::from_slice(&reply.body).unwrap();
                    change(&mut body);
                    reply.body = serde_json::to_vec(&body).unwrap();
                    Ok(reply)
                }
            }
        })
    }
}

/// The failure, as it travels.
pub fn problem(kind: Kind, retry_after_s: Option<u32>) -> Reply {
    let error = kind.into_error(String::new(), "rq_1".into());
    Reply {
        status: error.status,
        version: None,
        replayed: false,
        retry_after_s,
        body: serde_json::to_vec(&error).unwrap(),
    }
}
