//! Jobs: what shall happen outside, or later, queued in the transaction that decided it.

use baton_core::ids::JobId;
use baton_core::time::{Instant, Span};

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    ADD = "insert into jobs (id, kind, key, run_at, attempts, lease_until, payload, last_error, owner)
        values ($1, $2, $3, $4, 0, 0, $5, '', $6)";
    CLAIM = "update jobs set lease_until = $1, attempts = attempts + 1 where id in (
            select id from jobs where dead_at is null and run_at <= $2 and lease_until <= $2
            and ($3 = '' or kind = $3) order by run_at limit $4)
        returning id, kind, key, run_at, attempts, payload, last_error, dead_at, owner",
        postgres "update jobs set lease_until = $1, attempts = attempts + 1 where id in (
            select id from jobs where dead_at is null and run_at <= $2 and lease_until <= $2
            and ($3 = '' or kind = $3) order by run_at limit $4 for update skip locked)
        returning id, kind, key, run_at, attempts, payload, last_error, dead_at, owner";
    DONE = "delete from jobs where id = $1 and attempts = $2";
    RETRY = "update jobs set run_at = $1, lease_until = 0, last_error = $2
        where id = $3 and attempts = $4";
    BURY = "update jobs set dead_at = $1, lease_until = 0, last_error = $2, owner = $3
        where id = $4 and attempts = $5";
    CANCEL = "delete from jobs where key = $1 and key <> '' and lease_until <= $2";
    REVIVE = "update jobs set dead_at = null, attempts = 0, run_at = $1
        where id = $2 and dead_at is not null";
    DISMISS = "delete from jobs where id = $1 and dead_at is not null";
    DEAD = "select id, kind, key, run_at, attempts, payload, last_error, dead_at, owner from jobs
        where dead_at is not null order by dead_at, id limit $1";
    /// What nobody has begun begins no sooner than the moment.
    DEFER = "update jobs set run_at = $1
        where kind = $2 and run_at < $1 and attempts = 0 and dead_at is null";
    BEGINS = "select run_at from jobs
        where key = $1 and key <> '' and attempts = 0 and dead_at is null";
    NEXT = "select min(run_at) from jobs where dead_at is null and lease_until <= $1";
    WAITING = "select kind, count(*), min(run_at) from jobs where dead_at is null
        group by kind order by kind";
    ONE = "select id, kind, key, run_at, attempts, payload, last_error, dead_at, owner from jobs
        where id = $1";
    COUNT = "select count(*), coalesce(sum(case when dead_at is null then 0 else 1 end), 0) from jobs";
}

/// A job to be queued. `kind` is verb_noun (`send_mail`); `key` names what it is about, for
/// taking it back, and may be empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewJob {
    pub id: JobId,
    pub kind: String,
    pub key: String,
    pub run_at: Instant,
    /// JSON of ids and choices, never words.
    pub payload: String,
    /// Who looks at it when it fails for good: a department's or a person's id, or empty.
    pub owner: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    pub key: String,
    pub run_at: Instant,
    /// How often it was begun, this time included. Also the proof that it is still ours: whoever
    /// let the lease run out finds another number and changes nothing.
    pub attempts: u32,
    pub payload: String,
    pub last_error: String,
    pub dead_at: Option<Instant>,
    pub owner: String,
}

fn job(row: &Row<'_>) -> Result<Job> {
    Ok(Job {
        id: row.get(0)?,
        kind: row.get(1)?,
        key: row.get(2)?,
        run_at: row.get(3)?,
        attempts: row.get(4)?,
        payload: row.get(5)?,
        last_error: row.get(6)?,
        dead_at: row.get(7)?,
        owner: row.get(8)?,
    })
}

pub async fn add(tx: &Tx<'_>, job: &NewJob) -> Result<()> {
    add_all(tx, std::slice::from_ref(job)).await
}

pub async fn add_all(tx: &Tx<'_>, jobs: &[NewJob]) -> Result<()> {
    tx.many(
        ADD,
        jobs.iter().map(|job| {
            [
                job.id.into(),
                (&job.kind).into(),
                (&job.key).into(),
                job.run_at.into(),
                (&job.payload).into(),
                (&job.owner).into(),
            ]
        }),
    )
    .await
}

