//! Two texts that should be the same, with the letters that differ marked in each.

use leptos::prelude::*;

/// Both texts; what differs stands in a `<mark>`, which is empty where the other has more.
pub fn letters(one: &str, other: &str) -> (AnyView, AnyView) {
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum::<usize>()
    };
    let front = alike(&mut one.chars().zip(other.chars()));
    let rest = |text: &'_ str| text.get(front..).unwrap_or_default().to_owned();
    let (one_rest, other_rest) = (rest(one), rest(other));
    let back = alike(&mut one_rest.chars().rev().zip(other_rest.chars().rev()));
    let marked = |rest: &str| {
        let (middle, end) = rest.split_at(rest.len().saturating_sub(back));
        let front = one.get(..front).unwrap_or_default().to_owned();
        view! { {front}<mark class="letters">{middle.to_owned()}</mark>{end.to_owned()} }.into_any()
    };
    (marked(&one_rest), marked(&other_rest))
}
