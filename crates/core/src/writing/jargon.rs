//! Words of our own that customers do not know, and plain ones in their place.

use super::finding::{Found, Rule};
use super::phrases::{Entry, find};
use crate::catalogue::Word;
use crate::{say, word};

const OURS: Word = word!("writing-jargon-is-a-word-of-ours");
const STIFF: Word = word!("writing-jargon-is-stiff");

const LIST: &[Entry] = &[
    ("ticket", OURS, "request"),
    ("sla", OURS, "what we promised you"),
    ("ola", OURS, "what we agreed among ourselves"),
    ("escalate", OURS, "pass to somebody who can decide it"),
    ("escalated", OURS, "passed to somebody who can decide it"),
    ("resolved", OURS, "say what is different now"),
    ("resolution", OURS, "answer"),
    ("case closed", OURS, "this is done"),
    ("rma", OURS, "return number"),
    ("sku", OURS, "article number"),
    ("eta", OURS, "when it arrives"),
    ("pod", OURS, "proof that it was delivered"),
    ("kpi", OURS, "what we measure"),
    ("crm", OURS, "our records"),
    ("erp", OURS, "our records"),
    ("back office", OURS, "my colleagues"),
    ("second line", OURS, "our technicians"),
    ("2nd line", OURS, "our technicians"),
    ("consignment", OURS, "parcel"),
    ("stakeholder", OURS, "who takes part"),
    ("backorder", OURS, "not in stock until …"),
    ("dispatch note", OURS, "paper in the parcel"),
    ("as per", STIFF, "as in"),
    ("pursuant to", STIFF, "under"),
    ("herewith", STIFF, "with this letter"),
    ("aforementioned", STIFF, "this"),
    ("hereby", STIFF, "leave it out"),
    ("in due course", STIFF, "by Friday"),
    ("liaise with", STIFF, "talk to"),
    ("utilise", STIFF, "use"),
    ("commence", STIFF, "begin"),
    ("endeavour to", STIFF, "try to"),
    ("facilitate", STIFF, "help"),
    ("terminate", STIFF, "end"),
    ("prior to", STIFF, "before"),
    ("subsequent to", STIFF, "after"),
    ("in the event that", STIFF, "if"),
    ("with regard to", STIFF, "about"),
    ("with reference to", STIFF, "about"),
    ("in respect of", STIFF, "about"),
    ("at this moment in time", STIFF, "now"),
    ("due to the fact that", STIFF, "because"),
    ("in order to", STIFF, "to"),
    ("remittance", STIFF, "payment"),
    ("please be advised that", STIFF, "leave it out"),
    ("please find attached", STIFF, "here is"),
    ("the above", STIFF, "name it"),
    ("revert back", STIFF, "answer"),
    ("process your request", STIFF, "say what is done"),
];

pub(super) fn look(text: &str, found: &mut Vec<Found>) {
    for (range, (phrase, says, plain)) in find(text, LIST) {
        let sentence = say!("writing-jargon-at-the-counter", phrase, says);
        found.push(Found::at(Rule::Jargon, range, sentence).instead(*plain));
    }
}
