//! Rows: what lists show is what the log makes of it.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::command::Command;
use baton_core::case::kinds::{Mover, StageName, Standing};
use baton_core::case::request::command::Act;

use super::support::{Site, both, settle};
use super::world::World;
use crate::rebuild;
use crate::rows::{self, case::Whose, request::Side};
use crate::verify::{Against, verify};

#[test]
fn lists_show_what_the_log_makes_of_cases_requests_and_customers() {
    both!(lists);
}

async fn lists(site: &Site) {
    let mut world = World::new(site.open().await).await;
    let fields =
        [("name", "Mary Poppins"), ("email", "Mary@Example.com"), ("phone", "+44 20 7946 0000")];
    let mary = world.customer(&fields).await;
    let link = world.store.clone();
    let mut cases = Vec::new();
    for n in 0..7 {
        cases.push(world.open(&mary, &format!("Parcel {n}")).await);
    }
    assert_eq!(
        cases.iter().map(|case| case.number).collect::<Vec<_>>(),
        (1001..1008).collect::<Vec<_>>()
    );

    let case = cases[2].clone();
    let command = world.ask();
    let case = world.act(&case, world.amira, &mary, command).await;
    let request = case.requests[0].id;
    let lars = world.lars;
    let command = Command::Request(request, Box::new(Act::Acknowledge { assignee: None }));
    let case = world.act(&case, lars, &mary, command).await;

    check_cases(&world, &case).await;
    check_requests(&world, &case).await;
    let found =
        rows::customer::by_address(&link.link(), "email", " mary@example.COM").await.unwrap();
    assert_eq!(found, [mary.id]);
    let row = rows::customer::get(&link.link(), mary.id).await.unwrap().unwrap();
    assert_eq!(row.name.as_deref(), Some("Mary Poppins"));
    check_whole_and_rebuilt(&world).await;

    world.erase(&mary).await;
    assert!(
        rows::customer::by_address(&link.link(), "email", "mary@example.com")
            .await
            .unwrap()
            .is_empty()
    );
    let row = rows::case::get(&link.link(), case.id).await.unwrap().unwrap();
    assert_eq!(row.subject, None, "a list shows no erased words");
    check_whole_and_rebuilt(&world).await;
    drop(link);
    world.store.close().await.unwrap();
}

async fn check_cases(world: &World, case: &Case) {
    let store = world.store.clone();
    let link = store.link();
    let department = Whose::Departments(vec![world.service, world.logistics]);
    let order = rows::case::Order::Newest;
    let mut numbers = Vec::new();
    let mut after = None;
    loop {
        let page =
            rows::case::list(&link, &department, None, order, after.as_ref(), 3).await.unwrap();
        numbers.extend(page.items.iter().map(|row| row.number));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(numbers, (1001..1008).rev().collect::<Vec<_>>());

    let mine = Whose::Owner(world.amira);
    let due = rows::case::list(&link, &mine, None, rows::case::Order::Due, None, 2).await.unwrap();
    assert_eq!(due.items[0].id, case.id, "the one whose clock runs comes first");
    assert_eq!((due.items[0].open_requests, due.items[0].state), (1, Standing::Waiting));
    let next = rows::case::list(&link, &mine, None, rows::case::Order::Due, due.next.as_ref(), 9);
    assert_eq!(next.await.unwrap().items.len(), 5);
    let waiting = Some(Standing::Waiting);
    let page = rows::case::list(&link, &mine, waiting, order, None, 9).await.unwrap();
    assert_eq!(page.items.len(), 1);
    let theirs = Whose::Customer(vec![case.customer.unwrap()]);
    assert_eq!(
        rows::case::list(&link, &theirs, None, order, None, 9).await.unwrap().items.len(),
        7
    );
    assert_eq!(rows::case::by_number(&link, case.number).await.unwrap(), Some(case.id));
    let count = rows::case::count(&link, world.service).await.unwrap();
    assert_eq!(count.iter().map(|(_, n)| n).sum::<u64>(), 7);
}

async fn check_requests(world: &World, case: &Case) {
    let store = world.store.clone();
    let link = store.link();
    let filter = |side, department, mover| rows::request::Filter {
        side,
        departments: vec![department],
        state: None,
        mover,
        person: None,
    };
    let order = rows::request::Order::Due;
    let to_us = filter(Side::ToUs, world.logistics, Some(Mover::To));
    let page = rows::request::list(&link, &to_us, order, None, 9).await.unwrap();
    let row = &page.items[0];
    assert_eq!((row.state, row.assignee), (StageName::Acknowledged, Some(world.lars)));
    assert_eq!(row.reference(), format!("C-{}/1", case.number));
    assert!(row.need.as_ref().unwrap().starts_with("Find out"));
    let from_us = filter(Side::FromUs, world.service, None);
    for order in [order, rows::request::Order::Newest] {
        assert_eq!(
            rows::request::list(&link, &from_us, order, None, 9).await.unwrap().items.len(),
            1
        );
    }
    let nothing = filter(Side::ToUs, world.service, None);
    assert!(rows::request::list(&link, &nothing, order, None, 9).await.unwrap().items.is_empty());
    let found = rows::request::by_number(&link, case.number, 1).await.unwrap();
    assert_eq!(found, Some((row.id, case.id)));
    assert_eq!(
        rows::request::count(&link, Side::ToUs, world.logistics).await.unwrap(),
        [(Mover::To, 1)]
    );
}

/// The rows are what the log makes of them, and made again they are the same.
async fn check_whole_and_rebuilt(world: &World) {
    settle(&world.store).await;
    let against = Against { calendars: Some(&world.calendars), ..Against::default() };
    let report = verify(&world.store.link(), &against).await.unwrap();
    assert_eq!((report.first_bad, report.rows), (None, 8));
    let made = rebuild::rebuild(&world.store, &world.calendars).await.unwrap();
    assert_eq!((made.cases, made.customers), (7, 1));
    let report = verify(&world.store.link(), &against).await.unwrap();
    assert_eq!(report.first_bad, None);
}

#[test]
fn a_row_that_says_something_else_than_its_events_is_found() {
    both!(changed_rows);
}

async fn changed_rows(site: &Site) {
    let mut world = World::new(site.open().await).await;
    let mary = world.customer(&[("name", "Mary"), ("email", "m@example.com")]).await;
    let case = world.open(&mary, "Parcel").await;
    let command = world.ask();
    // No phone is known of this customer, so that none can be shared.
    let command = match command {
        Command::Raise(mut form) => {
            form.shared.clear();
            Command::Raise(form)
        }
        other => other,
    };
    world.act(&case, world.amira, &mary, command).await;
    settle(&world.store).await;
    let raw = site.raw().await;
    let calendars = Arc::clone(&world.calendars);
    let against = Against { calendars: Some(&calendars), ..Against::default() };
    let changes = [
        ("update cases set state = 'closed'", "update cases set state = 'waiting'"),
        ("update requests set rounds = rounds + 1", "update requests set rounds = rounds - 1"),
        ("update customers set version = 9", "update customers set version = 1"),
        (
            "update customer_addresses set address = 'x@example.com'",
            "update customer_addresses set address = 'm@example.com'",
        ),
    ];
    for (change, back) in changes {
        raw.run(change).await.unwrap();
        assert!(!verify(&world.store.link(), &against).await.unwrap().is_whole(), "{change}");
        raw.run(back).await.unwrap();
        assert_eq!(verify(&world.store.link(), &against).await.unwrap().first_bad, None, "{back}");
    }
    raw.close();
    world.store.close().await.unwrap();
}
