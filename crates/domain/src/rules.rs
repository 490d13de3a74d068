//! The rules that a program can check, by number: which codes answer each, or why an application cannot break it.
//!
//! The codes come from the table of codes; here is only what has none. `docs/rules.md` is written from this and a test keeps it true.

use crate::finding::Code;

/// A rule of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its number, 1 to 100.
    pub number: u8,
    /// What it is about, in English; for documents, never on a screen.
    pub title: &'static str,
    /// Why no finding answers it; `None` when codes do.
    pub out_of_scope: Option<&'static str>,
}

impl Rule {
    /// The codes that answer it, most important first.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        let number = self.number;
        Code::ALL
            .iter()
            .copied()
            .filter(move |code| code.meta().rules.contains(&number))
    }
}

const SCREEN: &str =
    "how the consent screen behaves: built into its model (`consent_screen`), nothing to fill in";
const LATER: &str =
    "happens after the launch, in the service's own code; an application says nothing about it";
const HOUSE: &str = "kept by this product itself, by its state machine and its tests";

/// A rule that codes answer.
const fn rule(number: u8, title: &'static str) -> Rule {
    Rule {
        number,
        title,
        out_of_scope: None,
    }
}

/// A rule that an application cannot break.
const fn out(number: u8, title: &'static str, why: &'static str) -> Rule {
    Rule {
        number,
        title,
        out_of_scope: Some(why),
    }
}

