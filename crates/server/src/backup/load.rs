//! Restoring a backup into an empty place, and looking whether everything has arrived.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use backend::record::added;
use domain::id::EvidenceId;
use domain::record::Entry;

use super::catalog::{self, Table};
use super::db::{Access, Db};
use super::dump::quoted;
use super::files::{Sums, above, evidence, sha256, sync};
use super::manifest::{FORMAT, MANIFEST, Manifest, TableInfo};
use super::verify::{Report, verify};
use super::{EVIDENCE, Words, words};
use crate::store::{self, FILE, Opened, Place, RESTORING, SCHEMA};

/// Rows that are given to the database at once.
const ROWS: usize = 500;
/// Bytes that are given to the database at once, unless one row has more.
const BYTES: usize = 1024 * 1024;
/// A backup that was found to be as it was made, and the entry that tells of its restoring.
struct Whole<'a> {
    from: &'a Path,
    manifest: Manifest,
    files: Vec<EvidenceId>,
    entry: Entry,
}

/// Restores a backup, with `entry` at the end of its record. Nothing is written before the whole backup was found to be as it was made;
/// a SQLite place appears only once it was filled and verified, and no server starts on a database before that.
pub async fn load(from: &Path, place: &Place, mut entry: Entry) -> Result<Report, Words> {
    let manifest = read_manifest(from)?;
    fitting_version(&manifest)?;
    entry.changes.push(added("backup.at", &manifest.at));
    let backup = Whole {
        from,
        files: check_evidence(from, &manifest)?,
        manifest,
        entry,
    };
    let Place::Folder(folder) = place else {
        vacant(place).await?;
        let report = sound(fill(&backup, place).await?)?;
        let mut db = Db::connect(place, Access::Write).await?;
        db.mark(false).await?;
        return db.close().await.map(|()| report);
    };
    empty(folder)?;
    let restoring = folder.join(RESTORING);
    let done = fill(&backup, &Place::Folder(restoring.clone())).await;
    let whole = |report| {
        if store::is_still(&restoring.join(FILE)) {
            Ok(report)
        } else {
            Err("the database was not closed cleanly. Try again.".to_owned())
        }
    };
    let report = match done.and_then(sound).and_then(whole) {
        Ok(report) => report,
        Err(problem) => {
            // What it holds is in the backup, too; what stays behind is said at the next try.
            let _ = fs::remove_dir_all(&restoring);
            return Err(problem);
        }
    };
    // The database last: before it is there, nothing is.
    for name in ["evidence", FILE] {
        let moved = fs::rename(restoring.join(name), folder.join(name));
        moved.map_err(|problem| words(name)(&problem))?;
    }
    sync(folder)?;
    sync(&above(folder))?;
    fs::remove_dir_all(&restoring).map_err(|problem| words(RESTORING)(&problem))?;
    Ok(report)
}

fn sound(report: Report) -> Result<Report, Words> {
    if report.problems.is_empty() {
        Ok(report)
    } else {
        Err(format!(
            "what was restored is not sound, do not use it:\n{}",
            report.text()
        ))
    }
}

fn read_manifest(from: &Path) -> Result<Manifest, Words> {
    let sums = Sums::read(from)?;
    sums.check(from, MANIFEST)?;
    let said = words(MANIFEST);
    let text = fs::read(from.join(MANIFEST)).map_err(|problem| said(&problem))?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|problem| said(&problem))?;
    if manifest.format != FORMAT {
        return Err(format!(
            "this backup is a {}, and this version of Syncdesk reads {FORMAT}. Use the version that made it: {}.",
            manifest.format, manifest.program
        ));
    }
    for table in &manifest.tables {
        sums.check(from, &table.path())?;
    }
    Ok(manifest)
}

/// Refuses a backup of another version before anything is made of it.
fn fitting_version(manifest: &Manifest) -> Result<(), Words> {
    if usize::try_from(manifest.schema) == Ok(SCHEMA) {
        return Ok(());
    }
    Err(format!(
        "the backup was made by version {} with tables of version {}, and this program has {SCHEMA}. Restore it with that version; \
         a later one brings the tables up to date when it is started.",
        manifest.program, manifest.schema
    ))
}

