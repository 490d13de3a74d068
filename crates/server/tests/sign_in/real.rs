//! The certified `oidc-provider` in a process of its own, on this machine.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use domain::role::Duty;
use server::oidc::{ClientAuth, Provider};

use crate::browser::Browser;
use crate::desk::{Desk, URL, provider};

/// The provider; it ends with the test.
pub(crate) struct Running {
    child: Child,
    /// Held open: it may have more to say.
    _out: BufReader<ChildStdout>,
    pub(crate) issuer: String,
}

impl Running {
    pub(crate) fn start(callbacks: &[String]) -> Running {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oidc");
        assert!(
            folder.join("node_modules/oidc-provider").exists(),
            "run `npm ci` in {}, or `cargo xtask test`, which does it",
            folder.display()
        );
        let mut child = Command::new("node")
            .arg("provider.mjs")
            .args(callbacks)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut issuer = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut issuer).unwrap();
        let issuer = issuer.trim().to_owned();
        assert!(
            issuer.starts_with("http://127.0.0.1:"),
            "it said {issuer:?}"
        );
        Running {
            child,
            _out: out,
            issuer,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) const SECRETS: [&str; 3] = [
    "secret-0-with-room-for-256-bits-of-anything",
    "secret-1-with-room-for-256-bits-of-anything",
    "secret-3-with-room-for-256-bits-of-anything",
];

/// One provider that plays four: with a secret and RSA, with another secret, without any and with an elliptic curve, and with a secret
/// that goes in the body.
pub(crate) fn four() -> (Running, Desk) {
    let back = |name: &str| format!("{URL}/auth/oidc/{name}/callback");
    let public = format!("public:{}", back("open"));
    let post = format!("post:{}", back("post"));
    let running = Running::start(&[back("work"), back("home"), public, post]);
    let issuer = &running.issuer;
    let post = Provider {
        client_auth: Some(ClientAuth::Post),
        ..provider("post", issuer, "desk-3", Some(SECRETS[2]))
    };
    let desk = Desk::with(vec![
        provider("work", issuer, "desk-0", Some(SECRETS[0])),
        provider("home", issuer, "desk-1", Some(SECRETS[1])),
        provider("open", issuer, "desk-2", None),
        post,
    ]);
    (running, desk)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_invited_signs_in_at_a_real_provider_and_comes_again_by_another() {
    let (running, desk) = four();
    let browser = Browser::of(&desk.router, "harin");
    assert_eq!(
        browser.sign_in("work").await,
        "/login?error=unknown_account&back=%2Fchannels%3Fq%3Da"
    );
    assert!(!browser.is_signed_in());

    let token = desk.invite(Duty::Operator).await;
    browser.is_invited(&token).await;
    assert_eq!(browser.sign_in("work").await, "/channels?q=a");
    let cookies = ["__Host-syncdesk_session", "__Host-syncdesk_sign_in"];
    assert_eq!(browser.cookies(), cookies, "the invitation was used");
    let me = browser.open("/api/v1/me").await;
    let me = String::from_utf8(me.body).unwrap();
    assert!(
        me.contains("Name of harin") && me.contains("\"duty\":\"operator\""),
        "{me}"
    );
    assert!(me.contains("\"demo\":false"), "{me}");
    // The tokens of the provider stay in the house; so does ours, but for its hash.
    assert!(desk.who(&running.issuer, "sub-harin").await.is_some());

    // The others: one issuer, so the same person; each client proves it in its own way.
    for way in ["home", "open", "post", "work"] {
        let other = Browser::of(&desk.router, "harin");
        assert_eq!(other.sign_in(way).await, "/channels?q=a", "{way}");
        assert!(other.is_signed_in());
    }
    let list = browser.open("/auth/providers").await;
    let list = String::from_utf8(list.body).unwrap();
    assert!(list.contains("/auth/oidc/open/start"), "{list}");
    assert_eq!(browser.open("/auth/personas").await.status, 404, "no demo");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_real_provider_refuses_is_refused_here() {
    let (_running, desk) = four();
    let token = desk.invite(Duty::Applicant).await;
    let invited = Browser::of(&desk.router, "doyun");
    invited.is_invited(&token).await;

    // The control: this very way works for who does nothing wrong.
    assert_eq!(invited.sign_in("work").await, "/channels?q=a");

    // They say no.
    let unwilling = Browser::new(&desk.router);
    let to = unwilling.sign_in("work").await;
    assert!(to.starts_with("/login?error=cancelled"), "{to}");
    assert!(!unwilling.is_signed_in());

    // The same way back twice: the second time nobody is under way.
    let twice = Browser::of(&desk.router, "doyun");
    let callback = twice.to_callback("/auth/oidc/work/start").await;
    assert_eq!(twice.open(&callback).await.to(), "/");
    assert_eq!(twice.open(&callback).await.to(), "/", "they are in");
    let out = format!("{URL}/auth/sign-out");
    assert_eq!(twice.ask("POST", &out, "").await.status, 204);
    let again = twice.open(&callback).await.to();
    assert!(again.starts_with("/login?error=expired"), "{again}");

    // A code that was used, in a sign-in of its own: the provider knows it.
    let thief = Browser::of(&desk.router, "seojin");
    let own = thief.to_callback("/auth/oidc/work/start").await;
    let part = |address: &str, name: &str| {
        let url = openidconnect::url::Url::parse(address).unwrap();
        let found = url.query_pairs().find(|(key, _)| key == name);
        found.unwrap().1.into_owned()
    };
    let replayed = own.replace(&part(&own, "code"), &part(&callback, "code"));
    assert_ne!(own, replayed);
    let to = thief.open(&replayed).await.to();
    assert!(to.starts_with("/login?error=provider"), "{to}");
    assert!(!thief.is_signed_in());

    // A fresh code of somebody else, stolen on its way: it was asked for with another proof.
    let victim = Browser::of(&desk.router, "doyun");
    let stolen = victim.to_callback("/auth/oidc/work/start").await;
    let thief = Browser::of(&desk.router, "seojin");
    let own = thief.to_callback("/auth/oidc/work/start").await;
    let injected = own.replace(&part(&own, "code"), &part(&stolen, "code"));
    let to = thief.open(&injected).await.to();
    assert!(to.starts_with("/login?error=provider"), "{to}");
    assert!(!thief.is_signed_in());

    // The answer to one client, brought to another.
    let mixed = Browser::of(&desk.router, "doyun");
    let own = mixed.to_callback("/auth/oidc/work/start").await;
    let wrong_door = own.replace("/oidc/work/", "/oidc/home/");
    let to = mixed.open(&wrong_door).await.to();
    assert!(to.starts_with("/login?error=mismatch"), "{to}");
    assert!(!mixed.is_signed_in());

    // Another client's fresh code in an own answer: that the provider refuses.
    let at_work = mixed.to_callback("/auth/oidc/work/start").await;
    let at_home = mixed.to_callback("/auth/oidc/home/start").await;
    let swapped = at_home.replace(&part(&at_home, "code"), &part(&at_work, "code"));
    let to = mixed.open(&swapped).await.to();
    assert!(to.starts_with("/login?error=provider"), "{to}");
    assert!(!mixed.is_signed_in());
    // The control: each code is good where it belongs.
    assert_eq!(mixed.open(&at_work).await.to(), "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_is_gone_is_said_to_be() {
    let (running, desk) = four();
    let browser = Browser::of(&desk.router, "harin");
    drop(running);
    let to = browser.sign_in("work").await;
    assert!(
        to.starts_with("/login?error=unreachable&back=%2Fchannels"),
        "{to}"
    );
    let unknown = browser.open("/auth/oidc/nobody/start").await.to();
    assert!(unknown.starts_with("/login?error=provider"), "{unknown}");
}
