//! Files of a backup: written with their checksum and made durable, read again only when the checksum is right.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::manifest::{MANIFEST, SUMS};
use super::{Words, words};
use crate::hex::hex;

/// A file that is being written; its checksum grows with it.
pub(super) struct Writing {
    name: String,
    file: BufWriter<File>,
    hash: Sha256,
}

impl Writing {
    /// Begins a new file in a folder.
    pub(super) fn begin(folder: &Path, name: &str) -> Result<Writing, Words> {
        let path = folder.join(name);
        let said = words(name);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(|problem| said(&problem))?;
        }
        let file = File::create_new(&path).map_err(|problem| said(&problem))?;
        let (name, file, hash) = (name.to_owned(), BufWriter::new(file), Sha256::new());
        Ok(Writing { name, file, hash })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Words> {
        self.hash.update(bytes);
        let written = self.file.write_all(bytes);
        written.map_err(|problem| words(&self.name)(&problem))
    }

    /// Makes the file durable; its line for [`SUMS`].
    pub(super) fn end(self) -> Result<String, Words> {
        let said = words(&self.name);
        let file = self.file.into_inner().map_err(|problem| said(&problem))?;
        file.sync_all().map_err(|problem| said(&problem))?;
        Ok(format!("{}  {}\n", hex(&self.hash.finalize()), self.name))
    }
}

/// The checksums of a backup. Those of evidence stand in its table; here they are for `sha256sum -c` only.
pub(super) struct Sums(BTreeMap<String, String>);

impl Sums {
    pub(super) fn read(folder: &Path) -> Result<Sums, Words> {
        let said = words(SUMS);
        let file = File::open(folder.join(SUMS));
        let file = file.map_err(|problem| {
            format!(
                "{} is no backup, for {SUMS} cannot be opened: {problem}.",
                folder.display()
            )
        })?;
        let mut sums = BTreeMap::new();
        for line in BufReader::new(file).lines() {
            let line = line.map_err(|problem| said(&problem))?;
            if let Some((sum, name)) = line.split_once("  ")
                && (name == MANIFEST || name.starts_with("tables/"))
            {
                sums.insert(name.to_owned(), sum.to_owned());
            }
        }
        Ok(Sums(sums))
    }

    /// Says whether a file is as it was written.
    pub(super) fn check(&self, folder: &Path, name: &str) -> Result<(), Words> {
        let Some(sum) = self.0.get(name) else {
            return Err(format!(
                "{SUMS} has no line for {name}: the backup is not whole."
            ));
        };
        let said = words(name);
        let mut file = File::open(folder.join(name)).map_err(|problem| said(&problem))?;
        let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 * 1024]);
        loop {
            let read = file.read(&mut buffer).map_err(|problem| said(&problem))?;
            if read == 0 {
                break;
            }
            hash.update(buffer.get(..read).unwrap_or_default());
        }
        if hex(&hash.finalize()) == *sum {
            Ok(())
        } else {
            Err(format!(
                "{name} is not as it was written: its SHA-256 differs."
            ))
        }
    }
}

/// Where the bytes of an evidence file lie in a backup.
pub(super) fn evidence(id: &str) -> String {
    let start = id.len().saturating_sub(2);
    format!("evidence/{}/{id}", id.get(start..).unwrap_or(id))
}

/// The SHA-256 of bytes, in hex.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Makes the names in a folder durable.
pub(super) fn sync(folder: &Path) -> Result<(), Words> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|problem| words(&folder.display().to_string())(&problem))
}

/// Makes the names in a folder and in all below it durable.
pub(super) fn sync_all(folder: &Path) -> Result<(), Words> {
    let said = |problem: std::io::Error| words(&folder.display().to_string())(&problem);
    for entry in fs::read_dir(folder).map_err(said)? {
        let entry = entry.map_err(said)?;
        if entry.file_type().map_err(said)?.is_dir() {
            sync_all(&entry.path())?;
        }
    }
    sync(folder)
}

/// The folder in which another one lies.
pub(super) fn above(folder: &Path) -> PathBuf {
    let above = folder.parent().filter(|path| !path.as_os_str().is_empty());
    above.unwrap_or(Path::new(".")).to_owned()
}
