//! Evidence: files are told by their content, made anew, kept outside the database, and only ever sent as attachments.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use contract::body::EvidenceFile;
use contract::endpoint::{Endpoint, EvidenceCreate, EvidenceDelete, EvidenceGet, encode};
use contract::error::{FieldFault, Kind};
use domain::application::{Application, WhyNot};
use domain::evidence::{FILES_MAX, FileProblem, Media};
use domain::id::{ApplicationId, EvidenceId};
use domain::time::Time;

use crate::Backend;
use crate::fault::Fault;
use crate::http::{Call, Done, Undone, ended, hash, is_misleading, text_problem};
use crate::permit::permit;
use crate::ports::NotCleaned;
use crate::scene::Scene;
use crate::store::{Batch, Change, CommitError, Down, Expect, FileRecord};

/// Longest file name in characters.
const NAME_CHARS_MAX: usize = 120;
/// How long after its upload a file that nobody names is left over, in milliseconds: an hour. Our judgement; the form is saved
/// within seconds, so whoever uploaded it has taken it out again or has gone.
const LEFT_MS: i64 = 3_600_000;

pub(crate) async fn evidence_create(mut call: Call<EvidenceCreate>) -> Result<Done, Fault> {
    // Only ever one copy of a file is in memory.
    let bytes = std::mem::take(&mut call.body.0);
    let backend = &call.backend;
    let scene = Scene::read(&call).await?;
    scene.application.can_edit()?;
    let name = call.query.name.trim();
    if let Some(problem) = text_problem("name", name, NAME_CHARS_MAX) {
        return Err(Fault::invalid(vec![problem]));
    }
    if name.is_empty() {
        return Err(Fault::field("name", FieldFault::Missing));
    }
    if name
        .chars()
        .any(|c| is_misleading(c) || matches!(c, '/' | '\\'))
    {
        return Err(Fault::field("name", FieldFault::BadCharacter));
    }
    let not_taken = |problem| Fault::new(Kind::File { problem });
    // Before anything costly: whoever has no room could have pictures made anew without end.
    let files = backend.store.files(&scene.application.id).await?;
    giving_way(&scene.application, &files, backend.clock.now()).map_err(not_taken)?;
    let cleaned = backend.cleaner.clean(bytes).await;
    let (media, bytes) = cleaned.map_err(|why| match why {
        NotCleaned::File(problem) => not_taken(problem),
        NotCleaned::Busy => Down("too many files at once".into()).into(),
    })?;
    let record = FileRecord {
        id: EvidenceId::parse(&backend.ids.id("ev")).map_err(Fault::internal)?,
        application: scene.application.id.clone(),
        name: name.to_owned(),
        media,
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sha256: hash(&[&bytes]),
        uploaded_at: backend.clock.now(),
    };
    keep(&call, record, bytes).await
}

/// Keeps the bytes and then records them. To make them clean took its time: who the caller is, what state the application is in and
/// whether there is room is looked at anew, and so whenever somebody else is faster. Each time somebody took a place of ten, changed a
/// role or saved, so it ends.
async fn keep(
    call: &Call<EvidenceCreate>,
    record: FileRecord,
    bytes: Vec<u8>,
) -> Result<Done, Fault> {
    let (backend, mut unkept) = (&call.backend, Some(bytes));
    for _ in 0..=FILES_MAX {
        let batch = match recording(call, &record).await {
            Ok(batch) => batch,
            Err(fault) => {
                if unkept.is_none() {
                    forget(backend, record.id).await?;
                }
                return Err(fault);
            }
        };
        if let Some(bytes) = unkept.take() {
            backend.store.put_file_bytes(&record.id, bytes).await?;
        }
        match call.commit(batch, &file(record.clone()), 0).await {
            Err(Undone::LostRace) => {}
            Err(Undone::Fault(fault)) => {
                // When nobody knows whether the file is recorded, its bytes have to stay.
                if fault.kind != Kind::Unavailable {
                    forget(backend, record.id).await?;
                }
                return Err(fault);
            }
            // The same request came twice at once, and the other one's file is the one that is kept.
            Ok(done) if done.replayed => {
                forget(backend, record.id).await?;
                return Ok(done);
            }
            Ok(done) => return Ok(done),
        }
    }
    forget(backend, record.id).await?;
    Err(CommitError::Stale.into())
}

