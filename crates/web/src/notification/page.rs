//! Notifications as a page, by case.

use baton_core::ids::CaseId;
use baton_core::say;
use baton_desk::notices::sentence;
use maud::{Markup, html};

use super::{Told, told};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;
use crate::ui;

pub const ROUTES: &[Route] =
    &[Route::get("/notifications", "pages.notifications.list", Access::SignedIn, list)
        .summary("What you were told, by case")
        .query(&[Field::flag("unread"), Field::text("after", 80)])
        .answers(&[Reply::bare(200, "The page")])];

/// One line, with its words.
struct Line {
    href: String,
    text: &'static str,
    reference: String,
    when: Markup,
    unread: bool,
}

/// What was told about one case.
struct Group {
    case: CaseId,
    reference: String,
    lines: Vec<Line>,
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (told, next) = told(&ctx).await?;
        let groups = groups(&ctx, told).await?;
        let only_unread = ctx.query.flag("unread");
        let more = next.map(|next| {
            let unread = if only_unread { "unread=true&" } else { "" };
            format!("/notifications?{unread}after={next}")
        });
        let first = ctx.query.has("after").then_some("/notifications");
        Ok(Answer::page(page(&ctx.token, &groups, only_unread, (first, more.as_deref()))))
    })
}

/// The lines by case, the case with the newest first.
async fn groups(ctx: &Ctx, told: Vec<Told>) -> Result<Vec<Group>, Trouble> {
    let (desk, zone) = (ctx.desk()?, ctx.zone());
    let mut groups: Vec<Group> = Vec::new();
    for Told { notice, reference, href } in told {
        let line = Line {
            href,
            text: sentence(&notice.about),
            reference,
            when: ui::when::when(notice.at, ctx.now, &zone),
            unread: notice.read_at.is_none(),
        };
        match groups.iter_mut().find(|group| group.case == notice.case) {
            Some(group) => group.lines.push(line),
            None => {
                let reference = desk.case(notice.case).await?.reference();
                groups.push(Group { case: notice.case, reference, lines: vec![line] });
            }
        }
    }
    Ok(groups)
}

fn page(
    token: &str,
    groups: &[Group],
    only_unread: bool,
    (first, next): (Option<&str>, Option<&str>),
) -> Page {
    let unread = groups.iter().any(|group| group.lines.iter().any(|line| line.unread));
    let tabs = [
        (say!("notification-all"), "/notifications".to_owned(), !only_unread),
        (say!("notification-unread"), "/notifications?unread=true".to_owned(), only_unread),
    ];
    let main = html! {
        (ui::tabs::tabs(say!("notification-which-notifications"), &tabs))
        div.buttons {
            @if unread {
                (ui::form::act(token, "/notifications/reading", say!("notification-mark-all-as-read"), ""))
            }
            a.button.small href="/notifications/settings" { (say!("notification-how-you-want-to-be-told")) }
        }
        @if groups.is_empty() { (nothing(only_unread)) }
        @for group in groups { (about(token, group)) }
        (ui::pager::pager(first, next))
    };
    Page::new(say!("notification-notifications"), main).at(Place::Notifications)
}

fn about(token: &str, group: &Group) -> Markup {
    html! {
        section.told {
            h2 { (group.reference) }
            ul {
                @for line in &group.lines {
                    li.told-unread[line.unread] {
                        a href=(line.href) { (line.text) span.unseen { " " (line.reference) } }
                        @if line.unread { " " strong { (say!("notification-new")) } }
                        p.muted { (line.reference) " · " (line.when) }
                    }
                }
            }
            @if group.lines.iter().any(|line| line.unread) {
                form.act method="post" action="/notifications/reading" {
                    (ui::form::token(token))
                    input type="hidden" name="case" value=(group.case);
                    button.button.small type="submit" {
                        (say!("notification-mark-as-read")) span.unseen { " " (group.reference) }
                    }
                }
            }
        }
    }
}

fn nothing(only_unread: bool) -> Markup {
    if only_unread {
        return ui::empty::empty(
            say!("notification-you-have-read-everything"),
            say!("notification-what-you-are-told-and-have"),
            Some((say!("notification-see-all-notifications"), "/notifications")),
        );
    }
    ui::empty::empty(
        say!("notification-nobody-has-told-you-anything"),
        say!("notification-when-a-request-is-yours-to"),
        Some((say!("notification-go-to-today"), "/")),
    )
}

pub fn samples() -> Vec<Page> {
    let line = |unread| Line {
        href: "/requests/2".to_owned(),
        text: sentence("sent"),
        reference: "C-1042/2".to_owned(),
        when: html! { "5 min ago (14:05)" },
        unread,
    };
    let group = Group {
        case: baton_core::ids::Id::from_bits(0),
        reference: "C-1042".to_owned(),
        lines: vec![line(true), line(false)],
    };
    vec![
        page("", &[group], false, (None, Some("?after=1"))),
        page("", &[], false, (None, None)),
        page("", &[], true, (None, None)),
    ]
}
