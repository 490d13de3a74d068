//! What there is to say about one link, seen from either side.

use domain::finding::Finding;
use domain::link::Link;
use leptos::prelude::*;
use text::screens::{channels, links};
use ui::{Tag, TagTone};

use crate::lang::{say, tell};
use crate::parts::reasons::ReasonList;
use crate::parts::when::{WhenForm, words};

/// Whether it is the representative one, since when it is there, and whether the numbers differ.
#[component]
pub fn LinkFacts(
    /// The link.
    link: Link,
    /// That the registration numbers differ, with both of them.
    drift: Option<Finding>,
) -> impl IntoView {
    let at = link.linked_at;
    let since = tell(move |lang| links::linked_at(lang, &words(lang, at, WhenForm::Table)));
    view! {
        <div class="row">
            {link.representative.then(|| view! {
                <Tag tone=TagTone::Done label=say(channels::representative_channel)/>
            })}
            <time class="hint" datetime=at.to_rfc3339()>{since}</time>
        </div>
        {drift.map(|drift| view! { <ReasonList reasons=vec![drift]/> })}
    }
}
