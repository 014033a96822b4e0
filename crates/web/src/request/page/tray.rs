//! The two trays: what was asked of us, and what we asked of others.

use baton_core::case::kinds::{Mover, StageName};
use baton_core::say;
use baton_store::rows::Page as Rows;
use baton_store::rows::request::{self, Filter, Order, RequestRow, Side};
use maud::{Markup, html};

use super::row;
use crate::answer::Answer;
use crate::bulk::{Over, around};
use crate::ctx::Ctx;
use crate::listing;
use crate::page::{Live, Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::asked::Asked as Sought;
use crate::search::chips::chips;
use crate::search::find;
use crate::shape::Field;
use crate::snooze::{self, Asleep};
use crate::ui::address::encode;
use crate::ui::tabs::{Tab, tabs};
use crate::ui::{self, words};

const QUERY: &[Field] = &[
    Field::choice("view", &["ours", "theirs", "open", "all"]),
    Field::choice("state", StageName::NAMES),
    Field::choice("person", &["me"]),
    Field::text("q", 200),
    Field::text("after", 80),
    Field::whole("limit", 1, 200),
];

pub const ROUTES: &[Route] = &[
    Route::get("/to-us", "pages.to-us.show", Access::SignedIn, |ctx| show(ctx, Side::ToUs))
        .summary("What was asked of your departments")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The page")]),
    Route::get("/from-us", "pages.from-us.show", Access::SignedIn, |ctx| show(ctx, Side::FromUs))
        .summary("What your departments asked of others")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The page")]),
];

/// Most rows that are pinned above the list.
const PINNED: u32 = 50;

/// What the address asks for.
#[derive(Clone)]
struct Look {
    side: Side,
    view: &'static str,
    state: Option<StageName>,
    mine: bool,
    words: String,
}

impl Look {
    fn of(ctx: &Ctx, side: Side) -> Self {
        let view = match ctx.query.text("view") {
            Some("theirs") => "theirs",
            Some("all") => "all",
            Some("ours") => "ours",
            Some("open") => "open",
            // What we have to do comes first; of what we asked, all of it.
            _ if side == Side::ToUs => "ours",
            _ => "open",
        };
        let state = ctx.query.text("state").and_then(StageName::parse);
        let words = ctx.query.words("q").trim().to_owned();
        Self { side, view, state, mine: ctx.query.has("person"), words }
    }

    fn path(&self) -> &'static str {
        if self.side == Side::ToUs { "/to-us" } else { "/from-us" }
    }

    /// The address of the same list, looked at in another way.
    fn href(&self, view: &str, mine: bool, state: Option<StageName>) -> String {
        let mut href = format!("{}?view={view}", self.path());
        if mine {
            href.push_str("&person=me");
        }
        if let Some(state) = state {
            href.push_str(&format!("&state={}", state.name()));
        }
        if !self.words.is_empty() {
            href.push_str(&format!("&q={}", encode(&self.words)));
        }
        href
    }

    fn filter(&self, ctx: &Ctx) -> (Filter, Order) {
        let (ours, theirs) = match self.side {
            Side::ToUs => (Mover::To, Mover::From),
            Side::FromUs => (Mover::From, Mover::To),
        };
        let mover = match self.view {
            "ours" => Some(ours),
            "theirs" => Some(theirs),
            _ => None,
        };
        let filter = Filter {
            side: self.side,
            departments: ctx.who.departments.clone(),
            state: self.state,
            mover,
            person: self.mine.then(|| ctx.who.person()).flatten(),
        };
        (filter, if self.view == "all" { Order::Newest } else { Order::Due })
    }
}

