//! What the forms of a case share: the open file, the way back, and what was said last.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::kinds::MessageKind;
use baton_core::say;
use maud::{Markup, html};

use super::since;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::draft::form::Drafting;
use crate::keys;
use crate::page::{Live, Page, Place};
use crate::presence::{self, Doing, Thing};
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::ui;

/// The file of the case in the address, for whoever may see all of it.
pub async fn open(ctx: &Ctx) -> Result<File, Trouble> {
    reach::file(ctx, reach::case(ctx, ctx.param("id")).await?).await
}

/// Address of a case, or of something below it.
pub fn at(case: &Case, below: &str) -> String {
    let slash = if below.is_empty() { "" } else { "/" };
    format!("/cases/{}{slash}{below}", case.id)
}

/// A form of a case as a page: what changed if somebody was faster, the form, and beside it what
/// whoever writes should have before their eyes.
pub async fn page(
    ctx: &Ctx,
    file: &File,
    title: &str,
    main: Markup,
    aside: Option<Markup>,
) -> Result<Answer, Trouble> {
    let news = since::news(ctx, file).await?;
    let subject = file.texts.show(file.case.subject);
    let mut page = Page::new(title, html! { (news) (main) })
        .caption(format!("{} · {subject}", file.case.reference()))
        .at(Place::Cases);
    page.aside = aside;
    let id = file.case.id;
    let presence = presence::line(ctx, Thing::Case(id), Doing::Replying)?;
    Ok(Answer::page(page.live(Live::Form(vec![id.to_string()])).presence(presence)))
}

/// A form that acts on the case: its fields, its button, and the way back.
pub fn form(ctx: &Ctx, case: &Case, below: &str, fields: &Markup, button: Markup) -> Markup {
    let back = ui::button::plain_link(say!("case-frame-back-to-the-case"), &at(case, ""));
    let inside = html! {
        (ui::version::version(ctx, case.version))
        (fields)
        (ui::button::row(&[button, keys::keyed(Some(keys::BACK), &back)]))
    };
    ui::form::post(&ctx.token, &at(case, below), &inside)
}

/// The same for a form that takes its time: with its draft, and a way to keep one.
pub fn drafted(ctx: &Ctx, case: &Case, below: &str, inside: &Drafted<'_>) -> Markup {
    let Drafted { drafting, fields, button, after } = inside;
    let back = ui::button::plain_link(say!("case-frame-back-to-the-case"), &at(case, ""));
    let inside = html! {
        (drafting.hidden())
        (ui::version::version(ctx, case.version))
        (fields)
        (ui::button::row(&[
            html! { (button) (drafting.button()) },
            keys::keyed(Some(keys::BACK), &back),
        ]))
        (after)
    };
    html! { (drafting.banner(ctx)) (ui::form::bring(&ctx.token, &at(case, below), &inside)) }
}

/// What a form that takes its time is made of.
pub struct Drafted<'a> {
    pub drafting: &'a Drafting,
    pub fields: Markup,
    pub button: Markup,
    /// Below the buttons.
    pub after: Markup,
}

/// Back to the case, saying what was done.
pub fn done(case: &Arc<Case>, told: impl Into<String>) -> Result<Answer, Trouble> {
    Ok(Answer::redirect(&at(case, "")).told(told))
}

/// The newest words of the customer, to have at hand while writing to them.
pub fn last_heard(ctx: &Ctx, file: &File) -> Markup {
    let heard = file.case.messages.iter().rev();
    let heard = heard.filter(|one| one.kind == MessageKind::Inbound && !one.automatic);
    let newest = heard.take(1).next();
    html! {
        @if let Some(message) = newest {
            h2 { (say!("case-frame-what-they-wrote-last")) }
            p.muted { (ui::when::when(message.at, ctx.now, &ctx.zone())) }
            div.said-body { (file.texts.show(message.body)) }
        }
    }
}

/// The name of the customer, where the case has one.
pub fn customer_name(file: &File) -> Option<&str> {
    file.customer.as_ref().map(|customer| customer.name(&file.texts))
}
