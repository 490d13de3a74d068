//! Takes files in: by button, by dropping, by pasting.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, DragEvent, File, FileList};

use crate::{
    FieldIds, FieldMessages, Glyph, Icon, MaybeText, Text,
    field::{ErrorLine, MessageLine},
};

/// A place for files. It judges none of them: the owner receives what came and answers with `error`.
#[component]
pub fn FileDrop(
    /// What the button says.
    #[prop(into)]
    label: Text,
    /// That files can be dropped or pasted here too, and which.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// Receives the files, at least one.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
    /// Kinds to offer in the file chooser, e.g. `"image/png,.pdf"`. A hint, not a rule.
    #[prop(default = "")]
    accept: &'static str,
    /// More than one at a time.
    #[prop(optional)]
    multiple: bool,
    /// The control's id, for links from an error summary.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let ids = FieldIds::new(id);
    let messages = FieldMessages {
        hint,
        error,
        below: MaybeText::default(),
    };
    let describing = ids.clone();
    let over = RwSignal::new(false);
    let take = move |list: Option<FileList>| {
        let mut files = files_of(list);
        if !multiple {
            files.truncate(1);
        }
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let drop = move |ev: DragEvent| {
        ev.prevent_default();
        over.set(false);
        take(ev.data_transfer().and_then(|data| data.files()));
    };
    let paste = move |ev: ClipboardEvent| take(ev.clipboard_data().and_then(|data| data.files()));
    view! {
        <div
            class="file-drop"
            data-over=move || over.get().then_some("true")
            data-invalid=move || messages.invalid()
            on:dragover=move |ev| {
                // Without this the browser would open the file in place of the page.
                ev.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
            on:paste=paste
        >
            <ErrorLine id=ids.error text=error />
            <input
                class="visually-hidden"
                id=ids.control.clone()
                type="file"
                accept=accept
                multiple=multiple
                aria-describedby=move || messages.described_by(&describing)
                aria-invalid=move || messages.invalid()
                on:change:target=move |ev| {
                    let input = ev.target();
                    take(input.files());
                    // So that the same file can be chosen again after it was put right.
                    input.set_value("");
                }
            />
            <label class="button" for=ids.control>
                <Icon glyph=Glyph::Upload />
                <span>{move || label.get()}</span>
            </label>
            <MessageLine id=ids.hint text=hint />
        </div>
    }
}

/// The files of a browser's list.
fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|n| list.item(n)).collect())
        .unwrap_or_default()
}
