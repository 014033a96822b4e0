//! What a blank can stand for.

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
            Self::CaseRef => "the reference of the case",
            Self::CaseSubject => "what the case is about",
            Self::CustomerName => "the customer's name",
            Self::CustomerFirstName => "the customer's first name",
            Self::PersonName => "your name",
            Self::PersonFirstName => "your first name",
            Self::DepartmentName => "the department of the case",
            Self::Today => "today's date",
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
