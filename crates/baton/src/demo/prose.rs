//! The texts of the demo: plain files of entries, each with keys and alternatives.
//!
//! `== name` begins an entry; `key: text` adds an alternative under a key, `key@line: text` one that
//! fits a line of products only; `{fact}` stands for a fact of the case, `\n` for the end of a line.
//! Where an entry has as many answers as questions, the second answers the second.

use std::collections::BTreeMap;

use baton_desk::Trouble;

use super::luck::Luck;

/// What is true of one case: the product, the order, who is who.
pub(super) type Facts = BTreeMap<&'static str, String>;

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub name: &'static str,
    lines: Vec<(&'static str, &'static str)>,
}

impl Entry {
    pub fn all(&self, key: &str) -> Vec<&'static str> {
        self.lines.iter().filter(|(of, _)| *of == key).map(|(_, text)| *text).collect()
    }

    pub fn one(&self, key: &str) -> Option<&'static str> {
        self.lines.iter().find(|(of, _)| *of == key).map(|(_, text)| *text)
    }

    pub fn has(&self, key: &str) -> bool {
        self.one(key).is_some()
    }

    /// Two numbers like `2-5`.
    pub fn range(&self, key: &str) -> Option<(i64, i64)> {
        let (low, high) = self.one(key)?.split_once('-')?;
        Some((low.trim().parse().ok()?, high.trim().parse().ok()?))
    }
}

/// Parts of a line that are separated by bars.
pub(super) fn parts(line: &'static str) -> Vec<&'static str> {
    line.split('|').map(str::trim).collect()
}

/// One file of entries, in the order in which they stand there.
pub(super) fn entries(text: &'static str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("== ") {
            entries.push(Entry { name: name.trim(), lines: Vec::new() });
        } else if let (Some((key, text)), Some(entry)) = (line.split_once(':'), entries.last_mut())
        {
            entry.lines.push((key.trim(), text.strip_prefix(' ').unwrap_or(text)));
        }
    }
    entries
}

/// All that people of the demo say and write.
pub(super) struct Book {
    errands: BTreeMap<&'static str, Entry>,
    lines: BTreeMap<&'static str, Entry>,
    pub topics: Vec<Entry>,
    any: Entry,
    voices: Entry,
}

impl Book {
    pub fn open() -> Result<Self, Trouble> {
        let errands = [
            include_str!("texts/errands_logistics.txt"),
            include_str!("texts/errands_technical.txt"),
            include_str!("texts/errands_sales.txt"),
            include_str!("texts/errands_other.txt"),
            include_str!("texts/notices.txt"),
        ];
        let by_name = |entry: Entry| (entry.name, entry);
        let first = |text| entries(text).into_iter().next().ok_or_else(|| missing("file", "entry"));
        Ok(Self {
            errands: errands.into_iter().flat_map(entries).map(by_name).collect(),
            lines: entries(include_str!("texts/lines.txt")).into_iter().map(by_name).collect(),
            topics: entries(include_str!("texts/topics.txt")),
            any: first(include_str!("texts/any.txt"))?,
            voices: first(include_str!("texts/voices.txt"))?,
        })
    }

    pub fn errand(&self, name: &str) -> Result<&Entry, Trouble> {
        self.errands.get(name).ok_or_else(|| missing("errands", name))
    }

    pub fn product_line(&self, name: &str) -> Result<&Entry, Trouble> {
        self.lines.get(name).ok_or_else(|| missing("lines", name))
    }

    /// One of the entry's own alternatives, else one that fits anything, with its facts.
    pub fn say(
        &self,
        entry: &Entry,
        key: &str,
        facts: &Facts,
        luck: &mut Luck,
    ) -> Result<String, Trouble> {
        let choices = self.choices(entry, key, facts);
        let chosen = luck.pick(&choices).ok_or_else(|| missing(entry.name, key))?;
        Ok(fill(chosen, facts))
    }

    /// The alternative at this place, counted round: what belongs to another text.
    pub fn nth(
        &self,
        entry: &Entry,
        key: &str,
        facts: &Facts,
        place: usize,
    ) -> Result<String, Trouble> {
        let choices = self.choices(entry, key, facts);
        let place = place.checked_rem(choices.len()).unwrap_or(0);
        let chosen = choices.get(place).ok_or_else(|| missing(entry.name, key))?;
        Ok(fill(chosen, facts))
    }

    fn choices(&self, entry: &Entry, key: &str, facts: &Facts) -> Vec<&'static str> {
        let mut choices = entry.all(key);
        if let Some(line) = facts.get("line") {
            choices.extend(entry.all(&format!("{key}@{line}")));
        }
        if choices.is_empty() { self.any.all(key) } else { choices }
    }

    /// One alternative without facts filled in, for lines with several parts.
    pub fn raw(&self, entry: &Entry, key: &str, luck: &mut Luck) -> Result<&'static str, Trouble> {
        let own = entry.all(key);
        let choices = if own.is_empty() { self.any.all(key) } else { own };
        luck.pick(&choices).copied().ok_or_else(|| missing(entry.name, key))
    }

    /// One of the texts that fit any case.
    pub fn any(&self, key: &str, facts: &Facts, luck: &mut Luck) -> Result<String, Trouble> {
        self.say(&self.any, key, facts, luck)
    }

    pub fn any_nth(&self, key: &str, facts: &Facts, place: usize) -> Result<String, Trouble> {
        self.nth(&self.any, key, facts, place)
    }

    pub fn any_raw(&self, key: &str, luck: &mut Luck) -> Result<&'static str, Trouble> {
        self.raw(&self.any, key, luck)
    }

    pub fn voice(&self, key: &str, facts: &Facts, luck: &mut Luck) -> Result<String, Trouble> {
        self.say(&self.voices, key, facts, luck)
    }
}

fn missing(of: &str, key: &str) -> Trouble {
    Trouble::Failed(format!("the demo's texts lack {key} of {of}"))
}

/// Puts facts into a template and begins it with a capital letter.
pub(super) fn fill(template: &str, facts: &Facts) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else { break };
        text.push_str(facts.get(name).map_or("that", String::as_str));
        rest = behind;
    }
    text.push_str(rest);
    let text = text.replace("\\n", "\n");
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
