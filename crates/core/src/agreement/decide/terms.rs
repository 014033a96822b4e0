//! What terms must be like.

use jiff::ToSpan;
use jiff::tz::Offset;

use super::super::command::TermsRecord;
use super::super::kinds::{ClockKind, ServiceClass, Side};
use super::super::state::{Priority, Terms};
use super::super::targets::Target;
use super::Facts;
use crate::check::Check;
use crate::refusal::Refusal;
use crate::say;
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
pub(in crate::agreement) fn write(
    record: &TermsRecord,
    known: &Facts,
    now: Instant,
    ink: &mut Ink<'_>,
) -> Result<Terms, Refusal> {
    check(record, known, now)?;
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
        priorities: priorities(record, ink),
        calendar: record.calendar,
        counter: record.counter,
        on_breach: ink.write_some(Class::P0, record.on_breach.as_deref()),
        review_on: record.review_on,
        effective_from: record.effective_from,
    })
}

fn priorities(record: &TermsRecord, ink: &mut Ink<'_>) -> Vec<Priority> {
    let mut all = record.priorities.clone();
    all.sort_by_key(|(class, _)| *class);
    all.retain(|(_, when)| !when.trim().is_empty());
    let write = |(class, when): (ServiceClass, String)| Priority {
        class,
        when: ink.write(Class::P0, when.trim()),
    };
    all.into_iter().map(write).collect()
}

fn check(record: &TermsRecord, known: &Facts, now: Instant) -> Result<(), Refusal> {
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
        check.add("in_scope", "missing", say!("agreement-terms-say-what-the-agreement-is-about"));
    }
    both_sides(&mut check, record);
    targets(&mut check, &record.targets);
    check.count("facts", record.facts.len(), MOST_ITEMS);
    for (i, fact) in record.facts.iter().enumerate() {
        if !is_tag(canonical_tag(fact.trim())) {
            let message = say!("agreement-terms-name-a-field-of-the-customer");
            check.add(format!("facts[{i}]"), "not_a_tag", message);
        }
    }
    if let Some(text) = &record.on_breach
        && !text.trim().is_empty()
    {
        check.text("on_breach", text, LONGEST_ITEM);
    }
    classes(&mut check, record);
    if record.calendar.is_some_and(|calendar| !known.calendars.contains(&calendar)) {
        check.add("calendar", "not_found", say!("agreement-terms-choose-a-calendar"));
    }
    review(&mut check, record, now);
    check.done()
}

/// It has two sides or it is none (product, rule 7).
fn both_sides(check: &mut Check, record: &TermsRecord) {
    for (side, duties) in [(Side::From, &record.from_duties), (Side::To, &record.to_duties)] {
        if duties.is_empty() {
            let (field, who) = match side {
                Side::From => ("from_duties", say!("agreement-terms-who-asks")),
                Side::To => ("to_duties", say!("agreement-terms-who-is-asked")),
            };
            let message = say!("agreement-terms-say-what-owes-an-agreement-has", who);
            check.add(field, "missing", message);
        }
    }
}

fn classes(check: &mut Check, record: &TermsRecord) {
    for (i, (class, when)) in record.priorities.iter().enumerate() {
        let field = format!("priorities[{i}]");
        if record.priorities[..i].iter().any(|(other, _)| other == class) {
            check.add(field, "only_one", say!("agreement-terms-this-class-is-described-already"));
        } else if !when.trim().is_empty() {
            check.text(&format!("{field}.when"), when, LONGEST_ITEM);
        }
    }
}

fn targets(check: &mut Check, targets: &[Target]) {
    for (i, target) in targets.iter().enumerate() {
        let field = format!("targets[{i}]");
        if !(1..=LONGEST_TARGET).contains(&target.minutes) {
            let message = say!(
                "agreement-terms-give-1-to-minutes-of-working",
                longest_target = LONGEST_TARGET
            );
            check.add(format!("{field}.minutes"), "out_of_range", message);
        }
        let same = |other: &Target| (other.class, other.clock) == (target.class, target.clock);
        if targets[..i].iter().any(same) {
            check.add(field, "only_one", say!("agreement-terms-this-step-of-this-class-has"));
        }
    }
    let most = ClockKind::ALL.len() * ServiceClass::ALL.len();
    check.count("targets", targets.len(), most);
}

fn review(check: &mut Check, record: &TermsRecord, now: Instant) {
    let today = Offset::UTC.to_datetime(now.timestamp()).date();
    let latest = today.saturating_add(LATEST_REVIEW_MONTHS.months());
    if record.review_on <= today || record.review_on > latest {
        let message = say!(
            "agreement-terms-name-a-day-on-which-both",
            latest_review_months = LATEST_REVIEW_MONTHS
        );
        check.add("review_on", "out_of_range", message);
    }
    if record.effective_from.is_some_and(|from| from < now) {
        let message = say!("agreement-terms-an-agreement-binds-nobody-for");
        check.add("effective_from", "past", message);
    }
}