/// All of them, in order.
pub const RULES: [Rule; 100] = [
    rule(1, "Only approved business channels are listed"),
    rule(2, "Only channels of managers and masters are listed"),
    rule(3, "A channel linked already is not offered again"),
    rule(4, "Only biz apps are listed"),
    rule(5, "Only apps of editors and owners are listed"),
    rule(6, "Below editor nobody can apply"),
    out(
        7,
        "An empty list says what to do",
        "the lists say it where they are empty; an application has no list",
    ),
    rule(8, "Only the master edits a channel's business information"),
    rule(9, "Only the owner edits an app's business information"),
    rule(10, "Only the master invites managers"),
    rule(11, "A channel to be deleted cannot be used"),
    rule(12, "Deletion takes seven days"),
    rule(13, "A blocked app cannot be used"),
    rule(14, "A registration number has ten digits"),
    rule(15, "Its tenth digit is a check digit"),
    rule(16, "It begins with 101 to 999"),
    rule(17, "Its fourth and fifth digit are not 00"),
    rule(18, "The known numbers are told apart"),
    rule(19, "Number, trade name and representative are mandatory"),
    rule(20, "An individual developer's app has no number"),
    rule(
        21,
        "Individual conversion needs icon, verified identity and consent",
    ),
    rule(22, "Business information can be added later"),
    rule(23, "App and channel carry the same number"),
    rule(24, "Ten channels an app"),
    rule(25, "A pair is linked once"),
    rule(26, "Without business information nothing is linked"),
    rule(27, "A plain channel cannot be linked"),
    rule(28, "Whoever links is editor and manager"),
    rule(29, "A number that changes keeps the link and warns"),
    rule(30, "Nothing is submitted while numbers differ"),
    rule(31, "Business information is the same everywhere"),
    rule(32, "One linked channel is the representative one"),
    out(33, "One channel on the consent screen", SCREEN),
    rule(34, "The chosen channel is a linked one"),
    rule(35, "Simple signup needs a channel"),
    rule(36, "Ten items"),
    rule(37, "Only what the own sign-up collects"),
    rule(38, "On the same condition"),
    rule(39, "The rest is asked on the own page"),
    rule(40, "Which items need a biz app, and which a review"),
    rule(41, "Without permission an item cannot be used"),
    rule(42, "CI required: verified at sign-up"),
    rule(43, "CI optional: verified in use"),
    rule(44, "CI needs an identity-verification agency"),
    rule(45, "CI only to compare members, with a reason"),
    rule(46, "CI is proven by a live capture"),
    out(
        47,
        "No CI in the simple set-up",
        "the payload of the simple set-up has no word for it (`simple_setup`)",
    ),
    rule(48, "Every item has a purpose"),
    rule(49, "A date of birth needs birthday and birth year"),
    out(50, "Items asked later are not on the first screen", SCREEN),
    rule(51, "A required item may still be empty"),
    rule(52, "The telephone number is collected by the own sign-up"),
    rule(53, "Partners' items are not offered"),
    rule(54, "plusfriends needs a channel"),
    rule(55, "New apps cannot use the old profile scope"),
    rule(56, "A sign-up page, a plan or a draft"),
    rule(57, "A privacy policy"),
    rule(58, "The policy names every item with its condition"),
    rule(59, "The sign-up screen shows every item with its condition"),
    rule(60, "Nobody's data in the evidence"),
    rule(61, "Required has to be justified"),
    rule(62, "A term has title, address, tag and condition"),
    rule(63, "Tags are unique, without comma or space"),
    rule(64, "The age term's tag is fixed"),
    out(
        65,
        "A changed term gets a new tag",
        "seen against the term that is live, where terms are edited",
    ),
    rule(66, "Simple signup needs a required term"),
    out(
        67,
        "A new required term is not asked of old members",
        "seen against the terms that are live, where terms are edited",
    ),
    out(68, "An agreed term is not asked again", SCREEN),
    out(69, "Optional terms can be revoked", LATER),
    out(70, "Kakao's own third-party text is read-only", SCREEN),
    rule(71, "A marketing term needs the address it uses"),
    out(72, "Only drafts and held applications are edited", HOUSE),
    out(73, "A hold or rejection has a reason", HOUSE),
    out(74, "A held application keeps its history", HOUSE),
    rule(75, "Permission comes with approval"),
    rule(
        76,
        "Nothing is submitted before channel, app and link are ready",
    ),
    rule(77, "Reviews take business days, in ranges"),
    rule(78, "People see icon, app name and company"),
    out(79, "Continue waits for every required tick", SCREEN),
    out(80, "Cancelling is an answer", SCREEN),
    out(81, "The channel line is optional and last", SCREEN),
    out(82, "Agree-all ticks everything", SCREEN),
    out(83, "Old members see the screen once", SCREEN),
    out(84, "User ids stay", LATER),
    rule(85, "One app for one service"),
    rule(86, "The age option refuses accounts under 14"),
    out(87, "prompt=none of a stranger", LATER),
    rule(88, "A scope that is not set stops every login"),
    rule(89, "Redirect URIs match letter by letter"),
    rule(90, "At most ten redirect URIs"),
    rule(91, "Icon, name, company and category"),
    out(
        92,
        "A search ID has at most 15 characters",
        "checked where channels are registered (`channel::is_search_id`)",
    ),
    out(
        93,
        "The look of the login button",
        "drawn by the service; the design guide is Kakao's",
    ),
    out(94, "A user without a call in 24 hours is unlinked", LATER),
    out(95, "Reasons of the unlink webhook", LATER),
    out(96, "The id of the channel webhook", LATER),
    out(97, "Webhooks answer within three seconds", LATER),
    out(98, "Sync sign-ups are counted by synched_at", LATER),
    out(99, "Two spellings of the terms answer", LATER),
    out(100, "Statistics are for members of the app", LATER),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_codes_or_says_why_not() {
        for (at, rule) in RULES.iter().enumerate() {
            assert_eq!(usize::from(rule.number), at + 1);
            assert_eq!(
                rule.codes().next().is_none(),
                rule.out_of_scope.is_some(),
                "rule {}: {}",
                rule.number,
                rule.title
            );
        }
    }

    #[test]
    fn no_code_names_a_rule_that_does_not_exist() {
        for code in Code::ALL {
            assert!(code.meta().rules.iter().all(|n| (1..=100).contains(n)));
        }
    }
}
