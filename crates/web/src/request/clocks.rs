//! Why each clock of a request is due when it is.

use baton_core::calendar::Explanation;
use baton_core::case::clocks::{Basis, Clock, basis, clocks, explain};
use baton_core::case::request::Request;
use baton_core::say;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::ui::when;
use crate::view::Items;
use crate::view::request::{BindingView, DayView, Source, WHY, WhyView, clock};

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/requests/{id}/clocks", "requests.clocks.show", Access::SignedIn, show)
        .summary("Every clock that ran on a request, and the days and hours that were counted")
        .answers(&[Reply::ok("The clocks, oldest first", &Out::Items(&Out::Thing(&WHY)))])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, id, _) = reach::request(&ctx, ctx.param("id")).await?;
        let file = reach::file(&ctx, case).await?;
        let request = reach::in_file(&file, id)?;
        let accounts = accounts(&ctx, request)?;
        let source = file.source(&ctx);
        let view = |(clock, account): &(Clock, Option<Explanation>)| {
            view(&source, request, clock, account.as_ref())
        };
        let views = accounts.iter().map(view);
        Answer::json(&Items::whole(views.collect()))
    })
}

/// The clocks in the order in which they started, with what lies between start and due time.
pub fn accounts(
    ctx: &Ctx,
    request: &Request,
) -> Result<Vec<(Clock, Option<Explanation>)>, Trouble> {
    let calendars = ctx.desk()?.calendars();
    let days = request.runs.iter().map(|run| explain(request, run, &calendars, ctx.now));
    Ok(clocks(request, &calendars, ctx.now).into_iter().zip(days).collect())
}

/// Where the time of a clock comes from, in a sentence.
pub fn why(request: &Request, clock: &Clock) -> Option<String> {
    let time = |target: baton_core::time::Span| when::working(target.as_seconds() / 60);
    Some(match basis(request, clock.kind, clock.started)? {
        Basis::NeededBy => say!("request-clocks-it-is-due-when-needed").to_owned(),
        Basis::Ruled => say!("request-clocks-a-ruling-set-it-anew").to_owned(),
        Basis::Agreed { number, target } => {
            let (time, number) = (time(target), number.to_string());
            say!("request-clocks-were-agreed", time, number)
        }
        Basis::Usual { target } => {
            let time = time(target);
            say!("request-clocks-are-usual", time)
        }
        Basis::Emergency { target } => {
            let time = time(target);
            say!("request-clocks-emergency", time)
        }
    })
}

fn view(
    source: &Source<'_>,
    request: &Request,
    of: &Clock,
    account: Option<&Explanation>,
) -> WhyView {
    let days = account.into_iter().flat_map(|account| {
        account.days.iter().map(|day| DayView {
            date: day.date.to_string(),
            counted_seconds: day.seconds(),
            words: account.line(day),
        })
    });
    WhyView {
        clock: clock(source, of),
        why: why(request, of),
        agreement: request.binding.as_ref().map(|binding| BindingView {
            id: binding.agreement.to_string(),
            number: binding.number,
        }),
        days: days.collect(),
    }
}
