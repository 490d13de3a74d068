//! The answers that can be picked, in the order in which they are shown.

use domain::form::{
    BusinessShown, ClientSecret, IfAbsent, LicensedTrade, LoginLibrary, PublicProof,
    ReviewerAccess, SignupKind, Verification, VerificationMoment,
};
use domain::item::{Condition, Item, Moment, Shown, Stage};

pub(super) const STAGES: [Stage; 2] = [Stage::Required, Stage::Optional];
pub(super) const CONDITIONS: [Condition; 3] = [
    Condition::Required,
    Condition::Optional,
    Condition::NotCollected,
];
pub(super) const MOMENTS: [Moment; 3] = [Moment::Signup, Moment::Order, Moment::Later];
pub(super) const SHOWN: [Shown; 3] = [Shown::WithCondition, Shown::WithoutCondition, Shown::Absent];
pub(super) const IF_ABSENT: [IfAbsent; 3] = [IfAbsent::Ask, IfAbsent::GoOn, IfAbsent::Refuse];
pub(super) const VERIFICATIONS: [Verification; 4] = [
    Verification::Agency,
    Verification::SmsCode,
    Verification::Email,
    Verification::None,
];
pub(super) const VERIFIED_AT: [VerificationMoment; 2] =
    [VerificationMoment::Signup, VerificationMoment::Use];
pub(super) const SIGNUP_KINDS: [SignupKind; 4] = [
    SignupKind::OwnPage,
    SignupKind::AfterOtherSteps,
    SignupKind::SocialOnly,
    SignupKind::AppOnly,
];
pub(super) const ACCESS: [ReviewerAccess; 4] = [
    ReviewerAccess::TestAccount,
    ReviewerAccess::FlowCaptures,
    ReviewerAccess::SharedKakaoAccount,
    ReviewerAccess::None,
];
pub(super) const BUSINESS_SHOWN: [BusinessShown; 5] = [
    BusinessShown::EveryPage,
    BusinessShown::OnePage,
    BusinessShown::AfterClick,
    BusinessShown::AfterLogin,
    BusinessShown::Nowhere,
];
pub(super) const TRADES: [LicensedTrade; 13] = [
    LicensedTrade::None,
    LicensedTrade::Massage,
    LicensedTrade::Alcohol,
    LicensedTrade::Tobacco,
    LicensedTrade::Clinic,
    LicensedTrade::Pharmacy,
    LicensedTrade::MedicalDevice,
    LicensedTrade::HealthFood,
    LicensedTrade::Lending,
    LicensedTrade::Finance,
    LicensedTrade::RealEstate,
    LicensedTrade::Academy,
    LicensedTrade::Other,
];
pub(super) const LIBRARIES: [LoginLibrary; 10] = [
    LoginLibrary::KakaoSdk,
    LoginLibrary::Supabase,
    LoginLibrary::BetterAuth,
    LoginLibrary::Appwrite,
    LoginLibrary::AuthJs,
    LoginLibrary::Firebase,
    LoginLibrary::SpringSecurity,
    LoginLibrary::Passport,
    LoginLibrary::Other,
    LoginLibrary::Own,
];
pub(super) const SECRETS: [ClientSecret; 3] =
    [ClientSecret::Off, ClientSecret::Sent, ClientSecret::NotSent];
pub(super) const YES_NO: [bool; 2] = [true, false];
pub(super) const ITEMS: [Item; 10] = Item::ALL;
pub(super) const PROOFS: [PublicProof; 9] = PublicProof::ALL;
