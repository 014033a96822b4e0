//! Attachments and raw mail, on disk by the SHA-256 of their bytes. A file's name is data in the
//! vault and never a path.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use baton_core::time::Instant;
use baton_core::vault::{Subject, hex, unhex};
use ring::digest::{Context, SHA256, digest};

use crate::db::{Error, Link, Result, Tx, params, statements};

statements! {
    RECORD = "insert into files (hash, size, media_type, added_at) values ($1, $2, $3, $4)
        on conflict (hash) do update set erased_at = null";
    ONE = "select hash, size, media_type, added_at, erased_at from files where hash = $1";
    ERASE = "update files set erased_at = $1 where hash = $2 and erased_at is null";
    BELONGS = "insert into file_subjects (file, subject) values ($1, $2) on conflict do nothing";
    DISOWN = "delete from file_subjects where subject = $1 returning file";
    ERASE_LAST = "update files set erased_at = $1 where hash = $2 and erased_at is null
        and not exists (select 1 from file_subjects where file = $2)";
    ERASE_UNHELD = "update files set erased_at = $1 where hash = $2 and erased_at is null
        and not exists (select 1 from file_subjects where file = $2)
        and not exists (select 1 from uploads where file = $2)
        and not exists (select 1 from post where file = $2)";
    FORGET_UPLOADS = "delete from uploads where file = $1";
    ERASED = "select hash from files where erased_at >= $1";
    ALL = "select hash, size, media_type, added_at, erased_at from files
        where hash > $1 order by hash limit $2";
}

/// The folder of files; cloning is cheap.
#[derive(Clone, Debug)]
pub struct Files(Arc<PathBuf>);

/// What is known of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRow {
    pub hash: String,
    pub size: u64,
    pub media_type: String,
    pub added_at: Instant,
    pub erased_at: Option<Instant>,
}

impl Files {
    /// `DIR/attachments`; made when it is not there.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self> {
        let folder = folder.into();
        let making = |error| Error::io(format!("making {}", folder.display()), error);
        fs::create_dir_all(folder.join("incoming")).map_err(making)?;
        // What a crash left half written.
        for left in fs::read_dir(folder.join("incoming")).map_err(making)?.flatten() {
            let _ = fs::remove_file(left.path());
        }
        Ok(Self(Arc::new(folder)))
    }

    /// Bytes that are free for us on the disk that the files lie on.
    pub fn free(&self) -> Result<u64> {
        let asking = |error: rustix::io::Errno| {
            Error::io(format!("asking for the room of {}", self.0.display()), error.into())
        };
        let disk = rustix::fs::statvfs(self.0.as_path()).map_err(asking)?;
        Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
    }

    /// Keeps bytes and gives their hash; they are on the disk when it returns. The same bytes are
    /// kept once.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<String> {
        let files = self.clone();
        blocking(move || files.put_now(&bytes)).await
    }

    /// The bytes of a hash; `None` when there are none.
    pub async fn read(&self, hash: &str) -> Result<Option<Vec<u8>>> {
        let path = self.path(hash)?;
        blocking(move || match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io("reading a file", error)),
        })
        .await
    }

    /// Deletes the bytes; the record stays and says when ([`erase`]).
    pub async fn delete(&self, hash: &str) -> Result<()> {
        let path = self.path(hash)?;
        blocking(move || match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Error::io("deleting a file", error))
            }
            _ => Ok(()),
        })
        .await
    }

    /// Whether the bytes on the disk still have their hash and size.
    pub async fn is_whole(&self, hash: &str, size: u64) -> Result<bool> {
        let (path, hash) = (self.path(hash)?, hash.to_owned());
        blocking(move || whole(&path, &hash, size)).await
    }

    fn put_now(&self, bytes: &[u8]) -> Result<String> {
        let hash = hex(digest(&SHA256, bytes).as_ref());
        let path = self.path(&hash)?;
        if whole(&path, &hash, bytes.len() as u64)? {
            return Ok(hash);
        }
        let keeping = |error| Error::io("keeping a file", error);
        let folder = path.parent().unwrap_or(&self.0);
        fs::create_dir_all(folder).map_err(keeping)?;
        let passing = self.0.join("incoming").join(format!("{hash}-{}", unique()));
        let mut file = File::create_new(&passing).map_err(keeping)?;
        file.write_all(bytes).map_err(keeping)?;
        file.sync_all().map_err(keeping)?;
        fs::rename(&passing, &path).map_err(keeping)?;
        // The name must survive a power cut as well as the bytes.
        for folder in [folder, folder.parent().unwrap_or(folder), self.0.as_path()] {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(keeping)?;
        }
        Ok(hash)
    }

    /// `ab/cdef…` below the folder. Anything that is not a hash is refused.
    fn path(&self, hash: &str) -> Result<PathBuf> {
        let bytes: [u8; 32] = unhex(hash)
            .ok_or_else(|| Error::Damaged("this is not the hash of a file".to_owned()))?;
        let name = hex(&bytes);
        let (shelf, rest) = name.split_at(2);
        Ok(self.0.join(shelf).join(rest))
    }
}

