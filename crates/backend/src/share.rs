//! Links that show a consent screen to whoever holds them: made and taken back by editors, opened by anybody.

use contract::body::{NewShare, Share, SharedScreen, Shares};
use contract::endpoint::{ShareCreate, ShareList, ShareOpen, ShareRevoke};
use contract::error::{FieldFault, Kind};
use domain::application::WhyNot;
use domain::id::{ShareId, ShareToken};
use domain::share::{DAYS, KEPT_MAX, OPEN_MAX, end, shown};
use domain::time::Time;

use crate::fault::Fault;
use crate::http::{ATTEMPTS, Call, Done, OpenCall, Undone, ended, hash};
use crate::me::Names;
use crate::scene::Scene;
use crate::store::{Batch, Change, CommitError, Expect, ShareRecord};

pub(crate) async fn share_create(call: Call<ShareCreate>) -> Result<Done, Fault> {
    let token = ShareToken::parse(&call.backend.ids.id("see")).map_err(Fault::internal)?;
    // Whoever is overtaken looks again whether there is room. Each time somebody else took a place or changed a role, so it ends.
    for _ in 0..=OPEN_MAX {
        if let Some(end) = ended(create(&call, &token).await) {
            return end;
        }
    }
    Err(CommitError::Stale.into())
}

async fn create(call: &Call<ShareCreate>, token: &ShareToken) -> Result<Done, Undone> {
    let backend = &call.backend;
    let scene = Scene::read(call).await?;
    if !DAYS.contains(&call.body.days) {
        return Err(Fault::field("days", FieldFault::Unknown).into());
    }
    let now = backend.clock.now();
    let record = ShareRecord {
        id: ShareId::parse(&backend.ids.id("sh")).map_err(Fault::internal)?,
        application: scene.application.id.clone(),
        token_hash: hash(&[token.as_str().as_bytes()]),
        by: call.caller.id.clone(),
        made_at: now,
        expires_at: now.plus_days(call.body.days.into()),
        revoked_at: None,
        document: shown(&scene.document(backend).await?),
    };
    let told = |token| NewShare {
        share: share(record.clone(), call.caller.name.clone()),
        token,
    };
    let there = backend.store.shares(&record.application).await;
    let there = there.map_err(Fault::from)?;
    let gone = giving_way(&there, now)?;
    let ids = there.iter().map(|one| one.id.clone()).collect();
    let there = Expect::Shares(record.application.clone(), ids);
    let batch = Batch {
        expect: scene.relied_on().into_iter().chain([there]).collect(),
        changes: gone
            .map(|one| Change::DeleteShare(one.id.clone()))
            .into_iter()
            .chain([Change::PutShare(Box::new(record.clone()))])
            .collect(),
        ..Batch::default()
    };
    // The token leaves the house once: what is kept for a repetition is without it.
    call.commit_secret(batch, &told(Some(token.clone())), &told(None))
        .await
}

/// The ended link that is forgotten for a new one; none as long as there is room.
fn giving_way(there: &[ShareRecord], now: Time) -> Result<Option<&ShareRecord>, Fault> {
    let is_open = |one: &ShareRecord| end(one.expires_at, one.revoked_at, now).is_none();
    if there.iter().filter(|one| is_open(one)).count() >= OPEN_MAX {
        return Err(WhyNot::EnoughShares.into());
    }
    if there.len() < KEPT_MAX {
        return Ok(None);
    }
    Ok(there.iter().rev().find(|one| !is_open(one)))
}

pub(crate) async fn share_list(call: Call<ShareList>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let scene = Scene::read(&call).await?;
    let records = backend.store.shares(&scene.application.id).await?;
    let names = Names::of(backend, records.iter().map(|one| &one.by)).await?;
    let shares = records.into_iter().map(|one| {
        let by = names.get(&one.by);
        share(one, by)
    });
    let shares = shares.collect();
    call.reply(&Shares { shares }, 0)
}

pub(crate) async fn share_revoke(call: Call<ShareRevoke>) -> Result<Done, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(revoke(&call).await) {
            return end;
        }
    }
    Err(CommitError::Stale.into())
}

async fn revoke(call: &Call<ShareRevoke>) -> Result<Done, Undone> {
    let backend = &call.backend;
    let id: ShareId = call.id(1)?;
    let scene = Scene::read(call).await?;
    let records = backend.store.shares(&scene.application.id).await;
    let mut records = records.map_err(Fault::from)?.into_iter();
    let record = records.find(|one| one.id == id);
    let mut record = record.ok_or_else(Fault::not_found)?;
    let now = backend.clock.now();
    if end(record.expires_at, record.revoked_at, now).is_some() {
        // It has ended already, and stays as it ended.
        return Ok(Done::json(&(), 0)?);
    }
    record.revoked_at = Some(now);
    let batch = Batch {
        // Whoever ended it first has ended it, and one that has made room for another does not come back.
        expect: vec![
            Expect::App(scene.app.id, scene.app.version),
            Expect::OpenShare(record.id.clone()),
        ],
        changes: vec![Change::PutShare(Box::new(record))],
        ..Batch::default()
    };
    call.commit(batch, &(), 0).await
}

pub(crate) async fn share_open(call: OpenCall<ShareOpen>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let token: ShareToken = call.id(0)?;
    // Looked up by its hash: how long that takes says nothing about the token.
    let hash = hash(&[token.as_str().as_bytes()]);
    let record = backend.store.share_by_token(&hash).await?;
    let record = record.ok_or_else(Fault::not_found)?;
    if let Some((end, ended_at)) = end(record.expires_at, record.revoked_at, backend.clock.now()) {
        return Err(Fault::new(Kind::Ended { end, ended_at }));
    }
    let screen = SharedScreen {
        document: record.document,
        shared_at: record.made_at,
        expires_at: record.expires_at,
    };
    Done::json(&screen, 0)
}

fn share(record: ShareRecord, by: String) -> Share {
    Share {
        id: record.id,
        by,
        made_at: record.made_at,
        expires_at: record.expires_at,
        revoked_at: record.revoked_at,
    }
}
