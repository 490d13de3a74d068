//! A provider with keys of its own that lies as it is told. It has no pages: whoever tests brings its code back themselves.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::url::form_urlencoded;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

pub(crate) const CLIENT: &str = "desk";
pub(crate) const SECRET: &str = "a secret that two know, and long enough for anything";

/// How it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lie {
    /// Not at all.
    None,
    /// It calls itself something else in the token.
    Issuer,
    /// It calls itself something else in what it says about itself.
    Itself,
    /// The token is for another client.
    Audience,
    /// The token is for us and for another client.
    TwoAudiences,
    /// The token is for us, but another one may use it.
    Azp,
    /// The token answers another question.
    Nonce,
    /// The token answers none.
    NoNonce,
    /// Nobody signed.
    Unsigned,
    /// Signed with the secret that two know.
    SharedSecret,
    /// Signed with the public key as a secret.
    PublicKeyAsSecret,
    /// Signed with another key under the name of the right one.
    ForeignKey,
    /// Signed with a key that nobody knows.
    UnknownKey,
    /// A letter of what was signed was changed.
    Tampered,
    /// Too late.
    Expired,
    /// Made long ago, though not yet too late.
    Old,
    /// From tomorrow.
    Tomorrow,
    /// By a clock that is further ahead than clocks are.
    TooFarAhead,
    /// There is no token.
    NoToken,
    /// The token is none.
    Garbage,
    /// It sends whoever asks for the token elsewhere.
    Elsewhere,
    /// It never stops talking.
    Endless,
    /// It gives no token, but that number of an error.
    Fails(u16),
    /// It never says anything about itself.
    Silent,
    /// It says that there is nothing at its address.
    Nowhere,
    /// It is broken for the moment.
    Broken,
    /// It speaks of itself in words that are none.
    Babble,
    /// No lie: its clock is a bit ahead of ours.
    Ahead,
    /// No lie: by its clock a bit more time has passed.
    JustExpired,
    /// No lie: the token does not name its key.
    NoKeyId,
    /// No lie: it speaks as Kakao does, without `name` and without saying who answers, and takes the secret in the body only.
    Kakao,
    /// No lie: it takes secrets in both ways, but from us in the body only.
    InBody,
    /// No lie: times as text and truths as text, as some have them.
    Texts,
    /// No lie: it cannot be told to let somebody choose among their accounts.
    NoChoice,
}

struct Inner {
    issuer: String,
    lie: Lie,
    now_s: i64,
    /// How many keys it has had.
    keys: u8,
    key: SigningKey,
    kid: String,
    nonce: String,
    challenge: String,
    used: BTreeSet<String>,
    /// How often the keys were asked for.
    asked: usize,
    /// How often it was asked about itself.
    asked_itself: usize,
}

/// The running liar; it ends with the test's runtime.
#[derive(Clone)]
pub(crate) struct Liar(Arc<Mutex<Inner>>);

impl Liar {
    pub(crate) async fn start(now_s: i64) -> Liar {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let liar = Liar(Arc::new(Mutex::new(Inner {
            issuer,
            lie: Lie::None,
            now_s,
            keys: 1,
            key: key(1),
            kid: "key 1".into(),
            nonce: String::new(),
            challenge: String::new(),
            used: BTreeSet::new(),
            asked: 0,
            asked_itself: 0,
        })));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(itself))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route(
                "/stolen",
                post(|| async { "what a redirect would have given away" }),
            )
            .with_state(liar.clone());
        tokio::spawn(axum::serve(listener, router).into_future());
        liar
    }

    pub(crate) fn issuer(&self) -> String {
        self.0.lock().unwrap().issuer.clone()
    }

    pub(crate) fn lies(&self, lie: Lie) {
        self.0.lock().unwrap().lie = lie;
    }

    /// It takes another key, and says so to whoever asks.
    pub(crate) fn changes_its_key(&self) {
        let mut inner = self.0.lock().unwrap();
        inner.keys += 1;
        inner.key = key(inner.keys);
        inner.kid = format!("key {}", inner.keys);
    }

    /// How often its keys were asked for.
    pub(crate) fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }

    /// How often it was asked about itself.
    pub(crate) fn asked_itself(&self) -> usize {
        self.0.lock().unwrap().asked_itself
    }

    /// Somebody is sent there: it remembers what the token has to say and prove.
    pub(crate) fn remember(&self, nonce: &str, challenge: &str) {
        let mut inner = self.0.lock().unwrap();
        nonce.clone_into(&mut inner.nonce);
        challenge.clone_into(&mut inner.challenge);
    }

    /// What it remembers: nonce and challenge.
    pub(crate) fn asked_for(&self) -> (String, String) {
        let inner = self.0.lock().unwrap();
        (inner.nonce.clone(), inner.challenge.clone())
    }

    /// It looks at the clock.
    pub(crate) fn at(&self, now_s: i64) {
        self.0.lock().unwrap().now_s = now_s;
    }
}

