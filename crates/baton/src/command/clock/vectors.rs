use std::path::PathBuf;

use baton_core::calendar::NAMES;
use baton_core::calendar::vectors::{Vector, vectors};
use clap::Args;
use serde_json::{Value, json};

use crate::cli::HELP;
use crate::exit::{Exit, Kind};
use crate::output::Output;

/// Hold a file of examples against our counting; ends with 6 when any differs.
///
/// Columns: id, calendar, start_utc, target_seconds, pauses_utc (A/B|C/D), due_utc.
#[derive(Args, Debug)]
#[command(help_template = HELP, before_help = "Examples:\n  baton clock vectors examples.csv --json")]
pub struct Vectors {
    /// The file.
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,
}

impl Vectors {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        let shown = self.file.display();
        let text = std::fs::read_to_string(&self.file)
            .map_err(|error| Exit::usage(format!("{shown} cannot be read: {error}.")))?;
        let all = vectors(&text).map_err(|error| Exit::usage(format!("{shown}: {error}.")))?;
        let mut differ = Vec::new();
        for vector in &all {
            let counted = vector.counted().ok_or_else(|| {
                Exit::usage(format!(
                    "{shown}: {}: there is no calendar {}; there are {}.",
                    vector.id,
                    vector.calendar,
                    NAMES.join(", ")
                ))
            })?;
            if counted != vector.due {
                differ.push((vector, counted.to_string()));
            }
        }
        report(&all, &differ, output)?;
        if differ.is_empty() {
            return Ok(());
        }
        Err(Exit::new(Kind::CheckFailed, format!("{} of {} differ.", differ.len(), all.len())))
    }
}

fn report(all: &[Vector], differ: &[(&Vector, String)], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        let rows: Vec<Value> = differ
            .iter()
            .map(|(vector, counted)| {
                json!({ "id": vector.id, "expected": vector.due.to_string(), "counted": counted })
            })
            .collect();
        return output.json(&json!({ "checked": all.len(), "mismatches": rows }));
    }
    if differ.is_empty() {
        output.say(&format!("{} examples, none differs.", all.len()));
    }
    let rows: Vec<Vec<String>> = differ
        .iter()
        .map(|(vector, counted)| vec![vector.id.clone(), vector.due.to_string(), counted.clone()])
        .collect();
    output.table(&["id", "expected", "counted"], &rows)
}
