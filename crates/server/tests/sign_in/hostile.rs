//! Every lie of a provider is refused, and the same way without a lie is let in: so each refusal could have failed.

use backend::store::{Change, Store as _};
use domain::role::Duty;
use openidconnect::url::Url;
use server::oidc::Provider;

use crate::browser::Browser;
use crate::desk::{Desk, URL, provider};
use crate::liar::{CLIENT, Liar, Lie, SECRET};

/// A desk with a liar, at which somebody has an account; and another one.
pub(crate) struct Scene {
    pub(crate) desk: Desk,
    pub(crate) liar: Liar,
    pub(crate) other: Liar,
}

/// What a sign-in was begun with.
pub(crate) struct Begun {
    pub(crate) browser: Browser,
    pub(crate) state: String,
    issuer: String,
}

impl Scene {
    pub(crate) async fn set() -> Scene {
        Scene::with(|liar| liar).await
    }

    /// The same where the configuration says something else of the liar.
    pub(crate) async fn with(configured: impl FnOnce(Provider) -> Provider) -> Scene {
        let now_s = server_now();
        let (liar, other) = (Liar::start(now_s).await, Liar::start(now_s).await);
        let desk = Desk::with(vec![
            configured(provider("liar", &liar.issuer(), CLIENT, Some(SECRET))),
            provider("other", &other.issuer(), CLIENT, Some(SECRET)),
        ]);
        let scene = Scene { desk, liar, other };
        // The control, and the account that everything after it could get into.
        let token = scene.desk.invite(Duty::Applicant).await;
        let browser = Browser::new(&scene.desk.router);
        browser.is_invited(&token).await;
        let begun = scene.begin(browser).await;
        let (to, browser) = scene.back(begun, "code-invited").await;
        assert_eq!(to, "/apps");
        assert!(browser.is_signed_in());
        scene
    }

    pub(crate) async fn begin(&self, browser: Browser) -> Begun {
        let page = browser.open("/auth/oidc/liar/start?back=%2Fapps").await;
        assert_eq!(page.status, 303);
        let to = Url::parse(&page.to()).unwrap_or_else(|_| panic!("{}", page.to()));
        let part = |name: &str| {
            let found = to.query_pairs().find(|(key, _)| key == name);
            found
                .unwrap_or_else(|| panic!("no {name} in {to}"))
                .1
                .into_owned()
        };
        assert_eq!(part("response_type"), "code");
        assert_eq!(part("code_challenge_method"), "S256");
        assert_eq!(
            part("redirect_uri"),
            format!("{URL}/auth/oidc/liar/callback")
        );
        assert_eq!(part("scope"), "openid profile");
        self.liar.remember(&part("nonce"), &part("code_challenge"));
        Begun {
            browser,
            state: part("state"),
            issuer: self.liar.issuer(),
        }
    }

    pub(crate) async fn back(&self, begun: Begun, code: &str) -> (String, Browser) {
        self.liar.at(self.desk.now().millis() / 1_000);
        let (state, issuer) = (&begun.state, &begun.issuer);
        let to = format!("/auth/oidc/liar/callback?code={code}&state={state}&iss={issuer}");
        let page = begun.browser.open(&to).await;
        assert_eq!(page.status, 303);
        (page.to(), begun.browser)
    }

    /// Somebody without a session goes there and comes back; gives what they are told, or nothing when they are let in.
    pub(crate) async fn comes(&self, code: &str) -> Option<String> {
        let begun = self.begin(Browser::new(&self.desk.router)).await;
        let (to, browser) = self.back(begun, code).await;
        told(&to, &browser)
    }
}

pub(crate) fn told(to: &str, browser: &Browser) -> Option<String> {
    let error = to.strip_prefix("/login?error=").map(|rest| {
        let (word, back) = rest.split_once('&').unwrap();
        assert!(back == "back=%2Fapps" || back == "back=%2F", "{to}");
        word.to_owned()
    });
    assert_eq!(browser.is_signed_in(), error.is_none(), "{to}");
    error
}

pub(crate) fn server_now() -> i64 {
    use backend::ports::Clock as _;
    server::SystemClock.now().millis() / 1_000
}

