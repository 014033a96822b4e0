//! The receiver says it back in their own words; the sender confirms or corrects (gate 2).

use crate::case::decide::Pen;
use crate::case::decide::text::{self, Check, LONG};
use crate::case::event::{CaseTransferred, ReadBackConfirmed, ReadBackCorrected, RequestReadBack};
use crate::case::kinds::Mode;
use crate::case::request::command::{ReadBackForm, Restated};
use crate::case::request::decide::{acknowledge, deliver};
use crate::case::request::moves::{Move, may};
use crate::case::request::state::{Correction, ReadBack, Request};
use crate::case::state::Case;
use crate::customer::Customer;
use crate::ids::{PersonId, RequestId};
use crate::refusal::{Code, FieldError, Refusal};
use crate::say;
use crate::vault::Texts;

/// Shortest read-back, in characters (reference §1.4.3).
const SHORTEST: usize = 30;
/// Share of words in common from which a text is a copy, in per cent.
const COPY: usize = 90;
/// Share of words in common below which a contingency is another one, in per cent.
const SAME_PLAN: usize = 50;

pub(super) fn read_back(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    form: &ReadBackForm,
) -> Result<(), Refusal> {
    let waits = pen.request(id)?.acknowledged_at.is_none();
    if form.acknowledge && waits {
        may(&pen.case, pen.request(id)?, Move::Acknowledge, pen.setting.who)?;
        acknowledge::acknowledge(pen, id, None)?;
    }
    let request = pen.request(id)?;
    may(&pen.case, request, Move::ReadBack, pen.setting.who)?;
    check_form(form)?;
    own_words(form, pen.setting.texts.show(request.ask.need))?;
    let unrestated = agrees(pen, request, form)?;
    let needed_by = request.ask.needed_by;
    let read_back = ReadBack {
        outcome: pen.write(&form.outcome),
        will_do: pen.write(&form.will_do),
        by: form.by,
        needed_by,
        amount: form.restated.amount.clone(),
        contingency: pen.write_some(form.restated.contingency.as_deref()),
        unrestated,
    };
    pen.record(RequestReadBack { request: id, read_back });
    Ok(())
}

fn check_form(form: &ReadBackForm) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.optional("outcome", Some(&form.outcome), LONG);
    check.optional("will_do", Some(&form.will_do), LONG);
    check.optional("restated.contingency", form.restated.contingency.as_deref(), LONG);
    check.valid()
}

/// A copy of the need is not a read-back: it proves that somebody can copy.
pub fn own_words(form: &ReadBackForm, need: &str) -> Result<(), Refusal> {
    let together = format!("{} {}", form.outcome.trim(), form.will_do.trim());
    let need = text::words(need);
    let (outcome, will_do) = (text::words(&form.outcome), text::words(&form.will_do));
    let all = text::words(&together);
    let short = together.trim().chars().count() < SHORTEST;
    let nothing_new = share(&all, &need, all.len()) >= COPY;
    let copied = |part: &Vec<String>| share(part, &need, part.len().max(need.len())) >= COPY;
    if !short && !nothing_new && !copied(&outcome) && !copied(&will_do) {
        return Ok(());
    }
    let message = say!("case-request-read-back-say-in-your-own-words-what");
    Err(Refusal::new(
        Code::ReadbackIsCopy,
        say!("case-request-read-back-the-sender-must-be-able-to"),
    )
    .with_fields(vec![FieldError::new("outcome", "own_words_missing", message)]))
}

/// Words of `part` that stand in `whole`, in per cent of `of`.
fn share(part: &[String], whole: &[String], of: usize) -> usize {
    let common = part.iter().filter(|word| whole.contains(word)).count();
    (common * 100).checked_div(of).unwrap_or(0)
}

/// Compares the typed items; gives the names of those that were left out.
fn agrees(
    pen: &Pen<'_, '_>,
    request: &Request,
    form: &ReadBackForm,
) -> Result<Vec<String>, Refusal> {
    let mut differ = Vec::new();
    let mut left_out = Vec::new();
    let restated = &form.restated;
    if restated.needed_by != request.ask.needed_by {
        differ.push(FieldError::new(
            "restated.needed_by",
            "differs",
            say!("case-request-read-back-this-is-not-the-time-by"),
        ));
    }
    let late = request.ask.needed_by.is_some_and(|needed| form.by > needed);
    if late {
        let message = say!("case-request-read-back-you-can-do-it-later-than");
        differ.push(FieldError::new("by", "too_late", message));
    }
    customer(pen, restated, &mut differ, &mut left_out);
    amount(request, restated, &mut differ, &mut left_out);
    contingency(pen, request, restated, &mut differ, &mut left_out);
    if !form.data_sufficient {
        let message = say!("case-request-read-back-if-what-was-shared-is-not");
        differ.push(FieldError::new("data_sufficient", "differs", message));
    }
    if differ.is_empty() {
        return Ok(left_out);
    }
    Err(Refusal::new(
        Code::ReadbackMismatch,
        say!("case-request-read-back-look-at-the-request-again-if"),
    )
    .with_fields(differ))
}

