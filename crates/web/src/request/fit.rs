//! Whether what is asked of a department fits inside what the customer was promised.

use baton_core::access::Sight;
use baton_core::case::Case;
use baton_core::case::kinds::{Mode, ServiceClass};
use baton_core::case::request::Request;
use baton_core::case::request::sight::case_sight;
use baton_core::case::service_clocks::{Fit, Steps, fit};
use baton_core::ids::{DepartmentId, ServiceId};
use baton_core::say;
use baton_core::time::Instant;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::ui::when;

/// What is asked of whom, as far as the time it takes hangs on it.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    pub mode: Mode,
    pub from: DepartmentId,
    pub to: DepartmentId,
    pub service: Option<ServiceId>,
    pub class: ServiceClass,
    pub needed_by: Option<Instant>,
    pub emergency: bool,
}

impl Planned {
    pub fn of(request: &Request) -> Self {
        let ask = &request.ask;
        Self {
            mode: ask.mode,
            from: request.from,
            to: ask.to,
            service: ask.service,
            class: ask.service_class,
            needed_by: ask.needed_by,
            emergency: request.is_emergency(request.sent_at.unwrap_or(request.drafted_at)),
        }
    }
}

/// `None` where nothing is promised, nothing is owed, or the promise is not theirs to see.
pub fn fitting(ctx: &Ctx, case: &Case, of: &Planned) -> Result<Option<Fit>, Trouble> {
    if !of.mode.obliges() || case_sight(case, &ctx.who) != Sight::All {
        return Ok(None);
    }
    let desk = ctx.desk()?;
    let (directory, calendars) = (desk.directory(), desk.calendars());
    let book = desk.agreements();
    let binding = book.binding(of.from, of.to, of.service, of.class, ctx.now);
    let steps = Steps {
        needed_by: of.needed_by,
        emergency: of.emergency,
        asked: directory.calendar_of(of.to),
        asking: directory.calendar_of(of.from),
        ..Steps::of(binding.as_ref(), of.class)
    };
    Ok(fit(case, &steps, &calendars, ctx.now))
}

/// The numbers in a sentence.
pub fn words(ctx: &Ctx, fit: &Fit) -> String {
    let time = |span: baton_core::time::Span| when::working(span.as_seconds() / 60);
    let moment = |at| when::words(at, ctx.now, &ctx.zone());
    let (needs, left) = (time(fit.needs), time(fit.left));
    let (latest, due) = (moment(fit.latest_ola_due), moment(fit.promise_due));
    if fit.fits {
        say!("request-fit-it-fits", needs, left, latest, due)
    } else {
        say!("request-fit-it-may-come-too-late", needs, left, latest, due)
    }
}
