use clap::{Args, Subcommand};

use crate::cli::{Global, HELP};
use crate::exit::Exit;
use crate::output::Output;

mod calendar;
mod department;
mod person;
mod token;

/// People, departments, calendars and tokens, straight in the database.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin person list\n  \
        baton admin token create --person ada@example.org --label backup"
)]
pub struct Admin {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Person(person::Person),
    Department(department::Department),
    Calendar(calendar::Calendar),
    Token(token::Token),
}

impl Admin {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::Person(person) => person.run(global, output),
            What::Department(department) => department.run(global, output),
            What::Calendar(calendar) => calendar.run(global, output),
            What::Token(token) => token.run(global, output),
        }
    }
}

/// What was made: its id alone on stdout, so that a script can take it.
fn made(what: &str, id: &str, output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(&serde_json::json!({ "id": id }));
    }
    output.data(id)?;
    output.say(what);
    Ok(())
}

fn yes(answer: bool) -> String {
    if answer { "yes" } else { "no" }.to_owned()
}
