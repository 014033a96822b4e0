//! Between the rooms: who depends on whom, and which libraries each of them may know.

use super::{none, tree};

/// Each room with the rooms that it may know.
const ROOMS: [(&str, &[&str]); 6] = [
    ("core", &[]),
    ("store", &["core"]),
    ("desk", &["core", "store"]),
    ("web", &["core", "store", "desk"]),
    ("baton", &["core", "store", "desk", "web"]),
    ("testkit", &["core", "store", "desk"]),
];

/// Libraries with the rooms that may know them. What is not named here is for every room.
const LIBRARIES: [(&[&str], &[&str]); 8] = [
    (&["tokio", "futures-util", "tracing"], &["store", "desk", "web", "baton", "testkit"]),
    // The testkit makes scratch databases, and changes in them what nobody may change.
    (&["rusqlite", "tokio-postgres"], &["store", "testkit"]),
    (&["rustix"], &["store"]),
    (&["tokio-postgres-rustls", "rustls", "webpki-roots"], &["store"]),
    (
        &[
            "lettre",
            "mail-parser",
            "mail-builder",
            "html2text",
            "argon2",
            "webauthn-rs",
            "openidconnect",
        ],
        &["desk"],
    ),
    (&["axum", "tower", "tower-http", "maud"], &["web"]),
    (&["ureq"], &["desk", "baton"]),
    (&["clap", "clap_complete", "clap_mangen", "toml", "tracing-subscriber"], &["baton"]),
];

/// Names in one section of a manifest: `name = …` and `name.workspace = true`.
pub fn section<'a>(manifest: &'a str, title: &str) -> Vec<&'a str> {
    let start = format!("[{title}]");
    let lines = manifest.lines().skip_while(|line| line.trim() != start).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.trim_start().starts_with('#'))
        .filter_map(|line| line.split_once('=').map(|(name, _)| name.trim()))
        .map(|name| name.split('.').next().unwrap_or(name))
        .collect()
}

fn manifest(room: &str) -> &'static str {
    tree::text(&format!("crates/{room}/Cargo.toml"))
}

#[test]
fn there_are_six_rooms() {
    let mut found: Vec<&str> = tree::files()
        .iter()
        .filter_map(|file| file.path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml"))
        .collect();
    let mut rooms: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    found.sort_unstable();
    rooms.sort_unstable();
    assert_eq!(found, rooms);
}

#[test]
fn no_room_knows_a_room_above_it() {
    let mut breaches = Vec::new();
    for (room, may) in ROOMS {
        let known = section(manifest(room), "dependencies").into_iter();
        for other in known.filter_map(|name| name.strip_prefix("baton-")) {
            if !may.contains(&other) {
                breaches.push(format!("crates/{room}/Cargo.toml: {room} may not know {other}"));
            }
        }
    }
    none("The direction is core <- store <- desk <- web <- baton:", &breaches);
}

#[test]
fn a_library_is_known_only_by_the_rooms_that_are_for_it() {
    let mut breaches = Vec::new();
    for (room, _) in ROOMS {
        for name in section(manifest(room), "dependencies") {
            let rule = LIBRARIES.iter().find(|(libraries, _)| libraries.contains(&name));
            if rule.is_some_and(|(_, rooms)| !rooms.contains(&room)) {
                breaches.push(format!("crates/{room}/Cargo.toml: {name}"));
            }
        }
    }
    none("These rooms must not know these libraries (ARCHITECTURE.md):", &breaches);
}

#[test]
fn core_knows_nothing_but_types_time_hashes_and_words() {
    let mut known = section(manifest("core"), "dependencies");
    known.sort_unstable();
    let words = ["fluent-bundle", "fluent-syntax", "unic-langid"];
    let others = ["hmac", "jiff", "serde", "serde_json", "sha2", "thiserror"];
    assert_eq!(known, [&words[..2], &others[..], &words[2..]].concat());
}

#[test]
fn every_room_takes_lints_and_versions_from_the_workspace() {
    let mut breaches = Vec::new();
    for (room, _) in ROOMS {
        let manifest = manifest(room);
        if section(manifest, "lints") != ["workspace"] {
            breaches.push(format!("crates/{room}/Cargo.toml: [lints] workspace = true is missing"));
        }
        for line in manifest.lines().filter(|line| line.contains("version = \"")) {
            breaches
                .push(format!("crates/{room}/Cargo.toml: {line}: name the version in the root"));
        }
    }
    none("One place says how strict we are and which versions we take:", &breaches);
}

#[test]
fn every_library_is_named_in_a_decision() {
    let decisions: String = tree::markdown()
        .filter(|file| file.under("docs/decisions/"))
        .map(|file| file.text.as_str())
        .collect();
    let breaches: Vec<String> = section(tree::text("Cargo.toml"), "workspace.dependencies")
        .into_iter()
        .filter(|name| !name.starts_with("baton-") && !decisions.contains(&format!("`{name}`")))
        .map(|name| format!("Cargo.toml: {name}"))
        .collect();
    none("Say in docs/decisions why these are needed:", &breaches);
}
