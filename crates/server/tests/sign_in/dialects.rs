//! Providers that are honest in a way of their own, and providers that are not where they are said to be.

use backend::store::Store as _;
use domain::role::Duty;
use openidconnect::url::Url;
use server::oidc::{ClientAuth, Provider};

use crate::browser::Browser;
use crate::desk::{Desk, provider};
use crate::hostile::{Scene, server_now, told};
use crate::liar::{CLIENT, Liar, Lie, SECRET};

/// Goes to a provider that does not say who answers, and comes back; gives where that leads.
async fn goes_and_comes(desk: &Desk, liar: &Liar, browser: &Browser, name: &str) -> String {
    let start = format!("/auth/oidc/{name}/start?back=%2Fapps");
    let to = Url::parse(&browser.open(&start).await.to()).unwrap();
    let part = |name: &str| {
        let found = to.query_pairs().find(|(key, _)| key == name);
        found.unwrap().1.into_owned()
    };
    liar.at(desk.now().millis() / 1_000);
    liar.remember(&part("nonce"), &part("code_challenge"));
    let callback = format!("/auth/oidc/{name}/callback?code=c&state={}", part("state"));
    browser.open(&callback).await.to()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_at_kakao_is_called_by_their_nickname() {
    let liar = Liar::start(server_now()).await;
    liar.lies(Lie::Kakao);
    let kakao = Provider {
        scopes: Some(vec!["openid".into(), "profile_nickname".into()]),
        ..provider("kakao", &liar.issuer(), CLIENT, Some(SECRET))
    };
    let desk = Desk::with(vec![kakao]);
    let browser = Browser::new(&desk.router);
    browser
        .is_invited(&desk.invite(Duty::Applicant).await)
        .await;
    let to = browser.open("/auth/oidc/kakao/start").await.to();
    assert!(to.contains("scope=openid+profile_nickname&"), "{to}");
    let to = goes_and_comes(&desk, &liar, &browser, "kakao").await;
    assert_eq!(to, "/apps");
    let user = desk.who(&liar.issuer(), "somebody").await.unwrap();
    let account = desk.store.account(&user).await.unwrap().unwrap();
    assert_eq!(account.user.name, "라이언");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_handed_over_as_the_configuration_says() {
    for (client_auth, expected) in [
        (Some(ClientAuth::Post), "unknown_account"),
        (Some(ClientAuth::Basic), "provider"),
        (None, "provider"),
    ] {
        let liar = Liar::start(server_now()).await;
        liar.lies(Lie::InBody);
        let work = Provider {
            client_auth,
            ..provider("work", &liar.issuer(), CLIENT, Some(SECRET))
        };
        let desk = Desk::with(vec![work]);
        let to = goes_and_comes(&desk, &liar, &Browser::new(&desk.router), "work").await;
        let refused = format!("/login?error={expected}&");
        assert!(to.starts_with(&refused), "{client_auth:?}: {to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_may_also_be_for_whom_the_configuration_trusts_and_for_nobody_else() {
    for (trusted, lie, expected) in [
        (&["third", "another"][..], Lie::TwoAudiences, None),
        (&["another"], Lie::None, None),
        (&["third"], Lie::TwoAudiences, Some("mismatch")),
        (&["another"], Lie::Audience, Some("mismatch")),
        (&["another"], Lie::Azp, Some("mismatch")),
    ] {
        let audiences = trusted.iter().copied().map(str::to_owned).collect();
        let scene = Scene::with(|liar| Provider { audiences, ..liar }).await;
        scene.liar.lies(lie);
        let said = scene.comes("several").await;
        assert_eq!(said.as_deref(), expected, "{trusted:?} {lie:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn times_and_truths_that_are_written_as_text_are_no_reason_to_refuse() {
    let scene = Scene::set().await;
    scene.liar.lies(Lie::Texts);
    assert_eq!(scene.comes("texts").await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_address_is_not_told_as_one_that_does_not_answer() {
    for (lie, expected) in [
        (Lie::Itself, "provider"),
        (Lie::Nowhere, "provider"),
        (Lie::Babble, "provider"),
        (Lie::Broken, "unreachable"),
    ] {
        let liar = Liar::start(server_now()).await;
        liar.lies(lie);
        let desk = Desk::with(vec![provider("liar", &liar.issuer(), CLIENT, Some(SECRET))]);
        let browser = Browser::new(&desk.router);
        let page = browser.open("/auth/oidc/liar/start?back=%2Fapps").await;
        let said = told(&page.to(), &browser);
        assert_eq!(said.as_deref(), Some(expected), "{lie:?}");
    }
}
