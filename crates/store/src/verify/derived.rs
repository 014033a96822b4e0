//! Rows must be what the log makes of them, and files what their hash says.

use baton_core::calendar::Calendars;
use baton_core::case::Case;
use baton_core::customer::Customer;
use baton_core::ids::{CaseId, CustomerId, StreamId};
use baton_core::records::Record;

use super::{Break, Report};
use crate::db::{Link, Param, Result, Sql, params, statements};
use crate::files::{self, Files};
use crate::rows::{self, equal};
use crate::{journal, vault};

const PAGE: u32 = 500;
/// How often a row is compared before it counts as different: somebody may be writing.
const ATTEMPTS: u32 = 3;

statements! {
    STRAY_CASES = "select id from cases
        where not exists (select 1 from streams where streams.id = 'case-' || cases.id) limit 1";
    STRAY_REQUESTS = "select id from requests
        where not exists (select 1 from cases where cases.id = requests.case_id) limit 1";
    STRAY_CLOCKS = "select id from clocks
        where not exists (select 1 from cases where cases.id = clocks.case_id) limit 1";
    STRAY_DECIDERS = "select id from deciders
        where not exists (select 1 from cases where cases.id = deciders.case_id) limit 1";
    STRAY_CUSTOMERS = "select id from customers
        where not exists (select 1 from streams where streams.id = 'customer-' || customers.id)
        limit 1";
}

fn broken(stream: StreamId, what: impl Into<String>) -> Option<Break> {
    Some(Break { seq: 0, stream: stream.to_string(), version: 0, what: what.into() })
}

pub(super) async fn check_rows(
    link: &Link<'_>,
    calendars: &Calendars,
    report: &mut Report,
) -> Result<()> {
    for kind in ["case", "customer"] {
        let mut after = None;
        loop {
            let page = journal::streams(link, kind, after, PAGE).await?;
            for (stream, _) in &page {
                let found = check_stream(link, *stream, calendars).await?;
                if report.broken(found) {
                    return Ok(());
                }
                report.rows += 1;
            }
            after = page.last().map(|(stream, _)| *stream);
            if page.len() < PAGE as usize {
                break;
            }
        }
    }
    strays(link, report).await
}

async fn check_stream(
    link: &Link<'_>,
    stream: StreamId,
    calendars: &Calendars,
) -> Result<Option<Break>> {
    let mut found = None;
    for _ in 0..ATTEMPTS {
        found = match stream {
            StreamId::Case(id) => check_case(link, id, calendars).await?,
            StreamId::Customer(id) => check_customer(link, id).await?,
            _ => None,
        };
        if found.is_none() {
            break;
        }
    }
    Ok(found)
}

