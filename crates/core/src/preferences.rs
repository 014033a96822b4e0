//! How somebody likes their own pages. Rows and no events: nothing that others see follows from them.

/// The colours of the pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    Light,
    Dark,
    /// Stronger lines and darker text, light or dark as the device has it.
    Contrast,
}

/// How close the rows of a list stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Density {
    #[default]
    Comfortable,
    Compact,
}

impl Theme {
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];
    pub const NAMES: &'static [&'static str] = &["system", "light", "dark", "contrast"];

    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme with this name; the other way of [`Theme::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Density {
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];
    pub const NAMES: &'static [&'static str] = &["comfortable", "compact"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// The density with this name; the other way of [`Density::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|density| density.name() == name)
    }
}

/// What one person has set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preferences {
    /// IANA name of the zone in which times are shown; `None`: the one in the directory.
    pub zone: Option<String>,
    pub theme: Theme,
    pub density: Density,
    /// Whether single letters act: `j`, `k`, `r` …
    pub single_keys: bool,
    /// What a letter to a customer ends with; may be empty.
    pub signature: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            zone: None,
            theme: Theme::default(),
            density: Density::default(),
            single_keys: true,
            signature: String::new(),
        }
    }
}
