//! Two departments, a person in each, and cases as the rules make them.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::agreement::Book;
use baton_core::calendar::{Calendars, kept};
use baton_core::case::command::{Command, Open};
use baton_core::case::kinds::{
    Channel, Mode, NeededByReason, Priority, RequestChannel, ServiceClass,
};
use baton_core::case::request::command::{Raise, Share, ToldForm};
use baton_core::case::{self, Case, Setting};
use baton_core::customer::{self, Customer, FieldRecord};
use baton_core::directory::{self, DepartmentRecord, Directory, PersonRecord};
use baton_core::draw::Draw;
use baton_core::escalation::Practice;
use baton_core::ids::{CaseId, DepartmentId, PersonId, StreamId};
use baton_core::log::{Changes, Decided};
use baton_core::service_level::Levels;
use baton_core::time::Span;
use baton_core::vault::Texts;

use super::support::NOON;
use crate::{Result, Store, Tx, Verdict, journal, rows, vault};

/// Two departments with one person each.
pub struct World {
    pub store: Store,
    pub calendars: Arc<Calendars>,
    directory: Directory,
    agreements: Book,
    levels: Levels,
    pub service: DepartmentId,
    pub logistics: DepartmentId,
    pub amira: PersonId,
    pub lars: PersonId,
    draw: Draw,
}

/// Appends a decision and its rows.
struct Write {
    changes: Changes,
    case: Option<(Option<Case>, Case)>,
    customer: Option<(Customer, Texts)>,
    calendars: Arc<Calendars>,
}

impl crate::Task for Write {
    type Out = ();
    fn stream(&self) -> Option<StreamId> {
        Some(self.changes.stream())
    }
    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<()>> {
        journal::append(tx, &self.changes).await?;
        if let Some((before, case)) = &self.case {
            rows::case::put(tx, before.as_ref(), case, &self.calendars).await?;
        }
        if let Some((customer, texts)) = &self.customer {
            rows::customer::put(tx, customer, texts).await?;
        }
        Ok(Verdict::Keep(()))
    }
}

impl World {
    pub async fn new(store: Store) -> Self {
        let mut draw = Draw::new([5; 32], NOON);
        let mut directory = Directory::default();
        let set = async |directory: &mut Directory, draw: &mut Draw, command| {
            let decided = directory::decide(
                directory,
                &kept::Book::default(),
                command,
                &Who::system(),
                NOON,
                draw,
            )
            .unwrap();
            let (changes, _) = decided.into_parts();
            let stream = changes.stream();
            let write = Write {
                changes,
                case: None,
                customer: None,
                calendars: Arc::new(Calendars::default()),
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
            calendars: Arc::new(Calendars::default()),
            directory,
            agreements: Book::default(),
            levels: Levels::default(),
            service: departments[0],
            logistics: departments[1],
            amira: people[0],
            lars: people[1],
            draw,
        }
    }

    pub fn who(&self, person: PersonId) -> Who {
        self.directory.who(person).unwrap()
    }

    pub async fn customer(&mut self, fields: &[(&str, &str)]) -> Customer {
        let fields = fields.iter().map(|(tag, value)| FieldRecord::new(*tag, *value)).collect();
        let command = customer::Command::Create { fields };
        let (who, texts) = (self.who(self.amira), Texts::default());
        let decided = customer::decide(None, &texts, command, &who, NOON, &mut self.draw).unwrap();
        self.keep_customer(decided).await
    }

    pub async fn erase(&mut self, customer: &Customer) {
        let command = customer::Command::Erase {
            reason: "They asked for it in writing on Monday.".to_owned(),
        };
        let texts = Texts::default();
        let decided =
            customer::decide(Some(customer), &texts, command, &Who::system(), NOON, &mut self.draw);
        self.keep_customer(decided.unwrap()).await;
    }

    pub async fn keep_customer(&self, decided: Decided<Customer>) -> Customer {
        let (changes, customer) = decided.into_parts();
        let texts = changes.words().iter().map(|word| (word.id, word.text.clone())).collect();
        let calendars = Arc::clone(&self.calendars);
        let row = Some((customer.clone(), texts));
        self.store.write(Write { changes, case: None, customer: row, calendars }).await.unwrap();
        customer
    }

    pub async fn open(&mut self, customer: &Customer, subject: &str) -> Case {
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
            follows: None,
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
        let (directory, calendars) = (&self.directory, &*self.calendars);
        let agreements = &self.agreements;
        Setting {
            now: NOON,
            who,
            directory,
            calendars,
            agreements,
            practice: practice(),
            service_levels: &self.levels,
            customer,
            texts,
            undo_until: None,
        }
    }

    pub async fn act(
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

    pub async fn keep_case(&self, before: Option<Case>, decided: Decided<Case>) -> Case {
        let (changes, case) = decided.into_parts();
        let calendars = Arc::clone(&self.calendars);
        let row = Some((before, case.clone()));
        self.store.write(Write { changes, case: row, customer: None, calendars }).await.unwrap();
        case
    }

    pub fn ask(&self) -> Command {
        Command::Raise(Box::new(Raise {
            need: Some("Find out where the parcel is and when it will arrive.".to_owned()),
            outcome_wanted: Some("A date that we can tell the customer.".to_owned()),
            why: Some("The customer leaves on Friday.".to_owned()),
            why_department: Some("You see the carrier's tracking.".to_owned()),
            background: Some("Ordered on the first of the month.".to_owned()),
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
            shared: vec![Share {
                field: "phone".to_owned(),
                purpose: Some("arrange_delivery".to_owned()),
                why: None,
            }],
            ..Raise::blank(Mode::Delegate, self.logistics)
        }))
    }
}

/// The table that Baton brings.
fn practice() -> &'static Practice {
    static KNOWN: std::sync::OnceLock<Practice> = std::sync::OnceLock::new();
    KNOWN.get_or_init(Practice::default)
}
