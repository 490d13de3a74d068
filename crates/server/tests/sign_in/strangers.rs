//! What strangers can bring about: they learn nothing, leave nothing in the record, and wait for no provider that says nothing.

use backend::store::{Change, Store as _};

use crate::browser::Browser;
use crate::hostile::Scene;
use crate::liar::Lie;

/// How many entries the record has, and the reasons of those from there on.
async fn reasons(scene: &Scene, from: u64) -> (u64, Vec<String>) {
    let records = scene.desk.store.records_after(from, 100).await.unwrap();
    let last = records.last().map_or(from, |record| record.seq);
    let entries = records.into_iter().map(|record| record.entry.reason);
    (last, entries.collect())
}

/// Somebody's account, shut or open.
async fn shut(scene: &Scene, is_shut: bool) {
    let user = scene.desk.who(&scene.liar.issuer(), "somebody").await;
    let account = scene.desk.store.account(&user.unwrap()).await;
    let mut account = account.unwrap().unwrap();
    account.disabled_at = is_shut.then(|| scene.desk.now());
    account.version += 1;
    scene.desk.write(vec![Change::PutAccount(account)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_proved_who_they_are_learns_nothing() {
    let scene = Scene::set().await;
    let mut heard = Vec::new();
    for is_shut in [false, true] {
        shut(&scene, is_shut).await;
        for lie in [Lie::ForeignKey, Lie::Unsigned, Lie::Nonce, Lie::Expired] {
            scene.liar.lies(lie);
            let said = scene.comes(&format!("{lie:?}-{is_shut}")).await;
            assert_eq!(said.as_deref(), Some("mismatch"), "{lie:?} {is_shut}");
        }
        scene.liar.lies(Lie::None);
        heard.push(scene.comes(&format!("proved-{is_shut}")).await);
    }
    // The control: with the proof it is told.
    assert_eq!(heard, [None, Some("disabled".to_owned())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_has_proved_who_they_are_is_in_the_record() {
    let scene = Scene::set().await;
    shut(&scene, true).await;
    let (start, _) = reasons(&scene, 0).await;
    let begun = async || scene.begin(Browser::new(&scene.desk.router)).await;
    for path in [
        "/auth/oidc/none/start",
        "/auth/oidc/none/callback?code=x",
        "/auth/oidc/liar/callback?code=x&state=y",
    ] {
        let page = Browser::new(&scene.desk.router).open(path).await;
        assert!(page.to().starts_with("/login?error="), "{page:?}");
    }
    for query in ["?error=access_denied&state=S&iss=I", "?code=x&state=0"] {
        let begun = begun().await;
        let query = query
            .replace("=S", &format!("={}", begun.state))
            .replace("=I", &format!("={}", scene.liar.issuer()));
        let to = format!("/auth/oidc/liar/callback{query}");
        let page = begun.browser.open(&to).await;
        assert!(page.to().starts_with("/login?error="), "{page:?}");
    }
    let browser = Browser::new(&scene.desk.router);
    let body = "{\"persona\":\"somebody\"}";
    let page = browser
        .ask("POST", "https://desk.example/auth/sign-in", body)
        .await;
    assert_eq!(page.status, 404, "there are no demo identities here");
    scene.liar.lies(Lie::ForeignKey);
    assert_eq!(scene.comes("lie").await.as_deref(), Some("mismatch"));
    assert_eq!(reasons(&scene, start).await, (start, Vec::new()));
    // The control: who somebody is has been said.
    scene.liar.lies(Lie::None);
    assert_eq!(scene.comes("truth").await.as_deref(), Some("disabled"));
    let (_, told) = reasons(&scene, start).await;
    assert_eq!(told, ["disabled"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_says_nothing_about_itself_is_waited_for_once() {
    let scene = Scene::set().await;
    assert_eq!(scene.liar.asked_itself(), 1);
    scene.desk.pass(3_300);
    let begun = scene.begin(Browser::new(&scene.desk.router)).await;
    scene.desk.pass(400);
    scene.liar.lies(Lie::Silent);
    // What it said an hour ago is good enough, and nobody waits again for what did not come a moment ago.
    let (to, browser) = scene.back(begun, "waits").await;
    assert!(browser.is_signed_in(), "{to}");
    assert_eq!(scene.liar.asked_itself(), 2);
    assert_eq!(scene.comes("does-not-wait").await, None);
    assert_eq!(scene.liar.asked_itself(), 2);
    scene.liar.lies(Lie::None);
    scene.desk.pass(60);
    assert_eq!(scene.comes("after-a-minute").await, None);
    assert_eq!(scene.liar.asked_itself(), 3, "it is asked again");
}
