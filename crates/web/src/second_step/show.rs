//! How one's own second step stands.

use baton_core::say;
use baton_desk::second_step::State;
use maud::html;

use super::{PATH, above};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::ui;
use crate::ui::pairs::pairs;
use crate::view::{MAYBE_TIME, maybe_time, view};

view! {
    SecondStepView as SECOND_STEP "SecondStep" {
        "on" on: bool = Out::Flag,
        "since" since: Option<String> = MAYBE_TIME,
        "recovery_codes_left" recovery_codes_left: u64 = Out::Whole,
        /// Whether the organisation asks for it.
        "required" required: bool = Out::Flag,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/me/second-step", "me.second_step.show", Access::SignedIn, read)
        .summary("Whether you sign in with a code beside the password")
        .answers(&[Reply::ok("How it stands", &Out::Thing(&SECOND_STEP))]),
    Route::get(PATH, "account.second_step.show", Access::SignedIn, show)
        .summary("Whether you sign in with a code beside the password, as a page")
        .setting_up()
        .answers(&[Reply::bare(200, "The page")]),
];

/// Whether it stays on: it is asked for, and nothing else meets that.
async fn stays(ctx: &Ctx) -> Result<bool, crate::problem::Trouble> {
    Ok(required(ctx)? && !ctx.desk()?.has_other_means(ctx.viewer()?.person).await?)
}

fn required(ctx: &Ctx) -> Result<bool, crate::problem::Trouble> {
    Ok(ctx.desk()?.house().second_step.of(&ctx.who))
}

fn read(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let state = ctx.desk()?.second_step(ctx.viewer()?.person).await?;
        Answer::json(&SecondStepView {
            on: state.is_some(),
            since: maybe_time(state.as_ref().map(|state| state.since)),
            recovery_codes_left: state.map_or(0, |state| state.recovery_codes_left),
            required: required(&ctx)?,
        })
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let state = ctx.desk()?.second_step(ctx.viewer()?.person).await?;
        let since = state.as_ref().map(|state| ui::when::when(state.since, ctx.now, &ctx.zone()));
        Ok(Answer::page(page(state.as_ref(), since, stays(&ctx).await?)))
    })
}

fn page(state: Option<&State>, since: Option<maud::Markup>, stays: bool) -> Page {
    let main = html! {
        p.lead { (say!("second-step-show-with-a-second-step-a-password")) }
        @match state {
            None => { p { (ui::button::link(say!("second-step-show-set-it-up"), "/account/second-step/new")) } }
            Some(state) => {
                (pairs(&[
                    (say!("second-step-show-on-since"), since),
                    (say!("second-step-show-recovery-codes-left"), Some(html! { (state.recovery_codes_left) })),
                ]))
                @if state.recovery_codes_left < 3 {
                    (ui::notice::warn(say!("second-step-show-few-recovery-codes-are-left")))
                }
                (ui::button::row(&[
                    ui::button::plain_link(say!("second-step-show-make-new-recovery-codes"), "/account/second-step/recovery-codes"),
                    html! { @if !stays {
                        (ui::button::plain_link(say!("second-step-show-turn-it-off"), "/account/second-step/ending/new"))
                    } },
                ]))
                @if stays { p.muted { (say!("second-step-show-your-organisation-asks-for-it")) } }
            }
        }
    };
    Page::new(say!("second-step-show-your-second-step"), main).at(Place::Account).above(above())
}

pub fn samples() -> Vec<Page> {
    let since = baton_core::time::Instant::from_millis(1_796_144_400_000);
    let state = |left| State { since, recovery_codes_left: left };
    let when = || Some(html! { "Mon 1 Dec, 09:00" });
    vec![
        page(None, None, false),
        page(Some(&state(10)), when(), false),
        page(Some(&state(1)), when(), true),
    ]
}
