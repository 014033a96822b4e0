//! The files of the project, as a clean clone has them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One text file: its path from the root with forward slashes, and its text.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn ends(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
    /// Whether it is compiled for tests only, by its name.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.ends_with("tests.rs") || self.path.contains("/tests/")
    }
    pub fn under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("crates/testkit has a root")
        .into()
}

/// Every text file of the project, in order of path; read once.
pub fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = Vec::new();
        walk(&root(), "", &ignored(), &mut files);
        assert!(files.len() > 50, "the walk has found {} files only", files.len());
        files
    })
}

/// The text of one file that must be there.
pub fn text(path: &str) -> &'static str {
    &files()
        .iter()
        .find(|file| file.path == path)
        .unwrap_or_else(|| panic!("{path} is missing"))
        .text
}

pub fn rust() -> impl Iterator<Item = &'static File> {
    files().iter().filter(|file| file.ends(".rs"))
}

pub fn markdown() -> impl Iterator<Item = &'static File> {
    files().iter().filter(|file| file.ends(".md"))
}

/// Names that `.gitignore` keeps out; it holds plain names only, which is checked here.
fn ignored() -> Vec<String> {
    let text = fs::read_to_string(root().join(".gitignore")).unwrap();
    text.lines()
        .map(|line| line.trim().trim_start_matches('/').trim_end_matches('/').to_owned())
        .collect()
}

fn is_ignored(name: &str, ignored: &[String]) -> bool {
    let matches = |pattern: &String| match pattern.strip_prefix('*') {
        Some(ending) => name.ends_with(ending),
        None => name == pattern,
    };
    name == ".git" || name == "target" || name == "node_modules" || ignored.iter().any(matches)
}

fn walk(folder: &Path, prefix: &str, ignored: &[String], files: &mut Vec<File>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().expect("file names are UTF-8");
        if is_ignored(&name, ignored) {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, files);
        } else if let Ok(text) = String::from_utf8(fs::read(entry.path()).unwrap_or_default()) {
            files.push(File { path, text });
        }
    }
}
