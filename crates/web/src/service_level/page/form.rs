//! The promise as people write it: a table of times, and what happens on the way.

use baton_core::agreement::read_minutes;
use baton_core::case::kinds::{Priority, WaitOn};
use baton_core::policy::{Raising, Reopening};
use baton_core::service_level::{Command, Goal, Target, Terms, goal};
use baton_core::{say, word};
use maud::{Markup, html};

use super::terms::{PRIORITIES, raising, reopening, wait};
use crate::agreement::page::TimeBox;
use crate::ctx::{Ctx, Form};
use crate::input::{Input, Kept, error_of};
use crate::problem::Trouble;
use crate::request::page::choices::borrowed;
use crate::service_level::set::command;
use crate::shape::{Field, Kind, Shape};
use crate::ui;

const TIME: Kind = Kind::Text { most: 40, lines: false };

pub static VERSION: Shape = Shape::new(
    "ServiceLevelPage",
    &[
        Field::map("time", &TIME, 40).label(word!("service-level-form-working-time")),
        Field::list("pauses", &Kind::Choice(WaitOn::NAMES), 10)
            .label(word!("service-level-form-what-stops-the-resolution"))
            .hint(word!("service-level-form-while-a-request-waits")),
        Field::choice("reopening", Reopening::NAMES)
            .label(word!("service-level-form-what-happens-when-a-case")),
        Field::choice("raising", Raising::NAMES)
            .label(word!("service-level-form-what-happens-when-the-priority"))
            .hint(word!("service-level-form-lowered-it-keeps")),
        Field::id("calendar")
            .label(word!("service-level-set-by-which-working-hours"))
            .hint(word!("service-level-form-those-of-the-department")),
        Field::flag("says_next")
            .label(word!("service-level-form-the-first-reply-must-say"))
            .hint(word!("service-level-form-whoever-waits")),
        Field::time("effective_from")
            .label(word!("service-level-form-from-when-does-it-hold"))
            .hint(word!("service-level-form-leave-it-empty")),
    ],
);

/// The name of the field of one time.
fn path(what: Goal, of: Priority) -> String {
    format!("time.{what}-{of}")
}

/// `calendars` are those that can be chosen: their ids and names.
pub fn fields(form: &Form<'_>, calendars: &[(String, String)]) -> Markup {
    let pauses: Vec<_> = WaitOn::ALL.iter().map(|one| (one.name(), wait(*one))).collect();
    let again: Vec<_> = Reopening::ALL.iter().map(|one| (one.name(), reopening(*one))).collect();
    let raised: Vec<_> = Raising::ALL.iter().map(|one| (one.name(), raising(*one))).collect();
    html! {
        (times(form))
        (form.tick("says_next"))
        @if !calendars.is_empty() { (form.select("calendar", &borrowed(calendars))) }
        (form.boxes("pauses", &pauses))
        (form.radios("reopening", &again))
        (form.radios("raising", &raised))
        (form.local("effective_from"))
    }
}

/// What customers wait for down, priorities across. An empty box promises nothing.
fn times(form: &Form<'_>) -> Markup {
    html! {
        fieldset.field id=(ui::field::id("targets")) {
            legend { (say!("service-level-form-working-time")) }
            p.hint { (say!("service-level-form-like-30-min-or-4-h")) }
            @if let Some(error) = error_of(form.refusal, "targets") {
                p.field-error { span.unseen { (say!("agreement-form-error")) " " } (error.message) }
            }
            div.times {
                @for what in Goal::ALL {
                    fieldset.times-step {
                        legend { (goal(*what)) }
                        @for of in PRIORITIES { (time(form, *what, of)) }
                    }
                }
            }
        }
    }
}

fn time(form: &Form<'_>, what: Goal, of: Priority) -> Markup {
    form.cell(&path(what, of), &ui::words::capital(ui::words::priority(of)), None)
}

/// What a form sent, and the box of each time in its order. One that cannot be read is of no
/// length: the rules refuse it together with all else that is wrong.
pub fn read(ctx: &Ctx) -> Result<(Command, Vec<TimeBox>), Trouble> {
    let input = &ctx.input;
    let (mut targets, mut boxes) = (Vec::new(), Vec::new());
    let empty = Input::default();
    let times = input.group("time").unwrap_or(&empty);
    for (what, priority) in
        Goal::ALL.iter().flat_map(|what| PRIORITIES.iter().map(move |of| (*what, *of)))
    {
        let path = path(what, priority);
        let text = times.words(&format!("{what}-{priority}")).trim();
        // A browser sends every box, the empty ones too.
        if text.is_empty() {
            continue;
        }
        let seconds = read_minutes(text).and_then(|minutes| minutes.checked_mul(60));
        let unread = seconds.is_none().then(|| {
            let (what, of) = (goal(what), ui::words::priority(priority));
            say!("agreement-form-a-time-like", what, of)
        });
        let business_seconds = seconds.unwrap_or(0);
        targets.push(Target { priority, goal: what, business_seconds });
        boxes.push(TimeBox { path, unread });
    }
    let mut set = command(ctx, targets)?;
    if let Command::Set { terms, .. } = &mut set {
        // A box that is not ticked is not sent.
        terms.says_next = input.flag("says_next");
    }
    Ok((set, boxes))
}

/// What a new version starts from.
pub fn start(terms: Option<&Terms>) -> Kept {
    let Some(terms) = terms else {
        let usual = [
            ("reopening", Reopening::default().name()),
            ("raising", Raising::default().name()),
            ("says_next", "true"),
            ("pauses", WaitOn::Customer.name()),
            ("pauses", WaitOn::ThirdParty.name()),
        ];
        return Kept::new(usual.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
    };
    let mut start = vec![
        ("reopening".to_owned(), terms.reopening.name().to_owned()),
        ("raising".to_owned(), terms.raising.name().to_owned()),
        ("says_next".to_owned(), terms.says_next.to_string()),
    ];
    start.extend(terms.calendar.map(|id| ("calendar".to_owned(), id.to_string())));
    for target in &terms.targets {
        let time = ui::when::working(i64::from(target.business_seconds / 60));
        start.push((path(target.goal, target.priority), time));
    }
    start.extend(terms.pauses.iter().map(|of| ("pauses".to_owned(), of.name().to_owned())));
    Kept::new(start)
}
