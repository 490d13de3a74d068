//! Who has a role on a channel or app, and how that may change: it always has exactly one master or owner. Rule 10.

use crate::application::WhyNot;
use crate::id::UserId;
use crate::role::Standing;

/// A change among those who have a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act<'a> {
    /// That person gets that role, instead of the one they have or as their first.
    Set(&'a UserId, Standing),
    /// That person has no role any more; they may also say so themselves.
    Remove(&'a UserId),
    /// The first, who is master or owner, becomes manager or editor, and the second master or owner.
    HandOver(&'a UserId, &'a UserId),
}

/// What is different afterwards: each person with the new role, `None` for none any more. Whoever gives something up comes first.
/// Nothing for what is so already.
///
/// # Errors
/// Refused when there would be no master or owner, or another one: that is for a hand-over only. Refused, too, when somebody whose
/// account is closed would get a role: they look after nothing.
pub fn change(
    standing_of: impl Fn(&UserId) -> Option<Standing>,
    is_closed: impl Fn(&UserId) -> bool,
    act: Act<'_>,
) -> Result<Vec<(UserId, Option<Standing>)>, WhyNot> {
    let is_head = |user: &UserId| standing_of(user) == Some(Standing::Head);
    match act {
        Act::Set(user, standing) if standing_of(user) == Some(standing) => Ok(Vec::new()),
        Act::Set(user, standing) => {
            if is_head(user) || standing == Standing::Head {
                return Err(WhyNot::HandOverFirst);
            }
            if is_closed(user) {
                return Err(WhyNot::AccountClosed);
            }
            Ok(vec![(user.clone(), Some(standing))])
        }
        Act::Remove(user) => {
            if is_head(user) {
                return Err(WhyNot::HandOverFirst);
            }
            Ok(vec![(user.clone(), None)])
        }
        Act::HandOver(from, to) => {
            if !is_head(from) {
                return Err(WhyNot::HandOverFirst);
            }
            if from == to {
                return Ok(Vec::new());
            }
            if is_closed(to) {
                return Err(WhyNot::AccountClosed);
            }
            Ok(vec![
                (from.clone(), Some(Standing::Member)),
                (to.clone(), Some(Standing::Head)),
            ])
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn id(name: &str) -> UserId {
        UserId::parse(name).unwrap()
    }

    fn nobody(_: &UserId) -> bool {
        false
    }

    const STANDINGS: [Standing; 3] = [Standing::Below, Standing::Member, Standing::Head];

    #[test]
    fn whatever_is_done_among_four_people_there_is_always_exactly_one_head() {
        let people: Vec<UserId> = ["a", "b", "c", "d"].map(id).into();
        let mut acts = Vec::new();
        for one in &people {
            acts.extend(STANDINGS.map(|standing| Act::Set(one, standing)));
            acts.push(Act::Remove(one));
            acts.extend(people.iter().map(|other| Act::HandOver(one, other)));
        }
        let first = BTreeMap::from([
            (id("a"), Standing::Head),
            (id("b"), Standing::Member),
            (id("c"), Standing::Below),
        ]);
        // Every world that can be reached, from each of them every act.
        let (mut seen, mut open) = (vec![first.clone()], vec![first]);
        while let Some(world) = open.pop() {
            for act in &acts {
                let mut next = world.clone();
                let standing_of = |user: &UserId| world.get(user).copied();
                for (user, standing) in change(standing_of, nobody, *act).unwrap_or_default() {
                    match standing {
                        Some(standing) => drop(next.insert(user, standing)),
                        None => drop(next.remove(&user)),
                    }
                }
                let heads = next.values().filter(|one| **one == Standing::Head);
                assert_eq!(heads.count(), 1, "{world:?} {act:?}");
                if !seen.contains(&next) {
                    seen.push(next.clone());
                    open.push(next);
                }
            }
        }
        assert!(seen.len() > 100, "{}", seen.len());
    }

    #[test]
    fn the_head_steps_down_before_the_other_steps_up() {
        let standing_of = |user: &UserId| {
            Some(if *user == id("a") {
                Standing::Head
            } else {
                Standing::Below
            })
        };
        let done = change(standing_of, nobody, Act::HandOver(&id("a"), &id("b"))).unwrap();
        let expected = [
            (id("a"), Some(Standing::Member)),
            (id("b"), Some(Standing::Head)),
        ];
        assert_eq!(done, expected);
        for act in [
            Act::Remove(&id("a")),
            Act::Set(&id("a"), Standing::Member),
            Act::Set(&id("b"), Standing::Head),
        ] {
            let done = change(standing_of, nobody, act);
            assert_eq!(done, Err(WhyNot::HandOverFirst));
        }
    }

    #[test]
    fn whoever_has_a_closed_account_only_loses_roles() {
        let standing_of = |user: &UserId| match user.as_str() {
            "a" => Some(Standing::Head),
            "b" => Some(Standing::Below),
            _ => None,
        };
        let is_closed = |user: &UserId| user.as_str() != "a";
        let (a, b, c) = (id("a"), id("b"), id("c"));
        for act in [
            Act::Set(&b, Standing::Member),
            Act::Set(&c, Standing::Below),
            Act::HandOver(&a, &b),
        ] {
            let done = change(standing_of, is_closed, act);
            assert_eq!(done, Err(WhyNot::AccountClosed), "{act:?}");
        }
        let done = change(standing_of, is_closed, Act::Remove(&b));
        assert_eq!(done, Ok(vec![(b.clone(), None)]));
        // What they are master or owner of is handed over although they are closed.
        let closed_head = |user: &UserId| user.as_str() == "a";
        assert!(change(standing_of, closed_head, Act::HandOver(&a, &b)).is_ok());
    }
}
