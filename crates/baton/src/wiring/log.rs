//! Checks the log, makes the rows again from it, and looks how everything is.

use baton_desk::health::Condition;
use baton_store::rebuild as rebuild_store;
use baton_store::verify::{Against, verify as verify_store};

use crate::config::Settings;
use crate::exit::Exit;
use crate::wiring::house;
use crate::wiring::{Break, Finding, Rebuilt, Verdict};

/// Walks the whole log: chain, words, checkpoints, rows and files.
pub fn verify(settings: &Settings) -> Result<Verdict, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let calendars = house.desk.calendars();
        let against = Against {
            keys: vec![house.key.public()],
            kept: Vec::new(),
            files: Some(&house.files),
            calendars: Some(&calendars),
        };
        let report = verify_store(&house.store.link(), &against).await.map_err(house::stored)?;
        Ok(Verdict {
            events: report.events,
            streams: report.streams,
            words: report.words,
            first_bad: report.first_bad.map(|bad| Break {
                seq: bad.seq,
                stream: bad.stream,
                version: u32::try_from(bad.version).unwrap_or(0),
                what: bad.what,
            }),
        })
    })
}

pub fn rebuild(settings: &Settings) -> Result<Rebuilt, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let calendars = house.desk.calendars();
        let made = rebuild_store::rebuild(&house.store, &calendars).await.map_err(house::stored)?;
        house.desk.rebuild_search().await.map_err(house::told)?;
        Ok(Rebuilt { cases: made.cases, customers: made.customers })
    })
}

/// How everything is, as the page of health says it.
pub fn health(settings: &Settings) -> Result<Vec<Finding>, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        Ok(house.desk.health().await.into_iter().map(finding).collect())
    })
}

fn finding(of: baton_desk::health::Finding) -> Finding {
    let parts = [of.says, of.next];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Finding {
        what: of.what.to_owned(),
        well: of.condition != Condition::Ill,
        look: of.condition == Condition::Look,
        detail: parts.join(" "),
    }
}
