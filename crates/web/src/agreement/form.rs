//! The terms of an agreement as a program sends them.

use baton_core::agreement::{
    ClockKind, CounterRule, PauseReason, ServiceClass, Target, TermsRecord, USUAL_PAUSES,
};
use baton_core::word;
use jiff::civil::Date;

use crate::ctx::Ctx;
use crate::input::{Input, Value};
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{choice, maybe};
use crate::shape::{Field, Kind, Shape};

const ITEM: Kind = Kind::Text { most: 2_000, lines: true };
const TAG: Kind = Kind::Text { most: 200, lines: false };

static TARGET: Shape = Shape::new(
    "TargetForm",
    &[
        Field::choice("class", ServiceClass::NAMES).required(),
        Field::choice("clock", ClockKind::NAMES).required(),
        Field::whole("minutes", 0, 1_000_000)
            .required()
            .hint(word!("agreement-form-minutes-of-working-time")),
    ],
);

static PRIORITY: Shape = Shape::new(
    "PriorityForm",
    &[
        Field::choice("class", ServiceClass::NAMES).required(),
        Field::lines("when", 2_000).required(),
    ],
);

pub static TERMS: Shape = Shape::new(
    "TermsForm",
    &[
        Field::list("in_scope", &ITEM, 50).label(word!("agreement-form-what-it-is-about")),
        Field::list("out_of_scope", &ITEM, 50).label(word!("agreement-form-what-it-is-not-about")),
        Field::list("targets", &Kind::Group(&TARGET), 50)
            .label(word!("agreement-form-working-time-allowed"))
            .hint(word!("agreement-form-where-it-differs-from-what-is")),
        Field::list("facts", &TAG, 50)
            .label(word!("agreement-form-facts-that-a-request-brings"))
            .hint(word!("agreement-form-while-a-fact-is-missing")),
        Field::list("from_duties", &ITEM, 50).label(word!("agreement-form-what-who-asks-owes")),
        Field::list("to_duties", &ITEM, 50).label(word!("agreement-form-what-who-is-asked-owes")),
        Field::list("from_needs", &ITEM, 50).label(word!("agreement-form-what-who-asks-needs")),
        Field::list("to_needs", &ITEM, 50).label(word!("agreement-form-what-who-is-asked-needs")),
        Field::list("pauses", &Kind::Choice(PauseReason::NAMES), 10)
            .label(word!("agreement-form-what-stops-the-clock-of-the"))
            .hint(word!("agreement-form-customer-and-third-party-if-left-out")),
        Field::list("priorities", &Kind::Group(&PRIORITY), 10)
            .label(word!("agreement-form-which-request-is-how-urgent")),
        Field::id("calendar")
            .label(word!("agreement-form-by-whose-hours"))
            .hint(word!("agreement-form-each-side-by-its-own")),
        Field::choice("counter", CounterRule::NAMES)
            .label(word!("agreement-form-when-another-moment-is-accepted"))
            .hint(word!("agreement-form-moves-if-left-out")),
        Field::lines("on_breach", 2_000)
            .label(word!("agreement-form-what-happens-when-a-target-is")),
        Field::date("review_on").required().label(word!("agreement-form-looked-at-again-on")),
        Field::time("effective_from").label(word!("agreement-form-binds-from")),
    ],
);

pub fn terms(ctx: &Ctx, input: &Input) -> Result<TermsRecord, Trouble> {
    let list = |name: &str| input.texts(name).map(str::to_owned).collect();
    Ok(TermsRecord {
        in_scope: list("in_scope"),
        out_of_scope: list("out_of_scope"),
        targets: input.groups("targets").filter_map(target).collect(),
        facts: list("facts"),
        from_duties: list("from_duties"),
        to_duties: list("to_duties"),
        from_needs: list("from_needs"),
        to_needs: list("to_needs"),
        pauses: if input.has("pauses") { pauses(input) } else { USUAL_PAUSES.to_vec() },
        priorities: input.groups("priorities").filter_map(priority).collect(),
        calendar: reach::calendar(ctx, "calendar", input.words("calendar"))?,
        counter: counter(input),
        on_breach: maybe(input, "on_breach"),
        review_on: input.date("review_on").unwrap_or(Date::MIN),
        effective_from: input.time("effective_from"),
    })
}

fn priority(input: &Input) -> Option<(ServiceClass, String)> {
    Some((ServiceClass::parse(input.words("class"))?, input.words("when").to_owned()))
}

/// What an accepted moment does; the usual where nothing is said.
pub fn counter(input: &Input) -> CounterRule {
    choice(input, "counter", CounterRule::parse).unwrap_or(CounterRule::Moves)
}

pub fn pauses(input: &Input) -> Vec<PauseReason> {
    let texts = input.list("pauses").iter().filter_map(|value| match value {
        Value::Text(text) => PauseReason::parse(text),
        _ => None,
    });
    texts.collect()
}

/// The shape lets nothing else through.
fn target(input: &Input) -> Option<Target> {
    Some(Target {
        class: ServiceClass::parse(input.words("class"))?,
        clock: ClockKind::parse(input.words("clock"))?,
        minutes: u32::try_from(input.whole("minutes")?).ok()?,
    })
}