/// The write that records a file and lets another one give way, if that is possible now.
async fn recording(call: &Call<EvidenceCreate>, record: &FileRecord) -> Result<Batch, Fault> {
    let scene = Scene::read(call).await?;
    scene.application.can_edit()?;
    let files = call.backend.store.files(&record.application).await?;
    let gone = giving_way(&scene.application, &files, record.uploaded_at)
        .map_err(|problem| Fault::new(Kind::File { problem }))?;
    let there = files.iter().map(|file| file.id.clone()).collect();
    let there = Expect::Files(record.application.clone(), there);
    let gone = gone.map(|file| Change::DeleteFile(file.id.clone()));
    Ok(Batch {
        expect: scene.relied_on().into_iter().chain([there]).collect(),
        changes: gone
            .into_iter()
            .chain([Change::PutFile(record.clone())])
            .collect(),
        ..Batch::default()
    })
}

/// Removes the bytes of a file that did not become one.
async fn forget(backend: &Backend, id: EvidenceId) -> Result<(), CommitError> {
    let bytes = vec![Change::DeleteFile(id)];
    backend.store.commit(changes(bytes)).await
}

/// The file that gives way to a new one; none as long as there is room for ten that the draft names or may name in a moment. What
/// only a submitted round names is history: it stays, and does not count.
fn giving_way<'a>(
    application: &Application,
    files: &'a [FileRecord],
    now: Time,
) -> Result<Option<&'a FileRecord>, FileProblem> {
    let draft = &application.form.evidence;
    let is_named = |file: &&FileRecord| draft.iter().any(|named| named.id == file.id);
    let counted = files
        .iter()
        .filter(|file| is_named(file) || !is_submitted(application, &file.id));
    if counted.clone().count() < FILES_MAX {
        return Ok(None);
    }
    let is_left = |file: &FileRecord| now.millis() - file.uploaded_at.millis() >= LEFT_MS;
    let mut left = counted.filter(|file| !is_named(file) && is_left(file));
    left.next().map(Some).ok_or(FileProblem::TooMany)
}

fn changes(changes: Vec<Change>) -> Batch {
    Batch {
        changes,
        ..Batch::default()
    }
}

pub(crate) async fn evidence_get(call: Call<EvidenceGet>) -> Result<Done, Fault> {
    let backend = &call.backend;
    let (application, id): (ApplicationId, EvidenceId) = (call.id(0)?, call.id(1)?);
    let operation = EvidenceGet::FACTS.operation;
    match Scene::read(&call).await {
        Ok(_) => {}
        Err(fault)
            if fault.kind == Kind::NotFound && permit(operation, &call.caller, None).is_ok() =>
        {
            reviewed(backend, &application, &id).await?;
        }
        Err(fault) => return Err(fault),
    }
    let found = record(backend, &application, &id).await?;
    let Some(bytes) = backend.store.file_bytes(&id).await? else {
        // Whoever deleted the file meanwhile took its record away as well; then it is not there, and nothing is wrong.
        record(backend, &application, &id).await?;
        return Err(Fault::internal(format!("the bytes of {id} are missing")));
    };
    Ok(Done::bytes(bytes)
        .with(CONTENT_TYPE, found.media.content_type())
        .with(CONTENT_DISPOSITION, &attachment(&download_name(&found)))
        .with(CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
}

pub(crate) async fn evidence_delete(call: Call<EvidenceDelete>) -> Result<Done, Fault> {
    let id: EvidenceId = call.id(1)?;
    // A submission may come in between, and then the file stays. Nobody can save so often that this does not end.
    for _ in 0..=FILES_MAX {
        let scene = Scene::read(&call).await?;
        let record = record(&call.backend, &scene.application.id, &id).await?;
        scene.application.can_edit()?;
        if is_submitted(&scene.application, &id) {
            return Err(WhyNot::AlreadyDecided.into());
        }
        let batch = Batch {
            expect: scene.relied_on(),
            ..changes(vec![Change::DeleteFile(record.id)])
        };
        if let Some(end) = ended(call.commit(batch, &(), 0).await) {
            return end;
        }
    }
    Err(CommitError::Stale.into())
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

/// The name with the ending of what the file is, whatever it was called: what is saved must not open as something else.
fn download_name(record: &FileRecord) -> String {
    let endings: &[&str] = match record.media {
        Media::Pdf => &["pdf"],
        Media::Png => &["png"],
        Media::Jpeg => &["jpg", "jpeg"],
    };
    let ending = record.name.rsplit_once('.').map(|(_, ending)| ending);
    let agrees = |wanted: &&str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    match endings {
        [first, ..] if !endings.iter().any(agrees) => {
            format!("{}.{first}", record.name)
        }
        _ => record.name.clone(),
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
