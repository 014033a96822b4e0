//! The terms as people write them: a line for each thing, and a table of times.

use baton_core::agreement::{
    ClockKind, PauseReason, ServiceClass, Target, Terms, TermsRecord, read_minutes,
};
use baton_core::refusal::{FieldError, Refusal};
use baton_core::vault::{Texts, WordRef};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::terms::pause;
use crate::agreement::form::pauses;
use crate::ctx::Form;
use crate::directory::page::entries;
use crate::input::{Input, Kept, error_of};
use crate::problem::Trouble;
use crate::request::acts::maybe;
use crate::request::page::words::{class, clock};
use crate::shape::{Field, Kind, Shape};
use crate::ui;

const TIME: Kind = Kind::Text { most: 40, lines: false };

macro_rules! shape {
    ($name:literal, $($before:expr),* $(,)?) => {
        Shape::new($name, &[
            $($before,)*
            Field::lines("in_scope", 20_000).label("What is it about?").hint("One thing a line.").needed(),
            Field::lines("out_of_scope", 20_000).label("What is it not about?").hint("One thing a line."),
            Field::lines("from_duties", 20_000)
                .label("What does the department that asks owe?")
                .hint("One thing a line: what it brings along, what it does not ask for.")
                .needed(),
            Field::lines("to_duties", 20_000)
                .label("What does the department that is asked owe?")
                .hint("One thing a line.")
                .needed(),
            Field::lines("from_needs", 20_000)
                .label("What does the department that asks need?")
                .hint("To reach its own goals; one thing a line."),
            Field::lines("to_needs", 20_000)
                .label("What does the department that is asked need?")
                .hint("To reach its own goals; one thing a line."),
            Field::map("minutes", &TIME, 40).label("Working time for each step"),
            Field::lines("facts", 2_000)
                .label("Which facts must a request bring along?")
                .hint("Fields of the customer by their tags, one a line, like order_number. Written down for both; Baton does not hold requests to it yet."),
            Field::list("pauses", &Kind::Choice(PauseReason::NAMES), 10)
                .label("What may stop the clocks?")
                .hint("Written down for both; Baton's own clocks run on meanwhile."),
            Field::lines("on_breach", 2_000).label("What happens when a target is missed?"),
            Field::date("review_on").label("When do both look at it again?").hint("Within two years.").needed(),
            Field::time("effective_from")
                .label("From when does it bind?")
                .hint("Leave it empty to let it begin with the second signature."),
        ])
    };
}

pub static NEW: Shape = shape!(
    "AgreementPage",
    Field::id("from").label("Who asks?").needed(),
    Field::id("to").label("Who is asked?").needed(),
    Field::id("service")
        .label("About one service only")
        .hint("Of the department that is asked. Leave it empty for all that it does on request."),
);
pub static REVISION: Shape = shape!("AgreementRevisionPage",);

/// The name of the field of one target.
fn path(step: ClockKind, of: ServiceClass) -> String {
    format!("minutes.{step}-{of}")
}

pub fn fields(form: &Form<'_>) -> Markup {
    let pauses: Vec<(&str, &str)> =
        PauseReason::ALL.iter().map(|reason| (reason.name(), pause(*reason))).collect();
    html! {
        (form.lines("in_scope", 4))
        (form.lines("out_of_scope", 3))
        (form.lines("from_duties", 4))
        (form.lines("to_duties", 4))
        (form.lines("from_needs", 3))
        (form.lines("to_needs", 3))
        (times(form))
        (form.lines("facts", 3))
        (form.boxes("pauses", &pauses))
        (form.lines("on_breach", 2))
        (form.day("review_on"))
        (form.local("effective_from"))
    }
}

/// Steps down, classes across. An empty box is as usual, which its placeholder says.
fn times(form: &Form<'_>) -> Markup {
    html! {
        fieldset.field {
            legend { "Working time for each step" }
            p.hint { "Like 30 min or 4 h. A box that is left empty is as usual: that stands in it in grey." }
            div.times {
                @for step in ClockKind::ALL {
                    fieldset.times-step {
                        legend { (ui::words::capital(clock(*step))) }
                        @for of in ServiceClass::ALL { (time(form, *step, *of)) }
                    }
                }
            }
        }
    }
}

