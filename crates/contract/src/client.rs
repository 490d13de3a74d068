//! The typed client: one method for every endpoint. The console uses it, and so do the tests.

use std::sync::Arc;

use domain::application::Document;
use domain::form::Form;
use domain::id::{
    AppId, ApplicationId, ChannelId, EvidenceId, InvitationId, RoleRequestId, SessionId, ShareId,
    ShareToken, UserId,
};
use serde::Serialize;

use crate::body::*;
use crate::endpoint::*;
use crate::error::ApiError;
use crate::failure::Failure;
use crate::transport::{Request, Transport, UNATTENDED, USER};

/// A reply with the version it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagged<T> {
    /// The body.
    pub body: T,
    /// The version to send back as `If-Match`; 0 where there is none.
    pub version: u64,
    /// Whether this answer was given before to the same key.
    pub replayed: bool,
}

/// What goes with a call besides its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct With {
    /// The version the caller knows.
    pub version: Option<u64>,
    /// The key that makes a repetition harmless.
    pub key: Option<String>,
}

/// The typed client over some transport.
#[derive(Clone)]
pub struct Client {
    transport: Arc<dyn Transport>,
    user: Option<UserId>,
    unattended: bool,
}

type Answer<T> = Result<Tagged<T>, Failure>;

macro_rules! calls {
    ($($name:ident: $endpoint:ident ( $($arg:ident: $type:ty),* ) $([query $query:ident: $qtype:ty])? $([body $body:ident: $btype:ty])? $([with $with:ident])?;)*) => { $(
        /// Calls the endpoint of the same name.
        pub async fn $name(&self $(, $arg: &$type)* $(, $query: &$qtype)? $(, $body: &$btype)? $(, $with: With)?) -> Answer<<$endpoint as Endpoint>::Reply> {
            #[allow(unused_mut, unused_assignments, clippy::allow_attributes, reason = "not every endpoint has all parts")]
            let mut query = String::new();
            $(query = to_query($query);)?
            #[allow(unused_mut, unused_assignments, clippy::allow_attributes, reason = "not every endpoint has all parts")]
            let mut body: Option<Vec<u8>> = None;
            $(body = serde_json::to_vec($body).ok();)?
            #[allow(unused_mut, unused_assignments, clippy::allow_attributes, reason = "not every endpoint has all parts")]
            let mut with = With::default();
            $(with = $with;)?
            let reply = self.send($endpoint::FACTS, &[$($arg.as_str()),*], &query, body, with).await?;
            self.read(reply)
        }
    )* };
}

impl Client {
    /// A client over that transport.
    pub fn new(transport: Arc<dyn Transport>) -> Client {
        Client {
            transport,
            user: None,
            unattended: false,
        }
    }

    /// The same client for one person: what it sends is refused in the session of anybody else. With `None` for whoever is signed in.
    #[must_use]
    pub fn speaking_for(self, user: Option<UserId>) -> Client {
        Client { user, ..self }
    }

    /// The same client for what the program asks by itself: that does not prolong the session.
    #[must_use]
    pub fn unattended(self) -> Client {
        Client {
            unattended: true,
            ..self
        }
    }

