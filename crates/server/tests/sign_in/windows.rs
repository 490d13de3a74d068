//! How a sign-in begins: in several windows, from which page, and with which account there.

use axum::body::Body;
use axum::http::{Request, header};
use backend::store::Store as _;
use domain::role::Duty;
use openidconnect::url::Url;
use server::oidc::{AccountPrompt, Provider};
use tower::ServiceExt as _;

use crate::browser::Browser;
use crate::desk::{Desk, URL, provider};
use crate::hostile::{Scene, server_now, told};
use crate::liar::{CLIENT, Liar, Lie, SECRET};

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_of_one_browser_both_get_in() {
    let scene = Scene::set().await;
    let first = scene.begin(Browser::new(&scene.desk.router)).await;
    let state = first.state.clone();
    // What the liar has to prove for each of them; it remembers one at a time.
    let asked = scene.liar.asked_for();
    let second = scene.begin(first.browser).await;
    assert_ne!(state, second.state);
    let (to, browser) = scene.back(second, "second").await;
    assert_eq!(told(&to, &browser), None);
    scene.liar.remember(&asked.0, &asked.1);
    let issuer = scene.liar.issuer();
    let callback = format!("/auth/oidc/liar/callback?code=first&state={state}&iss={issuer}");
    assert_eq!(browser.open(&callback).await.to(), "/apps");
    assert!(browser.is_signed_in());
    // Each of them once: for who is in there is nothing to be done, for everybody else it is over.
    assert_eq!(browser.open(&callback).await.to(), "/");
    let out = format!("{URL}/auth/sign-out");
    assert_eq!(browser.ask("POST", &out, "").await.status, 204);
    let to = browser.open(&callback).await.to();
    assert_eq!(told(&to, &browser).as_deref(), Some("expired"));
}

/// Where a browser that says that about itself is sent, and whether it is given a cookie.
async fn start(desk: &Desk, headers: &[(&str, &str)]) -> (String, bool) {
    let mut request = Request::get("/auth/oidc/liar/start?back=%2Fapps")
        .header(header::HOST, "desk.example")
        .header("sec-fetch-dest", "document");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let answer = desk.router.clone().oneshot(request).await.unwrap();
    let to = answer.headers()[header::LOCATION].to_str().unwrap();
    let cookie = answer.headers().contains_key(header::SET_COOKIE);
    (to.to_owned(), cookie)
}

#[tokio::test(flavor = "multi_thread")]
async fn only_our_own_page_under_our_own_name_begins_a_sign_in() {
    let scene = Scene::set().await;
    let login = format!("{URL}/login?back=%2Fapps");
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("referer", "https://evil.example/")],
        &[
            ("sec-fetch-site", "same-origin"),
            ("referer", "https://other.example/login"),
        ],
    ] {
        let (to, cookie) = start(&scene.desk, headers).await;
        assert_eq!((to.as_str(), cookie), (login.as_str(), false));
    }
    let own = format!("{URL}/login");
    for headers in [
        &[("sec-fetch-site", "same-origin"), ("referer", &own)][..],
        &[("sec-fetch-site", "none")],
        &[],
    ] {
        let (to, cookie) = start(&scene.desk, headers).await;
        assert!(to.starts_with(&scene.liar.issuer()) && cookie, "{to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_put_into_somebodys_browser_takes_no_duty_from_them() {
    let scene = Scene::set().await;
    let duty = async || {
        let user = scene.desk.who(&scene.liar.issuer(), "somebody").await;
        let account = scene.desk.store.account(&user.unwrap()).await;
        account.unwrap().unwrap().user.duty
    };
    for (n, (invited, becomes)) in [
        (Duty::Reviewer, Duty::Reviewer),
        (Duty::Applicant, Duty::Reviewer),
    ]
    .into_iter()
    .enumerate()
    {
        let token = scene.desk.invite(invited).await;
        let browser = Browser::new(&scene.desk.router);
        browser.is_invited(&token).await;
        let begun = scene.begin(browser).await;
        let (to, browser) = scene.back(begun, &format!("invited-{n}")).await;
        assert_eq!(told(&to, &browser), None);
        assert_eq!(duty().await, becomes);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_another_account_is_asked_for_it_by_the_provider() {
    use AccountPrompt::{Login, Off, SelectAccount};
    for (lie, account_prompt, expected) in [
        (Lie::None, None, Some("select_account")),
        (Lie::NoChoice, None, Some("login")),
        (Lie::None, Some(Login), Some("login")),
        (Lie::None, Some(Off), None),
        (Lie::NoChoice, Some(SelectAccount), Some("select_account")),
    ] {
        let liar = Liar::start(server_now()).await;
        liar.lies(lie);
        let configured = Provider {
            account_prompt,
            ..provider("liar", &liar.issuer(), CLIENT, Some(SECRET))
        };
        let desk = Desk::with(vec![configured]);
        for (query, prompt) in [("", None), ("?other=1", expected)] {
            let browser = Browser::new(&desk.router);
            let page = browser.open(&format!("/auth/oidc/liar/start{query}")).await;
            let to = Url::parse(&page.to()).unwrap();
            let found = to.query_pairs().find(|(name, _)| name == "prompt");
            let found = found.map(|(_, value)| value.into_owned());
            assert_eq!(found.as_deref(), prompt, "{lie:?} {account_prompt:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_hangs_keeps_nobody_from_another() {
    let scene = Scene::set().await;
    scene.other.lies(Lie::Silent);
    let browser = Browser::new(&scene.desk.router);
    let all = (0..40).map(|_| browser.open("/auth/oidc/other/start"));
    let crowd = futures_util::future::join_all(all);
    // All of the crowd are on their way before anybody comes to the other one.
    let (crowd, comes) = tokio::join!(crowd, scene.comes("meanwhile"));
    assert_eq!(comes, None);
    for page in crowd {
        let to = page.to();
        assert!(to.starts_with("/login?error=unreachable"), "{to}");
    }
    // For a moment it is not asked again, by nobody; then it is.
    let asked = scene.other.asked_itself();
    let again = async || browser.open("/auth/oidc/other/start").await.to();
    assert!(again().await.starts_with("/login?error=unreachable"));
    assert_eq!(scene.other.asked_itself(), asked);
    scene.other.lies(Lie::None);
    scene.desk.pass(5);
    assert!(again().await.starts_with(&scene.other.issuer()));
}