fn time(form: &Form<'_>, step: ClockKind, of: ServiceClass) -> Markup {
    let path = path(step, of);
    let (id, error) = (ui::field::id(&path), error_of(form.refusal, &path));
    let usual = baton_core::agreement::usual(step, of);
    let usual = usual
        .map_or_else(|| "when needed".to_owned(), |span| ui::when::working(span.as_seconds() / 60));
    html! {
        div.field.wrong[error.is_some()] {
            label for=(id) { (class(of).1) }
            @if let Some(error) = error {
                p.field-error { span.unseen { "Error: " } (error.message) }
            }
            input.input.short id=(id) name=(path) type="text" placeholder=(usual)
                value=[form.kept.get(&path)];
        }
    }
}

/// What a form sent, and the name of the box of each target in its order.
pub fn read(input: &Input) -> Result<(TermsRecord, Vec<String>), Trouble> {
    let list = |name: &str| entries(input.words(name));
    let (mut targets, mut boxes, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    let empty = Input::default();
    let minutes = input.group("minutes").unwrap_or(&empty);
    for (step, of) in
        ClockKind::ALL.iter().flat_map(|step| ServiceClass::ALL.iter().map(move |of| (*step, *of)))
    {
        let path = path(step, of);
        let text = minutes.words(&format!("{step}-{of}")).trim();
        // A browser sends every box, the empty ones too.
        if text.is_empty() {
            continue;
        }
        match read_minutes(text) {
            Some(minutes) => {
                targets.push(Target { class: of, clock: step, minutes });
                boxes.push(path);
            }
            None => {
                let message = "Write a time like 30 min, 4 h or 1 h 30 min.";
                wrong.push(FieldError::new(path, "not_a_time", message));
            }
        }
    }
    if !wrong.is_empty() {
        let detail = "Correct what is named and send it again; nothing was changed.";
        let code = baton_core::refusal::Code::Invalid;
        return Err(Refusal::new(code, detail).with_fields(wrong).into());
    }
    let record = TermsRecord {
        in_scope: list("in_scope"),
        out_of_scope: list("out_of_scope"),
        targets,
        facts: list("facts"),
        from_duties: list("from_duties"),
        to_duties: list("to_duties"),
        from_needs: list("from_needs"),
        to_needs: list("to_needs"),
        pauses: pauses(input),
        on_breach: maybe(input, "on_breach"),
        review_on: input.date("review_on").unwrap_or(Date::MIN),
        effective_from: input.time("effective_from"),
    };
    Ok((record, boxes))
}

/// What is wrong with the nth entry stands beside the box that the entry was typed into.
pub fn beside(trouble: Trouble, boxes: &[String]) -> Trouble {
    let Trouble::Refused(mut refusal) = trouble else { return trouble };
    for error in &mut refusal.fields {
        let Some((name, rest)) = error.field.split_once('[') else { continue };
        let nth = rest.split(']').next().and_then(|n| n.parse::<usize>().ok());
        let place = nth.filter(|_| name == "targets").and_then(|n| boxes.get(n));
        error.field = place.cloned().unwrap_or_else(|| name.to_owned());
    }
    Trouble::Refused(refusal)
}

/// Terms as the form would have sent them.
pub fn start(terms: &Terms, texts: &Texts, zone: &TimeZone) -> Kept {
    let lines = |words: &[WordRef]| {
        let texts: Vec<&str> = words.iter().map(|word| texts.show(*word)).collect();
        texts.join("\n")
    };
    let mut start = vec![
        ("in_scope".to_owned(), lines(&terms.in_scope)),
        ("out_of_scope".to_owned(), lines(&terms.out_of_scope)),
        ("from_duties".to_owned(), lines(&terms.from_duties)),
        ("to_duties".to_owned(), lines(&terms.to_duties)),
        ("from_needs".to_owned(), lines(&terms.from_needs)),
        ("to_needs".to_owned(), lines(&terms.to_needs)),
        ("facts".to_owned(), terms.facts.join("\n")),
        ("on_breach".to_owned(), texts.show_some(terms.on_breach).to_owned()),
        ("review_on".to_owned(), terms.review_on.to_string()),
    ];
    for target in &terms.targets {
        let time = ui::when::working(i64::from(target.minutes));
        start.push((path(target.clock, target.class), time));
    }
    start.extend(terms.pauses.iter().map(|of| ("pauses".to_owned(), of.name().to_owned())));
    if let Some(from) = terms.effective_from {
        let local = from.timestamp().to_zoned(zone.clone()).datetime();
        start.push(("effective_from".to_owned(), local.strftime("%Y-%m-%dT%H:%M").to_string()));
    }
    Kept::new(start)
}
