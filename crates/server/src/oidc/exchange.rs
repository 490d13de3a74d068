//! The code for a token, and the token for what it proves.

use backend::store::SignInAttempt;
use chrono::{DateTime, Utc};
use domain::account::SignInProblem;
use domain::time::Time;
use openidconnect::core::{CoreIdToken, CoreJwsSigningAlgorithm};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, Nonce, PkceCodeVerifier, RequestTokenError,
    SignatureVerificationError, TokenResponse as _,
};

use super::known::{Client, Known, Stopped, words};
use super::provider::Provider;

/// Signatures with a key that only the provider has. Neither `none` nor a secret that two know.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];
/// Two clocks are never the same: so many seconds do not matter.
const SKEW_S: i64 = 60;
/// A token is fetched in the moment in which it is made; an older one is somebody else's.
const AGE_S: i64 = 600;

/// What a provider proves about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proved {
    /// Who, as the provider names them.
    pub(super) subject: String,
    /// What they are called; may be empty.
    pub(super) name: String,
}

/// Brings the code to the provider and checks what it gives for it. Blocks.
pub(super) fn exchange(
    known: &Known,
    code: &str,
    attempt: &SignInAttempt,
    now: Time,
) -> Result<Proved, Stopped> {
    let provider = |words: String| Stopped(SignInProblem::Provider, words);
    let client = known.client(now)?;
    let send = |request| known.outside.send(request);
    let request = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|problem| provider(words(&problem)))?
        .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()));
    let answer = request.request(&send).map_err(|problem| match problem {
        RequestTokenError::Request(cause) => Stopped::from(cause),
        problem => provider(words(&problem)),
    })?;
    let token = answer
        .id_token()
        .ok_or_else(|| Stopped(SignInProblem::Mismatch, "no ID token".to_owned()))?;
    let us = &known.provider;
    match verify(&client, us, token, attempt, now) {
        // Keys change. One that is not known is asked for; and a token that does not name its key may be signed with one of those.
        Err(ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey | SignatureVerificationError::CryptoError(_),
        )) => verify(&known.client_anew(now)?, us, token, attempt, now),
        verified => verified,
    }
    .map_err(|problem| Stopped(SignInProblem::Mismatch, words(&problem)))
}

/// Issuer, audience, signature, algorithm, times and nonce.
fn verify(
    client: &Client,
    provider: &Provider,
    token: &CoreIdToken,
    attempt: &SignInAttempt,
    now: Time,
) -> Result<Proved, ClaimsVerificationError> {
    let seconds = now.millis().div_euclid(1_000);
    let moment = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(ALGORITHMS)
        // We have to be among them; who else may be is for whoever knows the provider to say.
        .set_other_audience_verifier_fn(|other| provider.audiences.contains(other))
        .set_time_fn(move || moment(seconds - SKEW_S))
        .set_issue_time_verifier_fn(move |issued| {
            if (moment(seconds - AGE_S)..=moment(seconds + SKEW_S)).contains(&issued) {
                Ok(())
            } else {
                Err(format!("issued at {issued}"))
            }
        });
    let claims = token.claims(&verifier, &Nonce::new(attempt.nonce.clone()))?;
    // The library leaves this one to its users: who else may use the token has to be us.
    if let Some(party) = claims.authorized_party()
        && party.as_str() != provider.client_id
    {
        return Err(ClaimsVerificationError::InvalidAudience(format!(
            "made for the use of {}",
            party.as_str()
        )));
    }
    let full = claims.name().and_then(|name| name.get(None));
    let nick = claims.nickname().and_then(|name| name.get(None));
    // Kakao knows no name but the nickname.
    let names = [
        full.map(|name| name.as_str()),
        claims.preferred_username().map(|name| name.as_str()),
        nick.map(|name| name.as_str()),
    ];
    let name = names.into_iter().flatten().find(|name| !name.is_empty());
    Ok(Proved {
        subject: claims.subject().as_str().to_owned(),
        name: name.unwrap_or_default().to_owned(),
    })
}
