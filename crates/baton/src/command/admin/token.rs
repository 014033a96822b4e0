use clap::{Args, Subcommand};

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::{self, TokenLine};

/// Tokens: what lets a program act for a person.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin token list\n  \
        baton admin token create --person ada@example.org --label backup"
)]
pub struct Token {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Create(Create),
    Revoke(Revoke),
}

/// List the tokens: whose, what for, since when. The tokens themselves are not kept.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton admin token list --json")]
struct List {
    #[command(flatten)]
    place: Place,
}

/// Make a token and print it alone on stdout. It is shown once.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin token create --person ada@example.org --label backup > token"
)]
struct Create {
    /// Mail address of the person whose rights it has.
    #[arg(long, value_name = "EMAIL")]
    person: String,
    /// What it is for.
    #[arg(long, value_name = "TEXT")]
    label: String,
    #[command(flatten)]
    place: Place,
}

/// End a token at once.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin token revoke 01j9z3k4m5n6p7q8r9s0t1v2w3"
)]
struct Revoke {
    /// Its id, as `baton admin token list` shows it.
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    place: Place,
}

impl Token {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::List(list) => {
                let settings = config::load(global, Flags::default().place(&list.place))?;
                self::list(&wiring::tokens(&settings)?, output)
            }
            What::Create(create) => {
                let settings = config::load(global, Flags::default().place(&create.place))?;
                let token = wiring::make_token(&settings, &create.person, &create.label)?;
                if output.wants_json() {
                    return output.json(&serde_json::json!({ "token": token }));
                }
                output.data(&token)
            }
            What::Revoke(revoke) => {
                let settings = config::load(global, Flags::default().place(&revoke.place))?;
                wiring::end_token(&settings, &revoke.id)?;
                output.say("The token is ended.");
                Ok(())
            }
        }
    }
}

fn list(tokens: &[TokenLine], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(&tokens);
    }
    let row = |token: &TokenLine| {
        let TokenLine { id, person, label, created_at } = token.clone();
        vec![id, person, label, created_at]
    };
    output.table(&["id", "person", "label", "made"], &tokens.iter().map(row).collect::<Vec<_>>())
}
