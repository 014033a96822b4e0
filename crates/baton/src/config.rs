//! The settings: flag, else environment (`BATON_…`), else file, else built-in default.
//!
//! An unknown key is refused with its line and the nearest name. Secrets are files, never values.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::cli::{Global, Place};
use crate::exit::Exit;

pub mod catalogue;
mod check;
mod environment;
mod file;
mod nearest;
pub mod settings;

pub use catalogue::{SETTINGS, Setting};
pub use settings::Settings;

/// Read when neither `--config` nor `BATON_CONFIG` names a file, and it is there.
pub const USUAL_FILE: &str = "/etc/baton/baton.toml";

/// Where a value comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    Default,
    File { path: PathBuf, line: usize },
    Environment(String),
    Flag(String),
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
            Self::Environment(name) => write!(f, "environment {name}"),
            Self::Flag(name) => write!(f, "flag {name}"),
        }
    }
}

/// One value and where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chosen {
    pub value: String,
    pub origin: Origin,
}

/// A value for every setting, by key.
pub type Values = BTreeMap<&'static str, Chosen>;

/// Values that were given as flags: key, value, the flag.
#[derive(Clone, Debug, Default)]
pub struct Flags(Vec<(String, String, String)>);

impl Flags {
    pub fn with(mut self, key: &str, value: Option<String>, flag: &str) -> Self {
        if let Some(value) = value {
            self.0.push((key.to_owned(), value, flag.to_owned()));
        }
        self
    }

    pub fn place(self, place: &Place) -> Self {
        let data = place.data.as_ref().map(|path| path.display().to_string());
        self.with("data", data, "--data").with("database", place.database.clone(), "--database")
    }
}

/// Everything that the settings are read from, handed in.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file's path and text, when there is one.
    pub file: Option<(PathBuf, String)>,
    pub environment: Vec<(String, String)>,
    pub flags: Flags,
}

impl Sources {
    /// The sources of this process.
    pub fn of_process(global: &Global, flags: Flags) -> Result<Self, Exit> {
        let mut all = Flags::default();
        for pair in &global.set {
            let (key, value) = pair.split_once('=').ok_or_else(|| {
                Exit::usage(format!(
                    "--set {pair}: write it as KEY=VALUE, for example --set zone=UTC."
                ))
            })?;
            all = all.with(key.trim(), Some(value.to_owned()), "--set");
        }
        all.0.extend(flags.0);
        let environment = environment::readable(std::env::vars_os());
        let file = find_file(global.config.as_deref(), std::env::var_os("BATON_CONFIG"))?;
        Ok(Self { file, environment, flags: all })
    }
}

fn find_file(
    asked: Option<&Path>,
    environment: Option<OsString>,
) -> Result<Option<(PathBuf, String)>, Exit> {
    let named = asked.map(Path::to_owned).or_else(|| environment.map(PathBuf::from));
    let path = match named {
        Some(path) => path,
        None if Path::new(USUAL_FILE).exists() => PathBuf::from(USUAL_FILE),
        None => return Ok(None),
    };
    let text = std::fs::read_to_string(&path).map_err(|error| {
        Exit::usage(format!("The settings in {} cannot be read: {error}.", path.display()))
    })?;
    Ok(Some((path, text)))
}

/// Puts the sources together. Gives every fault that there is, not only the first.
pub fn read(sources: &Sources) -> Result<Values, Vec<String>> {
    let mut faults = Vec::new();
    let mut values: Values = SETTINGS
        .iter()
        .map(|setting| {
            (setting.key, Chosen { value: setting.default.to_owned(), origin: Origin::Default })
        })
        .collect();
    if let Some((path, text)) = &sources.file {
        file::read(path, text, &mut values, &mut faults);
    }
    for (name, value) in &sources.environment {
        if let Some(setting) = catalogue::by_variable(name) {
            put(&mut values, setting, value.clone(), Origin::Environment(name.clone()));
        }
    }
    for (key, value, flag) in &sources.flags.0 {
        match catalogue::by_key(key) {
            Some(setting) => put(&mut values, setting, value.clone(), Origin::Flag(flag.clone())),
            None => faults.push(format!("{flag} {key}: {}", unknown(key))),
        }
    }
    faults.extend(check::faults(&values));
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

/// The settings of this process, or every fault in one message.
pub fn load(global: &Global, flags: Flags) -> Result<Settings, Exit> {
    let values = read(&Sources::of_process(global, flags)?).map_err(|faults| refuse(&faults))?;
    Settings::new(&values).map_err(|fault| refuse(&[fault]))
}

/// Faults of the settings as the end of a command.
pub fn refuse(faults: &[String]) -> Exit {
    Exit::usage(faults.join("\n"))
}

/// Names in the environment that begin with `BATON_` but mean nothing: likely typing errors.
pub fn unknown_variables(sources: &Sources) -> Vec<String> {
    environment::unknown(&sources.environment)
}

fn put(values: &mut Values, setting: &'static Setting, value: String, origin: Origin) {
    values.insert(setting.key, Chosen { value, origin });
}

/// What is said about a key that does not exist.
fn unknown(key: &str) -> String {
    let keys = SETTINGS.iter().map(|setting| setting.key);
    match nearest::nearest(key, keys) {
        Some(near) => format!("there is no setting `{key}`. Did you mean `{near}`?"),
        None => format!("there is no setting `{key}`. `baton config show` lists them."),
    }
}

#[cfg(test)]
mod tests;
