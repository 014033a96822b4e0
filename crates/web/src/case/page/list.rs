//! Lists of cases: mine, or all of my department's, by state and by words.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use baton_core::case::kinds::{Priority, Standing};
use baton_core::directory::Directory;
use baton_core::ids::CustomerId;
use baton_core::say;
use baton_core::vault::erased;
use baton_store::rows::case::{self, CaseRow, Order, Whose};
use baton_store::rows::{self, Page as Rows};
use maud::{Markup, html};

use crate::answer::Answer;
use crate::bulk::{Over, around, colleagues};
use crate::ctx::Ctx;
use crate::listing;
use crate::page::{Live, Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::saved;
use crate::search::asked::Asked as Sought;
use crate::search::chips::chips;
use crate::search::find::{self, Within};
use crate::shape::Field;
use crate::ui;
use crate::ui::address::encode;
use crate::ui::row::Row;
use crate::ui::status::Status;
use crate::ui::words::standing;

const QUERY: &[Field] = &[
    Field::choice("view", &["mine", "department", "all"]),
    Field::choice("state", Standing::NAMES),
    Field::text("q", 200),
    Field::text("after", 80),
    Field::whole("limit", 1, 200),
];

pub const ROUTES: &[Route] =
    &[Route::get("/cases", "pages.cases.list.show", Access::SignedIn, show)
        .summary("Cases as a page")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The list")])];

/// What the address asks for.
#[derive(Clone, Default)]
struct Asked {
    mine: bool,
    state: Option<Standing>,
    words: String,
    first: bool,
}

impl Asked {
    fn of(ctx: &Ctx) -> Self {
        Self {
            mine: !matches!(ctx.query.text("view"), Some("department" | "all")),
            state: ctx.query.text("state").and_then(Standing::parse),
            words: ctx.query.words("q").trim().to_owned(),
            first: !ctx.query.has("after"),
        }
    }

    fn view(&self) -> &'static str {
        if self.mine { "mine" } else { "department" }
    }

    /// The address of the list without what it is narrowed by, so that a query may follow.
    fn bare(&self) -> String {
        let bare = Self { words: String::new(), ..self.clone() };
        bare.href(self.view(), self.state, "") + "&"
    }

    /// The address of the same list, seen otherwise.
    fn href(&self, view: &str, state: Option<Standing>, after: &str) -> String {
        let mut href = format!("/cases?view={view}");
        if let Some(state) = state {
            href += &format!("&state={state}");
        }
        if !self.words.is_empty() {
            href += &format!("&q={}", encode(&self.words));
        }
        if !after.is_empty() {
            href += &format!("&after={after}");
        }
        href
    }
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let asked = Asked::of(&ctx);
        let sought = Sought::of(&ctx, &asked.words).await?;
        let page = read(&ctx, &asked, &sought).await?;
        let lines = rows(&ctx, &page.items).await?;
        let next = page.next.map(|next| asked.href(asked.view(), asked.state, &next.to_string()));
        let understood = chips(&sought, &asked.bare());
        let people = colleagues(&ctx)?;
        let page = view(&asked, &lines, &understood, next.as_deref(), &people, &ctx);
        let here = asked.href(asked.view(), asked.state, "");
        let save = here.replacen("/cases?", "/views/new?", 1);
        Ok(Answer::page(page.aside(saved::beside(&ctx, &here, &save).await?)))
    })
}

async fn read(ctx: &Ctx, asked: &Asked, sought: &Sought) -> Result<Rows<CaseRow>, Trouble> {
    if !sought.query.is_empty() {
        let owner = ctx.who.person().filter(|_| asked.mine);
        let within = Within { owner, state: asked.state, order: None };
        return find::cases(ctx, sought, within).await;
    }
    let link = ctx.desk()?.store().link();
    let whose = match ctx.who.person() {
        Some(person) if asked.mine => Whose::Owner(person),
        _ => Whose::Departments(ctx.who.departments.clone()),
    };
    let closed = asked.state.is_some_and(Standing::is_over);
    let order = if closed { Order::Newest } else { Order::Due };
    let after = listing::after(ctx)?;
    let mut page =
        case::list(&link, &whose, asked.state, order, after.as_ref(), listing::limit(ctx)).await?;
    // Whoever left a department keeps no sight of what they owned there.
    page.items.retain(|row| ctx.who.belongs_to(row.department));
    Ok(page)
}

