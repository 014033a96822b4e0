//! Making a passkey on the device that somebody sits at, or on one beside it.

use baton_core::{say, word};
use maud::html;

use super::{NEW, PATH, above};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::limits::AGAIN;
use crate::page::{Around, Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::session::passkey::handed_out;
use crate::session::sign_in::renew;
use crate::shape::{Field, Shape};
use crate::ui::passkey::{Ask, CREDENTIAL, Way, form};

const CHALLENGE: &str = "/account/passkeys/challenge";

pub const ROUTES: &[Route] = &[
    Route::get(NEW, "account.passkeys.new", Access::SignedIn, new)
        .summary("The form to make a passkey")
        .fresh()
        .setting_up()
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(CHALLENGE, "account.passkeys.challenge.create", Access::SignedIn, challenge)
        .summary("What your device is to be asked, to make a passkey")
        .fresh()
        .setting_up()
        .answers(&[Reply::bare(200, "Options for the browser, as JSON")]),
    Route::post(PATH, "account.passkeys.create", Access::SignedIn, create)
        .summary("Add the passkey that your device has made")
        .body(&SHAPE)
        .again(new)
        .fresh()
        .setting_up()
        .answers(&[Reply::bare(303, "Back to your passkeys")]),
];

static SHAPE: Shape = Shape::new("PasskeyForm", &[NAME, CREDENTIAL]);

pub const NAME: Field = Field::text("name", 80)
    .label(word!("passkey-new-name"))
    .hint(word!("passkey-new-so-that-you-know-it-in"));

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let owed = ctx.viewer()?.owes_second_step;
        let here = ctx.desk()?.takes_passkeys_at(&ctx.origin);
        let way = Way { action: PATH, challenge: CHALLENGE, ask: Ask::New };
        let name = ctx.form(&SHAPE).text("name");
        let button = say!("passkey-show-make-a-passkey");
        let main = html! {
            @if here {
                p { (say!("passkey-new-your-browser-will-ask-you")) }
                noscript { p { strong { (say!("passkey-new-your-browser-runs-no-script")) } } }
                (form(&ctx.token, way, &name, button, ctx.error(CREDENTIAL.name)))
            } @else { p { (say!("passkey-show-they-do-not-work-here")) } }
            @if owed {
                p { a href="/account/second-step/new" { (say!("passkey-new-use-a-code-of-an-app")) } }
            }
        };
        let page = Page::new(button, main).at(Place::Account);
        let page =
            if owed { Page { around: Around::Nothing, ..page } } else { page.above(above()) };
        Ok(Answer::page(page))
    })
}

fn challenge(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person = ctx.viewer()?.person;
        ctx.app.limits.count(AGAIN, &format!("{person}-new-passkey"), ctx.now)?;
        handed_out(&ctx, &ctx.desk()?.begin_passkey(person, &ctx.origin).await?)
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person = ctx.viewer()?.person;
        let (answer, name) = (ctx.input.words(CREDENTIAL.name), ctx.input.words("name"));
        let desk = ctx.desk()?;
        desk.add_passkey(person, &ctx.begun, &ctx.origin, answer, name).await?;
        let answer = Answer::redirect(PATH).told(say!("passkey-new-your-passkey-is-made"));
        renew(&ctx, person).await?.put(&ctx, answer)
    })
}