/// Takes jobs that are due, oldest first, and holds them until `now + lease`; no other node gets
/// them before. `kind` of `None` takes any.
pub async fn claim(
    tx: &Tx<'_>,
    kind: Option<&str>,
    now: Instant,
    lease: Span,
    limit: u32,
) -> Result<Vec<Job>> {
    let values = params![now + lease, now, kind.unwrap_or(""), limit];
    let mut claimed = tx.rows(CLAIM, values, job).await?;
    claimed.sort_by_key(|job| (job.run_at, baton_core::ids::Id::bits(job.id)));
    Ok(claimed)
}

/// It is done and goes. `false`: the lease ran out and somebody else has it.
pub async fn done(tx: &Tx<'_>, id: JobId, attempts: u32) -> Result<bool> {
    Ok(tx.exec(DONE, params![id, attempts]).await? == 1)
}

/// Try again at the moment.
pub async fn retry_at(
    tx: &Tx<'_>,
    id: JobId,
    attempts: u32,
    at: Instant,
    error: &str,
) -> Result<bool> {
    Ok(tx.exec(RETRY, params![at, error, id, attempts]).await? == 1)
}

/// It failed for good: it stays, for `owner` to look at.
pub async fn bury(
    tx: &Tx<'_>,
    id: JobId,
    attempts: u32,
    at: Instant,
    error: &str,
    owner: &str,
) -> Result<bool> {
    Ok(tx.exec(BURY, params![at, error, owner, id, attempts]).await? == 1)
}

/// Takes back what nobody has begun. Answers how many jobs went.
pub async fn cancel(tx: &Tx<'_>, key: &str, now: Instant) -> Result<u64> {
    if key.is_empty() {
        return Ok(0);
    }
    tx.exec(CANCEL, params![key, now]).await
}

/// The dead ones, longest dead first.
pub async fn dead(link: &Link<'_>, limit: u32) -> Result<Vec<Job>> {
    link.rows(DEAD, params![limit], job).await
}

/// Jobs of a kind that wait: how many, and when the first of them was or is due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    pub kind: String,
    pub count: u64,
    pub first_at: Instant,
}

/// What waits, by kind.
pub async fn waiting(link: &Link<'_>) -> Result<Vec<Waiting>> {
    link.rows(WAITING, params![], |row| {
        Ok(Waiting { kind: row.get(0)?, count: row.get(1)?, first_at: row.get(2)? })
    })
    .await
}

pub async fn get(link: &Link<'_>, id: JobId) -> Result<Option<Job>> {
    link.one(ONE, params![id], job).await
}

/// Lets a dead job start over.
pub async fn revive(tx: &Tx<'_>, id: JobId, now: Instant) -> Result<bool> {
    Ok(tx.exec(REVIVE, params![now, id]).await? == 1)
}

/// Lets a dead job go for ever.
pub async fn dismiss(tx: &Tx<'_>, id: JobId) -> Result<bool> {
    Ok(tx.exec(DISMISS, params![id]).await? == 1)
}

/// Jobs of a kind that nobody has begun yet begin no sooner than the moment. Answers how many wait
/// longer by it.
pub async fn defer(tx: &Tx<'_>, kind: &str, until: Instant) -> Result<u64> {
    tx.exec(DEFER, params![until, kind]).await
}

/// When the job with this key begins; `None` when it has begun, or there is none.
pub async fn begins(link: &Link<'_>, key: &str) -> Result<Option<Instant>> {
    if key.is_empty() {
        return Ok(None);
    }
    link.one(BEGINS, params![key], |row| row.get(0)).await
}

/// When the next job is due that nobody holds.
pub async fn next_at(link: &Link<'_>, now: Instant) -> Result<Option<Instant>> {
    link.only(NEXT, params![now], |row| row.get(0)).await
}

/// How many jobs there are, and how many of them are dead.
pub async fn count(link: &Link<'_>) -> Result<(u64, u64)> {
    link.only(COUNT, params![], |row| Ok((row.get(0)?, row.get(1)?))).await
}