fn show(ctx: Ctx, side: Side) -> Pending {
    Box::pin(async move {
        let look = Look::of(&ctx, side);
        let (filter, order) = look.filter(&ctx);
        let link = ctx.desk()?.store().link();
        let after = listing::after(&ctx)?;
        let sought = Sought::of(&ctx, &look.words).await?;
        let mut rows = if sought.query.is_empty() {
            request::list(&link, &filter, order, after.as_ref(), listing::limit(&ctx)).await?
        } else {
            find::requests(&ctx, &sought, &filter, order).await?
        };
        let bare = Look { words: String::new(), ..look.clone() };
        let understood = chips(&sought, &(bare.href(look.view, look.mine, look.state) + "&"));
        let asleep = snooze::asleep(&ctx).await?;
        let all = rows.items.len();
        if look.view == "ours" && !sought.is_of_snoozes() {
            // What is late stays in sight, above.
            rows.items.retain(|row| asleep.request(row.id).is_none());
        }
        let left_out = all - rows.items.len();
        let pinned = if after.is_some() { Vec::new() } else { pinned(&ctx, &look, &rows).await? };
        let counts = counts(&ctx, side).await?;
        let title = if side == Side::ToUs {
            say!("request-tray-to-us")
        } else {
            say!("request-tray-from-us")
        };
        let pins = pins(&ctx, &look, &pinned, &asleep).await?;
        let list = list(&ctx, &look, &rows, &pinned, &asleep).await?;
        let list = html! { (pins) (list) };
        let list = match side {
            Side::ToUs if !(rows.items.is_empty() && pinned.is_empty()) => {
                around(Over::Requests, &list, &[], &ctx.token)
            }
            _ => list,
        };
        let main = html! {
            p.lead { (lead(side)) }
            (views(&look, counts))
            (narrowing(&look))
            (understood)
            (list)
            (snooze::left_out(left_out))
        };
        let place = if side == Side::ToUs { Place::ToUs } else { Place::FromUs };
        let page = Page::new(title, main).at(place).live(Live::List);
        Ok(Answer::page(page.count(usize::try_from(counts.0).unwrap_or(usize::MAX))))
    })
}

fn lead(side: Side) -> &'static str {
    match side {
        Side::ToUs => say!("request-tray-what-other-departments-need"),
        Side::FromUs => say!("request-tray-what-your-departments-asked-of"),
    }
}

/// How many of the open ones are ours to move, and theirs.
async fn counts(ctx: &Ctx, side: Side) -> Result<(u64, u64), Trouble> {
    let link = ctx.desk()?.store().link();
    let (mut to, mut from) = (0, 0);
    for department in &ctx.who.departments {
        for (mover, count) in request::count(&link, side, *department).await? {
            match mover {
                Mover::To => to += count,
                Mover::From => from += count,
                Mover::Nobody => {}
            }
        }
    }
    Ok(if side == Side::ToUs { (to, from) } else { (from, to) })
}

fn views(look: &Look, (ours, theirs): (u64, u64)) -> Markup {
    let count = |count: u64| if count > 99 { "99+".to_owned() } else { count.to_string() };
    let texts = [
        ("ours", say!("request-tray-our-move", count = count(ours))),
        ("theirs", say!("request-tray-their-move", count = count(theirs))),
        ("open", say!("request-tray-all-that-is-open").to_owned()),
        ("all", say!("request-tray-everything-newest-first").to_owned()),
    ];
    let all: Vec<Tab<'_>> = texts
        .iter()
        .map(|(view, text)| {
            (text.as_str(), look.href(view, look.mine, look.state), look.view == *view)
        })
        .collect();
    tabs(say!("request-tray-whose-move"), &all)
}

/// Whose, and in which state.
fn narrowing(look: &Look) -> Markup {
    let mine = if look.side == Side::ToUs {
        say!("request-tray-only-what-i-have")
    } else {
        say!("request-tray-only-what-i-asked")
    };
    html! {
        form.filters method="get" action=(look.path()) {
            input type="hidden" name="view" value=(look.view);
            div.choice {
                input #person type="checkbox" name="person" value="me" checked[look.mine];
                label for="person" { (mine) }
            }
            div.filter {
                label for="state" { (say!("request-tray-state")) }
                select.input #state name="state" {
                    option value="" { (say!("request-tray-any")) }
                    @for state in states(look.side) {
                        option value=(state.name()) selected[look.state == Some(*state)] {
                            (words::stage(*state).1)
                        }
                    }
                }
            }
            div.filter {
                label for="narrow" { (say!("request-tray-only-those-with")) }
                input.input #narrow type="search" name="q" value=(look.words) autocomplete="off";
            }
            (ui::button::plain(say!("request-tray-show")))
        }
    }
}

/// A draft of others does not exist for whoever is asked.
fn states(side: Side) -> impl Iterator<Item = &'static StageName> {
    StageName::ALL.iter().filter(move |state| side == Side::FromUs || **state != StageName::Draft)
}

