//! The page of a verb: one form, its own address, and what happens when it is sent.

use axum::http::StatusCode;
use baton_core::case::command::Command;
use baton_core::case::mention::{advice, mentioned};
use baton_core::case::request::command::Act;
use baton_core::case::request::moves::{Move, may};
use baton_core::case::request::sight::sight;
use baton_core::catalogue::Word;
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::{Markup, html};

use super::sheet::Sheet;
use super::{ask, changed};
use crate::answer::{Answer, own_path};
use crate::ctx::{Ctx, Form};
use crate::draft;
use crate::draft::form::Drafting;
use crate::input::Kept;
use crate::keys;
use crate::page::{Live, Page, Place};
use crate::presence::{self, Doing, Thing};
use crate::problem::Trouble;
use crate::route::Pending;
use crate::shape::{Field, Shape};
use crate::ui;
use crate::ui::address::encode;

/// How the form of a verb looks, and the act that it makes.
pub struct Verb {
    pub mv: Move,
    pub title: Word,
    /// What doing it means, in a sentence or two.
    pub lead: Word,
    pub shape: &'static Shape,
    pub fields: fn(&Sheet, &Form<'_>) -> Markup,
    pub button: Word,
    /// True for what takes something away.
    pub grave: bool,
    /// True where the form itself shows what is asked, so that nothing stands beside it.
    pub alone: bool,
    pub read: fn(&Sheet) -> Result<Act, Trouble>,
    /// What stands in the fields at first.
    pub start: fn(&Sheet) -> Kept,
    /// Finds the field of this page for a field of the API that a refusal names.
    pub place: fn(&Ctx, Refusal) -> Refusal,
    /// Said on the next page; `{from}` and `{to}` become the departments.
    pub told: Word,
}

impl Verb {
    pub const fn new(
        mv: Move,
        shape: &'static Shape,
        fields: fn(&Sheet, &Form<'_>) -> Markup,
        read: fn(&Sheet) -> Result<Act, Trouble>,
    ) -> Self {
        Self {
            mv,
            title: Word::NONE,
            lead: Word::NONE,
            shape,
            fields,
            button: word!("request-act-send"),
            grave: false,
            alone: false,
            read,
            start: |_| Kept::default(),
            place: |_, refusal| refusal,
            told: word!("request-act-done"),
        }
    }
    pub const fn said(mut self, title: Word, lead: Word, button: Word, told: Word) -> Self {
        (self.title, self.lead, self.button, self.told) = (title, lead, button, told);
        self
    }
    pub const fn grave(mut self) -> Self {
        self.grave = true;
        self
    }
    pub const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }
    pub const fn starting(mut self, start: fn(&Sheet) -> Kept) -> Self {
        self.start = start;
        self
    }
    pub const fn placing(mut self, place: fn(&Ctx, Refusal) -> Refusal) -> Self {
        self.place = place;
        self
    }
}

/// Where whoever came from a list goes on when it is done: the row after.
pub const THEN: &[Field] = &[FROM_LIST];
const FROM_LIST: Field = Field::text("then", 600);

/// What the address of a form may say besides.
pub const OPENED: &[Field] = &[draft::form::RESTORE, FROM_LIST];

/// The place in a list that the address names, if it is one of ours.
pub fn then(ctx: &Ctx) -> Option<&str> {
    let then = ctx.query.text("then")?;
    let list = then.split(['?', '#']).next();
    (matches!(list, Some("/" | "/to-us")) && own_path(then) == then).then_some(then)
}

/// The two rows of a verb: its form, and its act.
macro_rules! verb {
    ($verb:ident, $shape:expr, $noun:literal, $summary:literal) => {
        [
            crate::route::Route::get(
                concat!("/requests/{id}/", $noun, "/new"),
                concat!("pages.requests.", $noun, ".new"),
                crate::route::Access::SignedIn,
                |ctx| crate::request::page::act::new(ctx, &$verb),
            )
            .summary(concat!("The form to ", $summary))
            .query(crate::request::page::act::OPENED)
            .answers(&[crate::route::Reply::bare(200, "The form")]),
            crate::route::Route::post(
                concat!("/requests/{id}/", $noun),
                concat!("pages.requests.", $noun, ".create"),
                crate::route::Access::SignedIn,
                |ctx| crate::request::page::act::create(ctx, &$verb),
            )
            .summary(concat!("From its form, ", $summary))
            .query(crate::request::page::act::THEN)
            .body($shape)
            .answers(&[crate::route::Reply::bare(303, "Done; on to the request")])
            .again(|ctx| crate::request::page::act::new(ctx, &$verb)),
        ]
    };
}
pub(crate) use verb;

/// Shows the form, empty or with what was typed.
pub fn new(ctx: Ctx, verb: &'static Verb) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        if sheet.ctx.refusal.is_none()
            && let Some(refusal) = objection(&sheet, verb.mv)
        {
            return unavailable(&sheet, &refusal);
        }
        let changed = changed::since_seen(&sheet).await?;
        let place = draft::Place::of_request(sheet.request.id, format!("{}/new", verb.mv.path()));
        let drafting = draft::form::open(&sheet.ctx, place).await?;
        Ok(Answer::page(page(&sheet, verb, &drafting, &changed)?))
    })
}

