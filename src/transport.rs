//! Which backend the console talks to, where the console lives, and what happens when it crashes.

use std::sync::Arc;

use contract::Transport;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The transport of this build: the router inside the page, or HTTP.
pub fn choose() -> Arc<dyn Transport> {
    #[cfg(feature = "mock")]
    return Arc::new(mock::demo(
        Arc::new(page::PageClock),
        Arc::new(page::PageIds),
    ));
    #[cfg(not(feature = "mock"))]
    return Arc::new(crate::api::Fetch);
}

/// The path under which the console lives, as `boot.js` found it.
pub fn base() -> String {
    let desk = js_sys::Reflect::get(&window(), &"__syncdesk".into()).unwrap_or(JsValue::UNDEFINED);
    js_sys::Reflect::get(&desk, &"base".into())
        .ok()
        .and_then(|base| base.as_string())
        .unwrap_or_default()
}

/// A panic leaves a page that says so, with the details to copy and a way to go on.
pub fn report_crashes() {
    std::panic::set_hook(Box::new(|info| {
        let details = info.to_string();
        web_sys::console::error_1(&details.as_str().into());
        crate::layout::crash::show(&details);
    }));
}

/// Time and randomness of the page, for the backend inside it.
#[cfg(feature = "mock")]
mod page {
    use domain::time::Time;

    pub struct PageClock;

    impl mock::Clock for PageClock {
        fn now(&self) -> Time {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "milliseconds since 1970 fit for 285,000 years"
            )]
            Time::from_millis(js_sys::Date::now() as i64)
        }
    }

    pub struct PageIds;

    impl mock::Ids for PageIds {
        fn id(&self, prefix: &str) -> String {
            const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
            let mut bytes = [0_u8; 26];
            crate::random::fill(&mut bytes);
            let tail = bytes
                .iter()
                .filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
            format!(
                "{prefix}_{}",
                tail.map(|letter| char::from(*letter)).collect::<String>()
            )
        }

        fn token(&self) -> String {
            crate::random::hex(32)
        }
    }
}
