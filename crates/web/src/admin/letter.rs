//! A test letter: does mail leave, and what does the server say?

use baton_core::word;
use baton_desk::letter::Left;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::view;

pub static LETTER_FORM: Shape = Shape::new(
    "TestLetterForm",
    &[Field::text("to", 254)
        .label(word!("admin-letter-send-it-to"))
        .hint(word!("admin-letter-an-address-that-you-can-read"))
        .ask(word!("admin-letter-enter-the-address-that-the-test"))
        .required()],
);

view! {
    LetterView as TEST_LETTER "TestLetter" {
        "left" left: bool = Out::Flag,
        /// What the mail server said, or where the letter lies.
        "answer" answer: String = Out::Text,
    }
}

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/test-letter", "test_letter.create", Access::Administrator, create)
        .summary("Send a test letter, and say what the mail server answered")
        .body(&LETTER_FORM)
        .answers(&[Reply::ok("Whether it left", &Out::Thing(&TEST_LETTER))])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let Left { left, answer } = send(&ctx).await?;
        Answer::json(&LetterView { left, answer })
    })
}

/// Sends it to the address of the form.
pub async fn send(ctx: &Ctx) -> Result<Left, Trouble> {
    Ok(ctx.desk()?.send_test_letter(ctx.input.words("to").trim()).await?)
}
