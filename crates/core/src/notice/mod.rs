//! How people are told that it is their move: on the page, by mail at once or gathered, and when.

mod hours;
#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;

use crate::refusal::Refusal;
use crate::say;
use crate::time::Instant;

pub use hours::{Days, Frame, Hours};

choice! {
    /// Groups of notices that a person chooses about.
    Topic {
        /// A request has arrived, or was given to somebody.
        Requests = "requests",
        /// A request is theirs to move.
        Moves = "moves",
        /// A case was given to them, or a message came back.
        Cases = "cases",
        /// Somebody named them in a text.
        Mentions = "mentions",
        /// Escalations and disputes.
        Escalations = "escalations",
        /// What is due soon or overdue.
        Due = "due",
    }
    /// How a notice goes by mail.
    Mail {
        AtOnce = "at_once",
        Hourly = "hourly",
        Daily = "daily",
        Never = "never",
    }
}

impl Topic {
    /// The topic of a notice, by what it is about.
    pub fn of(about: &str) -> Self {
        match about {
            "sent" | "assigned" => Self::Requests,
            "owner_changed" | "message_bounced" | "case_merged" | "case_separated" => Self::Cases,
            "mentioned" => Self::Mentions,
            "escalated"
            | "escalation_answered"
            | "dispute_opened"
            | "dispute_position"
            | "dispute_ruled" => Self::Escalations,
            "due_soon" | "overdue" | "promise_due_soon" | "promise_overdue" | "clock_due_soon"
            | "clock_overdue" | "late_to_decide" => Self::Due,
            _ => Self::Moves,
        }
    }

    /// Who owns a clock cannot switch off that it runs out.
    pub fn is_owed(self) -> bool {
        self == Self::Due
    }
}

/// How a person wants to be told of a topic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Whether it stands on the page as something new.
    pub shown: bool,
    pub mail: Mail,
}

impl Default for Choice {
    fn default() -> Self {
        Self { shown: true, mail: Mail::AtOnce }
    }
}

impl Choice {
    /// Whether a person may choose so.
    ///
    /// # Errors
    /// `invalid` where it would switch off what is due soon or overdue.
    pub fn check(self, topic: Topic) -> Result<(), Refusal> {
        if topic.is_owed() && (!self.shown || self.mail == Mail::Never) {
            let message = say!("notice-you-cannot-switch-off-what-is");
            return Err(Refusal::invalid(topic.name(), "owed", message));
        }
        Ok(())
    }
}

/// Everything that a person has chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wishes {
    choices: Vec<(Topic, Choice)>,
    pub hours: Hours,
}

impl Default for Wishes {
    fn default() -> Self {
        let choices = Topic::ALL.iter().map(|topic| (*topic, Choice::default())).collect();
        Self { choices, hours: Hours::default() }
    }
}

impl Wishes {
    pub fn of(&self, topic: Topic) -> Choice {
        let known = self.choices.iter().find(|(known, _)| *known == topic);
        known.map_or_else(Choice::default, |(_, choice)| *choice)
    }

    pub fn set(&mut self, topic: Topic, choice: Choice) {
        for (known, old) in &mut self.choices {
            if *known == topic {
                *old = choice;
            }
        }
    }

    /// Whether anything of the topic reaches the person at all.
    pub fn wants(&self, topic: Topic) -> bool {
        let choice = self.of(topic);
        choice.shown || choice.mail != Mail::Never
    }

    /// When a notice goes by mail, in a zone by its IANA name: `now` for at once. What is urgent waits for no hours and is
    /// gathered with nothing.
    pub fn mail_at(&self, topic: Topic, urgent: bool, now: Instant, zone: &str) -> Option<Instant> {
        let zone = &TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let gathered = match self.of(topic).mail {
            Mail::Never => return None,
            _ if urgent => return Some(now),
            Mail::AtOnce => now,
            Mail::Hourly => hours::next_hour(now),
            Mail::Daily => self.hours.next_digest(now, zone),
        };
        Some(self.hours.next_open(gathered, zone))
    }
}
