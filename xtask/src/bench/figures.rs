//! Figures that other programs have measured: as `name value unit` lines or as JSON lines.

/// One measured value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    name: String,
    value: Option<f64>,
    unit: String,
}

impl Figure {
    /// Stands where nothing could be measured, and names what was missing.
    pub(crate) fn absent(missing: &str) -> Self {
        Self {
            name: format!("not measured: {missing} is missing"),
            value: None,
            unit: String::new(),
        }
    }

    /// The value, if the figure has that name.
    pub(crate) fn value_of(&self, name: &str) -> Option<f64> {
        self.value.filter(|_| self.name == name)
    }
}

/// Reads `name value unit` lines; other lines are no figures.
pub(crate) fn from_words(text: &str) -> Vec<Figure> {
    let figure = |line: &str| {
        let mut words = line.split_whitespace();
        let (name, value) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
        Some(Figure {
            name,
            value: Some(value),
            unit: words.collect::<Vec<_>>().join(" "),
        })
    };
    text.lines().filter_map(figure).collect()
}

/// Reads lines such as `{"name":"first paint","value":120.5,"unit":"ms"}`; other lines are no
/// figures.
pub(crate) fn from_json(text: &str) -> Vec<Figure> {
    let figure = |line: &str| {
        let name = text_field(line, "name")?;
        let value = number_field(line, "value")?;
        Some(Figure {
            name,
            value: Some(value),
            unit: text_field(line, "unit").unwrap_or_default(),
        })
    };
    text.lines().filter_map(figure).collect()
}

pub(crate) const HEAD: [&str; 3] = ["figure", "value", "unit"];

/// A row of the columns of `HEAD` for each figure.
pub(crate) fn rows(figures: &[Figure]) -> Vec<Vec<String>> {
    let row = |figure: &Figure| {
        let value = figure.value.map(|value| format!("{value:.3}"));
        vec![
            figure.name.clone(),
            value.unwrap_or_default(),
            figure.unit.clone(),
        ]
    };
    figures.iter().map(row).collect()
}

/// Rows for what both have measured under one name and in one unit: first, second, first ÷ second.
pub(crate) fn ratios(first: &[Figure], second: &[Figure]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for one in first {
        let same = |other: &&Figure| other.name == one.name && other.unit == one.unit;
        let other = second.iter().find(same).and_then(|figure| figure.value);
        if let (Some(a), Some(b)) = (one.value, other) {
            rows.push(vec![
                format!("{}, {}", one.name, one.unit),
                format!("{a:.3}"),
                format!("{b:.3}"),
                format!("{:.2}", a / b),
            ]);
        }
    }
    rows
}

/// The text after `"key":` on a line of flat JSON. Our scripts' names need no escapes.
fn text_field(line: &str, key: &str) -> Option<String> {
    let (value, _) = after(line, key)?.strip_prefix('"')?.split_once('"')?;
    Some(value.to_owned())
}

fn number_field(line: &str, key: &str) -> Option<f64> {
    after(line, key)?
        .split([',', '}'])
        .next()?
        .trim()
        .parse()
        .ok()
}

fn after<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!("\"{key}\""))?;
    Some(rest.trim_start().strip_prefix(':')?.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(name: &str, value: f64, unit: &str) -> Figure {
        Figure {
            name: name.to_owned(),
            value: Some(value),
            unit: unit.to_owned(),
        }
    }

    #[test]
    fn both_ways_of_writing_figures_are_read_and_noise_is_left_out() {
        let words = "Running target/release\ncheck 12.5 µs\n\nfindings 3 of 10\n";
        assert_eq!(
            from_words(words),
            [
                figure("check", 12.5, "µs"),
                figure("findings", 3.0, "of 10")
            ]
        );
        let json = "starting\n{\"name\": \"first paint\", \"value\": 120.5, \"unit\": \"ms\"}\n{\"value\":1}\n\
            {\"name\":\"keys\",\"unit\":\"ms\",\"value\":8}\n";
        assert_eq!(
            from_json(json),
            [
                figure("first paint", 120.5, "ms"),
                figure("keys", 8.0, "ms")
            ]
        );
    }

    #[test]
    fn a_ratio_needs_the_same_name_and_unit() {
        let wasm = [
            figure("check", 30.0, "µs"),
            figure("paint", 9.0, "ms"),
            figure("x", 1.0, "s"),
        ];
        let native = [figure("check", 10.0, "µs"), figure("x", 1.0, "ms")];
        assert_eq!(
            ratios(&wasm, &native),
            [["check, µs", "30.000", "10.000", "3.00"]]
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        let rows = rows(&[Figure::absent("e2e/bench.mjs")]);
        assert_eq!(rows, [["not measured: e2e/bench.mjs is missing", "", ""]]);
    }
}
