//! The days of a calendar that differ.

use baton_core::calendar::{Description, Opening};
use baton_core::say;
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::said;
use crate::ui;

/// Those that are still to come.
pub fn coming(
    description: &Description,
    today: Date,
) -> impl Iterator<Item = (&Date, &Vec<Opening>)> {
    description.exceptions.range(today..)
}

/// Those that are still to come, as a list.
pub fn list(description: &Description, today: Date) -> Markup {
    let none = coming(description, today).next().is_none();
    html! {
        @if none { p.muted { (say!("calendar-days-none")) } }
        ul.days-next {
            @for (day, hours) in coming(description, today) {
                li { (ui::when::date(*day)) ": " (said(hours)) }
            }
        }
    }
}
