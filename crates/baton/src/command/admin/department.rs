use clap::{Args, Subcommand};

use super::{made, yes};
use crate::cli::{Global, HELP, Place};
use crate::config::{self, Flags};
use crate::exit::Exit;
use crate::output::Output;
use crate::wiring::{self, DepartmentLine, NewDepartment};

/// Departments of the organisation.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin department list\n  baton admin department create \
        --name Logistics --purpose \"Brings goods to customers and back\""
)]
pub struct Department {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    List(List),
    Create(Create),
}

/// List every department.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton admin department list --json")]
struct List {
    #[command(flatten)]
    place: Place,
}

/// Add a department; prints its id.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  baton admin department create --name Logistics \
        --purpose \"Brings goods to customers and back\""
)]
struct Create {
    #[arg(long, value_name = "NAME")]
    name: String,
    /// What it is there for, in one sentence that other departments understand.
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    /// It takes cases from customers, so its people may find customers.
    #[arg(long)]
    customer_facing: bool,
    #[command(flatten)]
    place: Place,
}

impl Department {
    pub fn run(self, global: &Global, output: &Output) -> Result<(), Exit> {
        match self.what {
            What::List(list) => {
                let settings = config::load(global, Flags::default().place(&list.place))?;
                self::list(&wiring::departments(&settings)?, output)
            }
            What::Create(create) => {
                let settings = config::load(global, Flags::default().place(&create.place))?;
                let Create { name, purpose, customer_facing, .. } = create;
                let department = NewDepartment { name, purpose, customer_facing };
                let id = wiring::add_department(&settings, &department)?;
                let next = format!("{} is added. Next: give it people.", department.name);
                made(&next, &id, output)
            }
        }
    }
}

fn list(departments: &[DepartmentLine], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(&departments);
    }
    let row = |department: &DepartmentLine| {
        vec![
            department.name.clone(),
            department.lead.clone().unwrap_or_default(),
            yes(department.customer_facing),
            yes(department.active),
        ]
    };
    let rows: Vec<_> = departments.iter().map(row).collect();
    output.table(&["name", "lead", "customers", "active"], &rows)
}
