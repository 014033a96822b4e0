//! Rows: what lists show is what the log makes of it.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::calendar::Calendar;
use baton_core::case::command::{Command, Open};
use baton_core::case::kinds::{
    Channel, Mode, Mover, NeededByReason, Priority, RequestChannel, ServiceClass, StageName,
    Standing,
};
use baton_core::case::request::command::{Act, Raise, Share, ToldForm};
use baton_core::case::{self, Case, Setting};
use baton_core::customer::{self, Customer, FieldRecord};
use baton_core::directory::{self, DepartmentRecord, Directory, PersonRecord};
use baton_core::draw::Draw;
use baton_core::ids::{CaseId, DepartmentId, PersonId, StreamId};
use baton_core::log::{Changes, Decided};
use baton_core::time::Span;
use baton_core::vault::Texts;

use super::support::{NOON, Site, both, settle};
use crate::rows::{self, case::Whose, request::Side};
use crate::verify::{Against, verify};
use crate::{Result, Store, Tx, Verdict, journal, rebuild, vault};

/// Two departments with one person each.
struct World {
    store: Store,
    calendar: Arc<Calendar>,
    directory: Directory,
    service: DepartmentId,
    logistics: DepartmentId,
    amira: PersonId,
    lars: PersonId,
    draw: Draw,
}

/// Appends a decision and its rows.
struct Write {
    changes: Changes,
    case: Option<(Option<Case>, Case)>,
    customer: Option<(Customer, Texts)>,
    calendar: Arc<Calendar>,
}

impl crate::Task for Write {
    type Out = ();
    fn stream(&self) -> Option<StreamId> {
        Some(self.changes.stream())
    }
    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<()>> {
        journal::append(tx, &self.changes).await?;
        if let Some((before, case)) = &self.case {
            rows::case::put(tx, before.as_ref(), case, &self.calendar).await?;
        }
        if let Some((customer, texts)) = &self.customer {
            rows::customer::put(tx, customer, texts).await?;
        }
        Ok(Verdict::Keep(()))
    }
}

impl World {
    async fn new(store: Store) -> Self {
        let mut draw = Draw::new([5; 32], NOON);
        let mut directory = Directory::default();
        let set = async |directory: &mut Directory, draw: &mut Draw, command| {
            let decided =
                directory::decide(directory, command, &Who::system(), NOON, draw).unwrap();
            let (changes, _) = decided.into_parts();
            let stream = changes.stream();
            let write = Write {
                changes,
                case: None,
                customer: None,
                calendar: Arc::new(Calendar::standard()),
            };
            store.write(write).await.unwrap();
            let events = journal::load(&store.link(), stream, 0).await.unwrap();
            directory.catch_up(stream, &events).unwrap();
            directory.texts = vault::texts_of_kind(&store.link(), "department").await.unwrap();
            stream
        };
        let mut departments = Vec::new();
        for name in ["Customer Service", "Logistics"] {
            let mut record = DepartmentRecord::new(name, "What it is for, in a sentence.");
            record.customer_facing = name == "Customer Service";
            let command = directory::Command::SetDepartment { id: None, record };
            let StreamId::Department(id) = set(&mut directory, &mut draw, command).await else {
                panic!()
            };
            departments.push(id);
        }
        let mut people = Vec::new();
        for (name, department) in [("Amira", departments[0]), ("Lars", departments[1])] {
            let mut record = PersonRecord::new(name, format!("{name}@example.org"));
            record.departments = vec![department];
            let command = directory::Command::SetPerson { id: None, record };
            let StreamId::Person(id) = set(&mut directory, &mut draw, command).await else {
                panic!()
            };
            people.push(id);
        }
        Self {
            store,
            calendar: Arc::new(Calendar::standard()),
            directory,
            service: departments[0],
            logistics: departments[1],
            amira: people[0],
            lars: people[1],
            draw,
        }
    }

    fn who(&self, person: PersonId) -> Who {
        self.directory.who(person).unwrap()
    }

    async fn customer(&mut self, fields: &[(&str, &str)]) -> Customer {
        let fields = fields.iter().map(|(tag, value)| FieldRecord::new(*tag, *value)).collect();
        let command = customer::Command::Create { fields };
        let (who, texts) = (self.who(self.amira), Texts::default());
        let decided = customer::decide(None, &texts, command, &who, NOON, &mut self.draw).unwrap();
        self.keep_customer(decided).await
    }

