//! Lists of cases: mine, my department's, everything I may see; by words.

use baton_core::case::kinds::{Channel, Priority, Standing};
use baton_core::word;
use baton_store::rows;
use baton_store::rows::case::{CaseRow, Order, Whose};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::asked::Asked;
use crate::search::find::{self, Within};
use crate::shape::{Field, Out};
use crate::view::{Items, MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};

const QUERY: &[Field] = &[
    Field::choice("view", &["mine", "department", "all"])
        .hint(word!("case-list-department-if-left-out")),
    Field::choice("state", Standing::NAMES),
    Field::text("q", 200).hint(word!("case-list-what-to-look-for-words-phrases")),
    Field::choice("order", &["due", "newest"]),
    Field::whole("limit", 1, 200),
    Field::text("after", 80),
];

view! {
    CaseLine as CASE_LINE "CaseLine" {
        "id" id: String = Out::Id,
        "ref" reference: String = Out::Text,
        "version" version: u32 = Out::Whole,
        "state" state: &'static str = Out::Choice(Standing::NAMES),
        "priority" priority: &'static str = Out::Choice(Priority::NAMES),
        "channel" channel: &'static str = Out::Choice(Channel::NAMES),
        "subject" subject: Option<String> = MAYBE_TEXT,
        "customer" customer: Option<String> = MAYBE_ID,
        "owner" owner: String = Out::Id,
        "owner_name" owner_name: String = Out::Text,
        "department" department: String = Out::Id,
        "customer_told_at" customer_told_at: Option<String> = MAYBE_TIME,
        "due_at" due_at: Option<String> = MAYBE_TIME,
        "open_requests" open_requests: u32 = Out::Whole,
        "received_at" received_at: String = Out::Time,
        "recorded_at" recorded_at: String = Out::Time,
        "updated_at" updated_at: String = Out::Time,
        /// Reference of the case in which it goes on.
        "merged_into" merged_into: Option<String> = MAYBE_TEXT,
    }
}

pub const ROUTES: &[Route] = &[Route::get("/api/v1/cases", "cases.list", Access::SignedIn, list)
    .summary("Cases that you may see")
    .query(QUERY)
    .answers(&[Reply::ok("A page of cases", &Out::Items(&Out::Thing(&CASE_LINE)))])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let page = page(&ctx).await?;
        let directory = ctx.desk()?.directory();
        let line = |row: CaseRow| CaseLine {
            id: row.id.to_string(),
            reference: row.reference(),
            version: row.version,
            state: row.state.name(),
            priority: row.priority.name(),
            channel: row.channel.name(),
            customer: row.customer.map(|id| id.to_string()),
            owner: row.owner.to_string(),
            owner_name: directory.person_name(row.owner).to_owned(),
            department: row.department.to_string(),
            customer_told_at: maybe_time(row.told_at),
            due_at: maybe_time(row.due_at),
            open_requests: row.open_requests,
            received_at: time(row.received_at),
            recorded_at: time(row.recorded_at),
            updated_at: time(row.updated_at),
            merged_into: row.merged_into.map(|number| format!("C-{number}")),
            subject: row.subject,
        };
        Answer::json(&Items {
            items: page.items.into_iter().map(line).collect(),
            next: page.next.map(|next| next.to_string()),
        })
    })
}

/// What is looked at where words are given.
fn within(ctx: &Ctx) -> Within {
    let order = match ctx.query.text("order") {
        Some("due") => Order::Due,
        _ => Order::Newest,
    };
    Within {
        owner: ctx.who.person().filter(|_| ctx.query.text("view") == Some("mine")),
        state: ctx.query.text("state").and_then(Standing::parse),
        order: Some(order),
    }
}

/// The rows that the query asks for, for API and page alike.
pub async fn page(ctx: &Ctx) -> Result<rows::Page<CaseRow>, Trouble> {
    let link = ctx.desk()?.store().link();
    if let Some(words) = ctx.query.text("q").filter(|words| !words.trim().is_empty()) {
        return find::cases(ctx, &Asked::of(ctx, words).await?, within(ctx)).await;
    }
    let whose = match (ctx.query.text("view"), ctx.who.person()) {
        (Some("mine"), Some(person)) => Whose::Owner(person),
        _ => Whose::Departments(ctx.who.departments.clone()),
    };
    let state = ctx.query.text("state").and_then(Standing::parse);
    let order = match ctx.query.text("order") {
        Some("due") if !state.is_some_and(Standing::is_over) => Order::Due,
        _ => Order::Newest,
    };
    let after = listing::after(ctx)?;
    let limit = listing::limit(ctx);
    Ok(rows::case::list(&link, &whose, state, order, after.as_ref(), limit).await?)
}
