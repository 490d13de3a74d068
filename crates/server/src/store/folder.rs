//! The bytes of evidence files, which lie in a folder beside the database.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use backend::store::Down;
use domain::id::EvidenceId;

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
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    File::open(folder)?.sync_all()?;
    folder
        .parent()
        .map_or(Ok(()), |above| File::open(above)?.sync_all())
}
