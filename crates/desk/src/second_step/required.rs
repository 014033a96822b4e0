//! Of whom the organisation asks a second step.

use baton_core::access::Who;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Required {
    #[default]
    Nobody,
    Administrators,
    Everybody,
}

impl Required {
    pub const ALL: [Self; 3] = [Self::Nobody, Self::Administrators, Self::Everybody];
    pub const NAMES: &'static [&'static str] = &["nobody", "administrators", "everybody"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Administrators => "administrators",
            Self::Everybody => "everybody",
        }
    }

    /// The other way of [`Required::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    pub fn of(self, who: &Who) -> bool {
        match self {
            Self::Nobody => false,
            Self::Administrators => who.administrator,
            Self::Everybody => true,
        }
    }
}
