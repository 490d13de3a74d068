//! Applications, as applicants see them: start, save, submit, withdraw, export. `#8`, `#9`.

use std::collections::{BTreeMap, BTreeSet};

use contract::body::{ApplicationDetail, ApplicationRow, Applications};
use contract::endpoint::{
    ApplicationCreate, ApplicationExport, ApplicationGet, ApplicationList, ApplicationSave,
    ApplicationSubmit, ApplicationWithdraw, Endpoint,
};
use contract::error::{FieldFault, FieldProblem};
use domain::app::App;
use domain::application::{AppFacts, Application, ChannelFacts, Document, Format};
use domain::check::check;
use domain::eligibility;
use domain::evidence::FILES_MAX;
use domain::finding::{Code, blocks};
use domain::form::Form;
use domain::id::{AppId, ApplicationId, ChannelId, EvidenceId, UserId};
use domain::policy::Operation;
use domain::role::{AppRole, User};

use crate::Backend;
use crate::app::{linked_channels, own_apps, visible_app};
use crate::channel::choice;
use crate::evidence::files;
use crate::fault::Fault;
use crate::http::{Call, Done, Undone, excess};
use crate::me::Names;
use crate::store::{Batch, Change, Expect, FileRecord};

/// Most applications in a list.
const LISTED_MAX: usize = 200;

pub(crate) async fn application_list(call: Call<ApplicationList>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let apps = own_apps(backend, &call.caller, None).await?;
    let ids: Vec<AppId> = apps.iter().map(|(app, _)| app.id.clone()).collect();
    let mut applications = if ids.is_empty() {
        Vec::new()
    } else {
        backend.store.applications_of(&ids).await?
    };
    let startable = apps
        .iter()
        .filter(|(app, role)| eligibility::app(app, *role).is_empty())
        .filter(|(app, _)| applications.iter().all(|one| one.app != app.id))
        .map(|(app, _)| choice(app))
        .take(LISTED_MAX)
        .collect();
    applications.sort_by(|a, b| (b.changed_at, &b.id).cmp(&(a.changed_at, &a.id)));
    applications.truncate(LISTED_MAX);
    let apps: Vec<App> = apps.into_iter().map(|(app, _)| app).collect();
    let rows = application_rows(backend, &apps, &applications).await?;
    call.reply(&Applications { rows, startable }, 0)
}

pub(crate) async fn application_create(call: Call<ApplicationCreate>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let (operation, id) = (Operation::ApplicationCreate, &call.body.app);
    let (app, role) = visible_app(backend, &call.caller, operation, id).await?;
    let own = std::slice::from_ref(&app.id);
    // Twice at most: whoever loses the race for the first one finds it there.
    for _ in 0..2 {
        let existing = backend.store.applications_of(own).await?.into_iter().next();
        if let Some(existing) = existing {
            // Nothing is done, so a repetition needs no answer that is kept; one is as large as the application, and keys are free.
            let scene = Scene::of(existing, app, role);
            let version = scene.application.version;
            return call.reply(&scene.detail(backend, &call.caller).await?, version);
        }
        let id = ApplicationId::parse(&backend.ids.id("ap")).map_err(Fault::internal)?;
        let (by, now) = (call.caller.id.clone(), backend.clock.now());
        let new = Application::draft(id, app.id.clone(), by, now);
        let batch = Batch {
            expect: vec![Expect::NoApplication(app.id.clone())],
            changes: vec![Change::PutApplication(Box::new(new.clone()))],
            ..Batch::default()
        };
        let scene = Scene::of(new, app.clone(), role);
        let version = scene.application.version;
        let detail = scene.detail(backend, &call.caller).await?;
        match call.commit(batch, &detail, version).await {
            Err(Undone::LostRace) => {}
            Err(Undone::Fault(fault)) => return Err(fault),
            Ok(done) => return Ok(done),
        }
    }
    Err(Fault::internal(
        "an application could be neither started nor found",
    ))
}

pub(crate) async fn application_get(call: Call<ApplicationGet>) -> Result<Done, Fault> {
    let scene = Scene::read(&call).await?;
    let version = scene.application.version;
    let detail = scene.detail(&call.backend, &call.caller).await?;
    call.reply(&detail, version)
}

pub(crate) async fn application_export(call: Call<ApplicationExport>) -> Result<Done, Fault> {
    let (backend, caller) = (&call.backend, &call.caller);
    let scene = Scene::read(&call).await?;
    let mut document = document(backend, &scene.app, &scene.application.form).await?;
    cover(backend, caller, vec![&mut document]).await?;
    call.reply(&document, 0)
}

pub(crate) async fn application_save(call: Call<ApplicationSave>) -> Result<Done, Fault> {
    let mut scene = Scene::to_change(&call).await?;
    scene.application.can_edit()?;
    let mut problems = excess(&call.body);
    problems.extend(foreign_files(&call.backend, &scene.application, &call.body).await?);
    if !problems.is_empty() {
        return Err(Fault::invalid(problems));
    }
    let (by, now) = (call.caller.id.clone(), call.backend.clock.now());
    scene.application.edit(call.body.clone(), by, now)?;
    scene.commit(&call).await
}

