//! A list that grows page by page, so that what was ticked on the first page stays in sight.

use std::rc::Rc;

use contract::body::Page;
use contract::transport::Local;
use contract::{Failure, Tagged};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Lang;

use super::finder::Finder;
use crate::api::{Api, use_api};
use crate::data::Loaded;
use crate::parts::listing::counted::{self, Counted};

/// An answer on its way.
pub type Answer<T> = Local<Result<Tagged<Page<T>>, Failure>>;

type Fetch<T> = Rc<dyn Fn(Option<String>) -> Answer<T>>;

/// The pages after the first.
struct More<T> {
    /// The end of the first page that they follow; for any other first page they do not count.
    after: Option<String>,
    rows: Vec<T>,
    next: Option<String>,
}

/// The list. Cheap to copy.
pub struct Growing<T: Send + Sync + 'static> {
    /// The first page.
    pub first: Loaded<Page<T>>,
    more: RwSignal<More<T>>,
    fetch: StoredValue<Fetch<T>, LocalStorage>,
    api: StoredValue<Api>,
    /// Whether a further page is on its way.
    pub busy: RwSignal<bool>,
    /// Why the last further page did not come.
    pub failure: RwSignal<Option<Failure>>,
}

impl<T: Send + Sync + 'static> Clone for Growing<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Growing<T> {}

impl<T: Clone + Send + Sync + 'static> Growing<T> {
    /// Fetches the first page now, and again whenever a signal that `fetch` reads changes. It is given the cursor.
    pub fn new(fetch: impl Fn(Option<String>) -> Answer<T> + 'static) -> Self {
        let fetch: Fetch<T> = Rc::new(fetch);
        let first = fetch.clone();
        Growing {
            first: Loaded::new(move || first(None)),
            more: RwSignal::new(More {
                after: None,
                rows: Vec::new(),
                next: None,
            }),
            fetch: StoredValue::new_local(fetch),
            api: StoredValue::new(use_api()),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// The rows so far; tracked.
    pub fn rows(self) -> Vec<T> {
        let Some(first) = self.first.get() else {
            return Vec::new();
        };
        let mut rows = first.body.rows;
        self.more.with(|more| {
            if more.after.is_some() && more.after == first.body.next {
                rows.extend(more.rows.iter().cloned());
            }
        });
        rows
    }

    /// How many there are in all, as far as they are counted; tracked.
    pub fn count(self) -> usize {
        self.first.get().map_or(0, |first| first.body.count)
    }

    /// How many there are in all, in words, when that was looked for; tracked.
    pub fn counted(self, lang: Lang, words: Counted, finder: Finder) -> String {
        finder
            .asked
            .with(|asked| counted::found(lang, words, self.count(), asked))
    }

    /// Where the next page begins, if there is one; tracked.
    pub fn next(self) -> Option<String> {
        let end = self.first.get()?.body.next;
        self.more.with(|more| {
            if more.after.is_some() && more.after == end {
                more.next.clone()
            } else {
                end.clone()
            }
        })
    }

    /// Asks for the next page.
    pub fn grow(self) {
        let Some(next) = untrack(|| self.next()) else {
            return;
        };
        let Some(end) = self.first.peek().and_then(|first| first.body.next) else {
            return;
        };
        let api = self.api.get_value();
        let answer = untrack(|| self.fetch.with_value(|fetch| fetch(Some(next))));
        self.busy.set(true);
        spawn_local(async move {
            let answer = api.note(answer.await);
            // The screen may be gone by now.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(page) => {
                    self.failure.set(None);
                    self.more.update(|more| {
                        if more.after.as_ref() != Some(&end) {
                            *more = More {
                                after: Some(end),
                                rows: Vec::new(),
                                next: None,
                            };
                        }
                        more.rows.extend(page.body.rows);
                        more.next = page.body.next;
                    });
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }
}
