//! Settings from the environment.

use std::ffi::OsString;

use super::{catalogue, nearest};

const PREFIX: &str = "BATON_";
/// Names that are read elsewhere: by the API client, for the file itself, by the project's tests.
const OTHERS: [&str; 3] = ["BATON_URL", "BATON_TOKEN_FILE", "BATON_CONFIG"];
const TESTS: &str = "BATON_TEST_";

/// The variables that begin with `BATON_` and are text.
pub fn readable(all: impl Iterator<Item = (OsString, OsString)>) -> Vec<(String, String)> {
    all.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with(PREFIX))
        .collect()
}

/// One sentence for each variable that means nothing.
pub fn unknown(variables: &[(String, String)]) -> Vec<String> {
    variables
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| means_nothing(name))
        .map(say)
        .collect()
}

fn means_nothing(name: &str) -> bool {
    !name.starts_with(TESTS) && !OTHERS.contains(&name) && catalogue::by_variable(name).is_none()
}

fn say(name: &str) -> String {
    let known: Vec<String> = catalogue::SETTINGS.iter().map(catalogue::Setting::variable).collect();
    match nearest::nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("environment {name} means nothing. Did you mean {near}?"),
        None => {
            format!("environment {name} means nothing. `baton config show` lists the settings.")
        }
    }
}
