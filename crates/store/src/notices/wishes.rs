//! How people want to be told: by topic, and at which hours mail may come.

use std::collections::BTreeMap;

use baton_core::ids::PersonId;
use baton_core::notice::{Choice, Days, Frame, Hours, Mail, Topic, Wishes};

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    CHOICES = "select person, topic, shown, mail from notice_choices";
    HOURS = "select person, work_from, work_to, work_days, quiet_from, quiet_to, digest_at
        from notice_hours";
    SET_CHOICE = "insert into notice_choices (person, topic, shown, mail) values ($1, $2, $3, $4)
        on conflict (person, topic) do update set shown = excluded.shown, mail = excluded.mail";
    SET_HOURS = "insert into notice_hours
            (person, work_from, work_to, work_days, quiet_from, quiet_to, digest_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (person) do update set work_from = excluded.work_from,
            work_to = excluded.work_to, work_days = excluded.work_days,
            quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
            digest_at = excluded.digest_at";
    COUNT_CHANGE = "insert into settings (name, value) values ('wishes', 1)
        on conflict (name) do update set value = settings.value + 1";
    CHANGES = "select value from settings where name = 'wishes'";
}

/// The wishes of everybody who has any, as they were after so many changes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Everybody {
    pub changes: i64,
    pub of: BTreeMap<PersonId, Wishes>,
}

/// How everybody wants to be told who has chosen anything.
pub async fn wishes(link: &Link<'_>) -> Result<BTreeMap<PersonId, Wishes>> {
    let mut all: BTreeMap<PersonId, Wishes> = BTreeMap::new();
    let choices: Vec<(PersonId, String, bool, String)> = link
        .rows(CHOICES, params![], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .await?;
    for (person, topic, shown, mail) in choices {
        // A topic of another build is passed over.
        if let (Some(topic), Some(mail)) = (Topic::parse(&topic), Mail::parse(&mail)) {
            all.entry(person).or_default().set(topic, Choice { shown, mail });
        }
    }
    for (person, hours) in link.rows(HOURS, params![], hours).await? {
        all.entry(person).or_default().hours = hours;
    }
    Ok(all)
}

fn hours(row: &Row<'_>) -> Result<(PersonId, Hours)> {
    let frame = |from: Option<u16>, to: Option<u16>| from.zip(to).map(|(f, t)| Frame::new(f, t));
    let hours = Hours {
        work: frame(row.get(1)?, row.get(2)?),
        days: Days::from_bits(row.get(3)?),
        quiet: frame(row.get(4)?, row.get(5)?),
        digest_at: row.get(6)?,
    };
    Ok((row.get(0)?, hours))
}

pub async fn set_choice(tx: &Tx<'_>, person: PersonId, topic: Topic, choice: Choice) -> Result<()> {
    let values = params![person, topic.name(), choice.shown, choice.mail.name()];
    tx.exec(SET_CHOICE, values).await?;
    Ok(())
}

pub async fn set_hours(tx: &Tx<'_>, person: PersonId, hours: &Hours) -> Result<()> {
    let values = params![
        person,
        hours.work.map(|frame| frame.from),
        hours.work.map(|frame| frame.to),
        hours.days.bits(),
        hours.quiet.map(|frame| frame.from),
        hours.quiet.map(|frame| frame.to),
        hours.digest_at,
    ];
    tx.exec(SET_HOURS, values).await?;
    Ok(())
}

/// Counts that somebody has changed theirs, so that other nodes look.
pub async fn count_change(tx: &Tx<'_>) -> Result<()> {
    tx.exec(COUNT_CHANGE, params![]).await?;
    Ok(())
}

/// How often anybody has changed theirs.
pub async fn changes(link: &Link<'_>) -> Result<i64> {
    Ok(link.one(CHANGES, params![], |row| row.get(0)).await?.unwrap_or(0))
}
