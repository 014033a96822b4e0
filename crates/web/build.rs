//! Bundles the style sheets, lets scripts import each other by the names they are served under, and
//! writes the table of assets: name, file name with the content's hash, media type, entity tag and
//! bytes, sorted by name.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Scripts that others wrote (decision 8), and what each one defines.
const VENDORED: &[(&str, &str)] = &[("idiomorph.js", "Idiomorph")];

fn main() -> Result<(), Box<dyn Error>> {
    let room = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut assets = vec![("app.css".to_owned(), "text/css; charset=utf-8", bundle(&room)?)];
    for path in listed(&room.join("assets/img"))? {
        let bytes = fs::read(&path)?;
        assets.push((file_name(&path), media(&path)?, bytes));
    }
    for (name, text) in modules(&room)? {
        assets.push((name, "text/javascript; charset=utf-8", text.into_bytes()));
    }
    assets.sort_by(|a, b| a.0.cmp(&b.0));
    let mut table = String::from("pub static ASSETS: &[Asset] = &[\n");
    for (name, media, bytes) in &assets {
        let hash = format!("{:016x}", fnv(bytes));
        let file = served(name, bytes)?;
        fs::write(out.join(&file), bytes)?;
        let bytes = format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
        writeln!(
            table,
            "    Asset {{ name: {name:?}, file: {file:?}, media: {media:?}, \
             etag: \"\\\"{hash}\\\"\", bytes: {bytes} }},"
        )?;
    }
    table.push_str("];\n");
    // The table names every file by its content.
    let edition = fnv(table.as_bytes());
    writeln!(table, "/// Another one whenever any asset is another one.")?;
    writeln!(table, "pub const EDITION: &str = \"{edition:016x}\";")?;
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

/// The scripts, every import in them by the name under which it is served. A name holds its content's
/// hash, so a module is done after those that it imports.
fn modules(room: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut waiting = sources(room)?;
    let (mut done, mut names) = (Vec::new(), BTreeMap::<String, String>::new());
    while !waiting.is_empty() {
        let imports = |text: &str| waiting.keys().any(|other| text.contains(&quoted(other)));
        let ready = waiting.iter().find(|(_, text)| !imports(text)).map(|(name, _)| name.clone());
        let name = ready.ok_or("scripts import each other in a circle")?;
        let mut text = waiting.remove(&name).unwrap_or_default();
        for (known, file) in &names {
            text = text.replace(&quoted(known), &quoted(file));
        }
        let known =
            |place: &str| names.values().any(|file| place.starts_with(&format!("{file}\"")));
        if text.split("\"./").skip(1).any(|place| !known(place)) {
            return Err(format!("{name} imports what there is not").into());
        }
        names.insert(name.clone(), served(&name, text.as_bytes())?);
        done.push((name, text));
    }
    Ok(done)
}

/// Our own modules, and what others wrote, which is kept as it was published and exports here.
fn sources(room: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut texts = BTreeMap::new();
    let is_script = |path: &PathBuf| path.extension().is_some_and(|end| end == "js");
    for path in listed(&room.join("assets/js"))?.into_iter().filter(is_script) {
        texts.insert(file_name(&path), bare(&fs::read_to_string(&path)?));
    }
    for (name, exports) in VENDORED {
        let text = fs::read_to_string(room.join("assets/js/vendor").join(name))?;
        texts.insert((*name).to_owned(), format!("{text}\nexport {{ {exports} }};\n"));
    }
    listed(&room.join("assets/js/vendor"))?;
    Ok(texts)
}

/// Drops indentation, empty lines and lines of comment; none of our texts goes over two lines.
fn bare(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

fn quoted(name: &str) -> String {
    format!("\"./{name}\"")
}

/// `live.js` as `live-0123456789abcdef.js`.
fn served(name: &str, bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    let (stem, end) = name.split_once('.').ok_or("an asset without an ending")?;
    Ok(format!("{stem}-{:016x}.{end}", fnv(bytes)))
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
