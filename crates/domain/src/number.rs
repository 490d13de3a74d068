//! The Korean business registration number (사업자등록번호): what one is, and how it is shown.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A business registration number that passes every check that needs no register. A closed business passes: the check digit only
/// catches typing slips.
///
/// Serialised as displayed, `###-##-#####`; read in any form that [`parse`](Self::parse) accepts.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegistrationNumber(u64);

/// Who a number belongs to, by its fourth and fifth digit.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A person in business, or a body without legal personality: 01–80 and 89–99.
    Individual,
    /// A company or another legal person: 81–88.
    Corporation,
}

/// Why a text is not a registration number; the first that holds, in this order.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// Not exactly ten digits, or something else than digits, hyphens and white space.
    Length {
        /// How many digits there are; before the first foreign character, if there is one (`999-01-9999O` has nine).
        digits: usize,
    },
    /// The first three digits are not 101–999.
    Range,
    /// The fourth and fifth digit are 00.
    Class,
    /// The tenth digit does not follow from the others: a typing slip.
    CheckDigit,
}

impl RegistrationNumber {
    /// Reads a number as people write it: hyphens, other dashes and white space anywhere, full-width digits.
    pub fn parse(text: &str) -> Result<Self, NumberProblem> {
        let (number, digits) = read(text);
        let number = number
            .filter(|_| digits == 10)
            .ok_or(NumberProblem::Length { digits })?;
        if !(101..=999).contains(&(number / 10_000_000)) {
            return Err(NumberProblem::Range);
        }
        if class(number) == 0 {
            return Err(NumberProblem::Class);
        }
        if number % 10 != check_digit(number / 10) {
            return Err(NumberProblem::CheckDigit);
        }
        Ok(Self(number))
    }

    /// The ten digits without hyphens.
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }

    /// For people who may know whose number it is, but not the number: `999-01-•••••`.
    pub fn masked(self) -> String {
        format!("{:03}-{:02}-•••••", self.0 / 10_000_000, class(self.0))
    }

    /// Who the number belongs to.
    pub fn holder(self) -> Holder {
        match class(self.0) {
            81..=88 => Holder::Corporation,
            _ => Holder::Individual,
        }
    }
}

/// The number that begins with these nine digits: for seeds and tests. `None` when there is none.
pub fn with_check_digit(first9: &str) -> Option<RegistrationNumber> {
    let (number, digits) = read(first9);
    let number = number.filter(|_| digits == 9)?;
    RegistrationNumber::parse(&format!("{number:09}{}", check_digit(number))).ok()
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:03}-{:02}-{:05}",
            self.0 / 10_000_000,
            class(self.0),
            self.0 % 100_000
        )
    }
}

impl FromStr for RegistrationNumber {
    type Err = NumberProblem;

    fn from_str(text: &str) -> Result<Self, NumberProblem> {
        Self::parse(text)
    }
}

impl TryFrom<String> for RegistrationNumber {
    type Error = NumberProblem;

    fn try_from(text: String) -> Result<Self, NumberProblem> {
        Self::parse(&text)
    }
}

impl From<RegistrationNumber> for String {
    fn from(number: RegistrationNumber) -> Self {
        number.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for RegistrationNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RegistrationNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Business registration number (사업자등록번호), with a right check digit.",
            "pattern": "^[1-9][0-9]{2}-[0-9]{2}-[0-9]{5}$",
            "examples": ["999-01-99990"],
        })
    }
}

impl std::error::Error for NumberProblem {}

impl fmt::Display for NumberProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { digits } => write!(
                f,
                "a registration number is ten digits and nothing but hyphens and spaces; here are {digits} digits before the end or the first other character"
            ),
            Self::Range => f.write_str("the first three digits must be 101 to 999"),
            Self::Class => f.write_str("the fourth and fifth digit cannot be 00"),
            Self::CheckDigit => f.write_str("the last digit does not fit the others"),
        }
    }
}

/// The digits of `text` as one number, and how many there are. No number when there is anything but digits and separators, or too much.
fn read(text: &str) -> (Option<u64>, usize) {
    let mut number = Some(0_u64);
    let mut digits = 0;
    for c in text.chars().filter(|c| !is_separator(*c)) {
        let ascii = match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0),
            _ => Some(c),
        };
        let Some(digit) = ascii.and_then(|c| c.to_digit(10)) else {
            return (None, digits);
        };
        number = number.and_then(|n| n.checked_mul(10)?.checked_add(u64::from(digit)));
        digits += 1;
    }
    (number, digits)
}

/// White space, hyphens, and the dashes that word processors and full-width keyboards put in their place.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}')
}

