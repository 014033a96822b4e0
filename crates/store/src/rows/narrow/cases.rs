//! Cases of departments, narrowed.

use baton_core::ids::DepartmentId;
use baton_core::time::Instant;

use super::{Pick, Said, Stretch, maybe, place_of};
use crate::db::{Link, Param, Result, Sql};
use crate::rows::case::{CaseRow, Order, place, read, select};
use crate::rows::{Cursor, Page};

macro_rules! asked {
    ($cond:literal) => {
        concat!(
            "exists (select 1 from requests r where r.case_id = c.id and r.ended_at is null
                and r.sent_at is not null and ",
            $cond,
            ")"
        )
    };
}

macro_rules! narrowed {
    () => {
        concat!(
            " and ($4 = '' or $4 like '%,' || c.state || ',%')
            and $5 not like '%,' || c.state || ',%'
            and ($6 = '' or $6 like '%,' || c.owner || ',%')
            and $7 not like '%,' || c.owner || ',%'
            and ($8 = '' or $8 like '%,' || c.priority || ',%')
            and $9 not like '%,' || c.priority || ',%'
            and ($10 = '' or $10 like '%,' || coalesce(c.customer, '?') || ',%')
            and $11 not like '%,' || coalesce(c.customer, '?') || ',%'
            and ($12 = '' or ",
            asked!("$12 like '%,' || r.to_department || ',%'"),
            ") and not ",
            asked!("$13 like '%,' || r.to_department || ',%'"),
            " and $14 in (-1, case when c.closed_at is null then 1 else 0 end)
            and $15 in (-1, case when c.due_at < $16 then 1 else 0 end)
            and $17 in (-1, case when c.told_at is null then 0 else 1 end)
            and $18 in (-1, case when ",
            asked!("r.mover = 'to' and r.state <> 'waiting_customer'"),
            " then 1 else 0 end) and $19 in (-1, case when ",
            asked!("r.state = 'waiting_customer'"),
            " then 1 else 0 end) and $20 in (-1, case when c.closed_at is null and not ",
            asked!("r.mover = 'to'"),
            " then 1 else 0 end) and $21 in (-1, case when ",
            asked!("r.disputed = 1"),
            " then 1 else 0 end) and $22 in (-1, case when ",
            asked!("r.level > 0"),
            " then 1 else 0 end)
            and coalesce(c.due_at, 253402300799999) >= $23
            and coalesce(c.due_at, 253402300799999) < $24
            and c.received_at >= $25 and c.received_at < $26
            and ($27 = '' or $27 like '%,' || c.id || ',%')
            and $28 not like '%,' || c.id || ',%'"
        )
    };
}

macro_rules! due {
    ($more:expr) => {
        select!(concat!(
            "where c.department = $1 and c.closed_at is null
            and (coalesce(c.due_at, 253402300799999), c.id) > ($2, $3)",
            narrowed!(),
            $more,
            " order by coalesce(c.due_at, 253402300799999), c.id limit "
        ))
    };
}

macro_rules! newest {
    ($more:expr) => {
        select!(concat!(
            "where c.department = $1 and (c.number, c.id) < ($2, $3)",
            narrowed!(),
            $more,
            " order by c.number desc, c.id desc limit "
        ))
    };
}

macro_rules! said_sqlite {
    () => {
        " and c.id in (select substr(docs.thing, 1, 26) from docs_terms
            join docs on docs.n = docs_terms.rowid where docs_terms match $29)
        and c.id not in (select substr(docs.thing, 1, 26) from docs_terms
            join docs on docs.n = docs_terms.rowid where docs_terms match $30)"
    };
}

macro_rules! said_postgres {
    () => {
        " and c.id in (select substr(thing, 1, 26) from docs
            where terms @@ cast(cast($29 as text) as tsquery))
        and c.id not in (select substr(thing, 1, 26) from docs
            where terms @@ cast(cast($30 as text) as tsquery))"
    };
}

crate::db::statements! {
    DUE = concat!(due!(""), "$29");
    NEWEST = concat!(newest!(""), "$29");
    DUE_SAID = concat!(due!(said_sqlite!()), "$31"), postgres concat!(due!(said_postgres!()), "$31");
    NEWEST_SAID = concat!(newest!(said_sqlite!()), "$31"),
        postgres concat!(newest!(said_postgres!()), "$31");
}

/// What a case must be to be in the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Narrow {
    pub said: Said,
    pub states: Pick,
    pub owners: Pick,
    pub priorities: Pick,
    pub customers: Pick,
    /// Departments that were asked and have not ended it yet.
    pub with: Pick,
    pub open: Option<bool>,
    pub late: Option<bool>,
    pub told: Option<bool>,
    pub waits_for_them: Option<bool>,
    pub waits_for_customer: Option<bool>,
    pub waits_for_us: Option<bool>,
    pub disputed: Option<bool>,
    pub escalated: Option<bool>,
    pub due: Stretch,
    pub opened: Stretch,
    /// The cases themselves.
    pub ids: Pick,
}

/// A page of the cases that fit any of these, in one order. `now` says what is late.
pub async fn list(
    link: &Link<'_>,
    departments: &[DepartmentId],
    any: &[Narrow],
    order: Order,
    after: Option<&Cursor>,
    now: Instant,
    limit: u32,
) -> Result<Page<CaseRow>> {
    let mut lists = Vec::new();
    for narrow in any {
        for department in departments {
            lists.push(one(link, *department, narrow, order, after, now, limit + 1).await?);
        }
    }
    Ok(Page::merge(lists, limit, order == Order::Newest, |row| place(row, order)))
}

async fn one(
    link: &Link<'_>,
    department: DepartmentId,
    narrow: &Narrow,
    order: Order,
    after: Option<&Cursor>,
    now: Instant,
    limit: u32,
) -> Result<Vec<CaseRow>> {
    let picks =
        [&narrow.states, &narrow.owners, &narrow.priorities, &narrow.customers, &narrow.with];
    let picked: Vec<String> = picks.into_iter().flat_map(Pick::lists).collect();
    let said = narrow.said.asked(link.is_postgres(), &["case", "message"]);
    let mut values: Vec<Param<'_>> = vec![department.into()];
    values.extend(place_of(order == Order::Newest, after));
    values.extend(picked.iter().map(Param::from));
    values.extend([maybe(narrow.open), maybe(narrow.late), now.into(), maybe(narrow.told)]);
    values.extend([maybe(narrow.waits_for_them), maybe(narrow.waits_for_customer)]);
    values.extend([maybe(narrow.waits_for_us), maybe(narrow.disputed), maybe(narrow.escalated)]);
    values.extend(narrow.due.limits());
    values.extend(narrow.opened.limits());
    let ids = narrow.ids.lists();
    values.extend(ids.iter().map(Param::from));
    if !narrow.said.is_empty() {
        values.extend(said.iter().map(Param::from));
    }
    values.push(limit.into());
    link.rows(statement(order, narrow.said.is_empty()), &values, read).await
}

fn statement(order: Order, silent: bool) -> Sql {
    match (order, silent) {
        (Order::Due, true) => DUE,
        (Order::Newest, true) => NEWEST,
        (Order::Due, false) => DUE_SAID,
        (Order::Newest, false) => NEWEST_SAID,
    }
}
