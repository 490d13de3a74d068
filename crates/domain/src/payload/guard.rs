//! What to guard against: a code beside the field that invites the mistake.

/// Something to guard against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// The field that it is about, as a path: `kakao_account.email`. The field may be missing in the answer.
    pub path: &'static str,
    /// What to guard against.
    pub code: GuardCode,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Mistakes that programs make with an answer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum GuardCode { $($(#[$doc])* $name),* }

        impl GuardCode {
            /// All of them.
            pub const ALL: &'static [GuardCode] = &[$(GuardCode::$name),*];
        }
    };
}

codes! {
    /// The person did not agree: the field is missing and can be asked for with `scope`.
    NotAgreed,
    /// The person agreed, but the account holds no value: `needs_agreement` is false and the field is missing all the same. Rule 51.
    NoValue,
    /// Both `is_email_valid` and `is_email_verified` have to be true before an address says anything.
    EmailUnverified,
    /// Numbers come as `+82 10-…`, and foreign ones in other forms.
    PhoneFormat,
    /// A birthday can be lunar, and in a leap month.
    BirthdayLunar,
    /// Without the birth year a birthday is no date of birth. Rule 49.
    BirthdayAlone,
    /// An age range does not prove that somebody is 14.
    AgeRangeNoProof,
    /// The gender is what the person entered, not what the law has.
    GenderUnproved,
    /// CI compares members; it is no identity verification.
    CiNoVerification,
    /// Somebody linked before Kakao Sync has no `synched_at` until they have met the consent screen. Rule 98.
    SynchedMissing,
    /// Being linked is not being a member: that is for the service to make. Rule 94.
    NotAMemberYet,
    /// Without a user-data call within 24 hours of the first login Kakao unlinks the person. Rule 94.
    Within24Hours,
    /// Whoever is listed has agreed only with `agreed` or `agreed_at`. Rule 99.
    TermListedNotAgreed,
    /// Older answers call the list `allowed_service_terms`. Rule 99.
    TermsOldName,
    /// `revocable` is there only beside what is agreed to.
    RevocableOnlyAgreed,
    /// The list of addresses can be missing or empty.
    AddressesMissing,
    /// `state` has to be the one that was sent.
    StateDiffers,
    /// There is no `code`: the person cancelled, and has to be able to sign up in another way.
    NoCode,
    /// There is no `code`: show the login button, do not try again by yourself.
    AskFirst,
    /// `Authorization` has to carry the service's own primary admin key.
    WebhookKey,
    /// An answer is expected within 3 seconds. Rule 97.
    WebhookWithin3Seconds,
    /// Nothing is sent when the service itself unlinked the person.
    UnlinkNotForOwn,
    /// The id is a member number only if `plusfriends` was agreed to. Rule 96.
    ChannelIdType,
}
