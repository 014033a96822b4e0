//! Reading back: the ask beside empty boxes.

use baton_core::case::request::command::Act;
use baton_core::case::request::command::{ReadBackForm, Restated};
use baton_core::case::request::moves::{Move, may};
use baton_core::case::request::state::{Money, Stage};
use baton_core::refusal::Refusal;
use baton_core::writing::Kind as Writing;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::choices::to_the_minute;
use super::sheet::Sheet;
use super::{ask, beside, talk, words};
use crate::ctx::{Ctx, Form};
use crate::input::{Input, Kept};
use crate::problem::Trouble;
use crate::request::acts::{LONG, maybe};
use crate::route::Route;
use crate::shape::{Field, Shape};
use crate::tell;

static RESTATED: Shape = Shape::new(
    "RestatedPage",
    &[
        Field::text("customer", 200)
            .label(word!("request-read-back-whom-is-it-about"))
            .hint(word!("request-read-back-the-reference-of-the-case-or"))
            .needed(),
        Field::time("needed_by").label(word!("request-read-back-by-when-do-they-need-it")).needed(),
        Field::text("sum", 40).label(word!("request-read-back-how-much-may-you-spend")).needed(),
        Field::lines("contingency", LONG)
            .label(word!("request-read-back-and-if-it-cannot-be-done"))
            .needed(),
    ],
);

static READ_BACK: Shape = Shape::new(
    "ReadBackPage",
    &[
        Field::lines("outcome", LONG)
            .label(word!("request-read-back-what-will-be-the-outcome"))
            .writing(Writing::ReadBack)
            .hint(word!("request-read-back-in-your-own-words-not-those"))
            .needed(),
        Field::lines("will_do", LONG)
            .label(word!("request-read-back-what-will-you-do-for-it"))
            .writing(Writing::ReadBack)
            .needed(),
        Field::time("by")
            .label(word!("request-read-back-by-when-will-you-have-done"))
            .hint(word!("request-read-back-if-you-need-longer-than-they"))
            .needed(),
        Field::group("restated", &RESTATED),
        Field::flag("data_sufficient")
            .label(word!("request-read-back-is-what-was-shared-of-the"))
            .needed(),
        Field::flag("acknowledge"),
    ],
);

static VERB: Verb = Verb::new(Move::ReadBack, &READ_BACK, fields, act)
    .said(
        word!("request-read-back-read-it-back"),
        word!("request-read-back-say-what-you-understood-so-that"),
        word!("request-read-back-read-it-back"),
        word!("request-read-back-from-was-asked-to-confirm-your"),
    )
    .alone()
    .starting(start)
    .placing(place);

pub const ROUTES: &[Route] =
    &verb!(VERB, &READ_BACK, "read-back", "read a request back in your own words");

fn fields(sheet: &Sheet, form: &Form<'_>) -> Markup {
    html! {
        div.beside {
            section.beside-ask aria-label=(say!("request-read-back-what-is-asked")) {
                (talk::corrections(sheet))
                h2 { (say!("request-read-back-what-is-asked")) }
                (ask::whole(sheet))
                (talk::questions(sheet))
                (beside::packet(sheet))
                (instead(sheet))
            }
            section aria-label=(say!("request-read-back-your-read-back")) {
                h2 { (say!("request-read-back-in-your-own-words")) }
                (form.lines("outcome", 4))
                (form.lines("will_do", 4))
                (form.local("by"))
                h3 { (say!("request-read-back-say-back-what-must-be-exactly")) }
                (typed(sheet, form))
                (enough(sheet, form))
                @if sheet.request.stage == Stage::Sent { (along(sheet)) }
            }
        }
    }
}

/// After a correction, the own words of last time; what must be exactly the same is said anew.
fn start(sheet: &Sheet) -> Kept {
    let Some(back) = &sheet.view.read_back else { return Kept::default() };
    Kept::new(vec![
        ("outcome".to_owned(), back.outcome.clone()),
        ("will_do".to_owned(), back.will_do.clone()),
    ])
}

