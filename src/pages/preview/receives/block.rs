//! A block of code with its name, a button that copies it, and what to guard against.

use domain::payload::GuardCode;
use leptos::prelude::*;
use text::screens::{receives, shell};
use text::{Lang, payload};
use ui::CopyButton;

use crate::lang::say;

/// The block. `name` is what it is called, `code` what stands in it.
pub fn block(lang: Lang, name: &str, code: String) -> AnyView {
    let hidden = name.to_owned();
    let label = receives::block(lang, name);
    let value = Signal::stored(code.clone());
    view! {
        <div class="code-block">
            <div class="row">
                <strong>{name.to_owned()}</strong>
                <CopyButton
                    label=say(shell::copy_button)
                    hidden=Signal::stored(Some(hidden))
                    value
                    done=say(shell::copied)
                    failed=say(shell::not_copied)
                />
            </div>
            <pre role="region" aria-label=label tabindex="0"><code>{code}</code></pre>
        </div>
    }
    .into_any()
}

/// What to guard against, each with the field that it is about; empty where it is about the whole.
pub fn guards(lang: Lang, guards: &[(&'static str, GuardCode)]) -> AnyView {
    let one = |(path, code): &(&'static str, GuardCode)| {
        let path = (!path.is_empty()).then(|| view! { <code>{*path}</code>{" "} });
        view! { <li>{path}{payload::guard(lang, *code)}</li> }
    };
    (!guards.is_empty())
        .then(|| {
            let list = guards.iter().map(one).collect_view();
            view! {
                <p class="guards-title">{receives::guards(lang)}</p>
                <ul class="guards">{list}</ul>
            }
        })
        .into_any()
}
