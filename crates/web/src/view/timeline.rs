//! The history of a case told in words to one reader.

use baton_core::access::Sight;
use baton_core::case::event::CaseEvent;
use baton_core::case::words::{Names, actor, say};
use baton_core::ids::RequestId;
use baton_core::log::Actor;
use baton_core::log::Stamp;
use baton_core::vault::Texts;

use crate::shape::Out;
use crate::view::{MAYBE_ID, time, view};

view! {
    LineView as LINE "TimelineLine" {
        "version" version: u32 = Out::Whole,
        "at" at: String = Out::Time,
        "actor" actor: Option<String> = MAYBE_ID,
        "actor_name" actor_name: String = Out::Text,
        "kind" kind: &'static str = Out::Text,
        "request" request: Option<String> = MAYBE_ID,
        "text" text: String = Out::Text,
        "quotes" quotes: Vec<QuoteView> = Out::List(&Out::Thing(&QUOTE)),
    }
    QuoteView as QUOTE "Quote" {
        "label" label: String = Out::Text,
        "text" text: String = Out::Text,
    }
}

/// The lines that a reader may see: all of them, or those of one request. Results of clocks stand
/// with the clocks.
pub fn timeline(
    history: &[(Stamp, CaseEvent)],
    sight: Sight,
    request: Option<RequestId>,
    names: &dyn Names,
    texts: &Texts,
) -> Vec<LineView> {
    let seen = |event: &CaseEvent| match (sight, request) {
        (Sight::None, _) | (Sight::Packet, None) => false,
        (Sight::All, None) => true,
        (Sight::All | Sight::Packet, Some(request)) => event.request() == Some(request),
    };
    history
        .iter()
        .filter(|(_, event)| seen(event) && !event.is_result())
        .map(|(stamp, event)| line(*stamp, event, names, texts))
        .collect()
}

fn line(stamp: Stamp, event: &CaseEvent, names: &dyn Names, texts: &Texts) -> LineView {
    let said = say(event, stamp.actor, names, texts);
    let quote = |(label, text): (String, String)| QuoteView { label, text };
    LineView {
        version: stamp.version,
        at: time(stamp.at),
        actor: match stamp.actor {
            Actor::Person(id) => Some(id.to_string()),
            Actor::Customer | Actor::System => None,
        },
        actor_name: actor(stamp.actor, names),
        kind: event.kind(),
        request: event.request().map(|id| id.to_string()),
        text: said.text,
        quotes: said.quotes.into_iter().map(quote).collect(),
    }
}