pub(crate) async fn application_submit(call: Call<ApplicationSubmit>) -> Result<Done, Fault> {
    // Whoever adds or removes a file meanwhile does not change the version: it is looked at again. Nobody can do so for long.
    for _ in 0..=FILES_MAX {
        match submit(&call).await {
            Err(Undone::LostRace) => {}
            Err(Undone::Fault(fault)) => return Err(fault),
            Ok(done) => return Ok(done),
        }
    }
    Err(Fault::stale(call.version))
}

/// Submits what is there now, if it and its files still are when it is written.
async fn submit(call: &Call<ApplicationSubmit>) -> Result<Done, Undone> {
    let backend = &call.backend;
    let mut scene = Scene::to_change(call).await?;
    scene.application.can_submit().map_err(Fault::from)?;
    let there = backend.store.files(&scene.application.id).await;
    let there: BTreeSet<EvidenceId> = ids(there.map_err(Fault::from)?);
    let gone = gone_files(&scene.application.form, &there);
    if !gone.is_empty() {
        return Err(Fault::invalid(gone).into());
    }
    let now = backend.clock.now();
    let today = now.date_in_seoul();
    let mut document = document(backend, &scene.app, &scene.application.form).await?;
    // The document knows all about the app but its sanctions, which only the directory knows.
    let blocked = eligibility::app(&scene.app, scene.role);
    let blocked = blocked
        .into_iter()
        .filter(|finding| finding.code == Code::AppBlocked);
    let find = |document: &Document| {
        let found = check(document, Some(today)).into_iter();
        found.chain(blocked.clone()).collect::<Vec<_>>()
    };
    let findings = find(&document);
    if blocks(&findings) {
        // What is found is decided with everything, and told as the caller sees it.
        cover(backend, &call.caller, vec![&mut document]).await?;
        return Err(Fault::refused(find(&document)).into());
    }
    let receipt = if let Some(receipt) = &scene.application.receipt {
        receipt.clone()
    } else {
        let (year, ..) = today.ymd();
        let number = backend
            .store
            .next_number(&format!("receipt-{year}"))
            .await
            .map_err(Fault::from)?;
        format!("S-{year}-{number:06}")
    };
    let by = call.caller.id.clone();
    scene
        .application
        .submit(document, findings, || receipt, by, now)
        .map_err(Fault::from)?;
    let detail = scene.detail(backend, &call.caller).await?;
    let files = Expect::Files(scene.application.id.clone(), there);
    let version = scene.application.version;
    let mut batch = put(scene.read_version, scene.application);
    batch.expect.push(files);
    call.commit(batch, &detail, version).await
}

pub(crate) async fn application_withdraw(call: Call<ApplicationWithdraw>) -> Result<Done, Fault> {
    let mut scene = Scene::to_change(&call).await?;
    let (by, now) = (call.caller.id.clone(), call.backend.clock.now());
    scene.application.withdraw(by, now)?;
    scene.commit(&call).await
}

/// An application with its app, as somebody with a role on the app sees it.
pub(crate) struct Scene {
    pub(crate) application: Application,
    pub(crate) app: App,
    pub(crate) role: AppRole,
    /// The version before any change.
    read_version: u64,
}

impl Scene {
    fn of(application: Application, app: App, role: AppRole) -> Scene {
        Scene {
            read_version: application.version,
            application,
            app,
            role,
        }
    }

    /// The application that the path names first, for whoever has a role on its app that is enough for the endpoint.
    pub(crate) async fn read<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let (backend, id) = (&call.backend, call.id::<ApplicationId>(0)?);
        let application = backend.store.application(&id).await?;
        let application = application.ok_or_else(Fault::not_found)?;
        let (caller, app) = (&call.caller, &application.app);
        let (app, role) = visible_app(backend, caller, E::FACTS.operation, app).await?;
        Ok(Scene::of(application, app, role))
    }

    /// The same, with the version that the caller knows.
    async fn to_change<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let scene = Scene::read(call).await?;
        if scene.read_version == call.version {
            Ok(scene)
        } else {
            Err(Fault::stale(scene.read_version))
        }
    }

    /// The draft with everything the directories know. Nothing in it is covered.
    pub(crate) async fn document(&self, backend: &Backend) -> Result<Document, Fault> {
        document(backend, &self.app, &self.application.form).await
    }

    async fn commit<E: Endpoint<Reply = ApplicationDetail>>(
        self,
        call: &Call<E>,
    ) -> Result<Done, Fault> {
        let backend = &call.backend;
        let detail = self.detail(backend, &call.caller).await?;
        let batch = put(self.read_version, self.application.clone());
        match call.commit(batch, &detail, self.application.version).await {
            Ok(done) => Ok(done),
            Err(undone) => {
                let now = backend.store.application(&self.application.id).await?;
                Err(undone.or_stale(now.map_or(self.read_version, |now| now.version)))
            }
        }
    }

    async fn detail(&self, backend: &Backend, caller: &User) -> Result<ApplicationDetail, Fault> {
        let owners = backend
            .store
            .owners(std::slice::from_ref(&self.app.id))
            .await?;
        let mut application = self.application.clone();
        let mut document = document(backend, &self.app, &application.form).await?;
        let rounds = application.rounds.iter_mut();
        let mut documents: Vec<_> = rounds.map(|round| &mut round.document).collect();
        documents.push(&mut document);
        cover(backend, caller, documents).await?;
        Ok(ApplicationDetail {
            document,
            role: self.role,
            owner: owners
                .into_values()
                .next()
                .map(|user| user.name)
                .unwrap_or_default(),
            names: Names::of(backend, people(&application)).await?.0,
            files: files(backend, &application.id).await?,
            application,
        })
    }
}

