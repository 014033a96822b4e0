//! What somebody asks for: the query, with its names looked up and its days counted for them.

use baton_core::access::customer_sight;
use baton_core::ids::{CustomerId, DepartmentId, PersonId};
use baton_core::query::{Atom, Cut, Query, State, Term, note, parse};
use baton_core::say;
use baton_core::time::Instant;
use baton_store::search::{Query as Words, Scope};
use jiff::civil::Date;

use super::find;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::snooze::{Asleep, asleep as asleep_now};

/// Ways in which a query can hold that are looked for.
const WAYS: usize = 8;

/// A query as one person means it.
pub struct Asked {
    pub query: Query,
    /// What was not understood, and what was done instead, in sentences.
    pub notes: Vec<String>,
    pub today: Date,
    pub typed: String,
    names: Vec<(Atom, Named)>,
    /// What this person snoozed, where they ask for it.
    pub asleep: Asleep,
}

/// Whom a name of a query means.
#[derive(Clone, Default)]
pub struct Named {
    pub departments: Vec<DepartmentId>,
    pub people: Vec<PersonId>,
    pub customers: Vec<CustomerId>,
}

impl Asked {
    pub async fn of(ctx: &Ctx, typed: &str) -> Result<Self, Trouble> {
        let query = parse(typed);
        let notes = query.notes.iter().map(note).collect();
        let today = ctx.now.timestamp().to_zoned(ctx.zone()).date();
        let typed = typed.trim().to_owned();
        let asleep = Asleep::default();
        let mut asked = Self { query, notes, today, typed, names: Vec::new(), asleep };
        if asked.is_of_snoozes() {
            asked.asleep = asleep_now(ctx).await?;
        }
        let terms: Vec<Term> =
            asked.query.groups.iter().flat_map(|group| group.any.clone()).collect();
        for term in terms {
            asked.look_up(ctx, term.atom).await?;
        }
        Ok(asked)
    }

    /// Whether it asks for what sleeps, or for what does not.
    pub fn is_of_snoozes(&self) -> bool {
        let mut terms = self.query.groups.iter().flat_map(|group| &group.any);
        terms.any(|term| term.atom == Atom::Is(State::Snoozed))
    }

    async fn look_up(&mut self, ctx: &Ctx, atom: Atom) -> Result<(), Trouble> {
        let directory = ctx.desk()?.directory();
        let mut named = Named::default();
        let (name, what) = match &atom {
            Atom::With(name) => (name.clone(), "department"),
            Atom::From(name) => (name.clone(), say!("search-asked-department-or-customer")),
            Atom::Owner(name) => (name.clone(), "colleague"),
            _ => return Ok(()),
        };
        if let Atom::Owner(name) = &atom {
            if name.eq_ignore_ascii_case("me") {
                named.people.extend(ctx.who.person());
            }
            named.people.extend(directory.person_by_email(name).map(|person| person.id));
            let called = directory.active_people().map(|person| person.id);
            named.people.extend(called.filter(|id| find::names(directory.person_name(*id), name)));
        } else {
            let called = directory.active_departments().map(|one| one.id);
            let called = called.filter(|id| find::names(directory.department_name(*id), &name));
            named.departments.extend(called);
        }
        if matches!(atom, Atom::From(_)) && customer_sight(&ctx.who).any() {
            let found = find::customers_after(ctx, &name, None).await?.items;
            named.customers.extend(found.into_iter().map(|row| row.id));
        }
        let nobody = named.people.is_empty() && named.customers.is_empty();
        if nobody && named.departments.is_empty() {
            self.notes.push(say!("search-asked-no-that-you-can-see-is", what, name));
        }
        self.names.push((atom, named));
        Ok(())
    }

    /// Whom the name of a term means.
    pub fn named(&self, atom: &Atom) -> Named {
        let found = self.names.iter().find(|(known, _)| known == atom);
        found.map(|(_, named)| named.clone()).unwrap_or_default()
    }

    /// Every way in which it can hold.
    pub fn ways(&self) -> Vec<Vec<&Term>> {
        self.query.ways(WAYS)
    }

    /// The stretch of a cut, turned round where it must not fall into it; a single day cannot be.
    pub fn stretch(&self, ctx: &Ctx, cut: Cut, not: bool) -> (Option<Instant>, Option<Instant>) {
        let (first, after) = cut.days(self.today);
        let at = |day: Option<Date>| {
            let start = day?.to_zoned(ctx.zone()).ok()?.timestamp();
            Some(Instant::from_millis(start.as_millisecond()))
        };
        match (not, at(first), at(after)) {
            (false, from, until) => (from, until),
            (true, None, until) => (until, None),
            (true, from, None) => (None, from),
            // All days but one are two stretches: the later one is meant.
            (true, Some(_), until) => (until, None),
        }
    }
}

/// What must stand there, word by word, and the phrases that are looked at in the texts themselves.
#[derive(Default)]
pub struct Wording {
    pub all: String,
    pub none: Vec<Words>,
    /// Each with whether it must not stand there.
    pub phrases: Vec<(bool, String)>,
}

impl Wording {
    pub fn of(way: &[&Term]) -> Self {
        let mut wording = Self::default();
        for term in way {
            match (&term.atom, term.not) {
                (Atom::Word(words), true) => wording.none.push(Words::parse(words)),
                (Atom::Word(words), false) => wording.add(words),
                (Atom::Phrase(words), not) => {
                    if !not {
                        wording.add(words);
                    }
                    wording.phrases.push((not, words.clone()));
                }
                _ => {}
            }
        }
        wording
    }

    fn add(&mut self, words: &str) {
        self.all.push(' ');
        self.all.push_str(words);
    }

    /// Whether texts hold the phrases, and none of those that they must not.
    pub fn fits<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.phrases.iter().all(|(not, phrase)| {
            let found = texts.clone().any(|text| spaced(text).contains(&format!(" {phrase} ")));
            found != *not
        })
    }
}

/// The words of a text with one blank around each.
fn spaced(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.fold(" ".to_owned(), |text, word| text + &word + " ")
}

/// Where this person may find something.
pub fn scopes(ctx: &Ctx) -> Vec<Scope> {
    ctx.who.departments.iter().map(|id| Scope::Department(*id)).collect()
}
