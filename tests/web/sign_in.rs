//! The sign-in of an installation with providers: the ways in, what an invitation does first, and what happens when the server is busy.

use std::sync::{Arc, Mutex};

use console::app::App;
use contract::body::{Invited, ProviderRow, Providers};
use contract::transport::{Local, Unreachable};
use contract::{Kind, Reply, Request, Transport};
use domain::role::Duty;
use domain::time::Time;
use leptos::prelude::*;
use text::Lang;
use text::screens::{login, shell};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlAnchorElement;

use crate::stage::{Stage, stage};

const KO: Lang = Lang::Ko;

/// A server with one provider, at which nobody is signed in.
#[derive(Clone, Default)]
struct Desk {
    /// How many calls of that path are still turned away because of a crowd.
    busy: Arc<Mutex<(&'static str, usize)>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Desk {
    fn busy(path: &'static str) -> Desk {
        let desk = Desk::default();
        *desk.busy.lock().unwrap() = (path, 1);
        desk
    }

    fn answer(&self, path: &str) -> Result<Vec<u8>, Kind> {
        self.asked.lock().unwrap().push(path.to_owned());
        let mut busy = self.busy.lock().unwrap();
        if busy.0 == path && busy.1 > 0 {
            busy.1 -= 1;
            return Err(Kind::Unavailable);
        }
        match path {
            "/auth/providers" => {
                let row = ProviderRow {
                    title: "Work".into(),
                    start: "/auth/oidc/work/start".into(),
                };
                let providers = vec![row];
                Ok(serde_json::to_vec(&Providers { providers }).unwrap())
            }
            "/auth/invitation" => Ok(serde_json::to_vec(&Invited {
                name: "김하린".into(),
                organisation: String::new(),
                duty: Duty::Applicant,
                expires_at: Time::from_millis(1_900_000_000_000),
            })
            .unwrap()),
            "/auth/personas" => Err(Kind::NotFound),
            _ => Err(Kind::SignIn),
        }
    }

    /// The whole console over it, at that address.
    fn open(&self, address: &str) -> Stage {
        let history = window().history().unwrap();
        history
            .replace_state_with_url(&JsValue::NULL, "", Some(address))
            .unwrap();
        let transport: Arc<dyn Transport> = Arc::new(self.clone());
        stage(move || view! { <App transport/> })
    }
}

impl Transport for Desk {
    fn send(&self, request: Request) -> Local<Result<Reply, Unreachable>> {
        let (status, body) = match self.answer(&request.path) {
            Ok(body) => (200, body),
            Err(kind) => {
                let error = kind.into_error(String::new(), "rq_1".into());
                (error.status, serde_json::to_vec(&error).unwrap())
            }
        };
        let reply = Reply {
            status,
            version: None,
            replayed: false,
            retry_after_s: None,
            body,
        };
        Box::pin(async move { Ok(reply) })
    }
}

/// Where the link to the provider leads, once there is one.
async fn way(stage: &Stage) -> String {
    let link: HtmlAnchorElement = stage.wait_for("a[rel=external]").await;
    link.get_attribute("href").unwrap()
}

#[wasm_bindgen_test]
async fn a_list_of_providers_that_does_not_come_is_no_missing_configuration() {
    let stage = Desk::busy("/auth/providers").open("/login");
    stage.says(shell::retry_button(KO)).await;
    assert!(!stage.text().contains(login::not_set_up_title(KO)));
    stage.press(shell::retry_button(KO));
    assert_eq!(way(&stage).await, "/auth/oidc/work/start?back=%2F");
}

#[wasm_bindgen_test]
async fn nobody_goes_on_before_their_invitation_is_known_and_the_address_forgets_it() {
    let desk = Desk::busy("/auth/invitation");
    let stage = desk.open("/login#invite=t0ken");
    stage.says(shell::retry_button(KO)).await;
    assert!(stage.all::<HtmlAnchorElement>("a[rel=external]").is_empty());
    let is_there = || window().location().href().unwrap().contains("t0ken");
    assert!(is_there(), "it is still needed");
    stage.press(shell::retry_button(KO));
    assert_eq!(way(&stage).await, "/auth/oidc/work/start?back=%2F");
    stage.says(login::invited_title(KO)).await;
    assert!(!is_there());
    let asked = desk.asked.lock().unwrap();
    let invitations = asked.iter().filter(|path| *path == "/auth/invitation");
    assert_eq!(invitations.count(), 2);
}

#[wasm_bindgen_test]
async fn one_comes_back_to_the_very_place_and_with_another_account_where_one_is_needed() {
    for (address, href) in [
        (
            "/apps?q=a#found",
            "/auth/oidc/work/start?back=%2Fapps%3Fq%3Da%23found",
        ),
        (
            "/login?error=unknown_account&back=%2Fapps",
            "/auth/oidc/work/start?back=%2Fapps&other=1",
        ),
        (
            "/login?error=cancelled&back=%2Fapps",
            "/auth/oidc/work/start?back=%2Fapps&other=1",
        ),
    ] {
        let stage = Desk::default().open(address);
        assert_eq!(way(&stage).await, href, "{address}");
    }
}