fn customer(
    pen: &Pen<'_, '_>,
    restated: &Restated,
    differ: &mut Vec<FieldError>,
    left_out: &mut Vec<String>,
) {
    let said = restated.customer.as_deref().map(str::trim).filter(|said| !said.is_empty());
    match said {
        None if pen.case.customer.is_some() => left_out.push("customer".to_owned()),
        Some(said) if !customer_is(&pen.case, pen.setting.customer, pen.setting.texts, said) => {
            let message = say!("case-request-read-back-this-is-another-customer-give");
            differ.push(FieldError::new("restated.customer", "differs", message));
        }
        _ => {}
    }
}

/// Whether what was said names the customer of this case: its reference, with or without the
/// request's number, an id, or the customer's name.
pub fn customer_is(case: &Case, customer: Option<&Customer>, texts: &Texts, said: &str) -> bool {
    let reference = said.split('/').next().unwrap_or(said).trim();
    let name = customer.and_then(|customer| customer.first("name"));
    reference.eq_ignore_ascii_case(&case.reference())
        || case.id.to_string() == said
        || case.customer.is_some_and(|customer| customer.to_string() == said)
        || name.and_then(|name| texts.get(name)).is_some_and(|name| text::same(name, said))
}

fn amount(
    request: &Request,
    restated: &Restated,
    differ: &mut Vec<FieldError>,
    left_out: &mut Vec<String>,
) {
    let asked = request.ask.authority.as_ref().map(|authority| &authority.amount);
    match (&restated.amount, asked) {
        (None, Some(_)) => left_out.push("amount".to_owned()),
        (Some(said), asked) if Some(said) != asked => differ.push(FieldError::new(
            "restated.amount",
            "differs",
            say!("case-request-read-back-this-is-not-the-sum-that"),
        )),
        _ => {}
    }
}

fn contingency(
    pen: &Pen<'_, '_>,
    request: &Request,
    restated: &Restated,
    differ: &mut Vec<FieldError>,
    left_out: &mut Vec<String>,
) {
    let said = restated.contingency.as_deref().map(str::trim).filter(|said| !said.is_empty());
    let asked = request.ask.contingency.map(|word| pen.setting.texts.show(word));
    match (said, asked) {
        (None, Some(_)) => left_out.push("contingency".to_owned()),
        (Some(said), Some(asked)) => {
            let (said, asked) = (text::words(said), text::words(asked));
            if share(&said, &asked, said.len().min(asked.len())) < SAME_PLAN {
                let message = say!("case-request-read-back-this-is-not-what-shall-happen");
                differ.push(FieldError::new("restated.contingency", "differs", message));
            }
        }
        _ => {}
    }
}

/// Whoever took it in; if they have left meanwhile, the lead, so that a case is never without an
/// owner who is there.
fn new_owner(pen: &Pen<'_, '_>, request: &Request) -> Option<PersonId> {
    let directory = pen.setting.directory;
    let department = request.ask.to;
    let is_there = |id: &PersonId| {
        directory.active_person(*id).is_some_and(|of| of.is_human() && of.belongs_to(department))
    };
    let members = directory.members(department);
    request
        .assignee
        .into_iter()
        .chain(directory.lead_of(department))
        .chain(members)
        .find(is_there)
        .or(request.assignee)
}

pub(super) fn confirm(pen: &mut Pen<'_, '_>, id: RequestId) -> Result<(), Refusal> {
    let request = pen.request(id)?.clone();
    pen.record(ReadBackConfirmed { request: id });
    if request.ask.mode != Mode::Transfer {
        return Ok(());
    }
    let department = request.ask.to;
    if let Some(owner) = new_owner(pen, &request).filter(|_| pen.case.department != department) {
        pen.record(CaseTransferred { request: id, department, owner });
    }
    deliver::close_if_nobody_to_tell(pen, id)
}

pub(super) fn correct(
    pen: &mut Pen<'_, '_>,
    id: RequestId,
    corrections: &[(String, String)],
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if corrections.is_empty() {
        check.wrong(
            "corrections",
            "missing",
            say!("case-request-read-back-say-what-was-understood"),
        );
    }
    for (index, (item, text)) in corrections.iter().enumerate() {
        let place = format!("corrections[{index}]");
        check.needed(
            &format!("{place}.item"),
            Some(item),
            100,
            say!("case-request-read-back-name-what-is-different"),
        );
        check.needed(
            &format!("{place}.text"),
            Some(text),
            LONG,
            say!("case-request-read-back-say-what-is-right"),
        );
    }
    check.valid()?;
    let corrections = corrections
        .iter()
        .map(|(item, text)| Correction { item: pen.write(item), text: pen.write(text) })
        .collect();
    pen.record(ReadBackCorrected { request: id, corrections });
    Ok(())
}
