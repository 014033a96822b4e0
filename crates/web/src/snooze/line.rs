//! What sleeps, as a row: until when, and what its clocks say meanwhile.

use baton_core::ids::{CaseId, RequestId};
use baton_core::say;
use baton_core::time::{Instant, Span};
use baton_core::vault::erased;
use baton_store::rows;
use baton_store::rows::case::CaseRow;
use baton_store::rows::request::RequestRow;
use maud::{Markup, html};

use super::Asleep;
use crate::ctx::Ctx;
use crate::page::Place;
use crate::problem::Trouble;
use crate::tell;
use crate::ui;
use crate::ui::status::{Status, tag};

/// What is due within this time is due soon.
const SOON: Span = Span::hours(24);

/// A case or a request by its name, for whoever may see it.
pub struct Line {
    pub href: String,
    pub reference: String,
    pub title: String,
    pub due: Option<Markup>,
    /// Late or due soon: it is told of even while it sleeps.
    pressing: Option<Status>,
    until: Option<Markup>,
    /// A request, and whether it was asked of the reader's department.
    request: Option<bool>,
}

impl Line {
    pub async fn of(
        ctx: &Ctx,
        case: CaseId,
        request: Option<RequestId>,
        until: Option<Instant>,
    ) -> Result<Self, Trouble> {
        let link = ctx.desk()?.store().link();
        let line = match request {
            Some(id) => rows::request::get(&link, id).await?.map(|row| Self::of_request(ctx, &row)),
            None => rows::case::get(&link, case).await?.map(|row| Self::of_case(ctx, &row)),
        };
        let line = line.ok_or_else(Trouble::not_found)?;
        let until = until.map(|until| ui::when::when(until, ctx.now, &ctx.zone()));
        Ok(Self { until, ..line })
    }

    fn of_case(ctx: &Ctx, row: &CaseRow) -> Self {
        let due = row.due_at.filter(|_| row.closed_at.is_none());
        let title = row.subject.clone().unwrap_or_else(|| erased().to_owned());
        let href = format!("/cases/{}", row.id);
        Self { reference: row.reference(), title, href, ..Self::due(ctx, due) }
    }

    fn of_request(ctx: &Ctx, row: &RequestRow) -> Self {
        let due = row.due_at.filter(|_| row.ended_at.is_none());
        let title = row.need.clone().unwrap_or_else(|| erased().to_owned());
        let request = Some(ctx.who.belongs_to(row.to));
        let href = format!("/requests/{}", row.id);
        Self { reference: row.reference(), title, href, request, ..Self::due(ctx, due) }
    }

    fn due(ctx: &Ctx, due: Option<Instant>) -> Self {
        let pressing = match due {
            Some(due) if due < ctx.now => Some(Status::Breached),
            Some(due) if due < ctx.now + SOON => Some(Status::DueSoon),
            _ => None,
        };
        Self {
            href: String::new(),
            reference: String::new(),
            title: String::new(),
            due: due.map(|due| ui::when::due(due, ctx.now, &ctx.zone())),
            pressing,
            until: None,
            request: None,
        }
    }

    /// Late or due soon.
    pub fn presses(&self) -> bool {
        self.pressing.is_some()
    }

    /// Where it belongs in the rail.
    pub fn place(&self) -> Place {
        match self.request {
            None => Place::Cases,
            Some(true) => Place::ToUs,
            Some(false) => Place::FromUs,
        }
    }

    /// The list that it has just left.
    pub fn list(&self) -> &'static str {
        match self.request {
            None => "/",
            Some(true) => "/to-us",
            Some(false) => "/from-us",
        }
    }

    fn row(&self, token: &str) -> Markup {
        html! {
            div.row {
                p.row-subject {
                    a href=(self.href) { (self.title) }
                    span.row-reference { " " (self.reference) }
                }
                p.row-who {
                    @if let Some(until) = &self.until { (tell!("snooze-line-snoozed-until", until)) }
                    @if let Some(due) = &self.due { " · " (due) }
                }
                @if let Some(status) = self.pressing { p.row-state { (tag(status)) } }
                form.row-when method="post" action={ (self.href) "/snooze/ending" } {
                    (ui::form::token(token))
                    button.button.small type="submit" {
                        (say!("snooze-line-wake-it")) span.unseen { ": " (self.reference) }
                    }
                }
            }
        }
    }
}

pub async fn lines(ctx: &Ctx, asleep: &Asleep) -> Result<Vec<Line>, Trouble> {
    let mut lines = Vec::new();
    for snooze in asleep.all() {
        lines.push(Line::of(ctx, snooze.case, snooze.request, Some(snooze.until)).await?);
    }
    Ok(lines)
}

pub fn rows<'a>(lines: impl IntoIterator<Item = &'a Line>, token: &str) -> Markup {
    html! { ul.rows { @for line in lines { li { (line.row(token)) } } } }
}

/// On Today: what presses is in sight, the rest folded away.
pub fn section(lines: &[Line], token: &str) -> Markup {
    let (pressing, calm): (Vec<&Line>, Vec<&Line>) =
        lines.iter().partition(|line| line.pressing.is_some());
    html! {
        @if !pressing.is_empty() {
            h2.counted { (tell!("snooze-line-snoozed-but-due", span = html! { span.count { (pressing.len()) } })) }
            (rows(pressing, token))
        }
        @if !calm.is_empty() {
            details.fold {
                summary { (tell!("snooze-line-snoozed", span = html! { span.count { (calm.len()) } })) }
                (rows(calm, token))
            }
        }
    }
}

pub fn samples() -> Vec<Line> {
    let line = |n: u8, title: &str, pressing| Line {
        href: format!("/requests/{n}"),
        reference: format!("C-1042/{n}"),
        title: title.to_owned(),
        due: Some(html! { "due tomorrow 09:00 (in 18 h)" }),
        pressing,
        until: Some(html! { "Tue 1 Dec, 09:00 (in 8 days)" }),
        request: Some(true),
    };
    vec![
        line(1, "Send a replacement kettle", Some(Status::DueSoon)),
        line(2, "Look for the parcel", None),
    ]
}
