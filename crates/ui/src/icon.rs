//! Icons: own drawings on a grid of 16, stroked in the colour of the text beside them.

use leptos::prelude::*;

/// Which drawing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    ArrowDown,
    ArrowUp,
    Check,
    ChevronDown,
    ChevronRight,
    Clock,
    Copy,
    Cross,
    Dash,
    Download,
    External,
    File,
    Info,
    Lock,
    Pen,
    Person,
    Plus,
    Search,
    Upload,
    Warning,
}

impl Glyph {
    /// All of them, for the gallery.
    pub const ALL: [Self; 20] = [
        Self::ArrowDown,
        Self::ArrowUp,
        Self::Check,
        Self::ChevronDown,
        Self::ChevronRight,
        Self::Clock,
        Self::Copy,
        Self::Cross,
        Self::Dash,
        Self::Download,
        Self::External,
        Self::File,
        Self::Info,
        Self::Lock,
        Self::Pen,
        Self::Person,
        Self::Plus,
        Self::Search,
        Self::Upload,
        Self::Warning,
    ];

    /// The path of the drawing, in a box of 16 by 16.
    const fn path(self) -> &'static str {
        match self {
            Self::ArrowDown => "M8 2.5v11M3.5 9 8 13.5 12.5 9",
            Self::ArrowUp => "M8 13.5v-11M3.5 7 8 2.5 12.5 7",
            Self::Check => "M2.5 8.5 6.5 12.5 13.5 4",
            Self::ChevronDown => "M3 5.5 8 10.5 13 5.5",
            Self::ChevronRight => "M5.5 3 10.5 8 5.5 13",
            Self::Clock => "M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M8 4.5V8l2.5 2",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Cross => "M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5",
            Self::Dash => "M3.5 8h9",
            Self::Download => "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
            Self::External => "M6.5 3h-4v10.5h10.5v-4M9.5 2.5h4v4M13.5 2.5 7.5 8.5",
            Self::File => "M3.5 1.75h6l3 3v9.5h-9zM9.5 1.75v3h3",
            Self::Info => "M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5M8 7.25v4M8 4.5v.5",
            Self::Lock => "M3.5 7.25h9v6.5h-9zM5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25",
            Self::Pen => "M2.5 13.5 3.25 10.5 10.75 3 13 5.25 5.5 12.75ZM9 4.75 11.25 7",
            Self::Person => {
                "M8 2a2.75 2.75 0 1 0 0 5.5A2.75 2.75 0 1 0 8 2M2.5 14c0-3 2.25-4.5 5.5-4.5s5.5 1.5 5.5 4.5"
            }
            Self::Plus => "M8 3v10M3 8h10",
            Self::Search => "M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 1 0 0-9.5M10.5 10.5 14 14",
            Self::Upload => "M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 13.5h11",
            Self::Warning => "M8 2v7.5M8 12.25v1.5",
        }
    }
}

/// A drawing beside a word. Hidden from assistive technology: the word says it.
#[component]
pub fn Icon(
    /// Which drawing.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=glyph.path()></path>
        </svg>
    }
}
