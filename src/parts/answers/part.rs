//! Which answers a part of the form has, for whoever checks or reads them.

use domain::application::Document;
use domain::form::{Form, PastedText};
use domain::item::{Item, Stage};
use domain::subject::{
    CiField, Field, ItemField, LoginField, Part, ServiceField, SignupField, TieField,
};
use text::Lang;

use super::{answer, is_unknown, said};

/// One line of a summary: a field, or an item with all its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// An item that is asked for.
    Item(Item),
    /// A single answer.
    Field(Field),
}

impl Line {
    /// Where it is changed.
    pub fn place(&self) -> Field {
        match self {
            Line::Item(item) => Field::Item(*item, ItemField::Stage),
            Line::Field(field) => field.clone(),
        }
    }

    /// What the answer answers.
    pub fn term(&self, lang: Lang) -> String {
        match self {
            Line::Item(item) => text::item(lang, *item).to_owned(),
            Line::Field(field) => text::field(lang, field),
        }
    }

    /// The answer; of an item, every question that was answered or that nobody can answer yet.
    pub fn words(&self, lang: Lang, document: &Document) -> String {
        let (form, channels) = (&document.form, &document.channels);
        let item = match self {
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
}

/// The lines of a part that matter, in the order of the form.
pub fn lines(form: &Form, asked: &[Field], part: Part) -> Vec<Line> {
    let mut lines = all(form, part);
    lines.retain(|line| matters(form, asked, line));
    lines
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

/// Whether somebody said something; in which language it is put into words does not matter.
fn is_answered(form: &Form, field: &Field) -> bool {
    is_unknown(form, field) || !answer(Lang::Ko, form, &[], field).trim().is_empty()
}

fn all(form: &Form, part: Part) -> Vec<Line> {
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
