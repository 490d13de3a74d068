//! Who meets the screen, in which language, how large, before which surroundings.

use domain::consent_screen::Situation;
use leptos::prelude::*;
use text::screens::preview;
use text::{Lang, consent};
use ui::{Checkbox, Choice, Fieldset, RadioGroup, SelectField, Text, ids};

use super::Meeting;
use crate::lang::{say, use_lang};
use crate::look::Look;
use crate::path::PreviewSize;

/// Situations that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    New,
    Known,
    Age,
    InApp,
}

impl Group {
    const ALL: [Group; 4] = [Group::New, Group::Known, Group::Age, Group::InApp];

    fn of(situation: Situation) -> Group {
        match situation {
            Situation::First
            | Situation::ValueMissing
            | Situation::ValueCollected
            | Situation::CiUnverified
            | Situation::TwoChannels => Group::New,
            Situation::ExistingLogin
            | Situation::Member
            | Situation::TermAdded
            | Situation::OptionalDeclined => Group::Known,
            Situation::Under14Refused | Situation::Under14Guardian | Situation::AgeUnknown => {
                Group::Age
            }
            Situation::InAppMember | Situation::InAppVisitor => Group::InApp,
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Group::New => preview::group_new(lang),
            Group::Known => preview::group_known(lang),
            Group::Age => preview::group_age(lang),
            Group::InApp => preview::group_in_app(lang),
        }
    }
}

/// Every situation: a list where there is room, one line where there is not.
#[component]
pub fn Situations(meeting: Meeting, go: Callback<Look>) -> impl IntoView {
    let lang = use_lang();
    let choose = Callback::new(move |word: String| {
        let situation = Situation::parse(&word).unwrap_or_default();
        go.run(Look {
            situation,
            asks: false,
            ..meeting.look.get_untracked()
        });
    });
    let value: Text = Signal::derive(move || meeting.look.get().situation.word().to_owned());
    // Those that change nothing here say so.
    let alike = Memo::new(move |_| {
        meeting.document.with(|document| {
            let all = Situation::ALL.iter().copied();
            all.filter(|one| one.is_like_first(document))
                .collect::<Vec<_>>()
        })
    });
    let options = Signal::derive(move || {
        let (lang, mut options) = (lang.get(), Vec::new());
        alike.with(|alike| {
            for one in Group::ALL.into_iter().flat_map(members) {
                let mut label = consent::situation(lang, one).to_owned();
                if alike.contains(&one) {
                    label = format!("{label} ({})", preview::like_first_short(lang));
                }
                options.push(Choice::new(one.word(), label));
            }
        });
        options
    });
    let name = ids::fresh("situation");
    let groups = Group::ALL.map(|group| {
        let rows = members(group).map(|one| row(one, &name, alike, value, choose));
        let id = format!("{name}-group-{}", group as u8);
        view! {
            <div role="group" aria-labelledby=id>
                <p class="situation-group" id=id.clone()>{move || group.name(lang.get())}</p>
                {rows.collect_view()}
            </div>
        }
    });
    view! {
        <div class="situations no-print">
            <div class="situation-pick">
                <SelectField label=say(preview::who_legend) options value on_change=choose/>
            </div>
            <div class="situation-list">
                <Fieldset legend=say(preview::who_legend)>{groups.collect_view()}</Fieldset>
            </div>
        </div>
    }
    .into_any()
}

fn members(group: Group) -> impl Iterator<Item = Situation> {
    let all = Situation::ALL.iter().copied();
    all.filter(move |one| Group::of(*one) == group)
}

fn row(
    one: Situation,
    name: &str,
    alike: Memo<Vec<Situation>>,
    value: Text,
    choose: Callback<String>,
) -> AnyView {
    let lang = use_lang();
    let id = format!("{name}-{}", one.word());
    let hint_id = format!("{id}-hint");
    let is_alike = Memo::new(move |_| alike.with(|alike| alike.contains(&one)));
    let described = hint_id.clone();
    view! {
        <div class="radio">
            <input
                id=id.clone()
                type="radio"
                name=name.to_owned()
                value=one.word()
                prop:checked=move || value.with(|word| word == one.word())
                aria-describedby=move || is_alike.get().then(|| described.clone())
                on:change=move |_| choose.run(one.word().to_owned())
            />
            <label class="radio-label" for=id>{move || consent::situation(lang.get(), one)}</label>
            {move || is_alike.get().then(|| {
                view! { <p class="hint" id=hint_id.clone()>{consent::like_first(lang.get())}</p> }
            })}
        </div>
    }
    .into_any()
}

/// Language, size and surroundings.
#[component]
pub fn Switches(meeting: Meeting, go: Callback<Look>) -> impl IntoView {
    let (console, look) = (use_lang(), meeting.look);
    let langs = Signal::stored(
        Lang::ALL
            .map(|lang| Choice::new(lang.tag(), lang.own_name()))
            .to_vec(),
    );
    let sizes = Signal::derive(move || {
        let lang = console.get();
        let sizes = PreviewSize::ALL;
        sizes
            .map(|size| Choice::new(size.word(), size_name(lang, size)))
            .to_vec()
    });
    let lang: Text = Signal::derive(move || meeting.lang.get().tag().to_owned());
    let size: Text = Signal::derive(move || look.get().size.word().to_owned());
    let dark = Signal::derive(move || look.get().dark);
    let set_lang = Callback::new(move |tag: String| {
        go.run(Look {
            lang: Lang::parse(&tag),
            ..look.get_untracked()
        });
    });
    let set_size = Callback::new(move |word: String| {
        go.run(Look {
            size: PreviewSize::parse(&word).unwrap_or_default(),
            ..look.get_untracked()
        });
    });
    let set_dark = Callback::new(move |dark| {
        go.run(Look {
            dark,
            ..look.get_untracked()
        });
    });
    view! {
        <div class="filters">
            <RadioGroup legend=say(preview::lang_legend) options=langs value=lang on_change=set_lang inline=true/>
            <RadioGroup legend=say(preview::size_legend) options=sizes value=size on_change=set_size inline=true/>
            <Checkbox label=say(preview::dark) checked=dark on_change=set_dark/>
        </div>
    }
    .into_any()
}

fn size_name(lang: Lang, size: PreviewSize) -> &'static str {
    match size {
        PreviewSize::Normal => preview::size_normal(lang),
        PreviewSize::Large => preview::size_large(lang),
        PreviewSize::Largest => preview::size_largest(lang),
    }
}
