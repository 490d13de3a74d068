//! The demo: a store in memory, made-up data, and the real router called as a function. No rule lives here.

pub mod memory;
pub mod seeds;
mod sentinel;
mod transport;

use std::sync::Arc;

use backend::Backend;
use backend::fixed::AsTheyAre;
pub use backend::fixed::{CountingIds, FixedClock};
pub use backend::ports::{Clock, Ids};
pub use memory::Memory;
pub use transport::{MARKER, Transport};

/// The whole product in one value: the router over demo data in memory. Nobody is signed in yet.
pub fn demo(clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Transport {
    // A test holds that the data load; if they ever did not, an empty demo would still tell of itself.
    let store = Memory::seeded(seeds::demo(clock.now()), seeds::PICTURE).unwrap_or_default();
    let backend = Backend {
        store: Arc::new(store),
        clock,
        ids,
        cleaner: Arc::new(AsTheyAre),
        demo: Some(seeds::identities()),
        doors: Arc::default(),
    };
    Transport::new(backend::router(backend))
}
