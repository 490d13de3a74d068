//! Shared links: the code for the phone, what a link shows without a session, and what it says when it has ended.

use std::sync::Arc;

use console::app::App;
use console::look::Look;
use console::parts::qr::{QUIET, QrCode, drawing};
use console::path;
use contract::body::{ShareDraft, SignInBody};
use contract::client::With;
use contract::transport::{Local, Unreachable};
use contract::{Kind, Reply, Request, Transport};
use domain::id::{ApplicationId, ShareToken, UserId};
use domain::share::End;
use domain::time::Time;
use leptos::prelude::*;
use text::Lang;
use text::screens::{preview, share, shell};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::meddling::problem;
use crate::stage::{backend, stage};

const KO: Lang = Lang::Ko;

/// The modules of a drawing: `true` where it is dark.
fn modules(path: &str, size: i32) -> Vec<Vec<bool>> {
    let width = usize::try_from(size).unwrap();
    let mut grid = vec![vec![false; width]; width];
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (wide, _) = rest.split_once('v').unwrap();
        let [x, y, wide] = [x, y, wide].map(|number| number.parse::<usize>().unwrap());
        for dark in grid.get_mut(y).unwrap().iter_mut().skip(x).take(wide) {
            *dark = true;
        }
    }
    grid
}

#[wasm_bindgen_test]
fn a_code_has_its_three_eyes_the_right_size_and_room_around_it() {
    let address = format!("https://desk.example/share/see_{}", "a".repeat(26));
    let (path, size) = drawing(&address).unwrap();
    assert!((21..=177).contains(&size) && (size - 17) % 4 == 0, "{size}");
    let grid = modules(&path, size);
    let at = |x: i32, y: i32| {
        let row = grid.get(usize::try_from(y).unwrap()).unwrap();
        *row.get(usize::try_from(x).unwrap()).unwrap()
    };
    for (left, top) in [(0, 0), (size - 7, 0), (0, size - 7)] {
        for y in 0..7_i32 {
            for x in 0..7_i32 {
                let ring = (x - 3).abs().max((y - 3).abs());
                assert_eq!(at(left + x, top + y), ring != 2, "{left} {top}: {x} {y}");
            }
        }
    }
    // The line of changing modules that tells a scanner how many there are.
    for n in 8..size - 8 {
        assert_eq!((at(n, 6), at(6, n)), (n % 2 == 0, n % 2 == 0), "{n}");
    }
    let stage = stage(move || {
        view! { <QrCode words=address label=Signal::stored("QR".to_owned())/> }
    });
    let drawn: Element = stage.one("svg.qr");
    let wide = size + 2 * QUIET;
    let around = format!("-{QUIET} -{QUIET} {wide} {wide}");
    assert_eq!(drawn.get_attribute("viewBox"), Some(around));
    assert_eq!(drawn.get_attribute("role").as_deref(), Some("img"));
}

#[wasm_bindgen_test]
async fn a_link_shows_the_screen_to_somebody_who_is_not_signed_in_until_it_is_taken_back() {
    let desk = backend("doyun").await;
    let id = ApplicationId::parse("ap_byeolha-order").unwrap();
    let with = With {
        version: None,
        key: Some("a-link-for-a-test".into()),
    };
    let made = desk
        .client
        .share_create(&id, &ShareDraft { days: 1 }, with)
        .await
        .unwrap()
        .body;
    let token = made.token.unwrap();
    desk.client.sign_out().await.unwrap();
    let stage = desk.open(&path::share(&token, Look::default()));
    stage.says(share::title(KO)).await;
    stage.says(preview::agree_all(KO)).await;
    stage.says(shell::independent(KO)).await;
    assert!(
        stage.all::<Element>(".side-nav").is_empty(),
        "there is nowhere to go"
    );
    assert!(
        !stage.text().contains(preview::asked_title(KO)),
        "why something is asked is not shown"
    );
    drop(stage);
    let back = SignInBody {
        persona: UserId::parse("doyun").unwrap(),
    };
    desk.client.sign_in(&back).await.unwrap();
    desk.client.share_revoke(&id, &made.share.id).await.unwrap();
    let stage = desk.open(&path::share(&token, Look::default()));
    stage.says(share::revoked_title(KO)).await;
    assert!(stage.all::<Element>(".consent-screen").is_empty());
    drop(stage);
    let never = ShareToken::parse("see_never").unwrap();
    let stage = desk.open(&path::share(&never, Look::default()));
    stage.says(share::unknown_title(KO)).await;
}

/// A server on which every link has expired and nobody is signed in.
struct Expired;

impl Transport for Expired {
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>> {
        let kind = if request.path.starts_with("/api/v1/shares/") {
            Kind::Ended {
                end: End::Expired,
                ended_at: Time::from_millis(1_700_000_000_000),
            }
        } else {
            Kind::SignIn
        };
        let reply = problem(kind, None);
        Box::pin(async move { Ok(reply) })
    }
}

#[wasm_bindgen_test]
async fn a_link_that_has_expired_says_so_and_what_to_do() {
    let history = window().history().unwrap();
    history
        .replace_state_with_url(&JsValue::NULL, "", Some("/share/see_old"))
        .unwrap();
    let stage = stage(move || {
        let transport: Arc<dyn Transport> = Arc::new(Expired);
        view! { <App transport/> }
    });
    stage.says(share::expired_title(KO)).await;
    stage.says(share::expired(KO)).await;
    assert!(stage.all::<Element>(".consent-screen").is_empty());
}
