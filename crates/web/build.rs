//! Bundles the style sheets and writes the table of assets: name, file name with the content's hash,
//! media type, entity tag and bytes, sorted by name.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let room = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut assets = vec![("app.css".to_owned(), "text/css; charset=utf-8", bundle(&room)?)];
    for path in listed(&room.join("assets/img"))? {
        let bytes = fs::read(&path)?;
        assets.push((file_name(&path), media(&path)?, bytes));
    }
    assets.sort_by(|a, b| a.0.cmp(&b.0));
    let mut table = String::from("pub static ASSETS: &[Asset] = &[\n");
    for (name, media, bytes) in &assets {
        let hash = format!("{:016x}", fnv(bytes));
        let (stem, end) = name.split_once('.').ok_or("an asset without an ending")?;
        let file = format!("{stem}-{hash}.{end}");
        fs::write(out.join(&file), bytes)?;
        let bytes = format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
        writeln!(
            table,
            "    Asset {{ name: {name:?}, file: {file:?}, media: {media:?}, \
             etag: \"\\\"{hash}\\\"\", bytes: {bytes} }},"
        )?;
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

/// One sheet of all: `layers.css` first, the rest by name; the layers decide what wins.
fn bundle(room: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let folder = room.join("assets/css");
    let first = folder.join("layers.css");
    let mut sheet = squeeze(&fs::read_to_string(&first)?);
    for path in listed(&folder)?.into_iter().filter(|path| *path != first) {
        sheet.push_str(&squeeze(&fs::read_to_string(path)?));
    }
    Ok(sheet.into_bytes())
}

/// Drops comments, indentation and empty lines; our own sheets hold neither in strings.
fn squeeze(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Files of a folder, sorted; watched, so that a new one is seen.
#[allow(clippy::disallowed_macros, reason = "a build script tells Cargo by printing")]
fn listed(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        println!("cargo::rerun-if-changed={}", path.display());
        paths.push(path);
    }
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn media(path: &Path) -> Result<&'static str, Box<dyn Error>> {
    match path.extension().and_then(|end| end.to_str()) {
        Some("svg") => Ok("image/svg+xml"),
        Some("png") => Ok("image/png"),
        Some("ico") => Ok("image/x-icon"),
        _ => Err(format!("{}: no media type is known for it", path.display()).into()),
    }
}

/// FNV-1a, 64 bits: names a content, protects nothing.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
