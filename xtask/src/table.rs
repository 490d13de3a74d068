//! Plain tables for people: columns aligned, the first to the left, figures to the right.

/// Lines of a table, ready to print.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let head: Vec<String> = head.iter().map(ToString::to_string).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|at| {
            let longest = rows.iter().map(|row| cell(row, at).chars().count()).max();
            longest.unwrap_or(0).max(cell(&head, at).chars().count())
        })
        .collect();
    let mut text = String::new();
    for row in std::iter::once(&head).chain(rows) {
        let aligned = |(at, width): (usize, &usize)| match (at, cell(row, at)) {
            (0, value) => format!("{value:<width$}"),
            (_, value) => format!("{value:>width$}"),
        };
        let line = widths
            .iter()
            .enumerate()
            .map(aligned)
            .collect::<Vec<_>>()
            .join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A whole number with a space between its thousands.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// A whole number as a fraction's part; what does not fit counts as without end.
pub(crate) fn float(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned() {
        let rows = vec![
            vec!["app.wasm".to_owned(), "1 000".to_owned()],
            vec!["x".to_owned(), "7".to_owned()],
        ];
        assert_eq!(
            table(&["file", "raw"], &rows),
            "file        raw\napp.wasm  1 000\nx             7\n"
        );
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
