//! Requests to departments, or from them, narrowed.

use baton_core::time::Instant;

use super::{Pick, Said, Stretch, maybe, place_of};
use crate::db::{Link, Param, Result, Sql};
use crate::rows::request::{Filter, Order, RequestRow, Side, place, read, select};
use crate::rows::{Cursor, Page};

macro_rules! narrowed {
    ($person:literal) => {
        concat!(
            " and ($4 = '' or r.state = $4) and ($5 = '' or r.mover = $5)
            and ($6 = '' or $6 = coalesce(",
            $person,
            ", ''))
            and ($7 = '' or $7 like '%,' || r.state || ',%')
            and $8 not like '%,' || r.state || ',%'
            and ($9 = '' or $9 like '%,' || r.mover || ',%')
            and $10 not like '%,' || r.mover || ',%'
            and ($11 = '' or $11 like '%,' || coalesce(",
            $person,
            ", '?') || ',%')
            and $12 not like '%,' || coalesce(",
            $person,
            ", '?') || ',%'
            and ($13 = '' or $13 like '%,' || r.to_department || ',%'
                or $13 like '%,' || r.from_department || ',%')
            and $14 not like '%,' || r.to_department || ',%'
            and $14 not like '%,' || r.from_department || ',%'
            and ($15 = '' or $15 like '%,' || r.from_department || ',%')
            and $16 not like '%,' || r.from_department || ',%'
            and ($17 = '' or $17 like '%,' || r.service_class || ',%')
            and $18 not like '%,' || r.service_class || ',%'
            and $19 in (-1, case when r.ended_at is null then 1 else 0 end)
            and $20 in (-1, case when r.due_at < $21 and r.ended_at is null then 1 else 0 end)
            and $22 in (-1, case when r.disputed = 1 then 1 else 0 end)
            and $23 in (-1, case when r.level > 0 then 1 else 0 end)
            and coalesce(r.due_at, 253402300799999) >= $24
            and coalesce(r.due_at, 253402300799999) < $25
            and coalesce(r.sent_at, 253402300799999) >= $26
            and coalesce(r.sent_at, 253402300799999) < $27
            and ($28 = '' or $28 like '%,' || r.id || ',%')
            and $29 not like '%,' || r.id || ',%'"
        )
    };
}

macro_rules! due {
    ($whose:literal, $person:literal, $more:expr) => {
        select!(concat!(
            "where ",
            $whose,
            " and r.ended_at is null
            and (coalesce(r.due_at, 253402300799999), r.id) > ($2, $3)",
            narrowed!($person),
            $more,
            " order by coalesce(r.due_at, 253402300799999), r.id limit "
        ))
    };
}

macro_rules! newest {
    ($whose:literal, $person:literal, $more:expr) => {
        select!(concat!(
            "where ",
            $whose,
            " and (cast(0 as bigint), r.id) < ($2, $3)",
            narrowed!($person),
            $more,
            " order by r.id desc limit "
        ))
    };
}

macro_rules! sqlite {
    () => {
        " and r.id in (select docs.thing from docs_terms
            join docs on docs.n = docs_terms.rowid where docs_terms match $30)
        and r.id not in (select docs.thing from docs_terms
            join docs on docs.n = docs_terms.rowid where docs_terms match $31)"
    };
}

macro_rules! postgres {
    () => {
        " and r.id in (select thing from docs where terms @@ cast(cast($30 as text) as tsquery))
        and r.id not in (select thing from docs where terms @@ cast(cast($31 as text) as tsquery))"
    };
}

macro_rules! to {
    ($order:ident, $more:expr) => {
        $order!("r.to_department = $1 and r.sent_at is not null", "r.assignee", $more)
    };
}

macro_rules! from {
    ($order:ident, $more:expr) => {
        $order!("r.from_department = $1", "r.sender", $more)
    };
}

crate::db::statements! {
    DUE_TO = concat!(to!(due, ""), "$30");
    DUE_FROM = concat!(from!(due, ""), "$30");
    NEWEST_TO = concat!(to!(newest, ""), "$30");
    NEWEST_FROM = concat!(from!(newest, ""), "$30");
    DUE_TO_SAID = concat!(to!(due, sqlite!()), "$32"), postgres concat!(to!(due, postgres!()), "$32");
    DUE_FROM_SAID = concat!(from!(due, sqlite!()), "$32"),
        postgres concat!(from!(due, postgres!()), "$32");
    NEWEST_TO_SAID = concat!(to!(newest, sqlite!()), "$32"),
        postgres concat!(to!(newest, postgres!()), "$32");
    NEWEST_FROM_SAID = concat!(from!(newest, sqlite!()), "$32"),
        postgres concat!(from!(newest, postgres!()), "$32");
}

/// What a request must be to be in the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Narrow {
    pub said: Said,
    pub states: Pick,
    pub movers: Pick,
    /// The assignee of what came to us, the sender of what came from us.
    pub people: Pick,
    /// Either department.
    pub with: Pick,
    pub from: Pick,
    pub classes: Pick,
    pub open: Option<bool>,
    pub late: Option<bool>,
    pub disputed: Option<bool>,
    pub escalated: Option<bool>,
    pub due: Stretch,
    pub opened: Stretch,
    /// The requests themselves.
    pub ids: Pick,
}

/// A page of the requests of the filter that fit any of these. `now` says what is late.
pub async fn list(
    link: &Link<'_>,
    filter: &Filter,
    any: &[Narrow],
    order: Order,
    after: Option<&Cursor>,
    now: Instant,
    limit: u32,
) -> Result<Page<RequestRow>> {
    let sql = |narrow: &Narrow| statement(filter.side, order, narrow.said.is_empty());
    let mut lists = Vec::new();
    for narrow in any {
        let texts = Texts::of(filter, narrow, link.is_postgres());
        for department in &filter.departments {
            let mut values: Vec<Param<'_>> = vec![(*department).into()];
            values.extend(place_of(order == Order::Newest, after));
            values.extend(texts.values(narrow, now));
            values.push((limit + 1).into());
            lists.push(link.rows(sql(narrow), &values, read).await?);
        }
    }
    Ok(Page::merge(lists, limit, order == Order::Newest, |row| place(row, order)))
}

/// The texts that are bound, which must live as long as the statement runs.
struct Texts {
    state: &'static str,
    mover: &'static str,
    person: String,
    picked: Vec<String>,
    ids: [String; 2],
    said: Option<[String; 2]>,
}

impl Texts {
    fn of(filter: &Filter, narrow: &Narrow, postgres: bool) -> Self {
        use baton_core::case::kinds::{Mover, StageName};
        let picks = [
            &narrow.states,
            &narrow.movers,
            &narrow.people,
            &narrow.with,
            &narrow.from,
            &narrow.classes,
        ];
        let said = &narrow.said;
        Self {
            state: filter.state.map_or("", StageName::name),
            mover: filter.mover.map_or("", Mover::name),
            person: filter.person.map(|person| person.to_string()).unwrap_or_default(),
            picked: picks.into_iter().flat_map(Pick::lists).collect(),
            ids: narrow.ids.lists(),
            said: (!said.is_empty()).then(|| said.asked(postgres, &["request"])),
        }
    }

    fn values<'a>(&'a self, narrow: &Narrow, now: Instant) -> Vec<Param<'a>> {
        let mut values: Vec<Param<'a>> =
            vec![self.state.into(), self.mover.into(), (&self.person).into()];
        values.extend(self.picked.iter().map(Param::from));
        values.extend([maybe(narrow.open), maybe(narrow.late), now.into()]);
        values.extend([maybe(narrow.disputed), maybe(narrow.escalated)]);
        values.extend(narrow.due.limits());
        values.extend(narrow.opened.limits());
        values.extend(self.ids.iter().map(Param::from));
        values.extend(self.said.iter().flatten().map(Param::from));
        values
    }
}

fn statement(side: Side, order: Order, silent: bool) -> Sql {
    match (side, order, silent) {
        (Side::ToUs, Order::Due, true) => DUE_TO,
        (Side::ToUs, Order::Due, false) => DUE_TO_SAID,
        (Side::ToUs, Order::Newest, true) => NEWEST_TO,
        (Side::ToUs, Order::Newest, false) => NEWEST_TO_SAID,
        (Side::FromUs, Order::Due, true) => DUE_FROM,
        (Side::FromUs, Order::Due, false) => DUE_FROM_SAID,
        (Side::FromUs, Order::Newest, true) => NEWEST_FROM,
        (Side::FromUs, Order::Newest, false) => NEWEST_FROM_SAID,
    }
}
