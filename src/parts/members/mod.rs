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
use text::screens::members;
use ui::{Button, ButtonKind, Note, NoteTone, Panel, SkeletonShape, Tag, TagTone, Text, ids};

use crate::act::{Act, use_act};
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::failure::FailureNote;
use crate::parts::offline::use_offline;
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
        look: use_act(),
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
    /// Asks who has which role now.
    look: Act,
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
    /// Somebody else was faster: what was wanted of whom, and their role now, if they still have one.
    Stale(Deed, String, Option<Standing>),
    /// It was to go to somebody who has no role any more.
    Gone(String),
    /// It did not work.
    Failed(Failure),
}

impl Scene {
    /// Takes over what came of an act.
    fn end(self, chosen: Chosen, answer: Result<Tagged<Members>, Failure>) {
        match answer {
            Ok(told) => self.done(chosen, told),
            Err(error) => match error.kind() {
                Some(Kind::Stale { .. }) => self.look_again(chosen),
                // The roles are no longer what the page shows, perhaps one's own: the buttons follow what is there now.
                Some(Kind::Forbidden { .. } | Kind::NotFound | Kind::WrongState { .. }) => {
                    self.refresh();
                    self.tell(Outcome::Failed(error));
                }
                Some(Kind::Invalid { .. }) => {
                    self.refresh();
                    self.tell(Outcome::Gone(chosen.name));
                }
                _ => self.tell(Outcome::Failed(error)),
            },
        }
    }

    fn done(self, chosen: Chosen, told: Tagged<Members>) {
        self.list.set(told);
        if chosen.deed == Deed::HandOver {
            self.on_change.run(());
        }
        self.tell(Outcome::Done(chosen.deed, chosen.name));
    }

    /// Somebody was faster, or it was this very wish, whose answer was lost: then it is done.
    fn look_again(self, chosen: Chosen) {
        let place = self.place.get_value();
        self.look.run(
            move |client, _| place.members(client),
            move |answer| match answer {
                Ok(told) if chosen.deed.is_so(&told.body, &chosen.user) => self.done(chosen, told),
                Ok(told) => {
                    let members = &told.body.members;
                    let now = members.iter().find(|member| member.user == chosen.user);
                    let now = now.map(|member| member.standing);
                    self.list.set(told);
                    self.on_change.run(());
                    self.tell(Outcome::Stale(chosen.deed, chosen.name, now));
                }
                Err(error) => {
                    self.refresh();
                    self.tell(Outcome::Failed(error));
                }
            },
        );
    }

    /// Fetches again what is older than it seemed.
    fn refresh(self) {
        self.list.reload();
        self.on_change.run(());
    }

    /// Closes the question and says what came of it.
    fn tell(self, outcome: Outcome) {
        self.open.set(false);
        self.outcome.set(Some(outcome));
    }
}

fn rows(scene: Scene, told: Members) -> AnyView {
    let own = told.own;
    let is_app = scene.place.with_value(Place::is_app);
    let [set, leave] = scene.place.with_value(Place::operations);
    let may_change = may(set, own);
    let me = use_session().me().map(|me| me.user.id);
    let alone = told.members.len() < 2;
    let may_leave = may(leave, own);
    // Said once below the list; every button that cannot act is tied to it.
    let hint = match (own, may_change, is_app) {
        (Standing::Head, _, false) => Some(say(members::one_master)),
        (Standing::Head, _, true) => Some(say(members::one_owner)),
        (_, false, false) => Some(say(members::only_master)),
        (_, false, true) => Some(say(members::only_owner)),
        _ => None,
    };
    let why = StoredValue::new(ids::fresh("members-why"));
    let rows = told
        .members
        .into_iter()
        .map(|member| {
            let is_me = me.as_ref() == Some(&member.user);
            // The master or owner changes by a hand-over only, which stands with whom it goes to.
            let deeds: &[Deed] = match (is_me, member.standing) {
                (true, _) => &[Deed::Leave],
                (false, Standing::Head) => &[],
                (false, Standing::Member) => &[Deed::HandOver, Deed::Lower, Deed::Remove],
                (false, Standing::Below) => &[Deed::HandOver, Deed::Raise, Deed::Remove],
            };
            let is_stopped = if is_me {
                !may_leave || own == Standing::Head
            } else {
                !may_change
            };
            let stopped = hint.filter(|_| is_stopped);
            let stopped = stopped.map(|words| (words, why.get_value()));
            row(scene, member, me.clone(), deeds, stopped)
        })
        .collect_view();
    view! {
        <ul class="entry-list">{rows}</ul>
        {hint.map(|hint| view! { <p class="hint" id=why.get_value()>{hint}</p> })}
        {(alone && own == Standing::Head).then(|| view! { <p class="hint">{say(members::alone)}</p> })}
    }
    .into_any()
}

/// Somebody, with what can be done. `stopped` says why nothing of it can be done by the viewer, and in which element that stands.
fn row(
    scene: Scene,
    member: Member,
    me: Option<UserId>,
    deeds: &'static [Deed],
    stopped: Option<(Text, String)>,
) -> impl IntoView {
    let is_me = me.as_ref() == Some(&member.user);
    let (words, why) = stopped.unzip();
    let (lang, offline, why) = (use_lang(), use_offline(), why.unwrap_or_default());
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
                let refused = refused.map(|why| text::why_not(lang.get(), why).to_owned());
                let stopped = words.map(|words| words.get()).or(refused);
                stopped.or_else(|| offline.get())
            });
            view! {
                <Button
                    label=tell(move |lang| deed.button(lang, is_app).to_owned())
                    hidden=(!is_me).then(|| member.name.clone())
                    kind
                    blocked
                    why=why.clone()
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
            Outcome::Stale(deed, name, now) => (
                NoteTone::Warn,
                tell(move |lang| {
                    let now =
                        now.map_or(members::no_role(lang), |now| deed::role(lang, is_app, now));
                    members::stale(lang, deed.button(lang, is_app), &name, now)
                }),
            ),
            Outcome::Gone(name) => (NoteTone::Warn, tell(move |lang| members::gone(lang, &name))),
            Outcome::Failed(failure) => return Some(view! { <FailureNote failure/> }.into_any()),
        };
        Some(view! { <Note tone live=true><p>{move || words.get()}</p></Note> }.into_any())
    };
    view! { <div class="said" tabindex="-1" node_ref=place>{shown}</div> }
}
