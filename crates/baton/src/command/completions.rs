use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::{Cli, HELP};
use crate::exit::Exit;
use crate::output::Output;

/// Print what lets a shell complete commands and options.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton completions bash > ~/.local/share/bash-completion/completions/baton\n  \
        baton completions fish > ~/.config/fish/completions/baton.fish"
)]
pub struct Completions {
    /// Which shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

impl Completions {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "baton", &mut script);
        output.bytes(&script)
    }
}
