//! What is on the screen, as a list in reading order, and what it asks of a person. Print shows this in place of the drawing.

use domain::consent_screen::{Ask, ConsentScreen as Model};
use leptos::prelude::*;
use text::Lang;
use text::screens::{preview, shell};

use crate::lang::{say, tell};

/// Part of a line's words.
#[derive(Clone)]
pub(super) enum Piece {
    /// What users would read.
    Words(String),
    /// What users would read, in Korean although the screen is in another language.
    Korean(String),
    /// What is missing, said by us.
    Gap(&'static str),
}

impl Piece {
    pub(super) fn view(self) -> AnyView {
        match self {
            Piece::Words(words) => view! { <span>{words}</span> }.into_any(),
            Piece::Korean(words) => view! { <span lang="ko">{words}</span> }.into_any(),
            Piece::Gap(words) => view! { {" "}<span class="consent-gap">{words}</span> }.into_any(),
        }
    }
}

/// What a line asks, with its gaps named.
pub(super) fn ask(lang: Lang, ask: &Ask) -> Vec<Piece> {
    match ask {
        Ask::Term {
            title_ko, title_en, ..
        } => match (lang, title_ko, title_en) {
            (Lang::Ko, Some(title), _) | (Lang::En, _, Some(title)) => {
                vec![Piece::Words(title.clone())]
            }
            (Lang::En, Some(title), None) => vec![
                Piece::Korean(title.clone()),
                Piece::Gap(preview::no_english(lang)),
            ],
            (Lang::Ko | Lang::En, None, _) => vec![Piece::Gap(preview::no_title(lang))],
        },
        Ask::Item { item, collects } => {
            let mut pieces = vec![Piece::Words(text::item(lang, *item).to_owned())];
            if *collects {
                pieces.push(Piece::Words(format!(" ({})", preview::collects(lang))));
            }
            pieces
        }
        Ask::Channel { name: Some(name) } => vec![Piece::Words(preview::add_channel(lang, name))],
        Ask::Channel { name: None } => vec![Piece::Gap(preview::no_channel_name(lang))],
    }
}

/// The words without their marking.
pub(super) fn plain(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) | Piece::Korean(words) => words.as_str(),
            Piece::Gap(words) => words,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The list and the sum.
#[component]
pub(super) fn Reading(model: Memo<Model>, lang: Signal<Lang>) -> impl IntoView {
    let heading = say(preview::reading_order);
    let cost = tell(move |lang| {
        let (required, optional) = model.with(counts);
        preview::cost(lang, required, optional)
    });
    let many = tell(move |lang| {
        let (required, _) = model.with(counts);
        if required > MANY_REQUIRED {
            preview::many_required(lang, required)
        } else {
            String::new()
        }
    });
    view! {
        <div class="reading-order">
            <h3>{move || heading.get()}</h3>
            <ol lang=move || lang.get().tag()>{move || model.with(|model| lines(lang.get(), model))}</ol>
            <p>{move || cost.get()}</p>
            <Show when=move || many.with(|words| !words.is_empty())><p>{move || many.get()}</p></Show>
        </div>
    }
}

/// With more required lines than this, fewer are recommended. Our judgement.
const MANY_REQUIRED: usize = 5;

/// How many lines are required, and how many are not.
fn counts(model: &Model) -> (usize, usize) {
    let required = model.lines.iter().filter(|line| line.required).count();
    (required, model.lines.len() - required)
}

fn lines(lang: Lang, model: &Model) -> impl IntoView + use<> {
    let name =
        |name: &Option<String>, gap: &'static str| name.clone().unwrap_or_else(|| gap.to_owned());
    let service = format!(
        "{} / {}",
        name(&model.app, preview::no_name(lang)),
        name(&model.company, preview::no_company(lang))
    );
    let asks = model
        .lines
        .iter()
        .map(|line| {
            let mark = if line.required {
                shell::required(lang)
            } else {
                shell::optional(lang)
            };
            view! { <li>{format!("[{mark}] {}", plain(&ask(lang, &line.ask)))}</li> }
        })
        .collect_view();
    view! {
        <li>{service}</li>
        <li>{preview::agree_all(lang)}</li>
        {asks}
        <li>{preview::continue_button(lang)}{" / "}{preview::cancel_button(lang)}</li>
    }
}
