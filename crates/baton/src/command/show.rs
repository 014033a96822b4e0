//! Answers of the API, shown to people.

use clap::{Args, ValueEnum};
use serde_json::Value;

use crate::exit::Exit;
use crate::output::{Output, clean};

/// Which part of a list.
#[derive(Args, Debug, Clone)]
pub struct Paging {
    /// How many at most (200 is the most there is).
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub limit: u16,
    /// Go on after this place, as the list before has named it.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

impl Paging {
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = vec![("limit", self.limit.to_string())];
        query.extend(self.after.clone().map(|after| ("after", after)));
        query
    }
}

/// The word of a choice as the API knows it.
pub fn word(choice: impl ValueEnum) -> String {
    choice.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// A list: its items as rows, and where to go on. As JSON: the answer as it came.
pub fn list(answer: &Value, columns: &[&str], output: &Output) -> Result<(), Exit> {
    if output.wants_json() {
        return output.json(answer);
    }
    table(answer.get("items"), columns, output)?;
    if items(answer.get("items")).is_empty() {
        output.say("Nothing is here.");
    }
    if let Some(next) = answer.get("next").and_then(Value::as_str) {
        output.say(&format!("There is more: --after {}", clean(next)));
    }
    Ok(())
}

/// One thing: a line for each fact that it has.
pub fn facts(answer: &Value, names: &[&str], output: &Output) -> Result<(), Exit> {
    let row = |name: &&str| {
        let text = text(answer.get(name)?);
        (!text.is_empty()).then(|| vec![(*name).to_owned(), text])
    };
    output.table(&["what", "value"], &names.iter().filter_map(row).collect::<Vec<_>>())
}

/// A list inside of a thing, under its own heading; nothing when it is empty.
pub fn part(answer: &Value, name: &str, columns: &[&str], output: &Output) -> Result<(), Exit> {
    if items(answer.get(name)).is_empty() {
        return Ok(());
    }
    output.say(&format!("\n{}:", name.replace('_', " ")));
    table(answer.get(name), columns, output)
}

fn table(list: Option<&Value>, columns: &[&str], output: &Output) -> Result<(), Exit> {
    let cell = |item: &Value, name: &str| item.get(name).map(text).unwrap_or_default();
    let row = |item: &Value| columns.iter().map(|name| cell(item, name)).collect();
    let rows: Vec<Vec<String>> = items(list).iter().map(row).collect();
    output.table(columns, &rows)
}

fn items(list: Option<&Value>) -> &[Value] {
    list.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// A value in one line: a thing by its name, a list by its parts.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(answer) => if *answer { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(parts) => parts.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Object(thing) => {
            let named = ["name", "ref", "outcome", "id"].iter().find_map(|key| thing.get(*key));
            named.map(text).unwrap_or_else(|| value.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_thing_is_shown_by_its_name_and_nothing_as_nothing() {
        assert_eq!(text(&json!({ "id": "x", "name": "Logistics" })), "Logistics");
        assert_eq!(text(&json!(null)), "");
        assert_eq!(text(&json!(["a", { "id": "b" }])), "a, b");
        assert_eq!(text(&json!(true)), "yes");
    }
}