type CustomerNames = BTreeMap<CustomerId, String>;

/// A case in a list, with the names that it takes.
pub struct CaseLine {
    id: String,
    href: String,
    reference: String,
    subject: String,
    who: String,
    tag: (Status, &'static str),
    when: Markup,
    next: Option<&'static str>,
}

impl CaseLine {
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// Its subject leads elsewhere than to the case.
    pub fn lead_to(&mut self, href: String) {
        self.href = href;
    }

    /// With a tag of its own, where the list is about more than the state.
    pub fn tagged(self, status: Status, words: &'static str) -> Self {
        Self { tag: (status, words), ..self }
    }
}

/// Lines of rows; the customers' names are looked up once each.
pub async fn rows(ctx: &Ctx, rows: &[CaseRow]) -> Result<Vec<CaseLine>, Trouble> {
    let names = names(ctx, rows).await?;
    rows_with(ctx, rows, &names)
}

/// Lines of the cases of one customer, whose name stands above them.
pub fn rows_of_one(ctx: &Ctx, rows: &[CaseRow]) -> Result<Vec<CaseLine>, Trouble> {
    rows_with(ctx, rows, &BTreeMap::new())
}

fn rows_with(ctx: &Ctx, rows: &[CaseRow], names: &CustomerNames) -> Result<Vec<CaseLine>, Trouble> {
    let directory = ctx.desk()?.directory();
    Ok(rows.iter().map(|row| case_line(ctx, &directory, names, row)).collect())
}

async fn names(ctx: &Ctx, rows: &[CaseRow]) -> Result<CustomerNames, Trouble> {
    let link = ctx.desk()?.store().link();
    let mut names = CustomerNames::new();
    for id in rows.iter().filter_map(|row| row.customer) {
        let Entry::Vacant(place) = names.entry(id) else { continue };
        let found = rows::customer::get(&link, id).await?;
        let gone = found.as_ref().is_some_and(|row| row.erased_at.is_some());
        let unnamed = if gone { erased() } else { say!("case-list-no-name") };
        place.insert(found.and_then(|row| row.name).unwrap_or_else(|| unnamed.to_owned()));
    }
    Ok(names)
}

fn case_line(ctx: &Ctx, directory: &Directory, names: &CustomerNames, row: &CaseRow) -> CaseLine {
    let mut who = Vec::new();
    who.extend(row.customer.and_then(|id| names.get(&id)).cloned());
    if Some(row.owner) != ctx.who.person() {
        who.push(say!("case-list-owned-by", owner = directory.person_name(row.owner)));
    }
    if let Some(number) = row.merged_into {
        who.push(say!("case-list-merged-into-c", number));
    }
    if row.open_requests > 0 {
        who.push(say!("case-list-open-request", open_requests = row.open_requests));
    }
    let zone = ctx.zone();
    let when = match row.due_at {
        Some(due) if row.closed_at.is_none() => ui::when::due(due, ctx.now, &zone),
        _ => ui::when::when(row.updated_at, ctx.now, &zone),
    };
    CaseLine {
        id: row.id.to_string(),
        href: format!("/cases/{}", row.id),
        reference: row.reference(),
        subject: row.subject.clone().unwrap_or_else(|| erased().to_owned()),
        who: who.join(" · "),
        tag: standing(row.state),
        when,
        next: match row.priority {
            Priority::Urgent => Some(say!("case-list-urgent")),
            Priority::High => Some(say!("case-list-high-priority")),
            Priority::Normal | Priority::Low => None,
        },
    }
}

/// A line as a row of a list.
pub fn line(line: &CaseLine) -> Row<'_> {
    Row {
        href: &line.href,
        reference: &line.reference,
        subject: &line.subject,
        who: &line.who,
        status: line.tag.0,
        says: Some(line.tag.1),
        when: Some(line.when.clone()),
        next: line.next,
        acts: None,
    }
}

