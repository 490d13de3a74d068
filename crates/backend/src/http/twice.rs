//! Names that stand twice in one JSON object: which of the two is meant cannot be known, and a map would silently keep the last. And lists
//! without end, of which each entry takes a hundred times the memory that it has bytes.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Most entries of all lists of a body together. Our judgement: five times as many as the largest form has.
const ENTRIES_MAX: usize = 5_000;

/// JSON in which no object has a name twice, however deep it lies, and lists have an end. Reading it is the check; nothing of it is kept.
pub(super) struct NothingTwice;

impl<'de> Deserialize<'de> for NothingTwice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<NothingTwice, D::Error> {
        Look(&Cell::new(0)).deserialize(from)
    }
}

/// Knows how many entries there were so far.
#[derive(Clone, Copy)]
struct Look<'a>(&'a Cell<usize>);

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = NothingTwice;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<NothingTwice, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = NothingTwice;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<NothingTwice, E> {
        Ok(NothingTwice)
    }

    fn visit_i64<E>(self, _: i64) -> Result<NothingTwice, E> {
        Ok(NothingTwice)
    }

    fn visit_u64<E>(self, _: u64) -> Result<NothingTwice, E> {
        Ok(NothingTwice)
    }

    fn visit_f64<E>(self, _: f64) -> Result<NothingTwice, E> {
        Ok(NothingTwice)
    }

    fn visit_str<E>(self, _: &str) -> Result<NothingTwice, E> {
        Ok(NothingTwice)
    }

    fn visit_unit<E>(self) -> Result<NothingTwice, E> {
        Ok(NothingTwice)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<NothingTwice, A::Error> {
        while entries.next_element_seed(self)?.is_some() {
            self.0.set(self.0.get() + 1);
            if self.0.get() > ENTRIES_MAX {
                return Err(A::Error::custom("too many entries"));
            }
        }
        Ok(NothingTwice)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<NothingTwice, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = fields.next_key::<String>()? {
            if names.contains(&name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            names.insert(name);
            fields.next_value_seed(self)?;
        }
        Ok(NothingTwice)
    }
}
