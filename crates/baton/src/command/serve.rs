use clap::Args;

use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring;

/// Serve the pages and the API until interrupted.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton serve --data baton-data\n  \
        baton serve --database postgres://baton@db.example.org/baton --listen 0.0.0.0:8080"
)]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,
    /// Address and port; port 0 takes any free one.
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<String>,
    /// How people reach it; links in mails begin with this.
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
}

impl Serve {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        let flags = Flags::default()
            .place(&self.place)
            .with("listen", self.listen, "--listen")
            .with("public_url", self.public_url, "--public-url");
        wiring::serve(&config::load(global, flags)?, output)
    }
}
