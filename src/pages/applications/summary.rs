//! The answers of one part, to check or to read.

use domain::finding::Weight;
use domain::form::{Form, PastedText};
use domain::item::{Item, Stage};
use domain::subject::{
    CiField, Field, ItemField, LoginField, Part, ServiceField, SignupField, TieField,
};
use leptos::prelude::*;
use text::Lang;
use text::screens::shell;
use ui::{Panel, SummaryList, SummaryRow, Tag, TagTone};

use super::draft::use_draft;
use super::fields::is_answered;
use crate::lang::{say, tell, use_lang};
use crate::parts::answers::{answer, is_unknown, said};
use crate::path;

/// One line of a summary: a field, or an item with all its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    /// An item that is asked for.
    Item(Item),
    /// A single answer.
    Field(Field),
}

impl Line {
    /// Where it is changed.
    fn place(&self) -> Field {
        match self {
            Line::Item(item) => Field::Item(*item, ItemField::Stage),
            Line::Field(field) => field.clone(),
        }
    }

    fn term(&self, lang: Lang) -> String {
        match self {
            Line::Item(item) => text::item(lang, *item).to_owned(),
            Line::Field(field) => text::field(lang, field),
        }
    }
}

/// The answers of a part under its name.
#[component]
pub fn PartSummary(
    /// Which part.
    part: Part,
    /// Whether each answer leads to the place where it is changed.
    change: bool,
) -> impl IntoView {
    let (draft, lang) = (use_draft(), use_lang());
    let lines = Memo::new(move |_| {
        draft.form.with(|form| {
            draft.asked.with(|asked| {
                lines(form, part)
                    .into_iter()
                    .filter(|line| matters(form, asked, line))
                    .collect::<Vec<_>>()
            })
        })
    });
    let row = move |line: Line| {
        let term = {
            let line = line.clone();
            tell(move |lang| line.term(lang))
        };
        let href = change.then(|| path::application_field(&draft.id(), &line.place()));
        let words = move || {
            draft
                .document
                .with(|document| words(lang.get(), &document.form, &document.channels, &line))
        };
        view! {
            <SummaryRow term change=Signal::stored(href) change_label=say(shell::change_button)>
                <span class="pre">{words}</span>
            </SummaryRow>
        }
    };
    let blocks = Memo::new(move |_| {
        draft.findings.with(|all| {
            all.iter()
                .filter(|finding| finding.weight == Weight::Blocks)
                .filter(|finding| {
                    finding
                        .subject
                        .field()
                        .is_some_and(|field| field.part() == part)
                })
                .count()
        })
    });
    let tag = move || {
        (change && blocks.get() > 0).then(|| {
            view! { <Tag tone=TagTone::Action label=tell(move |lang| text::screens::application::part_fix(lang, blocks.get()))/> }
        })
    };
    view! {
        <Panel title=tell(move |lang| text::part(lang, part).to_owned()) actions=move || tag>
            {move || {
                let lines = lines.get();
                if lines.is_empty() {
                    view! { <p class="hint">{say(shell::not_entered)}</p> }.into_any()
                } else {
                    view! { <SummaryList>{lines.into_iter().map(row).collect_view()}</SummaryList> }.into_any()
                }
            }}
        </Panel>
    }
}

/// What is not asked and not answered is not missed, and need not be read.
fn matters(form: &Form, asked: &[Field], line: &Line) -> bool {
    match line {
        Line::Field(field) => {
            let asks = matches!(
                field,
                Field::Signup(_)
                    | Field::Service(_)
                    | Field::Login(_)
                    | Field::Tie(_)
                    | Field::Ci(_)
                    | Field::Text(_)
            );
            let whole = !matches!(field, Field::Overruled) || !form.overruled.is_empty();
            whole && (!asks || asked.contains(field) || is_answered(form, field))
        }
        Line::Item(_) => true,
    }
}

/// The lines of a part, in the order of the form.
fn lines(form: &Form, part: Part) -> Vec<Line> {
    let fields: Vec<Field> = match part {
        Part::Items => {
            let mut lines: Vec<Line> = form.used().map(|(item, _)| Line::Item(item)).collect();
            if form.item(Item::AccountCi).stage != Stage::NotUsed {
                lines.extend(
                    CiField::ALL
                        .iter()
                        .map(|field| Line::Field(Field::Ci(*field))),
                );
            }
            return lines;
        }
        Part::Proof => {
            let signup = SignupField::ALL.iter().map(|field| Field::Signup(*field));
            let service = ServiceField::ALL.iter().map(|field| Field::Service(*field));
            let login = LoginField::ALL.iter().map(|field| Field::Login(*field));
            let texts = PastedText::ALL.iter().map(|text| Field::Text(*text));
            signup
                .chain(service)
                .chain(texts)
                .chain([Field::Overruled, Field::Evidence])
                .chain(login)
                .collect()
        }
        Part::Terms => vec![Field::Terms, Field::Over14],
        Part::Extra => vec![Field::Extra],
        Part::Channel => std::iter::once(Field::Channel)
            .chain(TieField::ALL.iter().map(|field| Field::Tie(*field)))
            .collect(),
        Part::Check => vec![Field::Declared],
    };
    fields.into_iter().map(Line::Field).collect()
}

fn words(
    lang: Lang,
    form: &Form,
    channels: &[domain::application::ChannelFacts],
    line: &Line,
) -> String {
    let item = match line {
        Line::Field(field) => return said(lang, form, channels, field),
        Line::Item(item) => *item,
    };
    let rows = ItemField::ALL.iter().filter_map(|question| {
        let field = Field::Item(item, *question);
        let missed = answer(lang, form, channels, &field).trim().is_empty();
        (!missed || is_unknown(form, &field)).then(|| {
            let words = said(lang, form, channels, &field);
            format!("{}: {words}", text::item_field(lang, *question))
        })
    });
    rows.collect::<Vec<_>>().join("\n")
}
