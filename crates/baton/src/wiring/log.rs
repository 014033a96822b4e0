//! Checks the log, makes the rows again from it, and looks how everything is.

use std::sync::Arc;

use baton_core::calendar::Calendar;
use baton_store::post::{self, State};
use baton_store::verify::{Against, verify as verify_store};
use baton_store::{checkpoint, jobs, rebuild as rebuild_store};

use crate::config::Settings;
use crate::exit::Exit;
use crate::wiring::house::{self, House};
use crate::wiring::{Break, Finding, Rebuilt, Verdict};

/// Walks the whole log: chain, words, checkpoints, rows and files.
pub fn verify(settings: &Settings) -> Result<Verdict, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let calendar = Calendar::standard();
        let against = Against {
            keys: vec![house.key.public()],
            kept: Vec::new(),
            files: Some(&house.files),
            calendar: Some(&calendar),
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
        let calendar = Arc::new(Calendar::standard());
        let made = rebuild_store::rebuild(&house.store, &calendar).await.map_err(house::stored)?;
        house.desk.rebuild_search().await.map_err(house::told)?;
        Ok(Rebuilt { cases: made.cases, customers: made.customers })
    })
}

/// How the database, the jobs and the mail are.
pub fn health(settings: &Settings) -> Result<Vec<Finding>, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        Ok(vec![
            jobs_of(&house).await?,
            quarantine_of(&house).await?,
            checkpoint_of(&house).await?,
            mail_of(settings),
        ])
    })
}

fn finding(what: &str, well: bool, detail: String) -> Finding {
    Finding { what: what.to_owned(), well, detail }
}

async fn jobs_of(house: &House) -> Result<Finding, Exit> {
    let (all, dead) = jobs::count(&house.store.link()).await.map_err(house::stored)?;
    let detail = match dead {
        0 => format!("{all} waiting, none given up"),
        _ => format!("{dead} of {all} were given up: look at them on the page Jobs"),
    };
    Ok(finding("jobs", dead == 0, detail))
}

async fn quarantine_of(house: &House) -> Result<Finding, Exit> {
    let counts = post::count(&house.store.link()).await.map_err(house::stored)?;
    let of = |state| counts.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
    let (unread, kept) = (of(State::Received), of(State::Quarantined));
    let detail = match unread {
        0 => format!("{kept} mails in quarantine, none unread"),
        _ => format!("{unread} mails were kept and not read: start `baton serve`, it reads them"),
    };
    Ok(finding("mail in", unread == 0, detail))
}

async fn checkpoint_of(house: &House) -> Result<Finding, Exit> {
    let latest = checkpoint::latest(&house.store.link()).await.map_err(house::stored)?;
    let detail = match latest {
        Some(latest) => format!("number {} of {}", latest.n, latest.at),
        None => "none yet: `baton serve` makes one an hour".to_owned(),
    };
    Ok(finding("checkpoint", true, detail))
}

fn mail_of(settings: &Settings) -> Finding {
    match &settings.smtp {
        Some(smtp) => finding("mail out", true, format!("{}:{}", smtp.host, smtp.port)),
        None => finding(
            "mail out",
            false,
            "no mail server is set: letters wait. Set smtp.host".to_owned(),
        ),
    }
}
