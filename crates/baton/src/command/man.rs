use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_mangen::Man as Page;

use crate::cli::{Cli, HELP};
use crate::exit::Exit;
use crate::output::Output;

/// Print the manual page, or write one for every command.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton man | man -l -\n  baton man --dir man1"
)]
pub struct Man {
    /// Write a page for every command into this folder.
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

impl Man {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        match self.dir {
            Some(dir) => write_all(dir, output),
            None => {
                let mut page = Vec::new();
                Page::new(Cli::command())
                    .render(&mut page)
                    .map_err(|error| Exit::failed(format!("The page cannot be made: {error}.")))?;
                output.bytes(&page)
            }
        }
    }
}

fn write_all(dir: PathBuf, output: &Output) -> Result<(), Exit> {
    let shown = dir.display().to_string();
    std::fs::create_dir_all(&dir)
        .and_then(|()| clap_mangen::generate_to(Cli::command(), &dir))
        .map_err(|error| Exit::failed(format!("{shown} cannot be written to: {error}.")))?;
    output.say(&format!("The pages are in {shown}."));
    Ok(())
}
