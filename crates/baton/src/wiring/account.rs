//! The fair account of one case.

use std::sync::Arc;

use baton_core::calendar::{Calendar, Calendars};
use baton_core::case::account::{self, of_case, of_request};
use baton_core::directory::Directory;
use baton_store::rows;
use serde::Serialize;

use crate::config::Settings;
use crate::exit::{Exit, Kind};
use crate::wiring::house;

/// What one pair of hands had in all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ShareLine {
    pub hand: &'static str,
    pub department: String,
    pub department_id: String,
    pub seconds: i64,
    pub words: String,
}

/// A time in one pair of hands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct IntervalLine {
    pub hand: &'static str,
    pub department: String,
    pub since: String,
    pub until: String,
    pub seconds: i64,
}

/// Shares and intervals sum to the working seconds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Account {
    pub working_seconds: i64,
    pub shares: Vec<ShareLine>,
    pub intervals: Vec<IntervalLine>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RequestAccount {
    #[serde(rename = "ref")]
    pub reference: String,
    #[serde(flatten)]
    pub account: Account,
}

/// A case with its requests, counted until a moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AccountOf {
    #[serde(rename = "ref")]
    pub case: String,
    pub until: String,
    #[serde(flatten)]
    pub account: Account,
    pub requests: Vec<RequestAccount>,
}

pub fn account(
    settings: &Settings,
    reference: &str,
    calendar: Option<Calendar>,
) -> Result<AccountOf, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let number = number(reference)?;
        let missing = || Exit::new(Kind::NotFound, format!("There is no case {reference}."));
        let link = house.store.link();
        let id = rows::case::by_number(&link, number).await.map_err(house::stored)?;
        let case = house.desk.case(id.ok_or_else(missing)?).await.map_err(house::told)?;
        let (directory, now) = (house.desk.directory(), house.desk.now());
        let own = || Arc::unwrap_or_clone(house.desk.calendars());
        let calendars = calendar.map_or_else(own, Calendars::only);
        let requests = case.requests.iter().map(|request| RequestAccount {
            reference: format!("{}/{}", case.reference(), request.ordinal),
            account: lines(&of_request(request, &calendars, now), &directory),
        });
        Ok(AccountOf {
            case: case.reference(),
            until: now.to_string(),
            account: lines(&of_case(&case, &calendars, now), &directory),
            requests: requests.collect(),
        })
    })
}

/// `C-1042`.
fn number(reference: &str) -> Result<u64, Exit> {
    let number = reference.strip_prefix("C-").and_then(|digits| digits.parse().ok());
    number.ok_or_else(|| Exit::usage(format!("{reference} is no case: write it like C-1042.")))
}

fn lines(account: &account::Account, directory: &Directory) -> Account {
    let shares = account.shares.iter().map(|share| {
        let department = directory.department_name(share.department).to_owned();
        ShareLine {
            hand: share.hand.name(),
            words: share.hand.words(&department),
            department,
            department_id: share.department.to_string(),
            seconds: share.seconds,
        }
    });
    let intervals = account.intervals.iter().map(|interval| IntervalLine {
        hand: interval.hand.name(),
        department: directory.department_name(interval.department).to_owned(),
        since: interval.since.to_string(),
        until: interval.until.to_string(),
        seconds: interval.seconds,
    });
    Account {
        working_seconds: account.seconds,
        shares: shares.collect(),
        intervals: intervals.collect(),
    }
}
