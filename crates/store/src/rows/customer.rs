//! Customers as lists show them, and their addresses as they are compared.

use baton_core::customer::{Customer, normal};
use baton_core::ids::{CaseId, CustomerId};
use baton_core::log::Version;
use baton_core::time::Instant;
use baton_core::vault::Texts;

use crate::db::{Link, Param, Result, Row, Tx, params};

/// Tags whose values find a customer again.
const ADDRESSES: [&str; 3] = ["email", "phone", "account"];

crate::db::statements! {
    PUT = "insert into customers (id, version, name_text, created_at, erased_at)
        values ($1, $2, $3, $4, $5)
        on conflict (id) do update set version = excluded.version,
            name_text = excluded.name_text, erased_at = excluded.erased_at
        where excluded.version >= customers.version";
    STORED = "select id, version, name_text, created_at, erased_at from customers where id = $1";
    ONE = "select c.id, c.version, w.content, c.created_at, c.erased_at from customers c
        left join words w on w.id = c.name_text where c.id = $1";
    FORGET = "delete from customer_addresses where customer = $1";
    ADD = "insert into customer_addresses (customer, kind, address) values ($1, $2, $3)
        on conflict (customer, kind, address) do nothing";
    STORED_ADDRESSES = "select kind, address from customer_addresses where customer = $1
        order by kind, address";
    BY_ADDRESS = "select a.customer from customer_addresses a join customers c on c.id = a.customer
        where a.kind = $1 and a.address = $2 and c.erased_at is null order by a.customer";
    CASE_OF_CONTACT = "select c.id from cases c join customer_addresses a on a.customer = c.customer
        where c.number = $1 and a.kind = $2 and a.address = $3";
    LIST = "select c.id, c.version, w.content, c.created_at, c.erased_at from customers c
        left join words w on w.id = c.name_text
        where c.id < $1 order by c.id desc limit $2";
    HOW_MANY = "select count(*) from customers";
    CLEAR = "delete from customers";
    CLEAR_ADDRESSES = "delete from customer_addresses";
}

/// A customer as a list shows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomerRow {
    pub id: CustomerId,
    pub version: Version,
    /// Name, else the first address; `None` when there is none or it was erased.
    pub name: Option<String>,
    pub created_at: Instant,
    pub erased_at: Option<Instant>,
}

fn read(row: &Row<'_>) -> Result<CustomerRow> {
    Ok(CustomerRow {
        id: row.get(0)?,
        version: row.get(1)?,
        name: row.get(2)?,
        created_at: row.get(3)?,
        erased_at: row.get(4)?,
    })
}

/// Writes the row of a customer and the addresses that find them.
pub async fn put(tx: &Tx<'_>, customer: &Customer, texts: &Texts) -> Result<()> {
    tx.exec(PUT, &values(customer)).await?;
    tx.exec(FORGET, params![customer.id]).await?;
    let addresses = addresses(customer, texts);
    let add = addresses
        .iter()
        .map(|(kind, address)| [customer.id.into(), (*kind).into(), Param::from(address)]);
    tx.many(ADD, add).await
}

pub(crate) fn values(customer: &Customer) -> [Param<'static>; 5] {
    let shown = ["name", "email", "phone", "account"].iter().find_map(|tag| customer.value(tag));
    [
        customer.id.into(),
        customer.version.into(),
        shown.map(|field| field.value.id).into(),
        customer.created_at.into(),
        customer.erased_at.into(),
    ]
}

/// Sorted, each once.
pub(crate) fn addresses(customer: &Customer, texts: &Texts) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = ADDRESSES
        .iter()
        .flat_map(|tag| customer.values(tag).map(move |field| (*tag, field.value)))
        .filter_map(|(tag, word)| texts.get(word).map(|text| (tag, normal(tag, text))))
        .filter(|(_, address)| !address.is_empty())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

pub async fn get(link: &Link<'_>, id: CustomerId) -> Result<Option<CustomerRow>> {
    link.one(ONE, params![id], read).await
}

/// Whom an address may belong to. `kind` is `email`, `phone` or `account`; the address as given.
pub async fn by_address(link: &Link<'_>, kind: &str, address: &str) -> Result<Vec<CustomerId>> {
    let address = normal(kind, address);
    link.rows(BY_ADDRESS, params![kind, &address], |row| row.get(0)).await
}

/// The case with a number, when its customer has this address. One question for whatever is wrong,
/// so that what is wrong takes as long.
pub async fn case_of_contact(
    link: &Link<'_>,
    number: u64,
    kind: &str,
    address: &str,
) -> Result<Option<CaseId>> {
    let address = normal(kind, address);
    link.one(CASE_OF_CONTACT, params![number, kind, &address], |row| row.get(0)).await
}

/// Customers, the newest first, after the given one; of the erased nothing but that they were there.
pub async fn list(
    link: &Link<'_>,
    after: Option<CustomerId>,
    limit: u32,
) -> Result<Vec<CustomerRow>> {
    let after = after.map_or_else(|| "~".to_owned(), |id| id.to_string());
    link.rows(LIST, params![&after, limit], read).await
}
