//! Hangul search: finds 별하 커피 by `ㅂㅎ`, `별ㅎ`, `커ㅍ`, and by what an input method shows while one types.
//!
//! Both sides are normalised, then compared unit by unit (a unit is one character of the normalised text):
//!
//! * a lone consonant stands for every syllable that begins with it;
//! * any other unit stands for itself, but the *last* syllable is still being typed: 벼 finds 별, 우 finds 원, 갑 finds 값;
//! * an input method pulls the next consonant under the syllable before it (별하ㅋ becomes 별핰), so the tail of the last syllable, and of
//!   one before a lone consonant, may also be the lead of what follows: 별핰 and 별핰ㅍ find 별하 커피, 값 finds 갑시다.
//!
//! A database narrows the rows with [`grams`] and [`required_grams`], then asks [`Query`].

mod jamo;

use std::collections::BTreeSet;
use std::ops::Range;

use jamo::{Syllable, composed, folded, halves, is_lead, joined, projected, starts_vowel};

/// Whether `query` occurs in `target`. An empty query (also one of nothing but ignored characters) occurs everywhere.
pub fn matches(target: &str, query: &str) -> bool {
    Query::new(query).matches(target)
}

/// Where `query` first occurs: a byte range of the original `target`, for `<mark>`. `None` for no match and for an empty query.
pub fn highlight(target: &str, query: &str) -> Option<Range<usize>> {
    Query::new(query).highlight(target)
}

/// The text that is compared: Hangul composed, full-width ASCII as ASCII, lower case, lone consonant pairs taken apart (ㄳ → ㄱㅅ, which
/// some input methods make of two leads), without white space, middle dots and `( ) - _`. Normalising twice changes nothing.
///
/// Accents of other scripts are left as they are.
pub fn normalize(text: &str) -> String {
    Normalized::new(text).units.into_iter().collect()
}

