//! The real provider's answers, altered on their way: each alteration is refused, and the same way without one is let in.

use domain::role::Duty;

use crate::browser::Browser;
use crate::desk::{Desk, provider};
use crate::real::{SECRETS, four};

#[tokio::test(flavor = "multi_thread")]
async fn what_a_real_provider_says_is_refused_when_one_thing_about_it_is_altered() {
    let (running, desk) = four();
    let browser = Browser::of(&desk.router, "harin");
    let lies = async |lie: &str| {
        let told = browser.open(&format!("{}/lie/{lie}", running.issuer)).await;
        assert_eq!(told.status, 200);
    };
    let token = desk.invite(Duty::Applicant).await;
    browser.is_invited(&token).await;
    for lie in [
        "issuer",
        "audience",
        "nonce",
        "expired",
        "unsigned",
        "shared_secret",
        "foreign_key",
        "unknown_key",
    ] {
        lies(lie).await;
        let to = browser.sign_in("work").await;
        let refused = "/login?error=mismatch&back=%2Fchannels%3Fq%3Da";
        assert_eq!(to, refused, "{lie}");
        assert!(!browser.is_signed_in(), "{lie}");
    }
    // The controls: signed anew but unaltered, and as it came.
    for truth in ["truth", ""] {
        lies(truth).await;
        assert_eq!(browser.sign_in("work").await, "/channels?q=a", "{truth:?}");
        assert!(browser.is_signed_in());
    }

    // And of what it says about itself, which is asked for by a server that does not know it yet.
    for (lie, expected) in [("itself", "provider"), ("", "unknown_account")] {
        lies(lie).await;
        let work = provider("work", &running.issuer, "desk-0", Some(SECRETS[0]));
        let desk = Desk::with(vec![work]);
        let to = Browser::of(&desk.router, "harin").sign_in("work").await;
        let refused = format!("/login?error={expected}&");
        assert!(to.starts_with(&refused), "{lie:?}: {to}");
    }
}
