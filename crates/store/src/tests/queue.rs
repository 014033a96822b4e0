//! Jobs.

use std::collections::HashSet;

use futures_util::future::join_all;

use super::support::{NOON, Site, both};
use crate::jobs::{self, NewJob};
use baton_core::ids::{Id, JobId};
use baton_core::time::Span;

fn job(n: u128, key: &str, run_at: baton_core::time::Instant) -> NewJob {
    NewJob {
        id: JobId::from_bits(n),
        kind: "send_mail".to_owned(),
        key: key.to_owned(),
        run_at,
        payload: "{}".to_owned(),
        owner: String::new(),
    }
}

#[test]
fn a_job_is_given_to_one_worker_only_until_its_lease_runs_out() {
    both!(one_worker);
}

async fn one_worker(site: &Site) {
    let store = site.open().await;
    store
        .keep(|tx| {
            Box::pin(async move {
                for n in 0..40 {
                    jobs::add(tx, &job(n, "", NOON)).await?;
                }
                jobs::add(tx, &job(99, "", NOON + Span::hours(1))).await
            })
        })
        .await
        .unwrap();
    let claims = join_all((0..20).map(|_| {
        store.keep(|tx| Box::pin(jobs::claim(tx, Some("send_mail"), NOON, Span::minutes(5), 3)))
    }))
    .await;
    let claimed: Vec<JobId> =
        claims.into_iter().flat_map(Result::unwrap).map(|job| job.id).collect();
    let different: HashSet<JobId> = claimed.iter().copied().collect();
    assert_eq!((claimed.len(), different.len()), (40, 40));

    let later = NOON + Span::minutes(6);
    let again = store
        .keep(move |tx| Box::pin(jobs::claim(tx, None, later, Span::minutes(5), 1)))
        .await
        .unwrap();
    let (id, attempts) = (again[0].id, again[0].attempts);
    assert_eq!(attempts, 2);
    let late = store.keep(move |tx| Box::pin(jobs::done(tx, id, 1))).await.unwrap();
    assert!(!late, "whoever let the lease run out changes nothing");
    assert!(store.keep(move |tx| Box::pin(jobs::done(tx, id, 2))).await.unwrap());
    assert_eq!(jobs::count(&store.link()).await.unwrap(), (40, 0));
    store.close().await.unwrap();
}

#[test]
fn a_job_that_fails_for_good_waits_for_its_owner() {
    both!(dead);
}

async fn dead(site: &Site) {
    let store = site.open().await;
    let id = JobId::from_bits(1);
    store
        .keep(|tx| Box::pin(async move { jobs::add(tx, &job(1, "m", NOON)).await }))
        .await
        .unwrap();
    let claim = || store.keep(|tx| Box::pin(jobs::claim(tx, None, NOON, Span::minutes(1), 9)));
    assert_eq!(claim().await.unwrap().len(), 1);
    let soon = NOON + Span::seconds(5);
    let kept = store.keep(move |tx| Box::pin(jobs::retry_at(tx, id, 1, soon, "no answer"))).await;
    assert!(kept.unwrap());
    assert_eq!(jobs::next_at(&store.link(), NOON).await.unwrap(), Some(soon));
    let again =
        store.keep(move |tx| Box::pin(jobs::claim(tx, None, soon, Span::minutes(1), 9))).await;
    assert_eq!(again.unwrap()[0].last_error, "no answer");
    let bury =
        store.keep(move |tx| Box::pin(jobs::bury(tx, id, 2, soon, "no such address", "lead")));
    assert!(bury.await.unwrap());
    let dead = jobs::dead(&store.link(), 9).await.unwrap();
    assert_eq!((dead[0].owner.as_str(), dead[0].attempts), ("lead", 2));
    assert!(claim().await.unwrap().is_empty());
    assert!(store.keep(move |tx| Box::pin(jobs::revive(tx, id, NOON))).await.unwrap());
    assert_eq!(store.keep(|tx| Box::pin(jobs::cancel(tx, "m", NOON))).await.unwrap(), 1);
    assert_eq!(jobs::count(&store.link()).await.unwrap(), (0, 0));
    store.close().await.unwrap();
}
