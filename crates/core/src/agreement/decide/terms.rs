//! What terms must be like.

use jiff::ToSpan;
use jiff::tz::Offset;

use super::super::command::TermsRecord;
use super::super::kinds::{ClockKind, Side};
use super::super::state::Terms;
use super::super::targets::Target;
use crate::check::Check;
use crate::refusal::Refusal;
use crate::tags::{canonical_tag, is_tag};
use crate::time::Instant;
use crate::vault::{Class, Ink};

const MOST_ITEMS: usize = 20;
const LONGEST_ITEM: usize = 500;
/// A year of working time.
const LONGEST_TARGET: u32 = 120_000;
/// Both look at it again within two years.
const LATEST_REVIEW_MONTHS: i32 = 24;

/// Checks the terms and writes their words.
pub(super) fn write(
    record: &TermsRecord,
    now: Instant,
    ink: &mut Ink<'_>,
) -> Result<Terms, Refusal> {
    check(record, now)?;
    let mut list = |texts: &[String]| -> Vec<_> {
        let texts = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        texts.map(|text| ink.write(Class::P0, text)).collect()
    };
    let (in_scope, out_of_scope) = (list(&record.in_scope), list(&record.out_of_scope));
    let (from_duties, to_duties) = (list(&record.from_duties), list(&record.to_duties));
    let (from_needs, to_needs) = (list(&record.from_needs), list(&record.to_needs));
    let mut facts: Vec<String> = Vec::new();
    for fact in record.facts.iter().map(|fact| canonical_tag(fact.trim()).to_owned()) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    let mut pauses = record.pauses.clone();
    pauses.sort_unstable();
    pauses.dedup();
    Ok(Terms {
        in_scope,
        out_of_scope,
        targets: record.targets.clone(),
        facts,
        from_duties,
        to_duties,
        from_needs,
        to_needs,
        pauses,
        on_breach: ink.write_some(Class::P0, record.on_breach.as_deref()),
        review_on: record.review_on,
        effective_from: record.effective_from,
    })
}

fn check(record: &TermsRecord, now: Instant) -> Result<(), Refusal> {
    let mut check = Check::default();
    let lists = [
        ("in_scope", &record.in_scope),
        ("out_of_scope", &record.out_of_scope),
        ("from_duties", &record.from_duties),
        ("to_duties", &record.to_duties),
        ("from_needs", &record.from_needs),
        ("to_needs", &record.to_needs),
    ];
    for (field, texts) in lists {
        check.texts(field, texts, MOST_ITEMS, LONGEST_ITEM);
    }
    if record.in_scope.is_empty() {
        check.add("in_scope", "missing", "Say what the agreement is about, a line each.");
    }
    both_sides(&mut check, record);
    targets(&mut check, &record.targets);
    check.count("facts", record.facts.len(), MOST_ITEMS);
    for (i, fact) in record.facts.iter().enumerate() {
        if !is_tag(canonical_tag(fact.trim())) {
            let message = "Name a field of the customer by its tag, like order_number.";
            check.add(format!("facts[{i}]"), "not_a_tag", message);
        }
    }
    if let Some(text) = &record.on_breach
        && !text.trim().is_empty()
    {
        check.text("on_breach", text, LONGEST_ITEM);
    }
    review(&mut check, record, now);
    check.done()
}

/// It has two sides or it is none (product, rule 7).
fn both_sides(check: &mut Check, record: &TermsRecord) {
    for (side, duties) in [(Side::From, &record.from_duties), (Side::To, &record.to_duties)] {
        if duties.is_empty() {
            let (field, who) = match side {
                Side::From => ("from_duties", "who asks"),
                Side::To => ("to_duties", "who is asked"),
            };
            let message =
                format!("Say what {who} owes: an agreement has duties of both departments.");
            check.add(field, "missing", message);
        }
    }
}

fn targets(check: &mut Check, targets: &[Target]) {
    for (i, target) in targets.iter().enumerate() {
        let field = format!("targets[{i}]");
        if !(1..=LONGEST_TARGET).contains(&target.minutes) {
            let message = format!("Give 1 to {LONGEST_TARGET} minutes of working time.");
            check.add(format!("{field}.minutes"), "out_of_range", message);
        }
        let same = |other: &Target| (other.class, other.clock) == (target.class, target.clock);
        if targets[..i].iter().any(same) {
            check.add(field, "only_one", "This step of this class has a target already.");
        }
    }
    let most = ClockKind::ALL.len() * super::super::kinds::ServiceClass::ALL.len();
    check.count("targets", targets.len(), most);
}

fn review(check: &mut Check, record: &TermsRecord, now: Instant) {
    let today = Offset::UTC.to_datetime(now.timestamp()).date();
    let latest = today.saturating_add(LATEST_REVIEW_MONTHS.months());
    if record.review_on <= today || record.review_on > latest {
        let message = format!(
            "Name a day on which both look at it again: after today and within \
             {LATEST_REVIEW_MONTHS} months."
        );
        check.add("review_on", "out_of_range", message);
    }
    if record.effective_from.is_some_and(|from| from < now) {
        let message = "An agreement binds nobody for what was before it. Leave this empty to let \
                       it begin with the second signature.";
        check.add("effective_from", "past", message);
    }
}
