//! Reading requests: bodies, queries, `If-Match`. What cannot be read is refused by naming the place.

use axum::body::{Body as Stream, to_bytes};
use axum::http::{HeaderMap, header};
use contract::body::{
    ApplicationDraft, Bytes, DecisionDraft, HandOverDraft, InvitationDraft, InvitationToken,
    LinkDraft, PersonDraft, RepresentativeDraft, RoleDecision, RoleRequestDraft, ShareDraft,
    SignInBody, StandingDraft,
};
use contract::error::Kind;
use domain::evidence::FILE_BYTES_MAX;
use domain::form::Form;
use serde::de::DeserializeOwned;

use crate::fault::Fault;
use crate::http::place::path_at;
use crate::http::twice::NothingTwice;

/// Largest JSON body in bytes. Our judgement: a form filled to its limits has about 400,000, and three pasted texts of 200,000
/// characters, most of them Hangul, about 1,800,000 more.
const JSON_BYTES_MAX: usize = 5 * 512 * 1024;

/// Largest body in bytes where next to nothing has to be said: among them all that anybody can send who is not signed in.
const SMALL_BYTES_MAX: usize = 16 * 1024;

/// What the body of a request can be.
pub(super) trait Body: Sized {
    /// The most bytes that are taken.
    const BYTES_MAX: usize = JSON_BYTES_MAX;
    /// Reads it.
    fn read(headers: &HeaderMap, bytes: Vec<u8>) -> Result<Self, Fault>;
}

impl Body for () {
    const BYTES_MAX: usize = SMALL_BYTES_MAX;

    fn read(_: &HeaderMap, bytes: Vec<u8>) -> Result<(), Fault> {
        if bytes.is_empty() {
            Ok(())
        } else {
            Err(Fault::malformed("", "This endpoint takes no body."))
        }
    }
}

impl Body for Bytes {
    const BYTES_MAX: usize = FILE_BYTES_MAX;

    fn read(headers: &HeaderMap, bytes: Vec<u8>) -> Result<Bytes, Fault> {
        let known = [
            "application/octet-stream",
            "application/pdf",
            "image/png",
            "image/jpeg",
        ];
        if known.contains(&media(headers).as_str()) {
            Ok(Bytes(bytes))
        } else {
            Err(Fault::new(Kind::UnsupportedMedia))
        }
    }
}

macro_rules! json_bodies {
    ($most:expr, $read:ident; $($body:ty),* $(,)?) => { $(
        impl Body for $body {
            const BYTES_MAX: usize = $most;

            fn read(headers: &HeaderMap, bytes: Vec<u8>) -> Result<Self, Fault> {
                $read(headers, &bytes)
            }
        }
    )* };
}

// A form says itself at which of its fields a character is wrong.
json_bodies!(JSON_BYTES_MAX, json; Form);
json_bodies!(
    JSON_BYTES_MAX, text;
    ApplicationDraft,
    DecisionDraft,
    InvitationDraft,
    PersonDraft,
    HandOverDraft,
    LinkDraft,
    RepresentativeDraft,
    RoleDecision,
    RoleRequestDraft,
    ShareDraft,
    StandingDraft,
);
json_bodies!(SMALL_BYTES_MAX, text; InvitationToken, SignInBody);

fn json<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8]) -> Result<T, Fault> {
    if media(headers) != "application/json" {
        return Err(Fault::new(Kind::UnsupportedMedia));
    }
    // First what takes no memory.
    let read = serde_json::from_slice(bytes);
    let read = read.and_then(|NothingTwice| serde_json::from_slice(bytes));
    read.map_err(|error| {
        let at = path_at(bytes, error.line(), error.column());
        Fault::malformed(at, error.to_string())
    })
}

/// JSON whose text goes into columns of a database as it is.
fn text<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8]) -> Result<T, Fault> {
    if escapes_nothing(bytes) {
        return Err(Fault::malformed("", NOTHING));
    }
    json(headers, bytes)
}

/// The character with the number 0 means nothing to anybody, and not every database can keep it.
const NOTHING: &str = "There is a U+0000 in the text.";

/// Whether the JSON has an escaped U+0000 in it. One that is not escaped is no JSON.
fn escapes_nothing(json: &[u8]) -> bool {
    let mut rest = json;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let escape = rest.get(at..).unwrap_or_default();
        if escape.starts_with(br"\u0000") {
            return true;
        }
        rest = escape.get(2..).unwrap_or_default();
    }
    false
}

/// The media type without its parameters, in lower case.
pub(super) fn media(headers: &HeaderMap) -> String {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let media = value.split(';').next().unwrap_or_default();
    media.trim().to_ascii_lowercase()
}

/// All bytes of a body, unless they are too many.
pub(super) async fn bytes(body: Stream, limit: usize) -> Result<Vec<u8>, Fault> {
    to_bytes(body, limit).await.map(Vec::from).map_err(|error| {
        if error.into_inner().is::<http_body_util::LengthLimitError>() {
            Fault::new(Kind::TooLarge { limit })
        } else {
            Fault::malformed("", "The body ended before its end.")
        }
    })
}

