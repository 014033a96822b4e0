use clap::Args;

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring;

/// Make everything that is derived from the log again: lists, search, figures.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton rebuild --data baton-data")]
pub struct Rebuild {
    #[command(flatten)]
    pub place: Place,
}

impl Rebuild {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let settings = config::load(global, Flags::default().place(&self.place))?;
        let rebuilt = wiring::rebuild(&settings)?;
        if output.wants_json() {
            return output.json(&rebuilt);
        }
        output.data(&format!("{} cases, {} customers", rebuilt.cases, rebuilt.customers))
    }
}
