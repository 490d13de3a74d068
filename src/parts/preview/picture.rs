//! The consent screen as a picture: what the page shows is drawn again on a canvas, box by box and line by line, from where the browser
//! has put it. So the picture has no second opinion about the screen.

use js_sys::Array;
use leptos::prelude::*;
use text::screens::preview;
use ui::{Button, Glyph, Note, NoteTone};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    CanvasRenderingContext2d as Canvas, CssStyleDeclaration, DomRect, Element, HtmlCanvasElement,
    HtmlInputElement, Node, Path2d, Range,
};

use super::Meeting;
use crate::keep::keep;
use crate::lang::{say, use_lang};

/// The button that keeps the screen on this page as a PNG file, as it stands: ticks, language and letters as chosen.
#[component]
pub fn KeepPicture(
    /// What is looked at.
    meeting: Meeting,
) -> impl IntoView {
    let lang = use_lang();
    let failed = RwSignal::new(None::<fn(text::Lang) -> &'static str>);
    let save = move |()| {
        let screen = document().query_selector(".preview-page .consent-screen");
        let Some(screen) = screen.ok().flatten() else {
            failed.set(Some(preview::picture_none));
            return;
        };
        let name = format!(
            "syncdesk-{}.png",
            meeting.look.get_untracked().situation.word()
        );
        let kept = move |blob: JsValue| {
            let done = blob.dyn_into().is_ok_and(|blob| keep(&name, &blob).is_ok());
            let _ = failed.try_set((!done).then_some(preview::picture_failed));
        };
        let asked = draw(&screen)
            .and_then(|canvas| canvas.to_blob(Closure::once_into_js(kept).unchecked_ref()));
        if asked.is_err() {
            failed.set(Some(preview::picture_failed));
        }
    };
    // What could not be kept may be possible for another situation.
    Effect::new(move |_| {
        meeting.look.track();
        failed.set(None);
    });
    view! {
        <Button label=say(preview::picture_button) icon=Glyph::Download on_press=save/>
        {move || {
            let words = failed.get()?(lang.get());
            Some(view! { <Note tone=NoteTone::Warn><p>{words}</p></Note> })
        }}
    }
    .into_any()
}

/// Dots of the picture for one of the page: enough for print and for sharp screens.
const DOTS: f64 = 2.0;

/// Draws an element and all that is in it. The canvas has the element's size.
pub fn draw(root: &Element) -> Result<HtmlCanvasElement, JsValue> {
    let frame = root.get_bounding_client_rect();
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(dots(frame.width()));
    canvas.set_height(dots(frame.height()));
    let context = canvas.get_context("2d")?;
    let pen: Canvas = context.ok_or(JsValue::NULL)?.unchecked_into();
    pen.scale(DOTS, DOTS)?;
    pen.translate(-frame.left(), -frame.top())?;
    element(&pen, root)?;
    Ok(canvas)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an element's size is a small positive number"
)]
fn dots(length: f64) -> u32 {
    (length * DOTS).ceil().max(1.0) as u32
}

fn element(pen: &Canvas, of: &Element) -> Result<(), JsValue> {
    let place = of.get_bounding_client_rect();
    let Some(style) = window().get_computed_style(of)? else {
        return Ok(());
    };
    // What is only there to be read aloud is one dot large.
    if place.width() <= 1.0
        || place.height() <= 1.0
        || style.get_property_value("visibility")? != "visible"
    {
        return Ok(());
    }
    if of.tag_name() == "svg" {
        return symbol(pen, of, &place, &style);
    }
    if let Some(input) = of.dyn_ref::<HtmlInputElement>() {
        return tick_box(pen, input, &place, &style);
    }
    ground(pen, &place, &style)?;
    let children = of.child_nodes();
    for child in (0..children.length()).filter_map(|n| children.get(n)) {
        match child.dyn_ref::<Element>() {
            Some(inner) => element(pen, inner)?,
            None => words(pen, &child, &style)?,
        }
    }
    Ok(())
}

/// Ground and border, with round corners. A border on one side only is a line.
fn ground(pen: &Canvas, place: &DomRect, style: &CssStyleDeclaration) -> Result<(), JsValue> {
    let width = |side: &str| pixels(style, &format!("border-{side}-width"));
    let [top, bottom] = [width("top")?, width("bottom")?];
    let inset = top / 2.0;
    pen.begin_path();
    pen.round_rect_with_f64(
        place.left() + inset,
        place.top() + inset,
        place.width() - top,
        place.height() - top,
        pixels(style, "border-top-left-radius")?,
    )?;
    pen.set_fill_style_str(&style.get_property_value("background-color")?);
    pen.fill();
    if top > 0.0 {
        let dashed = style.get_property_value("border-top-style")? == "dashed";
        let dash = if dashed { vec![3.0, 3.0] } else { Vec::new() };
        let dash: Array = dash.into_iter().map(JsValue::from_f64).collect();
        pen.set_line_dash(&dash)?;
        pen.set_line_width(top);
        pen.set_stroke_style_str(&style.get_property_value("border-top-color")?);
        pen.stroke();
        pen.set_line_dash(&Array::new())?;
    } else if bottom > 0.0 {
        pen.set_fill_style_str(&style.get_property_value("border-bottom-color")?);
        pen.fill_rect(place.left(), place.bottom() - bottom, place.width(), bottom);
    }
    Ok(())
}