/// The items that are compared.
fn typed(sheet: &Sheet, form: &Form<'_>) -> Markup {
    let view = &sheet.view;
    html! {
        @if view.customer.is_some() { (form.text("restated.customer")) }
        @if view.needed_by.is_some() { (form.local("restated.needed_by")) }
        @if view.authority.is_some() { (form.text("restated.sum")) }
        @if view.contingency.is_some() { (form.lines("restated.contingency", 3)) }
    }
}

fn enough(sheet: &Sheet, form: &Form<'_>) -> Markup {
    let choices = [
        ("true", say!("request-read-back-yes")),
        ("false", say!("request-read-back-no-i-need-more-and-will")),
    ];
    html! {
        @if sheet.view.customer.is_some() { (form.radios("data_sufficient", &choices)) }
    }
}

fn along(sheet: &Sheet) -> Markup {
    html! {
        input type="hidden" name="acknowledge" value="true";
        p.hint { (tell!("request-read-back-nobody-has-acknowledged-this", link = html! { a href=(sheet.href()) { (say!("request-read-back-back-and-acknowledge-it")) } })) }
    }
}

/// What to do when it cannot be read back as it is.
fn instead(sheet: &Sheet) -> Markup {
    let legal = |mv: &Move| may(&sheet.file.case, &sheet.request, *mv, &sheet.ctx.who).is_ok();
    let ways: Vec<Move> =
        [Move::Ask, Move::Counter, Move::Decline].into_iter().filter(legal).collect();
    html! {
        @if !ways.is_empty() {
            h3 { (say!("request-read-back-if-it-cannot-be-done-as")) }
            ul.plain-links {
                @for mv in ways { li { a href=(sheet.form_of(mv)) { (super::doing::text(mv)) } } }
            }
        }
    }
}

fn act(sheet: &Sheet) -> Result<Act, Trouble> {
    let input = &sheet.ctx.input;
    let asked = &sheet.request.ask;
    let Some(by) = input.time("by") else {
        return Err(Refusal::invalid(
            "by",
            "missing",
            say!("request-read-back-say-by-when-you-will-have"),
        )
        .into());
    };
    let empty = Input::default();
    let restated = input.group("restated").unwrap_or(&empty);
    let sufficient = input.maybe_flag("data_sufficient");
    if sufficient.is_none() && sheet.view.customer.is_some() {
        let message = say!("request-read-back-say-whether-what-was-shared-is");
        return Err(Refusal::invalid("data_sufficient", "missing", message).into());
    }
    let form = ReadBackForm {
        outcome: input.words("outcome").to_owned(),
        will_do: input.words("will_do").to_owned(),
        by: to_the_minute(Some(by), asked.needed_by).unwrap_or(by),
        restated: Restated {
            customer: maybe(restated, "customer"),
            needed_by: to_the_minute(restated.time("needed_by"), asked.needed_by),
            amount: sum(sheet, restated)?,
            contingency: maybe(restated, "contingency"),
        },
        data_sufficient: sufficient.unwrap_or(true),
        acknowledge: input.flag("acknowledge"),
    };
    Ok(Act::ReadBack(form))
}

/// The sum as typed, in the currency of the request.
fn sum(sheet: &Sheet, restated: &Input) -> Result<Option<Money>, Trouble> {
    let text = restated.words("sum").trim();
    let Some(authority) = sheet.request.ask.authority.as_ref().filter(|_| !text.is_empty()) else {
        return Ok(None);
    };
    let message = say!("request-read-back-write-the-sum-like-249-00");
    let minor = words::read_sum(text)
        .ok_or_else(|| Refusal::invalid("restated.sum", "not_a_sum", message))?;
    Ok(Some(Money { minor, currency: authority.amount.currency.clone() }))
}

fn place(_: &Ctx, mut refusal: Refusal) -> Refusal {
    for error in &mut refusal.fields {
        if error.field == "restated.amount" {
            error.field = "restated.sum".to_owned();
        }
    }
    refusal
}

/// The API's form holds the same fields; the page asks for the sum as people write it.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::read_back;

    #[test]
    fn the_page_asks_for_everything_that_the_api_takes() {
        for field in read_back::READ_BACK.fields {
            assert!(READ_BACK.field(field.name).is_some(), "{}", field.name);
        }
        for field in read_back::RESTATED.fields.iter().filter(|field| field.name != "amount") {
            assert!(RESTATED.field(field.name).is_some(), "{}", field.name);
        }
    }
}
