//! Settings from a TOML file, with the line of everything that is wrong.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::{Chosen, Origin, Values, catalogue, unknown};

/// Reads the file's values over those that are there already.
pub fn read(path: &Path, text: &str, values: &mut Values, faults: &mut Vec<String>) {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            faults.push(format!("{}:{line}: {}.", path.display(), error.message()));
            return;
        }
    };
    let mut reader = Reader { path, text, values, faults };
    reader.table("", table.get_ref());
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    values: &'a mut Values,
    faults: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let key = format!("{prefix}{}", name.get_ref());
            let line = line_of(self.text, name.span().start);
            match (value.get_ref(), catalogue::by_key(&key)) {
                (DeValue::Table(inner), None) if is_section(&key) => {
                    self.table(&format!("{key}."), inner);
                }
                (value, Some(setting)) => self.value(setting, value, line),
                (_, None) => self.fault(line, &unknown(&key)),
            }
        }
    }

    fn value(&mut self, setting: &'static catalogue::Setting, value: &DeValue<'_>, line: usize) {
        let value = match value {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            DeValue::Boolean(answer) => answer.to_string(),
            other => {
                let kind = other.type_str();
                self.fault(
                    line,
                    &format!("`{}` must be text or a number, not {kind}.", setting.key),
                );
                return;
            }
        };
        let origin = Origin::File { path: self.path.to_owned(), line };
        self.values.insert(setting.key, Chosen { value, origin });
    }

    fn fault(&mut self, line: usize, text: &str) {
        self.faults.push(format!("{}:{line}: {text}", self.path.display()));
    }
}

fn is_section(name: &str) -> bool {
    let prefix = format!("{name}.");
    catalogue::SETTINGS.iter().any(|setting| setting.key.starts_with(&prefix))
}

/// The line, from 1, that a byte of the text stands in.
fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&byte| byte == b'\n').count() + 1
}
