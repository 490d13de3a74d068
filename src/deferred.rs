//! Screens whose code is fetched when they are first opened, so that what everybody needs first stays small.
//!
//! In the release console (feature `split`) each chunk is a wasm file of its own. Elsewhere all code is there from the start, and these
//! are the screens themselves.

#[cfg(feature = "split")]
use fetched::{Deferred, NotThere};

#[cfg(not(feature = "split"))]
macro_rules! deferred {
    ($($screen:ident = $code:ident, $fetch:ident in $chunk:ident;)*) => { pub use crate::pages::{$($screen),*}; };
}

#[cfg(feature = "split")]
macro_rules! deferred {
    ($($screen:ident = $code:ident, $fetch:ident in $chunk:ident;)*) => {$(
        #[wasm_split_helpers::wasm_split($chunk, fallible, preload($fetch))]
        fn $code() -> Result<leptos::prelude::AnyView, NotThere> {
            use leptos::prelude::*;
            Ok(crate::pages::$screen().into_any())
        }

        /// The screen of that name, once its code has arrived.
        #[leptos::component]
        pub fn $screen() -> impl leptos::prelude::IntoView {
            Deferred {
                fetch: || Box::pin(async { $fetch().await.is_ok() }),
                open: || fetched::at_once($code()),
            }
            .view()
        }
    )*};
}

deferred! {
    LoginPage = login_code, fetch_login in login;
    SignInAgain = again_code, fetch_again in login;
    AppsPage = apps_code, fetch_apps in details;
    ApplicationsPage = applications_code, fetch_applications in application;
    ApplicationPage = application_code, fetch_application in application;
    StatusPage = status_code, fetch_status in application;
    PreviewPage = preview_code, fetch_preview in preview;
    ComparePage = compare_code, fetch_compare in preview;
    SharePage = share_code, fetch_share in preview;
    LinkNewPage = link_new_code, fetch_link_new in details;
    LinksPage = links_code, fetch_links in details;
    RecordPage = record_code, fetch_record in record;
    PeoplePage = people_code, fetch_people in people;
    ReviewsPage = reviews_code, fetch_reviews in review;
    ReviewPage = review_code, fetch_review in review;
    ChannelPage = channel_code, fetch_channel in details;
    AppPage = app_code, fetch_app in details;
    RequestsPage = requests_code, fetch_requests in details;
    SettingsPage = settings_code, fetch_settings in details;
    HelpPage = help_code, fetch_help in details;
    TopicPage = topic_code, fetch_topic in details;
    GalleryPage = gallery_code, fetch_gallery in preview;
}

#[cfg(feature = "split")]
mod fetched {
    use std::future::Future;
    use std::pin::{Pin, pin};
    use std::task::{Context, Poll, Waker};

    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use text::screens::{errors, shell};
    use ui::{Button, Note, NoteTone, SkeletonShape};

    use crate::lang::say;
    use crate::layout::Page;
    use crate::parts::waiting::Waiting;

    /// The code of a screen is not there.
    pub struct NotThere;

    impl From<wasm_split_helpers::SplitLoaderError> for NotThere {
        fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
            NotThere
        }
    }

    /// A screen in a chunk.
    #[derive(Clone, Copy)]
    pub struct Deferred {
        /// Fetches the chunk, unless it is there; says whether it is there then.
        pub fetch: fn() -> Pin<Box<dyn Future<Output = bool>>>,
        /// The screen; nothing as long as its code is not there.
        pub open: fn() -> Option<AnyView>,
    }

    impl Deferred {
        /// The screen, or the way to it: waiting, or why it did not come.
        pub fn view(self) -> AnyView {
            if let Some(screen) = (self.open)() {
                return screen;
            }
            let arrived = RwSignal::new(None);
            let fetch = move || {
                let fetch = (self.fetch)();
                spawn_local(async move {
                    // Nobody waits for it any more when the screen was left meanwhile.
                    let _ = arrived.try_set(Some(fetch.await));
                });
            };
            fetch();
            let on_retry = Callback::new(move |()| {
                arrived.set(None);
                fetch();
            });
            let failed = move || view! { <Missing on_retry/> }.into_any();
            (move || match arrived.get() {
                None => view! { <Waiting shape=SkeletonShape::Cards on_retry/> }.into_any(),
                Some(true) => (self.open)().unwrap_or_else(failed),
                Some(false) => failed(),
            })
            .into_any()
        }
    }

    /// Instead of a screen that did not come.
    #[component]
    fn Missing(
        /// Asks again.
        on_retry: Callback<()>,
    ) -> impl IntoView {
        let reload = Callback::new(|()| {
            // Cannot fail: a page may always load itself again.
            let _ = window().location().reload();
        });
        view! {
            <Page title=say(errors::screen_missing_title)>
                <Note tone=NoteTone::Danger live=true><p>{say(errors::screen_missing)}</p></Note>
                <div class="row">
                    <Button label=say(shell::retry_button) on_press=on_retry/>
                    <Button label=say(errors::reload_button) on_press=reload/>
                </div>
            </Page>
        }
    }

    /// The answer of a future that does not have to wait.
    pub fn at_once(screen: impl Future<Output = Result<AnyView, NotThere>>) -> Option<AnyView> {
        match pin!(screen).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(screen) => screen.ok(),
            Poll::Pending => None,
        }
    }
}
