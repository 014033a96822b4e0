//! The terms as people write them: a line for each thing, and a table of times.

use baton_core::agreement::{
    ClockKind, CounterRule, PauseReason, ServiceClass, Target, Terms, TermsRecord, read_minutes,
};
use baton_core::refusal::FieldError;
use baton_core::vault::{Texts, WordRef};
use baton_core::{say, word};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::terms::{counter_words, pause};
use crate::agreement::form::{counter, pauses};
use crate::ctx::{Ctx, Form};
use crate::directory::page::entries;
use crate::input::{Input, Kept};
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::maybe;
use crate::request::page::choices::borrowed;
use crate::request::page::words::{class, clock};
use crate::shape::{Field, Kind, Shape};
use crate::ui;

const WHEN: Kind = Kind::Text { most: 2_000, lines: false };
const TIME: Kind = Kind::Text { most: 40, lines: false };

macro_rules! shape {
    ($name:literal, $($before:expr),* $(,)?) => {
        Shape::new($name, &[
            $($before,)*
            Field::lines("in_scope", 20_000).label(word!("agreement-form-what-is-it-about")).hint(word!("agreement-form-one-thing-a-line")).needed(),
            Field::lines("out_of_scope", 20_000).label(word!("agreement-form-what-is-it-not-about")).hint(word!("agreement-form-one-thing-a-line")),
            Field::lines("from_duties", 20_000)
                .label(word!("agreement-form-what-does-the-department-that"))
                .hint(word!("agreement-form-one-thing-a-line-what-it"))
                .needed(),
            Field::lines("to_duties", 20_000)
                .label(word!("agreement-form-what-does-the-department-that-2"))
                .hint(word!("agreement-form-one-thing-a-line"))
                .needed(),
            Field::lines("from_needs", 20_000)
                .label(word!("agreement-form-what-does-the-department-that-3"))
                .hint(word!("agreement-form-to-reach-its-own-goals-one")),
            Field::lines("to_needs", 20_000)
                .label(word!("agreement-form-what-does-the-department-that-4"))
                .hint(word!("agreement-form-to-reach-its-own-goals-one")),
            Field::map("minutes", &TIME, 40).label(word!("agreement-form-working-time-for-each-step")),
            Field::lines("facts", 2_000)
                .label(word!("agreement-form-which-facts-must-a-request"))
                .hint(word!("agreement-form-fields-by-their-tags-one-a-line")),
            Field::list("pauses", &Kind::Choice(PauseReason::NAMES), 10)
                .label(word!("agreement-form-what-may-stop-the-clocks-2"))
                .hint(word!("agreement-form-while-a-request-waits")),
            Field::map("classes", &WHEN, 10).label(word!("agreement-form-which-request-is-how-urgent-2")),
            Field::id("calendar")
                .label(word!("agreement-form-by-whose-hours-do-both-count"))
                .hint(word!("agreement-form-each-side-by-its-own")),
            Field::choice("counter", CounterRule::NAMES)
                .label(word!("agreement-form-when-another-moment-is-accepted-2")),
            Field::lines("on_breach", 2_000).label(word!("agreement-form-what-happens-when-a-target-is-2")),
            Field::date("review_on").label(word!("agreement-form-when-do-both-look-at-it")).hint(word!("agreement-form-within-two-years")).needed(),
            Field::time("effective_from")
                .label(word!("agreement-form-from-when-does-it-bind"))
                .hint(word!("agreement-form-leave-it-empty-to-let-it")),
        ])
    };
}

pub static NEW: Shape = shape!(
    "AgreementPage",
    Field::id("from").label(word!("agreement-form-who-asks")).needed(),
    Field::id("to").label(word!("agreement-form-who-is-asked")).needed(),
    Field::id("service")
        .label(word!("agreement-form-about-one-service-only"))
        .hint(word!("agreement-form-of-the-department-that-is-asked")),
);
pub static REVISION: Shape = shape!("AgreementRevisionPage",);

/// The name of the field of one target.
fn path(step: ClockKind, of: ServiceClass) -> String {
    format!("minutes.{step}-{of}")
}

