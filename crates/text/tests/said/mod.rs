//! Collects everything that is said: the words of every enum, every finding, and the sentences of the screens.

mod consent;

use domain::account::SignInProblem;
use domain::app::AppKind;
use domain::application::{DecisionProblem, Status, WhyNot};
use domain::business::BusinessReview;
use domain::channel::ChannelState;
use domain::evidence::{EvidenceKind, EvidencePage, FileProblem};
use domain::finding::{
    Code, Difference, Fact, FactName, FactValue, Finding, Fixer, Source, Weight,
};
use domain::form::{
    BusinessShown, ClientSecret, IfAbsent, LicensedTrade, PastedText, PublicProof, ReviewerAccess,
    SignupKind, Verification, VerificationMoment,
};
use domain::id::{ChannelId, EvidenceId};
use domain::item::{Condition, Item, Moment, Shown, Stage};
use domain::number::NumberProblem;
use domain::plan::{StepId, StepState};
use domain::reading::{Differing, PlaceholderKind, Purpose, Section, Unreadable};
use domain::review::Verdict;
use domain::role::{AppRole, ChannelRole, Duty, RoleRequestState};
use domain::subject::*;
use domain::task::{Task, TaskId, TaskState};
use text::Lang;
use text::screens::SCREENS;

/// What is said: where, in Korean, in English.
pub type Said = (String, String, String);

/// Calls a function for both languages.
pub fn both<T: ToString>(place: impl std::fmt::Debug, say: impl Fn(Lang) -> T) -> Said {
    (
        format!("{place:?}"),
        say(Lang::Ko).to_string(),
        say(Lang::En).to_string(),
    )
}

macro_rules! each {
    ($out:ident, $function:ident: $($value:expr),*) => {
        $($out.push(both((stringify!($function), $value), |lang| text::$function(lang, $value)));)*
    };
}

/// The words of what was read from pasted texts.
fn readings(out: &mut Vec<Said>) {
    for section in Section::ALL {
        each!(out, section: section);
    }
    each!(out, unreadable: Unreadable::Empty, Unreadable::TooLong, Unreadable::Pdf, Unreadable::PdfTooLarge, Unreadable::PdfLocked, Unreadable::PdfWithoutText, Unreadable::Binary, Unreadable::NoWords);
    each!(out, purpose: Purpose::Signup, Purpose::Order, Purpose::Enquiry, Purpose::Marketing, Purpose::Automatic, Purpose::ThirdParty, Purpose::Retention, Purpose::Verification, Purpose::Other, Purpose::Unknown);
    each!(out, placeholder: PlaceholderKind::Phone, PlaceholderKind::Email, PlaceholderKind::Name, PlaceholderKind::Number, PlaceholderKind::Blank);
    each!(out, differing: Differing::Same, Differing::Spaces, Differing::Width, Differing::Case, Differing::CorporateForm, Differing::CorporateFormMissing, Differing::Letters);
}

