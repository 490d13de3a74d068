//! Sharing the preview: links for those who do not sign in, with a code for the phone, and taking them back.

mod fresh;
mod list;

use contract::body::ShareDraft;
use domain::id::ApplicationId;
use domain::policy::{self, Operation};
use domain::role::AppRole;
use domain::share::DAYS;
use leptos::prelude::*;
use text::screens::share;
use ui::{Button, Choice, MaybeText, Panel, RadioGroup, ids};

use crate::act::use_act;
use crate::address::forgets;
use crate::api::{use_api, with_key};
use crate::data::Loaded;
use crate::lang::{say, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
use fresh::Fresh;
use list::{Links, Scene};

/// The panel below a preview.
#[component]
pub(super) fn SharePanel(
    /// What is shared.
    application: ApplicationId,
    /// The role of whoever looks.
    role: AppRole,
) -> impl IntoView {
    let id = StoredValue::new(application);
    let api = use_api();
    let shares = Loaded::new(move || {
        let (client, id) = (api.client(), id.get_value());
        async move { client.share_list(&id).await }
    });
    let may = policy::may(Operation::ShareCreate, role);
    let scene = Scene {
        id,
        shares,
        made: RwSignal::new(None),
        may,
        why: StoredValue::new(ids::fresh("share-why")),
        said: RwSignal::new(None),
    };
    view! {
        <Panel title=say(share::panel_title)>
            <p>{say(share::panel_lead)}</p>
            <p class="hint">{say(share::panel_shows)}</p>
            {forgets().then(|| view! { <p class="hint">{say(share::demo_note)}</p> })}
            {(!may).then(|| view! { <p id=scene.why.get_value()>{say(share::only_editors)}</p> })}
            <Make scene/>
            {move || scene.made.get().map(|made| view! { <Fresh made/> })}
            <Links scene/>
        </Panel>
    }
    .into_any()
}

/// Why links can neither be made nor taken back now.
fn blocked(may: bool) -> MaybeText {
    let (offline, only) = (use_offline(), say(share::only_editors));
    Signal::derive(move || if may { offline.get() } else { Some(only.get()) })
}

/// For how long, and the button.
#[component]
fn Make(scene: Scene) -> impl IntoView {
    let (act, lang) = (use_act(), use_lang());
    let days = RwSignal::new("7".to_owned());
    let options = Signal::derive(move || {
        DAYS.iter()
            .map(|days| {
                Choice::new(
                    days.to_string(),
                    share::days(lang.get(), usize::from(*days)),
                )
            })
            .collect::<Vec<_>>()
    });
    let make = Callback::new(move |()| {
        let (id, days) = (scene.id.get_value(), days.get_untracked());
        let draft = ShareDraft {
            days: days.parse().unwrap_or_default(),
        };
        act.run(
            move |client, key| async move { client.share_create(&id, &draft, with_key(&key)).await },
            move |answer| {
                if let Ok(answer) = answer {
                    scene.made.set(Some(answer.body));
                    scene.shares.reload();
                }
            },
        );
    });
    view! {
        <div class="group no-print">
            <RadioGroup
                legend=say(share::days_legend)
                options
                value=days
                on_change=move |picked| days.set(picked)
                inline=true
            />
            <div class="row">
                <Button
                    label=say(share::create_button)
                    busy=act.busy
                    busy_label=Signal::derive(move || Some(share::creating(lang.get()).to_owned()))
                    blocked=blocked(scene.may)
                    why=if scene.may { String::new() } else { scene.why.get_value() }
                    on_press=make
                />
            </div>
            {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
        </div>
    }
    .into_any()
}
