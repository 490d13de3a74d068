//! Moments and calendar days, without a clock: who needs the present is given it.

mod date;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use date::Date;
use date::{FIRST_DAY, LAST_DAY};

/// A moment: milliseconds since 1970-01-01T00:00:00Z, within the years 0 to 9999.
///
/// Serialised as RFC 3339 in UTC with milliseconds, `2026-11-22T06:00:00.000Z`; read with any offset and any fraction.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time(i64);

/// Why a text is not a moment or a day.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// Not written as RFC 3339 asks.
    Shape,
    /// No such day in the calendar, like 30 February.
    Day,
    /// No such time of day or offset, like 24:00. Leap seconds are not told apart from it.
    Clock,
    /// In UTC not within the years 0 to 9999.
    Range,
}

const DAY_MS: i64 = 86_400_000;
/// Korea has kept UTC+9 without summer time since October 1988.
const SEOUL_MS: i64 = 9 * 3_600_000;

impl Time {
    /// The moment that many milliseconds after the Unix epoch; outside the years 0 to 9999 the nearest moment within.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(FIRST_DAY * DAY_MS, (LAST_DAY + 1) * DAY_MS - 1))
    }

    /// Milliseconds since the Unix epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// So many times 24 hours later; earlier when negative. Stops at the ends of the range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_millis(self.0.saturating_add(days.saturating_mul(DAY_MS)))
    }

    /// The day on a calendar in Seoul. Always UTC+9: before October 1988 clocks in Seoul sometimes differed.
    pub fn date_in_seoul(self) -> Date {
        Date::from_days((self.0 + SEOUL_MS).div_euclid(DAY_MS))
    }

    /// `2026-11-22T06:00:00.000Z`.
    pub fn to_rfc3339(self) -> String {
        let date = Date::from_days(self.0.div_euclid(DAY_MS));
        let ms = self.0.rem_euclid(DAY_MS);
        let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
        format!("{date}T{hour:02}:{minute:02}:{second:02}.{:03}Z", ms % 1000)
    }

    /// Reads RFC 3339: any offset, with or without a fraction (what is finer than a millisecond is cut off).
    pub fn parse_rfc3339(text: &str) -> Result<Self, TimeProblem> {
        let (date, rest) = text.split_at_checked(10).ok_or(TimeProblem::Shape)?;
        let (clock, rest) = rest.split_at_checked(9).ok_or(TimeProblem::Shape)?;
        let clock = clock.strip_prefix(['T', 't']).ok_or(TimeProblem::Shape)?;
        let date = Date::parse(date)?;
        let [hour, minute, second] = fields(clock, [2, 2, 2], ':')?;
        if hour > 23 || minute > 59 || second > 59 {
            return Err(TimeProblem::Clock);
        }
        let (fraction, zone) = split_fraction(rest)?;
        let local = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
        let millis = date.0 * DAY_MS + local - offset_ms(zone)?;
        let time = Self::from_millis(millis);
        if time.0 == millis {
            Ok(time)
        } else {
            Err(TimeProblem::Range)
        }
    }
}

/// Numbers of exactly these widths with a separator between them.
fn fields<const N: usize>(
    text: &str,
    widths: [usize; N],
    separator: char,
) -> Result<[i64; N], TimeProblem> {
    let mut parts = text.split(separator);
    let mut numbers = [0; N];
    for (number, width) in numbers.iter_mut().zip(widths) {
        let part = parts
            .next()
            .filter(|part| part.len() == width)
            .ok_or(TimeProblem::Shape)?;
        *number = digits(part).ok_or(TimeProblem::Shape)?;
    }
    if parts.next().is_none() {
        Ok(numbers)
    } else {
        Err(TimeProblem::Shape)
    }
}

/// The number written in ASCII digits; `parse` alone would take a sign.
fn digits(text: &str) -> Option<i64> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())?
}

/// Milliseconds of a fraction at the beginning of `text` (none is 0), and what follows it.
fn split_fraction(text: &str) -> Result<(i64, &str), TimeProblem> {
    let Some(text) = text.strip_prefix('.') else {
        return Ok((0, text));
    };
    let zone = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let fraction = text
        .strip_suffix(zone)
        .filter(|fraction| !fraction.is_empty());
    let ms: String = fraction
        .ok_or(TimeProblem::Shape)?
        .chars()
        .chain("00".chars())
        .take(3)
        .collect();
    Ok((digits(&ms).ok_or(TimeProblem::Shape)?, zone))
}

/// How far ahead of UTC the zone `Z` or `±hh:mm` is.
fn offset_ms(zone: &str) -> Result<i64, TimeProblem> {
    let (sign, clock) = match zone.split_at_checked(1) {
        Some(("Z" | "z", "")) => return Ok(0),
        Some(("+", clock)) => (1, clock),
        Some(("-", clock)) => (-1, clock),
        _ => return Err(TimeProblem::Shape),
    };
    let [hours, minutes] = fields(clock, [2, 2], ':')?;
    if hours > 23 || minutes > 59 {
        return Err(TimeProblem::Clock);
    }
    Ok(sign * (hours * 60 + minutes) * 60_000)
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

impl FromStr for Time {
    type Err = TimeProblem;

    fn from_str(text: &str) -> Result<Self, TimeProblem> {
        Self::parse_rfc3339(text)
    }
}

impl TryFrom<String> for Time {
    type Error = TimeProblem;

    fn try_from(text: String) -> Result<Self, TimeProblem> {
        Self::parse_rfc3339(&text)
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_rfc3339()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "examples": ["2026-11-22T06:00:00.000Z"],
        })
    }
}

impl std::error::Error for TimeProblem {}

impl fmt::Display for TimeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "not written as 2026-11-22 or 2026-11-22T06:00:00.000Z (RFC 3339)",
            Self::Day => "no such day in the calendar",
            Self::Clock => "no such time of day or offset",
            Self::Range => "not within the years 0 to 9999",
        })
    }
}

#[cfg(test)]
mod tests;
