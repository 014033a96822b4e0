use clap::Args;

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring;

/// Set up a new organisation and its first administrator.
///
/// Prints one token on stdout: it is shown once and opens everything.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton init --data baton-data --name \"Ada Kay\" --email ada@example.org"
)]
pub struct Init {
    #[command(flatten)]
    pub place: Place,
    /// Name of the first administrator.
    #[arg(long, value_name = "NAME")]
    pub name: String,
    /// Mail address of the first administrator.
    #[arg(long, value_name = "EMAIL")]
    pub email: String,
    /// Their department, made with them; it takes cases from customers.
    #[arg(long, value_name = "NAME", default_value = "Customer service")]
    pub department: String,
}

impl Init {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let settings = config::load(global, Flags::default().place(&self.place))?;
        let Self { name, email, department, .. } = self;
        let token = wiring::init(&settings, &wiring::First { name, email, department })?;
        if output.wants_json() {
            output.json(&serde_json::json!({ "token": token }))?;
        } else {
            output.data(&token)?;
        }
        output.say("The organisation is set up. Next: baton serve, then sign in with that token.");
        Ok(())
    }
}
