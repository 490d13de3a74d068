//! What connects a draft with the backend and with this browser's storage, also after the form is gone.

use contract::body::ApplicationDetail;
use contract::{Failure, Tagged};
use domain::draft::{Parcel, Saver};
use leptos::prelude::*;

use super::keeping::Place;
use crate::api::{Api, with_version};

/// What connects a draft with the backend and with this browser's storage.
#[derive(Clone)]
pub(super) struct Engine {
    pub api: Api,
    pub place: Place,
}

/// What the backend says to a save.
pub(super) type Answer = Result<Tagged<ApplicationDetail>, Failure>;

impl Engine {
    /// Whether whoever typed here is still signed in; otherwise these words wait in this browser for their author.
    pub fn is_author(&self) -> bool {
        let user = self.api.user.try_get_untracked().flatten();
        user.as_ref() == Some(self.place.by())
    }

    /// Whether it can be sent now. While nobody is signed in it waits without asking again and again.
    pub fn may_send(&self) -> bool {
        self.is_author() && self.api.expired.try_get_untracked() == Some(false)
    }

    /// Sends a parcel, in the author's name: should another person have signed in, it is refused.
    pub async fn save(&self, parcel: Parcel) -> Answer {
        self.api
            .client()
            .speaking_for(Some(self.place.by().clone()))
            .application_save(
                self.place.application(),
                &parcel.form,
                with_version(parcel.version),
            )
            .await
    }

    /// The form is gone: sends what was typed after the last parcel. What two people wrote in the same place waits for the next opening.
    pub async fn finish(&self, mut answer: Answer) {
        while let Ok(Tagged { body, version, .. }) = answer {
            let theirs = body.application.form;
            let Some(kept) = self.place.read() else {
                return;
            };
            let mut saver = Saver::new(theirs.clone(), version);
            let mine = saver.take_up(&theirs, &kept);
            if !saver.conflicts().is_empty() {
                return;
            }
            let Some(parcel) = saver.next(&mine) else {
                self.place.keep(None, true);
                return;
            };
            if !self.may_send() {
                return;
            }
            answer = self.save(parcel).await;
        }
    }
}