fn json_of(value: &Value) -> Response {
    let media = [(header::CONTENT_TYPE, "application/json")];
    (media, value.to_string()).into_response()
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).unwrap()
}

fn coded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

async fn itself(State(liar): State<Liar>) -> Response {
    let lie = {
        let mut inner = liar.0.lock().unwrap();
        inner.asked_itself += 1;
        inner.lie
    };
    match lie {
        Lie::Silent => std::future::pending::<()>().await,
        Lie::Nowhere => return StatusCode::NOT_FOUND.into_response(),
        Lie::Broken => return StatusCode::BAD_GATEWAY.into_response(),
        Lie::Babble => return "{\"issuer\":".into_response(),
        _ => {}
    }
    let inner = liar.0.lock().unwrap();
    let at = |path: &str| format!("{}/{path}", inner.issuer);
    let issuer = match inner.lie {
        Lie::Itself => "https://id.example".to_owned(),
        _ => inner.issuer.clone(),
    };
    let mut about = json!({
        "issuer": issuer,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "jwks_uri": at("keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // What it claims to sign with is its own affair: what is taken is ours.
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        "authorization_response_iss_parameter_supported": !matches!(inner.lie, Lie::Kakao | Lie::InBody),
    });
    match inner.lie {
        Lie::Kakao => {
            about["token_endpoint_auth_methods_supported"] = json!(["client_secret_post"]);
        }
        Lie::InBody => {
            let both = ["client_secret_basic", "client_secret_post"];
            about["token_endpoint_auth_methods_supported"] = json!(both);
        }
        Lie::NoChoice => {
            about["prompt_values_supported"] = json!(["none", "login"]);
        }
        _ => {}
    }
    json_of(&about)
}

fn public(key: &SigningKey) -> (Vec<u8>, Vec<u8>) {
    let point = key.verifying_key().to_sec1_point(false);
    let bytes = point.as_bytes();
    (bytes[1..33].to_vec(), bytes[33..65].to_vec())
}

async fn keys(State(Liar(inner)): State<Liar>) -> Response {
    let mut inner = inner.lock().unwrap();
    inner.asked += 1;
    let (x, y) = public(&inner.key);
    let key = json!({
        "kty": "EC", "crv": "P-256", "use": "sig", "kid": inner.kid, "x": coded(x), "y": coded(y),
    });
    json_of(&json!({ "keys": [key] }))
}

async fn token(State(Liar(inner)): State<Liar>, headers: HeaderMap, body: String) -> Response {
    let mut inner = inner.lock().unwrap();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect();
    let field = |name: &str| {
        let found = pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let refused =
        |why: &str| (StatusCode::BAD_REQUEST, json_of(&json!({ "error": why }))).into_response();
    let encoded: String = form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
    let basic = base64::engine::general_purpose::STANDARD.encode(format!("{CLIENT}:{encoded}"));
    let in_header = headers
        .get(header::AUTHORIZATION)
        .map(HeaderValue::as_bytes);
    let is_known = if matches!(inner.lie, Lie::Kakao | Lie::InBody) {
        in_header.is_none() && field("client_secret") == SECRET
    } else {
        in_header == Some(format!("Basic {basic}").as_bytes())
    };
    if !is_known {
        return refused("invalid_client");
    }
    let proof = coded(Sha256::digest(field("code_verifier")));
    if proof != inner.challenge || !inner.used.insert(field("code")) {
        return refused("invalid_grant");
    }
    match inner.lie {
        Lie::Elsewhere => {
            let to = format!("{}/stolen", inner.issuer);
            return (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response();
        }
        Lie::Endless => return "x".repeat(1_000_000).into_response(),
        Lie::Fails(status) => return StatusCode::from_u16(status).unwrap().into_response(),
        _ => {}
    }
    let mut answer =
        json!({ "access_token": "for nobody", "token_type": "Bearer", "expires_in": 60 });
    if inner.lie != Lie::NoToken {
        answer["id_token"] = id_token(&inner).into();
    }
    json_of(&answer)
}

fn id_token(inner: &Inner) -> String {
    let now = inner.now_s;
    let mut claims = json!({
        "iss": inner.issuer, "sub": "somebody", "aud": CLIENT, "nonce": inner.nonce,
        "iat": now, "exp": now + 300, "name": "누군가",
    });
    let mut head = json!({ "alg": "ES256", "typ": "JWT", "kid": inner.kid });
    match inner.lie {
        Lie::Issuer => claims["iss"] = "https://id.example".into(),
        Lie::Audience => claims["aud"] = "another".into(),
        Lie::TwoAudiences => claims["aud"] = json!([CLIENT, "another"]),
        Lie::Azp => claims["azp"] = "another".into(),
        Lie::Nonce => claims["nonce"] = "another".into(),
        Lie::NoNonce => drop(claims.as_object_mut().unwrap().remove("nonce")),
        Lie::Expired => {
            claims["iat"] = (now - 500).into();
            claims["exp"] = (now - 61).into();
        }
        Lie::Old => claims["iat"] = (now - 3_600).into(),
        Lie::Tomorrow => claims["iat"] = (now + 86_400).into(),
        Lie::TooFarAhead => claims["iat"] = (now + 61).into(),
        Lie::Ahead => claims["iat"] = (now + 58).into(),
        Lie::JustExpired => claims["exp"] = (now - 58).into(),
        Lie::NoKeyId => drop(head.as_object_mut().unwrap().remove("kid")),
        Lie::Kakao => {
            drop(claims.as_object_mut().unwrap().remove("name"));
            claims["nickname"] = "라이언".into();
        }
        Lie::Texts => {
            claims["updated_at"] = "2026-01-02T03:04:05.678Z".into();
            claims["email_verified"] = "true".into();
        }
        Lie::Unsigned => head["alg"] = "none".into(),
        Lie::SharedSecret | Lie::PublicKeyAsSecret => head["alg"] = "HS256".into(),
        Lie::UnknownKey => head["kid"] = "nobody's".into(),
        Lie::Garbage => return "not.a.token".into(),
        _ => {}
    }
    let signed = format!("{}.{}", coded(head.to_string()), coded(claims.to_string()));
    let (x, y) = public(&inner.key);
    let mut signature = match inner.lie {
        Lie::Unsigned => Vec::new(),
        Lie::SharedSecret => hmac(SECRET.as_bytes(), signed.as_bytes()),
        Lie::PublicKeyAsSecret => hmac(&[x, y].concat(), signed.as_bytes()),
        Lie::ForeignKey | Lie::UnknownKey => sign(&key(9), &signed),
        _ => sign(&inner.key, &signed),
    };
    if inner.lie == Lie::Tampered {
        signature[10] ^= 1;
    }
    format!("{signed}.{}", coded(signature))
}

fn sign(key: &SigningKey, text: &str) -> Vec<u8> {
    let signature: Signature = key.sign(text.as_bytes());
    signature.to_bytes().to_vec()
}

/// HMAC-SHA-256, RFC 2104.
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = [0_u8; 64];
    if key.len() > 64 {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let inner = Sha256::new()
        .chain_update(block.map(|byte| byte ^ 0x36))
        .chain_update(text)
        .finalize();
    let outer = Sha256::new().chain_update(block.map(|byte| byte ^ 0x5c));
    outer.chain_update(inner).finalize().to_vec()
}
