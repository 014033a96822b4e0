//! Makes the rows again from the log.

use baton_core::calendar::Calendars;
use baton_core::ids::StreamId;
use std::sync::Arc;

use crate::db::{Result, Sql, Store, Tx, params};
use crate::verify::{load_case, load_customer};
use crate::{journal, rows, vault};

/// Streams made again in one task, so that nobody else waits long.
const TOGETHER: u32 = 50;

/// How many were made again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Rebuilt {
    pub cases: u64,
    pub customers: u64,
}

/// Empties the rows of cases, requests and customers and makes them again. Others may go on
/// writing; until it is done, lists show less than there is.
pub async fn rebuild(store: &Store, calendars: &Arc<Calendars>) -> Result<Rebuilt> {
    store
        .keep(|tx| {
            Box::pin(async move {
                const ALL: [Sql; 6] = [
                    rows::case::CLEAR,
                    rows::request::CLEAR,
                    rows::clock::CLEAR,
                    rows::decider::CLEAR,
                    rows::customer::CLEAR,
                    rows::customer::CLEAR_ADDRESSES,
                ];
                for sql in ALL {
                    tx.exec(sql, params![]).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(Rebuilt {
        cases: rebuild_kind(store, calendars, "case").await?,
        customers: rebuild_kind(store, calendars, "customer").await?,
    })
}

async fn rebuild_kind(store: &Store, calendars: &Arc<Calendars>, kind: &str) -> Result<u64> {
    let (mut after, mut count) = (None, 0);
    loop {
        let page = journal::streams(&store.link(), kind, after, TOGETHER).await?;
        let Some((last, _)) = page.last() else {
            return Ok(count);
        };
        after = Some(*last);
        count += page.len() as u64;
        let streams: Arc<[StreamId]> = page.iter().map(|(stream, _)| *stream).collect();
        let calendars = Arc::clone(calendars);
        store
            .keep(move |tx| {
                let (streams, calendars) = (Arc::clone(&streams), Arc::clone(&calendars));
                Box::pin(async move {
                    for stream in streams.iter() {
                        one(tx, *stream, &calendars).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
}

/// A row that somebody has written with a later version meanwhile stays.
async fn one(tx: &Tx<'_>, stream: StreamId, calendars: &Calendars) -> Result<()> {
    match stream {
        StreamId::Case(id) => match load_case(tx, id).await? {
            Some(case) => rows::case::put(tx, None, &case, calendars).await,
            None => Ok(()),
        },
        StreamId::Customer(id) => match load_customer(tx, id).await? {
            Some(customer) => {
                let texts = vault::texts(tx, stream).await?;
                rows::customer::put(tx, &customer, &texts).await
            }
            None => Ok(()),
        },
        // These have no rows: a node folds all of them and keeps them in memory.
        StreamId::Department(_)
        | StreamId::Service(_)
        | StreamId::Person(_)
        | StreamId::Agreement(_)
        | StreamId::Calendar(_)
        | StreamId::ServiceLevel(_) => Ok(()),
    }
}