/// The words of every enum.
fn words() -> Vec<Said> {
    use Difference::*;

    let mut out = Vec::new();
    for code in Code::ALL {
        each!(out, help: *code);
        each!(out, example: *code);
        each!(out, source: code.meta().source);
        for item in [None, Some(Item::Profile)] {
            out.push(both((code, item), |lang| text::reason(lang, *code, item)));
        }
    }
    for operation in domain::policy::Operation::ALL {
        each!(out, operation: *operation);
    }
    for problem in SignInProblem::ALL {
        each!(out, sign_in_problem: problem);
    }
    for outcome in domain::record::Outcome::ALL {
        each!(out, outcome: outcome);
    }
    for kind in domain::record::ObjectKind::ALL {
        each!(out, object_kind: kind);
    }
    for item in Item::ALL {
        each!(out, item: item);
        each!(out, item_short: item);
    }
    each!(out, stage: Stage::Required, Stage::Optional, Stage::DuringUse, Stage::NotUsed);
    each!(out, stage_short: Stage::Required, Stage::Optional, Stage::DuringUse, Stage::NotUsed);
    each!(out, condition: Condition::Required, Condition::Optional, Condition::NotCollected);
    each!(out, moment: Moment::Signup, Moment::Order, Moment::Later);
    each!(out, shown: Shown::WithCondition, Shown::WithoutCondition, Shown::Absent);
    each!(out, weight: Weight::Blocks, Weight::Warns, Weight::Notes);
    each!(out, fixer: Fixer::Applicant, Fixer::ChannelMaster, Fixer::AppOwner, Fixer::MasterOrOwner, Fixer::Wait);
    each!(out, source: Source::Answer(4), Source::Page("https://a.example"), Source::Note("1"), Source::Judgement);
    each!(out, channel_role: ChannelRole::Below, ChannelRole::Manager, ChannelRole::Master);
    each!(out, app_role: AppRole::Below, AppRole::Editor, AppRole::Owner);
    each!(out, duty: Duty::Applicant, Duty::Reviewer, Duty::Operator);
    each!(out, role_request_state: RoleRequestState::Open, RoleRequestState::Granted, RoleRequestState::Declined);
    each!(out, app_kind: AppKind::Basic, AppKind::Biz, AppKind::Individual, AppKind::Overseas);
    each!(out, channel_state: ChannelState::Plain, ChannelState::InReview, ChannelState::Rejected, ChannelState::Business, ChannelState::Deleting);
    each!(out, business_review: BusinessReview::NotRequested, BusinessReview::InReview, BusinessReview::Approved, BusinessReview::Rejected);
    each!(out, signup_kind: SignupKind::OwnPage, SignupKind::AfterOtherSteps, SignupKind::SocialOnly, SignupKind::AppOnly);
    each!(out, reviewer_access: ReviewerAccess::None, ReviewerAccess::TestAccount, ReviewerAccess::SharedKakaoAccount, ReviewerAccess::FlowCaptures);
    each!(out, verification: Verification::None, Verification::SmsCode, Verification::Email, Verification::Agency);
    each!(out, verification_moment: VerificationMoment::Signup, VerificationMoment::Use);
    each!(out, number_problem: NumberProblem::Length { digits: 1 }, NumberProblem::Length { digits: 9 }, NumberProblem::Range, NumberProblem::Class, NumberProblem::CheckDigit);
    each!(out, evidence_kind: EvidenceKind::LiveCapture, EvidenceKind::DesignDraft, EvidenceKind::FlowPlan);
    each!(out, evidence_page: EvidencePage::Signup, EvidencePage::PrivacyPolicy, EvidencePage::Verification, EvidencePage::ServiceFlow, EvidencePage::Licence);
    answers(&mut out);
    readings(&mut out);
    each!(out, file_problem: FileProblem::Empty, FileProblem::TooLarge, FileProblem::WrongType, FileProblem::Broken, FileProblem::TooManyPixels, FileProblem::Active, FileProblem::Encrypted, FileProblem::TooMany);
    for status in Status::ALL {
        each!(out, status: status);
    }
    each!(out, verdict: Verdict::Approve, Verdict::Hold, Verdict::Reject);
    each!(out, why_not: WhyNot::UnderReview, WhyNot::AlreadyApproved, WhyNot::EnoughRounds, WhyNot::NotSubmitted, WhyNot::NotOpened, WhyNot::AlreadyDecided, WhyNot::EnoughShares, WhyNot::HandOverFirst, WhyNot::OwnAccount, WhyNot::EnoughInvitations, WhyNot::EnoughRequests, WhyNot::OpenedByOther, WhyNot::OwnRound, WhyNot::AccountClosed, WhyNot::AccountOpen);
    each!(out, decision_problem: DecisionProblem::Missing, DecisionProblem::NotInRound, DecisionProblem::ReasonMissing, DecisionProblem::NotAReason, DecisionProblem::WordsMissing, DecisionProblem::WordsTooLong);
    for part in Part::ALL {
        each!(out, part: *part);
    }
    each!(out, difference: Spaces, Scheme, Host, Port, TrailingSlash, Case, Path, Query, Brackets, CorporateForm, Letters);
    for name in FACTS {
        each!(out, fact_name: name);
    }
    out.extend(tasks());
    out.extend(
        subjects()
            .into_iter()
            .map(|s| both(&s, |lang| text::subject(lang, &s))),
    );
    out
}

/// The answers that the form offers.
fn answers(out: &mut Vec<Said>) {
    use LicensedTrade::*;

    each!(out, if_absent: IfAbsent::Ask, IfAbsent::GoOn, IfAbsent::Refuse);
    each!(out, business_shown: BusinessShown::EveryPage, BusinessShown::OnePage, BusinessShown::AfterClick, BusinessShown::AfterLogin, BusinessShown::Nowhere);
    each!(out, client_secret: ClientSecret::Off, ClientSecret::Sent, ClientSecret::NotSent);
    for step in StepId::ALL {
        each!(out, plan_step: step);
    }
    each!(out, step_state: StepState::Done, StepState::Now, StepState::InReview, StepState::Waits);
    for proof in PublicProof::ALL {
        each!(out, public_proof: proof);
    }
    each!(out, licensed_trade: None, Massage, Alcohol, Tobacco, Clinic, Pharmacy, MedicalDevice, HealthFood, Lending, Finance, RealEstate, Academy, Other);
}

