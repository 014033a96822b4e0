//! Setting up a second step: a secret goes into an app, and a code of it comes back. Nothing is kept
//! until then; the form itself carries the secret, sealed.

use baton_core::{say, word};
use baton_desk::second_step::Proposal;
use maud::html;

use super::{PATH, above, once, picture};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::page::{Around, Page, Place};
use crate::passkey;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::sign_in::renew;
use crate::shape::{Field, Shape};
use crate::tell;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/account/second-step/new", "account.second_step.new", Access::SignedIn, new)
        .summary("A secret for your app, and the form for its first code")
        .fresh()
        .setting_up()
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "account.second_step.create", Access::SignedIn, create)
        .summary("Turn on your second step with the first code")
        .body(&SHAPE)
        .again(new)
        .fresh()
        .setting_up()
        .answers(&[Reply::bare(200, "It is on; recovery codes, shown this once")]),
];

static SHAPE: Shape = Shape::new(
    "SecondStepForm",
    &[
        Field::text("sealed", 200),
        Field::text("code", 16)
            .label(word!("second-step-set-up-code"))
            .hint(word!("second-step-set-up-the-six-digits-that-your-app"))
            .ask(word!("second-step-set-up-enter-the-code-that-your-app"))
            .required(),
    ],
);

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let viewer = ctx.viewer()?;
        let desk = ctx.desk()?;
        if desk.second_step(viewer.person).await?.is_some() {
            return Ok(Answer::redirect(PATH));
        }
        let proposal = match desk.proposed_second_step(viewer.person, ctx.kept("sealed")) {
            Some(again) => again,
            None => desk.propose_second_step(viewer.person)?,
        };
        let keys = desk.takes_passkeys_at(&ctx.origin);
        let owed = Owed { second_step: viewer.owes_second_step, or_a_passkey: keys };
        Ok(Answer::page(page(&ctx.token, &proposal, ctx.form(&SHAPE), owed)))
    })
}

/// What the organisation asks for, before anything else is done.
#[derive(Clone, Copy)]
struct Owed {
    second_step: bool,
    or_a_passkey: bool,
}

fn page(token: &str, proposal: &Proposal, form: Form<'_>, owed: Owed) -> Page {
    let inside = html! {
        input type="hidden" name="sealed" value=(proposal.sealed);
        (form.code("code"))
        (ui::button::main(say!("second-step-set-up-turn-it-on")))
    };
    let main = html! {
        @if owed.second_step {
            (ui::notice::know(say!("second-step-set-up-your-organisation-asks-for-a")))
            @if owed.or_a_passkey {
                p { a href=(passkey::NEW) { (say!("second-step-set-up-make-a-passkey-instead")) } }
            }
        }
        ol.numbered {
            li { (say!("second-step-set-up-open-an-app-for-codes-on")) }
            li {
                (tell!("second-step-set-up-add-an-account-in-it-by", link = html! { a href=(proposal.link) { (say!("second-step-set-up-by-this-link")) } }))
                (picture::qr(&proposal.link))
                p { code.secret { (proposal.letters) } }
            }
            li { (say!("second-step-set-up-type-the-code-that-it-shows")) }
        }
        (ui::form::post(token, PATH, &inside))
    };
    let page =
        Page::new(say!("second-step-set-up-set-up-your-second-step"), main).at(Place::Account);
    // Nothing else can be done yet, so nothing else is offered.
    if owed.second_step { Page { around: Around::Nothing, ..page } } else { page.above(above()) }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let viewer = ctx.viewer()?;
        let (sealed, code) = (ctx.input.words("sealed"), ctx.input.words("code"));
        let codes = ctx.desk()?.turn_on_second_step(viewer.person, sealed, code).await?;
        let main = html! {
            p.lead { (say!("second-step-set-up-from-now-on-you-sign-in")) }
            (once(&codes))
            p { (ui::button::link(say!("second-step-set-up-i-have-kept-them"), "/")) }
        };
        let page =
            Page::new(say!("second-step-set-up-your-second-step-is-on"), main).at(Place::Account);
        renew(&ctx, viewer.person).await?.put(&ctx, Answer::page(page))
    })
}

pub fn samples() -> Vec<Page> {
    let proposal = Proposal {
        sealed: String::new(),
        letters: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(),
        link: "otpauth://totp/Baton:priya%40example.org?secret=GEZDGNBVGY3TQOJQ&issuer=Baton"
            .to_owned(),
    };
    let kept = Kept::default();
    let form = Form { shape: &SHAPE, kept: &kept, refusal: None, advice: &[] };
    let owed = |second_step| Owed { second_step, or_a_passkey: true };
    vec![page("", &proposal, form, owed(false)), page("", &proposal, form, owed(true))]
}
