//! Calm: nothing twice, nothing that another finding says already, nothing that comes only later.

use crate::app::AppKind;
use crate::application::{Document, Goal};
use crate::finding::{Code, FactName, Finding, Weight};
use crate::item::Item;

/// Findings that say nothing new beside another: when the first is there, the second goes.
const SAID_BY: &[(Code, &[Code])] = &[
    // Without a business nothing can be linked or reviewed.
    (
        Code::NoBusiness,
        &[
            Code::AppCompanyIsTeam,
            Code::AppCategoryMissing,
            Code::NoChannel,
            Code::BusinessReviewPending,
        ],
    ),
    (
        Code::AppIndividual,
        &[Code::OwnerMustConvert, Code::AppCategoryMissing],
    ),
    (
        Code::EmailNeedsBizApp,
        &[Code::ScopeNotApproved, Code::NoChannel],
    ),
    (Code::ServiceUnreachable, &[Code::SignupNeedsLogin]),
    (Code::BusinessHidden, &[Code::BusinessNotOnSite]),
    (Code::LibrarySendsMore, &[Code::ScopeNotApproved]),
    (Code::BusinessReviewPending, &[Code::ItemsInReview]),
    (Code::NoItems, &[Code::NoRequiredTerm]),
];

pub(super) fn calm(document: &Document, found: &mut Vec<Finding>) {
    // A D-U-N-S number is no registration number and need not look like one.
    let overseas = document.app.kind == Some(AppKind::Overseas);
    let goal = document.meant();
    found.retain(|finding| {
        matters(goal, finding.code) && !(overseas && finding.code == Code::NumberMalformed)
    });
    if document.goal == Goal::Unsaid {
        // Nobody is submitting: what was left out may be there.
        for finding in found
            .iter_mut()
            .filter(|one| matches!(one.code, Code::NoChannel | Code::NotDeclared))
        {
            finding.weight = Weight::Notes;
        }
    }
    for (first, rest) in SAID_BY {
        if found.iter().any(|finding| finding.code == *first) {
            found.retain(|finding| !rest.contains(&finding.code));
        }
    }
    // A service that does not run yet has no documents to look at; without a policy nobody can submit, so that stays.
    if found
        .iter()
        .any(|finding| finding.code == Code::ServiceNotPublic && finding.weight == Weight::Warns)
    {
        found.retain(|finding| {
            finding.weight == Weight::Blocks
                || !matches!(finding.code, Code::PrivacyMissing | Code::TermsMissing)
        });
    }
    once(found, Code::NumberMalformed);
    fold(found);
}

/// The same value at several places is said at the first.
fn once(found: &mut Vec<Finding>, code: Code) {
    let mut seen: Vec<Vec<crate::finding::Fact>> = Vec::new();
    found.retain(|finding| {
        if finding.code != code {
            return true;
        }
        let new = !seen.contains(&finding.facts);
        if new {
            seen.push(finding.facts.clone());
        }
        new
    });
}

/// Remarks of one code about several items become one, at the first of them, which names the others.
fn fold(found: &mut Vec<Finding>) {
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found.drain(..) {
        let of: Option<Item> = finding.subject.item();
        let folds = finding.weight == Weight::Notes
            && matches!(
                finding.code,
                Code::MayBeAbsent
                    | Code::UseMissing
                    | Code::PurposeMissing
                    | Code::PurposeThin
                    | Code::OptionalMayBeGranted
                    | Code::AnswerUnlikeText
            );
        let first = kept
            .iter_mut()
            .find(|one| folds && one.code == finding.code && one.weight == Weight::Notes);
        match (first, of) {
            (Some(first), Some(item)) => {
                *first = first.clone().with(FactName::Name, item);
            }
            _ => kept.push(finding),
        }
    }
    *found = kept;
}

