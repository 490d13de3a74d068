//! Files that prove something: pictures are shown, other files can be taken down. What cannot be fetched is said to be missing.

use contract::body::EvidenceFile;
use domain::evidence::{Evidence, Media};
use domain::id::{ApplicationId, EvidenceId};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::evidence;
use ui::{Button, Glyph, Note, NoteTone};
use wasm_bindgen::JsCast;

use crate::act::use_act;
use crate::api::use_api;
use crate::lang::{say, tell};
use crate::parts::failure::FailureNote;
use crate::parts::marks::SeenMarks;

/// One file with what the applicant says about it.
#[component]
pub fn EvidenceCard(
    /// The application it belongs to.
    application: ApplicationId,
    /// What the applicant says.
    evidence: Evidence,
    /// What is known about the file; `None` when it is not there any more.
    #[prop(optional_no_strip)]
    file: Option<EvidenceFile>,
) -> impl IntoView {
    let name = evidence.name.clone();
    let facts = {
        let (kind, page, live) = (evidence.kind, evidence.page, evidence.production);
        tell(move |lang| {
            let kind = kind.map_or(evidence::kind_unsaid(lang), |kind| {
                text::evidence_kind(lang, kind)
            });
            let page = page.map_or(evidence::page_unsaid(lang), |page| {
                text::evidence_page(lang, page)
            });
            if live == Some(false) {
                format!("{kind} · {page} · {}", evidence::not_live(lang))
            } else {
                format!("{kind} · {page}")
            }
        })
    };
    let shows = {
        let shows = evidence.shows.clone();
        tell(move |lang| {
            let names: Vec<&str> = shows
                .iter()
                .map(|item| text::item_short(lang, *item))
                .collect();
            format!(
                "{}: {}",
                evidence::file_shows(lang),
                text::join(lang, &names)
            )
        })
    };
    let masked = say(if evidence.masked {
        evidence::masked_yes
    } else {
        evidence::masked_no
    });
    let marks = evidence.marks.clone();
    let content = match file {
        Some(file) if file.media == Media::Pdf => {
            let places = (!marks.is_empty()).then(|| view! { <SeenMarks marks picture=None/> });
            view! { <FileDownload application file/>{places} }.into_any()
        }
        Some(file) => {
            let alt = evidence.description.clone();
            let picture = view! { <FilePicture application id=file.id media=file.media alt/> };
            if marks.is_empty() {
                picture.into_any()
            } else {
                view! { <SeenMarks marks picture=Some(picture.into_any())/> }.into_any()
            }
        }
        None => view! { <Missing/> }.into_any(),
    };
    view! {
        <li class="evidence">
            <strong>{name}</strong>
            {content}
            {(!evidence.description.trim().is_empty()).then(|| view! { <p class="pre">{evidence.description}</p> })}
            <span class="hint">{move || facts.get()}</span>
            {(!evidence.shows.is_empty()).then(|| view! { <span class="hint">{move || shows.get()}</span> })}
            <span class="hint">{move || masked.get()}</span>
        </li>
    }
}

/// A picture, fetched when it is drawn, with the applicant's description in its place for those who do not see it.
#[component]
pub fn FilePicture(
    /// The application it belongs to.
    application: ApplicationId,
    /// The file.
    id: EvidenceId,
    /// What it is.
    media: Media,
    /// What can be seen on it, in the applicant's words.
    #[prop(into)]
    alt: Signal<String>,
) -> impl IntoView {
    let api = use_api();
    let address = RwSignal::new(None::<Result<String, ()>>);
    spawn_local(async move {
        let bytes = api.note(api.client().evidence_get(&application, &id).await);
        let made = bytes
            .ok()
            .and_then(|bytes| object_url(&bytes, media))
            .ok_or(());
        // The card may be gone by now; then nobody shows the picture.
        if let Some(Ok(url)) = address.try_set(Some(made)).flatten() {
            release(&url);
        }
    });
    let unnamed = say(evidence::no_description);
    let words = move || {
        let said = alt.get();
        if said.trim().is_empty() {
            unnamed.get()
        } else {
            said
        }
    };
    let loading = say(evidence::loading_picture);
    move || match address.get() {
        Some(Ok(url)) => {
            // Once drawn it needs its address no more; released earlier, a page that is rebuilt would ask for it in vain.
            let drawn = url.clone();
            view! { <img src=url alt=words on:load=move |_| release(&drawn)/> }.into_any()
        }
        Some(Err(())) => view! { <Missing/> }.into_any(),
        None => view! { <p class="hint" aria-busy="true">{move || loading.get()}</p> }.into_any(),
    }
}

/// A file that is taken down on demand.
#[component]
pub fn FileDownload(
    /// The application it belongs to.
    application: ApplicationId,
    /// The file.
    file: EvidenceFile,
) -> impl IntoView {
    let act = use_act();
    let hidden = file.name.clone();
    let take = Callback::new(move |()| {
        let (application, id, name, media) = (
            application.clone(),
            file.id.clone(),
            file.name.clone(),
            file.media,
        );
        act.run(
            move |client, _| async move {
                let bytes = client.evidence_get(&application, &id).await?;
                Ok(contract::Tagged {
                    body: bytes,
                    version: 0,
                    replayed: false,
                })
            },
            move |answer| {
                if let Some(url) = answer
                    .ok()
                    .and_then(|answer| object_url(&answer.body, media))
                {
                    save_as(&url, &name);
                    release(&url);
                }
            },
        );
    });
    view! {
        <Button
            label=say(evidence::download_button)
            hidden=Signal::stored(Some(hidden))
            icon=Glyph::Download
            busy=act.busy
            on_press=take
        />
        {move || act.failure.get().map(|failure| view! { <FailureNote failure/> })}
    }
}

/// Stands for a file that is not there: nothing can be concluded from it.
#[component]
fn Missing() -> impl IntoView {
    let words = say(evidence::missing);
    view! { <Note tone=NoteTone::Warn><p>{move || words.get()}</p></Note> }
}

/// An address inside the page for bytes; `None` when the browser refuses to make one.
fn object_url(bytes: &[u8], media: Media) -> Option<String> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media.content_type());
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

fn release(url: &str) {
    // Fails only for an address that is none.
    let _ = web_sys::Url::revoke_object_url(url);
}

/// Has the browser keep what is at that address, under that name.
fn save_as(url: &str, name: &str) {
    let Some(link) = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    else {
        return;
    };
    link.set_href(url);
    link.set_download(name);
    link.click();
}
