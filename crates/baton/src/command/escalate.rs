use std::path::{Path, PathBuf};

use baton_core::escalation::{Advice, Facts, Pack, Proposal, Tuning, advise, level_name, propose};
use clap::Args;
use serde_json::{Value, json};

use crate::cli::HELP;
use crate::exit::Exit;
use crate::output::Output;

/// Ask a colleague directly, look at it together, or escalate: advice, and the rules that give it.
///
/// Facts are a file in JSON; what is not said has its quiet value. action_wanted, safety (none,
/// possible, imminent), data_breach (none, suspected, confirmed), legal_deadline_working_days,
/// vulnerability (none, declared, harm_risk), adjustment, amount_minor with limits_minor (own limit
/// first), contacts, agreement (ok, at_risk, breached, failing), bounces, dispute (none, open,
/// deadlocked), complaint (none, informal, formal, regulated, adr), media, legal_threat,
/// departments, novel, customer_risk (low, medium, high), own_team.
#[derive(Args, Debug)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        baton escalate facts.json --json\n  \
        baton escalate facts.json --text letter.txt"
)]
pub struct Escalate {
    /// The facts.
    #[arg(value_name = "FACTS.json")]
    facts: PathBuf,
    /// A text in which to look for words that suggest further facts; none is applied.
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// The organisation's own changes to the table, in JSON: {"off":["D11"],"levels":{"D14":2}}.
    #[arg(long, value_name = "FILE")]
    tuning: Option<PathBuf>,
}

impl Escalate {
    pub fn run(self, output: &Output) -> Result<(), Exit> {
        let wrong = |path: &Path, why: String| Exit::usage(format!("{}: {why}.", path.display()));
        let facts = Facts::read(&read(&self.facts)?)
            .map_err(|error| wrong(&self.facts, error.to_string()))?;
        let mut pack = Pack::standard();
        if let Some(path) = &self.tuning {
            let tuning: Tuning = serde_json::from_str(&read(path)?)
                .map_err(|error| wrong(path, error.to_string()))?;
            pack = pack.tuned(&tuning).map_err(|error| wrong(path, error.to_string()))?;
        }
        let text = self.text.as_deref().map(read).transpose()?.unwrap_or_default();
        let proposals = propose(&text);
        let advice = advise(&pack, &facts);
        if output.wants_json() {
            return output.json(&json_of(&pack, &facts, &advice, &proposals, &text));
        }
        say(&facts, &advice, output)?;
        for proposal in &proposals {
            output.say(&format!(
                "The text says “{}”: {}. If that is so, set {} to {}.",
                proposal.words(&text),
                proposal.why,
                proposal.fact,
                proposal.value
            ));
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, Exit> {
    std::fs::read_to_string(path)
        .map_err(|error| Exit::usage(format!("{} cannot be read: {error}.", path.display())))
}

fn named<T: serde::Serialize>(thing: &T) -> String {
    match serde_json::to_value(thing) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

fn say(facts: &Facts, advice: &Advice<'_>, output: &Output) -> Result<(), Exit> {
    let routes: Vec<String> = advice.functional.iter().map(named).collect();
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    let mut rows = vec![
        row("mode", named(&advice.mode)),
        row("bring in", routes.join(", ")),
        row("level", format!("{}, {}", advice.level, level_name(advice.level))),
    ];
    for rule in &advice.fired {
        rows.push(row(&rule.id, format!("{} (level {})", rule.why, rule.level.of(facts))));
    }
    output.table(&["what", "advice"], &rows)
}

fn json_of(
    pack: &Pack,
    facts: &Facts,
    advice: &Advice<'_>,
    proposals: &[Proposal],
    text: &str,
) -> Value {
    let mut fired: Vec<&str> = advice.fired.iter().map(|rule| rule.id.as_str()).collect();
    fired.sort_unstable();
    let explanation: Vec<Value> = advice
        .fired
        .iter()
        .map(|rule| {
            json!({
                "rule": rule.id,
                "mode": rule.mode,
                "functional": rule.functional,
                "level": rule.level.of(facts),
                "why": rule.why,
            })
        })
        .collect();
    let proposed: Vec<Value> = proposals
        .iter()
        .map(|proposal| {
            json!({
                "fact": proposal.fact,
                "value": proposal.value,
                "matched": proposal.words(text),
                "at": proposal.at.start,
                "why": proposal.why,
            })
        })
        .collect();
    json!({
        "version": pack.version,
        "mode": advice.mode,
        "functional": advice.functional,
        "level": advice.level,
        "level_means": level_name(advice.level),
        "fired": fired,
        "explanation": explanation,
        "proposed": proposed,
    })
}
