//! Signing out: the session ends here, and the browser forgets what it kept of us.

use axum::http::{HeaderName, header};

use super::cookie::Cookie;
use crate::answer::Answer;
use crate::ctx::{Ctx, Via};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};

pub const ROUTES: &[Route] = &[Route::post("/sign-out", "sign_out.create", Access::Anyone, create)
    .summary("Sign out")
    .answers(&[Reply::bare(303, "Signed out")])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if let Some(viewer) = &ctx.viewer
            && let Via::Session(print) = viewer.via
        {
            ctx.app.doors.end_session(viewer.person, print).await.map_err(Trouble::Broken)?;
            ctx.app.session_ended();
        }
        Ok(farewell(&ctx))
    })
}

/// The answer after which nothing of the session is left in the browser.
pub fn farewell(ctx: &Ctx) -> Answer {
    let gone = Cookie::Session.write("", 0, ctx.app.settings.secure_cookies);
    Answer::redirect("/sign-in")
        .header(header::SET_COOKIE, &gone)
        .header(HeaderName::from_static("clear-site-data"), "\"cache\", \"cookies\", \"storage\"")
}
