//! Telling the customer: the form, with what the other departments say may be told.

use baton_core::case::kinds::{Channel, UpdateKind};
use baton_core::case::request::Request;
use baton_core::case::request::sight::sight;
use baton_core::case::state::{Attachment, Message};
use baton_core::say;
use maud::{Markup, html};

use super::message::{address, taken_back};
use super::{ball, frame, show, since};
use crate::case;
use crate::case::update::{UPDATE, command};
use crate::ctx::Ctx;
use crate::draft;
use crate::draft::form::RESTORE;
use crate::input::Kept;
use crate::macros;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::settings;
use crate::shape::Field;
use crate::tell;
use crate::ui;
use crate::ui::words::{channels, update};
use crate::upload::{FIELD, Source};

pub const ROUTES: &[Route] = &[
    Route::get(
        "/cases/{id}/customer-updates/new",
        "pages.cases.customer-updates.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to tell the customer")
    .query(&[
        Field::choice("kind", UpdateKind::NAMES),
        Field::id("from"),
        Field::id("again"),
        RESTORE,
    ])
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/cases/{id}/customer-updates",
        "pages.cases.customer-updates.create",
        Access::SignedIn,
        create,
    )
    .summary("Tell the customer")
    .body(&UPDATE)
    .again(new)
    .answers(&[Reply::bare(303, "Back to the case")]),
];

/// Ways to reach a customer.
const WAYS: [Channel; 5] =
    [Channel::Email, Channel::Phone, Channel::Letter, Channel::Chat, Channel::Counter];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        if file.case.is_internal() {
            let nobody = html! {
                p.lead { (say!("case-update-this-is-an-internal-case-there")) }
                (ui::button::plain_link(say!("case-update-back-to-the-case"), &frame::at(&file.case, "")))
            };
            return frame::page(&ctx, &file, say!("case-update-nobody-to-tell"), nobody, None)
                .await;
        }
        let place = draft::Place::of_case(file.case.id, "customer-updates/new");
        let drafting = draft::form::open(&ctx, place).await?;
        let start = drafting.start(start(&ctx, &file));
        let follows = macros::follows(&ctx, &file).await?;
        let fields = html! { (fields(&ctx, &file, &start)) (follows) };
        let main = ui::button::main(say!("case-update-tell-the-customer"));
        let button = html! { (main) (ui::writing::button(&UPDATE)) };
        let after = macros::chooser(&ctx).await?;
        let inside = frame::Drafted { drafting: &drafting, fields, button, after };
        let form = frame::drafted(&ctx, &file.case, "customer-updates", &inside);
        let aside = html! { (answers(&ctx, &file, true)) (frame::last_heard(&ctx, &file)) };
        frame::page(&ctx, &file, say!("case-update-tell-the-customer"), form, Some(aside)).await
    })
}

/// An outcome when there is one to tell; by e-mail when an address is known.
fn start(ctx: &Ctx, file: &File) -> Kept {
    let untold = ball::untold(&file.case);
    let usual = if untold { UpdateKind::Outcome.name() } else { "" };
    let kind = ctx.query.text("kind").unwrap_or(usual);
    let way = if address(file).is_some() { "email" } else { "" };
    let mut start = vec![("channel".to_owned(), way.to_owned())];
    if let Some(message) = taken_back(ctx, file) {
        let kind = message.update.map_or_else(|| kind.to_owned(), |kind| kind.name().to_owned());
        start.push(("kind".to_owned(), kind));
        start.push(("body".to_owned(), file.texts.show(message.body).to_owned()));
        start.extend(gone_with(file, message));
        return Kept::new(start);
    }
    start.push(("kind".to_owned(), kind.to_owned()));
    let from = ctx.query.text("from").and_then(|id| id.parse().ok());
    let from = from.and_then(|id| file.case.request(id));
    let delivery =
        from.filter(|one| is_shown(ctx, file, one)).and_then(|one| one.delivery.as_ref());
    let text = delivery.map_or("", |delivery| file.texts.show(delivery.customer_may_be_told));
    // What is said on the telephone is signed by nobody.
    let text = if way.is_empty() { text.to_owned() } else { settings::signed(ctx, text) };
    start.push(("body".to_owned(), text));
    Kept::new(start)
}

fn is_shown(ctx: &Ctx, file: &File, request: &Request) -> bool {
    sight(&file.case, request, &ctx.who).any()
}

fn fields(ctx: &Ctx, file: &File, start: &Kept) -> Markup {
    let form = ctx.form(&UPDATE).starting(start);
    let kinds: Vec<_> = UpdateKind::ALL.iter().map(|kind| (kind.name(), update(*kind))).collect();
    html! {
        div.inline-choices { (form.radios("kind", &kinds)) }
        div.inline-choices { (form.radios("channel", &channels(&WAYS))) }
        p.muted {
            @match address(file) {
                Some(address) => { (tell!("case-update-e-mail-goes-to-and-can", strong = html! { strong { (address) } })) }
                None => { (say!("case-update-no-e-mail-address-is-known")) }
            }
        }
        (form.lines("body", 10))
        (form.files(&answered_with(ctx, file)))
        (form.moment("next_update_by"))
    }
}

/// Files that came with the answers of other departments.
pub fn answered_with(ctx: &Ctx, file: &File) -> Vec<(String, String)> {
    let mut offered = Vec::new();
    for request in file.case.requests.iter().filter(|one| is_shown(ctx, file, one)) {
        let answered = request.files().enumerate().skip(request.ask.files.len());
        offered.extend(answered.map(|(n, one)| {
            let name = file.texts.show(one.name).to_owned();
            (Source::Request(request.id, n).text(&name), name)
        }));
    }
    offered
}

/// The files of a message, ticked in the form in which it is written again.
pub fn gone_with(file: &File, message: &Message) -> Vec<(String, String)> {
    let files = message.attachments.iter().enumerate();
    let text = |(n, one): (usize, &Attachment)| {
        Source::Message(message.id, n).text(file.texts.show(one.name))
    };
    files.map(|file| (FIELD.to_owned(), text(file))).collect()
}

/// The answers of other departments: what may be told, and what is for us alone.
pub fn answers(ctx: &Ctx, file: &File, to_start_from: bool) -> Markup {
    let told = file.case.told().map_or(0, |message| message.order);
    let answered = file.case.requests.iter().filter(|one| is_shown(ctx, file, one));
    let answered: Vec<_> =
        answered.filter_map(|one| one.delivery.as_ref().map(|delivery| (one, delivery))).collect();
    html! {
        @if !answered.is_empty() { h2 { (say!("case-update-what-may-be-told")) } }
        @for (request, delivery) in answered {
            div.answer {
                p.muted {
                    (file.directory.department_name(request.ask.to))
                    " · " a href={ "/requests/" (request.id) } {
                        (file.case.reference()) "/" (request.ordinal)
                    }
                    @if request.outcome_order.is_some_and(|order| order < told) { " " (say!("case-update-told-already")) }
                }
                div.said-body { (file.texts.show(delivery.customer_may_be_told)) }
                details {
                    summary { (say!("case-update-for-us-what-they-did")) }
                    div.said-body { (file.texts.show(delivery.outcome)) }
                }
                @if to_start_from {
                    p {
                        a href=(frame::at(&file.case, &format!(
                            "customer-updates/new?kind=outcome&from={}", request.id
                        ))) { (say!("case-update-start-from-this-text")) }
                    }
                }
            }
        }
    }
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        settings::more_than_signature(&ctx)?;
        since::look(&mut ctx, &case).await?;
        let case = case::act(&ctx, command(&ctx)).await?;
        Ok(show::written(&case))
    })
}
