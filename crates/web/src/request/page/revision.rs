//! A draft is changed, and sent when it is ready.

use baton_core::case::command::Command;
use baton_core::case::request::command::Act;
use baton_core::case::request::moves::{Move, may};
use baton_core::say;
use maud::html;

use super::act::{around, unavailable};
use super::choices::boxes;
use super::raising::{self, RAISE, Raising};
use super::sheet::Sheet;
use super::{changed, packet, papers};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::upload::FIELD;

pub const ROUTES: &[Route] = &[
    Route::get("/requests/{id}/revision/new", "pages.requests.revision.new", Access::SignedIn, new)
        .summary("The form to change a draft")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/requests/{id}/revision",
        "pages.requests.revision.create",
        Access::SignedIn,
        create,
    )
    .summary("From its form, change a draft or send it")
    .body(&RAISE)
    .answers(&[Reply::bare(303, "Changed; on to the request")])
    .again(new),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        let allowed = may(&sheet.file.case, &sheet.request, Move::Revise, &sheet.ctx.who);
        if let (Err(refusal), None) = (allowed, &sheet.ctx.refusal) {
            return unavailable(&sheet, &refusal);
        }
        let part = sheet.request.parent.is_some();
        let offers = match (part, sheet.sees_case()) {
            (false, true) => packet::of_customer(&sheet.file),
            _ => Vec::new(),
        };
        let raising = Raising {
            drafting: None,
            action: sheet.act_of(Move::Revise),
            back: (sheet.href(), say!("request-revision-back-to-the-draft")),
            from: sheet.request.from,
            to: raising::chosen(&sheet.ctx).unwrap_or(sheet.request.ask.to),
            offers: if part { of_parent(&sheet) } else { offers },
            papers: lying(&sheet, part),
            part,
            version: Some(sheet.request.version),
            start: start(&sheet),
            ctx: &sheet.ctx,
            file: &sheet.file,
        };
        let changed = changed::since_seen(&sheet).await?;
        let page = around(
            &sheet,
            say!("request-revision-change-the-draft"),
            html! { (changed) (raising.markup()?) },
        );
        Ok(Answer::page(page.aside(raising.aside())))
    })
}

/// Files that can go with it: its own, and those of the case where all of that may be seen.
fn lying(sheet: &Sheet, part: bool) -> Vec<(String, String)> {
    let mut files = papers::of_draft(sheet);
    if !part && sheet.sees_case() {
        files.extend(papers::of_case(&sheet.file, &sheet.request.ask.files));
    }
    files
}

/// The fields that were shared with the request that this one serves; their names, not their
/// values, which are read there.
fn of_parent(sheet: &Sheet) -> Vec<packet::Offer> {
    let parent = sheet.request.parent.and_then(|id| sheet.file.case.request(id));
    let grants = parent.map(|parent| parent.grants.as_slice()).unwrap_or_default();
    let live = grants.iter().filter(|grant| grant.withdrawn_at.is_none());
    live.map(|grant| packet::Offer::named(&grant.item.field)).collect()
}

/// The draft as it is, in the fields of the form.
fn start(sheet: &Sheet) -> Kept {
    let (view, ask) = (&sheet.view, &sheet.request.ask);
    let mut start: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: Option<&str>| {
        start.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    };
    put("mode", Some(ask.mode.name()));
    put("to", Some(&ask.to.to_string()));
    put("service", ask.service.map(|id| id.to_string()).as_deref());
    put("need", Some(&view.need));
    put("outcome_wanted", view.outcome_wanted.as_deref());
    put("why", view.why.as_deref());
    put("why_department", view.why_department.as_deref());
    put("background", view.background.as_deref());
    put("contingency", view.contingency.as_deref());
    put("needed_by_reason", Some(ask.needed_by_reason.name()));
    put("sooner_reason", view.sooner_reason.as_deref());
    put("service_class", Some(ask.service_class.name()));
    put("channel", ask.channel.map(|channel| channel.name()));
    put("emergency", ask.emergency.then_some("true"));
    if let Some(told) = &view.customer_told {
        put("customer_told.what", Some(&told.what));
        put("customer_told.channel", told.channel.as_deref());
    }
    if let Some(authority) = &view.authority {
        let sum = format!("{}.{:02}", authority.amount.minor / 100, authority.amount.minor % 100);
        put("authority.sum", Some(&sum));
        put("authority.currency", Some(&authority.amount.currency));
        put("authority.decision", authority.decision.as_deref());
    }
    for item in &ask.items {
        put("share", Some(&item.field));
        put(&format!("purpose.{}", item.field), Some(sheet.file.texts.show(item.purpose)));
        let why = item.why.map(|word| sheet.file.texts.show(word).to_owned());
        put(&format!("why_shared.{}", item.field), why.as_deref());
    }
    start.extend(papers::of_draft(sheet).into_iter().map(|(text, _)| (FIELD.to_owned(), text)));
    start.extend(times(sheet));
    Kept::new(start)
}

fn times(sheet: &Sheet) -> Vec<(String, String)> {
    let ask = &sheet.request.ask;
    let told = ask.customer_told.as_ref();
    [
        ("needed_by", ask.needed_by),
        ("customer_told.when", told.and_then(|told| told.when)),
        ("customer_told.next_update_by", told.and_then(|told| told.next_update_by)),
    ]
    .into_iter()
    .filter_map(|(name, at)| Some(boxes(name, at?, &sheet.zone)))
    .flatten()
    .collect()
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        match perform(&sheet).await {
            Err(Trouble::Refused(refusal)) => {
                Err(Trouble::Refused(raising::place(&sheet.ctx, refusal)))
            }
            other => other,
        }
    })
}

async fn perform(sheet: &Sheet) -> Result<Answer, Trouble> {
    let ctx = &sheet.ctx;
    let raise = raising::read(ctx, None)?;
    let told = if raise.draft {
        say!("request-revision-the-draft-was-saved")
    } else {
        say!("request-revision-the-request-was-sent")
    };
    let command = Command::Request(sheet.request.id, Box::new(Act::Revise(Box::new(raise))));
    ctx.desk()?.act(&ctx.who, sheet.file.case.id, command, ctx.asked()).await?;
    Ok(Answer::redirect(&sheet.href()).told(told))
}
