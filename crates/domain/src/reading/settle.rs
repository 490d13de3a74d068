//! From all the places where an item is named to one answer.

use super::outline::Mention;
use super::words::{Strength, Word};
use super::{Found, ItemReading, Marked, Place, Purpose, SPOTS_MAX, Spot};
use crate::item::Item;

/// The most other things listed.
const OTHERS_MAX: usize = 30;

/// What the text says about each of the ten.
pub(super) fn items(mentions: &[Mention], place: Place) -> Vec<ItemReading> {
    let any_direct = mentions.iter().any(|mention| !mention.aside);
    Item::ALL
        .into_iter()
        .map(|item| {
            let of_item: Vec<(&Mention, Strength)> = mentions
                .iter()
                .filter(|mention| !(mention.aside && any_direct))
                .filter_map(|mention| Some((mention, strength(mention.word, item)?)))
                .collect();
            one(item, &of_item, place)
        })
        .collect()
}

/// How strongly a word names an item.
fn strength(word: Word, item: Item) -> Option<Strength> {
    match word {
        Word::Item(named, strength) if named == item => Some(strength),
        Word::BirthDate if matches!(item, Item::Birthday | Item::Birthyear) => {
            Some(Strength::Strong)
        }
        _ => None,
    }
}

fn one(item: Item, mentions: &[(&Mention, Strength)], place: Place) -> ItemReading {
    let at_signup = |purpose: Purpose| place == Place::SignupScreen || purpose == Purpose::Signup;
    let pick = |wanted: &dyn Fn(Purpose) -> bool| -> Vec<&Mention> {
        let strongest = mentions
            .iter()
            .filter(|(mention, _)| wanted(mention.purpose))
            .map(|(_, strength)| *strength)
            .max();
        mentions
            .iter()
            .filter(|(mention, strength)| wanted(mention.purpose) && Some(*strength) == strongest)
            .map(|(mention, _)| *mention)
            .collect()
    };
    let mut relied = pick(&at_signup);
    if relied.is_empty() {
        relied = pick(&|purpose| purpose == Purpose::Unknown);
    }
    let found = if relied.is_empty() {
        relied = mentions.iter().map(|(mention, _)| *mention).collect();
        let elsewhere = relied
            .iter()
            .map(|mention| mention.purpose)
            .find(|purpose| !matches!(purpose, Purpose::Retention | Purpose::ThirdParty));
        match (elsewhere, relied.first()) {
            (Some(purpose), _) => Found::OnlyElsewhere(purpose),
            (None, Some(first)) => Found::OnlyElsewhere(first.purpose),
            (None, None) => Found::Absent,
        }
    } else {
        Found::Named(marked(&relied))
    };
    ItemReading {
        item,
        found,
        spots: relied
            .iter()
            .take(SPOTS_MAX)
            .map(|mention| spot(mention))
            .collect(),
    }
}

/// The condition that all places together give: a mark anywhere counts, two different ones conflict.
fn marked(mentions: &[&Mention]) -> Marked {
    let says = |required: bool| {
        mentions
            .iter()
            .any(|mention| mention.mark == Some(required))
    };
    match (says(true), says(false)) {
        (true, true) => Marked::Conflicting,
        (true, false) => Marked::Required,
        (false, true) => Marked::Optional,
        (false, false) => Marked::Unmarked,
    }
}

/// What else the sign-up collects, each word once.
pub(super) fn others(mentions: &[Mention], text: &str) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let asked = mentions.iter().filter(|mention| {
        mention.word == Word::Other
            && !mention.aside
            && matches!(mention.purpose, Purpose::Signup | Purpose::Unknown)
    });
    for mention in asked {
        let word = text.get(mention.at.clone());
        if spots.iter().all(|spot| text.get(spot.word.clone()) != word) {
            spots.push(spot(mention));
        }
        if spots.len() == OTHERS_MAX {
            break;
        }
    }
    spots
}

fn spot(mention: &Mention) -> Spot {
    Spot {
        word: mention.at.clone(),
        line: mention.line.clone(),
        marked: marked(&[mention]),
        purpose: mention.purpose,
    }
}
