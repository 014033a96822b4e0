//! A lane in one sentence.

use baton_core::case::kinds::Mover;
use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::{Hands, Lane, Turn};
use crate::ui::when::{self, working};

/// What counts first, and what is added to it.
pub(super) struct Said {
    pub first: String,
    pub rest: String,
    pub late: bool,
}

pub(super) fn sentence(lane: &Lane, now: Instant, zone: &TimeZone) -> Markup {
    let said = say(lane, now, zone);
    html! {
        p.lane-said {
            strong.lane-first.late[said.late] { (said.first) }
            @if !said.rest.is_empty() {
                span.unseen { "; " }
                span.lane-held { (said.rest) "." }
            } @else { span.unseen { "." } }
        }
    }
}

/// How long each side has held it, alone.
pub(super) fn held_alone(lane: &Lane) -> Markup {
    let held = held(lane);
    html! { @if !held.is_empty() { p.lane-said.lane-held { (held) "." } } }
}

/// `Logistics must deliver by Fri 27 Nov, 17:00` and `they have held it 3 h 10 min, we 55 min`.
pub(super) fn say(lane: &Lane, now: Instant, zone: &TimeZone) -> Said {
    let owed = matches!(lane.turn, Turn::Must { .. });
    let late = lane.due.is_some_and(|due| due < now) && owed;
    let first = match &lane.turn {
        Turn::Must { what, .. } => {
            let who = lane.holder().map_or(say!("ui-lane-said-nobody"), |holder| subject(holder));
            say!("ui-lane-said-must", who, what, by = by(lane.due, now, zone))
        }
        Turn::Can { what, .. } => {
            let who = lane.holder().map_or(say!("ui-lane-said-nobody"), |holder| subject(holder));
            say!("ui-lane-said-can-nothing-is-asked-in-return", who, what)
        }
        Turn::Over(clause) => (*clause).to_owned(),
    };
    Said { first, rest: held(lane), late }
}

fn subject(side: &Hands) -> &str {
    if side.ours { say!("ui-lane-said-we") } else { &side.name }
}

/// ` by 17:00 (in 3 h)`; what is late says by how much.
fn by(due: Option<Instant>, now: Instant, zone: &TimeZone) -> String {
    let Some(due) = due else { return String::new() };
    let (moment, far) =
        (when::day(due, now, zone), when::amount(due.since(now).as_seconds().abs()));
    if due < now {
        say!("ui-lane-said-late-by-it-was-due", far, moment)
    } else {
        say!("ui-lane-said-by-in", moment, far)
    }
}

/// Whoever has it comes first, and is `they` where they were just named.
fn held(lane: &Lane) -> String {
    if !lane.sent {
        return String::new();
    }
    let from_first = matches!(
        lane.turn,
        Turn::Must { side: Mover::From, .. } | Turn::Can { side: Mover::From, .. }
    );
    let (one, other) = if from_first { (&lane.from, &lane.to) } else { (&lane.to, &lane.from) };
    let running = lane.holder().is_some();
    let who = match (one.ours, running) {
        (true, _) => say!("ui-lane-said-we-inside"),
        (false, true) => say!("ui-lane-said-they"),
        (false, false) => &one.name,
    };
    let verb =
        if running { say!("ui-lane-said-have-held-it") } else { say!("ui-lane-said-held-it") };
    let mut text = format!("{who} {verb} {}", working(one.minutes));
    if other.minutes > 0 {
        text.push_str(&format!(", {} {}", of(other), working(other.minutes)));
    }
    if lane.earlier > 0 {
        text.push_str(&say!(
            "ui-lane-said-and-whoever-was-asked-before",
            working = working(lane.earlier)
        ));
    }
    text
}

fn of(side: &Hands) -> &str {
    if side.ours { "we" } else { &side.name }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{NOW, over, sample, waiting};
    use super::*;
    use baton_core::time::Span;

    fn said(lane: &Lane) -> String {
        let said = say(lane, NOW, &TimeZone::UTC);
        let between = if said.rest.is_empty() { "" } else { "; " };
        format!("{}{between}{}.", said.first, said.rest)
    }

    #[test]
    fn a_lane_says_who_must_do_what_by_when_and_how_long_each_side_has_held_it() {
        assert_eq!(
            said(&sample(false)),
            "Logistics must deliver by Fri 4 Dec, 17:00 (in 3 days); \
             they have held it 3 h 10 min, we 55 min."
        );
        assert_eq!(
            said(&sample(true)),
            "We must confirm the read-back by 18:30 (in 1 h 30 min); \
             we have held it 20 min, Logistics 1 h 50 min."
        );
    }

    #[test]
    fn what_is_late_says_so_in_words_and_by_how_much() {
        let lane = Lane { due: Some(NOW - Span::minutes(130)), ..sample(false) };
        let said = said(&lane);
        assert!(
            said.starts_with("Logistics must deliver: late by 2 h 10 min, it was due 14:50;"),
            "{said}"
        );
        assert!(say(&lane, NOW, &TimeZone::UTC).late);
    }

    #[test]
    fn what_has_ended_says_how_and_is_never_late() {
        let lane = over();
        assert_eq!(
            said(&lane),
            "The customer was told, and the loop is closed; \
             Logistics held it 5 h, we 1 h 20 min."
        );
        assert!(!say(&lane, NOW, &TimeZone::UTC).late);
    }

    #[test]
    fn somebody_else_than_the_two_sides_reads_both_names() {
        let mut lane = waiting();
        lane.from.ours = false;
        assert_eq!(
            said(&lane),
            "Logistics must acknowledge it and read it back by tomorrow 11:30 (in 18 h); \
             they have held it under a minute, Customer Service 5 min, \
             and whoever was asked before them 2 h."
        );
    }

    #[test]
    fn a_notice_need_not_be_read_back() {
        let turn = Turn::Can { side: Mover::To, what: "take note of it" };
        let lane = Lane { due: None, turn, ..sample(false) };
        let said = said(&lane);
        assert!(said.starts_with("Logistics can take note of it; nothing is asked in return;"));
    }

    #[test]
    fn a_draft_has_been_in_nobodys_hands() {
        let turn = Turn::Must { side: Mover::From, what: "finish the draft and send it" };
        let lane = Lane { sent: false, due: None, turn, ..sample(false) };
        assert_eq!(said(&lane), "We must finish the draft and send it.");
    }
}
