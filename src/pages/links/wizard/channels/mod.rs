//! The second step: which channels. Those that cannot be picked stand below with every reason.

mod others;

use contract::Tagged;
use contract::body::{AppDetail, ChannelRow, Group, ListQuery};
use domain::id::{AppId, ChannelId};
use domain::link::LINKS_MAX;
use leptos::prelude::*;
use text::screens::{channels, links, shell};
use ui::{
    Button, ButtonKind, Checkbox, EmptyState, Fieldset, LinkButton, MaybeText, Note, NoteTone,
    SkeletonShape, ime, use_announcer,
};
use web_sys::KeyboardEvent;

use super::finder::{Finder, FinderField, GrowButton, nothing_found};
use super::growing::Growing;
use super::place::{Place, Wizard};
use super::{Missing, StepPage};
use crate::api::use_api;
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};
use crate::parts::reasons::ReasonList;
use crate::parts::remedy::{RemedyLink, Target};
use crate::parts::slots::Slots;
use crate::path::{self, LinkStep};
use others::Others;

/// The step.
#[component]
pub fn ChannelsStep(wizard: Wizard) -> impl IntoView {
    // Another app asks everything anew; another tick asks nothing.
    let app = Memo::new(move |_| wizard.place.get().app);
    move || app.get().map(|app| view! { <OfApp wizard app/> })
}

/// What is wrong with the choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    /// One more was ticked than there is room for.
    Eleventh,
    /// Somebody wanted to go on.
    GoingOn,
}

/// The ten places of the app: which are taken, and how many the choice would take. Cheap to copy.
#[derive(Clone, Copy)]
struct Places {
    /// The channels that are linked already.
    linked: Memo<Vec<ChannelId>>,
    /// How many of the chosen ones are not linked yet.
    fresh: Memo<usize>,
}

impl Places {
    fn new(wizard: Wizard, detail: Loaded<AppDetail>) -> Places {
        let linked = Memo::new(move |_| {
            let links = detail
                .get()
                .map(|detail| detail.body.links)
                .unwrap_or_default();
            links
                .into_iter()
                .map(|linked| linked.link.channel)
                .collect::<Vec<_>>()
        });
        let fresh = Memo::new(move |_| {
            let is_fresh = |id: &&ChannelId| linked.with(|linked| !linked.contains(id));
            wizard
                .place
                .with(|place| place.channels.iter().filter(is_fresh).count())
        });
        Places { linked, fresh }
    }

    /// How many more the app takes; tracked.
    fn room(self) -> usize {
        LINKS_MAX.saturating_sub(self.linked.with(Vec::len))
    }

    /// How many more can be chosen; tracked.
    fn left(self) -> usize {
        self.room().saturating_sub(self.fresh.get())
    }
}

/// The step for one app.
#[component]
fn OfApp(wizard: Wizard, app: AppId) -> impl IntoView {
    let (api, lang) = (use_api(), use_lang());
    let detail = {
        let app = app.clone();
        Loaded::new(move || {
            let (client, app) = (api.client(), app.clone());
            async move { client.app_get(&app).await }
        })
    };
    let finder = Finder::new();
    let usable = list(finder, app.clone(), Group::Usable);
    let other = list(finder, app, Group::Other);
    let places = Places::new(wizard, detail);
    let wrong = RwSignal::new(None::<Wrong>);
    let attempt = RwSignal::new(0_u32);
    let words = Signal::derive(move || {
        let (room, picked) = (places.room(), places.fresh.get());
        let nothing = wizard.place.with(|place| place.channels.is_empty());
        match wrong.get()? {
            Wrong::Eleventh => Some(links::too_many(lang.get(), room)),
            Wrong::GoingOn if nothing => Some(links::choose_channel(lang.get()).to_owned()),
            Wrong::GoingOn if picked > room => {
                Some(links::too_many_chosen(lang.get(), picked - room))
            }
            Wrong::GoingOn => None,
        }
    });
    let next = Callback::new(move |()| {
        wrong.set(Some(Wrong::GoingOn));
        attempt.update(|n| *n += 1);
        if words.get_untracked().is_none() {
            wizard.go(LinkStep::Check);
        }
    });
    let keys = move |ev: KeyboardEvent| {
        if ime::is_submit_chord(&ev) {
            next.run(());
        }
    };
    let name = Memo::new(move |_| {
        detail
            .get()
            .map(|detail| detail.body.row.app.name)
            .unwrap_or_default()
    });
    // The eleventh tick is said at the group at once; the summary at the top is for going on.
    let top = Signal::derive(move || {
        if wrong.get() == Some(Wrong::GoingOn) {
            words.get()
        } else {
            None
        }
    });
    let missing = Missing {
        words: top,
        attempt,
        group: "channels",
    };
    let choice = move || view! { <Choice wizard finder usable name places words wrong/> };
    view! {
        <StepPage wizard step=LinkStep::Channels title=say(links::step_channels) missing>
            <div class="group" on:keydown=keys>
                {detail.view(SkeletonShape::Rows, move |detail: Tagged<AppDetail>| view! { <AppFacts detail=detail.body/> })}
                {usable.first.view(SkeletonShape::Rows, move |_| choice())}
                <GrowButton list=usable/>
                <Others wizard finder other places/>
                <p><a class={"act"} href=path::channels()>{say(links::missing)}</a></p>
                <Bar wizard places next/>
            </div>
        </StepPage>
    }
}

