//! The memory store passes the suite of all stores, and the demo is what it says it is.

use std::sync::Arc;

use backend::conformance;
use backend::store::Store;
use contract::Client;
use contract::body::SignInBody;
use domain::id::UserId;
use domain::time::Time;
use futures_executor::block_on;
use mock::{CountingIds, FixedClock, Memory, seeds};

async fn empty() -> Arc<dyn Store> {
    Arc::new(Memory::default())
}

#[test]
fn the_memory_store_is_a_store() {
    block_on(conformance::run("memory", empty));
}

#[test]
fn the_memory_store_knows_who_comes_in() {
    block_on(conformance::entered(&empty));
}

#[test]
fn the_memory_store_keeps_the_record() {
    block_on(conformance::recorded(empty));
}

#[test]
fn everybody_in_the_demo_can_sign_in_and_look_around() {
    let now = Time::parse_rfc3339("2026-11-23T03:00:00Z").unwrap();
    let transport = mock::demo(
        Arc::new(FixedClock::new(now)),
        Arc::new(CountingIds::default()),
    );
    let client = Client::new(Arc::new(transport));
    let personas = block_on(client.persona_list()).unwrap().body.personas;
    let offered: Vec<&str> = personas.iter().map(|one| one.user.id.as_str()).collect();
    assert_eq!(offered, seeds::PERSONAS, "and nobody else is offered");
    for name in seeds::PERSONAS {
        let persona = UserId::parse(name).unwrap();
        block_on(client.sign_in(&SignInBody { persona })).unwrap();
        let me = block_on(client.me_get()).unwrap().body;
        assert_eq!(me.user.id.as_str(), name);
        block_on(client.home_get(&contract::query::HomeQuery::default())).unwrap();
        block_on(client.channel_list(&contract::query::ListQuery::default())).unwrap();
    }
}