    calls! {
        persona_list: PersonaList();
        sign_in: SignIn() [body body: SignInBody];
        sign_out: SignOut();
        provider_list: ProviderList();
        invitation_open: InvitationOpen() [body body: InvitationToken];
        session_list: SessionList();
        session_end: SessionEnd(session: SessionId);
        session_end_others: SessionEndOthers();
        user_list: UserList() [query query: PeopleQuery];
        user_update: UserUpdate(person: UserId) [body body: PersonDraft] [with with];
        user_sign_out: UserSignOut(person: UserId);
        user_hand_over: UserHandOver(person: UserId) [body body: HandOverDraft] [with with];
        invitation_create: InvitationCreate() [body body: InvitationDraft] [with with];
        invitation_list: InvitationList();
        invitation_revoke: InvitationRevoke(invitation: InvitationId);
        me_get: MeGet();
        home_get: HomeGet() [query query: HomeQuery];
        channel_list: ChannelList() [query query: ListQuery];
        channel_get: ChannelGet(channel: ChannelId);
        channel_lookup: ChannelLookup() [query query: LookupQuery];
        app_list: AppList() [query query: ListQuery];
        app_get: AppGet(app: AppId);
        channel_member_list: ChannelMemberList(channel: ChannelId);
        channel_member_set: ChannelMemberSet(channel: ChannelId, user: UserId) [body body: StandingDraft] [with with];
        channel_member_remove: ChannelMemberRemove(channel: ChannelId, user: UserId) [with with];
        channel_hand_over: ChannelHandOver(channel: ChannelId) [body body: HandOverDraft] [with with];
        channel_leave: ChannelLeave(channel: ChannelId) [with with];
        app_member_list: AppMemberList(app: AppId);
        app_member_set: AppMemberSet(app: AppId, user: UserId) [body body: StandingDraft] [with with];
        app_member_remove: AppMemberRemove(app: AppId, user: UserId) [with with];
        app_hand_over: AppHandOver(app: AppId) [body body: HandOverDraft] [with with];
        app_leave: AppLeave(app: AppId) [with with];
        role_request_list: RoleRequestList();
        role_request_create: RoleRequestCreate() [body body: RoleRequestDraft] [with with];
        role_request_decide: RoleRequestDecide(request: RoleRequestId) [body body: RoleDecision] [with with];
        link_list: LinkList() [query query: LinkQuery];
        link_create: LinkCreate(app: AppId) [body body: LinkDraft] [with with];
        representative_set: RepresentativeSet(app: AppId) [body body: RepresentativeDraft] [with with];
        link_delete: LinkDelete(app: AppId, channel: ChannelId) [with with];
        application_list: ApplicationList();
        application_create: ApplicationCreate() [body body: ApplicationDraft] [with with];
        application_get: ApplicationGet(application: ApplicationId);
        application_save: ApplicationSave(application: ApplicationId) [body body: Form] [with with];
        application_submit: ApplicationSubmit(application: ApplicationId) [with with];
        application_withdraw: ApplicationWithdraw(application: ApplicationId) [with with];
        evidence_delete: EvidenceDelete(application: ApplicationId, evidence: EvidenceId);
        share_create: ShareCreate(application: ApplicationId) [body body: ShareDraft] [with with];
        share_list: ShareList(application: ApplicationId);
        share_revoke: ShareRevoke(application: ApplicationId, share: ShareId);
        share_open: ShareOpen(token: ShareToken);
        record_list: RecordList() [query query: RecordQuery];
        record_export: RecordExport() [query query: RecordQuery];
        review_list: ReviewList() [query query: ReviewQuery];
        review_get: ReviewGet(application: ApplicationId);
        review_open: ReviewOpen(application: ApplicationId) [with with];
        review_decide: ReviewDecide(application: ApplicationId) [body body: DecisionDraft] [with with];
    }

    /// Calls `application_create` and reads only which application it is: a screen that goes there needs to know no more,
    /// and then not even how to read the rest.
    pub async fn application_start(
        &self,
        body: &ApplicationDraft,
        with: With,
    ) -> Answer<ApplicationId> {
        #[derive(serde::Deserialize)]
        struct Started {
            application: Only,
        }
        #[derive(serde::Deserialize)]
        struct Only {
            id: ApplicationId,
        }
        let body = serde_json::to_vec(body).ok();
        let reply = self
            .send(ApplicationCreate::FACTS, &[], "", body, with)
            .await?;
        let Tagged {
            body,
            version,
            replayed,
        } = self.read::<Started>(reply)?;
        Ok(Tagged {
            body: body.application.id,
            version,
            replayed,
        })
    }

    /// Calls the endpoint of the same name.
    pub async fn application_export(&self, application: &ApplicationId) -> Answer<Document> {
        let reply = self
            .send(
                ApplicationExport::FACTS,
                &[application.as_str()],
                "",
                None,
                With::default(),
            )
            .await?;
        self.read(reply)
    }

