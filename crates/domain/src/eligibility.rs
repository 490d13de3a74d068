//! Which channels and apps can be used, and every reason why not. `#4`–`#7`.

use crate::app::{App, AppKind};
use crate::business::Business;
use crate::channel::{Channel, ChannelState};
use crate::finding::{Code, FactName, Finding};
use crate::id::AppId;
use crate::link::LINKS_MAX;
use crate::number::RegistrationNumber;
use crate::role::{AppRole, ChannelRole};
use crate::subject::{AppFact, Subject};

/// Every reason why somebody with that role cannot use the channel at all; none when it can be linked to some app.
/// What the viewer can change alone comes last, for it is no use before the rest.
pub fn channel(channel: &Channel, role: ChannelRole) -> Vec<Finding> {
    let found = |code| Finding::new(code, Subject::Channel(channel.id.clone()));
    let mut reasons = Vec::new();
    match channel.state {
        ChannelState::Business => {}
        ChannelState::Plain => reasons.push(found(Code::ChannelPlain)),
        ChannelState::InReview => reasons.push(found(Code::ChannelInReview)),
        ChannelState::Rejected => reasons.push(found(Code::ChannelRejected)),
        ChannelState::Deleting => reasons.push(found(Code::ChannelDeleting)),
    }
    if channel.state == ChannelState::Business && channel.business.is_none() {
        reasons.push(found(Code::ChannelNoBusiness));
    }
    if role < ChannelRole::Manager {
        reasons.push(found(Code::ChannelRole));
    }
    crate::finding::sort(&mut reasons);
    reasons
}

/// Every reason why somebody with that role cannot use the app; none when channels can be linked to it and Sync applied for.
pub fn app(app: &App, role: AppRole) -> Vec<Finding> {
    let mut reasons = Vec::new();
    if app.blocked {
        reasons.push(Finding::new(Code::AppBlocked, Subject::App(AppFact::Kind)));
    }
    match app.kind {
        AppKind::Basic => reasons.push(Finding::new(Code::AppNotBiz, Subject::App(AppFact::Kind))),
        AppKind::Individual => reasons.push(Finding::new(
            Code::AppIndividual,
            Subject::App(AppFact::Kind),
        )),
        AppKind::Biz | AppKind::Overseas if app.business.is_none() => {
            reasons.push(Finding::new(
                Code::AppNoBusiness,
                Subject::App(AppFact::Business),
            ));
        }
        AppKind::Biz | AppKind::Overseas => {}
    }
    if role < AppRole::Editor {
        reasons.push(Finding::new(Code::AppRole, Subject::App(AppFact::Role)));
    }
    crate::finding::sort(&mut reasons);
    reasons
}

/// Every reason why the channel cannot be linked to the app, for somebody with that role on the channel.
/// `linked` says whether it is linked already, `links` how many the app has. The app's own reasons are [`app`]'s.
pub fn pair(
    chosen: &App,
    candidate: &Channel,
    role: ChannelRole,
    linked: bool,
    links: usize,
) -> Vec<Finding> {
    let subject = || Subject::Channel(candidate.id.clone());
    if linked {
        return vec![Finding::new(Code::ChannelLinked, subject())];
    }
    let mut reasons = channel(candidate, role);
    if let (Some(ours), Some(theirs)) = (&chosen.business, &candidate.business)
        && ours.number != theirs.number
    {
        reasons.push(number_differs(ours, theirs, role, subject()));
    }
    if links >= LINKS_MAX {
        reasons.push(
            Finding::new(Code::AppFull, subject())
                .with(FactName::Count, links)
                .with(FactName::Limit, LINKS_MAX),
        );
    }
    crate::finding::sort(&mut reasons);
    reasons
}

/// The two numbers side by side; whoever is below manager sees the channel's only in part.
fn number_differs(
    ours: &Business,
    theirs: &Business,
    role: ChannelRole,
    subject: Subject,
) -> Finding {
    let shown = if role >= ChannelRole::Manager {
        theirs.number.to_string()
    } else {
        theirs.number.masked()
    };
    Finding::new(Code::NumberDiffers, subject)
        .with(FactName::App, ours.number.to_string())
        .with(FactName::Channel, shown)
}

/// A link whose two sides no longer carry the same number: it stays, but nothing new can be submitted until it is put right.
/// Rules 29 and 30, our judgement on `#5`.
pub fn drift(app: &App, channel: &Channel) -> Option<Finding> {
    drift_seen_by(app, channel, ChannelRole::Manager)
}

/// The same for somebody with that role on the channel: whoever is below manager sees the channel's number only in part.
pub fn drift_seen_by(app: &App, channel: &Channel, role: ChannelRole) -> Option<Finding> {
    let (ours, theirs) = (app.business.as_ref()?, channel.business.as_ref()?);
    let subject = || Subject::Channel(channel.id.clone());
    (ours.number != theirs.number).then(|| number_differs(ours, theirs, role, subject()))
}

/// The rules of [`channel`] and [`pair`] as data, so that a database can page the usable ones without knowing a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelTest {
    /// No channel passes: the app cannot take any.
    pub none: bool,
    /// The role that is needed at least.
    pub min_role: ChannelRole,
    /// The conversion state that is needed; business information is needed with it.
    pub state: ChannelState,
    /// The registration number that is needed, when an app was chosen that has one.
    pub number: Option<RegistrationNumber>,
    /// The app to which the channel must not be linked yet.
    pub not_linked_to: Option<AppId>,
}