const FACTS: [FactName; 21] = [
    FactName::Requested,
    FactName::OwnSignup,
    FactName::Collected,
    FactName::App,
    FactName::Channel,
    FactName::Site,
    FactName::Certificate,
    FactName::Limit,
    FactName::Count,
    FactName::Tag,
    FactName::Scope,
    FactName::Role,
    FactName::Name,
    FactName::DaysMin,
    FactName::DaysMax,
    FactName::Entered,
    FactName::Registered,
    FactName::Answered,
    FactName::Text,
    FactName::Library,
    FactName::Difference,
];

fn tasks() -> Vec<Said> {
    use TaskId::{App, Application, Business, Channel, Link, Result};
    let ids = [Channel, App, Link, Business, Application, Result];
    let mut out = Vec::new();
    for id in ids {
        each!(out, task: id);
        let locked = ids.map(|by| TaskState::Locked { by });
        let free = [
            TaskState::Done,
            TaskState::Todo,
            TaskState::Doing,
            TaskState::Attention,
            TaskState::InReview,
        ];
        for state in free.into_iter().chain(locked) {
            each!(out, task_state: state);
            out.push(both((id, state), |lang| {
                text::task_hint(lang, &Task { id, state })
            }));
        }
    }
    out
}

/// Every kind of subject, every field of the form among them.
fn subjects() -> Vec<Subject> {
    let items = ItemField::ALL
        .iter()
        .map(|field| Field::Item(Item::Name, *field));
    let fields = items
        .chain(CiField::ALL.iter().map(|field| Field::Ci(*field)))
        .chain(SignupField::ALL.iter().map(|field| Field::Signup(*field)))
        .chain(ServiceField::ALL.iter().map(|field| Field::Service(*field)))
        .chain(LoginField::ALL.iter().map(|field| Field::Login(*field)))
        .chain(TermField::ALL.iter().map(|field| Field::Term(1, *field)))
        .chain(TieField::ALL.iter().map(|field| Field::Tie(*field)))
        .chain(PastedText::ALL.iter().map(|text| Field::Text(*text)))
        .chain([
            Field::Items,
            Field::Terms,
            Field::Extra,
            Field::ExtraRow(0),
            Field::Channel,
            Field::Over14,
            Field::Evidence,
            Field::Overruled,
            Field::NotKnown,
            Field::Declared,
        ])
        .chain(EvidenceId::parse("ev1").map(Field::EvidenceFile));
    let facts = AppFact::ALL.iter().map(|fact| Subject::App(*fact));
    fields
        .map(Subject::Form)
        .chain(facts)
        .chain([Subject::Application, Subject::Channels])
        .chain(ChannelId::parse("ch1").map(Subject::Channel))
        .collect()
}

/// Every code at the subjects it is found at, with every fact and with none.
pub fn findings() -> Vec<Said> {
    let text = |name| Fact {
        name,
        value: FactValue::Text("별하".into()),
    };
    let facts: Vec<Fact> = FACTS.into_iter().map(text).collect();
    let mut out = Vec::new();
    for code in Code::ALL {
        for subject in [
            Subject::Application,
            Subject::Form(Field::Item(Item::AccountEmail, ItemField::Purpose)),
            Subject::Form(Field::Term(1, TermField::Url)),
            Subject::Form(Field::Service(ServiceField::Url)),
        ] {
            for facts in [facts.clone(), Vec::new()] {
                let finding = Finding {
                    facts,
                    ..Finding::new(*code, subject.clone())
                };
                let (place, ko, en) = both(code, |lang| text::finding(lang, &finding));
                // The value is Korean in both languages.
                out.push((place, ko, en.replace("별하", "Byeolha")));
            }
        }
    }
    out
}

pub fn screens() -> Vec<Said> {
    let rows = SCREENS.iter().flat_map(|(screen, rows)| {
        rows.iter()
            .map(move |(name, ko, en)| (format!("{screen}::{name}"), (*ko).into(), (*en).into()))
    });
    rows.chain(consent::sentences()).collect()
}

pub fn everything() -> Vec<Said> {
    [words(), findings(), consent::words(), screens()].concat()
}
