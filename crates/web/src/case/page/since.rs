//! What has happened to a case since a form on it was opened.

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::event::CaseEvent;
use baton_core::log::Stamp;
use baton_core::say;
use maud::{Markup, html};

use super::story;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::File;
use crate::ui;

/// Lets a form go through when nothing that its writer should know has happened since they opened
/// it: their own acts and the post's reports do not count. All else stays for the desk to refuse.
pub async fn look(ctx: &mut Ctx, case: &Case) -> Result<(), Trouble> {
    let Some(seen) = ctx.seen_version.filter(|seen| *seen < case.version) else { return Ok(()) };
    let history = ctx.desk()?.history(case).await?;
    let news = |(stamp, event): &(Stamp, CaseEvent)| {
        stamp.version > seen && stamp.version <= case.version && is_news(event, *stamp, &ctx.who)
    };
    if !history.iter().any(news) {
        ctx.seen_version = Some(case.version);
    }
    Ok(())
}

fn is_news(event: &CaseEvent, stamp: Stamp, who: &Who) -> bool {
    let report = matches!(
        event,
        CaseEvent::MessageLeft(_) | CaseEvent::RequestOverdue(_) | CaseEvent::CaseClockOverdue(_)
    );
    stamp.actor != who.actor && !report && !event.is_result()
}

/// For a form that came too late, or is still being written: what others did meanwhile, above what
/// was typed.
pub async fn news(ctx: &Ctx, file: &File) -> Result<Markup, Trouble> {
    let Some(seen) = ui::version::outdated(ctx, file.case.version) else {
        return Ok(html! { div #news data-fresh {} });
    };
    let mut history = ctx.desk()?.history(&file.case).await?.to_vec();
    history.retain(|(stamp, event)| stamp.version > seen && is_news(event, *stamp, &ctx.who));
    let entries = story::entries(ctx, file, &history);
    let again =
        if ui::version::is_stale(ctx) { say!("case-since-send-it-again-if-it-still") } else { "" };
    Ok(html! {
        div #news data-fresh {
            @if !entries.is_empty() {
                section.news {
                    h2 { (say!("case-since-what-changed-while-you-were")) }
                    (ui::story::story(&entries, ctx.now, &ctx.zone()))
                    p { (say!("case-since-what-you-wrote-is-still-below")) (again) }
                }
            }
        }
    })
}
