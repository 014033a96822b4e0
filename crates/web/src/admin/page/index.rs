//! Administration: how everything is, and the way to what is looked after here.

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
    ("Organisation", "/admin/organisation", "Its name, and what customers find."),
    ("Departments, people and services", "/directory", "Who does what, and who may sign in."),
    ("Jobs given up", "/admin/jobs", "What could not be done outside, and why."),
    ("Quarantine", "/admin/quarantine", "Mail that could not be filed by itself."),
    ("Mail test", "/admin/mail", "Send a letter and see what the server says."),
    ("Tokens", "/admin/tokens", "What programs act with, for everybody."),
    ("Sessions", "/admin/sessions", "Who is signed in where."),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let findings = ctx.desk()?.health().await;
        Ok(Answer::page(page(&findings).above(crumbs(&[("More", "/more")]))))
    })
}

fn page(findings: &[Finding]) -> Page {
    let ill = findings.iter().filter(|finding| finding.condition == Condition::Ill).count();
    let look = findings.iter().filter(|finding| finding.condition == Condition::Look).count();
    let lead = match (ill, look) {
        (0, 0) => "Everything is well.".to_owned(),
        (0, 1) => "One thing is worth a look.".to_owned(),
        (0, look) => format!("{look} things are worth a look."),
        (1, _) => "One thing is not well.".to_owned(),
        (ill, _) => format!("{ill} things are not well."),
    };
    let main = html! {
        p.lead { (lead) }
        (table(findings))
        h2 { "Look after" }
        (places(ENTRIES))
    };
    Page::new("Administration", main).at(Place::More)
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
        caption: "How everything is",
        heads: &["What", "State", "How it is", "What to do"],
        rows: rows.collect(),
    }
    .markup()
}

fn condition(condition: Condition) -> Markup {
    match condition {
        Condition::Well => tag_saying(Status::Answered, "Well"),
        Condition::Look => tag_saying(Status::DueSoon, "Look at it"),
        Condition::Ill => tag_saying(Status::Breached, "Not well"),
    }
}

fn next(finding: &Finding) -> Markup {
    html! {
        @if finding.next.is_empty() { "Nothing" } @else { (finding.next) }
        @if let Some(page) = finding.page {
            " " a href=(page) { "Open" span.unseen { ": " (finding.what) } }
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