impl ChannelTest {
    /// Which channels can be used at all.
    pub fn any() -> ChannelTest {
        ChannelTest {
            none: false,
            min_role: ChannelRole::Manager,
            state: ChannelState::Business,
            number: None,
            not_linked_to: None,
        }
    }

    /// Which channels can be linked to that app, which has so many links already.
    pub fn for_app(app: &App, links: usize) -> ChannelTest {
        ChannelTest {
            none: links >= LINKS_MAX,
            number: app.business.as_ref().map(|business| business.number),
            not_linked_to: Some(app.id.clone()),
            ..ChannelTest::any()
        }
    }

    /// Whether a channel passes; `linked` says whether it is linked to the app in question.
    pub fn passes(&self, channel: &Channel, role: ChannelRole, linked: bool) -> bool {
        !self.none
            && role >= self.min_role
            && channel.state == self.state
            && channel.business.as_ref().is_some_and(|business| {
                self.number
                    .as_ref()
                    .is_none_or(|number| business.number == *number)
            })
            && !(self.not_linked_to.is_some() && linked)
    }
}

/// The rules of [`app`] as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppTest {
    /// The role that is needed at least.
    pub min_role: AppRole,
    /// The kinds that can be used; business information is needed with them.
    pub kinds: &'static [AppKind],
}

impl AppTest {
    /// Which apps can be used.
    pub fn any() -> AppTest {
        AppTest {
            min_role: AppRole::Editor,
            kinds: &[AppKind::Biz, AppKind::Overseas],
        }
    }

    /// Whether an app passes.
    pub fn passes(&self, app: &App, role: AppRole) -> bool {
        !app.blocked
            && role >= self.min_role
            && self.kinds.contains(&app.kind)
            && app.business.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::business::BusinessReview;
    use crate::id::ChannelId;
    use crate::number::with_check_digit;

    fn business(first9: &str) -> Business {
        Business {
            number: with_check_digit(first9).unwrap(),
            trade_name: "x".into(),
            representative: "y".into(),
        }
    }

    fn some_app(kind: AppKind, blocked: bool, number: Option<&str>) -> App {
        App {
            id: AppId::parse("a").unwrap(),
            number: 1,
            name: "x".into(),
            company: "x".into(),
            category: "x".into(),
            icon: true,
            kind,
            blocked,
            kakao_login: false,
            business: number.map(business),
            business_review: BusinessReview::Approved,
            version: 1,
        }
    }

    fn some_channel(state: ChannelState, number: Option<&str>) -> Channel {
        Channel {
            id: ChannelId::parse("c").unwrap(),
            name: "x".into(),
            search_id: "x".into(),
            public_id: "_x".into(),
            state,
            business: number.map(business),
            version: 1,
        }
    }

    const NUMBERS: [Option<&str>; 3] = [None, Some("999010001"), Some("999810002")];

    #[test]
    fn the_tests_for_databases_and_the_reasons_for_people_always_agree() {
        use ChannelState::{Business as Biz, Deleting, InReview, Plain, Rejected};
        for role in [
            ChannelRole::Below,
            ChannelRole::Manager,
            ChannelRole::Master,
        ] {
            for state in [Plain, InReview, Rejected, Biz, Deleting] {
                for number in NUMBERS {
                    let candidate = some_channel(state, number);
                    let usable = channel(&candidate, role).is_empty();
                    assert_eq!(ChannelTest::any().passes(&candidate, role, false), usable);
                    for (linked, links) in [(false, 0), (true, 3), (false, 10)] {
                        let app = some_app(AppKind::Biz, false, NUMBERS[1]);
                        let usable = pair(&app, &candidate, role, linked, links).is_empty();
                        assert_eq!(
                            ChannelTest::for_app(&app, links).passes(&candidate, role, linked),
                            usable
                        );
                    }
                }
            }
        }
        for role in [AppRole::Below, AppRole::Editor, AppRole::Owner] {
            for kind in [
                AppKind::Basic,
                AppKind::Biz,
                AppKind::Individual,
                AppKind::Overseas,
            ] {
                for (blocked, number) in
                    [(false, NUMBERS[0]), (true, NUMBERS[1]), (false, NUMBERS[1])]
                {
                    let candidate = some_app(kind, blocked, number);
                    assert_eq!(
                        AppTest::any().passes(&candidate, role),
                        app(&candidate, role).is_empty()
                    );
                }
            }
        }
    }

    #[test]
    fn both_numbers_are_shown_and_below_manager_only_in_part() {
        let app = some_app(AppKind::Biz, false, NUMBERS[1]);
        let other = some_channel(ChannelState::Business, NUMBERS[2]);
        let shown = |role| {
            let reasons = pair(&app, &other, role, false, 0);
            reasons
                .iter()
                .find(|f| f.code == Code::NumberDiffers)
                .unwrap()
                .facts
                .clone()
        };
        assert!(!format!("{:?}", shown(ChannelRole::Manager)).contains('•'));
        assert!(format!("{:?}", shown(ChannelRole::Below)).contains('•'));
    }
}
