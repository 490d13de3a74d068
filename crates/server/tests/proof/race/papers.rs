//! Races over one application: its start, its draft, its submission, its review.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{AGAIN, Race, done, together};
use crate::asking::{Ask, Heard};
use crate::town::{self, EDITOR, OWNER, REVIEWERS};

impl Race {
    /// Six start an application with two keys between them; its identifier.
    pub(super) async fn starts(self: Arc<Self>) -> String {
        let app = town::app_id(self.brand);
        let keys = [self.key(), self.key()];
        let starts = (0..6).map(|n| {
            let (race, key, app) = (self.clone(), keys[n % 2].clone(), app.clone());
            async move {
                let ask = Ask::new("application_create", &[]).body(&json!({ "app": app }));
                race.ask(EDITOR, &ask.key(key)).await
            }
        });
        let heard = together(starts.collect()).await;
        let id = |one: &Heard| one.json()["application"]["id"].as_str().map(str::to_owned);
        let ids: BTreeSet<_> = heard.iter().map(id).collect();
        self.expect(
            ids.len() == 1 && !ids.contains(&None),
            "applications that were started",
            &ids,
        );
        let all = self.place.store.applications_of(&[app]).await.unwrap();
        all[0].id.to_string()
    }

    /// Eight add a letter to the same text, three times each: as many letters as acknowledgements. A draft has no key: who had to ask again
    /// and then hears that somebody was faster may have been that themselves.
    pub(super) async fn drafts(self: Arc<Self>, application: &str) {
        let writers = (0..8).map(|_| {
            let (race, id) = (self.clone(), application.to_owned());
            async move {
                let (mut acknowledged, mut unknown) = (0, 0);
                for _ in 0..3 {
                    let read = race.ask(EDITOR, &Ask::new("application_get", &[&id])).await;
                    let name = read.json()["application"]["form"]["service"]["name"].clone();
                    let text = name.as_str().unwrap_or_default().replace("한마을 ", "");
                    let form = town::form(race.brand, &format!("{text}x"));
                    let save = Ask::new("application_save", &[&id]).body(&form);
                    let save = save.version(read.version.unwrap());
                    let (heard, again) = race.insist(OWNER, &save).await;
                    race.expect(
                        matches!(heard.status, 200 | 412),
                        "draft was answered with",
                        heard.status,
                    );
                    acknowledged += usize::from(heard.is_ok());
                    unknown += usize::from(again && heard.status == 412);
                }
                (acknowledged, unknown)
            }
        });
        let told = together(writers.collect()).await;
        let (acknowledged, unknown): (Vec<usize>, Vec<usize>) = told.into_iter().unzip();
        let least: usize = acknowledged.iter().sum();
        let most = least + unknown.iter().sum::<usize>();
        let read = self
            .ask(EDITOR, &Ask::new("application_get", &[application]))
            .await;
        let name = read.json()["application"]["form"]["service"]["name"].clone();
        let letters = name.as_str().unwrap_or_default().matches('x').count();
        self.expect(
            (least..=most).contains(&letters),
            "draft: letters and acknowledgements",
            (letters, least, most),
        );
    }

    /// Six tabs submit the same version, two of them with the same key.
    pub(super) async fn submits(self: Arc<Self>, application: &str) {
        let read = self
            .ask(EDITOR, &Ask::new("application_get", &[application]))
            .await;
        let same = self.key();
        let tabs = (0..6).map(|n| {
            let key = if n < 2 { same.clone() } else { self.key() };
            let ask = Ask::new("application_submit", &[application]);
            let ask = ask.version(read.version.unwrap());
            let race = self.clone();
            async move { race.keyed(EDITOR, ask, key).await }
        });
        let heard = together(tabs.collect()).await;
        let words: Vec<String> = heard.iter().map(|(_, one)| one.words()).collect();
        self.expect(done(&heard) == 1, "submitted once", words);
        let kept = self.kept(application).await;
        self.expect(
            kept.rounds.len() == 1,
            "submitted rounds",
            kept.rounds.len(),
        );
    }

    /// Both reviewers open and decide with words of their own, each from two windows: one decision, that of whom was told so.
    pub(super) async fn reviews(self: Arc<Self>, application: &str) {
        let windows = (0..4).map(|n| {
            let (race, id) = (self.clone(), application.to_owned());
            async move { race.review(&id, REVIEWERS[n % 2], &format!("창 {n}")).await }
        });
        let words = together(windows.collect()).await;
        let told: Vec<String> = words.into_iter().flatten().collect();
        let kept = self.kept(application).await;
        let decision = kept.rounds.last().and_then(|round| round.decision.clone());
        let kept: Vec<String> = decision.into_iter().map(|one| one.words).collect();
        self.expect(
            told == kept && kept.len() == 1,
            "review: told and kept",
            (told, kept),
        );
    }

    async fn kept(&self, application: &str) -> domain::application::Application {
        let id = application.parse().unwrap();
        self.place.store.application(&id).await.unwrap().unwrap()
    }

    /// The words of the decision, when it was taken.
    async fn review(&self, id: &str, who: usize, words: &str) -> Option<String> {
        for _ in 0..AGAIN {
            let read = self.ask(who, &Ask::new("review_get", &[id])).await;
            let version = read.version?;
            let round = read.json()["application"]["rounds"][0].clone();
            if !round["decision"].is_null() {
                return None;
            }
            let (name, body) = if round["opened"].is_null() {
                ("review_open", Vec::new())
            } else {
                let items = round["covers"].as_array().cloned().unwrap_or_default();
                let verdict = json!({ "verdict": "approve", "reason": null, "words": "" });
                let verdicts = items.iter().filter_map(Value::as_str);
                let verdicts = verdicts.map(|item| (item.to_owned(), verdict.clone()));
                let verdicts: serde_json::Map<String, Value> = verdicts.collect();
                let body = json!({ "verdicts": verdicts, "words": words });
                ("review_decide", serde_json::to_vec(&body).unwrap())
            };
            let ask = Ask {
                body,
                ..Ask::new(name, &[id])
            };
            let heard = self.ask(who, &ask.version(version).key(self.key())).await;
            match (heard.status, name) {
                (200, "review_decide") => return Some(words.to_owned()),
                (200 | 409 | 412, _) => {}
                _ => self.expect(false, "answer to a review", heard.words()),
            }
        }
        None
    }
}
