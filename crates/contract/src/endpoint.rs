//! The list of endpoints: the only place with paths. The router mounts them and the client calls them.

use serde::{Serialize, de::DeserializeOwned};

use crate::body::*;
use domain::policy::Operation;

/// Below this path everybody has to be signed in, but for the endpoints that say that they are open.
pub const API: &str = "/api/v1";
/// Below these paths everything is answered by the router, unknown addresses included.
pub const ROOTS: [&str; 2] = ["/api", "/auth"];

/// The four methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reads; never changes anything.
    Get,
    /// Creates, or moves a state.
    Post,
    /// Replaces.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// The word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

/// What is fixed about an endpoint, without its types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// `resource_verb`, the same word everywhere.
    pub name: &'static str,
    /// Method.
    pub method: Method,
    /// Path with `{placeholders}`, as the router takes it.
    pub path: &'static str,
    /// What it does, in one line, for the API document.
    pub summary: &'static str,
    /// Whether a version of what is changed has to be sent as `If-Match`.
    pub if_match: bool,
    /// Whether an `Idempotency-Key` has to be sent.
    pub idempotent: bool,
    /// Whether somebody who is not signed in may call it.
    pub open: bool,
    /// Whether it shows what others should know was looked at: each answer that does leaves an entry in the record.
    pub personal: bool,
    /// Its line in the table of who may do what.
    pub operation: Operation,
}

/// An endpoint with its types. `Request` is the body; endpoints without one take `()`.
pub trait Endpoint {
    /// What is fixed about it.
    const FACTS: Facts;
    /// Query parameters; `()` for none.
    type Query: Serialize + DeserializeOwned;
    /// Body of the request; `()` for none.
    type Request: Serialize + DeserializeOwned;
    /// Body of the reply; `()` for none.
    type Reply: Serialize + DeserializeOwned;
}

