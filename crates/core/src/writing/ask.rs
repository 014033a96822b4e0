//! What a need must have so that somebody can act on it: a verb, an object, a time.

use super::finding::{Found, Rule};
use super::phrases::plain;
use super::tokens::{Sentence, sentences};
use crate::say;

/// What people of one department do for another.
const VERBS: &str = "send deliver collect replace repair refund pay book arrange call ring phone \
    write tell confirm find trace check measure count cancel change correct update add remove \
    delete ship pack return exchange install test inspect diagnose approve decide sign authorise \
    credit charge invoice issue reissue release block unblock lock unlock reset restore reserve \
    order reorder provide give show explain answer translate print scan photograph upload draft \
    review compare calculate estimate quote schedule reschedule move redirect hold stop start \
    close open dispatch search identify verify set make put bring take fetch pick visit meet \
    extend waive apply transfer raise reduce amend record note state establish clarify \
    investigate pass forward e-mail email post lend hire clean cut weigh wrap label load unload \
    fit swap switch connect disconnect activate deactivate register remind warn invite offer \
    prepare produce sell buy keep leave let allow ask report fill sort";

const IRREGULAR: &str = "sent paid told found given taken brought made put kept left done gone \
    written shown built bought sold held met set cut lent fitted known rung";

/// Words that name nothing.
const EMPTY: &str = "it this that them these those him her us me you please thanks thank for the a \
    an and or to can could would will we i asap soon today tomorrow now out up in on at by with \
    again back so then one ones something anything";

const TIMES: &str = "today tomorrow tonight noon midnight monday tuesday wednesday thursday friday \
    saturday sunday january february march april june july august september october november \
    december within before until eod weekend morning afternoon evening";

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// A verb of the list in any of its forms.
fn is_verb(word: &str) -> bool {
    if is_in(VERBS, word) || is_in(IRREGULAR, word) {
        return true;
    }
    ["s", "es", "d", "ed", "ing"].iter().any(|end| {
        let Some(stem) = word.strip_suffix(end) else { return false };
        let once = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
        is_in(VERBS, stem) || is_in(VERBS, &format!("{stem}e")) || is_in(VERBS, once)
    })
}

pub(super) fn look(text: &str, dated: bool, found: &mut Vec<Found>) {
    let all = sentences(text);
    let whole = (0, text.trim_end().len());
    let count: usize = all.iter().map(|sentence| sentence.words.len()).sum();
    if count == 0 {
        return;
    }
    let words = || all.iter().flat_map(|sentence| &sentence.words).map(|word| plain(word.text));
    if !words().any(|word| is_verb(&word)) {
        let sentence = say!("writing-ask-no-verb");
        found.push(Found::at(Rule::NoVerb, whole, sentence).instead(say!("writing-ask-verbs")));
    }
    found.extend(all.iter().filter_map(without_object));
    if !dated && !words().any(|word| is_time(&word)) {
        let sentence = say!("writing-ask-no-time");
        found.push(Found::at(Rule::NoDate, whole, sentence).instead("by Friday 17:00"));
    }
}

/// A sentence that asks for an act and does not say on what: `Please check.`, `Can you send it?`
fn without_object(sentence: &Sentence<'_>) -> Option<Found> {
    let first = sentence.words.iter().position(|word| is_in(VERBS, &plain(word.text)))?;
    let before = sentence.words.get(..first)?;
    let after = sentence.words.get(first + 1..)?;
    let named = |word: &super::tokens::Token<'_>| {
        let word = plain(word.text);
        !is_in(EMPTY, &word) && !is_time(&word)
    };
    if before.iter().any(named) || after.iter().any(named) {
        return None;
    }
    let verb = sentence.words.get(first)?;
    let text = say!("writing-ask-what", verb = plain(verb.text));
    let range = (sentence.start(), sentence.end());
    let example = format!("{} the kettle of order 5521", plain(verb.text));
    Some(Found::at(Rule::NoObject, range, text).instead(example))
}

fn is_time(word: &str) -> bool {
    let number = word.chars().filter(char::is_ascii_digit).count();
    let clock = number > 0 && (word.contains(':') || word.ends_with("am") || word.ends_with("pm"));
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| {
        word.strip_suffix(end)
            .is_some_and(|stem| !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit()))
    });
    let date = number >= 3 && (word.contains('/') || word.matches('-').count() == 2);
    is_in(TIMES, word) || clock || ordinal || date
}
