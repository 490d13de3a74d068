//! The two groups of a list: those that can be used, and the others with every reason.

use std::time::Duration;

use contract::body::{Group, Page};
use leptos::{html, prelude::*};
use text::Lang;
use text::screens::{listing, shell};
use ui::{Announcer, Button, EmptyState, Pager, SkeletonShape, TableFrame, Text, use_announcer};
use wasm_bindgen::JsCast;

use super::counted::{self, Counted};
use super::filters::SEARCH_ID;
use super::{Asked, Listing};
use crate::data::Loaded;
use crate::lang::{say, tell, use_lang};

/// How long nothing may have been asked before it is said how much was found.
const REST: Duration = Duration::from_millis(500);

type Sentence = fn(Lang) -> &'static str;

/// What differs in words between a list of channels and a list of apps.
pub struct Words {
    /// The list's name.
    pub name: Sentence,
    /// The heading with the number of rows, and with more than are counted.
    pub title: Counted,
    /// The label of the search field.
    pub search: Sentence,
    /// The filters "usable" and "linked".
    pub state_usable: Sentence,
    /// See `state_usable`.
    pub state_linked: Sentence,
    /// The caption of a group, usable and other.
    pub captions: [Counted; 2],
    /// What is said of an empty group.
    pub none: [Sentence; 2],
    /// The name of each group's pages.
    pub pages: [Sentence; 2],
}

impl Words {
    fn caption(&self, lang: Lang, group: Group, count: usize, asked: &Asked) -> String {
        let [usable, other] = self.captions;
        let words = if group == Group::Usable {
            usable
        } else {
            other
        };
        counted::found(lang, words, count, &asked.q)
    }

    fn of(pair: [Sentence; 2], group: Group) -> Sentence {
        let [usable, other] = pair;
        if group == Group::Usable {
            usable
        } else {
            other
        }
    }
}

/// Both groups, fetched apart.
pub struct Groups<T: Send + Sync + 'static> {
    /// The list they belong to.
    pub list: Listing,
    /// The words of this list.
    pub words: &'static Words,
    /// Those that can be used.
    pub usable: Loaded<Page<T>>,
    /// The others.
    pub other: Loaded<Page<T>>,
}

impl<T: Send + Sync + 'static> Clone for Groups<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Groups<T> {}

/// Whether there is something to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Rows,
    /// Nothing, and nothing was searched for.
    Never,
    /// Nothing that matches.
    NoMatch,
}

