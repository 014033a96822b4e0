//! The terms of an agreement as a program sends them.

use baton_core::agreement::{ClockKind, PauseReason, ServiceClass, Target, TermsRecord};
use jiff::civil::Date;

use crate::input::{Input, Value};
use crate::request::acts::maybe;
use crate::shape::{Field, Kind, Shape};

const ITEM: Kind = Kind::Text { most: 2_000, lines: true };
const TAG: Kind = Kind::Text { most: 200, lines: false };

static TARGET: Shape = Shape::new(
    "TargetForm",
    &[
        Field::choice("class", ServiceClass::NAMES).required(),
        Field::choice("clock", ClockKind::NAMES).required(),
        Field::whole("minutes", 0, 1_000_000).required().hint("Minutes of working time."),
    ],
);

pub static TERMS: Shape = Shape::new(
    "TermsForm",
    &[
        Field::list("in_scope", &ITEM, 50).label("What it is about"),
        Field::list("out_of_scope", &ITEM, 50).label("What it is not about"),
        Field::list("targets", &Kind::Group(&TARGET), 50)
            .label("Working time allowed")
            .hint("Where it differs from what is usual."),
        Field::list("facts", &TAG, 50)
            .label("Facts that a request brings along")
            .hint("Tags of the customer's fields. Written down; requests are not held to it yet."),
        Field::list("from_duties", &ITEM, 50).label("What who asks owes"),
        Field::list("to_duties", &ITEM, 50).label("What who is asked owes"),
        Field::list("from_needs", &ITEM, 50).label("What who asks needs"),
        Field::list("to_needs", &ITEM, 50).label("What who is asked needs"),
        Field::list("pauses", &Kind::Choice(PauseReason::NAMES), 10)
            .label("What may stop the clocks")
            .hint("Written down; Baton's own clocks run on meanwhile."),
        Field::lines("on_breach", 2_000).label("What happens when a target is missed"),
        Field::date("review_on").required().label("Looked at again on"),
        Field::time("effective_from").label("Binds from"),
    ],
);

pub fn terms(input: &Input) -> TermsRecord {
    let list = |name: &str| input.texts(name).map(str::to_owned).collect();
    TermsRecord {
        in_scope: list("in_scope"),
        out_of_scope: list("out_of_scope"),
        targets: input.groups("targets").filter_map(target).collect(),
        facts: list("facts"),
        from_duties: list("from_duties"),
        to_duties: list("to_duties"),
        from_needs: list("from_needs"),
        to_needs: list("to_needs"),
        pauses: pauses(input),
        on_breach: maybe(input, "on_breach"),
        review_on: input.date("review_on").unwrap_or(Date::MIN),
        effective_from: input.time("effective_from"),
    }
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