fn view(
    asked: &Asked,
    lines: &[CaseLine],
    understood: &Markup,
    next: Option<&str>,
    people: &[(String, String)],
    ctx: &Ctx,
) -> Page {
    let departments = if ctx.who.departments.len() > 1 {
        say!("case-list-my-departments")
    } else {
        say!("case-list-my-department")
    };
    let first = (!asked.first).then(|| asked.href(asked.view(), asked.state, ""));
    let list: Vec<(String, Row<'_>)> =
        lines.iter().map(|one| (one.id.clone(), line(one))).collect();
    let main = html! {
        (ui::tabs::tabs(say!("case-list-whose-cases"), &[
            (say!("case-list-mine"), asked.href("mine", asked.state, ""), asked.mine),
            (departments, asked.href("department", asked.state, ""), !asked.mine),
        ]))
        (states(asked))
        (narrowing(asked))
        (understood)
        @if ctx.who.customer_facing { p.beside-tabs { a href="/customers" { (say!("case-list-find-a-customer")) } } }
        @if list.is_empty() { (nothing(asked)) } @else { (around(Over::Cases, &ui::row::ticked("cases", &list), people, &ctx.token)) }
        (ui::pager::pager(first.as_deref(), next))
    };
    Page::new(say!("case-list-cases"), main).at(Place::Cases).live(Live::List)
}

/// Narrows the list by what is typed; the address holds all of it.
fn narrowing(asked: &Asked) -> Markup {
    html! {
        form.filters role="search" aria-label=(say!("case-list-narrow-the-list")) method="get" action="/cases" {
            input type="hidden" name="view" value=(asked.view());
            @if let Some(state) = asked.state { input type="hidden" name="state" value=(state.name()); }
            div.filter {
                label for="narrow" { (say!("case-list-only-those-with")) }
                input.input #narrow type="search" name="q" value=(asked.words) autocomplete="off"
                    placeholder=(say!("case-list-kettle-is-late-with-logistics"));
            }
            (ui::button::plain(say!("case-list-show")))
        }
    }
}

fn states(asked: &Asked) -> Markup {
    let tab = |text, state| (text, asked.href(asked.view(), state, ""), asked.state == state);
    let mut tabs = vec![tab(say!("case-list-all-that-are-open"), None)];
    tabs.extend(Standing::ALL.iter().map(|state| tab(standing(*state).1, Some(*state))));
    ui::tabs::tabs(say!("case-list-in-which-state"), &tabs)
}

fn nothing(asked: &Asked) -> Markup {
    if !asked.words.is_empty() {
        let why = say!("case-list-take-a-part-of-what-you");
        return ui::empty::empty(
            say!("case-list-no-case-fits"),
            why,
            Some((say!("case-list-all-cases"), "/cases")),
        );
    }
    match (asked.state, asked.mine) {
        (Some(state), _) => {
            let what = say!("case-list-no-case-is", standing = standing(state).1);
            let why = say!("case-list-cases-in-this-state-would-be");
            let all = asked.href(asked.view(), None, "");
            ui::empty::empty(&what, why, Some((say!("case-list-all-that-are-open"), &all)))
        }
        (None, true) => ui::empty::empty(
            say!("case-list-you-own-no-open-case"),
            say!("case-list-cases-that-you-take-or-are"),
            Some((say!("case-list-see-your-departments-cases"), "/cases?view=department")),
        ),
        (None, false) => ui::empty::empty(
            say!("case-list-no-case-is-open-in-your"),
            say!("case-list-a-case-begins-when-a-customer"),
            Some((say!("case-list-open-a-case"), "/cases/new")),
        ),
    }
}

pub fn samples() -> Vec<Page> {
    let at = baton_core::time::Instant::from_millis(1_796_144_400_000);
    let one = CaseLine {
        id: "1".to_owned(),
        href: "/cases/1".to_owned(),
        reference: "C-1042".to_owned(),
        subject: "Kettle arrived broken".to_owned(),
        who: "Ada Okafor · 1 open request".to_owned(),
        tag: standing(Standing::Waiting),
        when: ui::when::due(at, at, &jiff::tz::TimeZone::UTC),
        next: Some("urgent"),
    };
    let asked = Asked { mine: true, first: true, ..Asked::default() };
    let list = html! {
        (states(&asked)) (ui::row::rows(&[line(&one)]))
        (ui::pager::pager(None, Some("/cases?after=1.a")))
    };
    let found = Asked { words: "kettle".to_owned(), ..asked.clone() };
    vec![
        Page::new("Cases", list).at(Place::Cases),
        Page::new("Cases, none", nothing(&asked)).at(Place::Cases),
        Page::new("Cases, none found", nothing(&found)).at(Place::Cases),
    ]
}
