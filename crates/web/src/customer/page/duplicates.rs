//! Other records that may be the same customer: an address, a number or the name in common.

use baton_core::customer::{Customer, normal};
use baton_core::say;
use baton_core::vault::Texts;
use baton_store::rows::customer::{self, CustomerRow};
use maud::{Markup, html};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::search::find;
use crate::tell;

/// Most that are named; one is enough to look.
const SHOWN: usize = 5;

pub async fn alike(
    ctx: &Ctx,
    customer: &Customer,
    texts: &Texts,
) -> Result<Vec<CustomerRow>, Trouble> {
    let desk = ctx.desk()?;
    let link = desk.store().link();
    let mut ids = Vec::new();
    for tag in ["email", "phone", "account"] {
        for field in customer.values(tag) {
            if let Some(text) = texts.get(field.value) {
                ids.extend(customer::by_address(&link, tag, text).await?);
            }
        }
    }
    if let Some(name) = customer.first("name").and_then(|word| texts.get(word)) {
        let quoted = format!("\"{}\"", name.replace('"', " "));
        let named = find::customers_after(ctx, &quoted, None).await?.items;
        let same = |row: &CustomerRow| {
            row.name.as_deref().is_some_and(|other| normal("name", other) == normal("name", name))
        };
        ids.extend(named.iter().filter(|row| same(row)).map(|row| row.id));
    }
    let own = desk.stands_for(customer.id).await?.id;
    let mut rows: Vec<CustomerRow> = Vec::new();
    for id in ids {
        let other = desk.stands_for(id).await?;
        if other.id != own && !other.is_erased() && rows.iter().all(|row| row.id != other.id) {
            rows.extend(customer::get(&link, other.id).await?);
        }
    }
    rows.truncate(SHOWN);
    Ok(rows)
}

/// The hint on the page of a customer, which leads to both side by side.
pub fn hint(id: &str, rows: &[CustomerRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section.chosen aria-label=(say!("customer-duplicates-possible-duplicates")) {
                p { (tell!("customer-duplicates-has-another-record", strong = html! { strong { (say!("customer-duplicates-perhaps-the-same-customer")) } })) }
                ul {
                    @for row in rows {
                        li {
                            a href={ "/customers/" (row.id) } { (row.name.as_deref().unwrap_or(say!("customer-duplicates-no-name"))) }
                            " · " a href={ "/customers/" (id) "/merger/new?survivor=" (row.id) } {
                                (say!("customer-duplicates-look-at-both"))
                            }
                        }
                    }
                }
            }
        }
    }
}
