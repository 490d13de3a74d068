//! Calendar days, and the arithmetic of the Gregorian calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{TimeProblem, fields};

/// A calendar day of the years 0 to 9999, `2026-11-22`. Which time zone it belongs to is for its owner to say.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(
    /// Days since 1970-01-01.
    pub(super) i64,
);

/// 0000-01-01.
pub(super) const FIRST_DAY: i64 = -719_528;
/// 9999-12-31.
pub(super) const LAST_DAY: i64 = 2_932_896;

impl Date {
    /// The day, if there is one. Months and days count from 1.
    pub fn from_ymd(year: i64, month: i64, day: i64) -> Option<Self> {
        let in_range = (0..=9999).contains(&year) && (1..=12).contains(&month);
        let date = in_range.then(|| Self(days_from_civil(year, month, day)))?;
        (date.ymd() == (year, month, day)).then_some(date)
    }

    /// Year, month and day; months and days count from 1.
    pub fn ymd(self) -> (i64, i64, i64) {
        civil_from_days(self.0)
    }

    /// Reads `2026-11-22`.
    pub fn parse(text: &str) -> Result<Self, TimeProblem> {
        let [year, month, day] = fields(text, [4, 2, 2], '-')?;
        Self::from_ymd(year, month, day).ok_or(TimeProblem::Day)
    }

    /// How many days `self` must wait for `later`; negative when `later` is earlier.
    pub fn days_between(self, later: Self) -> i64 {
        later.0 - self.0
    }

    /// So many days later; earlier when negative. Stops at the ends of the range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_days(self.0.saturating_add(days))
    }

    /// So many working days later. Only Saturdays and Sundays are skipped: public holidays are not known here, so a promise made
    /// with this must say "without public holidays". The first working day after a weekend's day is Monday.
    #[must_use]
    pub fn add_business_days(self, days: u32) -> Self {
        if days == 0 {
            return self;
        }
        let weekday = self.weekday();
        // Whoever starts on a weekend starts as if on the Friday before.
        let start = self.0 - (weekday - 4).max(0);
        let (weeks, rest) = (i64::from(days / 5), i64::from(days % 5));
        let weekend = if weekday.min(4) + rest > 4 { 2 } else { 0 };
        Self::from_days(start + weeks * 7 + rest + weekend)
    }

    /// How many working days come after `self` until `later`, that day included; 0 when `later` is not later. Public holidays are
    /// not known here.
    pub fn business_days_until(self, later: Self) -> i64 {
        let days = self.days_between(later).max(0);
        let rest = (1..=days % 7).filter(|n| !Self(later.0 - n + 1).is_weekend());
        days / 7 * 5 + i64::try_from(rest.count()).unwrap_or_default()
    }

    /// Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self.weekday() > 4
    }

    /// Monday is 0, Sunday 6. (1970-01-01 was a Thursday.)
    fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7)
    }

    pub(super) fn from_days(days: i64) -> Self {
        Self(days.clamp(FIRST_DAY, LAST_DAY))
    }
}

/// Days since 1970-01-01 of a day in the Gregorian calendar. Counted in eras of 400 years that begin on 1 March, so that the leap day
/// is the last of its year (Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    year.div_euclid(400) * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let day_of_era = shifted.rem_euclid(146_097);
    let leaps = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leaps) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let month = (shifted_month + 2) % 12 + 1;
    let year = year_of_era + shifted.div_euclid(146_097) * 400;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    (if month <= 2 { year + 1 } else { year }, month, day)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = TimeProblem;

    fn from_str(text: &str) -> Result<Self, TimeProblem> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Date {
    type Error = TimeProblem;

    fn try_from(text: String) -> Result<Self, TimeProblem> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "examples": ["2026-11-22"] })
    }
}