/// The query; unknown parameters are refused.
pub(super) fn query<T: DeserializeOwned>(query: &str) -> Result<T, Fault> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    if let Some((name, _)) = pairs.find(|(_, value)| value.contains('\0')) {
        return Err(Fault::malformed(
            name.chars().take(200).collect::<String>(),
            NOTHING,
        ));
    }
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let path = error.path().to_string();
        let first = || {
            query
                .split(['=', '&'])
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let at = if path == "." { first() } else { path };
        Fault::malformed(
            at.chars().take(200).collect::<String>(),
            error.into_inner().to_string(),
        )
    })
}

/// The version in `If-Match: "7"`.
pub(super) fn if_match(headers: &HeaderMap) -> Result<u64, Fault> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Err(Fault::new(Kind::VersionMissing));
    };
    let version = value.to_str().ok().and_then(|text| {
        let digits = text.trim().strip_prefix('"')?.strip_suffix('"')?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok())?
    });
    version.ok_or_else(|| {
        Fault::malformed(
            "If-Match",
            "If-Match is one version in double quotes, like \"7\".",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use contract::body::{ListQuery, LookupQuery, Sort};

    fn at<T>(result: Result<T, Fault>) -> String {
        match result.err().map(|fault| fault.kind) {
            Some(Kind::Malformed { at }) => at,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_query_is_read_whole_or_refused_by_name() {
        let read: ListQuery = query("q=%EB%B3%84+%ED%95%98&sort=role&linked=true").unwrap();
        assert_eq!(
            (read.q.as_str(), read.sort, read.linked),
            ("별 하", Sort::Role, Some(true))
        );
        for (bad, place) in [
            ("srot=name", "srot"),
            ("sort=size", "sort"),
            ("linked=maybe", "linked"),
            ("q=a&q=b", "q"),
            ("app=../x", "app"),
            ("q=a%00", "q"),
        ] {
            assert_eq!(at(query::<ListQuery>(bad)), place, "{bad}");
        }
        assert!(query::<()>("").is_ok());
        assert_eq!(at(query::<()>("x=1")), "x");
        assert!(query::<LookupQuery>("").is_err());
    }

    #[test]
    fn a_name_that_stands_twice_in_an_object_is_refused_by_name() {
        let mut headers = HeaderMap::new();
        let media = HeaderValue::from_static("application/json");
        headers.insert(header::CONTENT_TYPE, media);
        let verdicts = |second: &str| {
            let one = r#""name":{"verdict":"approve"}"#;
            let json = format!(r#"{{"verdicts":{{{one},{second}}},"words":"{{\"a\":1}}"}}"#);
            DecisionDraft::read(&headers, json.into_bytes())
        };
        let read = verdicts(r#""gender":{"verdict":"approve","words":""}"#).unwrap();
        assert_eq!(read.verdicts.len(), 2);
        let twice = verdicts(r#""n\u0061me":{"verdict":"reject"}"#);
        assert_eq!(
            twice.as_ref().unwrap_err().detail.split(" at").next(),
            Some("duplicate field `name`")
        );
        assert_eq!(
            at(verdicts(r#""name":{"verdict":"reject"}"#)),
            "verdicts.name"
        );
        let within = verdicts(r#""gender":{"verdict":"approve","verdict":"reject"}"#);
        assert_eq!(at(within), "verdicts.gender.verdict");
    }

    #[test]
    fn lists_without_end_are_refused_before_they_take_memory() {
        let mut headers = HeaderMap::new();
        let media = HeaderValue::from_static("application/json");
        headers.insert(header::CONTENT_TYPE, media);
        let form = |rows: usize| {
            let rows = ["{}"].repeat(rows).join(",");
            let json = format!(r#"{{"extra":[{rows}],"terms":[{rows}]}}"#);
            Form::read(&headers, json.into_bytes())
        };
        assert_eq!(form(2_500).unwrap().terms.len(), 2_500);
        assert!(at(form(2_501)).starts_with("terms"));
    }

    #[test]
    fn an_escaped_nothing_is_told_from_text_about_it() {
        for (json, nothing) in [
            (r#""a\u0000""#, true),
            (r#""\\\u0000""#, true),
            (r#""\\u0000""#, false),
            (r#""\u0001 \n""#, false),
            ("\"\\", false),
        ] {
            assert_eq!(escapes_nothing(json.as_bytes()), nothing, "{json}");
        }
    }

    #[test]
    fn a_version_is_a_number_in_quotes() {
        let read = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_MATCH, HeaderValue::from_static(value));
            if_match(&headers)
        };
        assert_eq!(read("\"7\""), Ok(7));
        for bad in ["7", "*", "\"\"", "\"+7\"", "W/\"7\"", "\"7\", \"8\""] {
            assert_eq!(at(read(bad)), "If-Match", "{bad}");
        }
        assert_eq!(
            if_match(&HeaderMap::new()).unwrap_err().kind,
            Kind::VersionMissing
        );
    }
}
