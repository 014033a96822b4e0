//! What a customer reads as a closed door, and how the same is said as an open one.

use super::finding::{Found, Rule};
use super::phrases::{Entry, find};
use crate::catalogue::Word;
use crate::{say, word};

const CAN: Word = word!("writing-positive-say-what-you-can-do");
const DROP: Word = word!("writing-positive-leave-it-out");
const DO: Word = word!("writing-positive-ask-for-it-kindly-and-say");
const OWN: Word = word!("writing-positive-say-what-happens-next-and-who");

const LIST: &[Entry] = &[
    ("unfortunately", DROP, "begin with what happens next"),
    ("we cannot", CAN, "we can … by Friday"),
    ("we can't", CAN, "we can … by Friday"),
    ("we can not", CAN, "we can … by Friday"),
    ("we are unable to", CAN, "we can … by Friday"),
    ("we're unable to", CAN, "we can … by Friday"),
    ("i cannot", CAN, "I can … by Friday"),
    ("i can't", CAN, "I can … by Friday"),
    ("i am unable to", CAN, "I can … by Friday"),
    ("we won't be able to", CAN, "we can … from Monday"),
    ("we will not be able to", CAN, "we can … from Monday"),
    ("we are not able to", CAN, "we can … by Friday"),
    ("not possible", CAN, "what is possible is …"),
    ("impossible", CAN, "what is possible is …"),
    ("against our policy", CAN, "what I can offer is …"),
    ("our policy does not allow", CAN, "what I can offer is …"),
    ("company policy", CAN, "what I can offer is …"),
    ("you must", DO, "please … so that we can …"),
    ("you have to", DO, "please … so that we can …"),
    ("you need to", DO, "please … so that we can …"),
    ("you failed to", DO, "we have not received …"),
    ("you did not", DO, "we have not received …"),
    ("you didn't", DO, "we have not received …"),
    ("you forgot to", DO, "we still need …"),
    ("you should have", DO, "next time, please …"),
    ("you claim", DROP, "you say"),
    ("you allege", DROP, "you say"),
    ("calm down", DROP, "I understand that you are angry"),
    ("as i said", DROP, "say it once more, in other words"),
    ("as i already said", DROP, "say it once more, in other words"),
    ("as previously stated", DROP, "say it once more, in other words"),
    ("as already mentioned", DROP, "say it once more, in other words"),
    ("not our fault", OWN, "I have asked the carrier to …"),
    ("not my department", OWN, "I ask Logistics, and tell you by Friday"),
    ("not our department", OWN, "I ask Logistics, and tell you by Friday"),
    ("nothing we can do", CAN, "what I can offer is …"),
    ("nothing i can do", CAN, "what I can offer is …"),
    ("we refuse", CAN, "what I can offer is …"),
    ("we regret", DROP, "I am sorry"),
    ("don't hesitate to", DROP, "please write or ring"),
    ("do not hesitate to", DROP, "please write or ring"),
    ("no problem", DROP, "gladly"),
    ("sorry but", DROP, "sorry. And then what happens next"),
    ("any inconvenience", OWN, "I am sorry that you waited two days"),
    ("the inconvenience", OWN, "I am sorry that you waited two days"),
];

pub(super) fn look(text: &str, found: &mut Vec<Found>) {
    for (range, (phrase, says, instead)) in find(text, LIST) {
        let sentence = say!("writing-positive-shuts-a-door", phrase, says);
        found.push(Found::at(Rule::Negative, range, sentence).instead(*instead));
    }
}