/// Why it cannot be done now, if it cannot. A read-back may take the request in along the way.
fn objection(sheet: &Sheet, mv: Move) -> Option<Refusal> {
    let allowed = |mv| may(&sheet.file.case, &sheet.request, mv, &sheet.ctx.who);
    match (mv, allowed(mv)) {
        (_, Ok(())) => None,
        (Move::ReadBack, Err(_)) if allowed(Move::Acknowledge).is_ok() => None,
        (_, Err(refusal)) => Some(refusal),
    }
}

fn page(
    sheet: &Sheet,
    verb: &Verb,
    drafting: &Drafting,
    changed: &Markup,
) -> Result<Page, Trouble> {
    let start = drafting.start((verb.start)(sheet));
    let writes = !verb.shape.fields.is_empty();
    let form = sheet.ctx.form(verb.shape).starting(&start);
    let sent = if verb.shape.takes_files() { ui::form::bring } else { ui::form::post };
    let button = if verb.grave { ui::button::grave } else { ui::button::main };
    let inside = html! {
        (ui::version::version(&sheet.ctx, sheet.request.version))
        @if writes { (drafting.hidden()) }
        ((verb.fields)(sheet, &form))
        (ui::button::row(&[
            button(&verb.button),
            ui::writing::button(verb.shape),
            html! { @if writes { (drafting.button()) } },
            html! { a href=(sheet.href()) data-press=(keys::BACK) { (say!("request-act-back-to-the-request")) } },
        ]))
    };
    let main = html! {
        @if !verb.lead.is_empty() { p.lead { (told(sheet, &verb.lead)) } }
        (changed)
        (drafting.banner(&sheet.ctx))
        (sent(&sheet.ctx.token, &action(sheet, verb.mv), &inside))
    };
    let (thing, doing) = (Thing::Request(sheet.request.id), Doing::Replying);
    let page = around(sheet, &verb.title, main)
        .live(Live::Form(vec![sheet.request.id.to_string()]))
        .presence(presence::line(&sheet.ctx, thing, doing)?);
    Ok(if verb.alone { page } else { page.aside(ask::brief(sheet)) })
}

/// Where the form is sent; it keeps in mind where to go on.
fn action(sheet: &Sheet, mv: Move) -> String {
    let then = then(&sheet.ctx).map(|then| format!("?then={}", encode(then)));
    sheet.act_of(mv) + &then.unwrap_or_default()
}

/// A page about the request, named by its reference.
pub fn around(sheet: &Sheet, title: &str, main: Markup) -> Page {
    let place = if sheet.is_receiver() { Place::ToUs } else { Place::FromUs };
    Page::new(title, main).at(place).caption(sheet.view.reference.clone())
}

/// The way to the act is closed: why, and where to go on.
pub fn unavailable(sheet: &Sheet, refusal: &Refusal) -> Result<Answer, Trouble> {
    let main = html! {
        p.lead { (refusal.code.title()) }
        p { (refusal.detail) }
        (ui::button::row(&[ui::button::link(say!("request-act-back-to-the-request"), &sheet.href())]))
    };
    let status = StatusCode::from_u16(refusal.code.status()).unwrap_or(StatusCode::CONFLICT);
    Ok(Answer::page(around(sheet, say!("request-act-this-cannot-be-done-now"), main))
        .status(status))
}

/// Does it, and leads back to the request.
pub fn create(ctx: Ctx, verb: &'static Verb) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        match perform(&sheet, verb).await {
            Err(Trouble::Refused(refusal)) => {
                Err(Trouble::Refused((verb.place)(&sheet.ctx, refusal)))
            }
            other => other,
        }
    })
}

async fn perform(sheet: &Sheet, verb: &Verb) -> Result<Answer, Trouble> {
    let act = (verb.read)(sheet)?;
    let command = Command::Request(sheet.request.id, Box::new(act));
    let ctx = &sheet.ctx;
    let done = ctx.desk()?.act(&ctx.who, sheet.file.case.id, command, ctx.asked()).await?;
    let after = done.state.request(sheet.request.id);
    let seen = after.is_some_and(|request| sight(&done.state, request, &ctx.who).any());
    let to = if seen { sheet.href() } else { "/to-us".to_owned() };
    let to = then(ctx).map_or(to, str::to_owned);
    let mut sentence = told(sheet, &verb.told);
    if let (Move::Note, Some(request)) = (verb.mv, after) {
        let (text, directory) = (ctx.input.words("text"), ctx.desk()?.directory());
        let found = mentioned(&done.state, Some(request), text, &directory, ctx.who.person());
        for named in found.blind {
            sentence.push_str(&format!(" {}", advice(named, &directory)));
        }
    }
    Ok(Answer::redirect(&to).told(sentence))
}

pub fn told(sheet: &Sheet, sentence: &str) -> String {
    sentence.replace("{from}", &sheet.view.from_name).replace("{to}", &sheet.view.to_name)
}
