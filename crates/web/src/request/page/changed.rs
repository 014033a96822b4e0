//! What others did while somebody was writing.

use maud::{Markup, html};

use super::sheet::Sheet;
use super::timeline;
use crate::problem::Trouble;
use crate::ui;

/// What has happened to the request since the form was opened; nothing when that was not what
/// stood in the way.
pub async fn since_seen(sheet: &Sheet) -> Result<Markup, Trouble> {
    let (true, Some(seen)) = (ui::version::is_stale(&sheet.ctx), sheet.ctx.seen_version) else {
        return Ok(html! {});
    };
    let lines: Vec<_> =
        sheet.history().await?.into_iter().filter(|line| line.version > seen).collect();
    Ok(html! {
        section.changed {
            h2 { "While you were writing" }
            (timeline::lines(sheet, &lines))
            p { "What you wrote is below. If it still holds, send it again." }
        }
    })
}
