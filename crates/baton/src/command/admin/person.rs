use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{made, yes};
use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::{Exit, Kind};
use crate::output::Output;
use crate::wiring::{self, NewPerson, PersonLine};

/// People of the organisation.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin person list\n  baton admin person create \
        --name \"Ada Kay\" --email ada@example.org --department Logistics"
)]
pub struct Person {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Create(Create),
    Password(Password),
    ResetSecondStep(ResetSecondStep),
}

/// List everybody.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton admin person list --json")]
struct List {
    #[command(flatten)]
    place: Place,
}

/// Add somebody; prints their id.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin person create --name \"Ada Kay\" \
        --email ada@example.org --department Logistics --role administrator"
)]
struct Create {
    #[arg(long, value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "EMAIL")]
    email: String,
    /// A department that they belong to, by its name; may be repeated.
    #[arg(long = "department", value_name = "NAME")]
    departments: Vec<String>,
    /// What they may do beyond their department; may be repeated.
    #[arg(long = "role", value_name = "ROLE", value_parser = ["administrator", "compliance", "arbiter", "follower"])]
    roles: Vec<String>,
    #[command(flatten)]
    place: Place,
}

/// Set the password that somebody signs in with; their sessions end.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin person password --email ada@example.org \
        --password-file ada.txt"
)]
struct Password {
    #[arg(long, value_name = "EMAIL")]
    email: String,
    /// File whose first line is the password; `-` reads it from standard input.
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Let somebody who has lost their device sign in with the password alone: their code and their
/// passkeys go, and their sessions end.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin person reset-second-step --email ada@example.org"
)]
struct ResetSecondStep {
    #[arg(long, value_name = "EMAIL")]
    email: String,
    #[command(flatten)]
    place: Place,
}

impl Person {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::List(list) => {
                let settings = config::load(global, Flags::default().place(&list.place))?;
                self::list(&wiring::people(&settings)?, output)
            }
            What::Create(create) => {
                let settings = config::load(global, Flags::default().place(&create.place))?;
                let Create { name, email, departments, roles, .. } = create;
                let person = NewPerson { name, email, departments, roles };
                let id = wiring::add_person(&settings, &person)?;
                let next = format!(
                    "{} is added. Next: baton admin token create --person {} --label first.",
                    person.name, person.email
                );
                made(&next, &id, output)
            }
            What::Password(password) => {
                let settings = config::load(global, Flags::default().place(&password.place))?;
                let text = first_line(&password.password_file)?;
                wiring::set_password(&settings, &password.email, &text)?;
                output.say(&format!("{} can sign in with it now.", password.email));
                Ok(())
            }
            What::ResetSecondStep(reset) => {
                let settings = config::load(global, Flags::default().place(&reset.place))?;
                wiring::reset_second_step(&settings, &reset.email)?;
                output.say(&format!("{} signs in with the password alone now.", reset.email));
                Ok(())
            }
        }
    }
}

/// A password never stands on the command line, where others of the machine could read it.
fn first_line(file: &Path) -> Result<String, Exit> {
    let text = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(file)
    };
    let text = text.map_err(|error| {
        Exit::new(Kind::NotFound, format!("{} cannot be read: {error}.", file.display()))
    })?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn list(people: &[PersonLine], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(&people);
    }
    let row = |person: &PersonLine| {
        vec![
            person.name.clone(),
            person.email.clone(),
            person.departments.join(", "),
            person.roles.join(", "),
            yes(person.active),
        ]
    };
    let rows: Vec<_> = people.iter().map(row).collect();
    output.table(&["name", "email", "departments", "roles", "active"], &rows)
}