/// By what names are sorted: digits, then Hangul, then Latin letters; case, width, spaces and brackets do not matter. Compare it as bytes.
pub fn sort_key(name: &str) -> String {
    // Full-width letters stand behind Hangul in Unicode; `normalize` leaves none of them.
    let behind = |c: char| u32::from(c) - u32::from('a') + u32::from('ａ');
    Normalized::new(name)
        .units
        .into_iter()
        .map(|c| match c {
            'a'..='z' => char::from_u32(behind(c)).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// A text prepared for many comparisons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized {
    units: Vec<char>,
    /// For each unit the bytes of the original that it came from.
    spans: Vec<Range<usize>>,
}

impl Normalized {
    /// Prepares `text`.
    pub fn new(text: &str) -> Self {
        let mut normalized = Self {
            units: Vec::new(),
            spans: Vec::new(),
        };
        for (c, span) in composed(text) {
            for unit in folded(c) {
                normalized.units.push(unit);
                normalized.spans.push(span.clone());
            }
        }
        normalized
    }
}

/// What somebody looks for, prepared once for many targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    units: Vec<Unit>,
}

impl Query {
    /// Prepares `query`.
    pub fn new(query: &str) -> Self {
        let chars = Normalized::new(query).units;
        let next = chars.iter().skip(1).map(Some).chain([None]);
        let units = chars
            .iter()
            .zip(next)
            .map(|(&c, next)| Unit::new(c, next.copied()))
            .collect();
        Self { units }
    }

    /// Nothing is left after normalising: everything matches.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Whether the query occurs in `target`.
    pub fn matches(&self, target: &str) -> bool {
        self.is_empty() || self.find(&Normalized::new(target).units).is_some()
    }

    /// The same for a prepared target.
    pub fn matches_normalized(&self, target: &Normalized) -> bool {
        self.is_empty() || self.find(&target.units).is_some()
    }

    /// Where the query first occurs, in bytes of `target`. `None` for no match and for an empty query.
    pub fn highlight(&self, target: &str) -> Option<Range<usize>> {
        let target = Normalized::new(target);
        let found = self.find(&target.units)?;
        let spans = target.spans.get(found)?;
        Some(spans.first()?.start..spans.last()?.end)
    }

    fn find(&self, target: &[char]) -> Option<Range<usize>> {
        (0..target.len()).find_map(|start| {
            let length = self.matched_at(target.get(start..)?)?;
            Some(start..start + length)
        })
    }

    /// How many units of `target` the query takes from its beginning. Never has to try twice: no target fits two readings of a unit.
    fn matched_at(&self, target: &[char]) -> Option<usize> {
        self.units.iter().try_fold(0, |taken, unit| {
            Some(taken + unit.takes(target.get(taken..)?)?)
        })
    }
}

/// The index entries of a target. With [`required_grams`] this is a sieve: it lets through every match, and few that do not match.
///
/// * `l:ㅂ`, `l:ㅂㅎ`, `l:ㅂㅎㅋ` one to three neighbouring units, syllables by their lead, and up to five when all are Hangul; of one
///   or two digits there is none, for nearly every registration number has them;
/// * `o:벼`, `o:별` one syllable, and whatever an input method shows on the way to it and to the leads after it;
/// * `p:별하`, `p:별핰` two neighbouring syllables, the second one likewise.
pub fn grams(target: &str) -> BTreeSet<String> {
    let units = Normalized::new(target).units;
    let mut grams = BTreeSet::new();
    let (mut rest, mut before) = (units.as_slice(), None);
    while let Some((&a, after)) = rest.split_first() {
        let windows = (1..=longest(rest)).filter_map(|length| rest.get(..length));
        grams.extend(windows.filter_map(|units| lead_gram(units.iter().copied())));
        let begun = begun(rest);
        for part in begun.iter().flatten() {
            grams.insert(one_gram(*part));
            grams.extend(before.map(|before| pair_gram(before, *part)));
        }
        before = begun.map(|_| a);
        rest = after;
    }
    grams
}

/// The entries of [`grams`] that every target matching `query` has. Empty for an empty query, and for one of one or two digits.
pub fn required_grams(query: &str) -> Vec<String> {
    let units = Query::new(query).units;
    let mut required = BTreeSet::new();
    let mut rest = units.as_slice();
    // Up to which unit the windows reach that there are already, and whether the unit before makes a pair with this one.
    let (mut reached, mut paired) = (0, false);
    while let Some((a, after)) = rest.split_first() {
        let steady = rest.get(..together(rest)).unwrap_or_default();
        let chars: Vec<char> = steady.iter().map(|unit| unit.char).collect();
        let window = steady.get(..longest(&chars)).unwrap_or_default();
        let end = units.len() - rest.len() + window.len();
        let alone = window.len() < 2 && units.len() > 1;
        if end > reached && !alone && !window.iter().all(Unit::is_syllable) {
            required.extend(lead_gram(window.iter().map(|unit| unit.char)));
            reached = end;
        }
        let pair = after
            .first()
            .filter(|_| a.reading == Reading::Whole)
            .filter(|next| next.is_syllable())
            .map(|next| pair_gram(a.char, next.char));
        if a.is_syllable() && pair.is_none() && !paired {
            required.insert(one_gram(a.char));
        }
        paired = pair.is_some();
        required.extend(pair);
        rest = after;
    }
    required.into_iter().collect()
}

/// How many units an `l:` entry has at most: of Hangul, and of anything else. With fewer, four initial consonants would be looked for in
/// two long lists that have little in common.
const LEADS_TOGETHER: usize = 5;
const UNITS_TOGETHER: usize = 3;

/// How many of these units the longest `l:` entry has that begins with the first.
fn longest(units: &[char]) -> usize {
    let hangul = units.iter().take_while(|unit| is_lead(projected(**unit)));
    match hangul.take(LEADS_TOGETHER).count() {
        long if long > UNITS_TOGETHER => long,
        _ => units.len().min(UNITS_TOGETHER),
    }
}

/// How many of these units stand side by side in every target that matches: a tail that moves on makes room for one in between.
fn together(units: &[Unit]) -> usize {
    let steady = |unit: &&Unit| !matches!(unit.reading, Reading::BeforeLead(..));
    let steady = units.iter().take_while(steady).count();
    (steady + 1).min(units.len()).min(LEADS_TOGETHER)
}

fn lead_gram(units: impl Iterator<Item = char> + Clone) -> Option<String> {
    let digits =
        units.clone().all(|c| c.is_ascii_digit()) && units.clone().count() < UNITS_TOGETHER;
    (!digits).then(|| "l:".chars().chain(units.map(projected)).collect())
}

/// What one may have typed of the first of these units, if it is a syllable, and of the leads after it: 오, 와, 왕 of 왕; 하, 핰 of 하커.
fn begun(units: &[char]) -> Option<Vec<char>> {
    let (&whole, after) = units.split_first()?;
    let syllable = Syllable::of(whole)?;
    let mut leads = after.iter().copied().map(projected);
    let (first, second) = (leads.next(), leads.next());
    let tails = match syllable.tail {
        None => [first, first.zip(second).and_then(joined)],
        Some(tail) => [
            halves(tail).map(|(half, _)| half),
            first.and_then(|lead| joined((tail, lead))),
        ],
    };
    let mut begun = vec![syllable.stem(), syllable.open, whole];
    let tails = tails.into_iter().flatten();
    begun.extend(tails.filter_map(|tail| syllable.over(tail)));
    Some(begun)
}

fn one_gram(part: char) -> String {
    format!("o:{part}")
}

fn pair_gram(first: char, part: char) -> String {
    format!("p:{first}{part}")
}

/// One character of a query and how it may be read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    char: char,
    reading: Reading,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reading {
    /// A lone consonant: every syllable that begins with it.
    Lead,
    /// A syllable that is complete.
    Whole,
    /// A syllable whose tail may have been typed as the next lead, because a lone consonant follows.
    BeforeLead(Syllable, char),
    /// The last syllable: still being typed.
    Last(Syllable),
    /// Anything that is not Hangul, and lone vowels.
    Plain,
}

impl Unit {
    fn is_syllable(&self) -> bool {
        !matches!(self.reading, Reading::Lead | Reading::Plain)
    }

    fn new(char: char, next: Option<char>) -> Self {
        let reading = match (Syllable::of(char), next) {
            (None, _) if is_lead(char) => Reading::Lead,
            (None, _) => Reading::Plain,
            (Some(syllable), None) => Reading::Last(syllable),
            (Some(syllable), Some(next)) => match syllable.tail {
                Some(tail) if is_lead(next) => Reading::BeforeLead(syllable, tail),
                _ => Reading::Whole,
            },
        };
        Self { char, reading }
    }

    /// How many units this one takes from the beginning of `target`; `None` when it does not fit.
    fn takes(&self, target: &[char]) -> Option<usize> {
        let (&first, after) = target.split_first()?;
        if first == self.char {
            return Some(1);
        }
        match &self.reading {
            Reading::Lead => (projected(first) == self.char).then_some(1),
            Reading::Whole | Reading::Plain => None,
            Reading::BeforeLead(typed, tail) => {
                moved_tail(typed, *tail, &Syllable::of(first)?, after)
            }
            Reading::Last(typed) => growing(typed, &Syllable::of(first)?, after),
        }
    }
}

/// As [`Unit::takes`], for the syllable that is still being typed.
fn growing(typed: &Syllable, target: &Syllable, after: &[char]) -> Option<usize> {
    let Some(tail) = typed.tail else {
        let vowel = typed.vowel == target.vowel || starts_vowel(typed.vowel, target.vowel);
        return (typed.lead == target.lead && vowel).then_some(1);
    };
    let half = target
        .tail
        .and_then(halves)
        .is_some_and(|(first, _)| first == tail);
    if typed.open == target.open && half {
        return Some(1);
    }
    moved_tail(typed, tail, target, after)
}

/// Reads a typed tail as belonging, wholly or by its second half, to what follows the target syllable: 핰 → 하커, 값 → 갑시, 갃 → 가게소.
fn moved_tail(typed: &Syllable, tail: char, target: &Syllable, after: &[char]) -> Option<usize> {
    if typed.open != target.open {
        return None;
    }
    let mut leads = after.iter().copied().map(projected);
    let (first, second) = (leads.next(), leads.next());
    match (halves(tail), target.tail) {
        (None, None) => (first == Some(tail)).then_some(2),
        (Some((a, b)), None) => (first == Some(a) && second == Some(b)).then_some(3),
        (Some((a, b)), Some(own)) => (own == a && first == Some(b)).then_some(2),
        (None, Some(_)) => None,
    }
}

#[cfg(test)]
mod tests;
