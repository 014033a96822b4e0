//! Administration: how everything is, and the way to what is looked after here.

use baton_core::{say, word};
use baton_desk::health::{Condition, Finding};
use maud::{Markup, html};

use super::more::{Place as Entry, places};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::ui::crumbs::crumbs;
use crate::ui::status::{Status, tag_saying};
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] =
    &[Route::get("/admin", "pages.admin.show", Access::Administrator, show)
        .summary("How everything is, and what is looked after by administrators")
        .answers(&[Reply::bare(200, "The page")])];

const ENTRIES: &[Entry] = &[
    (
        word!("admin-index-organisation"),
        "/admin/organisation",
        word!("admin-index-its-name-and-what-customers"),
    ),
    (
        word!("admin-index-departments-people-and-services"),
        "/directory",
        word!("admin-index-who-does-what-and-who-may"),
    ),
    (word!("admin-index-calendars"), "/calendars", word!("admin-index-by-which-hours")),
    (
        word!("admin-index-service-levels"),
        "/service-levels",
        word!("admin-index-what-customers-are-promised"),
    ),
    (
        word!("admin-index-jobs-given-up"),
        "/admin/jobs",
        word!("admin-index-what-could-not-be-done-outside"),
    ),
    (
        word!("admin-index-quarantine"),
        "/admin/quarantine",
        word!("admin-index-mail-that-could-not-be-filed"),
    ),
    (
        word!("admin-index-mail-test"),
        "/admin/mail",
        word!("admin-index-send-a-letter-and-see-what"),
    ),
    (word!("admin-index-tokens"), "/admin/tokens", word!("admin-index-what-programs-act-with-for")),
    (
        word!("admin-index-second-steps"),
        "/admin/second-steps",
        word!("admin-index-who-signs-in-with-a-code"),
    ),
    (word!("admin-index-sessions"), "/admin/sessions", word!("admin-index-who-is-signed-in-where")),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let findings = ctx.desk()?.health().await;
        Ok(Answer::page(page(&findings).above(crumbs(&[(say!("admin-index-more"), "/more")]))))
    })
}

fn page(findings: &[Finding]) -> Page {
    let ill = findings.iter().filter(|finding| finding.condition == Condition::Ill).count();
    let look = findings.iter().filter(|finding| finding.condition == Condition::Look).count();
    let lead = match (ill, look) {
        (0, 0) => say!("admin-index-everything-is-well").to_owned(),
        (0, look) => say!("admin-index-worth-a-look", count = look),
        (ill, _) => say!("admin-index-things-not-well", count = ill),
    };
    let main = html! {
        p.lead { (lead) }
        (table(findings))
        h2 { (say!("admin-index-look-after")) }
        (places(ENTRIES))
    };
    Page::new(say!("admin-index-administration"), main).at(Place::More)
}

fn table(findings: &[Finding]) -> Markup {
    let rows = findings.iter().map(|finding| {
        vec![
            Cell::head(html! { (finding.what) }),
            Cell::new(condition(finding.condition)),
            Cell::new(html! { (finding.says) }),
            Cell::new(next(finding)),
        ]
    });
    Table {
        caption: say!("admin-index-how-everything-is"),
        heads: &[
            say!("admin-index-what"),
            say!("admin-index-state"),
            say!("admin-index-how-it-is"),
            say!("admin-index-what-to-do"),
        ],
        rows: rows.collect(),
    }
    .markup()
}

fn condition(condition: Condition) -> Markup {
    match condition {
        Condition::Well => tag_saying(Status::Answered, say!("admin-index-well")),
        Condition::Look => tag_saying(Status::DueSoon, say!("admin-index-look-at-it")),
        Condition::Ill => tag_saying(Status::Breached, say!("admin-index-not-well")),
    }
}

fn next(finding: &Finding) -> Markup {
    html! {
        @if finding.next.is_empty() { (say!("admin-index-nothing")) } @else { (finding.next) }
        @if let Some(page) = finding.page {
            " " a href=(page) { (say!("admin-index-open")) span.unseen { ": " (finding.what) } }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let finding = |what, condition, says: &str, next: &str, page| Finding {
        what,
        condition,
        says: says.to_owned(),
        next: next.to_owned(),
        page,
    };
    let well = finding("Disk", Condition::Well, "23.4 GB free.", "", None);
    let ill = finding(
        "Jobs given up",
        Condition::Ill,
        "2 could not be done.",
        "See why, then try them again or let them go.",
        Some("/admin/jobs"),
    );
    let look = finding("Mail in", Condition::Look, "3 in quarantine.", "File each.", None);
    vec![page(std::slice::from_ref(&well)), page(&[well, look, ill])]
}