/// Digits four and five.
fn class(number: u64) -> u64 {
    number / 100_000 % 100
}

/// The tenth digit: weights 1 3 7 1 3 7 1 3 5, plus the tens of five times the ninth digit.
fn check_digit(first9: u64) -> u64 {
    let weights = [5, 3, 1, 7, 3, 1, 7, 3, 1];
    let (sum, _) = weights.iter().fold((0, first9), |(sum, rest), weight| {
        (sum + rest % 10 * weight, rest / 10)
    });
    (10 - (sum + first9 % 10 * 5 / 10) % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> RegistrationNumber {
        RegistrationNumber::parse(text).unwrap()
    }

    #[test]
    fn the_known_numbers_are_told_apart() {
        for valid in ["105-83-00012", "214-87-00124", "999-01-99990"] {
            assert_eq!(number(valid).to_string(), valid);
        }
        let problem = |text| RegistrationNumber::parse(text).unwrap_err();
        assert_eq!(problem("105-83-00013"), NumberProblem::CheckDigit);
        assert_eq!(problem("000-00-00000"), NumberProblem::Range);
        assert_eq!(problem("100-83-00012"), NumberProblem::Range);
        assert_eq!(problem("999-00-99990"), NumberProblem::Class);
        assert_eq!(problem("105-83-0001"), NumberProblem::Length { digits: 9 });
        assert_eq!(
            problem("105-83-000120"),
            NumberProblem::Length { digits: 11 }
        );
        assert_eq!(problem("999-01-9999O"), NumberProblem::Length { digits: 9 });
        assert_eq!(problem(""), NumberProblem::Length { digits: 0 });
        assert_eq!(
            problem("9".repeat(99).leak()),
            NumberProblem::Length { digits: 99 }
        );
        assert!(problem("1").to_string().contains("1 digits"));
    }

    #[test]
    fn hyphens_spaces_and_full_width_digits_may_stand_anywhere() {
        for text in [
            "1058300012",
            " 1-0 5 8\t3–00012 ",
            "１０５－８３－０００１２",
            "105\u{3000}83 00012-",
        ] {
            assert_eq!(number(text).digits(), "1058300012", "{text}");
        }
    }

    #[test]
    fn the_fourth_and_fifth_digit_say_who_holds_it() {
        for class in 1..=99 {
            let number = with_check_digit(&format!("999{class:02}9999")).unwrap();
            let corporation = (81..=88).contains(&class);
            assert_eq!(
                number.holder() == Holder::Corporation,
                corporation,
                "{number}"
            );
        }
    }

    #[test]
    fn a_masked_number_shows_five_digits() {
        assert_eq!(number("999-01-99990").masked(), "999-01-•••••");
    }

    #[test]
    fn nine_digits_make_a_number_unless_it_would_be_refused() {
        assert_eq!(
            with_check_digit("999-01-9999"),
            Some(number("999-01-99990"))
        );
        for none in [
            "000009999",
            "999009999",
            "99901999",
            "9990199990",
            "99901999x",
        ] {
            assert_eq!(with_check_digit(none), None, "{none}");
        }
    }

    #[test]
    fn json_holds_the_displayed_form_and_says_what_is_wrong() {
        let number: RegistrationNumber = serde_json::from_str("\"9990199990\"").unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"999-01-99990\"");
        let problem = serde_json::from_str::<RegistrationNumber>("\"999-01-99991\"").unwrap_err();
        assert!(
            problem
                .to_string()
                .starts_with("the last digit does not fit"),
            "{problem}"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_number_reads_back_from_both_its_forms(first9 in "[1-9][0-9]{8}") {
            if let Some(number) = with_check_digit(&first9) {
                prop_assert_eq!(RegistrationNumber::parse(&number.to_string()), Ok(number));
                prop_assert_eq!(RegistrationNumber::parse(&number.digits()), Ok(number));
                prop_assert_eq!(&number.digits()[..9], first9);
            }
        }

        #[test]
        fn every_slip_in_one_digit_is_refused(
            first9 in "[1-9][0-9]{8}", place in 0_usize..10, digit in b'0'..=b'9',
        ) {
            if let Some(number) = with_check_digit(&first9) {
                let mut slip = number.digits().into_bytes();
                slip[place] = digit;
                let slip = String::from_utf8(slip).unwrap();
                prop_assert_eq!(RegistrationNumber::parse(&slip).is_ok(), slip == number.digits());
            }
        }

        #[test]
        fn any_text_is_a_number_or_a_problem(text: String) {
            let _ = RegistrationNumber::parse(&text);
        }
    }
}
