//! A request as a lane of the relay: from whom to whom, who has the ball, and how far it has come.

use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::status::{Status, tag_saying};
use super::when;
use super::words::capital;
use crate::page::Sample;

#[derive(Clone, Debug)]
pub struct Lane {
    pub href: String,
    /// `C-1042/2`.
    pub reference: String,
    pub from: String,
    pub to: String,
    pub need: String,
    pub status: (Status, &'static str),
    /// Who has to move, as a name, and what they have to do; `None` when it has ended.
    pub ball: Option<Ball>,
    pub due: Option<Instant>,
    pub steps: Vec<Step>,
    /// What the customer may be told, once there is an answer.
    pub answer: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Ball {
    pub who: String,
    /// Whether the reader's own department has it.
    pub ours: bool,
    pub next: &'static str,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub word: &'static str,
    pub at: Option<Instant>,
}

impl Lane {
    pub fn markup(&self, now: Instant, zone: &TimeZone) -> Markup {
        let holds = |name: &str| self.ball.as_ref().is_some_and(|ball| ball.who == name);
        html! {
            li.lane.lane-ours[self.ball.as_ref().is_some_and(|ball| ball.ours)]
                .lane-over[self.ball.is_none()] {
                p.lane-way {
                    (side(&self.from, holds(&self.from)))
                    span.lane-arrow { span.unseen { "to" } span aria-hidden="true" { "→" } }
                    (side(&self.to, holds(&self.to)))
                    span.row-reference { (self.reference) }
                    (tag_saying(self.status.0, self.status.1))
                }
                p.lane-need { a href=(self.href) { (self.need) } }
                @if let Some(ball) = &self.ball {
                    p.lane-next {
                        @if ball.ours { strong { "You have to " (ball.next) } }
                        @else { (ball.who) " has to " (ball.next) }
                        @if let Some(due) = self.due { " – " (when::due(due, now, zone)) }
                    }
                }
                @if let Some(answer) = &self.answer {
                    p.lane-answer { span.label { "The customer may be told: " } (answer) }
                }
                @if !self.steps.is_empty() { (self.track(zone)) }
            }
        }
    }

    /// What is done and what is still to come; the first open one is where it stands.
    fn track(&self, zone: &TimeZone) -> Markup {
        let ended = self.ball.is_none();
        let here = self.steps.iter().position(|step| step.at.is_none());
        html! {
            ol.lane-steps aria-label="How far it has come" {
                @for (n, step) in self.steps.iter().enumerate() {
                    li.done[step.at.is_some()].here[Some(n) == here && !ended] {
                        span.lane-dot aria-hidden="true" {}
                        (step.word)
                        @match step.at {
                            Some(at) => {
                                span.unseen { ": done " time datetime=(at) { (when::full(at, zone)) } }
                            }
                            None => { span.unseen { ": not yet" } }
                        }
                    }
                }
            }
        }
    }
}

fn side(name: &str, holds: bool) -> Markup {
    html! {
        span.lane-side.lane-holds[holds] {
            (name) @if holds { span.unseen { " (has to move)" } }
        }
    }
}

pub fn lanes(lanes: &[Lane], now: Instant, zone: &TimeZone) -> Markup {
    html! { ul.lanes { @for lane in lanes { (lane.markup(now, zone)) } } }
}

/// The sentence for whoever has the ball, alone: `Logistics has to deliver`.
pub fn sentence(ball: &Ball) -> String {
    if ball.ours {
        format!("Your move: {}", ball.next)
    } else {
        format!("{} has to {}", capital(&ball.who), ball.next)
    }
}

pub fn sample(ours: bool) -> Lane {
    let at = Instant::from_millis(1_796_144_400_000);
    let done = |word| Step { word, at: Some(at) };
    let open = |word| Step { word, at: None };
    let who = if ours { "Customer Service" } else { "Logistics" };
    let next = if ours { "confirm the read-back" } else { "deliver" };
    Lane {
        href: "/requests/2".to_owned(),
        reference: "C-1042/2".to_owned(),
        from: "Customer Service".to_owned(),
        to: "Logistics".to_owned(),
        need: "Send a replacement kettle, before Friday".to_owned(),
        status: (Status::ReadBack, "Read back agreed"),
        ball: Some(Ball { who: who.to_owned(), ours, next }),
        due: Some(at),
        steps: vec![
            done("Sent"),
            done("Acknowledged"),
            done("Read back"),
            open("Delivered"),
            open("Customer told"),
        ],
        answer: None,
    }
}

pub fn samples() -> Vec<Sample> {
    let now = Instant::from_millis(1_796_144_400_000);
    let over = Lane {
        ball: None,
        status: (Status::CustomerTold, "Loop closed"),
        answer: Some("Your new kettle comes on Friday.".to_owned()),
        ..sample(false)
    };
    let three = [sample(true), sample(false), over];
    vec![Sample::new("lanes of the relay", lanes(&three, now, &TimeZone::UTC))]
}
