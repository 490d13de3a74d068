//! Looks through everything that a store keeps, by the rules of `domain::invariants`: after a race, after a crash, after a restore.

use domain::app::App;
use domain::application::Application;
use domain::id::{AppId, ChannelId, EvidenceId};
use domain::invariants::{Violation, drifted, of_app, of_application, of_channel, of_owners};
use domain::role::{AppRole, ChannelRole};
use domain::share;

use crate::http::hash;
use crate::store::{Outline, Read, Store};

/// Apps that are looked at together.
const PAGE: usize = 200;

/// What was looked at, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// Channels.
    pub channels: usize,
    /// Apps.
    pub apps: usize,
    /// Links.
    pub links: usize,
    /// Applications.
    pub applications: usize,
    /// Evidence files, each read whole.
    pub files: usize,
    /// What must never be so.
    pub violations: Vec<Violation>,
    /// Links whose sides no longer carry the same number. People are told; it is no violation.
    pub drifted: Vec<(AppId, ChannelId)>,
}

/// What must never be so, in all that is kept. Reads page by page; what is written meanwhile may be seen in part, so look when
/// nobody writes or look twice.
///
/// # Errors
/// When the store does not answer, or holds something that cannot be read at all.
pub async fn invariants(store: &dyn Store) -> Read<Looked> {
    let mut looked = Looked::default();
    channels(store, &mut looked).await?;
    let mut after: Option<AppId> = None;
    loop {
        let apps = store.apps_after(after.as_ref(), PAGE).await?;
        let Some(last) = apps.last() else {
            return Ok(looked);
        };
        after = Some(last.id.clone());
        page(store, &apps, &mut looked).await?;
    }
}

/// Every channel, linked or not: its roles.
async fn channels(store: &dyn Store, looked: &mut Looked) -> Read<()> {
    let mut after: Option<ChannelId> = None;
    loop {
        let channels = store.channels_after(after.as_ref(), PAGE).await?;
        let Some(last) = channels.last() else {
            return Ok(());
        };
        after = Some(last.id.clone());
        for channel in &channels {
            let members = store.channel_members(&channel.id).await?.into_iter();
            let masters = members.filter(|(_, role)| *role == ChannelRole::Master);
            let found = of_channel(&channel.id, masters.count());
            looked.violations.extend(found);
        }
        looked.channels += channels.len();
    }
}

async fn page(store: &dyn Store, apps: &[App], looked: &mut Looked) -> Read<()> {
    let ids: Vec<AppId> = apps.iter().map(|app| app.id.clone()).collect();
    let links = store.links_of_apps(&ids).await?;
    let applications = store.applications_of(&ids).await?;
    let outlines = store.outlines_of(&ids).await?;
    let mut linked: Vec<ChannelId> = links.iter().map(|link| link.channel.clone()).collect();
    linked.sort();
    linked.dedup();
    let channels = store.channels(&linked).await?;
    for app in apps {
        let links: Vec<_> = links.iter().filter(|l| l.app == app.id).cloned().collect();
        let of_links = |channel: &ChannelId| links.iter().any(|link| link.channel == *channel);
        let own: Vec<_> = channels
            .iter()
            .filter(|c| of_links(&c.id))
            .cloned()
            .collect();
        let count = applications.iter().filter(|one| one.app == app.id).count();
        looked.violations.extend(of_app(app, &links, &own, count));
        let members = store.app_members(&app.id).await?.into_iter();
        let owners = members.filter(|(_, role)| *role == AppRole::Owner);
        let found = of_owners(&app.id, owners.count());
        looked.violations.extend(found);
        looked.drifted.extend(drifted(app, &own));
    }
    looked.apps += apps.len();
    looked.links += links.len();
    for application in &applications {
        if !outlines.contains(&Outline::from(application)) {
            let found = Violation::Outline(application.id.clone());
            looked.violations.push(found);
        }
        one(store, application, looked).await?;
    }
    Ok(())
}

async fn one(store: &dyn Store, application: &Application, looked: &mut Looked) -> Read<()> {
    let files = store.files(&application.id).await?;
    let ids: Vec<EvidenceId> = files.iter().map(|file| file.id.clone()).collect();
    let found = &mut looked.violations;
    found.extend(of_application(application, &ids));
    for file in &files {
        let of = (application.id.clone(), file.id.clone());
        match store.file_bytes(&file.id).await? {
            None => found.push(Violation::FileMissing(of.0, of.1)),
            Some(bytes) if hash(&[&bytes]) != file.sha256 => {
                found.push(Violation::FileChanged(of.0, of.1));
            }
            Some(_) => {}
        }
    }
    let shares = store.shares(&application.id).await?.len();
    if shares > share::KEPT_MAX {
        found.push(Violation::Shares(application.id.clone(), shares));
    }
    looked.applications += 1;
    looked.files += files.len();
    Ok(())
}
