//! Clocks of two departments, as figures of agreements count them.

use baton_core::agreement::{Measured, Window};
use baton_core::ids::{AgreementId, DepartmentId};
use baton_core::time::Span;

use crate::db::{Link, Result, params};

macro_rules! of_pair {
    ($what:literal) => {
        concat!(
            "select ",
            $what,
            " from clocks where from_department = $1 and to_department = $2
            and coalesce(agreement, '') = $3 and due_at >= $4 and due_at < $5"
        )
    };
}

crate::db::statements! {
    MEASURED = of_pair!("kind, service_class, started_at, stopped_at, due_at, left_out, used_ms, excused");
    KEPT = concat!(
        of_pair!("count(*), count(case when stopped_at <= due_at then 1 end)"),
        " and (left_out is null or stopped_at > due_at)"
    );
}

/// Two departments, the one that asks first, and what bound them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    pub from: DepartmentId,
    pub to: DepartmentId,
    /// `None`: nothing was agreed.
    pub agreement: Option<AgreementId>,
}

/// Every clock of a pair that fell due in a window.
pub async fn measured(link: &Link<'_>, pair: Pair, window: Window) -> Result<Vec<Measured>> {
    let agreement = pair.agreement.map(|id| id.to_string()).unwrap_or_default();
    let values = params![pair.from, pair.to, &agreement, window.from, window.until];
    link.rows(MEASURED, values, |row| {
        Ok(Measured {
            kind: row.get(0)?,
            class: row.get(1)?,
            started: row.get(2)?,
            stopped: row.get(3)?,
            due: row.get(4)?,
            left_out: row.get(5)?,
            used: row.get::<Option<i64>>(6)?.map(Span::millis),
            excused: row.get(7)?,
        })
    })
    .await
}

/// How many of them count, and how many of those were met.
pub async fn kept(link: &Link<'_>, pair: Pair, window: Window) -> Result<(u64, u64)> {
    let agreement = pair.agreement.map(|id| id.to_string()).unwrap_or_default();
    let values = params![pair.from, pair.to, &agreement, window.from, window.until];
    link.only(KEPT, values, |row| Ok((row.get(0)?, row.get(1)?))).await
}
