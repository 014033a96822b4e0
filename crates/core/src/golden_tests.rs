//! Events are for ever (architecture, L10): one golden file per event and version, all readable.
//!
//! `crates/core/golden/KIND.vN.json` holds one event as the log does. The files of today's versions
//! must come out of this build as the same bytes; older ones must still be read.
//!
//! To add one, run the tests with `BATON_GOLDEN=write`: an event that a test hands to
//! [`record_missing`] and that has no file yet gets one. With `BATON_GOLDEN=enrich` a longer event
//! also takes a shorter one's place; that is for new events only, because what a release has
//! written stays for ever.

use std::collections::BTreeMap;
use std::path::PathBuf;

use baton_testkit::golden::{file, folder, record};

use crate::log::{Entry, Unreadable};

/// Kind, version and text of an event that was read and written again.
type Again = Result<(&'static str, u16, String), Unreadable>;

/// The events of one kind of stream.
struct Family {
    name: &'static str,
    kinds: &'static [(&'static str, u16)],
    read_and_write: fn(&str, u16, &str) -> Again,
}

macro_rules! families {
    ($($event:path),+ $(,)?) => {
        [$(Family {
            name: stringify!($event),
            kinds: <$event>::KINDS,
            read_and_write: |kind, v, data| {
                let event = <$event>::decode(kind, v, data)?;
                Ok((event.kind(), event.v(), event.encode()))
            },
        }),+]
    };
}

/// Every enum of events that the log may hold.
const FAMILIES: &[Family] = &families![
    crate::directory::DirectoryEvent,
    crate::customer::CustomerEvent,
    crate::case::event::CaseEvent,
    crate::agreement::AgreementEvent,
    crate::calendar::kept::CalendarEvent,
    crate::service_level::ServiceLevelEvent,
];

/// Writes golden files for events that have none, if the environment asks for it.
pub(crate) fn record_missing(entries: &[Entry]) {
    entries.iter().for_each(|entry| record(entry.kind, entry.v, &entry.data));
}

/// Kind, version and text of every golden file.
fn golden() -> Vec<(String, u16, String)> {
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let (kind, v) = name
            .strip_suffix(".json")
            .and_then(|name| name.rsplit_once(".v"))
            .unwrap_or_else(|| panic!("{name} is not named KIND.vN.json"));
        let text = std::fs::read_to_string(&path).unwrap();
        (kind.to_owned(), v.parse().unwrap(), text.trim_end_matches('\n').to_owned())
    };
    let folder = std::fs::read_dir(folder()).expect("crates/core/golden holds the golden files");
    folder.map(|entry| read(entry.unwrap().path())).collect()
}

#[test]
fn every_event_has_a_golden_file() {
    let missing: Vec<String> = FAMILIES
        .iter()
        .flat_map(|family| family.kinds)
        .filter(|(kind, v)| !file(kind, *v).exists())
        .map(|(kind, v)| format!("{kind}.v{v}.json"))
        .collect();
    assert!(missing.is_empty(), "missing in crates/core/golden: {}", missing.join(", "));
}

#[test]
fn every_golden_file_is_read_and_todays_are_written_to_the_same_bytes() {
    for (kind, v, text) in golden() {
        let family = FAMILIES
            .iter()
            .find(|family| family.kinds.iter().any(|(known, _)| *known == kind))
            .unwrap_or_else(|| panic!("no event is called {kind}, but {kind}.v{v}.json is kept"));
        let (kind_now, v_now, again) =
            (family.read_and_write)(&kind, v, &text).unwrap_or_else(|error| panic!("{error}"));
        if (kind_now, v_now) == (kind.as_str(), v) {
            assert_eq!(again, text, "{kind}.v{v}.json");
        }
    }
}

#[test]
fn no_two_events_share_a_name() {
    let mut seen = BTreeMap::new();
    for family in FAMILIES {
        for (kind, _) in family.kinds {
            assert_eq!(seen.insert(kind, family.name), None, "{kind} of {}", family.name);
        }
    }
}