    /// Uploads a file as it is.
    pub async fn evidence_create(
        &self,
        application: &ApplicationId,
        query: &EvidenceQuery,
        bytes: Vec<u8>,
        with: With,
    ) -> Answer<EvidenceFile> {
        let facts = EvidenceCreate::FACTS;
        let mut request = self.request(facts, &[application.as_str()], &to_query(query), with);
        request
            .headers
            .push(("content-type", "application/octet-stream".to_owned()));
        request.body = bytes;
        let reply = self
            .transport
            .send(request)
            .await
            .map_err(|_| Failure::Offline)?;
        self.read(reply)
    }

    /// The bytes of a file.
    pub async fn evidence_get(
        &self,
        application: &ApplicationId,
        evidence: &EvidenceId,
    ) -> Result<Vec<u8>, Failure> {
        let ids = [application.as_str(), evidence.as_str()];
        let reply = self
            .send(EvidenceGet::FACTS, &ids, "", None, With::default())
            .await?;
        if reply.status == 200 {
            Ok(reply.body)
        } else {
            Err(failure(&reply))
        }
    }

    async fn send(
        &self,
        facts: Facts,
        ids: &[&str],
        query: &str,
        body: Option<Vec<u8>>,
        with: With,
    ) -> Result<crate::Reply, Failure> {
        let mut request = self.request(facts, ids, query, with);
        if let Some(body) = body {
            request
                .headers
                .push(("content-type", "application/json".to_owned()));
            request.body = body;
        }
        self.transport
            .send(request)
            .await
            .map_err(|_| Failure::Offline)
    }

    fn request(&self, facts: Facts, ids: &[&str], query: &str, with: With) -> Request {
        let mut headers = vec![("accept", "application/json".to_owned())];
        if let Some(user) = &self.user {
            headers.push((USER, user.to_string()));
        }
        if self.unattended {
            headers.push((UNATTENDED, "true".to_owned()));
        }
        if let Some(version) = with.version {
            headers.push(("if-match", format!("\"{version}\"")));
        }
        if let Some(key) = with.key {
            headers.push(("idempotency-key", key));
        }
        let separator = if query.is_empty() { "" } else { "?" };
        let path = format!("{}{separator}{query}", fill(facts.path, ids));
        Request {
            method: facts.method,
            path,
            headers,
            body: Vec::new(),
        }
    }

    #[expect(clippy::unused_self, reason = "reads like the rest of a call")]
    fn read<T: serde::de::DeserializeOwned>(&self, reply: crate::Reply) -> Answer<T> {
        if !(200..300).contains(&reply.status) {
            return Err(failure(&reply));
        }
        let text: &[u8] = if reply.body.is_empty() {
            b"null"
        } else {
            &reply.body
        };
        let body = serde_json::from_slice(text).map_err(|_| Failure::Garbled {
            status: reply.status,
        })?;
        Ok(Tagged {
            body,
            version: reply.version.unwrap_or_default(),
            replayed: reply.replayed,
        })
    }
}

fn failure(reply: &crate::Reply) -> Failure {
    serde_json::from_slice::<ApiError>(&reply.body).map_or(
        Failure::Garbled {
            status: reply.status,
        },
        |error| {
            Failure::Api(Box::new(ApiError {
                retry_after_s: reply.retry_after_s,
                ..error
            }))
        },
    )
}

/// A flat struct as a query string: fields that are absent are left out.
pub fn to_query(query: &impl Serialize) -> String {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(query) else {
        return String::new();
    };
    let pairs = fields.iter().filter_map(|(name, value)| {
        let text = match value {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Null => return None,
            other => other.to_string(),
        };
        Some(format!("{}={}", encode(name), encode(&text)))
    });
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_leaves_out_what_is_absent() {
        let query = ListQuery {
            q: "별 &".into(),
            ..ListQuery::default()
        };
        assert_eq!(to_query(&query), "group=usable&q=%EB%B3%84%20%26&sort=name");
    }
}
