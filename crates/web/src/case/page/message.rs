//! Writing in a case: a reply, a note, a call, something that came in; and taking back what has not
//! left.

use baton_core::case::command::Command;
use baton_core::case::kinds::Channel;
use baton_core::case::must_say_next;
use baton_core::case::state::{Dispatch, Message};
use baton_core::ids::MessageId;
use baton_core::say;
use maud::{Markup, html};

use super::{frame, show, since};
use crate::answer::Answer;
use crate::case::message::{MESSAGE_FORM, command, not_told};
use crate::case::{self, page};
use crate::ctx::Ctx;
use crate::draft;
use crate::draft::form::RESTORE;
use crate::input::Kept;
use crate::macros;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::settings;
use crate::shape::Field;
use crate::tell;
use crate::ui;
use crate::ui::words::channels;
use crate::undo::Window;

const KINDS: &[&str] = &["note", "reply", "call", "inbound"];

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/messages/new", "pages.cases.messages.new", Access::SignedIn, new)
        .summary("The form to write in a case")
        .query(&[Field::choice("kind", KINDS), Field::id("again"), RESTORE])
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/messages", "pages.cases.messages.create", Access::SignedIn, create)
        .summary("Write in a case")
        .body(&MESSAGE_FORM)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the case")]),
    Route::post(
        "/cases/{id}/messages/{message}/undo",
        "pages.cases.messages.undo.create",
        Access::SignedIn,
        undo,
    )
    .summary("Take back a message that has not left")
    .answers(&[Reply::bare(303, "Back to the form, with its text")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let kind = ctx.query.text("kind").unwrap_or_else(|| ctx.kept("kind"));
        let kind = if KINDS.contains(&kind) { kind.to_owned() } else { "note".to_owned() };
        let (title, button) = match kind.as_str() {
            "reply" => (say!("case-message-reply-to-the-customer"), say!("case-message-send")),
            "call" => (say!("case-message-log-a-call"), say!("case-message-log-the-call")),
            "inbound" => (say!("case-message-log-what-came-in"), say!("case-message-log-it")),
            _ => (say!("case-message-write-a-note"), say!("case-message-keep-the-note")),
        };
        let place = draft::Place::of_case(file.case.id, format!("messages/new?kind={kind}"));
        let drafting = draft::form::open(&ctx, place).await?;
        let start = drafting.start(start(&ctx, &file, &kind));
        let follows = macros::follows(&ctx, &file).await?;
        let fields = html! { (fields(&ctx, &file, &kind, &start)) (follows) };
        let button = html! {
            (ui::button::main(button))
            @if kind == "reply" { (ui::writing::button(&MESSAGE_FORM)) }
        };
        let after = macros::chooser(&ctx).await?;
        let inside = frame::Drafted { drafting: &drafting, fields, button, after };
        let form = frame::drafted(&ctx, &file.case, "messages", &inside);
        let aside =
            html! { (page::update::answers(&ctx, &file, false)) (frame::last_heard(&ctx, &file)) };
        frame::page(&ctx, &file, title, form, Some(aside)).await
    })
}

/// What a form starts with: the usual channel, or a message that was taken back.
fn start(ctx: &Ctx, file: &File, kind: &str) -> Kept {
    let usual = match kind {
        "reply" if address(file).is_some() => "email",
        "call" => "phone",
        _ => "",
    };
    let mut start = vec![("channel".to_owned(), usual.to_owned())];
    if let Some(message) = taken_back(ctx, file) {
        start.push(("body".to_owned(), file.texts.show(message.body).to_owned()));
        start.extend(page::update::gone_with(file, message));
        if let Some(to) = message.address {
            start.push(("to".to_owned(), file.texts.show(to).to_owned()));
        }
    } else if kind == "reply" {
        start.push(("body".to_owned(), settings::signed(ctx, "")));
    }
    Kept::new(start)
}

/// The message of the address, when it is this person's own and never left.
pub fn taken_back<'a>(ctx: &Ctx, file: &'a File) -> Option<&'a Message> {
    let id: MessageId = ctx.query.text("again")?.parse().ok()?;
    file.case.message(id).filter(|message| {
        message.by == ctx.who.actor && matches!(message.dispatch, Dispatch::Undone { .. })
    })
}

/// The address that a letter to the customer goes to.
pub fn address(file: &File) -> Option<&str> {
    let word = file.customer.as_ref()?.first("email")?;
    file.texts.get(word)
}

fn fields(ctx: &Ctx, file: &File, kind: &str, start: &Kept) -> Markup {
    let form = ctx.form(&MESSAGE_FORM).starting(start);
    let how = match kind {
        "reply" => vec![Channel::Email, Channel::Letter, Channel::Chat, Channel::Counter],
        "call" => vec![Channel::Phone, Channel::Counter],
        _ => Vec::new(),
    };
    html! {
        input type="hidden" name="kind" value=(kind);
        @if kind == "note" { p.muted { (say!("case-message-only-colleagues-see-a-note-the")) } }
        @if !how.is_empty() { div.inline-choices { (form.radios("channel", &channels(&how))) } }
        @if kind == "reply" {
            p.muted {
                @match address(file) {
                    Some(address) => { (tell!("case-message-by-e-mail-it-goes-to", strong = html! { strong { (address) } })) }
                    None => { (say!("case-message-no-e-mail-address-is-known")) }
                }
                " " (say!("case-message-anything-but-e-mail-is-only"))
            }
        }
        @if kind == "note" || kind == "call" { (ui::field::naming(&form.lines("body", 8))) }
        @else { (form.lines("body", 8)) }
        (form.files(&if kind == "reply" { page::update::answered_with(ctx, file) } else { Vec::new() }))
        @if kind == "reply" {
            (form.text("to"))
            @if must_say_next(&file.case) || form.kept.get("next_update_by").is_some() {
                (form.local("next_update_by"))
            }
        }
    }
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        // Two people answering must know of each other; a note gets in nobody's way.
        if ctx.input.words("kind") == "reply" {
            settings::more_than_signature(&ctx)?;
            since::look(&mut ctx, &case).await?;
        } else {
            ctx.seen_version = None;
        }
        let case = case::act(&ctx, command(&ctx)?).await?;
        let not_told = not_told(&ctx, &case)?;
        let answer = show::written(&case);
        Ok(if not_told.is_empty() {
            answer
        } else {
            answer.told(say!("case-message-it-is-kept", not_told = not_told.join(" ")))
        })
    })
}

fn undo(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let message: MessageId = ctx.id("message")?;
        match case::act(&ctx, Command::UndoMessage { message }).await {
            Ok(case) => {
                let update = case.message(message).is_some_and(|one| one.update.is_some());
                let form = if update { "customer-updates/new" } else { "messages/new" };
                let kind = if update { "" } else { "kind=reply&" };
                let to = frame::at(&case, &format!("{form}?{kind}again={message}"));
                let told = say!("case-message-taken-back-nothing-was-sent");
                Ok(Answer::redirect(&to).told(told).window(Window::Closed))
            }
            // Too late is said on the case, where the message stands.
            Err(Trouble::Refused(refusal)) if refusal.code.status() != 404 => {
                let case = reach::case(&ctx, ctx.param("id")).await?;
                frame::done(&case, refusal.detail.into_owned())
            }
            Err(trouble) => Err(trouble),
        }
    })
}
