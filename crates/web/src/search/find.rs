//! Finds cases, requests and customers by what somebody asks for.
//!
//! The index is asked only for the caller's own scopes, and lists go over their own departments
//! only; what is found is held against the rules once more, as deny wins.

use baton_core::access::customer_sight;
use baton_core::case::kinds::Standing;
use baton_core::case::request::sight::sight;
use baton_core::ids::{PersonId, StreamId};
use baton_store::rows;
use baton_store::rows::case::{CaseRow, Order as CaseOrder};
use baton_store::rows::customer::CustomerRow;
use baton_store::rows::narrow;
use baton_store::rows::request::{Filter, Order, RequestRow, Side};
use baton_store::rows::{Cursor, Page};
use baton_store::search::{self, Query, Scope};

use super::asked::{Asked, Wording};
use super::narrow as conditions;
use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;

/// Which cases are looked at in the first place.
#[derive(Clone, Copy, Default)]
pub struct Within {
    pub owner: Option<PersonId>,
    pub state: Option<Standing>,
    /// None: what is due first, of those that are open; all, the newest first, where closed ones
    /// are asked for.
    pub order: Option<CaseOrder>,
}

impl Within {
    /// All of one's departments, the newest first.
    pub const ALL: Self = Self { owner: None, state: None, order: Some(CaseOrder::Newest) };
}

/// Cases of one's departments that fit: the page of the list that the call asks for.
pub async fn cases(ctx: &Ctx, asked: &Asked, within: Within) -> Result<Page<CaseRow>, Trouble> {
    cases_from(ctx, asked, within, listing::after(ctx)?, listing::limit(ctx)).await
}

async fn cases_from(
    ctx: &Ctx,
    asked: &Asked,
    within: Within,
    after: Option<Cursor>,
    limit: u32,
) -> Result<Page<CaseRow>, Trouble> {
    let mut ways = Vec::new();
    let mut wordings = Vec::new();
    let mut closed = within.state.is_some_and(Standing::is_over);
    for way in asked.ways() {
        let (mut narrow, wording) = conditions::case(ctx, asked, &way);
        if let Some(owner) = within.owner {
            narrow.owners.one_of([owner]);
        }
        if let Some(state) = within.state {
            narrow.states.one_of([state]);
        }
        closed |= narrow.open == Some(false);
        ways.push(narrow);
        wordings.push(wording);
    }
    let link = ctx.desk()?.store().link();
    let mine = &ctx.who.departments;
    let usual = if closed { CaseOrder::Newest } else { CaseOrder::Due };
    let order = within.order.unwrap_or(usual);
    let mut page =
        narrow::cases::list(&link, mine, &ways, order, after.as_ref(), ctx.now, limit).await?;
    page.items.retain(|row| ctx.who.belongs_to(row.department));
    if wordings.iter().any(|wording| !wording.phrases.is_empty()) {
        page.items = holding(ctx, page.items, &wordings).await?;
    }
    Ok(page)
}

/// How many cases fit; none beyond `most` are counted.
pub async fn count(ctx: &Ctx, asked: &Asked, within: Within, most: u32) -> Result<usize, Trouble> {
    Ok(cases_from(ctx, asked, within, None, most).await?.items.len())
}

/// Those in whose subject or messages the phrases stand.
async fn holding(
    ctx: &Ctx,
    rows: Vec<CaseRow>,
    wordings: &[Wording],
) -> Result<Vec<CaseRow>, Trouble> {
    let desk = ctx.desk()?;
    let mut held = Vec::new();
    for row in rows {
        let (case, texts) = (desk.case(row.id).await?, desk.texts(StreamId::Case(row.id)).await?);
        let subject = std::iter::once(texts.show(case.subject));
        let said = subject.chain(case.messages.iter().map(|message| texts.show(message.body)));
        if wordings.iter().any(|wording| wording.fits(said.clone())) {
            held.push(row);
        }
    }
    Ok(held)
}

