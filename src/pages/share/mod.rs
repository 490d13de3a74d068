//! What a shared link shows to whoever holds it: the consent screen as it was, or why there is nothing to see any more.

use contract::body::SharedScreen;
use contract::{Failure, Kind};
use domain::id::ShareToken;
use domain::share::End;
use domain::time::Time;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_params_map};
use text::Lang;
use text::screens::{preview, share, shell};
use ui::{EmptyState, Note, SkeletonShape};

use crate::api::use_api;
use crate::data::{Loaded, missing};
use crate::lang::{say, tell};
use crate::layout::Page;
use crate::look::Look;
use crate::parts::preview::{Meeting, Preview};
use crate::parts::when::{When, WhenForm};
use crate::path;

/// The screen behind a link. Nobody has to be signed in.
#[component]
pub fn SharePage() -> impl IntoView {
    let (api, params) = (use_api(), use_params_map());
    let token =
        Memo::new(move |_| ShareToken::parse(&params.read().get("token").unwrap_or_default()).ok());
    let loaded = Loaded::new(move || {
        let (client, token) = (api.client(), token.get());
        async move {
            match token {
                Some(token) => client.share_open(&token).await,
                None => Err(missing()),
            }
        }
    });
    let (query, navigate) = (use_location().query, use_navigate());
    let look = Memo::new(move |_| query.with(Look::read));
    let go = Callback::new(move |look: Look| {
        let Some(address) =
            token.with_untracked(|token| token.as_ref().map(|token| path::share(token, look)))
        else {
            return;
        };
        let options = NavigateOptions {
            resolve: false,
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    });
    let content = move || match loaded.failure().as_ref().and_then(Failure::kind) {
        Some(Kind::Ended { end, ended_at }) => over(*end, *ended_at),
        Some(Kind::NotFound) => {
            view! { <EmptyState title=say(share::unknown_title) text=words(share::unknown)/> }
                .into_any()
        }
        _ => loaded
            .view(SkeletonShape::Cards, move |answer| {
                shown(answer.body, look, go)
            })
            .into_any(),
    };
    view! {
        <Page title=say(share::title)>
            <Note><p>{say(shell::independent)}</p></Note>
            {content}
        </Page>
    }
}

fn words(sentence: fn(Lang) -> &'static str) -> Signal<Option<String>> {
    let words = say(sentence);
    Signal::derive(move || Some(words.get()))
}

/// In place of the screen, when the link has ended.
fn over(end: End, at: Time) -> AnyView {
    let (title, text) = match end {
        End::Expired => (say(share::expired_title), words(share::expired)),
        End::Revoked => (say(share::revoked_title), words(share::revoked)),
    };
    view! {
        <EmptyState title text>
            <p class="hint">{say(share::ended_at)}" "<When at form=WhenForm::Prose/></p>
        </EmptyState>
    }
    .into_any()
}

fn shown(screen: SharedScreen, look: Memo<Look>, go: Callback<Look>) -> AnyView {
    let app = screen.document.app.name.clone();
    let lead = tell(move |lang| {
        let app = if app.trim().is_empty() {
            preview::app_unnamed(lang)
        } else {
            &app
        };
        share::lead(lang, app)
    });
    let meeting = Meeting::new(Signal::stored(screen.document), look);
    view! {
        <p class="lead">{move || lead.get()}</p>
        <p class="hint">
            {say(share::as_of)}" "<When at=screen.shared_at form=WhenForm::Prose/>" "
            {say(share::open_until)}" "<When at=screen.expires_at form=WhenForm::Prose/>
        </p>
        <Preview meeting go screen_only=true/>
    }
    .into_any()
}