/// The write that replaces an application, if it still has the version that was read.
pub(crate) fn put(read_version: u64, application: Application) -> Batch {
    Batch {
        expect: vec![Expect::Application(application.id.clone(), read_version)],
        changes: vec![Change::PutApplication(Box::new(application))],
        ..Batch::default()
    }
}

/// Everybody the history mentions.
pub(crate) fn people(application: &Application) -> impl Iterator<Item = &UserId> {
    let rounds = application.rounds.iter().flat_map(|round| {
        let opened = round.opened.as_ref().map(|opened| &opened.by);
        let decided = round.decision.as_ref().map(|decision| &decision.by);
        [Some(&round.submitted_by), opened, decided]
            .into_iter()
            .flatten()
    });
    std::iter::once(&application.changed_by).chain(rounds)
}

/// Applications as rows, in the order given. Those of apps that are not given are left out.
pub(crate) async fn application_rows(
    backend: &Backend,
    apps: &[App],
    applications: &[Application],
) -> Result<Vec<ApplicationRow>, Fault> {
    let names = Names::of(backend, applications.iter().map(|one| &one.changed_by)).await?;
    let rows = applications.iter().filter_map(|application| {
        let app = apps.iter().find(|app| app.id == application.app)?;
        Some(ApplicationRow {
            id: application.id.clone(),
            app: choice(app),
            status: application.status,
            receipt: application.receipt.clone(),
            items: application.form.used().count(),
            rounds: application.rounds.len(),
            changed_at: application.changed_at,
            changed_by: names.get(&application.changed_by),
        })
    });
    Ok(rows.collect())
}

/// A form with everything the directories know: what the check reads.
async fn document(backend: &Backend, app: &App, form: &Form) -> Result<Document, Fault> {
    let links = backend
        .store
        .links_of_apps(std::slice::from_ref(&app.id))
        .await?;
    let ids: Vec<ChannelId> = links.iter().map(|link| link.channel.clone()).collect();
    let channels = linked_channels(backend, &ids).await?;
    let facts = links.iter().filter_map(|link| {
        let channel = channels.iter().find(|channel| channel.id == link.channel)?;
        Some(ChannelFacts::of(channel, link.representative))
    });
    Ok(Document {
        format: Format::V1,
        goal: domain::application::Goal::Sync,
        app: AppFacts::from(app),
        channels: facts.collect(),
        form: form.clone(),
    })
}

/// Takes out of documents what the caller may not see of the channels in them.
async fn cover(
    backend: &Backend,
    caller: &User,
    documents: Vec<&mut Document>,
) -> Result<(), Fault> {
    let mut roles = BTreeMap::new();
    for document in documents {
        for channel in &mut document.channels {
            if !roles.contains_key(&channel.id) {
                let role = backend.store.channel_role(&caller.id, &channel.id).await?;
                roles.insert(channel.id.clone(), role);
            }
            let role = roles.get(&channel.id).copied().flatten();
            channel.cover(role, document.app.business.as_ref());
        }
    }
    Ok(())
}

/// Files that the form has come to name though they were not uploaded here. Those it named before may stay.
async fn foreign_files(
    backend: &Backend,
    application: &Application,
    form: &Form,
) -> Result<Vec<FieldProblem>, Fault> {
    let named = application.form.evidence.iter();
    let mut known: BTreeSet<EvidenceId> = named.map(|file| file.id.clone()).collect();
    if !gone_files(form, &known).is_empty() {
        known.extend(ids(backend.store.files(&application.id).await?));
    }
    Ok(gone_files(form, &known))
}

/// The files that a form names and that are not among those.
fn gone_files(form: &Form, known: &BTreeSet<EvidenceId>) -> Vec<FieldProblem> {
    let named = form.evidence.iter().enumerate();
    let gone = named.filter(|(_, file)| !known.contains(&file.id));
    gone.map(|(place, _)| FieldProblem {
        field: format!("evidence.{place}.id"),
        problem: FieldFault::Unknown,
    })
    .collect()
}

fn ids(files: Vec<FileRecord>) -> BTreeSet<EvidenceId> {
    files.into_iter().map(|file| file.id).collect()
}
