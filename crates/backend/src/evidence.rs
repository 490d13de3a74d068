//! Evidence: files are told by their content, kept outside the database, and only ever sent as attachments.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use contract::body::EvidenceFile;
use contract::endpoint::{EvidenceCreate, EvidenceDelete, EvidenceGet, encode};
use contract::error::{FieldFault, Kind};
use domain::application::{Application, WhyNot};
use domain::evidence::{FILES_MAX, FileProblem, inspect};
use domain::id::{ApplicationId, EvidenceId};
use domain::role::Duty;

use crate::Backend;
use crate::app::need_editor;
use crate::application::Scene;
use crate::fault::Fault;
use crate::http::{Call, Done, hash, text_problem};
use crate::store::{Batch, Change, FileRecord};

/// Longest file name in characters.
const NAME_CHARS_MAX: usize = 120;

pub(crate) async fn evidence_create(call: Call<EvidenceCreate>) -> Result<Done, Fault> {
    let (backend, bytes) = (&call.backend, &call.body.0);
    let scene = Scene::read(backend, &call.caller, &call.id(0)?).await?;
    need_editor(&scene.app, scene.role)?;
    scene.application.can_edit()?;
    let name = call.query.name.trim();
    if let Some(problem) = text_problem("name", name, NAME_CHARS_MAX) {
        return Err(Fault::invalid(vec![problem]));
    }
    if name.is_empty() {
        return Err(Fault::field("name", FieldFault::Missing));
    }
    let not_taken = |problem| Fault::new(Kind::File { problem });
    let media = inspect(bytes).map_err(not_taken)?;
    if backend.store.files(&scene.application.id).await?.len() >= FILES_MAX {
        return Err(not_taken(FileProblem::TooMany));
    }
    let record = FileRecord {
        id: EvidenceId::parse(&backend.ids.id("ev")).map_err(Fault::internal)?,
        application: scene.application.id,
        name: name.to_owned(),
        media,
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sha256: hash(&[bytes]),
        uploaded_at: backend.clock.now(),
    };
    backend
        .store
        .put_file_bytes(&record.id, bytes.clone())
        .await?;
    let batch = Batch {
        changes: vec![Change::PutFile(record.clone())],
        ..Batch::default()
    };
    call.commit(batch, &file(record), 0)
        .await
        .map_err(|undone| undone.or_stale(0))
}

pub(crate) async fn evidence_get(call: Call<EvidenceGet>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let (application, id): (ApplicationId, EvidenceId) = (call.id(0)?, call.id(1)?);
    match Scene::read(backend, &call.caller, &application).await {
        Ok(_) => {}
        Err(fault) if fault.kind == Kind::NotFound && call.caller.duty == Duty::Reviewer => {
            reviewed(backend, &application, &id).await?;
        }
        Err(fault) => return Err(fault),
    }
    let record = record(backend, &application, &id).await?;
    let bytes = backend.store.file_bytes(&id).await?;
    let bytes = bytes.ok_or_else(|| Fault::internal(format!("the bytes of {id} are missing")))?;
    Ok(Done::bytes(bytes)
        .with(CONTENT_TYPE, record.media.content_type())
        .with(CONTENT_DISPOSITION, &attachment(&record.name))
        .with(CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
}

pub(crate) async fn evidence_delete(call: Call<EvidenceDelete>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let id: EvidenceId = call.id(1)?;
    let scene = Scene::read(backend, &call.caller, &call.id(0)?).await?;
    need_editor(&scene.app, scene.role)?;
    let record = record(backend, &scene.application.id, &id).await?;
    scene.application.can_edit()?;
    if is_submitted(&scene.application, &id) {
        return Err(WhyNot::AlreadyDecided.into());
    }
    let batch = Batch {
        changes: vec![Change::DeleteFile(record.id)],
        ..Batch::default()
    };
    call.commit(batch, &(), 0)
        .await
        .map_err(|undone| undone.or_stale(0))
}

/// The files of an application, oldest first.
pub(crate) async fn files(
    backend: &Backend,
    application: &ApplicationId,
) -> Result<Vec<EvidenceFile>, Fault> {
    let records = backend.store.files(application).await?;
    Ok(records.into_iter().map(file).collect())
}

/// Whether a submitted round refers to the file.
pub(crate) fn is_submitted(application: &Application, id: &EvidenceId) -> bool {
    let forms = application.rounds.iter().map(|round| &round.document.form);
    forms
        .flat_map(|form| &form.evidence)
        .any(|file| file.id == *id)
}

/// Reviewers see what was submitted, and nothing else.
async fn reviewed(
    backend: &Backend,
    application: &ApplicationId,
    id: &EvidenceId,
) -> Result<(), Fault> {
    let application = backend.store.application(application).await?;
    match application {
        Some(application) if is_submitted(&application, id) => Ok(()),
        _ => Err(Fault::not_found()),
    }
}

async fn record(
    backend: &Backend,
    application: &ApplicationId,
    id: &EvidenceId,
) -> Result<FileRecord, Fault> {
    let mut records = backend.store.files(application).await?.into_iter();
    records
        .find(|record| record.id == *id)
        .ok_or_else(Fault::not_found)
}

fn file(record: FileRecord) -> EvidenceFile {
    EvidenceFile {
        id: record.id,
        name: record.name,
        media: record.media,
        bytes: record.bytes,
        sha256: record.sha256,
        uploaded_at: record.uploaded_at,
    }
}

/// `Content-Disposition` with the name twice: plain for old programs, and as it is. RFC 6266, RFC 8187.
fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | ' ' => c,
            _ => '_',
        })
        .collect();
    format!(
        "attachment; filename=\"{plain}\"; filename*=UTF-8''{}",
        encode(name)
    )
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn a_file_name_cannot_break_out_of_its_header() {
        assert_eq!(
            attachment("가\"\r\n;.pdf"),
            "attachment; filename=\"_____.pdf\"; filename*=UTF-8''%EA%B0%80%22%0D%0A%3B.pdf"
        );
    }
}
