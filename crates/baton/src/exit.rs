//! How a command ends: one number for scripts, one sentence for people.

use std::fmt;
use std::process::ExitCode;

/// Why a command did not do what was asked. The numbers are fixed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Failed,
    /// The command line or the configuration cannot be understood.
    Usage,
    NotFound,
    NotAllowed,
    /// Somebody else changed it first.
    Conflict,
    /// `verify`, `doctor` or `config check` found something wrong.
    CheckFailed,
    /// It cannot be done now: busy, out of reach, or not built in.
    Unavailable,
    /// Ctrl+C.
    Interrupted,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Failed,
        Kind::Usage,
        Kind::NotFound,
        Kind::NotAllowed,
        Kind::Conflict,
        Kind::CheckFailed,
        Kind::Unavailable,
        Kind::Interrupted,
    ];

    pub fn code(self) -> u8 {
        match self {
            Self::Failed => 1,
            Self::Usage => 2,
            Self::NotFound => 3,
            Self::NotAllowed => 4,
            Self::Conflict => 5,
            Self::CheckFailed => 6,
            Self::Unavailable => 7,
            Self::Interrupted => 130,
        }
    }

    pub fn meaning(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Usage => "wrong usage or configuration",
            Self::NotFound => "not found",
            Self::NotAllowed => "not allowed",
            Self::Conflict => "somebody else changed it first",
            Self::CheckFailed => "a check found something wrong",
            Self::Unavailable => "busy, out of reach or not built in",
            Self::Interrupted => "interrupted",
        }
    }
}

impl From<Kind> for ExitCode {
    fn from(kind: Kind) -> Self {
        ExitCode::from(kind.code())
    }
}

/// The end of a command that did not do what was asked.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub struct Exit {
    pub kind: Kind,
    /// What is wrong and what to do next; empty when there is nobody left to tell.
    pub message: String,
}

impl Exit {
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }
    pub fn failed(message: impl Into<String>) -> Self {
        Self::new(Kind::Failed, message)
    }
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }
    pub fn unavailable(message: impl Into<String>) -> Self {
        Self::new(Kind::Unavailable, message)
    }
    /// For a command whose room does not stand yet: it says so and touches nothing.
    pub fn not_built_in(what: &str) -> Self {
        Self::unavailable(format!("{what} is not built in yet. Nothing was changed."))
    }
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_has_its_own_number() {
        let codes: Vec<u8> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes, [1, 2, 3, 4, 5, 6, 7, 130]);
    }

    #[test]
    fn what_is_not_built_in_says_so_and_ends_with_seven() {
        let exit = Exit::not_built_in("Flying");
        assert_eq!(exit.kind.code(), 7);
        assert_eq!(exit.message, "Flying is not built in yet. Nothing was changed.");
    }
}
