//! Pages of lists, and searching in them.

use std::path::Path;
use std::time::Instant;

use backend::store::{ChannelAsk, Store};
use domain::eligibility::ChannelTest;
use domain::id::UserId;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, PgConnection, SqliteConnection};

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
/// How many words plain `LIKE` looks for: it takes its time.
const LIKES: usize = 60;

/// Pages and searches of the one who has everything and of the one who has less.
pub async fn measure(database: &str, store: &dyn Store, town: &Town) {
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
    let words = [
        ("two_syllables", town.syllables(WORDS)),
        ("initial_consonants", town.initials(WORDS)),
    ];
    for (name, words) in words {
        search(&format!("{database}_search_{name}"), store, &words).await;
    }
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

async fn search(name: &str, store: &dyn Store, words: &[String]) {
    let user = UserId::parse(PEOPLE[0]).unwrap();
    let (mut taken, mut found, mut slowest) = (Vec::new(), 0, (0.0, ""));
    for round in 0..=ROUNDS {
        for word in words {
            let ask = ask(word);
            let begun = Instant::now();
            let page = store.channel_page(&user, &ask).await.unwrap();
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
    times::report(name, taken);
}

const LIKE: &str =
    "SELECT id, name FROM channel WHERE name LIKE '%' || $1 || '%' ORDER BY sort_key, id LIMIT 50";

/// The same pairs of syllables by plain `LIKE`.
pub async fn like_on_sqlite(file: &Path, town: &Town) {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    let mut taken = Vec::new();
    for word in like_words(town) {
        let begun = Instant::now();
        let rows = sqlx::query(LIKE).bind(word).fetch_all(&mut conn).await;
        taken.push(times::since(begun));
        assert!(rows.unwrap().len() <= PAGE);
    }
    times::report("sqlite_like_two_syllables", taken.split_off(2));
}

/// The same pairs of syllables by plain `LIKE`.
pub async fn like_on_postgres(address: &str, town: &Town) {
    let mut conn = PgConnection::connect(address).await.unwrap();
    let mut taken = Vec::new();
    for word in like_words(town) {
        let begun = Instant::now();
        let rows = sqlx::query(LIKE).bind(word).fetch_all(&mut conn).await;
        taken.push(times::since(begun));
        assert!(rows.unwrap().len() <= PAGE);
    }
    times::report("postgres_like_two_syllables", taken.split_off(2));
}

/// Two more than are counted, to warm up.
fn like_words(town: &Town) -> impl Iterator<Item = String> {
    town.syllables(WORDS).into_iter().take(LIKES + 2)
}
