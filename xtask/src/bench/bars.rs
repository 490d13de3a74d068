//! What the figures of the stores have to reach. A bar is a ratio within one run wherever it can be.

use super::figures::Figure;

/// A database: how the names of its figures begin, and its own name.
type Database = (&'static str, &'static str);

const BOTH: &[Database] = &[("sqlite", "SQLite"), ("postgres", "PostgreSQL")];
const SQLITE: &[Database] = &[("sqlite", "SQLite")];

/// A figure and what it has to be.
struct Bar {
    databases: &'static [Database],
    /// The name of the figure after that of the database.
    figure: &'static str,
    shows: &'static str,
    bound: Bound,
}

#[derive(Clone, Copy)]
enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

impl Bound {
    fn holds(self, value: f64) -> bool {
        match self {
            Bound::AtMost(most) => value <= most,
            Bound::AtLeast(least) => value >= least,
        }
    }
}

const BARS: &[Bar] = &[
    // Of SQLite alone: on PostgreSQL, where many nodes write, each batch is a transaction of its own, as in the baseline.
    Bar {
        databases: SQLITE,
        figure: "submissions_to_one_by_one_pool",
        shows: "durable submissions of 32 callers ÷ with a transaction for each on a pool of 32 connections",
        bound: Bound::AtLeast(5.0),
    },
    Bar {
        databases: BOTH,
        figure: "far_page_to_first_of_long_list",
        shows: "a million channels: page 10,000 ÷ page 1",
        bound: Bound::AtMost(2.0),
    },
    Bar {
        databases: BOTH,
        figure: "far_page_to_first_of_short_list",
        shows: "ten thousand channels: last page ÷ page 1",
        bound: Bound::AtMost(2.0),
    },
    Bar {
        databases: BOTH,
        figure: "first_page_of_long_to_short_list",
        shows: "page 1 of a million ÷ of ten thousand channels",
        bound: Bound::AtMost(2.0),
    },
    Bar {
        databases: BOTH,
        figure: "search_two_syllables_p99",
        shows: "two syllables in a million, p99, ms",
        bound: Bound::AtMost(15.0),
    },
    Bar {
        databases: BOTH,
        figure: "search_initial_consonants_p99",
        shows: "initial consonants in a million, p99, ms",
        bound: Bound::AtMost(15.0),
    },
    Bar {
        databases: BOTH,
        figure: "search_of_10000_two_syllables_p99",
        shows: "two syllables in own ten thousand of the million, p99, ms",
        bound: Bound::AtMost(15.0),
    },
    Bar {
        databases: BOTH,
        figure: "search_of_10000_initial_consonants_p99",
        shows: "initial consonants in own ten thousand of the million, p99, ms",
        bound: Bound::AtMost(15.0),
    },
    Bar {
        databases: BOTH,
        figure: "search_initial_consonants_by_role_p99",
        shows: "initial consonants in a million, in the order of roles, p99, ms",
        bound: Bound::AtMost(15.0),
    },
    Bar {
        databases: BOTH,
        figure: "search_of_10000_initial_consonants_by_role_p99",
        shows: "initial consonants in own ten thousand of the million, in the order of roles, p99, ms",
        bound: Bound::AtMost(15.0),
    },
    // An index that is not faster than looking at every name is not worth keeping.
    Bar {
        databases: BOTH,
        figure: "like_to_search_two_syllables",
        shows: "two syllables: LIKE ÷ search, medians",
        bound: Bound::AtLeast(1.0),
    },
    Bar {
        databases: BOTH,
        figure: "like_to_search_initial_consonants",
        shows: "initial consonants: LIKE on a column of them ÷ search, medians",
        bound: Bound::AtLeast(1.0),
    },
];

/// All bars beside what was measured.
pub(crate) struct Verdict {
    /// Rows for the columns of `HEAD`.
    pub(crate) rows: Vec<Vec<String>>,
    /// What each bar shows that was missed, with its database. A figure that is not there misses its bar.
    pub(crate) missed: Vec<String>,
}

pub(crate) const HEAD: [&str; 4] = ["bar", "has to be", "measured", "holds"];

/// Holds the figures of the stores against the bars.
pub(crate) fn judge(figures: &[Figure]) -> Verdict {
    let mut verdict = Verdict {
        rows: Vec::new(),
        missed: Vec::new(),
    };
    for bar in BARS {
        for (start, database) in bar.databases {
            let name = format!("{start}_{}", bar.figure);
            let value = figures.iter().find_map(|figure| figure.value_of(&name));
            let holds = value.is_some_and(|value| bar.bound.holds(value));
            let what = format!("{database}, {}", bar.shows);
            let demand = match bar.bound {
                Bound::AtMost(most) => format!("at most {most}"),
                Bound::AtLeast(least) => format!("at least {least}"),
            };
            let measured = value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
            let answer = if holds { "yes" } else { "NO" };
            verdict
                .rows
                .push(vec![what.clone(), demand, measured, answer.to_owned()]);
            if !holds {
                verdict.missed.push(what);
            }
        }
    }
    verdict
}

#[cfg(test)]
mod tests {
    use super::super::figures::from_words;
    use super::*;

    /// Lines in which every bar is just reached.
    fn just_reached() -> String {
        let lines = |bar: &'static Bar| {
            let (Bound::AtMost(value) | Bound::AtLeast(value)) = bar.bound;
            let line = move |(start, _): &_| format!("{start}_{} {value} x\n", bar.figure);
            bar.databases.iter().map(line)
        };
        BARS.iter().flat_map(lines).collect()
    }

    #[test]
    fn every_bar_stands_in_the_table_and_holds_when_it_is_just_reached() {
        let verdict = judge(&from_words(&just_reached()));
        assert!(verdict.missed.is_empty(), "{:?}", verdict.missed);
        let wanted: usize = BARS.iter().map(|bar| bar.databases.len()).sum();
        assert_eq!(verdict.rows.len(), wanted);
        assert!(verdict.rows.iter().all(|row| row[3] == "yes"));
    }

    #[test]
    fn a_missed_bar_and_a_figure_that_is_not_there_are_named() {
        let text = just_reached();
        let slow = "sqlite_submissions_to_one_by_one_pool 5";
        let absent = "postgres_search_two_syllables_p99 15 x\n";
        assert!(text.contains(slow) && text.contains(absent), "{text}");
        let text = text.replace(slow, "sqlite_submissions_to_one_by_one_pool 4.99");
        let verdict = judge(&from_words(&text.replace(absent, "")));
        assert_eq!(
            verdict.missed,
            [
                "SQLite, durable submissions of 32 callers ÷ with a transaction for each on a pool of 32 connections",
                "PostgreSQL, two syllables in a million, p99, ms"
            ]
        );
        let missed: Vec<_> = verdict.rows.iter().filter(|row| row[3] == "NO").collect();
        assert_eq!(missed[0][1..3], ["at least 5", "4.99"]);
        assert_eq!(missed[1][1..3], ["at most 15", "–"]);
    }
}
