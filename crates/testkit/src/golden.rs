//! Golden files of events are written where a test meets an event that has none.

use std::path::{Path, PathBuf};

/// Where `KIND.vN.json` stand.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("core").join("golden")
}

/// The file of one kind of event in one version.
pub fn file(kind: &str, v: u16) -> PathBuf {
    folder().join(format!("{kind}.v{v}.json"))
}

/// Writes the golden file of an event if the environment asks for it: with `BATON_GOLDEN=write`
/// where there is none, with `BATON_GOLDEN=enrich` also where it is longer than what there is.
pub fn record(kind: &str, v: u16, data: &str) {
    let enrich = match std::env::var("BATON_GOLDEN").as_deref() {
        Ok("write") => false,
        Ok("enrich") => true,
        _ => return,
    };
    std::fs::create_dir_all(folder()).unwrap();
    let (file, text) = (file(kind, v), format!("{data}\n"));
    let before = std::fs::read_to_string(&file);
    if before.map_or(true, |before| enrich && before.len() < text.len()) {
        std::fs::write(file, text).unwrap();
    }
}
