//! The questions of the public form, one to a page.

use baton_core::refusal::{FieldError, Refusal};
use baton_core::say;
use baton_desk::asking::Question;

use crate::input::Input;

/// A page of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    About,
    Happened,
    Wanted,
    Reach,
    Check,
}

impl Step {
    pub const ALL: [Self; 5] =
        [Self::About, Self::Happened, Self::Wanted, Self::Reach, Self::Check];
    pub const NAMES: &'static [&'static str] = &["about", "happened", "wanted", "reach", "check"];

    pub fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Happened => "happened",
            Self::Wanted => "wanted",
            Self::Reach => "reach",
            Self::Check => "check",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::About => say!("public-steps-what-is-it-about"),
            Self::Happened => say!("public-steps-what-has-happened"),
            Self::Wanted => say!("public-steps-what-would-you-like-us-to"),
            Self::Reach => say!("public-steps-how-can-we-reach-you"),
            Self::Check => say!("public-steps-check-what-you-have-written"),
        }
    }

    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::About => &["about"],
            Self::Happened => &["happened"],
            Self::Wanted => &["wanted"],
            Self::Reach => &["name", "email", "phone"],
            Self::Check => &[],
        }
    }

    /// Number of the question, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default() + 1
    }

    pub fn before(self) -> Self {
        let place = self.number().saturating_sub(2);
        Self::ALL.get(place).copied().unwrap_or(Self::About)
    }

    /// The page on which a field is asked for.
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.fields().contains(&field))
    }

    /// What is wrong with the answers of this page.
    fn wrong(self, question: &Question) -> Option<FieldError> {
        let missing = |field: &str, text: &str, says: &str| {
            text.is_empty().then(|| FieldError::missing(field, says))
        };
        match self {
            Self::About => {
                missing("about", &question.about, say!("public-steps-say-in-a-few-words-what"))
            }
            Self::Happened => missing(
                "happened",
                &question.happened,
                say!("public-steps-write-what-has-happened"),
            ),
            Self::Wanted => missing(
                "wanted",
                &question.wanted,
                say!("public-steps-write-what-you-would-like-us"),
            ),
            Self::Reach => reach(question),
            Self::Check => None,
        }
    }
}

fn reach(question: &Question) -> Option<FieldError> {
    let Question { email, phone, .. } = question;
    if email.is_empty() && phone.is_empty() {
        let says = say!("public-steps-enter-an-e-mail-address-or");
        return Some(FieldError::missing("email", says));
    }
    let address = email.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !email.contains(char::is_whitespace)
    });
    if !email.is_empty() && !address {
        let says = say!("public-steps-enter-an-e-mail-address-like");
        return Some(FieldError::new("email", "not_an_address", says));
    }
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    (!phone.is_empty() && digits < 6).then(|| {
        let says = say!("public-steps-enter-a-telephone-number-like");
        FieldError::new("phone", "not_a_number", says)
    })
}

/// What was answered so far.
pub fn question(input: &Input) -> Question {
    let text = |name: &str| input.words(name).trim().to_owned();
    Question {
        about: text("about"),
        happened: text("happened"),
        wanted: text("wanted"),
        name: text("name"),
        email: text("email"),
        phone: text("phone"),
    }
}

/// Whether the answers of some pages are there.
///
/// # Errors
/// `invalid` with each field that needs another look.
pub fn check(steps: &[Step], question: &Question) -> Result<(), Refusal> {
    let wrong: Vec<FieldError> = steps.iter().filter_map(|step| step.wrong(question)).collect();
    let Some(first) = wrong.first().cloned() else { return Ok(()) };
    Err(Refusal::invalid(first.field, first.code, first.message).with_fields(wrong))
}

/// The first page that is not answered, or the last one.
pub fn next(question: &Question) -> Step {
    Step::ALL.into_iter().find(|step| step.wrong(question).is_some()).unwrap_or(Step::Check)
}
