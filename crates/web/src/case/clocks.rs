//! Why each clock of a case is due when it is.

use baton_core::calendar::Explanation;
use baton_core::case::Case;
use baton_core::case::service_clocks::{Clock, calendar_of, clocks, explain, promised};
use baton_core::say;

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
        let views = accounts.iter().map(|(clock, account)| view(&case, clock, account.as_ref()));
        Answer::json(&Items::whole(views.collect()))
    })
}

/// The clocks in the order in which they started, with what lies between start and due time.
pub fn accounts(ctx: &Ctx, case: &Case) -> Result<Vec<(Clock, Option<Explanation>)>, Trouble> {
    let calendars = ctx.desk()?.calendars();
    let calendar = calendar_of(case, &calendars);
    let all = clocks(case, calendar, ctx.now).into_iter();
    Ok(all.map(|clock| (clock.clone(), explain(case, &clock, calendar))).collect())
}

/// Where the time of a clock comes from, in a sentence.
pub fn why(case: &Case, clock: &Clock) -> Option<String> {
    if clock.promise.is_some() {
        return Some(say!("case-clocks-it-is-due-when-it-was-promised").to_owned());
    }
    let number = case.service_level.as_ref()?.number.to_string();
    let (_, target) = promised(case, clock.kind)?;
    let time = when::working(target.as_seconds() / 60);
    let priority = words::priority(case.priority).to_lowercase();
    let changed = case.priorities.iter().any(|change| change.at > clock.started);
    Some(if changed {
        say!("case-clocks-is-promised-and-was-changed", time, priority, number)
    } else {
        say!("case-clocks-is-promised", time, priority, number)
    })
}

fn view(case: &Case, of: &Clock, account: Option<&Explanation>) -> CaseWhyView {
    let days = account.into_iter().flat_map(|account| {
        account.days.iter().map(|day| DayView {
            date: day.date.to_string(),
            counted_seconds: day.total().as_seconds(),
            words: account.line(day),
        })
    });
    CaseWhyView {
        clock: clock(of),
        why: why(case, of),
        service_level: case
            .service_level
            .as_ref()
            .map(|level| LevelOfCaseView { id: name_of(level.level), number: level.number }),
        days: days.collect(),
    }
}
