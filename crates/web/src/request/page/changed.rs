//! What others did while somebody was writing.

use baton_core::say;
use maud::{Markup, html};

use super::sheet::Sheet;
use super::timeline;
use crate::problem::Trouble;
use crate::ui;

/// What has happened to the request since the form was opened; nothing when that was not what
/// stood in the way.
pub async fn since_seen(sheet: &Sheet) -> Result<Markup, Trouble> {
    let Some(seen) = ui::version::outdated(&sheet.ctx, sheet.request.version) else {
        return Ok(html! { div #news data-fresh {} });
    };
    let lines: Vec<_> =
        sheet.history().await?.into_iter().filter(|line| line.version > seen).collect();
    let again = if ui::version::is_stale(&sheet.ctx) {
        say!("request-changed-if-it-still-holds-send-it")
    } else {
        ""
    };
    Ok(html! {
        div #news data-fresh {
            section.changed {
                h2 { (say!("request-changed-while-you-were-writing")) }
                (timeline::lines(sheet, &lines))
                p { (say!("request-changed-what-you-wrote-is-below")) (again) }
            }
        }
    })
}
