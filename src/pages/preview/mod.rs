//! The consent screen on its own page, in both languages and three sizes of letters. What is chosen stands in the address.

use contract::body::ApplicationDetail;
use domain::consent_screen;
use domain::id::ApplicationId;
use domain::subject::Part;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use text::Lang;
use text::screens::preview;
use ui::{Choice, LinkButton, RadioGroup, SkeletonShape, Text};

use crate::api::use_api;
use crate::data::{Loaded, missing, use_application};
use crate::lang::{say, tell, use_lang};
use crate::layout::Page;
use crate::parts::consent_screen::ConsentScreen;
use crate::path::{self, PreviewSize};

/// The screen that an application leads to.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let (api, application) = (use_api(), use_application());
    let loaded = Loaded::new(move || {
        let (client, id) = (api.client(), application.get());
        async move {
            match id {
                Some(id) => client.application_get(&id).await,
                None => Err(missing()),
            }
        }
    });
    let choice = Chosen::new(application);
    view! {
        <Page title=say(preview::title)>
            {loaded.view(SkeletonShape::Cards, move |answer| view! { <Shown detail=answer.body choice/> })}
        </Page>
    }
}

/// How the screen is to be shown, as the address says.
#[derive(Clone, Copy)]
struct Chosen {
    application: Memo<Option<ApplicationId>>,
    lang: Memo<Lang>,
    size: Memo<PreviewSize>,
}

impl Chosen {
    /// Without a word in the address: the console's language, letters of the usual size.
    fn new(application: Memo<Option<ApplicationId>>) -> Chosen {
        let (query, console) = (use_query_map(), use_lang());
        Chosen {
            application,
            lang: Memo::new(move |_| {
                query
                    .read()
                    .get("lang")
                    .and_then(|tag| Lang::parse(&tag))
                    .unwrap_or_else(|| console.get())
            }),
            size: Memo::new(move |_| {
                query
                    .read()
                    .get("size")
                    .and_then(|word| PreviewSize::parse(&word))
                    .unwrap_or_default()
            }),
        }
    }

    fn address(self, lang: Lang, size: PreviewSize) -> Option<String> {
        self.application
            .with_untracked(|id| id.as_ref().map(|id| path::preview_as(id, lang, size)))
    }
}

#[component]
fn Shown(detail: ApplicationDetail, choice: Chosen) -> impl IntoView {
    let app = detail.document.app.name.clone();
    let back = path::application(&detail.application.id, Part::Items);
    let lead = tell(move |lang| preview::lead(lang, &app));
    let model = consent_screen::of(&detail.document);
    view! {
        <p class="lead">{move || lead.get()}</p>
        <Switches choice/>
        <ConsentScreen model=Signal::stored(model) lang=choice.lang size=choice.size/>
        <div class="row no-print">
            <LinkButton label=say(preview::back_button) href=Signal::stored(back)/>
        </div>
    }
}

/// Language and size. The address changes in place, so that Back leads off the page.
#[component]
fn Switches(choice: Chosen) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |address: Option<String>| {
        if let Some(address) = address {
            navigate(
                &address,
                NavigateOptions {
                    resolve: false,
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                },
            );
        }
    });
    let langs = Signal::stored(
        Lang::ALL
            .map(|lang| Choice::new(lang.tag(), lang.own_name()))
            .to_vec(),
    );
    let console = use_lang();
    let sizes = Signal::derive(move || {
        PreviewSize::ALL
            .map(|size| Choice::new(size.word(), size_name(console.get(), size)))
            .to_vec()
    });
    let lang: Text = Signal::derive(move || choice.lang.get().tag().to_owned());
    let size: Text = Signal::derive(move || choice.size.get().word().to_owned());
    let set_lang = move |tag: String| {
        let lang = Lang::parse(&tag).unwrap_or_default();
        go.run(choice.address(lang, choice.size.get_untracked()));
    };
    let set_size = move |word: String| {
        let size = PreviewSize::parse(&word).unwrap_or_default();
        go.run(choice.address(choice.lang.get_untracked(), size));
    };
    view! {
        <div class="filters">
            <RadioGroup legend=say(preview::lang_legend) options=langs value=lang on_change=set_lang inline=true/>
            <RadioGroup legend=say(preview::size_legend) options=sizes value=size on_change=set_size inline=true/>
        </div>
    }
}

fn size_name(lang: Lang, size: PreviewSize) -> &'static str {
    match size {
        PreviewSize::Normal => preview::size_normal(lang),
        PreviewSize::Large => preview::size_large(lang),
        PreviewSize::Largest => preview::size_largest(lang),
    }
}
