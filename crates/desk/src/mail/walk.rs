//! From a path to messages: one file, a folder of files, an mbox file, a Maildir.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use super::mbox::{self, Mbox};
use super::message::MESSAGE_LIMIT;

/// One message that was found, or a place that could not be read: neither may vanish.
#[derive(Debug)]
pub struct Found {
    /// The file's place under the path that was given, with `#1`, `#2`… behind the name of an mbox file.
    pub name: String,
    /// At most one byte more than a message may have: longer ones are too large in any case.
    pub bytes: io::Result<Vec<u8>>,
}

/// Walks in the order of names, folders and files alike; links are not followed.
///
/// # Errors
/// When the path itself cannot be looked at.
pub fn walk(path: &Path) -> io::Result<Walk> {
    // The path that a person names may be a link; what lies inside a folder may not.
    let kind = fs::metadata(path)?.file_type();
    let root = if kind.is_dir() { path.to_owned() } else { parent(path) };
    let waiting = if kind.is_dir() { entries(path)? } else { vec![path.to_owned()] };
    let named = (!kind.is_dir()).then(|| path.to_owned());
    Ok(Walk { root, named, waiting, mailbox: None })
}

/// See [`walk`].
#[derive(Debug)]
pub struct Walk {
    root: PathBuf,
    /// The one file that a person named.
    named: Option<PathBuf>,
    /// The next path is at the end.
    waiting: Vec<PathBuf>,
    mailbox: Option<(String, Mbox<BufReader<File>>)>,
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some((name, mailbox)) = &mut self.mailbox {
                if let Some((number, bytes)) = mailbox.next() {
                    return Some(Found { name: format!("{name}#{number}"), bytes });
                }
                self.mailbox = None;
            }
            let path = self.waiting.pop()?;
            match self.enter(&path) {
                Ok(Some(found)) => return Some(found),
                Ok(None) => {}
                Err(error) => return Some(Found { name: self.name(&path), bytes: Err(error) }),
            }
        }
    }
}

impl Walk {
    /// A message, or nothing yet: a folder or mailbox was opened, or a link was passed by.
    fn enter(&mut self, path: &Path) -> io::Result<Option<Found>> {
        let named = self.named.as_deref() == Some(path);
        let kind = if named { fs::metadata(path)? } else { fs::symlink_metadata(path)? };
        if kind.is_dir() {
            self.waiting.extend(entries(path)?);
            return Ok(None);
        }
        if !kind.is_file() {
            let text = "this is a link or no ordinary file, and was not read";
            return Err(io::Error::new(io::ErrorKind::Unsupported, text));
        }
        let name = self.name(path);
        let mut file = BufReader::new(File::open(path)?);
        if mbox::starts_here(&mut file)? {
            self.mailbox = Some((name, Mbox::new(file)));
            return Ok(None);
        }
        Ok(Some(Found { name, bytes: read_message(file) }))
    }

    fn name(&self, path: &Path) -> String {
        let inner = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<String> = inner
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        parts.join("/")
    }
}

fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_owned()
}

/// The entries of a folder, last name first. A Maildir's `tmp` holds mail that has not arrived.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    let has = |name: &str| paths.iter().any(|path| path.ends_with(name) && path.is_dir());
    if has("cur") && has("new") {
        paths.retain(|path| !path.ends_with("tmp"));
    }
    paths.sort();
    paths.reverse();
    Ok(paths)
}

fn read_message(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MESSAGE_LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