async fn check_case(link: &Link<'_>, id: CaseId, calendars: &Calendars) -> Result<Option<Break>> {
    let stream = StreamId::Case(id);
    let Some(case) = load_case(link, id).await? else {
        return Ok(broken(stream, "its events make no case"));
    };
    if !holds(link, rows::case::STORED, id.into(), &[&rows::case::values(&case, calendars)]).await?
    {
        return Ok(broken(stream, "its row is not what its events make of it"));
    }
    let requests: Vec<_> =
        case.requests.iter().map(|r| rows::request::values(id, r, calendars)).collect();
    let requests: Vec<&[Param<'_>]> = requests.iter().map(|values| &values[..]).collect();
    if !holds(link, rows::request::STORED, id.into(), &requests).await? {
        return Ok(broken(stream, "the rows of its requests are not what its events make of them"));
    }
    let clocks = rows::clock::of_case(&case, calendars);
    let clocks: Vec<_> = clocks.iter().map(rows::clock::Written::values).collect();
    let clocks: Vec<&[Param<'_>]> = clocks.iter().map(|values| &values[..]).collect();
    if !holds(link, rows::clock::STORED, id.into(), &clocks).await? {
        return Ok(broken(stream, "the rows of its clocks are not what its events make of them"));
    }
    let deciders = rows::decider::of_case(&case, calendars);
    let deciders: Vec<_> = deciders.iter().map(rows::decider::Written::values).collect();
    let deciders: Vec<&[Param<'_>]> = deciders.iter().map(|values| &values[..]).collect();
    if !holds(link, rows::decider::STORED, id.into(), &deciders).await? {
        return Ok(broken(stream, "who is asked to decide is not whom its events ask"));
    }
    Ok(None)
}

pub(crate) async fn load_case(link: &Link<'_>, id: CaseId) -> Result<Option<Case>> {
    let recorded = journal::load(link, StreamId::Case(id), 0).await?;
    Ok(baton_core::case::apply::fold(None, &recorded)?)
}

pub(crate) async fn load_customer(link: &Link<'_>, id: CustomerId) -> Result<Option<Customer>> {
    let recorded = journal::load(link, StreamId::Customer(id), 0).await?;
    Ok(Customer::fold(None, id, &recorded)?)
}

async fn check_customer(link: &Link<'_>, id: CustomerId) -> Result<Option<Break>> {
    let stream = StreamId::Customer(id);
    let Some(customer) = load_customer(link, id).await? else {
        return Ok(broken(stream, "its events make no customer"));
    };
    let texts = vault::texts(link, stream).await?;
    if !holds(link, rows::customer::STORED, id.into(), &[&rows::customer::values(&customer)])
        .await?
    {
        return Ok(broken(stream, "its row is not what its events make of it"));
    }
    let addresses = rows::customer::addresses(&customer, &texts);
    let addresses: Vec<[Param<'_>; 2]> =
        addresses.iter().map(|(kind, address)| [(*kind).into(), address.into()]).collect();
    let addresses: Vec<&[Param<'_>]> = addresses.iter().map(|values| &values[..]).collect();
    if !holds(link, rows::customer::STORED_ADDRESSES, id.into(), &addresses).await? {
        return Ok(broken(stream, "the addresses that find it are not its own"));
    }
    Ok(None)
}

/// Whether the stored rows are exactly these, in this order.
async fn holds(
    link: &Link<'_>,
    sql: Sql,
    key: Param<'_>,
    expected: &[&[Param<'_>]],
) -> Result<bool> {
    let (mut met, mut all) = (0, true);
    link.each(sql, &[key], |row| {
        all &= expected.get(met).is_some_and(|values| equal(row, values));
        met += 1;
        Ok(())
    })
    .await?;
    Ok(all && met == expected.len())
}

/// Rows that no stream accounts for.
async fn strays(link: &Link<'_>, report: &mut Report) -> Result<()> {
    for (sql, what) in [
        (STRAY_CASES, "case"),
        (STRAY_REQUESTS, "request"),
        (STRAY_CLOCKS, "clock"),
        (STRAY_DECIDERS, "decider"),
        (STRAY_CUSTOMERS, "customer"),
    ] {
        let stray = link.one(sql, params![], |row| row.get::<String>(0)).await?;
        if let Some(id) = stray {
            let what = format!("the row of {what} {id} has no events");
            report.broken(Some(Break { seq: 0, stream: String::new(), version: 0, what }));
        }
    }
    Ok(())
}

pub(super) async fn check_files(link: &Link<'_>, files: &Files, report: &mut Report) -> Result<()> {
    let mut after = String::new();
    loop {
        let page = files::list(link, &after, PAGE).await?;
        for file in page.iter().filter(|file| file.erased_at.is_none()) {
            if !files.is_whole(&file.hash, file.size).await.unwrap_or(false) {
                let what = format!("file {} is missing or changed", file.hash);
                report.broken(Some(Break { seq: 0, stream: String::new(), version: 0, what }));
                return Ok(());
            }
            report.files += 1;
        }
        match page.last() {
            Some(last) if page.len() == PAGE as usize => after.clone_from(&last.hash),
            _ => return Ok(()),
        }
    }
}