/// Requests of one side that fit.
pub async fn requests(
    ctx: &Ctx,
    asked: &Asked,
    filter: &Filter,
    order: Order,
) -> Result<Page<RequestRow>, Trouble> {
    let mut ways = Vec::new();
    let mut wordings = Vec::new();
    for way in asked.ways() {
        let (narrow, wording) = conditions::request(ctx, asked, filter.side, &way);
        ways.push(narrow);
        wordings.push(wording);
    }
    let desk = ctx.desk()?;
    let (after, limit) = (listing::after(ctx)?, listing::limit(ctx));
    let mut page = narrow::requests::list(
        &desk.store().link(),
        filter,
        &ways,
        order,
        after.as_ref(),
        ctx.now,
        limit,
    )
    .await?;
    let mut seen = Vec::new();
    for row in std::mem::take(&mut page.items) {
        let case = desk.case(row.case).await?;
        let Some(request) = case.request(row.id) else { continue };
        let texts = [row.need.as_deref(), row.outcome_wanted.as_deref()];
        let fits = wordings.iter().any(|wording| wording.fits(texts.into_iter().flatten()));
        if fits && sight(&case, request, &ctx.who).any() {
            seen.push(row);
        }
    }
    page.items = seen;
    Ok(page)
}

/// Requests of both sides that fit, the newest first; each once.
pub async fn all_requests(ctx: &Ctx, asked: &Asked) -> Result<Vec<RequestRow>, Trouble> {
    let mut found: Vec<RequestRow> = Vec::new();
    for side in [Side::ToUs, Side::FromUs] {
        let departments = ctx.who.departments.clone();
        let filter = Filter { side, departments, state: None, mover: None, person: None };
        for row in requests(ctx, asked, &filter, Order::Newest).await?.items {
            if !found.iter().any(|known| known.id == row.id) {
                found.push(row);
            }
        }
    }
    Ok(found)
}

/// Customers by name, address or number; for people whose department takes cases from customers.
pub async fn customers(ctx: &Ctx, words: &str) -> Result<Page<CustomerRow>, Trouble> {
    customers_after(ctx, words, listing::after(ctx)?).await
}

/// The same from a place on, whatever the page of the list is.
pub async fn customers_after(
    ctx: &Ctx,
    words: &str,
    after: Option<Cursor>,
) -> Result<Page<CustomerRow>, Trouble> {
    if !customer_sight(&ctx.who).any() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let link = ctx.desk()?.store().link();
    let after = after.map(|cursor| cursor.key);
    let (limit, query) = (listing::limit(ctx), Query::parse(words));
    let scopes = [Scope::CustomerFacing];
    let hits = search::find(&link, &scopes, &query, &["customer"], limit, after).await?;
    let full = u32::try_from(hits.len()).unwrap_or(u32::MAX) >= limit;
    let next = hits.last().filter(|_| full);
    let next = next.map(|last| Cursor { key: last.n, id: String::new() });
    let mut items = Vec::new();
    for hit in &hits {
        let Ok(id) = hit.thing.parse() else { continue };
        items.extend(rows::customer::get(&link, id).await?);
    }
    Ok(Page { items, next })
}

/// A department or a person, whom everybody may know.
pub struct Called {
    pub what: &'static str,
    pub id: String,
    pub name: String,
    /// The departments of a person.
    pub of: String,
}

/// Departments by name, then people by name, address or department. The directory is at hand and
/// for everybody, so the index is not asked.
pub fn called(ctx: &Ctx, words: &str) -> Result<Vec<Called>, Trouble> {
    let directory = ctx.desk()?.directory();
    let query = Query::parse(words);
    let departments = directory.active_departments().map(|one| Called {
        what: "department",
        id: one.id.to_string(),
        name: directory.department_name(one.id).to_owned(),
        of: String::new(),
    });
    let departments = departments.filter(|one| query.finds(&one.name));
    let people = directory.active_people().map(|one| {
        let names = one.departments.iter().map(|id| directory.department_name(*id));
        Called {
            what: "person",
            id: one.id.to_string(),
            name: directory.person_name(one.id).to_owned(),
            of: names.collect::<Vec<_>>().join(", "),
        }
    });
    let email = |one: &Called| one.id.parse().ok().and_then(|id| directory.person_email(id));
    let fits = |one: &Called| {
        query.finds(&format!("{} {} {}", one.name, email(one).unwrap_or_default(), one.of))
    };
    let mut people: Vec<Called> = people.filter(fits).collect();
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(departments.chain(people.into_iter().take(MOST_PEOPLE)).collect())
}

/// Most people that are shown: whoever finds more looks into the directory.
const MOST_PEOPLE: usize = 50;

/// Whether every word is the beginning of a word of a name.
pub fn names(name: &str, words: &str) -> bool {
    let name = name.to_lowercase();
    let mut parts = words.split_whitespace().map(str::to_lowercase).peekable();
    let fits = |part: &str| name.split_whitespace().any(|word| word.starts_with(part));
    parts.peek().is_some() && parts.all(|part| fits(&part))
}
