//! The root: what everything below can rely on, and every screen on one page.

use std::sync::Arc;

use contract::Transport;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;
use text::screens::shell;
use ui::{LiveRegion, SkipLink, provide_announcer};

use crate::address::Fold;
use crate::api::provide_api;
use crate::deferred::{
    AppPage, ApplicationPage, ApplicationsPage, AppsPage, ChannelPage, ComparePage, GalleryPage,
    HelpPage, LinkNewPage, LinksPage, LoginPage, PeoplePage, PreviewPage, RecordPage, RequestsPage,
    ReviewPage, ReviewsPage, SettingsPage, SharePage, StatusPage, TopicPage,
};
use crate::lang::{provide_lang, say};
use crate::layout::{Frame, OpenFrame, Outline, provide_history};
use crate::pages::{ChannelsPage, HomePage, NotFoundPage};
use crate::session::{Who, provide_session, use_session};

/// The console over some backend.
#[component]
pub fn App(transport: Arc<dyn Transport>) -> impl IntoView {
    provide_lang();
    provide_announcer();
    provide_api(transport);
    provide_session();
    provide_history();
    view! {
        <SkipLink label=say(shell::skip)/>
        <LiveRegion/>
        <Router base=crate::path::base()>
            <Root/>
        </Router>
    }
}

/// Nobody signed in sees the sign-in at whatever address they came to, and that address afterwards. A shared link needs no sign-in.
#[component]
fn Root() -> impl IntoView {
    let session = use_session();
    // Who somebody is may be renewed without the screen being built anew.
    let pathname = use_location().pathname;
    let known = Memo::new(move |_| {
        if pathname.with(|pathname| crate::path::is_share(pathname)) {
            Standing::Visitor
        } else {
            session.who().standing()
        }
    });
    view! {
        <Fold/>
        {move || match known.get() {
            Standing::Visitor => view! { <OpenFrame><Screens/></OpenFrame> }.into_any(),
            Standing::Asking => view! { <Outline/> }.into_any(),
            Standing::Out => view! { <Frame><LoginPage/></Frame> }.into_any(),
            Standing::In(_) => view! { <Frame><Screens/></Frame> }.into_any(),
        }}
    }
}

/// What decides which root is shown.
#[derive(Clone, PartialEq, Eq)]
pub enum Standing {
    /// Whoever holds a link to a screen; who that is does not matter.
    Visitor,
    /// Not known yet.
    Asking,
    /// Nobody, or it could not be found out.
    Out,
    /// Somebody; another person gets every screen anew.
    In(domain::id::UserId),
}

impl Who {
    fn standing(&self) -> Standing {
        match self {
            Who::Asking => Standing::Asking,
            Who::Nobody | Who::Failed(_) => Standing::Out,
            Who::Somebody(me) => Standing::In(me.user.id.clone()),
        }
    }
}

/// Every screen and its address. `path.rs` has the same addresses as functions.
#[component]
fn Screens() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <NotFoundPage/> }>
            <Route path=path!("/") view=HomePage/>
            <Route path=path!("/login") view=LoginPage/>
            <Route path=path!("/channels") view=ChannelsPage/>
            <Route path=path!("/channels/:channel") view=ChannelPage/>
            <Route path=path!("/apps") view=AppsPage/>
            <Route path=path!("/apps/:app") view=AppPage/>
            <Route path=path!("/requests") view=RequestsPage/>
            <Route path=path!("/links") view=LinksPage/>
            <Route path=path!("/links/new/:step") view=LinkNewPage/>
            <Route path=path!("/applications") view=ApplicationsPage/>
            <Route path=path!("/applications/:application/status") view=StatusPage/>
            <Route path=path!("/applications/:application/:part") view=ApplicationPage/>
            <Route path=path!("/preview/:application") view=PreviewPage/>
            <Route path=path!("/preview/:application/compare") view=ComparePage/>
            <Route path=path!("/share/:token") view=SharePage/>
            <Route path=path!("/record") view=RecordPage/>
            <Route path=path!("/people") view=PeoplePage/>
            <Route path=path!("/review") view=ReviewsPage/>
            <Route path=path!("/review/:application") view=ReviewPage/>
            <Route path=path!("/help") view=HelpPage/>
            <Route path=path!("/help/:topic") view=TopicPage/>
            <Route path=path!("/settings") view=SettingsPage/>
            <Route path=path!("/gallery") view=GalleryPage/>
        </FlatRoutes>
    }
}
