//! Applications, as applicants see them: start, save, submit, withdraw, export. `#8`, `#9`.

use std::collections::BTreeSet;

use contract::body::{ApplicationRow, Applications};
use contract::endpoint::{
    ApplicationCreate, ApplicationExport, ApplicationGet, ApplicationList, ApplicationSave,
    ApplicationSubmit, ApplicationWithdraw,
};
use contract::error::{FieldFault, FieldProblem};
use domain::app::App;
use domain::application::{Application, Document};
use domain::check::check;
use domain::eligibility;
use domain::evidence::FILES_MAX;
use domain::finding::{Code, blocks};
use domain::form::Form;
use domain::id::{AppId, ApplicationId, EvidenceId, UserId};
use domain::policy::Operation;

use crate::Backend;
use crate::app::{own_apps, visible_app};
use crate::channel::choice;
use crate::fault::Fault;
use crate::http::{ATTEMPTS, Call, Done, Undone, ended, excess};
use crate::me::Names;
use crate::scene::{Scene, cover, document};
use crate::store::{Batch, Change, Expect, FileRecord, Outline};

/// Most applications in a list.
const LISTED_MAX: usize = 200;

pub(crate) async fn application_list(call: Call<ApplicationList>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let apps = own_apps(backend, &call.caller, None).await?;
    let ids: Vec<AppId> = apps.iter().map(|(app, _)| app.id.clone()).collect();
    let mut outlines = if ids.is_empty() {
        Vec::new()
    } else {
        backend.store.outlines_of(&ids).await?
    };
    let startable = apps
        .iter()
        .filter(|(app, role)| eligibility::app(app, *role).is_empty())
        .filter(|(app, _)| outlines.iter().all(|one| one.app != app.id))
        .map(|(app, _)| choice(app))
        .take(LISTED_MAX)
        .collect();
    outlines.sort_by(|a, b| (b.changed_at, &b.id).cmp(&(a.changed_at, &a.id)));
    outlines.truncate(LISTED_MAX);
    let apps: Vec<App> = apps.into_iter().map(|(app, _)| app).collect();
    let rows = application_rows(backend, &apps, &outlines).await?;
    call.reply(&Applications { rows, startable }, 0)
}

pub(crate) async fn application_create(call: Call<ApplicationCreate>) -> Result<Done, Fault> {
    // Whoever loses the race for the first one finds it there.
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(create(&call).await) {
            return end;
        }
    }
    Err(Fault::internal(
        "an application could be neither started nor found",
    ))
}

async fn create(call: &Call<ApplicationCreate>) -> Result<Done, Undone> {
    let backend = &call.backend;
    let (operation, id) = (Operation::ApplicationCreate, &call.body.app);
    let (app, role) = visible_app(backend, &call.caller, operation, id).await?;
    let own = std::slice::from_ref(&app.id);
    let existing = backend.store.applications_of(own).await;
    if let Some(existing) = existing.map_err(Fault::from)?.into_iter().next() {
        // Nothing is done, so a repetition needs no answer that is kept; one is as large as the application, and keys are free.
        let scene = Scene::of(existing, app, role);
        let version = scene.application.version;
        let detail = scene.detail(backend, &call.caller).await?;
        return Ok(call.reply(&detail, version)?);
    }
    let id = ApplicationId::parse(&backend.ids.id("ap")).map_err(Fault::internal)?;
    let (by, now) = (call.caller.id.clone(), backend.clock.now());
    let new = Application::draft(id, app.id.clone(), by, now);
    let batch = Batch {
        expect: vec![
            Expect::App(app.id.clone(), app.version),
            Expect::NoApplication(app.id.clone()),
        ],
        changes: vec![Change::PutApplication(Box::new(new.clone()))],
        ..Batch::default()
    };
    let scene = Scene::of(new, app, role);
    let version = scene.application.version;
    let detail = scene.detail(backend, &call.caller).await?;
    call.commit(batch, &detail, version).await
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
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(save(&call).await) {
            return end;
        }
    }
    Err(Fault::stale(call.version))
}

async fn save(call: &Call<ApplicationSave>) -> Result<Done, Undone> {
    let mut scene = Scene::to_change(call).await?;
    scene.application.can_edit().map_err(Fault::from)?;
    let mut problems = excess(&call.body);
    problems.extend(foreign_files(&call.backend, &scene.application, &call.body).await?);
    if !problems.is_empty() {
        return Err(Fault::invalid(problems).into());
    }
    let (by, now) = (call.caller.id.clone(), call.backend.clock.now());
    let edited = scene.application.edit(call.body.clone(), by, now);
    edited.map_err(Fault::from)?;
    scene.commit(call, None).await
}

pub(crate) async fn application_submit(call: Call<ApplicationSubmit>) -> Result<Done, Fault> {
    // Whoever adds or removes a file meanwhile does not change the version: it is looked at again. Nobody can do so for long.
    for _ in 0..=FILES_MAX {
        if let Some(end) = ended(submit(&call).await) {
            return end;
        }
    }
    Err(Fault::stale(call.version))
}

/// Submits what is there now, if it, its links and its files still are when it is written.
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
    let bytes = serde_json::to_vec(&scene.application).map_err(Fault::internal)?;
    scene.application.fits(bytes.len()).map_err(Fault::from)?;
    let files = Expect::Files(scene.application.id.clone(), there);
    scene.commit(call, Some(files)).await
}

pub(crate) async fn application_withdraw(call: Call<ApplicationWithdraw>) -> Result<Done, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(withdraw(&call).await) {
            return end;
        }
    }
    Err(Fault::stale(call.version))
}

async fn withdraw(call: &Call<ApplicationWithdraw>) -> Result<Done, Undone> {
    let mut scene = Scene::to_change(call).await?;
    let (by, now) = (call.caller.id.clone(), call.backend.clock.now());
    let withdrawn = scene.application.withdraw(by, now);
    withdrawn.map_err(Fault::from)?;
    scene.commit(call, None).await
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
    outlines: &[Outline],
) -> Result<Vec<ApplicationRow>, Fault> {
    let names = Names::of(backend, outlines.iter().map(|one| &one.changed_by)).await?;
    let rows = outlines.iter().filter_map(|one| {
        let app = apps.iter().find(|app| app.id == one.app)?;
        Some(ApplicationRow {
            id: one.id.clone(),
            app: choice(app),
            status: one.status,
            receipt: one.receipt.clone(),
            items: one.items,
            rounds: one.rounds,
            changed_at: one.changed_at,
            changed_by: names.get(&one.changed_by),
        })
    });
    Ok(rows.collect())
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
