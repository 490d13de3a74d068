//! The table itself: one line an operation, named as its endpoint. An endpoint without a line does not compile.

use super::{Answer, Relation};

/// The answers to nobody, stranger, below, member, head, reviewer, reviewer with a role, operator.
type Row = [Answer; 8];

use Answer::{Allow as A, Hide as H, Refuse as R, SignIn as S};

/// Everybody, signed in or not. What is shown depends on what they bring: a token, a session, a provider's word.
const OPEN: Row = [A, A, A, A, A, A, A, A];
/// Everybody who is signed in; what they get is their own.
const OWN: Row = [S, A, A, A, A, A, A, A];
/// Whoever has any role on it.
const SEE: Row = [S, H, A, A, A, H, H, H];
/// Managers, editors and above. `#4`, `#7`, `#8`.
const EDIT: Row = [S, H, R, A, A, H, H, H];
/// The master or owner; those with a role know that there is something to refuse.
const HEAD: Row = [S, H, R, R, A, H, H, H];
/// The master or owner; nobody else knows of it.
const LETTER: Row = [S, H, H, H, A, H, H, H];
/// Whoever has any role on it, and every reviewer: what was submitted.
const FILE: Row = [S, H, A, A, A, A, A, H];
/// Reviewers.
const REVIEW: Row = [S, R, R, R, R, A, A, R];
/// Reviewers, but not those who belong to the applicants.
const DECIDE: Row = [S, R, R, R, R, A, R, R];
/// Operators.
const OPERATE: Row = [S, R, R, R, R, R, R, A];

macro_rules! operations {
    ($($name:ident $word:literal $row:ident;)*) => {
        /// What can be asked of the backend: one for each endpoint, of the same name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is the endpoint of the same name, which says what it does")]
        #[repr(u8)]
        pub enum Operation { $($name),* }

        impl Operation {
            /// All of them, in the order of the table.
            pub const ALL: &[Operation] = &[$(Operation::$name),*];

            /// The name of the endpoint: `resource_verb`.
            pub fn word(self) -> &'static str {
                match self { $(Operation::$name => $word),* }
            }

            /// What the table says in that column.
            pub fn row(self, column: Relation) -> Answer {
                let row: &Row = match self { $(Operation::$name => &$row),* };
                let [nobody, stranger, below, member, head, reviewer, interested, operator] = *row;
                match column {
                    Relation::Nobody => nobody,
                    Relation::Stranger => stranger,
                    Relation::Below => below,
                    Relation::Member => member,
                    Relation::Head => head,
                    Relation::Reviewer => reviewer,
                    Relation::Interested => interested,
                    Relation::Operator => operator,
                }
            }
        }
    };
}

operations! {
    PersonaList "persona_list" OPEN;
    SignIn "sign_in" OPEN;
    SignOut "sign_out" OPEN;
    ProviderList "provider_list" OPEN;
    InvitationOpen "invitation_open" OPEN;

    MeGet "me_get" OWN;
    SessionList "session_list" OWN;
    SessionEnd "session_end" OWN;
    SessionEndOthers "session_end_others" OWN;
    HomeGet "home_get" OWN;

    ChannelList "channel_list" OWN;
    ChannelGet "channel_get" SEE;
    ChannelLookup "channel_lookup" OWN;
    AppList "app_list" OWN;
    AppGet "app_get" SEE;

    ChannelMemberList "channel_member_list" SEE;
    ChannelMemberSet "channel_member_set" HEAD;
    ChannelMemberRemove "channel_member_remove" HEAD;
    ChannelHandOver "channel_hand_over" HEAD;
    ChannelLeave "channel_leave" SEE;
    AppMemberList "app_member_list" SEE;
    AppMemberSet "app_member_set" HEAD;
    AppMemberRemove "app_member_remove" HEAD;
    AppHandOver "app_hand_over" HEAD;
    AppLeave "app_leave" SEE;

    RoleRequestList "role_request_list" OWN;
    RoleRequestCreate "role_request_create" OWN;
    RoleRequestDecide "role_request_decide" LETTER;

    LinkList "link_list" OWN;
    LinkCreate "link_create" EDIT;
    RepresentativeSet "representative_set" EDIT;
    LinkDelete "link_delete" EDIT;

    ApplicationList "application_list" OWN;
    ApplicationCreate "application_create" EDIT;
    ApplicationGet "application_get" SEE;
    ApplicationSave "application_save" EDIT;
    ApplicationSubmit "application_submit" EDIT;
    ApplicationWithdraw "application_withdraw" EDIT;
    ApplicationExport "application_export" SEE;
    EvidenceCreate "evidence_create" EDIT;
    EvidenceGet "evidence_get" FILE;
    EvidenceDelete "evidence_delete" EDIT;

    ShareCreate "share_create" EDIT;
    ShareList "share_list" SEE;
    ShareRevoke "share_revoke" EDIT;
    ShareOpen "share_open" OPEN;

    UserList "user_list" OPERATE;
    UserUpdate "user_update" OPERATE;
    UserSignOut "user_sign_out" OPERATE;
    UserHandOver "user_hand_over" OPERATE;
    InvitationCreate "invitation_create" OPERATE;
    InvitationList "invitation_list" OPERATE;
    InvitationRevoke "invitation_revoke" OPERATE;

    RecordList "record_list" OWN;
    RecordExport "record_export" OWN;

    ReviewList "review_list" REVIEW;
    ReviewGet "review_get" REVIEW;
    ReviewOpen "review_open" DECIDE;
    ReviewDecide "review_decide" DECIDE;
}