/// The evidence files by identifier, each found to be as it was uploaded.
fn check_evidence(from: &Path, manifest: &Manifest) -> Result<Vec<EvidenceId>, Words> {
    let Some(table) = manifest.tables.iter().find(|table| table.name == EVIDENCE) else {
        return Err(format!("the backup has no table {EVIDENCE}."));
    };
    let place = |name: &str| table.columns.iter().position(|column| column == name);
    let (Some(id_at), Some(sum_at)) = (place("id"), place("sha256")) else {
        return Err(format!("the table {EVIDENCE} of the backup lacks columns."));
    };
    let mut found = Vec::new();
    each_line(from, table, |line| {
        let row: Vec<serde_json::Value> =
            serde_json::from_str(line).map_err(|problem| words(&table.path())(&problem))?;
        let text = |at: usize| {
            row.get(at)
                .and_then(|value| value.as_str())
                .unwrap_or_default()
        };
        let (id, sum) = (text(id_at), text(sum_at));
        if manifest.gone.iter().any(|gone| gone == id) {
            return Ok(());
        }
        let parsed =
            EvidenceId::parse(id).map_err(|_| format!("evidence {id:?} has an odd identifier."))?;
        let bytes = fs::read(from.join(evidence(id))).map_err(|problem| {
            format!("the evidence file {id} is missing from the backup: {problem}.")
        })?;
        if sha256(&bytes) != sum {
            return Err(format!(
                "the evidence file {id} is not as it was uploaded: its SHA-256 differs."
            ));
        }
        found.push(parsed);
        Ok(())
    })?;
    Ok(found)
}

fn each_line(
    from: &Path,
    table: &TableInfo,
    mut take: impl FnMut(&str) -> Result<(), Words>,
) -> Result<(), Words> {
    let name = table.path();
    let said = words(&name);
    let file = File::open(from.join(&name)).map_err(|problem| said(&problem))?;
    for line in BufReader::new(file).lines() {
        take(&line.map_err(|problem| said(&problem))?)?;
    }
    Ok(())
}

/// Refuses a folder in which something lies already.
fn empty(folder: &Path) -> Result<(), Words> {
    let name = folder.display();
    if !folder.exists() {
        return Ok(());
    }
    let entries =
        fs::read_dir(folder).map_err(|problem| format!("{name} cannot be read: {problem}."))?;
    for entry in entries {
        let entry = entry.map_err(|problem| format!("{name} cannot be read: {problem}."))?;
        // A disk of its own has this one.
        if entry.file_name() != "lost+found" {
            return Err(format!(
                "{name} is not empty: it has {}. Restore into a new folder, then let the server use that one.",
                entry.file_name().display()
            ));
        }
    }
    Ok(())
}

/// Refuses a database in which data are, before its tables are brought up to date.
async fn vacant(place: &Place) -> Result<(), Words> {
    let probed = store::probe(place).await;
    if probed.map_err(|problem| problem.to_string())? == 0 {
        return Ok(());
    }
    let mut db = Db::connect(place, Access::Read).await?;
    for table in catalog::tables(&mut db).await? {
        unfilled(&mut db, &table.name).await?;
    }
    db.close().await
}

/// Refuses a table in which data are.
async fn unfilled(db: &mut Db, table: &str) -> Result<(), Words> {
    // The end of the record is there from the beginning.
    if table == "record_head" || count(db, table).await? == 0 {
        return Ok(());
    }
    Err(format!(
        "there are data already, in the table {table}. Restore into an empty database."
    ))
}

async fn fill(backup: &Whole<'_>, place: &Place) -> Result<Report, Words> {
    // Makes the tables.
    let opened = store::open(place, backup.entry.at)
        .await
        .map_err(|problem| problem.to_string())?;
    let filled = marked(backup, place, &opened).await;
    opened.close().await;
    filled?;
    verify(place, Vec::new()).await
}

/// Fills a place that is marked until it was verified. What could not be filled is as empty as it was.
async fn marked(backup: &Whole<'_>, place: &Place, opened: &Opened) -> Result<(), Words> {
    let mut db = Db::connect(place, Access::Write).await?;
    let tables = fitting(&mut db, &backup.manifest).await?;
    db.mark(true).await?;
    let filled = rows_and_files(backup, &mut db, &tables, opened).await;
    if filled.is_err() {
        // What else goes wrong matters less than what did first; a mark that stays is said at the next try.
        let _ = db.run("ROLLBACK").await;
        let _ = db.mark(false).await;
    }
    filled?;
    db.close().await
}

