//! With what tokens may be signed: each algorithm that the documentation names, by a real provider, and no other one.

use std::path::Path;

use crate::browser::Browser;
use crate::desk::{Desk, URL, provider};
use crate::real::Running;

const TAKEN: [&str; 9] = [
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA",
];
/// The provider has a key for this one, too.
const REFUSED: &str = "ES512";

#[tokio::test(flavor = "multi_thread")]
async fn a_token_may_be_signed_in_every_way_that_the_documentation_names_and_in_no_other() {
    let all = || TAKEN.into_iter().chain([REFUSED]);
    let name = |algorithm: &str| algorithm.to_ascii_lowercase();
    let callbacks: Vec<String> = all()
        .map(|algorithm| format!("{algorithm}:{URL}/auth/oidc/{}/callback", name(algorithm)))
        .collect();
    let running = Running::start(&callbacks);
    let providers = all().enumerate().map(|(n, algorithm)| {
        let client = format!("desk-{n}");
        provider(&name(algorithm), &running.issuer, &client, None)
    });
    let desk = Desk::with(providers.collect());
    for algorithm in all() {
        // Whoever is not known here has been believed who they are.
        let expected = if algorithm == REFUSED {
            "mismatch"
        } else {
            "unknown_account"
        };
        let browser = Browser::of(&desk.router, "harin");
        let to = browser.sign_in(&name(algorithm)).await;
        let refused = format!("/login?error={expected}&");
        assert!(to.starts_with(&refused), "{algorithm}: {to}");
    }
}

#[test]
fn the_documentation_names_these() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/sign-in.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, row) = text.split_once("| Signature of ID tokens | ").unwrap();
    let (taken, rest) = row.split_once(". ").unwrap();
    assert_eq!(taken.replace(" or ", ", "), TAKEN.join(", "));
    assert!(rest.starts_with(REFUSED), "{rest}");
}
