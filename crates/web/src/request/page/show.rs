//! The page that both sides share.

use baton_core::case::kinds::StageName;
use baton_core::case::request::moves::Move;
use baton_core::say;
use maud::{Markup, html};

use super::sheet::Sheet;
use super::{
    act, advice, ask, beside, changed, compare, dispute, doing, note, talk, timeline, turn, words,
};
use crate::answer::Answer;
use crate::case::page::{customer, customer_of_ask, lane_of};
use crate::ctx::Ctx;
use crate::page::{Live, Page};
use crate::presence::{self, Doing, Thing};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::snooze;
use crate::tell;
use crate::ui;

pub const ROUTES: &[Route] =
    &[Route::get("/requests/{id}", "pages.requests.show", Access::SignedIn, show)
        .summary("A request, as both sides see it")
        .answers(&[Reply::bare(200, "The page")])];

/// Longest heading, in characters; a longer need stands in full below.
const HEADING: usize = 90;

/// Also shown again when one of its buttons was refused.
pub fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        let page = page(&sheet).await?;
        Ok(Answer::page(page))
    })
}

async fn page(sheet: &Sheet) -> Result<Page, Trouble> {
    let changed = changed::since_seen(sheet).await?;
    let mut history = sheet.history().await?;
    history.reverse();
    let confirming = sheet.request.stage.name() == StageName::ReadBack;
    let asleep = snooze::asleep(&sheet.ctx).await?.request(sheet.request.id);
    let main = html! {
        (changed)
        (snooze::note(&sheet.ctx, &sheet.href(), asleep))
        (standing(sheet)?)
        (advice::banner(sheet)?.unwrap_or_default())
        @if confirming { (understanding(sheet)) }
        (talk::talk(sheet))
        (dispute::section(sheet))
        h2 { (say!("request-show-what-is-asked")) }
        (ask::whole(sheet))
        @if sheet.is_receiver() { (beside::packet(sheet)) }
        @if !confirming { (understanding(sheet)) }
        h2 #history { (say!("request-show-what-happened")) }
        @if sheet.moves().contains(&Move::Note) { (note::inline(sheet)) }
        (timeline::lines(sheet, &history))
    };
    let mut page = act::around(sheet, &heading(&sheet.view.need), main);
    page.caption = Some(caption(sheet));
    let (thing, doing) = (Thing::Request(sheet.request.id), Doing::Viewing);
    let page =
        page.live(Live::Things(sheet.ids())).presence(presence::line(&sheet.ctx, thing, doing)?);
    let view = &sheet.view;
    let sides = [view.from_name.as_str(), view.to_name.as_str()];
    let printed = ui::printed::head(&sheet.ctx, &view.reference, &sides);
    Ok(page.aside(beside::beside(sheet)?).printed(printed))
}

fn caption(sheet: &Sheet) -> String {
    let view = &sheet.view;
    let kind = words::kind(sheet.request.ask.mode);
    format!("{} · {kind} · {} → {}", view.reference, view.from_name, view.to_name)
}

/// Where it stands, whose move it is, and what this person can do.
fn standing(sheet: &Sheet) -> Result<Markup, Trouble> {
    Ok(html! {
        section.standing.ours[sheet.our_move()] aria-label=(say!("request-show-where-it-stands")) {
            p.tags { (turn::tags(sheet)) }
            p.standing-sentence {
                @if sheet.our_move() { span.standing-ours { (say!("request-show-your-move")) " " } }
                (turn::sentence(sheet))
            }
            (lane(sheet)?)
            (doing::panel(sheet))
        }
    })
}

/// The same lane as on the page of the case, alone.
fn lane(sheet: &Sheet) -> Result<Markup, Trouble> {
    let lane = lane_of(&sheet.ctx, &sheet.file, &sheet.request);
    let customer = if sheet.sees_case() {
        customer(&sheet.file)
    } else {
        customer_of_ask(&sheet.file, &sheet.request)
    };
    Ok(lane.alone(sheet.ctx.now, &sheet.zone, customer.as_ref()))
}

/// The ask beside the read-back.
fn understanding(sheet: &Sheet) -> Markup {
    html! {
        @if let Some(back) = &sheet.view.read_back {
            h2 { (say!("request-show-do-both-sides-mean-the-same")) }
            @if let Some(at) = &back.at {
                p.hint {
                    (tell!("request-show-read-back", at = sheet.when(at)))
                    @if let Some(at) = &sheet.view.confirmed_at { (tell!("request-show-confirmed", at = sheet.when(at))) }
                }
            }
            (compare::compare(sheet))
        }
    }
}

/// The need as a heading: its first line, cut at a word where it is long.
pub fn heading(need: &str) -> String {
    let line = need.trim().lines().next().unwrap_or_default().trim();
    if line.is_empty() {
        return say!("request-show-a-request-without-a-need-yet").to_owned();
    }
    if line.chars().count() <= HEADING {
        return line.trim_end_matches('.').to_owned();
    }
    let cut: String = line.chars().take(HEADING).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', '.']))
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn a_long_need_is_cut_at_a_word() {
        assert_eq!(heading("Send a kettle.\nSoon."), "Send a kettle");
        let long = heading(&"kettle ".repeat(40));
        assert!(long.ends_with("kettle…") && long.chars().count() <= 91, "{long}");
        assert_eq!(heading("  "), "A request without a need yet");
    }
}
