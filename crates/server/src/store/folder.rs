//! The bytes of evidence files, which lie in a folder beside the database.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use backend::store::Down;
use domain::id::EvidenceId;

/// Ending of a file that is not whole yet.
const NEW: &str = "new";

/// The folder of the bytes. Names are identifiers, never what an applicant typed.
#[derive(Debug, Clone)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    /// The bytes of a file, if they are there.
    pub(super) async fn get(&self, id: &EvidenceId) -> Result<Option<Vec<u8>>, Down> {
        match tokio::fs::read(self.path(id)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(problem) if problem.kind() == ErrorKind::NotFound => Ok(None),
            Err(problem) => Err(Down(format!("evidence {id}: {problem}"))),
        }
    }

    /// Keeps bytes durably. Runs to its end even when nobody waits for it any more.
    pub(super) async fn put(&self, id: &EvidenceId, bytes: Vec<u8>) -> Result<(), Down> {
        let path = self.path(id);
        tokio::task::spawn_blocking(move || write(&path, &bytes))
            .await
            .map_err(std::io::Error::other)
            .flatten()
            .map_err(|problem| Down(format!("evidence {id}: {problem}")))
    }

    /// Removes bytes that nothing refers to any more; bytes that stay behind do no harm.
    pub(super) async fn remove(&self, id: &EvidenceId) {
        if let Err(problem) = tokio::fs::remove_file(self.path(id)).await
            && problem.kind() != ErrorKind::NotFound
        {
            tracing::warn!(%id, %problem, "evidence could not be removed");
        }
    }

    /// The files here that nothing refers to: what was left half, and what is named like evidence and is not among `kept`. What has
    /// other names is somebody else's. Only for whoever has the folder to themselves: an upload keeps its bytes before its record.
    pub(super) fn left(&self, kept: &BTreeSet<String>) -> std::io::Result<Vec<PathBuf>> {
        let mut left = Vec::new();
        let folders = match fs::read_dir(&self.0) {
            Err(problem) if problem.kind() == ErrorKind::NotFound => return Ok(left),
            folders => folders?,
        };
        for folder in folders {
            let folder = folder?;
            if !folder.file_type()?.is_dir() {
                continue;
            }
            for file in fs::read_dir(folder.path())? {
                let path = file?.path();
                let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                    continue;
                };
                let (id, ending) = name.split_once('.').unwrap_or((name, ""));
                let is_ours =
                    EvidenceId::parse(id).is_ok_and(|id| self.path(&id).parent() == path.parent());
                if is_ours && (ending == NEW || ending.is_empty() && !kept.contains(id)) {
                    left.push(path);
                }
            }
        }
        Ok(left)
    }

    /// Spread over folders by the end of the identifier: its beginning is the same for all.
    pub(super) fn path(&self, id: &EvidenceId) -> PathBuf {
        let name = id.as_str();
        let start = name.len().saturating_sub(2);
        self.0.join(name.get(start..).unwrap_or(name)).join(name)
    }
}

/// Writes beside the place, makes it durable, then moves it there: a file is whole or absent, even after a power cut.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let new = path.with_extension(NEW);
    let written = File::create(&new).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if written.is_err() {
        // Half a file on a full disk would only keep room from others.
        let _ = fs::remove_file(&new);
        return written;
    }
    fs::rename(&new, path)?;
    File::open(folder)?.sync_all()?;
    folder
        .parent()
        .map_or(Ok(()), |above| File::open(above)?.sync_all())
}
