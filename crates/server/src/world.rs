//! The real clock and real randomness.

use backend::ports::{Clock, Ids};
use domain::time::Time;

use crate::hex::hex;

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the Clock that others ask"
    )]
    fn now(&self) -> Time {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let millis = since.map_or(0, |since| since.as_millis());
        Time::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
    }
}

/// The system's random numbers.
#[derive(Debug, Clone, Copy)]
pub struct RandomIds;

const LETTERS: [u8; 32] = *b"abcdefghijklmnopqrstuvwxyz234567";

impl Ids for RandomIds {
    fn id(&self, prefix: &str) -> String {
        let letters = random::<26>()
            .into_iter()
            .filter_map(|byte| LETTERS.get(usize::from(byte % 32)))
            .map(|letter| char::from(*letter));
        let mut id = format!("{prefix}_");
        id.extend(letters);
        id
    }

    fn token(&self) -> String {
        hex(&random::<32>())
    }
}

/// Random bytes. A system that has none cannot make anything unguessable, so the request ends there.
#[expect(
    clippy::panic,
    reason = "an identifier that can be guessed would be worse than none"
)]
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes,
        Err(problem) => panic!("the system has no random numbers: {problem}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_well_formed_and_never_the_same() {
        let (one, other) = (RandomIds.id("ev"), RandomIds.id("ev"));
        assert_ne!(one, other);
        assert!(domain::id::EvidenceId::parse(&one).is_ok(), "{one}");
        assert_eq!((one.len(), RandomIds.token().len()), (29, 64));
    }
}
