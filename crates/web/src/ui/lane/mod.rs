//! A request as a lane of the relay: from whom to whom and back, who has it, until when, how long
//! each side has held it, and whether both mean the same.
//!
//! The sentence says all of it; the picture shows it again and is not read out.

mod customer;
mod said;
mod samples;
mod track;

use baton_core::case::kinds::Mover;
use baton_core::catalogue::Word;
use baton_core::time::Instant;
use baton_core::writing::difference::Side;
use baton_core::{say, word};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::difference::{Missing, marked};
use super::status::{Status, tag_saying};
use super::words::capital;
use crate::tell;

pub use customer::{CustomerLine, Told};
pub use samples::{sample, samples};
pub use track::{Point, Way};

#[derive(Clone, Debug)]
pub struct Lane {
    pub href: String,
    /// `C-1042/2`.
    pub reference: String,
    pub from: Hands,
    pub to: Hands,
    /// Minutes that departments held it which were asked before.
    pub earlier: i64,
    /// It was sent, so that there is something to count.
    pub sent: bool,
    pub need: String,
    pub status: (Status, &'static str),
    pub turn: Turn,
    pub due: Option<Instant>,
    pub way: Way,
    /// What was read back, beside what was asked.
    pub understanding: Option<Understanding>,
    /// What the customer may be told, once there is an answer.
    pub answer: Option<String>,
}

/// How the minutes of each side are counted.
pub const TIMES: Word = word!("ui-lane-the-time-that-each-side-has");

/// One side of a lane.
#[derive(Clone, Debug)]
pub struct Hands {
    pub name: String,
    /// Whether the reader belongs to it.
    pub ours: bool,
    /// Whole minutes of working time.
    pub minutes: i64,
}

#[derive(Clone, Debug)]
pub enum Turn {
    /// A side has to do something: `deliver`.
    Must { side: Mover, what: &'static str },
    /// A side can do something, and nothing is owed: `take note of it`.
    Can { side: Mover, what: &'static str },
    /// It has ended, in a clause: `The customer was told and the loop is closed`.
    Over(&'static str),
}

/// What was asked and what was read back, in as many parts as each side wrote.
#[derive(Clone, Debug)]
pub struct Understanding {
    pub asked: Vec<String>,
    pub said: Vec<String>,
    /// Until when it is needed, and until when it will be done: as people say it, and in words that
    /// texts are held against.
    pub needed_by: Option<(String, String)>,
    pub by: (String, String),
    /// It waits for being confirmed.
    pub open: bool,
}

/// Who has to move in a request, and what they have to do.
#[derive(Clone, Debug)]
pub struct Ball {
    pub who: String,
    /// Whether the reader's own department has it.
    pub ours: bool,
    pub next: &'static str,
    /// Something is owed; a notice is only there to be read.
    pub owed: bool,
}

impl Lane {
    /// The side that has it, until it has ended.
    pub fn holder(&self) -> Option<&Hands> {
        match self.turn {
            Turn::Must { side: Mover::From, .. } | Turn::Can { side: Mover::From, .. } => {
                Some(&self.from)
            }
            Turn::Must { side: Mover::To, .. } | Turn::Can { side: Mover::To, .. } => {
                Some(&self.to)
            }
            _ => None,
        }
    }

    fn ours(&self) -> bool {
        self.holder().is_some_and(|holder| holder.ours)
    }

    pub fn markup(&self, now: Instant, zone: &TimeZone) -> Markup {
        html! {
            li.lane.lane-ours[self.ours()].lane-over[self.holder().is_none()]
                id=(self.id()) {
                div.lane-head {
                    p.lane-need { a href=(self.href) { (self.need) } }
                    p.lane-facts {
                        span.row-reference { (self.reference) } " "
                        (tag_saying(self.status.0, self.status.1))
                    }
                }
                (said::sentence(self, now, zone))
                (track::picture(self, now))
                @if let Some(both) = &self.understanding { (both.markup()) }
                @if let Some(answer) = &self.answer {
                    p.lane-answer { span.label { (say!("ui-lane-the-customer-may-be-told")) " " } (answer) }
                }
            }
        }
    }

    /// The lane on the page of its own request, which says in full who has to do what, and shows the
    /// ask beside the read-back.
    pub fn alone(&self, now: Instant, zone: &TimeZone, customer: Option<&CustomerLine>) -> Markup {
        html! {
            div.lane.lane-alone.lane-ours[self.ours()].lane-over[self.holder().is_none()]
                id=(self.id()) {
                (said::held_alone(self))
                (track::picture(self, now))
                @if let Some(line) = customer { (line.markup(now, zone)) }
            }
        }
    }

    fn id(&self) -> String {
        format!("lane-{}", self.reference.replace('/', "-"))
    }
}

impl Understanding {
    fn markup(&self) -> Markup {
        // Whoever reads back restates the time as well, so both sides have it.
        let needed_by = self.needed_by.as_ref().map(|(_, words)| words.as_str());
        let by = Some(self.by.1.as_str());
        let asked = Side::of(self.asked.iter().map(String::as_str).chain(needed_by));
        let said = self.said.iter().map(String::as_str).chain(needed_by).chain(by);
        let said = Side::of(said);
        html! {
            details.lane-both open[self.open] {
                summary { (say!("ui-lane-asked-and-read-back")) }
                div.lane-sides {
                    div {
                        p.label { (say!("ui-lane-asked")) }
                        @for text in &self.asked { (marked(text, &said, Missing::NotReadBack)) }
                        @if let Some((shown, _)) = &self.needed_by { p.lane-by { (tell!("ui-lane-by", shown)) } }
                    }
                    div {
                        p.label { (say!("ui-lane-read-back")) }
                        @for text in &self.said { (marked(text, &asked, Missing::NotAsked)) }
                        p.lane-by { (tell!("ui-lane-by-2", by = self.by.0)) }
                    }
                }
            }
        }
    }
}

/// All lanes of a case, and under them the customer's own line.
pub fn lanes(
    lanes: &[Lane],
    customer: Option<&CustomerLine>,
    now: Instant,
    zone: &TimeZone,
) -> Markup {
    html! {
        ul.lanes {
            @for lane in lanes { (lane.markup(now, zone)) }
            @if let Some(line) = customer { li.lane.lane-customer { (line.markup(now, zone)) } }
        }
    }
}

/// The sentence for whoever has the ball, alone: `Logistics has to deliver`.
pub fn sentence(ball: &Ball) -> String {
    if !ball.owed {
        let who = if ball.ours { say!("ui-lane-you").to_owned() } else { capital(&ball.who) };
        say!("ui-lane-can", who, next = ball.next)
    } else if ball.ours {
        say!("ui-lane-your-move", next = ball.next)
    } else {
        say!("ui-lane-has-to", capital = capital(&ball.who), next = ball.next)
    }
}
