//! Why each clock of a case is due when it is.

use baton_core::calendar::Explanation;
use baton_core::case::Case;
use baton_core::case::kinds::Priority;
use baton_core::case::service_clocks::{
    Basis, Clock, Held, Rule, Share, basis, calendar_of, clocks, explain,
};
use baton_core::policy::RAISED_AT_LEAST;
use baton_core::say;
use baton_core::time::{Instant, Span};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::ui::when;
use crate::ui::words;
use crate::view::Items;
use crate::view::case_clock::{CASE_WHY, CaseWhyView, LevelOfCaseView, clock};
use crate::view::request::DayView;
use crate::view::service_level::name_of;

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/cases/{id}/clocks", "cases.clocks.show", Access::SignedIn, show)
        .summary("Every clock that ran on a case, and the days and hours that were counted")
        .answers(&[Reply::ok("The clocks, oldest first", &Out::Items(&Out::Thing(&CASE_WHY)))])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let accounts = accounts(&ctx, &case)?;
        let views = accounts.iter().map(|account| view(&ctx, &case, account));
        Answer::json(&Items::whole(views.collect()))
    })
}

/// A clock, what its due time rests on, and what lies between its start and that.
pub struct Account {
    pub clock: Clock,
    pub basis: Option<Basis>,
    pub days: Option<Explanation>,
}

/// The clocks in the order in which they started.
pub fn accounts(ctx: &Ctx, case: &Case) -> Result<Vec<Account>, Trouble> {
    let calendars = ctx.desk()?.calendars();
    let calendar = calendar_of(case, &calendars);
    let account = |clock: Clock| Account {
        basis: basis(case, &clock, calendar),
        days: explain(case, &clock, calendar),
        clock,
    };
    Ok(clocks(case, calendar, ctx.now).into_iter().map(account).collect())
}

/// Where the time of a clock comes from, in a sentence or two.
pub fn why(ctx: &Ctx, case: &Case, account: &Account) -> Option<String> {
    let basis = account.basis?;
    let rule = rule(ctx, case, account.clock.due, basis.rule);
    let held = basis.held.map(|held| match held {
        Held::Raised(to) => say!("case-clocks-raising-gives-no-more-time", priority = name(to)),
        Held::NotAgreed(to) => say!("case-clocks-the-earlier-time-holds", priority = name(to)),
    });
    Some(held.map_or(rule.clone(), |held| format!("{rule} {held}")))
}

fn rule(ctx: &Ctx, case: &Case, due: Instant, rule: Rule) -> String {
    let number = case.service_level.as_ref().map(|level| level.number.to_string());
    let number = number.unwrap_or_default();
    let parts = |share: Share| (working(share.target), name(share.priority));
    let moment = |at| when::day(at, ctx.now, &ctx.zone());
    match rule {
        Rule::Target(share) => {
            let (time, priority) = parts(share);
            say!("case-clocks-is-promised", time, priority, number)
        }
        Rule::Floor(share) => {
            let ((time, priority), least) = (parts(share), working(RAISED_AT_LEAST));
            say!("case-clocks-the-least-since-it-was-raised", least, priority, time, number)
        }
        Rule::FromChange(share) => {
            let (time, priority) = parts(share);
            say!("case-clocks-since-the-priority-changed", time, priority, number)
        }
        Rule::ProRata(share) => {
            let (time, priority) = parts(share);
            say!("case-clocks-what-was-left-of-it", time, priority, number)
        }
        Rule::Anew(share) => {
            let (time, priority) = parts(share);
            say!("case-clocks-begun-anew", time, priority, number)
        }
        Rule::Promised => say!("case-clocks-it-is-due-when-it-was-promised").to_owned(),
        Rule::NextUpdate { allowed: Some(allowed) } => {
            let (due, allowed) = (moment(due), moment(allowed));
            say!("case-clocks-the-update-was-promised-else", due, allowed)
        }
        Rule::NextUpdate { allowed: None } => {
            say!("case-clocks-the-update-was-promised", due = moment(due))
        }
        Rule::Merged => say!("case-clocks-promised-in-a-merged-case").to_owned(),
        Rule::Late => say!("case-clocks-late-stays-late").to_owned(),
    }
}

fn working(time: Span) -> String {
    when::working(time.as_seconds() / 60)
}

fn name(priority: Priority) -> String {
    words::priority(priority).to_lowercase()
}

fn view(ctx: &Ctx, case: &Case, account: &Account) -> CaseWhyView {
    let days = account.days.iter().flat_map(|account| {
        account.days.iter().map(|day| DayView {
            date: day.date.to_string(),
            counted_seconds: day.seconds(),
            words: account.line(day),
        })
    });
    CaseWhyView {
        clock: clock(&account.clock),
        why: why(ctx, case, account),
        service_level: case
            .service_level
            .as_ref()
            .map(|level| LevelOfCaseView { id: name_of(level.level), number: level.number }),
        days: days.collect(),
    }
}