fn list(finder: Finder, app: AppId, group: Group) -> Growing<ChannelRow> {
    let api = use_api();
    Growing::new(move |cursor| {
        let (client, app) = (api.client(), Some(app.clone()));
        let query = ListQuery {
            q: finder.asked.get(),
            group,
            app,
            cursor,
            ..ListQuery::default()
        };
        Box::pin(async move { client.channel_list(&query).await })
    })
}

/// What of the app matters here: its number, and why it takes no channel, where that is so.
#[component]
fn AppFacts(detail: AppDetail) -> impl IntoView {
    let app = detail.row.app;
    let full = detail.links.len() >= LINKS_MAX;
    let used = detail.links.len();
    let number = app
        .business
        .map(|business| business.number.to_string())
        .map(|number| {
            view! { <p>{say(links::number_of_app)}{" "}<span class="num">{number}</span></p> }
        });
    let cannot = (full || !detail.row.reasons.is_empty()).then(|| {
        let remedy = detail.row.reasons.first().cloned().map(|finding| {
            view! { <RemedyLink finding target=Target::App(app.id.clone()) name=app.name.clone()/> }
        });
        let full = full.then(|| {
            let why = tell(move |lang| links::app_full(lang, used, LINKS_MAX));
            view! { <p>{move || why.get()}</p><a class="act" href=path::links_of(&app.id)>{say(links::see_links)}</a> }
        });
        let title = say(links::app_cannot);
        view! {
            <Note tone=NoteTone::Warn title=Signal::derive(move || Some(title.get()))>
                {full}
                <ReasonList reasons=detail.row.reasons/>
                {remedy}
            </Note>
        }
    });
    view! { {number} {cannot} }
}

/// The checkboxes, or words why there are none.
#[component]
fn Choice(
    wizard: Wizard,
    finder: Finder,
    usable: Growing<ChannelRow>,
    name: Memo<String>,
    places: Places,
    words: MaybeText,
    wrong: RwSignal<Option<Wrong>>,
) -> impl IntoView {
    let announcer = use_announcer();
    let rows = Memo::new(move |_| usable.rows());
    let nothing = nothing_found(finder);
    let none = tell(move |lang| {
        nothing
            .get()
            .unwrap_or_else(|| links::channels_none_title(lang).to_owned())
    });
    let tick = Callback::new(move |(id, on): (ChannelId, bool)| {
        let mut place = wizard.here();
        if !on {
            wrong.set(None);
            wizard.choose(place.without(&[id]));
        } else if untrack(|| places.left()) == 0 {
            // The box stays as it was, for the choice does.
            wrong.set(Some(Wrong::Eleventh));
            announcer.announce(words.get_untracked().unwrap_or_default());
        } else {
            wrong.set(None);
            place.channels.push(id);
            wizard.choose(place);
        }
    });
    let boxes = move || {
        rows.get()
            .into_iter()
            .map(|row| one(row, wizard, tick))
            .collect_view()
    };
    let legend = tell(move |lang| links::channels_title(lang, &name.get()));
    let found =
        tell(move |lang| usable.counted(lang, (links::choosable, links::choosable_many), finder));
    view! {
        <FinderField finder label=say(channels::search) found/>
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! {
            <EmptyState title=none>
                <LinkButton label=say(links::other_app_button) href=Signal::derive(move || wizard.place.get().at(LinkStep::App).href())/>
            </EmptyState>
        }>
            <Fieldset legend id="channels" error=words><ul class="pick-list">{boxes}</ul></Fieldset>
        </Show>
    }
}

/// One channel that can be picked.
fn one(row: ChannelRow, wizard: Wizard, tick: Callback<(ChannelId, bool)>) -> impl IntoView {
    let lang = use_lang();
    let channel = row.channel;
    let (id, mine) = (channel.id.clone(), channel.id);
    let checked = Signal::derive(move || wizard.place.with(|place| place.channels.contains(&mine)));
    let facts = format!(
        "@{} · {}",
        channel.search_id,
        channel.number.unwrap_or_default()
    );
    let hint = Signal::derive(move || {
        Some(format!(
            "{facts} · {}",
            text::channel_role(lang.get(), row.role)
        ))
    });
    let on_change = move |on| tick.run((id.clone(), on));
    view! { <li><Checkbox label=channel.name checked hint on_change/></li> }
}

/// How many are chosen, how much room is left, and the ways on and back.
#[component]
fn Bar(wizard: Wizard, places: Places, next: Callback<()>) -> impl IntoView {
    let picked = Memo::new(move |_| wizard.place.with(|place| place.channels.len()));
    let words = tell(move |lang| {
        let room = places.left();
        format!(
            "{} · {}",
            links::chosen(lang, picked.get()),
            links::room_left(lang, room)
        )
    });
    let used = Signal::derive(move || LINKS_MAX - places.room());
    let back = Signal::derive(move || Place::at(wizard.place.get(), LinkStep::App).href());
    view! {
        <div class="sticky-bar">
            <p role="status">{move || words.get()}</p>
            <p class="row"><Slots used=used chosen=places.fresh/></p>
            <div class="row">
                <LinkButton label=say(shell::back_button) href=back/>
                <Button label=say(links::to_review_button) kind=ButtonKind::Primary on_press=next/>
            </div>
        </div>
    }
}
