//! On the case that goes on: the stories of those that were merged into it, for whoever may see
//! all of them.

use baton_core::access::Sight;
use baton_core::case::Case;
use baton_core::case::request::sight::case_sight;
use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::frame::at;
use super::story;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::tell;
use crate::ui;
use crate::ui::story::Entry;

/// A case that was merged into another one.
pub struct Part {
    reference: String,
    href: String,
    subject: String,
    facts: String,
    story: Vec<Entry>,
}

/// All that joined, and what had joined those. One that belongs to another department by now is
/// only named in the story.
pub async fn parts(ctx: &Ctx, case: &Case) -> Result<Vec<Part>, Trouble> {
    let desk = ctx.desk()?;
    let mut parts = Vec::new();
    let mut left: Vec<_> = case.joined.iter().rev().map(|joined| joined.case).collect();
    while let Some(id) = left.pop() {
        let merged = desk.case(id).await?;
        if case_sight(&merged, &ctx.who) != Sight::All {
            continue;
        }
        left.extend(merged.joined.iter().rev().map(|joined| joined.case));
        let history = desk.history(&merged).await?;
        let file = reach::file(ctx, merged).await?;
        let story = story::entries(ctx, &file, &history);
        let when = |at| ui::when::words(at, ctx.now, &ctx.zone());
        let merged = &file.case;
        let said = say!("case-joined-message", messages = merged.messages.len());
        parts.push(Part {
            reference: merged.reference(),
            href: at(merged, ""),
            subject: file.texts.show(merged.subject).to_owned(),
            facts: say!("case-joined-received", received_at = when(merged.received_at), said),
            story,
        });
    }
    Ok(parts)
}

pub fn section(parts: &[Part], now: Instant, zone: &TimeZone) -> Markup {
    html! {
        @if !parts.is_empty() {
            h2 #merged { (say!("case-joined-merged-into-this-case")) }
            @for part in parts {
                section.part {
                    h3 { a href=(part.href) { (part.subject) } " " span.muted { (part.reference) } }
                    p.muted { (part.facts) }
                    details {
                        summary { (tell!("case-joined-what-happened-in", reference = part.reference)) }
                        (ui::story::story(&part.story, now, zone))
                    }
                }
            }
        }
    }
}

pub fn sample() -> Part {
    Part {
        reference: "C-1077".to_owned(),
        href: "/cases/2".to_owned(),
        subject: "My new kettle leaks".to_owned(),
        facts: "received Monday 9:12 · 2 messages".to_owned(),
        story: Vec::new(),
    }
}
