//! The head of a printed sheet: what it is, who printed it and when, and whom it is for.

use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::when;
use crate::ctx::Ctx;
use crate::page::Sample;
use crate::tell;

/// Seen on paper alone. `readers` are the departments that may have it.
pub fn head(ctx: &Ctx, reference: &str, readers: &[&str]) -> Markup {
    let organisation = &ctx.app.settings.organisation;
    let by = ctx.viewer.as_deref().map_or("", |viewer| viewer.name.as_str());
    sheet(organisation, reference, by, readers, ctx.now, &ctx.zone())
}

fn sheet(
    organisation: &str,
    reference: &str,
    by: &str,
    readers: &[&str],
    now: Instant,
    zone: &TimeZone,
) -> Markup {
    html! {
        div.printed {
            p.printed-of {
                strong { (reference) }
                @if !organisation.is_empty() { " · " (organisation) }
            }
            p { (tell!("ui-printed-printed-by", by, full = when::full(now, zone))) }
            p.printed-class { (tell!("ui-printed-confidential-for-only", readers = readers.join(" and "))) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let now = Instant::from_millis(1_796_144_400_000);
    let readers = ["Customer Service", "Logistics"];
    let head = sheet("Harbour Home", "C-1042/2", "Priya Raman", &readers, now, &TimeZone::UTC);
    vec![Sample::new("head of a printed sheet", head)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_says_what_it_is_who_printed_it_when_and_for_whom() {
        let text = samples().remove(0).markup.into_string();
        for said in [
            "C-1042/2",
            "Printed by Priya Raman, Tuesday 1 December 2026, 17:00:00 UTC",
            "Confidential: for Customer Service and Logistics only",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}
