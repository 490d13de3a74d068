//! A QR code as a drawing, for a phone's camera.

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};
use ui::Text;

/// Modules left free around the code, as scanners need it. ISO/IEC 18004.
pub const QUIET: i32 = 4;

/// Dark modules of a code as one path, and how many modules it is wide.
pub fn drawing(words: &str) -> Option<(String, i32)> {
    // A quarter of the code may be covered or dirty; more is longer than a screen needs.
    let code = Code::encode_text(words, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut from = None;
        for x in 0..=code.size() {
            // Outside the code everything is light, so every run ends.
            match (from, code.get_module(x, y)) {
                (None, true) => from = Some(x),
                (Some(start), false) => {
                    let wide = x - start;
                    path.push_str(
                        &[
                            "M",
                            &start.to_string(),
                            " ",
                            &y.to_string(),
                            "h",
                            &wide.to_string(),
                            "v1h-",
                            &wide.to_string(),
                            "z",
                        ]
                        .concat(),
                    );
                    from = None;
                }
                _ => {}
            }
        }
    }
    Some((path, code.size()))
}

/// The code, black on white whatever the surroundings; nothing when the words are too long for one.
#[component]
pub fn QrCode(
    /// What it says.
    words: String,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: Text,
) -> impl IntoView {
    drawing(&words).map(|(path, size)| {
        let wide = (size + 2 * QUIET).to_string();
        let corner = (-QUIET).to_string();
        let view_box = [corner.as_str(), &corner, &wide, &wide].join(" ");
        view! {
            <svg class="qr" role="img" aria-label=move || label.get() viewBox=view_box shape-rendering="crispEdges">
                <rect x=corner.clone() y=corner width=wide.clone() height=wide></rect>
                <path d=path></path>
            </svg>
        }
    })
}
