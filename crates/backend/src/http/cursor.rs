//! Cursors: where the next page of a list begins. Opaque, and only good for the list they were given for.

use crate::fault::Fault;
use crate::http::guard::{hash, hex};

/// The store's place in a list, for the caller to send back. `list` says which list with which filters it is.
pub(crate) fn seal_cursor(list: &str, place: &str) -> String {
    format!("{}{}", mark(list, place), hex(place.as_bytes()))
}

/// The place that was sealed. Anything else is refused, a cursor of another list too.
pub(crate) fn open_cursor(list: &str, cursor: Option<&str>) -> Result<Option<String>, Fault> {
    let Some(cursor) = cursor else {
        return Ok(None);
    };
    let place = unseal(cursor).filter(|place| cursor.starts_with(&mark(list, place)));
    place.map(Some).ok_or_else(|| {
        Fault::malformed(
            "cursor",
            "This is not a cursor of this list. Ask for the first page without one.",
        )
    })
}

/// Sixteen hex digits that tie the place to its list. Not a secret: whoever makes one up only sees what they may see anyway.
fn mark(list: &str, place: &str) -> String {
    hash(&[list.as_bytes(), place.as_bytes()])
        .chars()
        .take(16)
        .collect()
}

fn unseal(cursor: &str) -> Option<String> {
    let digits = cursor.get(16..)?.as_bytes();
    let (pairs, rest) = digits.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let bytes = pairs.iter().map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    let place = String::from_utf8(bytes.collect::<Option<Vec<u8>>>()?).ok()?;
    // No place of ours has one, and PostgreSQL takes no text that has.
    (!place.contains('\0')).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_opens_in_its_own_list_only() {
        let cursor = seal_cursor("channels?q=가", "별하\u{1}ch_7");
        let open = |list, cursor: &str| open_cursor(list, Some(cursor));
        assert_eq!(
            open("channels?q=가", &cursor),
            Ok(Some("별하\u{1}ch_7".into()))
        );
        assert_eq!(open_cursor("channels", None), Ok(None));
        for bad in [
            "",
            "x",
            "가나다라마바사",
            &cursor[..20],
            &format!("{cursor}0"),
        ] {
            assert!(open("channels?q=가", bad).is_err(), "{bad}");
        }
        assert!(open("channels?q=나", &cursor).is_err());
        let made_up = seal_cursor("channels", "1\nch_7\nbyeol\0");
        assert!(open("channels", &made_up).is_err());
    }
}
