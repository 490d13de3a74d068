//! What the address of the sign-in says: why a sign-in did not work, or that somebody is invited.

use contract::body::{InvitationToken, Invited};
use contract::{Failure, Kind};
use domain::account::SignInProblem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use text::screens::login;
use ui::{Note, NoteTone, SkeletonShape};

use crate::api::use_api;
use crate::lang::{say, tell};
use crate::parts::failure::FailurePanel;
use crate::parts::waiting::Waiting;
use crate::path;

/// What has become of the invitation that the address brought.
#[derive(Clone)]
enum State {
    /// The address brought none.
    None,
    /// The server is asked.
    Asking,
    /// It is taken along into the next sign-in.
    Open(Invited),
    /// It is good for nothing any more.
    Ended,
    /// It could not be found out.
    Failed(Failure),
}

/// The invitation that the address brought.
#[derive(Clone, Copy)]
pub(super) struct Invitation {
    state: RwSignal<State>,
    ask: Callback<()>,
}

impl Invitation {
    /// Whether nothing more has to be found out about it; tracked.
    pub(super) fn is_settled(self) -> bool {
        self.state
            .with(|state| matches!(state, State::None | State::Open(_) | State::Ended))
    }
}

/// Asks the server about an invitation in the address, and takes it out of the address once it is known: whoever looks at the screen or
/// the history afterwards finds none.
pub(super) fn use_invitation() -> Invitation {
    let (api, location, navigate) = (use_api(), use_location(), use_navigate());
    let (pathname, search, hash) = (location.pathname, location.search, location.hash);
    let token = Memo::new(move |_| {
        let hash = hash.get();
        let token = hash.trim_start_matches('#').strip_prefix("invite=");
        token.map(str::to_owned)
    });
    let state = RwSignal::new(if token.get_untracked().is_some() {
        State::Asking
    } else {
        State::None
    });
    let ask = Callback::new(move |()| {
        let Some(asked) = token.get_untracked() else {
            return;
        };
        let (api, navigate) = (api.clone(), navigate.clone());
        state.set(State::Asking);
        spawn_local(async move {
            let body = InvitationToken {
                token: asked.clone(),
            };
            let answer = api.note(api.client().invitation_open(&body).await);
            // The screen may be gone, or another invitation may stand in the address.
            if token.try_get_untracked() != Some(Some(asked)) {
                return;
            }
            let now = match answer {
                Ok(answer) => State::Open(answer.body),
                Err(failure) => match failure.kind() {
                    Some(Kind::Ended { .. } | Kind::NotFound) => State::Ended,
                    _ => State::Failed(failure),
                },
            };
            let is_known = !matches!(now, State::Failed(_));
            state.set(now);
            if !is_known {
                return;
            }
            let here = path::with_search(&pathname.get_untracked(), &search.get_untracked());
            navigate(
                &here,
                NavigateOptions {
                    resolve: false,
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                },
            );
        });
    });
    // An effect, because the server is asked; what stands behind the `#` was sent to nobody before.
    Effect::new(move || {
        if token.get().is_some() {
            ask.run(());
        }
    });
    Invitation { state, ask }
}

/// The notes above the ways to sign in.
#[component]
pub(super) fn Arrived(
    /// Why a sign-in did not work.
    problem: Memo<Option<SignInProblem>>,
    invitation: Invitation,
) -> impl IntoView {
    let Invitation { state, ask } = invitation;
    view! {
        {move || problem.get().map(|problem| view! { <Problem problem/> })}
        {move || match state.get() {
            State::None => ().into_any(),
            State::Asking => {
                view! { <Waiting shape=SkeletonShape::Lines on_retry=ask/> }.into_any()
            }
            State::Open(invited) => view! { <Welcome invited/> }.into_any(),
            State::Ended => view! { <Problem problem=SignInProblem::InvitationEnded/> }.into_any(),
            State::Failed(failure) => view! { <FailurePanel failure on_retry=ask/> }.into_any(),
        }}
    }
}

#[component]
fn Problem(problem: SignInProblem) -> impl IntoView {
    let title = say(login::not_signed_in);
    view! {
        <Note tone=NoteTone::Warn live=true title=Signal::derive(move || Some(title.get()))>
            <p>{tell(move |lang| text::sign_in_problem(lang, problem).to_owned())}</p>
        </Note>
    }
    .into_any()
}

#[component]
fn Welcome(invited: Invited) -> impl IntoView {
    let title = say(login::invited_title);
    let Invited {
        name,
        organisation,
        duty,
        ..
    } = invited;
    let words = tell(move |lang| {
        let duty = text::duty(lang, duty);
        if name.is_empty() {
            login::invited_nameless(lang, duty)
        } else {
            login::invited(lang, &name, duty)
        }
    });
    let acts_for = (!organisation.is_empty()).then(|| {
        let words = tell(move |lang| login::invited_for(lang, &organisation));
        view! { <p>{move || words.get()}</p> }
    });
    view! {
        <Note live=true title=Signal::derive(move || Some(title.get()))>
            <p>{move || words.get()}</p>
            {acts_for}
        </Note>
    }
    .into_any()
}
