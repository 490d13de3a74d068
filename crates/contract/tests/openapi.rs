//! The committed API document says what the code does.
#![cfg(feature = "schema")]

use contract::ENDPOINTS;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");

/// Set `SYNCDESK_WRITE=1` to write the document instead of comparing it.
#[test]
fn the_committed_api_document_is_fresh() {
    let fresh = contract::openapi::document();
    if std::env::var_os("SYNCDESK_WRITE").is_some() {
        std::fs::write(PATH, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        committed == fresh,
        "docs/openapi.json is stale: run `cargo xtask openapi`"
    );
}

#[test]
fn every_endpoint_is_in_the_document_once() {
    let document: serde_json::Value = serde_json::from_str(&contract::openapi::document()).unwrap();
    for facts in ENDPOINTS {
        let method = facts.method.word().to_lowercase();
        assert_eq!(
            document["paths"][facts.path][method]["operationId"],
            facts.name
        );
    }
}
