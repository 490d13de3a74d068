//! Data that has to be fetched, and the four states a region of the screen can be in because of it.

use std::future::Future;

use contract::{Failure, Kind, Tagged};
use domain::id::ApplicationId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use ui::SkeletonShape;

use crate::api::use_api;
use crate::parts::failure::{FailurePanel, StaleNote};
use crate::parts::waiting::Waiting;

/// Something fetched: fetched again when what it was asked with changes, kept while that happens, and kept when it fails.
pub struct Loaded<T: Send + Sync + 'static> {
    value: RwSignal<Option<Tagged<T>>>,
    failure: RwSignal<Option<Failure>>,
    turn: RwSignal<u32>,
    /// Whether a request is under way.
    pub loading: RwSignal<bool>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// Fetches now, and again whenever a signal that `fetch` reads changes. A late answer to an old question is dropped.
    pub fn new<F>(fetch: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<Tagged<T>, Failure>> + 'static,
    {
        let api = use_api();
        let this = Self {
            value: RwSignal::new(None),
            failure: RwSignal::new(None),
            turn: RwSignal::new(0),
            loading: RwSignal::new(true),
        };
        let newest = StoredValue::new(0_u64);
        let expired = api.expired;
        // An effect, because fetching is not part of the view.
        Effect::new(move || {
            this.turn.track();
            let answer = fetch();
            newest.update_value(|n| *n += 1);
            let mine = newest.get_value();
            this.loading.set(true);
            let api = api.clone();
            spawn_local(async move {
                let answer = api.note(answer.await);
                // The screen may be gone, or may have asked something else meanwhile.
                if newest.try_get_value() != Some(mine) {
                    return;
                }
                match answer {
                    Ok(value) => {
                        this.failure.set(None);
                        this.value.set(Some(value));
                    }
                    Err(failure) => this.failure.set(Some(failure)),
                }
                this.loading.set(false);
            });
        });
        // An effect, because signing in over the page happens outside of it: what had failed for want of it is fetched after all.
        Effect::new(move |before: Option<bool>| {
            let expired = expired.get();
            let failed = this.failure.with_untracked(|failure| {
                failure.as_ref().and_then(Failure::kind) == Some(&Kind::SignIn)
            });
            if before == Some(true) && !expired && failed {
                this.reload();
            }
            expired
        });
        this
    }

    /// Asks again.
    pub fn reload(self) {
        self.turn.update(|turn| *turn += 1);
    }

    /// Takes over what an act has returned, without asking again.
    pub fn set(self, value: Tagged<T>) {
        self.failure.set(None);
        self.value.set(Some(value));
    }

    /// The value with its version; tracked.
    pub fn get(self) -> Option<Tagged<T>> {
        self.value.get()
    }

    /// The value with its version; not tracked.
    pub fn peek(self) -> Option<Tagged<T>> {
        self.value.get_untracked()
    }

    /// Why there is nothing, or nothing new; tracked.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// The region: waiting, failed, or what `render` makes of the value. An old value stays, with a note, when asking again failed.
    pub fn view<V: IntoView + 'static>(
        self,
        shape: SkeletonShape,
        render: impl Fn(Tagged<T>) -> V + Send + Sync + 'static,
    ) -> impl IntoView {
        let retry = Callback::new(move |()| self.reload());
        move || match (self.value.get(), self.failure.get()) {
            (Some(value), None) => render(value).into_any(),
            (Some(value), Some(failure)) => view! {
                <StaleNote failure on_retry=retry/>
                {render(value)}
            }
            .into_any(),
            (None, Some(failure)) => view! { <FailurePanel failure on_retry=retry/> }.into_any(),
            (None, None) => view! { <Waiting shape on_retry=retry/> }.into_any(),
        }
    }
}

/// The application that the address names; `None` when what stands there cannot be an identifier.
pub fn use_application() -> Memo<Option<ApplicationId>> {
    let params = use_params_map();
    Memo::new(move |_| {
        ApplicationId::parse(&params.read().get("application").unwrap_or_default()).ok()
    })
}

/// What the backend would say of an address that cannot name anything.
pub fn missing() -> Failure {
    Failure::Api(Box::new(
        Kind::NotFound.into_error(String::new(), String::new()),
    ))
}
