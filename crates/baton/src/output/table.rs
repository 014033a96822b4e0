//! Rows for people and rows for programs.

use super::clean;

/// Columns of equal width under headings; empty for no rows.
pub fn aligned(head: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let head: Vec<String> = head.iter().map(|title| title.to_uppercase()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(head)
        .chain(rows.iter().map(|row| row.iter().map(|cell| clean(cell)).collect()))
        .collect();
    let widths = widths(&rows);
    rows.iter().map(|row| line(row, &widths)).collect::<Vec<_>>().join("\n")
}

/// One row a line, cells separated by tabs, no headings.
pub fn plain(rows: &[Vec<String>]) -> String {
    let line =
        |row: &Vec<String>| row.iter().map(|cell| clean(cell)).collect::<Vec<_>>().join("\t");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    (0..columns).map(|column| width(column).unwrap_or(0)).collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).map(|(cell, &width)| format!("{cell:<width$}"));
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<String>> {
        vec![vec!["C-1001".into(), "open".into()], vec!["C-1002".into(), "two\tparts".into()]]
    }

    #[test]
    fn on_a_terminal_columns_line_up_under_headings() {
        assert_eq!(
            aligned(&["ref", "state"], &rows()),
            "REF     STATE\nC-1001  open\nC-1002  two parts"
        );
        assert_eq!(aligned(&["ref"], &[]), "");
    }

    #[test]
    fn when_piped_there_is_one_row_a_line_and_one_tab_between_cells() {
        assert_eq!(plain(&rows()), "C-1001\topen\nC-1002\ttwo parts");
    }
}
