//! How everything is: what was looked at, how it stands, and what to do where it is not well.

use baton_core::say;
use baton_core::time::{Instant, Span};
use baton_store::post::{self, State};
use baton_store::{Health, checkpoint, jobs};

use crate::desk::Desk;
use crate::settings::Outbox;
use crate::trouble::Trouble;

/// Below this much room, in bytes, somebody should look.
const LITTLE_ROOM: u64 = 2 << 30;
/// Below this, nothing more is taken in: a database that runs full may not even be tidied up.
const NO_ROOM: u64 = 128 << 20;
/// A job that is due for longer than this waits for nobody to come.
const LATE: Span = Span::minutes(10);
/// Checkpoints are made every hour.
const OLD: Span = Span::hours(3);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Condition {
    Well,
    /// It works, and somebody should look.
    Look,
    Ill,
}

impl Condition {
    pub const NAMES: &'static [&'static str] = &["well", "look", "ill"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Look => "look",
            Self::Ill => "ill",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub what: &'static str,
    pub condition: Condition,
    /// How it is, and the cause where it is not well.
    pub says: String,
    /// What to do about it; empty where there is nothing to do.
    pub next: String,
    /// The page on which that is done.
    pub page: Option<&'static str>,
}

impl Finding {
    fn well(what: &'static str, says: impl Into<String>) -> Self {
        let says = says.into();
        Self { what, condition: Condition::Well, says, next: String::new(), page: None }
    }
    fn not_well(
        what: &'static str,
        condition: Condition,
        says: impl Into<String>,
        next: &str,
    ) -> Self {
        Self { what, condition, says: says.into(), next: next.to_owned(), page: None }
    }
    fn at(mut self, page: &'static str) -> Self {
        self.page = Some(page);
        self
    }
}

impl Desk {
    /// Looks at everything that must be well.
    pub async fn health(&self) -> Vec<Finding> {
        let mut findings = vec![self.database().await];
        let looked = [
            self.migrations().await,
            self.room(),
            self.waiting_jobs().await,
            self.dead_jobs().await,
            self.mail_out().await,
            self.mail_in().await,
            self.log().await,
        ];
        findings.extend(looked.into_iter().map(|finding| finding.unwrap_or_else(unknown)));
        findings
    }

    /// Whether this node can serve: the database answers in the shape of this build, and there is
    /// room to write.
    pub async fn is_ready(&self) -> Result<bool, Trouble> {
        let migrated = self.0.store.is_migrated().await?;
        Ok(migrated && self.0.files.free()? >= NO_ROOM)
    }

    async fn database(&self) -> Finding {
        match self.0.store.health().await {
            Ok(Health::Sqlite) => {
                Finding::well(say!("health-database"), say!("health-sqlite-one-file-in-the-data"))
            }
            Ok(Health::Postgres { synchronous_standby: true }) => Finding::well(
                say!("health-database"),
                say!("health-postgresql-with-a-standby-that"),
            ),
            Ok(Health::Postgres { synchronous_standby: false }) => {
                Finding::well(say!("health-database"), say!("health-postgresql-without-a"))
            }
            Err(error) => Finding::not_well(
                say!("health-database"),
                Condition::Ill,
                say!("health-it-does-not-answer", error),
                say!("health-see-whether-it-runs-and-can"),
            ),
        }
    }

    async fn migrations(&self) -> Result<Finding, Trouble> {
        if self.0.store.is_migrated().await? {
            return Ok(Finding::well(
                say!("health-migrations"),
                say!("health-the-database-has-the-shape-of"),
            ));
        }
        Ok(Finding::not_well(
            say!("health-migrations"),
            Condition::Ill,
            say!("health-another-build-has-changed-the"),
            say!("health-stop-this-node-and-start-it"),
        ))
    }

    fn room(&self) -> Result<Finding, Trouble> {
        let free = self.0.files.free()?;
        let says = say!("health-free-where-the-data-folder-lies", bytes = bytes(free));
        let next = say!("health-make-room-or-move-the-data");
        Ok(match free {
            free if free < NO_ROOM => {
                Finding::not_well(say!("health-disk"), Condition::Ill, says, next)
            }
            free if free < LITTLE_ROOM => {
                Finding::not_well(say!("health-disk"), Condition::Look, says, next)
            }
            _ => Finding::well(say!("health-disk"), says),
        })
    }

    async fn waiting_jobs(&self) -> Result<Finding, Trouble> {
        let waiting = jobs::waiting(&self.0.store.link()).await?;
        let count: u64 = waiting.iter().map(|kind| kind.count).sum();
        let first = waiting.iter().map(|kind| kind.first_at).min();
        let late = first.filter(|first| self.now().since(*first) > LATE);
        Ok(match late {
            None => {
                Finding::well(say!("health-jobs"), say!("health-waiting-none-of-them-late", count))
            }
            Some(first) => Finding::not_well(
                say!("health-jobs"),
                Condition::Look,
                say!("health-waiting-the-first-was-due", count, ago = ago(first, self.now())),
                say!("health-they-are-tried-again-by"),
            ),
        })
    }

