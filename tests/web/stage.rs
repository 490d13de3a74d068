//! A place in the page for one test, how to look at it, and how to act in it as a person does.

use std::any::Any;
use std::sync::Arc;

use console::app::App;
use console::transport;
use contract::body::SignInBody;
use contract::{Client, Transport};
use domain::id::UserId;
use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, NodeList};

/// After so many milliseconds what is waited for will not come any more.
const PATIENCE: f64 = 10_000.0;

/// Something mounted. Dropping it takes it out of the page.
pub struct Stage {
    root: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

/// Mounts a view into a fresh place at the end of the page.
pub fn stage<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Stage {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let mounted = mount_to(root.clone(), view);
    Stage {
        root,
        mounted: Some(Box::new(mounted)),
    }
}

/// A backend of its own, with one person signed in.
pub struct Backend {
    /// What carries the console's requests.
    pub transport: Arc<dyn Transport>,
    /// Calls it beside the console: somebody else, or whoever wants to know what it has.
    pub client: Client,
}

/// A fresh backend in the page, and nothing kept by the browser.
pub async fn backend(persona: &str) -> Backend {
    window().local_storage().unwrap().unwrap().clear().unwrap();
    let transport = transport::choose();
    let client = Client::new(transport.clone());
    let backend = Backend { transport, client };
    backend.sign_in(persona).await;
    backend
}

impl Backend {
    /// The same backend behind something that meddles with what the console sends; the client goes straight to it.
    pub fn behind(self, meddle: impl FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport>) -> Backend {
        Backend {
            transport: meddle(self.transport),
            client: self.client,
        }
    }

    /// Somebody signs in to the browser's session, as from another tab.
    pub async fn sign_in(&self, persona: &str) {
        let persona = UserId::parse(persona).unwrap();
        self.client.sign_in(&SignInBody { persona }).await.unwrap();
    }

    /// The whole console over it, at that address.
    pub fn open(&self, address: &str) -> Stage {
        let history = window().history().unwrap();
        history
            .replace_state_with_url(&JsValue::NULL, "", Some(address))
            .unwrap();
        let transport = self.transport.clone();
        stage(move || view! { <App transport/> })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.mounted.take();
        self.root.remove();
    }
}

impl Stage {
    /// All that matches a selector, in order.
    pub fn all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        list(&self.root.query_selector_all(selector).unwrap())
    }

    /// The first that matches a selector.
    pub fn one<T: JsCast>(&self, selector: &str) -> T {
        self.all(selector)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {selector} in: {}", self.text()))
    }

    /// Everything that is written here.
    pub fn text(&self) -> String {
        text_of(&self.root)
    }

    /// What people press that has this name.
    pub fn find_button(&self, name: &str) -> Option<HtmlElement> {
        self.all::<HtmlElement>("button, summary")
            .into_iter()
            .find(|button| text_of(button) == name)
    }

    /// Presses the button with this name.
    pub fn press(&self, name: &str) {
        self.find_button(name)
            .unwrap_or_else(|| panic!("no button {name:?} in: {}", self.text()))
            .click();
    }

    /// The control whose label begins with these words.
    pub fn find_field<T: JsCast>(&self, label: &str) -> Option<T> {
        let label = self
            .all::<Element>("label")
            .into_iter()
            .find(|one| text_of(one).starts_with(label))?;
        let id = label.get_attribute("for")?;
        document().get_element_by_id(&id)?.dyn_into().ok()
    }

    /// The control whose label begins with these words.
    pub fn field<T: JsCast>(&self, label: &str) -> T {
        self.find_field(label)
            .unwrap_or_else(|| panic!("no field {label:?} in: {}", self.text()))
    }

    /// Waits until these words stand here.
    pub async fn says(&self, words: &str) {
        until(
            words,
            || self.text().contains(words).then_some(()),
            || self.text(),
        )
        .await;
    }

    /// Waits for an element.
    pub async fn wait_for<T: JsCast>(&self, selector: &str) -> T {
        until(
            selector,
            || self.all(selector).into_iter().next(),
            || self.text(),
        )
        .await
    }
}

/// Goes to another screen, as going back in the browser does. Presses on links are not always heard where other consoles were in the page
/// before.
pub fn go(address: &str) {
    let history = window().history().unwrap();
    history
        .push_state_with_url(&JsValue::NULL, "", Some(address))
        .unwrap();
    let back = event("PopStateEvent", "popstate", &[]);
    window().dispatch_event(&back).unwrap();
}

/// The words of an element, with single spaces.
pub fn text_of(element: &Element) -> String {
    element
        .text_content()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn list<T: JsCast>(nodes: &NodeList) -> Vec<T> {
    (0..nodes.length())
        .filter_map(|n| nodes.item(n))
        .filter_map(|node| node.dyn_into().ok())
        .collect()
}

/// Looks at every frame until there is something, and gives up with what stands there instead.
pub async fn until<T>(what: &str, look: impl Fn() -> Option<T>, instead: impl Fn() -> String) -> T {
    let limit = Date::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(
            Date::now() < limit,
            "waited in vain for {what:?}; there is: {}",
            instead()
        );
        next_frame().await;
    }
}

/// The moment before the next frame is painted.
pub async fn next_frame() {
    let frame = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

/// Types a text into an input, replacing what stood there.
pub fn type_into(input: &HtmlInputElement, text: &str) {
    input.focus().unwrap();
    input.set_value(text);
    send(input, "InputEvent", "input", &[]);
}

/// Types a text into a text area, replacing what stood there.
pub fn type_into_area(area: &HtmlTextAreaElement, text: &str) {
    area.focus().unwrap();
    area.set_value(text);
    send(area, "InputEvent", "input", &[]);
}

/// Dispatches an event of that class which bubbles and can be cancelled. Says whether it went through uncancelled.
pub fn send(target: &Element, class: &str, name: &str, fields: &[(&str, JsValue)]) -> bool {
    target.dispatch_event(&event(class, name, fields)).unwrap()
}

/// An event of that class which bubbles and can be cancelled.
pub fn event(class: &str, name: &str, fields: &[(&str, JsValue)]) -> Event {
    let init = Object::new();
    let usual = [("bubbles", JsValue::TRUE), ("cancelable", JsValue::TRUE)];
    for (field, value) in usual.iter().chain(fields) {
        Reflect::set(&init, &JsValue::from_str(field), value).unwrap();
    }
    let class: Function = Reflect::get(&window(), &JsValue::from_str(class))
        .unwrap()
        .unchecked_into();
    Reflect::construct(&class, &Array::of2(&name.into(), &init))
        .unwrap()
        .unchecked_into()
}
