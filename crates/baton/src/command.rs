//! The commands, one file each.

use crate::cli::{Command, Global};
use crate::exit::Exit;
use crate::output::Output;

pub mod account;
pub mod admin;
pub mod case;
pub mod clock;
pub mod completions;
pub mod config;
pub mod daycount;
pub mod demo;
pub mod doctor;
pub mod escalate;
pub mod import;
pub mod init;
pub mod man;
pub mod rebuild;
pub mod request;
pub mod serve;
pub mod show;
pub mod verify;

pub fn run(command: Command, global: &Global, output: &Output) -> Result<(), Exit> {
    match command {
        Command::Demo(demo) => demo.run(global, output),
        Command::Serve(serve) => serve.run(global, output),
        Command::Init(init) => init.run(global, output),
        Command::Case(case) => case.run(output),
        Command::Request(request) => request.run(output),
        Command::Clock(clock) => clock.run(global, output),
        Command::Daycount(daycount) => daycount.run(output),
        Command::Escalate(escalate) => escalate.run(output),
        Command::Account(account) => account.run(global, output),
        Command::Admin(admin) => admin.run(global, output),
        Command::Import(import) => import.run(global, output),
        Command::Verify(verify) => verify.run(global, output),
        Command::Rebuild(rebuild) => rebuild.run(global, output),
        Command::Config(config) => config.run(global, output),
        Command::Doctor(doctor) => doctor.run(global, output),
        Command::Completions(completions) => completions.run(output),
        Command::Man(man) => man.run(output),
    }
}
