//! The mail test.

use baton_core::say;
use baton_desk::letter::Left;
use maud::{Markup, html};

use crate::admin::letter::{LETTER_FORM, send};
use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

const PATH: &str = "/admin/mail";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "pages.admin.mail.show", Access::Administrator, show)
        .summary("The form for a test letter")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "pages.admin.mail.create", Access::Administrator, create)
        .summary("Send a test letter")
        .body(&LETTER_FORM)
        .again(show)
        .answers(&[Reply::bare(200, "What the mail server said")]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move { page(&ctx, html! {}) })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let Left { left, answer } = send(&ctx).await?;
        let said = if left { ui::notice::done(&answer) } else { ui::notice::warn(&answer) };
        page(&ctx, said)
    })
}

fn page(ctx: &Ctx, said: Markup) -> Result<Answer, Trouble> {
    let own = ctx.viewer()?.email.clone();
    let start = Kept::new(vec![("to".to_owned(), own)]);
    let form = ctx.form(&LETTER_FORM).starting(&start);
    let inside =
        html! { (form.email("to")) (ui::button::main(say!("admin-letter-send-a-test-letter"))) };
    let main = html! {
        (said)
        p.lead { (say!("admin-letter-one-letter-sent-now-you-read")) }
        (ui::form::post(&ctx.token, PATH, &inside))
    };
    Ok(Answer::page(
        Page::new(say!("admin-letter-mail-test"), main).at(Place::More).above(way(ctx)),
    ))
}