#[tokio::test(flavor = "multi_thread")]
async fn every_lie_in_an_answer_is_refused_and_the_truth_is_not() {
    let scene = Scene::set().await;
    // Clocks differ: within a minute that is no lie.
    for truth in [Lie::JustExpired, Lie::Ahead] {
        scene.liar.lies(truth);
        let said = scene.comes(&format!("{truth:?}")).await;
        assert_eq!(said, None, "{truth:?}");
    }
    let lies = [
        (Lie::Issuer, "mismatch"),
        (Lie::Audience, "mismatch"),
        (Lie::TwoAudiences, "mismatch"),
        (Lie::Azp, "mismatch"),
        (Lie::Nonce, "mismatch"),
        (Lie::NoNonce, "mismatch"),
        (Lie::Unsigned, "mismatch"),
        (Lie::SharedSecret, "mismatch"),
        (Lie::PublicKeyAsSecret, "mismatch"),
        (Lie::ForeignKey, "mismatch"),
        (Lie::UnknownKey, "mismatch"),
        (Lie::Tampered, "mismatch"),
        (Lie::Expired, "mismatch"),
        (Lie::TooFarAhead, "mismatch"),
        (Lie::Old, "mismatch"),
        (Lie::Tomorrow, "mismatch"),
        (Lie::NoToken, "mismatch"),
        (Lie::Garbage, "provider"),
        (Lie::Elsewhere, "provider"),
        (Lie::Fails(400), "provider"),
        (Lie::Fails(429), "unreachable"),
        (Lie::Fails(500), "unreachable"),
        (Lie::Fails(503), "unreachable"),
        (Lie::Endless, "unreachable"),
    ];
    for (n, (lie, expected)) in lies.into_iter().enumerate() {
        scene.liar.lies(lie);
        let said = scene.comes(&format!("code-{n}")).await;
        assert_eq!(said.as_deref(), Some(expected), "{lie:?}");
        scene.liar.lies(Lie::None);
        let said = scene.comes(&format!("honest-{n}")).await;
        assert_eq!(said, None, "the truth after {lie:?}");
    }
    let again = scene.comes("honest-0").await;
    assert_eq!(again.as_deref(), Some("provider"), "a code is good for one");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_calls_itself_something_else_is_not_asked_further() {
    let liar = Liar::start(server_now()).await;
    liar.lies(Lie::Itself);
    let desk = Desk::with(vec![provider("liar", &liar.issuer(), CLIENT, Some(SECRET))]);
    let browser = Browser::new(&desk.router);
    let to = browser
        .open("/auth/oidc/liar/start?back=%2Fapps")
        .await
        .to();
    assert_eq!(told(&to, &browser).as_deref(), Some("provider"));
    assert_eq!(liar.asked(), 0, "not even for its keys");
    liar.lies(Lie::None);
    desk.pass(5);
    let to = browser
        .open("/auth/oidc/liar/start?back=%2Fapps")
        .await
        .to();
    assert!(to.starts_with(&liar.issuer()), "{to}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_key_is_asked_for_once_and_not_again_and_again() {
    let scene = Scene::set().await;
    assert_eq!(scene.liar.asked(), 1);
    scene.liar.changes_its_key();
    scene.desk.pass(61);
    assert_eq!(scene.comes("a").await, None, "the new key was asked for");
    assert_eq!(scene.liar.asked(), 2);
    scene.liar.lies(Lie::UnknownKey);
    for n in 0..5 {
        assert!(scene.comes(&format!("b{n}")).await.is_some());
    }
    assert_eq!(scene.liar.asked(), 2, "who invents keys makes no traffic");
    // A token that does not say with which key it is signed: the old one does not fit, so the keys are asked for as well.
    scene.desk.pass(61);
    scene.liar.lies(Lie::NoKeyId);
    scene.liar.changes_its_key();
    assert_eq!(scene.comes("c").await, None);
    assert_eq!(scene.liar.asked(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_has_to_belong_to_what_was_asked_in_this_browser() {
    let scene = Scene::set().await;
    let issuer = scene.liar.issuer();
    // Each is what a good answer is but for one thing.
    let table: [(&str, &str, &str, &str); 8] = [
        ("no state", "liar", "?code=C&iss=I", "expired"),
        ("another state", "liar", "?code=C&state=0&iss=I", "expired"),
        (
            "the state twice",
            "liar",
            "?code=C&state=S&state=S&iss=I",
            "expired",
        ),
        (
            "another provider's address",
            "other",
            "?code=C&state=S&iss=I",
            "mismatch",
        ),
        (
            "another issuer",
            "liar",
            "?code=C&state=S&iss=https://id.example",
            "mismatch",
        ),
        (
            "no issuer where it said that it sends it",
            "liar",
            "?code=C&state=S",
            "mismatch",
        ),
        ("no code", "liar", "?state=S&iss=I", "provider"),
        (
            "an error",
            "liar",
            "?error=server_error&state=S&iss=I",
            "provider",
        ),
    ];
    for (n, (what, at, query, expected)) in table.into_iter().enumerate() {
        let begun = scene.begin(Browser::new(&scene.desk.router)).await;
        let query = query
            .replace("=C", &format!("=row-{n}"))
            .replace("=S", &format!("={}", begun.state))
            .replace("=I", &format!("={issuer}"));
        let page = begun
            .browser
            .open(&format!("/auth/oidc/{at}/callback{query}"))
            .await;
        let said = told(&page.to(), &begun.browser);
        assert_eq!(said.as_deref(), Some(expected), "{what}");
        // Who knows the state ends the attempt: the right answer comes too late. Who does not ends nothing.
        let late = (expected != "expired").then_some("expired");
        let (to, browser) = scene.back(begun, &format!("late-{n}")).await;
        assert_eq!(told(&to, &browser).as_deref(), late, "{what}");
        assert_eq!(scene.comes(&format!("good-{n}")).await, None, "{what}");
    }
    // Somebody else's browser: whoever sends another their own answer signs nobody in.
    let begun = scene.begin(Browser::new(&scene.desk.router)).await;
    let elsewhere = Begun {
        browser: Browser::new(&scene.desk.router),
        ..begun
    };
    let (to, browser) = scene.back(elsewhere, "sent").await;
    assert_eq!(told(&to, &browser).as_deref(), Some("expired"));
    // Nor when that browser is on its way itself.
    let begun = scene.begin(Browser::new(&scene.desk.router)).await;
    let own = scene.begin(Browser::new(&scene.desk.router)).await;
    let elsewhere = Begun {
        browser: own.browser,
        ..begun
    };
    let (to, browser) = scene.back(elsewhere, "sent-2").await;
    assert_eq!(told(&to, &browser).as_deref(), Some("expired"));
    // Too late by a moment, and in time by one.
    for (seconds, expected) in [(600, Some("expired")), (599, None)] {
        let begun = scene.begin(Browser::new(&scene.desk.router)).await;
        scene.desk.pass(seconds);
        let (to, browser) = scene.back(begun, &format!("after-{seconds}")).await;
        assert_eq!(told(&to, &browser).as_deref(), expected, "{seconds} s");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_back_leads_to_this_server_only() {
    let scene = Scene::set().await;
    for (n, bad) in [
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "%2F%09%2Fevil.example",
    ]
    .iter()
    .enumerate()
    {
        let browser = Browser::new(&scene.desk.router);
        let page = browser
            .open(&format!("/auth/oidc/liar/start?back={bad}"))
            .await;
        let to = Url::parse(&page.to()).unwrap();
        let part = |name: &str| {
            to.query_pairs()
                .find(|(key, _)| key == name)
                .unwrap()
                .1
                .into_owned()
        };
        scene.liar.remember(&part("nonce"), &part("code_challenge"));
        let begun = Begun {
            state: part("state"),
            issuer: scene.liar.issuer(),
            browser,
        };
        let (to, _) = scene.back(begun, &format!("bad-{n}")).await;
        assert_eq!(to, "/", "{bad}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_shut_out_stays_out_and_an_old_session_is_replaced() {
    let scene = Scene::set().await;
    let begun = scene.begin(Browser::new(&scene.desk.router)).await;
    let (_, browser) = scene.back(begun, "first").await;
    let first = session(&scene).await;
    assert_eq!(first.len(), 2, "the control's, and this one");
    let begun = scene.begin(browser).await;
    let (_, browser) = scene.back(begun, "second").await;
    let second = session(&scene).await;
    assert_eq!(second.len(), 2, "the same browser has one session");
    assert_ne!(first, second, "and a new token");
    assert!(second.iter().all(|one| one.agent == "Browser of the tests"));
    assert_eq!(browser.open("/api/v1/me").await.status, 200);

    let user = scene
        .desk
        .who(&scene.liar.issuer(), "somebody")
        .await
        .unwrap();
    let mut account = scene.desk.store.account(&user).await.unwrap().unwrap();
    account.disabled_at = Some(scene.desk.now());
    account.version += 1;
    scene.desk.write(vec![Change::PutAccount(account)]).await;
    assert_eq!(browser.open("/api/v1/me").await.status, 401);
    assert_eq!(scene.comes("shut").await.as_deref(), Some("disabled"));
}

async fn session(scene: &Scene) -> Vec<backend::store::Session> {
    use backend::store::Store as _;
    let user = scene
        .desk
        .who(&scene.liar.issuer(), "somebody")
        .await
        .unwrap();
    scene.desk.store.sessions_of(&user).await.unwrap()
}