/// `calendars` are those that can be chosen: their ids and names.
pub fn fields(form: &Form<'_>, calendars: &[(String, String)]) -> Markup {
    // A question to who asks stops it always.
    let reasons = PauseReason::ALL.iter().filter(|reason| **reason != PauseReason::Clarify);
    let pauses: Vec<(&str, &str)> = reasons.map(|one| (one.name(), pause(*one))).collect();
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
        @if !calendars.is_empty() { (form.select("calendar", &borrowed(calendars))) }
        (classes(form))
        (form.radios("counter", &counters()))
        (form.lines("on_breach", 2))
        (form.day("review_on"))
        (form.local("effective_from"))
    }
}

fn counters() -> Vec<(&'static str, &'static str)> {
    CounterRule::ALL.iter().map(|rule| (rule.name(), counter_words(*rule))).collect()
}

/// A line for each class of service.
fn classes(form: &Form<'_>) -> Markup {
    html! {
        fieldset.field {
            legend { (say!("agreement-form-which-request-is-how-urgent-2")) }
            p.hint { (say!("agreement-form-leave-empty-what-needs-no-words")) }
            @for of in ServiceClass::ALL {
                (form.cell(&format!("classes.{of}"), class(*of).1, None))
            }
        }
    }
}

/// Steps down, classes across. An empty box is as usual, which its placeholder says.
fn times(form: &Form<'_>) -> Markup {
    html! {
        fieldset.field {
            legend { (say!("agreement-form-working-time-for-each-step")) }
            p.hint { (say!("agreement-form-like-30-min-or-4-h")) }
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
    let usual = baton_core::agreement::usual(step, of);
    let usual = usual.map_or_else(
        || say!("agreement-form-when-needed").to_owned(),
        |span| ui::when::working(span.as_seconds() / 60),
    );
    form.cell(&path(step, of), class(of).1, Some(&usual))
}

/// The box that a target was typed into, and what to say where that cannot be read.
pub struct TimeBox {
    pub path: String,
    pub unread: Option<String>,
}

/// What a form sent, and the box of each target in its order. A time that cannot be read is one of
/// no length: the rules refuse it together with all else that is wrong.
pub fn read(ctx: &Ctx) -> Result<(TermsRecord, Vec<TimeBox>), Trouble> {
    let input = &ctx.input;
    let list = |name: &str| entries(input.words(name));
    let (mut targets, mut boxes) = (Vec::new(), Vec::new());
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
        let minutes = read_minutes(text);
        let unread = minutes.is_none().then(|| {
            let (what, of) = (ui::words::capital(clock(step)), class(of).1.to_lowercase());
            say!("agreement-form-a-time-like", what, of)
        });
        targets.push(Target { class: of, clock: step, minutes: minutes.unwrap_or(0) });
        boxes.push(TimeBox { path, unread });
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
        priorities: priorities(input),
        calendar: reach::calendar(ctx, "calendar", input.words("calendar"))?,
        counter: counter(input),
        on_breach: maybe(input, "on_breach"),
        review_on: input.date("review_on").unwrap_or(Date::MIN),
        effective_from: input.time("effective_from"),
    };
    Ok((record, boxes))
}

fn priorities(input: &Input) -> Vec<(ServiceClass, String)> {
    let empty = Input::default();
    let classes = input.group("classes").unwrap_or(&empty);
    let when = |of: &ServiceClass| (*of, classes.words(of.name()).trim().to_owned());
    ServiceClass::ALL.iter().map(when).filter(|(_, when)| !when.is_empty()).collect()
}

/// What is wrong with the nth entry stands beside the box that the entry was typed into.
pub fn beside(trouble: Trouble, boxes: &[TimeBox]) -> Trouble {
    let Trouble::Refused(mut refusal) = trouble else { return trouble };
    for error in &mut refusal.fields {
        let Some((name, rest)) = error.field.split_once('[') else { continue };
        let nth = rest.split(']').next().and_then(|n| n.parse::<usize>().ok());
        let typed = nth.filter(|_| name == "targets").and_then(|n| boxes.get(n));
        *error = match typed {
            Some(TimeBox { path, unread: Some(message) }) => {
                FieldError::new(path.clone(), "not_a_time", message.clone())
            }
            Some(TimeBox { path, .. }) => FieldError { field: path.clone(), ..error.clone() },
            None => FieldError { field: name.to_owned(), ..error.clone() },
        };
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
    start.push(("counter".to_owned(), terms.counter.name().to_owned()));
    start.extend(terms.calendar.map(|id| ("calendar".to_owned(), id.to_string())));
    start.extend(
        terms
            .priorities
            .iter()
            .map(|one| (format!("classes.{}", one.class), texts.show(one.when).to_owned())),
    );
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
