//! Cursors: where the next page begins. The backend seals them before they leave the house.

/// A position in an order: the values it is sorted by, the identifier last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The number sorted by first: a rank or a time.
    pub(super) number: i64,
    /// The text sorted by next; empty where there is none.
    pub(super) text: String,
    /// The identifier, which decides between equals.
    pub(super) id: String,
}

impl Cursor {
    /// As text.
    pub(super) fn encode(&self) -> String {
        format!("{}\n{}\n{}", self.number, self.id, self.text)
    }

    /// Reads what [`Cursor::encode`] wrote; `None` for anything else.
    pub(super) fn decode(cursor: &str) -> Option<Cursor> {
        let (number, rest) = cursor.split_once('\n')?;
        let (id, text) = rest.split_once('\n')?;
        Some(Cursor {
            number: number.parse().ok()?,
            text: text.to_owned(),
            id: id.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_nonsense_is_none() {
        let cursor = Cursor {
            number: -3,
            text: "별하\n커피".into(),
            id: "ch_1".into(),
        };
        assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        for nonsense in ["", "x", "1", "1\nid", "x\nid\ntext", "한글\n\n"] {
            assert_eq!(Cursor::decode(nonsense), None, "{nonsense}");
        }
    }
}
