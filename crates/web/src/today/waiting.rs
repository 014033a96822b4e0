//! What waits for one person: requests that they have to move, customers to tell, their cases.

use baton_core::case::kinds::{Mover, StageName, Standing};
use baton_core::case::state::PromiseState;
use baton_core::ids::PersonId;
use baton_core::time::Instant;
use baton_store::rows;
use baton_store::rows::case::{CaseRow, Whose};
use baton_store::rows::request::{Filter, RequestRow, Side};

use crate::case::page::untold;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::snooze::Asleep;

/// Most rows that are looked at for one list.
pub const LOOKED_AT: u32 = 100;

#[derive(Default)]
pub struct Waiting {
    /// Asked of us, for this person or for anybody to take.
    pub to_us: Vec<RequestRow>,
    /// Asked by this person, and back with them.
    pub from_us: Vec<RequestRow>,
    /// Own cases with an answer that the customer does not know of.
    pub to_tell: Vec<CaseRow>,
    /// Own cases in which something was promised or the customer waits.
    pub cases: Vec<CaseRow>,
    /// Own cases that wait for others.
    pub with_others: usize,
}

impl Waiting {
    /// Due times of everything that waits.
    pub fn dues(&self) -> impl Iterator<Item = Instant> {
        let requests = self.to_us.iter().chain(&self.from_us).filter_map(|row| row.due_at);
        let cases = self.to_tell.iter().chain(&self.cases).filter_map(|row| row.due_at);
        requests.chain(cases)
    }
}

/// What waits and is not asleep.
pub async fn waiting(ctx: &Ctx, asleep: &Asleep) -> Result<Waiting, Trouble> {
    let Some(me) = ctx.who.person() else { return Ok(Waiting::default()) };
    let mut to_us = requests(ctx, Side::ToUs, Mover::To, None).await?;
    // What a colleague has taken is theirs; what nobody has taken is everybody's.
    to_us.retain(|row| row.assignee.is_none_or(|assignee| assignee == me));
    let mut from_us = requests(ctx, Side::FromUs, Mover::From, Some(me)).await?;
    to_us.retain(|row| asleep.request(row.id).is_none());
    from_us.retain(|row| asleep.request(row.id).is_none());
    // An answer that was checked is told on the case, below.
    from_us.retain(|row| row.state != StageName::Verified);
    let mut waiting = Waiting { to_us, from_us, ..Waiting::default() };
    sort_cases(ctx, me, asleep, &mut waiting).await?;
    Ok(waiting)
}

async fn requests(
    ctx: &Ctx,
    side: Side,
    mover: Mover,
    person: Option<PersonId>,
) -> Result<Vec<RequestRow>, Trouble> {
    let departments = ctx.who.departments.clone();
    let filter = Filter { side, departments, state: None, mover: Some(mover), person };
    let order = rows::request::Order::Due;
    let link = ctx.desk()?.store().link();
    Ok(rows::request::list(&link, &filter, order, None, LOOKED_AT).await?.items)
}

async fn sort_cases(
    ctx: &Ctx,
    me: PersonId,
    asleep: &Asleep,
    waiting: &mut Waiting,
) -> Result<(), Trouble> {
    let desk = ctx.desk()?;
    let (link, order) = (desk.store().link(), rows::case::Order::Due);
    let page = rows::case::list(&link, &Whose::Owner(me), None, order, None, LOOKED_AT).await?;
    let awake = |row: &CaseRow| asleep.case(row.id).is_none();
    let mine = page.items.into_iter().filter(|row| ctx.who.belongs_to(row.department));
    for row in mine.filter(awake) {
        let case = desk.case(row.id).await?;
        let promised = case.promises.iter().any(|promise| promise.state == PromiseState::Open);
        let theirs = case.standing() == Standing::Waiting;
        if untold(&case) {
            waiting.to_tell.push(row);
        } else if theirs && !promised {
            waiting.with_others += 1;
        } else {
            waiting.cases.push(row);
        }
    }
    Ok(())
}
