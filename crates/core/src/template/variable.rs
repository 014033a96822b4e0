//! What a blank can stand for.

use crate::say;

choice! {
    /// What a blank can stand for.
    Variable {
        CaseRef = "case.ref",
        CaseSubject = "case.subject",
        CustomerName = "customer.name",
        CustomerFirstName = "customer.first_name",
        /// Whoever writes.
        PersonName = "person.name",
        PersonFirstName = "person.first_name",
        /// The department that owns the case.
        DepartmentName = "department.name",
        Today = "today",
    }
}

impl Variable {
    /// What it stands for, in the middle of a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::CaseRef => say!("template-variable-the-reference-of-the-case"),
            Self::CaseSubject => say!("template-variable-what-the-case-is-about"),
            Self::CustomerName => say!("template-variable-the-customers-name"),
            Self::CustomerFirstName => say!("template-variable-the-customers-first-name"),
            Self::PersonName => say!("template-variable-your-name"),
            Self::PersonFirstName => say!("template-variable-your-first-name"),
            Self::DepartmentName => say!("template-variable-the-department-of-the-case"),
            Self::Today => say!("template-variable-todays-date"),
        }
    }
}

/// Words before a name that are no first name.
const TITLES: [&str; 14] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "revd",
];

/// The name that a letter may begin with; `None` where it cannot be told from a title, an initial
/// or a company. `Jones, Anna` is Anna.
pub fn first_name(name: &str) -> Option<&str> {
    let name = name.split_once(',').map_or(name, |(_, given)| given);
    let first = name.split_whitespace().next()?;
    let bare = first.trim_end_matches('.').to_lowercase();
    let plain = |c: char| c.is_alphabetic() || "-'’".contains(c);
    let is_name = bare.chars().count() > 1 && first.chars().all(plain);
    (is_name && !TITLES.contains(&bare.as_str())).then_some(first)
}
