//! Bringing in the channels and apps that a file lists: all of it or nothing, and the same file twice changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use domain::app::App;
use domain::directory::{Directory, Fault, ListedApp, ListedChannel};
use domain::id::{AppId, ChannelId, UserId};
use domain::role::{AppRole, ChannelRole};

use crate::ports::Ids;
use crate::store::{Change, Down, Expect, Read, Store};

/// Apps that are looked through together.
const PAGE: usize = 500;

/// What the file changes. Each step is one channel or app, with its people when it is new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What it relies on.
    pub expect: Vec<Expect>,
    /// The changes, those of one channel or app together.
    pub steps: Vec<Vec<Change>>,
    /// Channels and apps that are new.
    pub added: usize,
    /// Those of which some fact is another one now.
    pub changed: usize,
    /// Those that are just as listed.
    pub same: usize,
}

/// What the file would change; or, by their places in it, the people whom it names and who are not here.
///
/// The file itself is sound: [`domain::directory::faults`].
///
/// # Errors
/// When the store does not answer.
pub async fn plan(
    store: &dyn Store,
    ids: &dyn Ids,
    directory: &Directory,
) -> Read<Result<Plan, Vec<(String, Fault)>>> {
    let here = people(store, directory).await?;
    let missing = strangers(directory, &here);
    if !missing.is_empty() {
        return Ok(Err(missing));
    }
    let accounts = here
        .into_iter()
        .map(|(user, version)| Expect::Account(user, version));
    let mut plan = Plan {
        expect: accounts.collect(),
        ..Plan::default()
    };
    for listed in &directory.channels {
        channel(store, ids, listed, &mut plan).await?;
    }
    let apps = apps(store, directory).await?;
    for listed in &directory.apps {
        app(ids, apps.get(&listed.number), listed, &mut plan)?;
    }
    Ok(Ok(plan))
}

/// Of the people whom the file names, those with an open account, and its version.
async fn people(store: &dyn Store, directory: &Directory) -> Read<BTreeMap<UserId, u64>> {
    let named: BTreeSet<&UserId> = named(directory).map(|(_, user)| user).collect();
    let mut here = BTreeMap::new();
    for user in named {
        let account = store.account(user).await?;
        if let Some(account) = account.filter(|account| account.disabled_at.is_none()) {
            here.insert(user.clone(), account.version);
        }
    }
    Ok(here)
}

fn strangers(directory: &Directory, here: &BTreeMap<UserId, u64>) -> Vec<(String, Fault)> {
    named(directory)
        .filter(|(_, user)| !here.contains_key(*user))
        .map(|(place, _)| (place, Fault::Person))
        .collect()
}

/// Everybody whom the file names, with the place in it.
fn named(directory: &Directory) -> impl Iterator<Item = (String, &UserId)> {
    let channels = directory.channels.iter().enumerate().flat_map(|(at, one)| {
        let managers = one.managers.iter();
        let managers = managers.map(move |user| (format!("channels[{at}].managers"), user));
        std::iter::once((format!("channels[{at}].master"), &one.master)).chain(managers)
    });
    let apps = directory.apps.iter().enumerate().flat_map(|(at, one)| {
        let editors = one.editors.iter();
        let editors = editors.map(move |user| (format!("apps[{at}].editors"), user));
        std::iter::once((format!("apps[{at}].owner"), &one.owner)).chain(editors)
    });
    channels.chain(apps)
}

async fn channel(
    store: &dyn Store,
    ids: &dyn Ids,
    listed: &ListedChannel,
    plan: &mut Plan,
) -> Read<()> {
    let Some(old) = store.channel_by_search_id(&listed.search_id).await? else {
        let id = ChannelId::parse(&ids.id("ch")).map_err(|bad| Down(bad.to_string()))?;
        let mut changes = vec![Change::PutChannel(listed.channel(id.clone(), 1))];
        let role = |user: &UserId, role| Change::SetChannelRole(user.clone(), id.clone(), role);
        changes.push(role(&listed.master, ChannelRole::Master));
        changes.extend(
            listed
                .managers
                .iter()
                .map(|m| role(m, ChannelRole::Manager)),
        );
        plan.steps.push(changes);
        plan.added += 1;
        return Ok(());
    };
    let new = listed.channel(old.id.clone(), old.version + 1);
    if listed.channel(old.id.clone(), old.version) == old {
        plan.same += 1;
    } else {
        plan.expect.push(Expect::Channel(old.id, old.version));
        plan.steps.push(vec![Change::PutChannel(new)]);
        plan.changed += 1;
    }
    Ok(())
}

fn app(ids: &dyn Ids, old: Option<&App>, listed: &ListedApp, plan: &mut Plan) -> Read<()> {
    let Some(old) = old else {
        let id = AppId::parse(&ids.id("app")).map_err(|bad| Down(bad.to_string()))?;
        let mut changes = vec![Change::PutApp(listed.app(id.clone(), 1))];
        let role = |user: &UserId, role| Change::SetAppRole(user.clone(), id.clone(), role);
        changes.push(role(&listed.owner, AppRole::Owner));
        changes.extend(listed.editors.iter().map(|e| role(e, AppRole::Editor)));
        plan.steps.push(changes);
        plan.added += 1;
        return Ok(());
    };
    if listed.app(old.id.clone(), old.version) == *old {
        plan.same += 1;
    } else {
        plan.expect.push(Expect::App(old.id.clone(), old.version));
        let new = listed.app(old.id.clone(), old.version + 1);
        plan.steps.push(vec![Change::PutApp(new)]);
        plan.changed += 1;
    }
    Ok(())
}

/// The apps that are here already, by number, as far as the file lists them.
async fn apps(store: &dyn Store, directory: &Directory) -> Read<BTreeMap<u64, App>> {
    let listed: BTreeSet<u64> = directory.apps.iter().map(|one| one.number).collect();
    let (mut found, mut after) = (BTreeMap::new(), None);
    loop {
        let page = store.apps_after(after.as_ref(), PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(found);
        };
        after = Some(last.id.clone());
        let wanted = page.into_iter().filter(|app| listed.contains(&app.number));
        found.extend(wanted.map(|app| (app.number, app)));
    }
}
