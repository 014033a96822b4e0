//! Jobs that were given up, as a page.

use std::sync::Arc;

use baton_core::directory::Directory;
use baton_core::say;
use baton_store::jobs::Job;
use maud::{Markup, html};

use super::{DISMISSAL, dead, dismissal, mine, revival};
use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::table::{Cell, Table};

const PATH: &str = "/admin/jobs";

pub static ROUTES: &[&[Route]] = &[&[
    Route::get(PATH, "pages.admin.jobs.list", Access::SignedIn, list)
        .summary("Jobs that were given up: yours, or all of them for administrators")
        .answers(&[Reply::bare(200, "The page")]),
    Route::post(
        "/admin/jobs/{id}/revival",
        "pages.admin.jobs.revival.create",
        Access::SignedIn,
        revive,
    )
    .summary("Try a job again")
    .answers(&[Reply::bare(303, "Back to the list")]),
    Route::get(
        "/admin/jobs/{id}/dismissal/new",
        "pages.admin.jobs.dismissal.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to let go of a job")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/admin/jobs/{id}/dismissal",
        "pages.admin.jobs.dismissal.create",
        Access::SignedIn,
        dismiss,
    )
    .summary("Let go of a job that cannot be done")
    .body(&DISMISSAL)
    .again(new)
    .answers(&[Reply::bare(303, "Back to the list")]),
]];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let jobs = dead(&ctx).await?;
        let directory = ctx.desk()?.directory();
        let main = html! {
            @if jobs.is_empty() {
                (ui::empty::empty(
                    say!("job-no-job-was-given-up"),
                    say!("job-what-shall-happen-outside-such"),
                    Some((say!("job-go-to-today"), "/")),
                ))
            } @else {
                p.lead { (say!("job-these-were-tried-again-and")) }
                (table(&ctx, &jobs, &directory))
            }
        };
        Ok(Answer::page(
            Page::new(say!("job-jobs-given-up"), main).at(Place::More).above(way(&ctx)),
        ))
    })
}

/// What a job does, in words.
pub fn words(kind: &str) -> &'static str {
    match kind {
        "send_message" => say!("job-letter-to-a-customer"),
        "mail_notice" => say!("job-notice-by-mail"),
        "mail_digest" => say!("job-gathered-notices-by-mail"),
        "mail_change" => say!("job-letter-about-a-change-of-how"),
        "mail_digits" => say!("job-letter-with-a-code-for-a"),
        "remind" => say!("job-look-at-a-due-time"),
        "warn" => say!("job-warning-of-a-due-time"),
        "recount" => say!("job-counting-clocks-anew"),
        "erase_again" => say!("job-second-look-at-an-erasure"),
        _ => say!("job-another-job"),
    }
}

/// Whoever looks after it.
fn owner(directory: &Directory, owner: &str) -> String {
    if let Some(person) = owner.parse().ok().filter(|id| directory.person(*id).is_some()) {
        return directory.person_name(person).to_owned();
    }
    match owner.parse().ok().filter(|id| directory.department(*id).is_some()) {
        Some(department) => directory.department_name(department).to_owned(),
        None => say!("job-administrators").to_owned(),
    }
}

fn table(ctx: &Ctx, jobs: &[Job], directory: &Arc<Directory>) -> Markup {
    let zone = ctx.zone();
    let rows = jobs.iter().map(|job| {
        let what = words(&job.kind);
        let again = format!("{PATH}/{}/revival", job.id);
        let let_go = format!("{PATH}/{}/dismissal/new", job.id);
        vec![
            Cell::head(html! { (what) }),
            Cell::new(html! { (job.last_error) }),
            Cell::new(match job.dead_at {
                Some(at) => ui::when::when(at, ctx.now, &zone),
                None => html! {},
            }),
            Cell::number(html! { (job.attempts) }),
            Cell::new(html! { (owner(directory, &job.owner)) }),
            Cell::new(html! {
                div.buttons {
                    (ui::form::act(&ctx.token, &again, say!("job-try-again"), what))
                    a.button.small href=(let_go) { (say!("job-let-go")) span.unseen { " " (what) } }
                }
            }),
        ]
    });
    Table {
        caption: say!("job-jobs-given-up-the-longest-first"),
        heads: &[
            say!("job-what"),
            say!("job-why"),
            say!("job-given-up"),
            say!("job-tries"),
            say!("job-whose"),
            say!("job-what-to-do"),
        ],
        rows: rows.collect(),
    }
    .markup()
}

fn revive(ctx: Ctx) -> Pending {
    Box::pin(async move {
        revival(&ctx).await?;
        Ok(Answer::redirect(PATH).told(say!("job-it-is-tried-again-now")))
    })
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let job = mine(&ctx).await?;
        form(&ctx, &job)
    })
}

fn form(ctx: &Ctx, job: &Job) -> Result<Answer, Trouble> {
    let fields = ctx.form(&DISMISSAL);
    let inside = html! {
        (fields.lines("reason", 3))
        (ui::button::row(&[
            ui::button::grave(say!("job-let-it-go")),
            ui::button::plain_link(say!("job-back-to-the-jobs"), PATH),
        ]))
    };
    let main = html! {
        p.lead { (say!("job-it-will-not-be-done-nobody")) }
        (ui::pairs::pairs(&[
            (say!("job-what"), Some(html! { (words(&job.kind)) })),
            (say!("job-why-it-failed"), Some(html! { (job.last_error) })),
        ]))
        (ui::form::post(&ctx.token, &format!("{PATH}/{}/dismissal", job.id), &inside))
    };
    Ok(Answer::page(Page::new(say!("job-let-a-job-go"), main).at(Place::More).above(way(ctx))))
}

fn dismiss(ctx: Ctx) -> Pending {
    Box::pin(async move {
        dismissal(&ctx).await?;
        Ok(Answer::redirect(PATH).told(say!("job-the-job-was-let-go")))
    })
}
