//! The picture of a lane: two tracks, one for each side, and the way of the request over them. What
//! is done is drawn through, what lies ahead is dashed, and the baton lies where it is now.

use baton_core::case::kinds::Mover;
use baton_core::time::Instant;
use maud::{Markup, PreEscaped, html};

use super::{Hands, Lane};
use crate::ui::when::working;

/// The way in the order in which it is run.
#[derive(Clone, Debug, Default)]
pub struct Way(pub Vec<Point>);

#[derive(Clone, Debug)]
pub struct Point {
    pub word: &'static str,
    pub done: bool,
    /// The side that has it from here on.
    pub then: Mover,
}

/// What is due within this many minutes is shown as due soon.
const SOON: i64 = 4 * 60;

/// A stick between two hands: the mark of Baton, on a disc.
const BATON: &str = r#"<circle class="disc" cx="14" cy="14" r="13"/><path class="stick" d="m9 19 10-10M7.500 16l4.500 4.500M16 7.500l4.500 4.500"/>"#;

/// Nothing of it is read out: the sentence says the same.
pub(super) fn picture(lane: &Lane, now: Instant) -> Markup {
    let holder = match lane.turn {
        super::Turn::Must { side, .. } | super::Turn::Can { side, .. } => side,
        super::Turn::Over(_) => Mover::Nobody,
    };
    html! {
        div.track aria-hidden="true" {
            (side(&lane.from, "from", holder == Mover::From, lane.sent))
            (side(&lane.to, "to", holder == Mover::To, lane.sent))
            ol.track-way { (way(lane, holder, now)) }
        }
    }
}

fn side(hands: &Hands, class: &str, holds: bool, sent: bool) -> Markup {
    html! {
        p class={ "track-side track-" (class) @if holds { " track-holds" } } {
            span.track-name { (hands.name) }
            @if sent { span.track-held { (working(hands.minutes)) } }
        }
    }
}

fn way(lane: &Lane, holder: Mover, now: Instant) -> Markup {
    let points = &lane.way.0;
    let done = points.iter().take_while(|point| point.done).count();
    let mut before = Mover::From;
    let mut parts = Vec::new();
    for (n, point) in points.iter().enumerate() {
        if n == done && holder != Mover::Nobody {
            parts.push(now_at(lane, before, now));
        }
        parts.push(leg(point, before));
        before = if point.then == Mover::Nobody { before } else { point.then };
    }
    if done == points.len() && holder != Mover::Nobody {
        parts.push(now_at(lane, holder, now));
    }
    html! { @for part in &parts { (part) } }
}

fn row(side: Mover) -> &'static str {
    if side == Mover::To { "to" } else { "from" }
}

fn leg(point: &Point, before: Mover) -> Markup {
    let then = if point.then == Mover::Nobody { before } else { point.then };
    let (before, then) = (row(before), row(then));
    let state = if point.done { "done" } else { "ahead" };
    let hop = if before == then { "stay" } else { "hop" };
    html! {
        li class={ "leg leg-" (state) " leg-" (hop) " on-" (before) " then-" (then) } {
            span.leg-spot {}
            span.leg-word { (point.word) }
        }
    }
}

/// Where the baton lies.
fn now_at(lane: &Lane, side: Mover, now: Instant) -> Markup {
    let left = lane.due.map(|due| due.since(now).as_seconds() / 60);
    let mood = match left {
        Some(left) if left < 0 => " baton-late",
        Some(left) if left <= SOON => " baton-soon",
        _ => "",
    };
    let row = row(side);
    html! {
        li class={ "leg leg-now on-" (row) " then-" (row) } {
            svg class={ "baton" (mood) } viewBox="0 0 28 28" width="28" height="28" {
                (PreEscaped(BATON))
            }
        }
    }
}