/// What stands above the list whatever is chosen: to us, what is late and ours; from us, what was
/// answered while the customer does not know it yet.
async fn pinned(
    ctx: &Ctx,
    look: &Look,
    shown: &Rows<RequestRow>,
) -> Result<Vec<RequestRow>, Trouble> {
    let link = ctx.desk()?.store().link();
    let mover = if look.side == Side::ToUs { Mover::To } else { Mover::From };
    let mut filter = Filter {
        side: look.side,
        departments: ctx.who.departments.clone(),
        state: None,
        mover: Some(mover),
        person: None,
    };
    if look.side == Side::ToUs {
        let rows = request::list(&link, &filter, Order::Due, None, PINNED).await?;
        let late = |row: &RequestRow| row.due_at.is_some_and(|due| due < ctx.now);
        let missing = |row: &RequestRow| !shown.items.iter().any(|known| known.id == row.id);
        return Ok(rows.items.into_iter().filter(|row| late(row) && missing(row)).collect());
    }
    let mut answered = Vec::new();
    for state in [StageName::Verified, StageName::Delivered, StageName::Declined] {
        filter.state = Some(state);
        answered.extend(request::list(&link, &filter, Order::Due, None, PINNED).await?.items);
    }
    Ok(answered)
}

async fn pins(
    ctx: &Ctx,
    look: &Look,
    pinned: &[RequestRow],
    asleep: &Asleep,
) -> Result<Markup, Trouble> {
    if pinned.is_empty() {
        return Ok(html! {});
    }
    let (title, why) = match look.side {
        Side::ToUs => (
            say!("request-tray-late-whatever-you-look-at"),
            say!("request-tray-others-are-waiting-for-these"),
        ),
        Side::FromUs => (
            say!("request-tray-answered-but-the-customer-does"),
            say!("request-tray-the-answer-is-here-the-loop"),
        ),
    };
    let here = look.href(look.view, look.mine, look.state);
    let rows = row::rows(ctx, look.side, pinned, asleep, &here).await?;
    Ok(html! {
        section.pinned aria-labelledby="pinned" {
            h2 #pinned { (title) }
            p.hint { (why) }
            (rows)
        }
    })
}

async fn list(
    ctx: &Ctx,
    look: &Look,
    rows: &Rows<RequestRow>,
    pinned: &[RequestRow],
    asleep: &Asleep,
) -> Result<Markup, Trouble> {
    let above = |row: &&RequestRow| !pinned.iter().any(|known| known.id == row.id);
    let rest: Vec<RequestRow> = rows.items.iter().filter(above).cloned().collect();
    let next = rows
        .next
        .as_ref()
        .map(|cursor| format!("{}&after={cursor}", look.href(look.view, look.mine, look.state)));
    let here = look.href(look.view, look.mine, look.state);
    let shown = row::rows(ctx, look.side, &rest, asleep, &here).await?;
    let first = ctx.query.has("after").then(|| look.href(look.view, look.mine, look.state));
    Ok(html! {
        @if !pinned.is_empty() && !rest.is_empty() { h2 { (say!("request-tray-the-rest")) } }
        @if rest.is_empty() && pinned.is_empty() { (nothing(look)) }
        @else { (shown) }
        (ui::pager::pager(first.as_deref(), next.as_deref()))
    })
}

fn nothing(look: &Look) -> Markup {
    let narrowed = look.state.is_some() || look.mine || !look.words.is_empty();
    let all = look.href("open", false, None);
    match (look.side, narrowed || look.view != "open") {
        (Side::ToUs, true) => ui::empty::empty(
            say!("request-tray-nothing-here-is-waiting-for-you"),
            say!("request-tray-requests-of-other-departments"),
            Some((say!("request-tray-see-all-that-is-open"), &all)),
        ),
        (Side::ToUs, false) => ui::empty::empty(
            say!("request-tray-nobody-is-asking-for-anything"),
            say!("request-tray-what-other-departments-need-2"),
            Some((say!("request-tray-see-what-we-asked-of-others"), "/from-us")),
        ),
        (Side::FromUs, true) => ui::empty::empty(
            say!("request-tray-nothing-here-fits"),
            say!("request-tray-another-view-may-hold-what-you"),
            Some((say!("request-tray-see-all-that-is-open"), &all)),
        ),
        (Side::FromUs, false) => ui::empty::empty(
            say!("request-tray-nothing-is-asked-of-others"),
            say!("request-tray-when-a-case-needs-another"),
            Some((say!("request-tray-see-your-cases"), "/cases")),
        ),
    }
}
