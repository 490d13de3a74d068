//! What a shared link shows is the same screen in every situation, and holds nothing else of the application.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use domain::application::Document;
use domain::consent_screen::{Situation, outcome};
use domain::share::shown;

fn complete() -> Document {
    serde_json::from_str(include_str!("../../../examples/complete.json")).unwrap()
}

#[test]
fn a_shared_screen_is_the_same_in_every_situation() {
    let mut unlinked = complete();
    unlinked.channels.clear();
    let mut unnamed = complete();
    unnamed.form.channel = None;
    for document in [complete(), unlinked, unnamed, shown(&complete())] {
        let shared = shown(&document);
        for situation in Situation::ALL {
            let [mut ours, mut theirs] =
                [&document, &shared].map(|one| outcome(one, &situation.facts(one)));
            // Channels have other identifiers there, and nothing on the screen says them.
            ours.keys.clear();
            theirs.keys.clear();
            for one in [&mut ours, &mut theirs] {
                if let Some(request) = &mut one.would_ask {
                    request.channels.clear();
                }
            }
            assert_eq!(ours, theirs, "{situation:?}");
        }
    }
}

#[test]
fn nothing_but_what_the_screen_is_made_of_is_in_it() {
    let document = complete();
    let shared = serde_json::to_string(&shown(&document)).unwrap();
    let mut secrets: Vec<String> = Vec::new();
    for (_, asked) in document.form.used() {
        secrets.extend([
            asked.purpose.clone(),
            asked.justification.clone(),
            asked.used_where.clone(),
        ]);
    }
    for business in document.app.business.iter().chain(
        document
            .channels
            .iter()
            .filter_map(|one| one.business.as_ref()),
    ) {
        secrets.extend([
            business.number.clone(),
            business.trade_name.clone(),
            business.representative.clone(),
        ]);
    }
    secrets.extend(
        document
            .channels
            .iter()
            .map(|one| format!("\"{}\"", one.id)),
    );
    secrets.extend(
        document
            .form
            .evidence
            .iter()
            .flat_map(|file| [file.id.to_string(), file.name.clone()]),
    );
    secrets.extend(document.form.login.redirect_uris.iter().cloned());
    secrets.extend([
        document.form.service.withdrawal.clone(),
        document.form.signup.url.clone(),
    ]);
    let public = [document.app.name.as_str(), document.app.company.as_str()];
    secrets.retain(|secret| {
        !secret.is_empty() && !public.iter().any(|public| public.contains(secret.as_str()))
    });
    assert!(secrets.len() > 10, "{secrets:?}");
    for secret in secrets {
        let written = serde_json::to_string(&secret).unwrap();
        assert!(
            !shared.contains(written.trim_matches('"')),
            "{secret} in {shared}"
        );
    }
}