macro_rules! endpoints {
    ($($(#[doc = $summary:literal])+ $name:ident $word:literal $method:ident $path:literal ($query:ty, $request:ty) -> $reply:ty $(, $flag:ident)*;)*) => {
        $(
            $(#[doc = $summary])+
            #[derive(Debug, Clone, Copy)]
            pub struct $name;
            impl Endpoint for $name {
                const FACTS: Facts = {
                    #[allow(unused_mut, clippy::allow_attributes, reason = "only some endpoints set flags")]
                    let mut facts = Facts {
                        name: $word, method: Method::$method, path: $path, summary: concat!($($summary),+).trim_ascii(),
                        if_match: false, idempotent: false, open: false, personal: false, operation: Operation::$name,
                    };
                    $(facts.$flag = true;)*
                    facts
                };
                type Query = $query;
                type Request = $request;
                type Reply = $reply;
            }
        )*

        /// All endpoints, in the order of the API document.
        pub const ENDPOINTS: &[Facts] = &[$($name::FACTS),*];

        #[cfg(feature = "schema")]
        pub(crate) fn schemas(of: &mut crate::openapi::Collector) {
            $(of.add::<$name>();)*
        }
    };
}

endpoints! {
    /// The identities that can be chosen; only in the demo.
    PersonaList "persona_list" Get "/auth/personas" ((), ()) -> Personas, open;
    /// Sign in as one of the demo identities; sets the session cookie.
    SignIn "sign_in" Post "/auth/sign-in" ((), SignInBody) -> Me, open;
    /// End the session.
    SignOut "sign_out" Post "/auth/sign-out" ((), ()) -> (), open;
    /// The providers at which one can sign in, and where that begins.
    ProviderList "provider_list" Get "/auth/providers" ((), ()) -> Providers, open;
    /// Take an invitation along into the next sign-in of this browser; sets a cookie. 410 when it has ended.
    InvitationOpen "invitation_open" Post "/auth/invitation" ((), InvitationToken) -> Invited, open;

    /// Who is signed in, and as what.
    MeGet "me_get" Get "/api/v1/me" ((), ()) -> Me;
    /// The caller's sessions.
    SessionList "session_list" Get "/api/v1/sessions" ((), ()) -> Sessions;
    /// End one of the caller's sessions.
    SessionEnd "session_end" Delete "/api/v1/sessions/{session}" ((), ()) -> ();
    /// End all of the caller's sessions but the one that asks.
    SessionEndOthers "session_end_others" Delete "/api/v1/sessions" ((), ()) -> ();
    /// What is left to do before Kakao Sync can be used, for one app.
    HomeGet "home_get" Get "/api/v1/home" (HomeQuery, ()) -> Home;

    /// Channels on which the caller has any role, in two groups: usable first, the others with every reason. Pages of 50.
    ChannelList "channel_list" Get "/api/v1/channels" (ListQuery, ()) -> Page<ChannelRow>;
    /// One channel with its links.
    ChannelGet "channel_get" Get "/api/v1/channels/{channel}" ((), ()) -> ChannelDetail;
    /// What may be told about a channel that is not in one's list, by its search ID.
    ChannelLookup "channel_lookup" Get "/api/v1/channel-lookup" (LookupQuery, ()) -> Lookup;
    /// Apps on which the caller has any role, in two groups: usable first, the others with every reason. Pages of 50.
    AppList "app_list" Get "/api/v1/apps" (ListQuery, ()) -> Page<AppRow>;
    /// One app with its linked channels.
    AppGet "app_get" Get "/api/v1/apps/{app}" ((), ()) -> AppDetail;

    /// Who has a role on a channel. The version is the channel's.
    ChannelMemberList "channel_member_list" Get "/api/v1/channels/{channel}/members" ((), ()) -> Members, personal;
    /// Give somebody another role on the channel, or a first one; for its master. 422 when nobody with an open account has that
    /// identifier.
    ChannelMemberSet "channel_member_set" Put "/api/v1/channels/{channel}/members/{user}" ((), StandingDraft) -> Members, if_match;
    /// Take somebody's role on the channel away; for its master. It holds from the next request on.
    ChannelMemberRemove "channel_member_remove" Delete "/api/v1/channels/{channel}/members/{user}" ((), ()) -> Members, if_match;
    /// Make somebody else master, and be manager afterwards.
    ChannelHandOver "channel_hand_over" Post "/api/v1/channels/{channel}/hand-over" ((), HandOverDraft) -> Members, idempotent, if_match;
    /// Give up one's own role on the channel.
    ChannelLeave "channel_leave" Post "/api/v1/channels/{channel}/leave" ((), ()) -> (), idempotent, if_match;
    /// Who has a role on an app. The version is the app's.
    AppMemberList "app_member_list" Get "/api/v1/apps/{app}/members" ((), ()) -> Members, personal;
    /// Give somebody another role on the app, or a first one; for its owner. 422 when nobody with an open account has that identifier.
    AppMemberSet "app_member_set" Put "/api/v1/apps/{app}/members/{user}" ((), StandingDraft) -> Members, if_match;
    /// Take somebody's role on the app away; for its owner. It holds from the next request on.
    AppMemberRemove "app_member_remove" Delete "/api/v1/apps/{app}/members/{user}" ((), ()) -> Members, if_match;
    /// Make somebody else owner, and be editor afterwards.
    AppHandOver "app_hand_over" Post "/api/v1/apps/{app}/hand-over" ((), HandOverDraft) -> Members, idempotent, if_match;
    /// Give up one's own role on the app.
    AppLeave "app_leave" Post "/api/v1/apps/{app}/leave" ((), ()) -> (), idempotent, if_match;

    /// Role requests that the caller made or may decide.
    RoleRequestList "role_request_list" Get "/api/v1/role-requests" ((), ()) -> RoleRequests, personal;
    /// Ask the master or owner for a role.
    RoleRequestCreate "role_request_create" Post "/api/v1/role-requests" ((), RoleRequestDraft) -> RoleRequestRow, idempotent;
    /// Grant or decline a request; for the channel's master or the app's owner.
    RoleRequestDecide "role_request_decide" Post "/api/v1/role-requests/{request}/decision" ((), RoleDecision) -> RoleRequestRow, idempotent, if_match;

    /// The links of every app on which the caller has any role.
    LinkList "link_list" Get "/api/v1/links" (LinkQuery, ()) -> LinkedApps;
    /// Link channels to an app: all of them or none. The version is the app's.
    LinkCreate "link_create" Post "/api/v1/apps/{app}/links" ((), LinkDraft) -> AppDetail, idempotent, if_match;
    /// Choose the channel that the consent screen shows. The version is the app's.
    RepresentativeSet "representative_set" Put "/api/v1/apps/{app}/representative" ((), RepresentativeDraft) -> AppDetail, if_match;
    /// Unlink a channel. The version is the app's.
    LinkDelete "link_delete" Delete "/api/v1/apps/{app}/links/{channel}" ((), ()) -> AppDetail, if_match;

    /// Applications of every app on which the caller has any role.
    ApplicationList "application_list" Get "/api/v1/applications" ((), ()) -> Applications;
    /// Start an application for an app, or get the one there is.
    ApplicationCreate "application_create" Post "/api/v1/applications" ((), ApplicationDraft) -> ApplicationDetail, idempotent;
    /// One application with its draft, facts and history.
    ApplicationGet "application_get" Get "/api/v1/applications/{application}" ((), ()) -> ApplicationDetail;
    /// Save the draft.
    ApplicationSave "application_save" Put "/api/v1/applications/{application}/form" ((), domain::form::Form) -> ApplicationDetail, if_match;
    /// Submit for review. Refused with the findings when one of them blocks.
    ApplicationSubmit "application_submit" Post "/api/v1/applications/{application}/submit" ((), ()) -> ApplicationDetail, idempotent, if_match;
    /// Stop the review; the draft stays.
    ApplicationWithdraw "application_withdraw" Post "/api/v1/applications/{application}/withdraw" ((), ()) -> ApplicationDetail, idempotent, if_match;
    /// The application as a document: the same that `syncdesk check` reads.
    ApplicationExport "application_export" Get "/api/v1/applications/{application}/document" ((), ()) -> domain::application::Document, personal;
    /// Upload a file as the raw body; PDF, PNG or JPEG up to 10 MiB, told by its content.
    EvidenceCreate "evidence_create" Post "/api/v1/applications/{application}/evidence" (EvidenceQuery, Bytes) -> EvidenceFile, idempotent;
    /// The bytes of a file, as an attachment.
    EvidenceGet "evidence_get" Get "/api/v1/applications/{application}/evidence/{evidence}" ((), ()) -> Bytes, personal;
    /// Remove a file that no submitted round refers to.
    EvidenceDelete "evidence_delete" Delete "/api/v1/applications/{application}/evidence/{evidence}" ((), ()) -> ();

    /// Make a link that shows the consent screen as it is now, for 1, 7 or 30 days. At most 20 are open.
    ShareCreate "share_create" Post "/api/v1/applications/{application}/shares" ((), ShareDraft) -> NewShare, idempotent;
    /// The links of an application, newest first.
    ShareList "share_list" Get "/api/v1/applications/{application}/shares" ((), ()) -> Shares;
    /// Take a link back, for good.
    ShareRevoke "share_revoke" Delete "/api/v1/applications/{application}/shares/{share}" ((), ()) -> ();
    /// What a link shows. 410 when it has ended, 404 when there never was one.
    ShareOpen "share_open" Get "/api/v1/shares/{token}" ((), ()) -> SharedScreen, open;

    /// Everybody who can sign in, by name. Operators only. Pages of 50.
    UserList "user_list" Get "/api/v1/people" (PeopleQuery, ()) -> Page<PersonRow>, personal;
    /// Give somebody another duty, or close or open their account: all their sessions end. Operators only, and never for themselves.
    UserUpdate "user_update" Put "/api/v1/people/{person}" ((), PersonDraft) -> PersonRow, if_match;
    /// End all sessions of somebody. Operators only.
    UserSignOut "user_sign_out" Delete "/api/v1/people/{person}/sessions" ((), ()) -> ();
    /// Hand over what somebody is master or owner of whose account is closed, to anybody whose account is open: up to 40 channels and
    /// apps at a time. The version is the closed account's. Operators only, and never to themselves.
    UserHandOver "user_hand_over" Post "/api/v1/people/{person}/hand-over" ((), HandOverDraft) -> HandedOver, idempotent, if_match;
    /// Invite somebody: a link that is good for one sign-in within 7 days. Operators only.
    InvitationCreate "invitation_create" Post "/api/v1/invitations" ((), InvitationDraft) -> NewInvitation, idempotent;
    /// The invitations, newest first. Operators only.
    InvitationList "invitation_list" Get "/api/v1/invitations" ((), ()) -> Invitations, personal;
    /// Take an invitation back. Operators only.
    InvitationRevoke "invitation_revoke" Delete "/api/v1/invitations/{invitation}" ((), ()) -> ();

    /// Who did or tried what, newest first: operators see all of it, masters and owners what is about theirs, everybody their own
    /// doings. Pages of 50.
    RecordList "record_list" Get "/api/v1/records" (RecordQuery, ()) -> Records, personal;
    /// The same, up to 5,000 rows at once, for a file.
    RecordExport "record_export" Get "/api/v1/record-export" (RecordQuery, ()) -> Records, personal;

    /// The review queue, oldest first. Reviewers only. Pages of 50.
    ReviewList "review_list" Get "/api/v1/reviews" (ReviewQuery, ()) -> Page<ReviewRow>;
    /// One application as a reviewer sees it.
    ReviewGet "review_get" Get "/api/v1/reviews/{application}" ((), ()) -> ReviewDetail, personal;
    /// Open the round: from now on it is in review.
    ReviewOpen "review_open" Post "/api/v1/reviews/{application}/open" ((), ()) -> ReviewDetail, idempotent, if_match;
    /// Decide the round: a verdict on each of its items.
    ReviewDecide "review_decide" Post "/api/v1/reviews/{application}/decision" ((), DecisionDraft) -> ReviewDetail, idempotent, if_match;
}

/// A path with its placeholders filled in, each percent-encoded.
pub fn fill(path: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let filled = path.split('/').map(|step| {
        if step.starts_with('{') {
            encode(values.next().copied().unwrap_or_default())
        } else {
            step.to_owned()
        }
    });
    filled.collect::<Vec<_>>().join("/")
}

/// Percent-encodes everything but letters, digits and `-._~`.
pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::policy::{Answer, answer};

    #[test]
    fn names_and_paths_are_used_once() {
        for (n, facts) in ENDPOINTS.iter().enumerate() {
            for other in &ENDPOINTS[n + 1..] {
                assert_ne!(facts.name, other.name);
                assert_ne!((facts.method, facts.path), (other.method, other.path));
            }
        }
    }

    #[test]
    fn the_table_of_who_may_do_what_has_every_endpoint_and_nothing_else() {
        let operations: Vec<Operation> = ENDPOINTS.iter().map(|facts| facts.operation).collect();
        for operation in Operation::ALL {
            assert!(
                operations.contains(operation),
                "{operation:?} is no endpoint"
            );
        }
        assert_eq!(operations.len(), Operation::ALL.len());
        for facts in ENDPOINTS {
            assert_eq!(facts.operation.word(), facts.name);
            let nobody = answer(facts.operation, None);
            assert_eq!(facts.open, nobody == Answer::Allow, "{}", facts.name);
        }
    }

    #[test]
    fn a_path_is_filled_safely() {
        assert_eq!(
            fill("/a/{x}/b/{y}", &["1/..", "가"]),
            "/a/1%2F../b/%EA%B0%80"
        );
    }
}
