//! Who has a role on a channel or an app: the list, and what may be done to it. Used by both pages.

mod add;
mod ask;
mod deed;

use contract::body::{Member, Members};
use contract::{Failure, Kind, Tagged};
use domain::id::UserId;
use domain::policy::may;
use domain::role::Standing;
use leptos::{html, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use text::screens::{errors, members};
use ui::{Button, ButtonKind, Note, NoteTone, Panel, SkeletonShape, Tag, TagTone};

use crate::act::{Act, use_act};
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::session::use_session;
use add::Add;
use ask::Ask;
pub use deed::Place;
use deed::{Chosen, Deed};

/// The panel.
#[component]
pub fn MembersPanel(
    /// On what.
    place: Place,
    /// The viewer's own role has changed: what else the page shows is older than that.
    on_change: Callback<()>,
) -> impl IntoView {
    let place = StoredValue::new(place);
    let api = use_api();
    let list = Loaded::new(move || {
        let (client, place) = (api.client(), place.get_value());
        async move { place.members(client).await }
    });
    let scene = Scene {
        place,
        list,
        act: use_act(),
        asked: RwSignal::new(None),
        open: RwSignal::new(false),
        outcome: RwSignal::new(None),
        on_change,
    };
    let [set, _] = place.with_value(Place::operations);
    let may_add = Memo::new(move |_| list.get().is_some_and(|told| may(set, told.body.own)));
    let navigate = use_navigate();
    let on_left = Callback::new(move |()| {
        let options = NavigateOptions {
            resolve: false,
            ..NavigateOptions::default()
        };
        navigate(&place.with_value(Place::list), options);
    });
    view! {
        <Panel title=say(members::title)>
            <OutcomeNote scene/>
            {list.view(SkeletonShape::Rows, move |told| rows(scene, told.body))}
            <Show when=move || may_add.get()><Add scene/></Show>
            <Ask scene on_left/>
        </Panel>
    }
    .into_any()
}

/// What the parts of the panel share. Cheap to copy.
#[derive(Clone, Copy)]
struct Scene {
    place: StoredValue<Place>,
    list: Loaded<Members>,
    act: Act,
    /// What is asked about before it is done.
    asked: RwSignal<Option<Chosen>>,
    /// Whether that question is open.
    open: RwSignal<bool>,
    /// What came of the last act.
    outcome: RwSignal<Option<Outcome>>,
    on_change: Callback<()>,
}

/// What came of an act.
#[derive(Clone)]
enum Outcome {
    /// It was done to them.
    Done(Deed, String),
    /// They have a first role.
    Added(Deed, String),
    /// Somebody else was faster; the list was loaded again.
    Stale,
    /// It did not work.
    Failed(Failure),
}

impl Scene {
    /// Takes over what came of an act.
    fn end(self, chosen: Chosen, answer: Result<Tagged<Members>, Failure>) {
        self.open.set(false);
        self.outcome.set(Some(match answer {
            Ok(told) => {
                self.list.set(told);
                if chosen.deed == Deed::HandOver {
                    self.on_change.run(());
                }
                Outcome::Done(chosen.deed, chosen.name)
            }
            Err(error) if matches!(error.kind(), Some(Kind::Stale { .. })) => {
                self.list.reload();
                Outcome::Stale
            }
            Err(error) => Outcome::Failed(error),
        }));
    }
}

fn rows(scene: Scene, told: Members) -> AnyView {
    let own = told.own;
    let is_app = scene.place.with_value(Place::is_app);
    let [set, leave] = scene.place.with_value(Place::operations);
    let may_change = may(set, own);
    let me = use_session().me().map(|me| me.user.id);
    let alone = told.members.len() < 2;
    let hint = match (own, may_change, is_app) {
        (Standing::Head, ..) if alone => Some(say(members::alone)),
        (Standing::Head, _, false) => Some(say(members::one_master)),
        (Standing::Head, _, true) => Some(say(members::one_owner)),
        (_, false, false) => Some(say(members::only_master)),
        (_, false, true) => Some(say(members::only_owner)),
        _ => None,
    };
    let rows = told
        .members
        .into_iter()
        .map(|member| {
            let is_me = me.as_ref() == Some(&member.user);
            let deeds: &[Deed] = match (is_me, member.standing) {
                (_, Standing::Head) => &[],
                (true, _) if may(leave, own) => &[Deed::Leave],
                (false, Standing::Member) if may_change => {
                    &[Deed::HandOver, Deed::Lower, Deed::Remove]
                }
                (false, Standing::Below) if may_change => {
                    &[Deed::HandOver, Deed::Raise, Deed::Remove]
                }
                _ => &[],
            };
            row(scene, member, me.clone(), deeds)
        })
        .collect_view();
    view! {
        <ul class="entry-list">{rows}</ul>
        {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
    }
    .into_any()
}

fn row(scene: Scene, member: Member, me: Option<UserId>, deeds: &'static [Deed]) -> impl IntoView {
    let is_me = me.as_ref() == Some(&member.user);
    let (lang, offline) = (use_lang(), use_api().offline);
    let is_app = scene.place.with_value(Place::is_app);
    let standing = member.standing;
    let role = tell(move |lang| deed::role(lang, is_app, standing).to_owned());
    let tone = if standing == Standing::Head {
        TagTone::Done
    } else {
        TagTone::Draft
    };
    let buttons = deeds
        .iter()
        .map(|deed| {
            let chosen = Chosen {
                deed: *deed,
                user: member.user.clone(),
                name: member.name.clone(),
            };
            let kind = if matches!(deed, Deed::Remove | Deed::Leave) {
                ButtonKind::Danger
            } else {
                ButtonKind::Plain
            };
            let deed = *deed;
            let refused = me.as_ref().and_then(|me| deed.refused(me, &member));
            let blocked = Signal::derive(move || {
                let lang = lang.get();
                let away = offline
                    .get()
                    .then(|| errors::offline_action(lang).to_owned());
                refused
                    .map(|why| text::why_not(lang, why).to_owned())
                    .or(away)
            });
            view! {
                <Button
                    label=tell(move |lang| deed.button(lang, is_app).to_owned())
                    hidden=(!is_me).then(|| member.name.clone())
                    kind
                    blocked
                    on_press=move |()| {
                        scene.outcome.set(None);
                        scene.act.failure.set(None);
                        scene.asked.set(Some(chosen.clone()));
                        scene.open.set(true);
                    }
                />
            }
        })
        .collect_view();
    view! {
        <li>
            <div class="row">
                <strong>{member.name.clone()}</strong>
                {is_me.then(|| view! { <span class="hint">{say(members::you)}</span> })}
                <span class="hint">{member.organisation}</span>
                <Tag tone label=role/>
                {member.closed.then(|| view! { <Tag tone=TagTone::Off label=say(members::closed)/> })}
            </div>
            {(!deeds.is_empty()).then(|| view! { <div class="row no-print">{buttons}</div> })}
        </li>
    }
}

/// What came of the last act. It takes focus, for the button that was pressed may be gone.
#[component]
fn OutcomeNote(scene: Scene) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    // An effect, because focus is not part of the view.
    Effect::new(move || {
        if scene.outcome.with(Option::is_some)
            && let Some(element) = place.get()
        {
            // Refused only when it is not shown.
            let _ = element.focus();
        }
    });
    let is_app = scene.place.with_value(Place::is_app);
    let shown = move || {
        let (tone, words) = match scene.outcome.get()? {
            Outcome::Done(deed, name) => (
                NoteTone::Ok,
                tell(move |lang| deed.done(lang, is_app, &name)),
            ),
            Outcome::Added(deed, name) => (
                NoteTone::Ok,
                tell(move |lang| deed.added(lang, is_app, &name)),
            ),
            Outcome::Stale => (NoteTone::Warn, say(members::stale)),
            Outcome::Failed(failure) => return Some(view! { <FailureNote failure/> }.into_any()),
        };
        Some(view! { <Note tone live=true><p>{move || words.get()}</p></Note> }.into_any())
    };
    view! { <div tabindex="-1" node_ref=place>{shown}</div> }
}
