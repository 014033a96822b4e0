//! Tables: a caption that says what it is, heads, and rows that become cards on a small screen.

use maud::{Markup, html};

use crate::page::Sample;

pub struct Table<'a> {
    pub caption: &'a str,
    pub heads: &'a [&'a str],
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug)]
pub struct Cell {
    markup: Markup,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Plain,
    Number,
    Head,
}

impl Cell {
    pub fn new(markup: Markup) -> Self {
        Self { markup, kind: Kind::Plain }
    }
    /// Aligned to the right, in figures of one width.
    pub fn number(markup: Markup) -> Self {
        Self { markup, kind: Kind::Number }
    }
    /// What the row is about.
    pub fn head(markup: Markup) -> Self {
        Self { markup, kind: Kind::Head }
    }

    /// In one piece, beside its head where the row is a card; nothing where nothing is known.
    fn fact(&self) -> Markup {
        html! {
            @if !self.markup.0.is_empty() { div.fact { (self.markup) } }
        }
    }
}

impl Table<'_> {
    pub fn markup(&self) -> Markup {
        html! {
            table.table {
                caption { (self.caption) }
                thead {
                    tr {
                        @for (n, head) in self.heads.iter().enumerate() {
                            th.number[self.is_number(n)] scope="col" { (head) }
                        }
                    }
                }
                tbody { @for row in &self.rows { (self.row(row)) } }
            }
        }
    }

    fn is_number(&self, column: usize) -> bool {
        let cell = self.rows.first().and_then(|row| row.get(column));
        cell.is_some_and(|cell| cell.kind == Kind::Number)
    }

    fn row(&self, row: &[Cell]) -> Markup {
        let heads = self.heads.iter().copied().chain(std::iter::repeat(""));
        html! {
            tr {
                @for (cell, head) in row.iter().zip(heads) {
                    @match cell.kind {
                        Kind::Head => th scope="row" { (cell.markup) },
                        Kind::Number => td.number data-head=(head) { (cell.fact()) },
                        Kind::Plain => td data-head=(head) { (cell.fact()) },
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let row = |name: &str, asked: u32| {
        let (asked, share) = (html! { (asked) }, html! { "94 %" });
        vec![Cell::head(html! { (name) }), Cell::number(asked), Cell::number(share)]
    };
    let table = Table {
        caption: "Requests of the last 30 days",
        heads: &["Department", "Asked", "In time"],
        rows: vec![row("Logistics", 48), row("Technical Support", 112)],
    };
    vec![Sample::new("table", table.markup())]
}