    async fn erase(&mut self, customer: &Customer) {
        let command = customer::Command::Erase {
            reason: "They asked for it in writing on Monday.".to_owned(),
        };
        let texts = Texts::default();
        let decided =
            customer::decide(Some(customer), &texts, command, &Who::system(), NOON, &mut self.draw);
        self.keep_customer(decided.unwrap()).await;
    }

    async fn keep_customer(&self, decided: Decided<Customer>) -> Customer {
        let (changes, customer) = decided.into_parts();
        let texts = changes.words().iter().map(|word| (word.id, word.text.clone())).collect();
        let calendar = Arc::clone(&self.calendar);
        let row = Some((customer.clone(), texts));
        self.store.write(Write { changes, case: None, customer: row, calendar }).await.unwrap();
        customer
    }

    async fn open(&mut self, customer: &Customer, subject: &str) -> Case {
        let id: CaseId = self.draw.id();
        let number =
            self.store.keep(move |tx| Box::pin(rows::case::next_number(tx, id))).await.unwrap();
        let form = Open {
            id,
            number,
            customer: Some(customer.id),
            subject: subject.to_owned(),
            body: Some("The parcel has not come.".to_owned()),
            channel: Channel::Email,
            priority: Priority::Normal,
            department: self.service,
            owner: self.amira,
            received_at: None,
            incoming: None,
        };
        let (who, texts, mut draw) = (self.who(self.amira), Texts::default(), self.draw.clone());
        let setting = self.setting(&who, Some(customer), &texts);
        let decided = case::open(&form, &setting, &mut draw).unwrap();
        self.draw = draw;
        self.keep_case(None, decided).await
    }

    fn setting<'a>(
        &'a self,
        who: &'a Who,
        customer: Option<&'a Customer>,
        texts: &'a Texts,
    ) -> Setting<'a> {
        let (directory, calendar) = (&self.directory, &*self.calendar);
        Setting { now: NOON, who, directory, calendar, customer, texts }
    }

    async fn act(
        &mut self,
        case: &Case,
        person: PersonId,
        customer: &Customer,
        command: Command,
    ) -> Case {
        let texts = vault::texts(&self.store.link(), StreamId::Case(case.id)).await.unwrap();
        let (who, mut draw) = (self.who(person), self.draw.clone());
        let setting = self.setting(&who, Some(customer), &texts);
        let decided = case::decide(case, &command, &setting, &mut draw).unwrap();
        self.draw = draw;
        self.keep_case(Some(case.clone()), decided).await
    }

    async fn keep_case(&self, before: Option<Case>, decided: Decided<Case>) -> Case {
        let (changes, case) = decided.into_parts();
        let calendar = Arc::clone(&self.calendar);
        let row = Some((before, case.clone()));
        self.store.write(Write { changes, case: row, customer: None, calendar }).await.unwrap();
        case
    }

    fn ask(&self) -> Command {
        Command::Raise(Box::new(Raise {
            mode: Mode::Delegate,
            to: self.logistics,
            service: None,
            need: Some("Find out where the parcel is and when it will arrive.".to_owned()),
            outcome_wanted: Some("A date that we can tell the customer.".to_owned()),
            why: Some("The customer leaves on Friday.".to_owned()),
            why_department: Some("You see the carrier's tracking.".to_owned()),
            background: Some("Ordered on the first of the month.".to_owned()),
            contingency: None,
            needed_by: Some(NOON + Span::hours(48)),
            needed_by_reason: Some(NeededByReason::CustomerPromise),
            service_class: Some(ServiceClass::Standard),
            channel: Some(RequestChannel::Desk),
            customer_told: Some(ToldForm {
                what: "We are looking into it.".to_owned(),
                when: None,
                channel: None,
                next_update_by: None,
            }),
            authority: None,
            emergency: false,
            shared: vec![Share {
                field: "phone".to_owned(),
                purpose: Some("arrange_delivery".to_owned()),
                why: None,
            }],
            draft: false,
            parent: None,
        }))
    }
}

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
    let theirs = Whose::Customer(case.customer.unwrap());
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
    let against = Against { calendar: Some(&world.calendar), ..Against::default() };
    let report = verify(&world.store.link(), &against).await.unwrap();
    assert_eq!((report.first_bad, report.rows), (None, 8));
    let made = rebuild::rebuild(&world.store, &world.calendar).await.unwrap();
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
    let calendar = Arc::clone(&world.calendar);
    let against = Against { calendar: Some(&calendar), ..Against::default() };
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
