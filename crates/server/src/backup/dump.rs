//! Making a backup, while the server runs: one moment of the database, then the evidence that it names.

use std::fs;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use domain::id::EvidenceId;
use domain::time::Time;

use super::catalog::{self, Table};
use super::db::{Access, Db};
use super::files::{Writing, above, evidence, sha256, sync, sync_all};
use super::manifest::{FORMAT, MANIFEST, Manifest, SUMS, TableInfo};
use super::{EVIDENCE, Words, words};
use crate::store::{self, Place, SCHEMA};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dumped {
    /// Rows of all tables.
    pub rows: u64,
    /// Evidence files.
    pub files: u64,
}

/// Makes a backup of a place in a new folder. The folder has that name only once it is whole and durable.
pub async fn dump(place: &Place, to: &Path, now: Time) -> Result<Dumped, Words> {
    // Also a link that leads nowhere: it would be in the way at the end.
    if to.symlink_metadata().is_ok() {
        return Err(format!(
            "{} is there already. Name a new folder with --to.",
            to.display()
        ));
    }
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".partial");
    let partial = to.with_file_name(name);
    // It holds what the data folder holds: nobody else may look into it.
    let made = fs::create_dir_all(above(&partial))
        .and_then(|()| fs::DirBuilder::new().mode(0o700).create(&partial));
    made.map_err(|problem| format!(
        "{} cannot be made: {problem}. If it is left over from a backup that was broken off, remove it.",
        partial.display()
    ))?;
    let dumped = match fill(place, &partial, now).await {
        Ok(dumped) => named(&partial, to).map(|()| dumped),
        Err(problem) => Err(problem),
    };
    if dumped.is_err() {
        // It holds nothing that is not elsewhere; what stays behind is said at the next try.
        let _ = fs::remove_dir_all(&partial);
    }
    dumped
}

/// Makes everything durable and gives it its name.
fn named(partial: &Path, to: &Path) -> Result<(), Words> {
    sync_all(partial)?;
    fs::rename(partial, to).map_err(|problem| words("the backup cannot be written")(&problem))?;
    sync(&above(to))
}

async fn fill(place: &Place, folder: &Path, now: Time) -> Result<Dumped, Words> {
    let mut db = Db::snapshot(place).await?;
    let schema = catalog::schema(&mut db).await?;
    // A restore takes tables of its own version only, and the manifest names this program as the one that can.
    if usize::try_from(schema) != Ok(SCHEMA) {
        return Err(format!(
            "the tables have version {schema}, and this program has {SCHEMA}. Make the backup with the program that they belong to, or let \
             the server bring them up to date at its next start."
        ));
    }
    let tables = catalog::tables(&mut db).await?;
    let mut sums = Writing::begin(folder, SUMS)?;
    let mut infos = Vec::with_capacity(tables.len());
    for table in &tables {
        let (info, sum) = write_table(&mut db, folder, table).await?;
        sums.write(sum.as_bytes())?;
        infos.push(info);
    }
    let (files, gone) = write_evidence(&mut db, place, folder, &mut sums).await?;
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        at: now.to_string(),
        from: db.name().to_owned(),
        tables: infos,
        gone,
        files,
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(|problem| words(MANIFEST)(&problem))?;
    let mut file = Writing::begin(folder, MANIFEST)?;
    file.write(&text)?;
    sums.write(file.end()?.as_bytes())?;
    sums.end()?;
    db.close().await?;
    let rows = manifest.tables.iter().map(|table| table.rows).sum();
    Ok(Dumped { rows, files })
}

async fn write_table(
    db: &mut Db,
    folder: &Path,
    table: &Table,
) -> Result<(TableInfo, String), Words> {
    let mut info = TableInfo {
        name: table.name.clone(),
        columns: table.columns.iter().map(|(name, _)| name.clone()).collect(),
        rows: 0,
    };
    let mut file = Writing::begin(folder, &info.path())?;
    let (row, key) = (db.array(&table.columns), quoted(&table.key));
    let order = if key.is_empty() {
        String::new()
    } else {
        format!(" ORDER BY {key}")
    };
    let sql = format!("SELECT {row} FROM \"{}\"{order}", table.name);
    let rows = &mut info.rows;
    db.each(&sql, |row| {
        *rows += 1;
        // What stands in a text is escaped: a line break can only be one that the database put between values.
        file.write(row.replace('\n', " ").as_bytes())?;
        file.write(b"\n")
    })
    .await?;
    Ok((info, file.end()?))
}

/// Names of columns as a list.
pub(super) fn quoted(columns: &[String]) -> String {
    let columns: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    columns.join(", ")
}

/// Copies what the table names; the number of files, and those that were deleted meanwhile.
async fn write_evidence(
    db: &mut Db,
    place: &Place,
    folder: &Path,
    sums: &mut Writing,
) -> Result<(u64, Vec<String>), Words> {
    let (mut files, mut gone, mut last) = (0, Vec::new(), String::new());
    loop {
        let page = format!(
            "SELECT id || ' ' || sha256 FROM {EVIDENCE} WHERE id > '{last}' ORDER BY id LIMIT 500"
        );
        let page = db.texts(&page).await?;
        if page.is_empty() {
            return Ok((files, gone));
        }
        for row in page {
            let (id, sum) = row.split_once(' ').unwrap_or_default();
            let parsed = EvidenceId::parse(id)
                .map_err(|_| format!("evidence {id:?} has an odd identifier."))?;
            match bytes(db, place, &parsed).await? {
                Some(bytes) if sha256(&bytes) == sum => {
                    let mut file = Writing::begin(folder, &evidence(id))?;
                    file.write(&bytes)?;
                    sums.write(file.end()?.as_bytes())?;
                    files += 1;
                }
                Some(_) => {
                    return Err(format!(
                        "the evidence file {id} is not as it was uploaded: its SHA-256 differs. Take it from an older backup, or have it deleted."
                    ));
                }
                None if is_deleted(place, &parsed).await? => gone.push(id.to_owned()),
                None => {
                    return Err(format!(
                        "the evidence file {id} is recorded, but not there. Take it from an older backup, or have it deleted."
                    ));
                }
            }
            id.clone_into(&mut last);
        }
    }
}

async fn bytes(db: &mut Db, place: &Place, id: &EvidenceId) -> Result<Option<Vec<u8>>, Words> {
    match place {
        Place::Folder(data) => match fs::read(path(data, id)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(problem) => Err(words(&format!("the evidence file {id}"))(&problem)),
        },
        Place::Postgres(_) => {
            let sql = format!("SELECT encode(body, 'hex') FROM evidence_bytes WHERE id = '{id}'");
            let found = db.texts(&sql).await?;
            Ok(found.first().and_then(|text| crate::hex::unhex(text)))
        }
    }
}

fn path(data: &Path, id: &EvidenceId) -> PathBuf {
    store::evidence_file(data, id)
}

/// Whether a file was deleted since the backup was begun.
async fn is_deleted(place: &Place, id: &EvidenceId) -> Result<bool, Words> {
    let mut present = Db::connect(place, Access::Read).await?;
    let sql = format!("SELECT id FROM {EVIDENCE} WHERE id = '{id}'");
    let found = present.texts(&sql).await?;
    present.close().await?;
    Ok(found.is_empty())
}