/// A length of the computed style; those are always in pixels.
fn pixels(style: &CssStyleDeclaration, name: &str) -> Result<f64, JsValue> {
    let value = style.get_property_value(name)?;
    let value = value.trim_end_matches("px");
    Ok(value.parse().unwrap_or_default())
}

/// A box to tick, as it is now: browsers draw it themselves, so there is no style to copy.
fn tick_box(
    pen: &Canvas,
    input: &HtmlInputElement,
    place: &DomRect,
    style: &CssStyleDeclaration,
) -> Result<(), JsValue> {
    let (left, top, side) = (place.left(), place.top(), place.width());
    let color = style.get_property_value("accent-color")?;
    pen.begin_path();
    pen.round_rect_with_f64(left + 0.5, top + 0.5, side - 1.0, side - 1.0, side / 8.0)?;
    pen.set_line_width(1.0);
    pen.set_stroke_style_str(&color);
    if !input.checked() {
        pen.stroke();
        return Ok(());
    }
    pen.set_fill_style_str(&color);
    pen.fill();
    pen.begin_path();
    pen.move_to(left + side * 0.25, top + side * 0.52);
    pen.line_to(left + side * 0.43, top + side * 0.7);
    pen.line_to(left + side * 0.76, top + side * 0.32);
    pen.set_line_width(side / 9.0);
    pen.set_stroke_style_str("white");
    pen.stroke();
    Ok(())
}

/// A drawing of paths in a square.
fn symbol(
    pen: &Canvas,
    of: &Element,
    place: &DomRect,
    style: &CssStyleDeclaration,
) -> Result<(), JsValue> {
    let view = of.get_attribute("viewBox").unwrap_or_default();
    let side: f64 = view
        .split(' ')
        .next_back()
        .and_then(|side| side.parse().ok())
        .unwrap_or(1.0);
    pen.save();
    pen.translate(place.left(), place.top())?;
    pen.scale(place.width() / side, place.height() / side)?;
    pen.set_fill_style_str(&style.get_property_value("fill")?);
    let paths = of.query_selector_all("path")?;
    for path in (0..paths.length()).filter_map(|n| paths.get(n)) {
        let path: Element = path.unchecked_into();
        let drawn = Path2d::new_with_path_string(&path.get_attribute("d").unwrap_or_default())?;
        pen.fill_with_path_2d(&drawn);
    }
    pen.restore();
    Ok(())
}

/// Words, line by line as the browser has broken them.
fn words(pen: &Canvas, node: &Node, style: &CssStyleDeclaration) -> Result<(), JsValue> {
    let text: Vec<u16> = node
        .text_content()
        .unwrap_or_default()
        .encode_utf16()
        .collect();
    let font = ["font-style", "font-weight", "font-size", "font-family"];
    let font: Result<Vec<String>, JsValue> = font
        .map(|part| style.get_property_value(part))
        .into_iter()
        .collect();
    pen.set_font(&font?.join(" "));
    pen.set_text_baseline("middle");
    pen.set_fill_style_str(&style.get_property_value("color")?);
    let underlined = style.get_property_value("text-decoration-line")? == "underline";
    for (line, place) in lines(node, &text)? {
        pen.fill_text(
            line.trim_end(),
            place.left(),
            f64::midpoint(place.top(), place.bottom()),
        )?;
        if underlined {
            pen.fill_rect(place.left(), place.bottom() - 1.0, place.width(), 1.0);
        }
    }
    Ok(())
}

/// The lines of a text and where they stand: a new one begins where a letter stands lower than the one before.
fn lines(node: &Node, text: &[u16]) -> Result<Vec<(String, DomRect)>, JsValue> {
    let range = Range::new()?;
    let mut starts: Vec<u32> = Vec::new();
    let mut lowest = f64::MIN;
    for n in 0..u32::try_from(text.len()).unwrap_or_default() {
        range.set_start(node, n)?;
        range.set_end(node, n + 1)?;
        let letter = range.get_bounding_client_rect();
        if letter.width() > 0.0 && letter.top() > lowest + letter.height() / 2.0 {
            starts.push(n);
            lowest = letter.top();
        }
    }
    let ends = starts.iter().copied().skip(1);
    let ends = ends.chain([u32::try_from(text.len()).unwrap_or_default()]);
    let mut lines = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        range.set_start(node, start)?;
        range.set_end(node, end)?;
        let line = text.get(start as usize..end as usize).unwrap_or_default();
        lines.push((
            String::from_utf16_lossy(line),
            range.get_bounding_client_rect(),
        ));
    }
    Ok(lines)
}
