//! The cases in which one department asked another, with all their events.

use baton_core::ids::{CaseId, DepartmentId};
use baton_core::log::Recorded;
use baton_core::time::Instant;

use crate::db::{Link, Result, params};
use crate::journal::recorded;

crate::db::statements! {
    /// Who was asked before a redirection stands in no row, so what was redirected is read as well.
    EVENTS = "select e.version, e.at, e.actor, e.kind, e.v, e.data, asked.case_id
        from (select distinct case_id from requests
            where from_department = $1 and (to_department = $2 or hops > 0)
            and sent_at is not null and coalesce(ended_at, 253402300799999) >= $3
            and case_id > $4 order by case_id limit $5) as asked
        join events e on e.stream = 'case-' || asked.case_id
        order by asked.case_id, e.version";
}

/// Cases after the given one, by id, with a request between the two that was open at that moment or
/// later; at most so many.
pub async fn cases(
    link: &Link<'_>,
    from: DepartmentId,
    to: DepartmentId,
    open_at: Instant,
    after: Option<CaseId>,
    limit: u32,
) -> Result<Vec<(CaseId, Vec<Recorded>)>> {
    let after = after.map(|case| case.to_string()).unwrap_or_default();
    let values = params![from, to, open_at, &after, limit];
    let rows = link.rows(EVENTS, values, |row| Ok((row.get(6)?, recorded(row)?))).await?;
    let mut cases: Vec<(CaseId, Vec<Recorded>)> = Vec::new();
    for (case, record) in rows {
        match cases.last_mut().filter(|(last, _)| *last == case) {
            Some((_, records)) => records.push(record),
            None => cases.push((case, vec![record])),
        }
    }
    Ok(cases)
}