impl<T: Clone + Send + Sync + 'static> Groups<T> {
    /// The heading: how many there are when nothing is searched for. It does not change while one searches.
    pub fn title(self) -> Text {
        let total = Memo::new(move |before: Option<&Option<usize>>| {
            let now = self
                .counts()
                .filter(|_| !self.list.asked.with(Asked::is_narrowed));
            now.map(|(usable, other)| usable + other)
                .or(before.copied().flatten())
        });
        tell(move |lang| match total.get() {
            Some(count) => counted::all(lang, self.words.title, count),
            None => (self.words.name)(lang).to_owned(),
        })
    }

    /// How many rows each group has; nothing while that is being asked.
    fn counts(self) -> Option<(usize, usize)> {
        let settled = !self.usable.loading.get() && !self.other.loading.get();
        let counts = Some((self.usable.get()?.body.count, self.other.get()?.body.count));
        counts.filter(|_| settled)
    }

    /// Says how much was found, after each search that a person made, when typing and loading have come to rest.
    pub fn announce(self) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(timer) = timer.try_update_value(Option::take).flatten() {
                timer.clear();
            }
        };
        on_cleanup(stop);
        // An effect, because speaking is not part of the view.
        Effect::new(move |before: Option<Asked>| {
            let asked = self.list.asked.get();
            if before.is_some_and(|before| before != asked) {
                stop();
                self.speak_at_rest(timer, use_announcer(), use_lang());
            }
            asked
        });
    }

    fn speak_at_rest(
        self,
        timer: StoredValue<Option<TimeoutHandle>>,
        announcer: Announcer,
        lang: RwSignal<Lang>,
    ) {
        let speak = move || match untrack(|| self.counts()) {
            None => self.speak_at_rest(timer, announcer, lang),
            Some((usable, other)) => {
                let asked = self.list.asked.get_untracked();
                let said: Vec<String> = [(Group::Usable, usable), (Group::Other, other)]
                    .into_iter()
                    .filter(|(group, _)| asked.shown.has(*group))
                    .map(|(group, count)| {
                        let lang = lang.get_untracked();
                        self.words.caption(lang, group, count, &asked)
                    })
                    .collect();
                announcer.announce(said.join(", "));
            }
        };
        timer.set_value(set_timeout_with_handle(speak, REST).ok());
    }

    /// The groups, each drawn by `table` from its rows; `never` where there is nothing at all.
    pub fn view(
        self,
        table: fn(Group, Vec<T>, Listing) -> AnyView,
        never: ViewFn,
    ) -> impl IntoView {
        let asked = self.list.asked;
        let found = Memo::new(move |before: Option<&Found>| match self.counts() {
            None => before.copied().unwrap_or(Found::Rows),
            Some((usable, other)) => {
                let shown = asked.with(|asked| asked.shown);
                let any =
                    usable > 0 && shown.has(Group::Usable) || other > 0 && shown.has(Group::Other);
                match (any, asked.with(Asked::is_narrowed)) {
                    (true, _) => Found::Rows,
                    (false, true) => Found::NoMatch,
                    (false, false) => Found::Never,
                }
            }
        });
        move || match found.get() {
            Found::Never => never.run().into_any(),
            Found::NoMatch => no_match(self.list).into_any(),
            Found::Rows => view! {
                {self.group(Group::Usable, table)}
                {self.group(Group::Other, table)}
            }
            .into_any(),
        }
    }

    fn group(self, group: Group, table: fn(Group, Vec<T>, Listing) -> AnyView) -> impl IntoView {
        let rows = if group == Group::Usable {
            self.usable
        } else {
            self.other
        };
        let shown = Memo::new(move |_| self.list.asked.with(|asked| asked.shown.has(group)));
        let turned = StoredValue::new(None::<String>);
        move || {
            shown.get().then(|| {
                rows.view(SkeletonShape::Rows, move |page| {
                    // The page was asked for with this; the address may be ahead by now.
                    let asked = self.list.asked.get_untracked();
                    let cursor = asked.cursor(group).to_owned();
                    let before = turned
                        .try_update_value(|turned| turned.replace(cursor.clone()))
                        .flatten();
                    let is_turned = before.is_some_and(|before| before != cursor);
                    self.page(group, page.body, &asked, is_turned, table)
                })
            })
        }
    }

    /// One page of a group. The link that turned to it is gone by now, so the new page takes its focus.
    fn page(
        self,
        group: Group,
        page: Page<T>,
        asked: &Asked,
        is_turned: bool,
        table: fn(Group, Vec<T>, Listing) -> AnyView,
    ) -> AnyView {
        let section = NodeRef::<html::Section>::new();
        if is_turned {
            request_animation_frame(move || {
                if let Some(section) = section.try_get_untracked().flatten() {
                    // Refused only where it is not shown.
                    let _ = section.focus();
                }
            });
        }
        let Page {
            rows,
            next,
            previous,
            count,
        } = page;
        let (list, words) = (self.list, self.words);
        let about = asked.clone();
        let caption = tell(move |lang| words.caption(lang, group, count, &about));
        let rows_gone = rows.is_empty();
        let body = if rows_gone {
            view! { <p class="hint">{say(Words::of(words.none, group))}</p> }.into_any()
        } else {
            let table = table(group, rows, list);
            view! { <TableFrame caption hide_caption=true stack=true>{table}</TableFrame> }
                .into_any()
        };
        // What was on a page may all be gone by now; then there is the first one.
        let strayed = rows_gone && !asked.cursor(group).is_empty();
        let back = previous.or(strayed.then(String::new));
        let [back, further] =
            [back, next].map(|page| page.map(|cursor| list.address(&asked.at(group, cursor))));
        let paged = back.is_some() || further.is_some();
        view! {
            <section class="group" tabindex="-1" node_ref=section>
                <h2>{caption}</h2>
                {body}
                {paged.then(|| view! {
                    <Pager
                        label=say(Words::of(words.pages, group))
                        previous_label=say(listing::previous_page)
                        previous=back
                        next_label=say(listing::next_page)
                        next=further
                    />
                })}
            </section>
        }
        .into_any()
    }
}

/// Nothing matches: what was asked, and how to ask for less.
fn no_match(list: Listing) -> impl IntoView {
    let title = tell(move |lang| {
        let q = list.asked.with(|asked| asked.q.clone());
        if q.trim().is_empty() {
            shell::no_results_filter(lang).to_owned()
        } else {
            shell::no_results(lang, &q)
        }
    });
    let clear = move |()| {
        let sort = list.asked.get_untracked().sort;
        list.type_text(String::new());
        list.ask(Asked {
            sort,
            ..Asked::default()
        });
        // This button goes away with the search, so its focus goes to where the next one begins.
        let field = document()
            .get_element_by_id(SEARCH_ID)
            .and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
        let _ = field.map(|field| field.focus());
    };
    view! {
        <EmptyState title>
            <Button label=say(shell::filter_clear_button) on_press=clear/>
        </EmptyState>
    }
}
