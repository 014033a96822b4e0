use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Chosen, Flags, SETTINGS, Setting, Sources, Values};
use crate::exit::{Exit, Kind};
use crate::output::Output;

/// The settings: what they are, where they come from, whether they are right.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton config show --origin\n  baton config check --config baton.toml"
)]
pub struct Config {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Show(Show),
    Check(Check),
}

/// Show every setting as it would be used now; secrets are masked.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton config show --origin\n  baton config show --sample > baton.toml"
)]
struct Show {
    /// Say where each value comes from.
    #[arg(long)]
    origin: bool,
    /// Print a commented file with the built-in values in place of the settings in use.
    #[arg(long)]
    sample: bool,
    #[command(flatten)]
    place: Place,
}

/// Say whether the settings are right; ends with 6 when they are not.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton config check\n  baton config check --config baton.toml"
)]
struct Check {
    #[command(flatten)]
    place: Place,
}

impl Config {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::Show(show) if show.sample => output.bytes(sample().as_bytes()),
            What::Show(show) => {
                let sources = Sources::of_process(global, Flags::default().place(&show.place))?;
                let values = config::read(&sources).map_err(|faults| config::refuse(&faults))?;
                self::show(&values, show.origin, output)
            }
            What::Check(check) => {
                let sources = Sources::of_process(global, Flags::default().place(&check.place))?;
                let mut faults = config::read(&sources).err().unwrap_or_default();
                faults.extend(config::unknown_variables(&sources));
                self::check(&faults, output)
            }
        }
    }
}

fn check(faults: &[String], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        output.json(&json!({ "right": faults.is_empty(), "faults": faults }))?;
    }
    if faults.is_empty() {
        output.say("The settings are right.");
        return Ok(());
    }
    Err(Exit::new(Kind::CheckFailed, faults.join("\n")))
}

fn show(values: &Values, origin: bool, output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        let entry = |(key, chosen): (&&'static str, &Chosen)| {
            let from = chosen.origin.to_string();
            ((*key).to_owned(), json!({ "value": masked(&chosen.value), "origin": from }))
        };
        return output.json(&Value::Object(values.iter().map(entry).collect::<Map<_, _>>()));
    }
    let row = |setting: &Setting| {
        let chosen = values.get(setting.key)?;
        let mut row = vec![setting.key.to_owned(), masked(&chosen.value)];
        if origin {
            row.push(chosen.origin.to_string());
        }
        Some(row)
    };
    let rows: Vec<_> = SETTINGS.iter().filter_map(row).collect();
    output.table(&["setting", "value", "origin"][..if origin { 3 } else { 2 }], &rows)
}

/// The value with the password of a URL replaced by stars. Other secrets are files, never values.
fn masked(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let authority = match authority.rsplit_once('@') {
        Some((account, host)) => match account.split_once(':') {
            Some((name, _)) => format!("{name}:***@{host}"),
            None => authority.to_owned(),
        },
        None => authority.to_owned(),
    };
    let path = match path.find("password=") {
        Some(at) => format!("{}password=***", path.get(..at).unwrap_or_default()),
        None => path.to_owned(),
    };
    format!("{scheme}://{authority}{path}")
}

/// A file with every setting, explained, at its built-in value.
fn sample() -> String {
    let mut text = String::from(
        "# Settings of Baton. Keep the lines that you change and delete the rest.\n\
         # A flag beats the environment (BATON_LISTEN, BATON_SMTP_HOST, ...), which beats this file.\n",
    );
    for setting in SETTINGS {
        let value = match setting.default.parse::<u32>() {
            Ok(number) => number.to_string(),
            Err(_) => format!("{:?}", setting.default),
        };
        text.push_str(&format!("\n# {}\n{} = {value}\n", setting.about, setting.key));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_of_a_database_is_never_shown() {
        for (value, shown) in [
            ("postgres://baton:secret@db/x", "postgres://baton:***@db/x"),
            ("postgres://baton:se@cret@db/x", "postgres://baton:***@db/x"),
            ("postgres://db/x?user=a&password=secret", "postgres://db/x?user=a&password=***"),
            ("postgres://baton@db/x", "postgres://baton@db/x"),
            ("https://desk.example.org", "https://desk.example.org"),
            ("plain", "plain"),
        ] {
            assert_eq!(masked(value), shown);
        }
    }

    #[test]
    fn the_sample_file_says_exactly_the_built_in_values() {
        let file = Some(("sample.toml".into(), sample()));
        let values = config::read(&Sources { file, ..Sources::default() }).unwrap();
        for setting in SETTINGS {
            assert_eq!(values[setting.key].value, setting.default, "{}", setting.key);
        }
    }
}
