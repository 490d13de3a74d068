//! Tables as files for spreadsheets: RFC 4180, and nothing in them that a spreadsheet would take for a formula.

/// Tells spreadsheets that the file is UTF-8.
const BOM: char = '\u{feff}';

/// Rows as a file: every value in quotes, lines ended by CR LF.
pub fn csv<'a, R, V>(rows: R) -> String
where
    R: IntoIterator<Item = V>,
    V: IntoIterator<Item = &'a str>,
{
    let mut out = String::from(BOM);
    for row in rows {
        for (place, value) in row.into_iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            quoted(&mut out, value);
        }
        out.push_str("\r\n");
    }
    out
}

/// One value. A spreadsheet that finds a formula at the start would run it, so an apostrophe goes before it; some also take
/// full-width signs for it, and skip spaces before it.
fn quoted(out: &mut String, value: &str) {
    out.push('"');
    let first = value
        .trim_start_matches([' ', '\0', '\u{a0}', '\u{3000}', BOM])
        .chars()
        .next();
    let is_formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '−')
    );
    if is_formula {
        out.push('\'');
    }
    for c in value.chars().filter(|c| *c != '\0') {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(value: &str) -> String {
        csv([[value]])
    }

    /// Reads what was written, as RFC 4180 says.
    fn read(file: &str) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let mut row = Vec::new();
        let mut letters = file.trim_start_matches(BOM).chars().peekable();
        while letters.next_if_eq(&'"').is_some() {
            let mut value = String::new();
            loop {
                match letters.next() {
                    Some('"') if letters.next_if_eq(&'"').is_some() => value.push('"'),
                    Some('"') => break,
                    Some(c) => value.push(c),
                    None => panic!("a value has no end"),
                }
            }
            row.push(value);
            match letters.next() {
                Some(',') => {}
                Some('\r') => {
                    assert_eq!(letters.next(), Some('\n'));
                    rows.push(std::mem::take(&mut row));
                }
                other => panic!("{other:?} after a value"),
            }
        }
        assert_eq!(letters.next(), None);
        rows
    }

    #[test]
    fn a_value_is_quoted_and_no_formula() {
        assert_eq!(one("가, \"나\""), "\u{feff}\"가, \"\"나\"\"\"\r\n");
        for formula in [
            "=1+1",
            "+82",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            " =1",
            "\0=1",
            "\u{feff}=1",
        ] {
            assert!(one(formula).contains("\"'"), "{formula:?}");
        }
        for plain in ["1=1", "a@b", "'=1", "가-나", ""] {
            assert_eq!(read(&one(plain)), [[plain.to_owned()]]);
        }
    }

    #[test]
    fn whatever_is_written_reads_back_and_begins_no_formula() {
        const LETTERS: [char; 16] = [
            '"', ',', '\r', '\n', '=', '+', '-', '@', '\t', ' ', '가', 'a', '\'', '＝', '\u{3000}',
            '😀',
        ];
        let mut state = 0x5eed_u64;
        let mut roll = |sides: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % u64::try_from(sides).unwrap()).unwrap()
        };
        for _ in 0..10_000 {
            let width = 1 + roll(3);
            let rows: Vec<Vec<String>> = (0..roll(4))
                .map(|_| {
                    let value = |_| (0..roll(6)).map(|_| LETTERS[roll(16)]).collect();
                    (0..width).map(value).collect()
                })
                .collect();
            let file = csv(rows.iter().map(|row| row.iter().map(String::as_str)));
            let back = read(&file);
            assert_eq!(back.len(), rows.len(), "{rows:?}");
            for (value, written) in back.iter().flatten().zip(rows.iter().flatten()) {
                let starts = |text: &str, signs: &str| {
                    text.trim_start_matches([' ', '\u{3000}'])
                        .starts_with(|c| signs.contains(c))
                };
                assert!(!starts(value, "=+-@\t\r\n＝"), "{value:?}");
                let plain = value.strip_prefix('\'').filter(|rest| rest == written);
                assert_eq!(plain.unwrap_or(value), written);
            }
        }
    }
}