async fn rows_and_files(
    backup: &Whole<'_>,
    db: &mut Db,
    tables: &BTreeMap<String, Table>,
    opened: &Opened,
) -> Result<(), Words> {
    let (from, manifest) = (backup.from, &backup.manifest);
    // Bytes without a row do no harm; a row without its bytes would.
    let store = opened.store();
    for id in &backup.files {
        let bytes = fs::read(from.join(evidence(id.as_str())));
        let bytes = bytes.map_err(|problem| words(id.as_str())(&problem))?;
        let kept = store.put_file_bytes(id, bytes).await;
        kept.map_err(|down| words(id.as_str())(&down.0))?;
    }
    db.run("BEGIN").await?;
    for info in &manifest.tables {
        if let Some(table) = tables.get(&info.name) {
            rows(db, from, info, table).await?;
        }
    }
    for gone in &manifest.gone {
        db.give(&format!("DELETE FROM {EVIDENCE} WHERE id = $1"), gone)
            .await?;
    }
    db.append(backup.entry.clone()).await?;
    db.run("COMMIT").await
}

/// The tables of an empty place, if they are those of the backup.
async fn fitting(db: &mut Db, manifest: &Manifest) -> Result<BTreeMap<String, Table>, Words> {
    let tables = catalog::tables(db).await?;
    let tables: BTreeMap<String, Table> = tables
        .into_iter()
        .map(|table| (table.name.clone(), table))
        .collect();
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    for table in tables.values() {
        let info = manifest.tables.iter().find(|info| info.name == table.name);
        let columns = table.columns.iter().map(|(name, _)| name.clone()).collect();
        if info.map(|info| sorted(info.columns.clone())) != Some(sorted(columns)) {
            return Err(format!(
                "the table {} of the backup is another one than this program's.",
                table.name
            ));
        }
        unfilled(db, &table.name).await?;
    }
    if manifest.tables.len() == tables.len() {
        Ok(tables)
    } else {
        Err("the backup has a table that this program does not know.".to_owned())
    }
}

async fn count(db: &mut Db, table: &str) -> Result<u64, Words> {
    let found = db
        .texts(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM \"{table}\""))
        .await?;
    Ok(found
        .first()
        .and_then(|count| count.parse().ok())
        .unwrap_or_default())
}

/// Fills a table, some rows at a time.
async fn rows(db: &mut Db, from: &Path, info: &TableInfo, table: &Table) -> Result<(), Words> {
    let places = info.columns.iter().enumerate().filter_map(|(at, name)| {
        let (_, kind) = table.columns.iter().find(|(column, _)| column == name)?;
        Some((at, *kind))
    });
    let places: Vec<_> = places.collect();
    let others = info.columns.iter().filter(|name| !table.key.contains(name));
    let set: Vec<String> = others
        .map(|name| format!("\"{name}\" = excluded.\"{name}\""))
        .collect();
    // Only the end of the record is there before; that two rows of a backup are one is found by counting.
    let conflict = if table.key.is_empty() || set.is_empty() {
        String::new()
    } else {
        format!(
            " ON CONFLICT ({}) DO UPDATE SET {}",
            quoted(&table.key),
            set.join(", ")
        )
    };
    let sql = format!(
        "INSERT INTO \"{}\" ({}) {}{conflict}",
        table.name,
        quoted(&info.columns),
        db.unpack(&places)
    );
    let name = info.path();
    let said = words(&name);
    let file = File::open(from.join(&name)).map_err(|problem| said(&problem))?;
    let (mut batch, mut held) = (String::from("["), 0);
    for line in BufReader::new(file).lines() {
        let line = line.map_err(|problem| said(&problem))?;
        if held > 0 {
            batch.push(',');
        }
        batch.push_str(&line);
        held += 1;
        if held == ROWS || batch.len() > BYTES {
            batch.push(']');
            db.give(&sql, &batch).await?;
            (batch, held) = (String::from("["), 0);
        }
    }
    if held > 0 {
        batch.push(']');
        db.give(&sql, &batch).await?;
    }
    let found = count(db, &table.name).await?;
    if found == info.rows {
        Ok(())
    } else {
        Err(format!(
            "the table {} has {found} rows instead of {}.",
            table.name, info.rows
        ))
    }
}
