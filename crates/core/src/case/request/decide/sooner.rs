//! Whoever needs it sooner than both have agreed says why; the reason stays with the request.

use crate::agreement::ClockKind;
use crate::case::decide::Pen;
use crate::case::decide::text::Check;
use crate::case::kinds::ServiceClass;
use crate::case::request::command::Raise;
use crate::ids::DepartmentId;
use crate::refusal::{Code, Refusal};
use crate::say;

use super::raise::INCOMPLETE;

/// In per cent: a form takes its time to be written, so a little less is no hurry.
const NOT_SOONER: i64 = 90;

pub(super) fn check(pen: &Pen<'_, '_>, form: &Raise, from: DepartmentId) -> Result<(), Refusal> {
    let reason = form.sooner_reason.as_deref().unwrap_or_default();
    // Where life or safety is at stake nobody has to argue.
    if form.emergency || !form.mode.obliges() || !reason.trim().is_empty() {
        return Ok(());
    }
    let class = form.service_class.unwrap_or(ServiceClass::Standard);
    let in_force = pen.setting.agreements.in_force(from, form.to, form.service, pen.at);
    let terms = in_force.map(|(_, version)| &version.terms);
    let agreed = terms.and_then(|terms| terms.agreed(ClockKind::Deliver, class));
    let (Some(agreed), Some(by)) = (agreed, form.needed_by) else { return Ok(()) };
    let chosen = terms.and_then(|terms| terms.calendar);
    let chosen = chosen.or_else(|| pen.setting.directory.calendar_of(form.to));
    let calendar = pen.setting.calendars.of(chosen);
    let left = calendar.elapsed(pen.at, by);
    if left.as_millis() * 100 >= agreed.as_millis() * NOT_SOONER {
        return Ok(());
    }
    let minutes = agreed.as_seconds() / 60;
    let time = match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    };
    let message = say!("case-request-raise-say-why-it-is-needed-sooner", time);
    let mut check = Check::default();
    check.wrong("sooner_reason", "missing", message);
    check.done(Code::RequestIncomplete, &INCOMPLETE)
}
