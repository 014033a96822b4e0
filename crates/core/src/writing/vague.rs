//! Words that mean another thing to everybody who reads them.

use super::finding::{Found, Rule};
use super::phrases::{Entry, find};
use crate::catalogue::Word;
use crate::{say, word};

const WHEN: Word = word!("writing-vague-say-the-day-and-the-time");
const DONE: Word = word!("writing-vague-say-what-shall-be-true");
const FIND: Word = word!("writing-vague-say-what-you-want-to-know");
const MANY: Word = word!("writing-vague-say-how-many");
const WHICH: Word = word!("writing-vague-name-them");
const RULE: Word = word!("writing-vague-say-by-what-somebody-can-tell");
const THERE: Word = word!("writing-vague-the-reader-was-not-there-say");

const LIST: &[Entry] = &[
    ("asap", WHEN, "by Friday 17:00"),
    ("a.s.a.p", WHEN, "by Friday 17:00"),
    ("as soon as possible", WHEN, "by Friday 17:00"),
    ("as quickly as possible", WHEN, "by Friday 17:00"),
    ("at your earliest convenience", WHEN, "by Friday 17:00"),
    ("when you can", WHEN, "by Friday 17:00"),
    ("when you get a chance", WHEN, "by Friday 17:00"),
    ("when you have time", WHEN, "by Friday 17:00"),
    ("soon", WHEN, "by Friday 17:00"),
    ("shortly", WHEN, "by Friday 17:00"),
    ("urgently", WHEN, "today by 15:00"),
    ("immediately", WHEN, "today by 15:00"),
    ("right away", WHEN, "today by 15:00"),
    ("in due course", WHEN, "by Friday 17:00"),
    ("eod", WHEN, "today by 17:00"),
    ("sort out", DONE, "replace, repair or refund"),
    ("sort it out", DONE, "replace, repair or refund"),
    ("sort this out", DONE, "replace, repair or refund"),
    ("sort this", DONE, "replace, repair or refund"),
    ("sort it", DONE, "replace, repair or refund"),
    ("deal with", DONE, "replace, repair or refund"),
    ("take care of", DONE, "replace, repair or refund"),
    ("handle", DONE, "replace, repair or refund"),
    ("fix", DONE, "repair, correct or replace"),
    ("do the needful", DONE, "replace, repair or refund"),
    ("look into", FIND, "find out why the parcel did not arrive"),
    ("have a look", FIND, "find out why the parcel did not arrive"),
    ("take a look", FIND, "find out why the parcel did not arrive"),
    ("look at", FIND, "tell me whether the invoice is right"),
    ("check on", FIND, "tell me where the parcel is"),
    ("chase up", FIND, "ask the carrier where the parcel is"),
    ("chase", FIND, "ask the carrier where the parcel is"),
    ("follow up", FIND, "ring the carrier and tell me what they say"),
    ("get back to me", FIND, "tell me the new delivery date"),
    ("help with", FIND, "tell me which part fits"),
    ("some", MANY, "two"),
    ("several", MANY, "two"),
    ("a few", MANY, "two"),
    ("a couple of", MANY, "two"),
    ("various", WHICH, "the kettle and its lid"),
    ("etc", WHICH, "the rest by name"),
    ("and so on", WHICH, "the rest by name"),
    ("stuff", WHICH, "the kettle and its lid"),
    ("things", WHICH, "the kettle and its lid"),
    ("properly", RULE, "so that it boils a litre in three minutes"),
    ("appropriate", RULE, "what the agreement says"),
    ("as necessary", RULE, "if the seal is broken"),
    ("as needed", RULE, "if the seal is broken"),
    ("if possible", RULE, "and if that cannot be done, ring me"),
    ("ideally", RULE, "and if that cannot be done, ring me"),
    ("the usual", THERE, "what that is"),
    ("as usual", THERE, "how that is done"),
    ("as discussed", THERE, "what was agreed"),
    ("as agreed", THERE, "what was agreed"),
    ("as before", THERE, "what was done before"),
];

pub(super) fn look(text: &str, found: &mut Vec<Found>) {
    for (range, (phrase, says, example)) in find(text, LIST) {
        let sentence = say!("writing-vague-can-mean-anything", phrase, says);
        found.push(Found::at(Rule::Vague, range, sentence).instead(*example));
    }
}
