//! Whatever page somebody goes to after sending: for as long as it can be taken back, it says so.

use baton_core::case::Case;
use baton_core::case::moves::held;
use baton_core::case::state::{Dispatch, Message};
use baton_core::ids::{CaseId, MessageId, PersonId};
use baton_core::log::Actor;
use baton_core::time::Instant;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::ui::undo::Bar;

/// A message that waits in the post, as its writer's browser remembers it. It grants nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Held {
    person: PersonId,
    case: CaseId,
    message: MessageId,
    pub until: Instant,
}

/// What an answer changes of what the browser remembers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Window {
    #[default]
    AsItWas,
    Opened(Held),
    Closed,
}

impl Held {
    /// A message of a person, when it is one that waits.
    pub fn of(case: CaseId, message: &Message) -> Option<Self> {
        match (message.dispatch, message.by) {
            (Dispatch::Held { until }, Actor::Person(person)) => {
                Some(Self { person, case, message: message.id, until })
            }
            _ => None,
        }
    }

    /// As a cookie holds it.
    pub fn text(&self) -> String {
        let Self { person, case, message, until } = self;
        format!("{person}.{case}.{message}.{}", until.millis())
    }

    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        Some(Self {
            person: parts.next()?.parse().ok()?,
            case: parts.next()?.parse().ok()?,
            message: parts.next()?.parse().ok()?,
            until: Instant::from_millis(parts.next()?.parse().ok()?),
        })
    }

    /// The bar, while it can still be taken back by whoever is looking.
    pub fn bar(&self, person: PersonId, now: Instant) -> Option<Bar> {
        (self.person == person && now < self.until).then(|| bar(self.case, self.message, self, now))
    }
}

fn bar(case: CaseId, message: MessageId, held: &Held, now: Instant) -> Bar {
    let href = format!("/cases/{case}/messages/{message}/undo");
    Bar { href, until: held.until, left: held.until.since(now) }
}

/// The newest message of the reader in a case that can still be taken back.
pub async fn waiting(ctx: &Ctx, case: &Case) -> Result<Option<Bar>, Trouble> {
    let (Some((message, until)), Some(person)) = (held(case, &ctx.who), ctx.who.person()) else {
        return Ok(None);
    };
    let longer = ctx.desk()?.undo_until(message).await?;
    let until = longer.map_or(until, |longer| longer.max(until));
    Ok(Held { person, case: case.id, message, until }.bar(person, ctx.now))
}

#[cfg(test)]
mod tests {
    use baton_core::ids::Id;
    use baton_core::time::Span;

    use super::*;

    #[test]
    fn a_browser_remembers_what_was_sent_for_its_writer_and_its_window_alone() {
        let until = Instant::from_millis(1_796_144_415_000);
        let (writer, other) = (PersonId::from_bits(7), PersonId::from_bits(8));
        let (case, message) = (CaseId::from_bits(1), MessageId::from_bits(2));
        let held = Held { person: writer, case, message, until };
        assert_eq!(Held::read(&held.text()), Some(held));
        assert_eq!(Held::read("x.y"), None);
        let bar = held.bar(writer, until - Span::millis(100)).unwrap();
        assert_eq!((bar.left, bar.until), (Span::millis(100), until));
        assert!(held.bar(writer, until).is_none());
        assert!(held.bar(other, until - Span::seconds(9)).is_none());
    }
}