fn unique() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn whole(path: &Path, hash: &str, size: u64) -> Result<bool> {
    let reading = |error| Error::io("reading a file", error);
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(reading(error)),
    };
    let (mut context, mut length) = (Context::new(&SHA256), 0_u64);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let n = file.read(&mut buffer).map_err(reading)?;
        let Some(part) = buffer.get(..n).filter(|part| !part.is_empty()) else { break };
        context.update(part);
        length += n as u64;
    }
    Ok(length == size && hex(context.finish().as_ref()) == hash)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Panicked)?
}

/// Enters a file whose bytes are kept already.
pub async fn record(
    tx: &Tx<'_>,
    hash: &str,
    size: u64,
    media_type: &str,
    at: Instant,
) -> Result<()> {
    tx.exec(RECORD, params![hash, size, media_type, at]).await?;
    Ok(())
}

/// Notes whose data a file holds.
pub async fn belongs(tx: &Tx<'_>, hash: &str, subject: Subject) -> Result<()> {
    tx.exec(BELONGS, params![hash, subject]).await?;
    Ok(())
}

/// Notes that the files of a subject are to go, but for those that are others' as well. Delete
/// their bytes once this is committed ([`erased`]).
pub async fn erase(tx: &Tx<'_>, subject: Subject, at: Instant) -> Result<u64> {
    let mut gone = 0;
    for file in tx.rows(DISOWN, params![subject], |row| row.get::<String>(0)).await? {
        tx.exec(FORGET_UPLOADS, params![&file]).await?;
        gone += tx.exec(ERASE_LAST, params![at, &file]).await?;
    }
    Ok(gone)
}

/// Notes that a file is to go, unless it is somebody's data, a mail, or handed over once more.
pub(crate) async fn erase_unless_held(tx: &Tx<'_>, hash: &str, at: Instant) -> Result<()> {
    tx.exec(ERASE_UNHELD, params![at, hash]).await?;
    Ok(())
}

/// Files that were erased since; their bytes may still be there after a crash.
pub async fn erased(link: &Link<'_>, since: Instant) -> Result<Vec<String>> {
    link.rows(ERASED, params![since], |row| row.get(0)).await
}

pub async fn get(link: &Link<'_>, hash: &str) -> Result<Option<FileRow>> {
    link.one(ONE, params![hash], row).await
}

/// The files that are recorded, by hash, after the given one; from the first with an empty one.
pub async fn list(link: &Link<'_>, after: &str, limit: u32) -> Result<Vec<FileRow>> {
    link.rows(ALL, params![after, limit], row).await
}

fn row(row: &crate::db::Row<'_>) -> Result<FileRow> {
    Ok(FileRow {
        hash: row.get(0)?,
        size: row.get(1)?,
        media_type: row.get(2)?,
        added_at: row.get(3)?,
        erased_at: row.get(4)?,
    })
}
