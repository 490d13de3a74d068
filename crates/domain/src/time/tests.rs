//! Tests of moments and days: known values, refusals, and what holds for all of them.

use super::date::{FIRST_DAY, LAST_DAY};
use super::*;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn known_moments_are_written_and_read() {
    for (millis, text) in [
        (0, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_795_327_200_000, "2026-11-22T06:00:00.000Z"),
        (i64::MIN, "0000-01-01T00:00:00.000Z"),
        (i64::MAX, "9999-12-31T23:59:59.999Z"),
    ] {
        let time = Time::from_millis(millis);
        assert_eq!(time.to_rfc3339(), text);
        assert_eq!(Time::parse_rfc3339(text), Ok(time));
    }
}

#[test]
fn offsets_and_fractions_are_understood() {
    let time = Time::parse_rfc3339("2026-11-22T06:00:00.5Z").unwrap();
    for same in [
        "2026-11-22t06:00:00.500z",
        "2026-11-22T15:00:00.5009999999999999+09:00",
        "2026-11-21T21:30:00.50-08:30",
    ] {
        assert_eq!(Time::parse_rfc3339(same), Ok(time), "{same}");
    }
    assert_eq!(
        Time::parse_rfc3339("2026-11-22T06:00:00Z").map(Time::millis),
        Ok(1_795_327_200_000)
    );
}

#[test]
fn what_is_no_moment_is_refused_with_a_reason() {
    for (text, problem) in [
        ("", TimeProblem::Shape),
        ("2026-11-22", TimeProblem::Shape),
        ("2026-11-22T06:00:00", TimeProblem::Shape),
        ("2026-11-22 06:00:00Z", TimeProblem::Shape),
        ("2026-11-22T06:00:00.Z", TimeProblem::Shape),
        ("2026-11-22T06:00:00Z ", TimeProblem::Shape),
        ("2026-11-22T06:00:00+9:00", TimeProblem::Shape),
        ("2026-11-22T+6:00:00Z", TimeProblem::Shape),
        ("+026-11-22T06:00:00Z", TimeProblem::Shape),
        ("2026-11-2가T06:00:00Z", TimeProblem::Shape),
        ("2026-02-29T06:00:00Z", TimeProblem::Day),
        ("2026-13-01T06:00:00Z", TimeProblem::Day),
        ("2026-11-22T24:00:00Z", TimeProblem::Clock),
        ("2026-11-22T06:00:00+24:00", TimeProblem::Clock),
        ("9999-12-31T23:59:59-00:01", TimeProblem::Range),
    ] {
        assert_eq!(Time::parse_rfc3339(text), Err(problem), "{text}");
    }
}

#[test]
fn json_holds_strings_and_says_what_is_wrong() {
    let time: Time = serde_json::from_str("\"2026-11-22T15:00:00+09:00\"").unwrap();
    assert_eq!(
        serde_json::to_string(&time).unwrap(),
        "\"2026-11-22T06:00:00.000Z\""
    );
    let day: Date = serde_json::from_str("\"2026-11-22\"").unwrap();
    assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-11-22\"");
    let problem = serde_json::from_str::<Date>("\"2026-02-30\"").unwrap_err();
    assert!(problem.to_string().starts_with("no such day"), "{problem}");
}

#[test]
fn the_day_in_seoul_begins_at_15_utc() {
    let time = |text| Time::parse_rfc3339(text).unwrap().date_in_seoul();
    assert_eq!(time("2026-11-22T14:59:59.999Z"), date("2026-11-22"));
    assert_eq!(time("2026-11-22T15:00:00Z"), date("2026-11-23"));
    assert_eq!(
        Time::from_millis(i64::MAX).date_in_seoul(),
        date("9999-12-31")
    );
}

#[test]
fn days_are_counted_over_leap_days_and_stop_at_the_ends() {
    assert_eq!(date("2024-02-28").days_between(date("2024-03-01")), 2);
    assert_eq!(date("2026-11-22").days_between(date("2026-11-21")), -1);
    assert_eq!(date("2026-11-22").plus_days(-365), date("2025-11-22"));
    assert_eq!(date("2026-11-22").plus_days(i64::MAX), date("9999-12-31"));
    assert_eq!(Time::from_millis(5).plus_days(2).millis(), 2 * DAY_MS + 5);
    assert_eq!(
        Time::from_millis(5).plus_days(i64::MIN),
        Time::from_millis(i64::MIN)
    );
    assert_eq!(date("0000-01-01").0, FIRST_DAY);
    assert_eq!(date("9999-12-31").0, LAST_DAY);
}

#[test]
fn business_days_skip_weekends() {
    // 2026-11-20 is a Friday.
    for (from, days, to) in [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-22", 1, "2026-11-23"),
        ("2026-11-22", 5, "2026-11-27"),
        ("2026-11-19", 10, "2026-12-03"),
    ] {
        assert_eq!(
            date(from).add_business_days(days),
            date(to),
            "{from} + {days}"
        );
    }
    assert!(date("2026-11-21").is_weekend() && !date("2026-11-20").is_weekend());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_moment_survives_writing_and_reading(
        millis in prop_oneof![any::<i64>(), FIRST_DAY * DAY_MS..LAST_DAY * DAY_MS],
    ) {
        let time = Time::from_millis(millis);
        prop_assert_eq!(Time::parse_rfc3339(&time.to_rfc3339()), Ok(time));
    }

    #[test]
    fn every_day_survives_and_is_followed_by_the_next(days in FIRST_DAY..LAST_DAY) {
        let (today, tomorrow) = (Date::from_days(days), Date::from_days(days + 1));
        prop_assert_eq!(Date::parse(&today.to_string()), Ok(today));
        prop_assert!(today.to_string() < tomorrow.to_string());
        let (_, month, day) = tomorrow.ymd();
        prop_assert!(day == today.ymd().2 + 1 || (day == 1 && month == today.ymd().1 % 12 + 1));
    }

    #[test]
    fn business_days_are_counted_one_by_one(days in 0_i64..10_000, count in 1_u32..40) {
        let mut date = Date::from_days(days);
        let sum = date.add_business_days(count);
        for _ in 0..count {
            date = date.plus_days(1);
            while date.is_weekend() {
                date = date.plus_days(1);
            }
        }
        prop_assert_eq!(sum, date);
    }

    #[test]
    fn any_text_is_a_moment_or_a_problem(text in "\\PC*|[0-9T:.Z+-]{0,30}") {
        let _ = Time::parse_rfc3339(&text);
        let _ = Date::parse(&text);
    }
}
