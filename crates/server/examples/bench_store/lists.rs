//! Pages of lists, and searching in them.

use std::time::Instant;

use backend::store::{ChannelAsk, Store};
use contract::query::Sort;
use domain::eligibility::ChannelTest;
use domain::id::UserId;

use crate::names::Town;
use crate::seed::{PEOPLE, SOME};
use crate::times;

/// Rows of a page.
const PAGE: usize = 50;
/// The page that is far behind; of a shorter list the last.
const FAR: usize = 10_000;
/// Rows of one step on the way there.
const STEP: usize = 5_000;
/// How often each page is asked for.
const SAMPLES: usize = 300;
/// How many different words are looked for, and how often each of them.
const WORDS: u32 = 200;
const ROUNDS: usize = 2;
/// What words are made of.
pub const KINDS: [&str; 2] = ["two_syllables", "initial_consonants"];

/// Pages and searches of the one who has everything and of the one who has less. Gives the medians of the first one's searches, in the
/// order of `KINDS`.
pub async fn measure(database: &str, store: &dyn Store, town: &Town) -> [f64; 2] {
    let all = town.channels.len();
    let mut asks = Vec::new();
    for (person, count) in PEOPLE.iter().zip([all, SOME.min(all)]) {
        let user = UserId::parse(person).unwrap();
        let usable = (0..count).filter(|at| at % 10 != 9).count();
        let far = FAR.min(usable / PAGE);
        let first = ask("");
        let deep = behind(store, &user, (far - 1) * PAGE).await;
        asks.push((
            format!("{database}_list_of_{count}_page_1"),
            user.clone(),
            first,
        ));
        asks.push((format!("{database}_list_of_{count}_page_{far}"), user, deep));
    }
    let mut taken = vec![Vec::new(); asks.len()];
    for round in 0..SAMPLES + 20 {
        for ((_, user, ask), taken) in asks.iter().zip(&mut taken) {
            let begun = Instant::now();
            let page = store.channel_page(user, ask).await.unwrap();
            assert_eq!(page.rows.len(), PAGE);
            if round >= 20 {
                taken.push(times::since(begun));
            }
        }
    }
    let names = asks.iter().map(|(name, ..)| name);
    let medians: Vec<f64> = names
        .zip(taken)
        .map(|(name, taken)| times::report(name, taken))
        .collect();
    let ratio = |name: &str, a: usize, b: usize| {
        println!("{database}_{name} {:.2} times", medians[a] / medians[b]);
    };
    ratio("far_page_to_first_of_long_list", 1, 0);
    ratio("far_page_to_first_of_short_list", 3, 2);
    ratio("first_page_of_long_to_short_list", 0, 2);
    ratio("far_page_of_long_to_short_list", 1, 3);
    let words = words(town);
    let whose = [String::new(), format!("_of_{}", SOME.min(all))];
    let mut searched = Vec::new();
    for (person, whose) in PEOPLE.iter().zip(whose) {
        let user = UserId::parse(person).unwrap();
        for (kind, words) in KINDS.iter().zip(&words) {
            let name = format!("{database}_search{whose}_{kind}");
            searched.push(search(&name, store, &user, Sort::Name, words).await);
        }
        let name = format!("{database}_search{whose}_{}_by_role", KINDS[1]);
        search(&name, store, &user, Sort::Role, &words[1]).await;
    }
    [searched[0], searched[1]]
}

/// What is looked for, in the order of `KINDS`.
pub fn words(town: &Town) -> [Vec<String>; 2] {
    [town.syllables(WORDS), town.initials(WORDS)]
}

fn ask(q: &str) -> ChannelAsk {
    ChannelAsk {
        q: q.to_owned(),
        ..ChannelAsk::all(ChannelTest::any(), true, PAGE)
    }
}

/// The page that begins behind so many rows.
async fn behind(store: &dyn Store, user: &UserId, mut rows: usize) -> ChannelAsk {
    let mut step = ask("");
    while rows > 0 {
        step.rows = rows.min(STEP);
        rows -= step.rows;
        let page = store.channel_page(user, &step).await.unwrap();
        step.cursor = page.next;
    }
    ChannelAsk { rows: PAGE, ..step }
}

/// How long searches take; gives the median.
async fn search(name: &str, store: &dyn Store, user: &UserId, sort: Sort, words: &[String]) -> f64 {
    let (mut taken, mut found, mut slowest) = (Vec::new(), 0, (0.0, ""));
    for round in 0..=ROUNDS {
        for word in words {
            let ask = ChannelAsk { sort, ..ask(word) };
            let begun = Instant::now();
            let page = store.channel_page(user, &ask).await.unwrap();
            let took = times::since(begun);
            if round > 0 {
                taken.push(took);
                found += usize::from(!page.rows.is_empty());
            }
            if round > 0 && took > slowest.0 {
                slowest = (took, word);
            }
        }
    }
    println!("{name}_with_result {found} of {}", taken.len());
    eprintln!("{name}: slowest was {} with {:.3} ms", slowest.1, slowest.0);
    times::report(name, taken)
}