    async fn dead_jobs(&self) -> Result<Finding, Trouble> {
        let (_, dead) = jobs::count(&self.0.store.link()).await?;
        Ok(match dead {
            0 => Finding::well(say!("health-jobs-given-up"), say!("health-none")),
            dead => Finding::not_well(
                say!("health-jobs-given-up"),
                Condition::Ill,
                say!("health-could-not-be-done-however-often", dead),
                say!("health-see-why-then-try-them-again"),
            )
            .at("/admin/jobs"),
        })
    }

    async fn mail_out(&self) -> Result<Finding, Trouble> {
        let waiting = jobs::waiting(&self.0.store.link()).await?;
        let letters = waiting.iter().find(|kind| kind.kind == "send_message");
        let count = letters.map_or(0, |letters| letters.count);
        let late = letters.filter(|letters| self.now().since(letters.first_at) > LATE);
        Ok(match (&self.settings().outbox, late) {
            (Outbox::Nowhere, _) => Finding::not_well(
                say!("health-mail-out"),
                Condition::Ill,
                say!("health-no-mail-server-is-set-letters", count),
                say!("health-set-smtp-host-in-the-settings"),
            )
            .at("/admin/mail"),
            (_, Some(letters)) => Finding::not_well(
                say!("health-mail-out"),
                Condition::Ill,
                say!(
                    "health-letters-to-customers-wait-the",
                    count,
                    ago = ago(letters.first_at, self.now())
                ),
                say!("health-send-a-test-letter-to-see"),
            )
            .at("/admin/mail"),
            (Outbox::Folder(_), None) => Finding::well(
                say!("health-mail-out"),
                say!("health-letters-become-files-wait", count),
            ),
            (Outbox::Smtp(_), None) => Finding::well(
                say!("health-mail-out"),
                say!("health-letters-to-customers-wait", count),
            ),
        })
    }

    async fn mail_in(&self) -> Result<Finding, Trouble> {
        let counts = post::count(&self.0.store.link()).await?;
        let of = |state| counts.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
        let (unread, kept) = (of(State::Received), of(State::Quarantined));
        Ok(match (unread, kept) {
            (0, 0) => {
                Finding::well(say!("health-mail-in"), say!("health-none-unread-none-in-quarantine"))
            }
            (0, kept) => Finding::not_well(
                say!("health-mail-in"),
                Condition::Look,
                say!("health-in-quarantine-nobody-has-seen", kept),
                say!("health-file-each-as-a-case-or"),
            )
            .at("/admin/quarantine"),
            (unread, _) => Finding::not_well(
                say!("health-mail-in"),
                Condition::Look,
                say!("health-kept-and-not-yet-read", unread),
                say!("health-they-are-read-when-baton-starts"),
            ),
        })
    }

    async fn log(&self) -> Result<Finding, Trouble> {
        let latest = checkpoint::latest(&self.0.store.link()).await?;
        let now = self.now();
        Ok(match latest {
            None => Finding::well(say!("health-log"), say!("health-no-checkpoint-yet-the-first")),
            Some(latest) if now.since(latest.at) > OLD => Finding::not_well(
                say!("health-log"),
                Condition::Look,
                say!("health-the-last-signed-checkpoint-is", ago = ago(latest.at, now)),
                say!("health-one-is-made-every-hour-while"),
            ),
            Some(latest) => Finding::well(
                say!("health-log"),
                say!("health-checkpoint-was-signed", latest = latest.n, ago = ago(latest.at, now)),
            ),
        })
    }
}

fn unknown(trouble: Trouble) -> Finding {
    Finding::not_well(
        say!("health-not-looked-at"),
        Condition::Ill,
        say!("health-it-could-not-be-asked", trouble),
        say!("health-look-again-in-a-minute-if"),
    )
}

/// `512 MB`, `3.2 GB`.
fn bytes(count: u64) -> String {
    let megabytes = count / 1_000_000;
    if megabytes < 1_000 {
        return say!("health-mb", megabytes);
    }
    let tenths = megabytes / 100;
    say!("health-gb", tenths = tenths / 10, tenths_2 = tenths % 10)
}

/// `5 minutes ago`, `3 hours ago`, `2 days ago`.
fn ago(at: Instant, now: Instant) -> String {
    let minutes = now.since(at).as_seconds().max(0) / 60;
    match minutes {
        0..=119 => say!("health-ago-minutes", count = minutes),
        120..=2_879 => say!("health-ago-hours", count = minutes / 60),
        _ => say!("health-ago-days", count = minutes / 1_440),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_and_time_are_said_in_one_figure() {
        assert_eq!(bytes(512_000_000), "512 MB");
        assert_eq!(bytes(3_250_000_000), "3.2 GB");
        let now = Instant::from_millis(1_000_000_000);
        for (span, said) in [
            (Span::seconds(10), "0 minutes ago"),
            (Span::minutes(1), "1 minute ago"),
            (Span::hours(3), "3 hours ago"),
            (Span::hours(50), "2 days ago"),
        ] {
            assert_eq!(ago(now - span, now), said);
        }
    }
}
