//! What the address of the sign-in says: why a sign-in did not work, or that somebody is invited.

use contract::Kind;
use contract::body::{InvitationToken, Invited};
use domain::account::SignInProblem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_query_map};
use text::screens::login;
use ui::{Note, NoteTone};

use crate::api::use_api;
use crate::lang::{say, tell};
use crate::parts::failure::FailureNote;

/// The notes above the ways to sign in.
#[component]
pub fn Arrived() -> impl IntoView {
    let (api, query, location) = (use_api(), use_query_map(), use_location());
    let problem = Memo::new(move |_| {
        let word = query.with(|query| query.get("error")).unwrap_or_default();
        SignInProblem::parse(&word)
    });
    let invited = RwSignal::new(None::<Result<Invited, contract::Failure>>);
    // An effect, because the server is asked; what stands behind the `#` was sent to nobody before.
    Effect::new(move || {
        let hash = location.hash.get();
        let hash = hash.trim_start_matches('#');
        let Some(token) = hash.strip_prefix("invite=").map(str::to_owned) else {
            return;
        };
        let api = api.clone();
        spawn_local(async move {
            let answer = api.note(
                api.client()
                    .invitation_open(&InvitationToken { token })
                    .await,
            );
            // The screen may be gone.
            let _ = invited.try_set(Some(answer.map(|answer| answer.body)));
        });
    });
    view! {
        {move || problem.get().map(|problem| view! { <Problem problem/> })}
        {move || invited.get().map(|invited| match invited {
            Ok(invited) => view! { <Welcome invited/> }.into_any(),
            Err(failure) => match failure.kind() {
                Some(Kind::Ended { .. } | Kind::NotFound) => {
                    view! { <Problem problem=SignInProblem::InvitationEnded/> }.into_any()
                }
                _ => view! { <FailureNote failure reading=true/> }.into_any(),
            },
        })}
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