/// Whether a code says something about what is meant to be reached. Without a word everything is.
fn matters(goal: Goal, code: Code) -> bool {
    match goal {
        Goal::Sync | Goal::Unsaid => true,
        Goal::Items => !matches!(
            code,
            Code::NoChannel
                | Code::ChannelNotLinked
                | Code::NoRequiredTerm
                | Code::NotDeclared
                | Code::AgeOptionOff
        ),
        Goal::Channel => {
            matches!(
                code,
                Code::ChannelDeleting
                    | Code::ChannelRole
                    | Code::ChannelDormant
                    | Code::MasterMustConvert
                    | Code::ChannelNoBusiness
                    | Code::NoBusiness
                    | Code::NumberDiffers
                    | Code::NumberMalformed
                    | Code::TooLong
                    | Code::AddressMalformed
                    | Code::NotMasked
                    | Code::NotProduction
                    | Code::PrivacyMissing
                    | Code::TermsMissing
                    | Code::PoliciesNotPublic
                    | Code::PolicyPlaceholder
                    | Code::TextUnreadable
                    | Code::ServiceNotPublic
                    | Code::ServiceUnreachable
                    | Code::SharedAccount
                    | Code::NotAnswered
                    | Code::NotKnownYet
                    | Code::LaunchTooEarly
            ) || is_about_the_business(code)
        }
        Goal::BizApp => {
            !is_about_the_application(code)
                && !is_about_the_channel(code)
                && !matches!(
                    code,
                    Code::CiNoAgency | Code::CiDraftEvidence | Code::CiNotAtSignup
                )
        }
        Goal::Login => {
            !is_about_the_channel(code)
                && !is_about_the_business(code)
                && (!is_about_the_application(code)
                    || matches!(
                        code,
                        Code::NotCollected | Code::StageDiffers | Code::PolicyLacksItem
                    ))
                && !matches!(
                    code,
                    Code::NoBusiness
                        | Code::ServiceNotPublic
                        | Code::ServiceUnreachable
                        | Code::TermsMissing
                        | Code::PrivacyMissing
                        | Code::WithdrawalMissing
                )
        }
    }
}

/// Who runs the service, and does everybody see it?
fn is_about_the_business(code: Code) -> bool {
    (Code::BusinessDiffers..=Code::LicenceHolderDiffers).contains(&code)
}

/// The channel, linked or to be converted.
fn is_about_the_channel(code: Code) -> bool {
    matches!(
        code,
        Code::NoChannel
            | Code::ChannelNotLinked
            | Code::ChannelPlain
            | Code::ChannelInReview
            | Code::ChannelRejected
            | Code::ChannelDormant
            | Code::MasterMustConvert
            | Code::ChannelEmpty
            | Code::ChannelTieMissing
            | Code::ChannelUnlinkedSite
            | Code::TieProofThin
    )
}

/// What only an application for items has: purposes, terms, the sign-up and its proof.
fn is_about_the_application(code: Code) -> bool {
    matches!(
        code,
        Code::NoItems
            | Code::NotDeclared
            | Code::NotCollected
            | Code::CollectedLater
            | Code::StageDiffers
            | Code::PurposeMissing
            | Code::PurposeThin
            | Code::PurposeCopied
            | Code::UseMissing
            | Code::RequiredNotJustified
            | Code::OptionalMayBeGranted
            | Code::MayBeAbsent
            | Code::NoRequiredTerm
            | Code::AgeOptionOff
            | Code::AgeTermTag
            | Code::SignupNotShown
            | Code::SignupNeedsLogin
            | Code::SignupTermsHidden
            | Code::SignupListsNothing
            | Code::SignupListsNoConditions
            | Code::SignupLacksItem
            | Code::SignupLacksCondition
            | Code::PolicyLacksItem
            | Code::PolicyLacksCondition
            | Code::PolicyNamesMore
            | Code::PolicySectionsMissing
            | Code::CiPurposeNotAgreed
            | Code::CiReasonMissing
            | Code::CiCaptureMissing
            | Code::NotAnswered
    )
}
