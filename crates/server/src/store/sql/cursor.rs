//! Cursors: which page of a list. The backend seals them before they leave the house.

use backend::store::Paged;

/// A row of an order, by the values it is sorted by, the identifier last; and on which side of it the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Whether the page ends before the row; otherwise it begins after it.
    pub(super) back: bool,
    /// The number sorted by first: a rank or a time.
    pub(super) number: i64,
    /// The text sorted by next; empty where there is none.
    pub(super) text: String,
    /// The identifier, which decides between equals.
    pub(super) id: String,
}

/// What a cursor begins with whose page ends before the row.
const BACK: char = '<';

impl Cursor {
    /// As text.
    pub(super) fn encode(&self) -> String {
        let back = if self.back { "<" } else { "" };
        format!("{back}{}\n{}\n{}", self.number, self.id, self.text)
    }

    /// Reads what [`Cursor::encode`] wrote; `None` for anything else.
    pub(super) fn decode(cursor: &str) -> Option<Cursor> {
        let forth = cursor.strip_prefix(BACK);
        let (number, rest) = forth.unwrap_or(cursor).split_once('\n')?;
        let (id, text) = rest.split_once('\n')?;
        Some(Cursor {
            back: forth.is_some(),
            number: number.parse().ok()?,
            text: text.to_owned(),
            id: id.to_owned(),
        })
    }
}

/// A page out of rows that were read away from the cursor, one more than it holds where there are more.
pub(super) fn page<T>(
    mut found: Vec<(T, Cursor)>,
    from: Option<&Cursor>,
    rows: usize,
    count: usize,
) -> Paged<T> {
    let more = found.len() > rows;
    found.truncate(rows);
    // Behind the row that one comes from there is that row.
    let (before, after) = match from {
        Some(from) if from.back => {
            found.reverse();
            (more, true)
        }
        from => (from.is_some(), more),
    };
    let edge = |row: Option<&(T, Cursor)>, back| {
        row.map(|(_, key)| {
            Cursor {
                back,
                ..key.clone()
            }
            .encode()
        })
    };
    Paged {
        next: edge(found.last().filter(|_| after), false),
        previous: edge(found.first().filter(|_| before), true),
        rows: found.into_iter().map(|(row, _)| row).collect(),
        count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_nonsense_is_none() {
        for back in [true, false] {
            let cursor = Cursor {
                back,
                number: -3,
                text: "별하\n커피".into(),
                id: "ch_1".into(),
            };
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
        for nonsense in ["", "<", "x", "1", "1\nid", "x\nid\ntext", "한글\n\n"] {
            assert_eq!(Cursor::decode(nonsense), None, "{nonsense}");
        }
    }
}
