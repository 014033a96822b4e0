//! The people, where they work, and the customer: what does not change from test to test.

use std::sync::OnceLock;

use baton_core::access::Who;
use baton_core::calendar::kept::Book;
use baton_core::calendar::{Calendar, Calendars};
use baton_core::customer::{self, Customer, FieldRecord};
use baton_core::directory::{
    self, Change, DepartmentRecord, Directory, PersonKind, PersonRecord, Role,
};
use baton_core::directory::{Command as Set, ServiceRecord};
use baton_core::draw::Draw;
use baton_core::escalation::Practice;
use baton_core::ids::{CalendarId, DepartmentId, Id, PersonId, ServiceId};
use baton_core::log::Actor;
use baton_core::time::Instant;
use baton_core::vault::{Class, Texts};

/// The people that the stories are about, and where they work.
#[derive(Clone, Copy)]
pub struct Cast {
    pub customer_service: DepartmentId,
    pub logistics: DepartmentId,
    pub technical: DepartmentId,
    pub billing: DepartmentId,
    /// Nobody works there.
    pub warehouse: DepartmentId,
    /// Of logistics, owned by Omar.
    pub tracing: ServiceId,
    /// Of technical support: needs the customer's address; owned by nobody.
    pub visit: ServiceId,
    /// Customer service.
    pub amira: PersonId,
    /// Customer service, and compliance.
    pub nora: PersonId,
    /// Leads customer service.
    pub joan: PersonId,
    /// Logistics.
    pub tom: PersonId,
    /// Logistics too.
    pub ken: PersonId,
    /// Leads logistics.
    pub ines: PersonId,
    /// Leads technical support.
    pub priya: PersonId,
    /// Billing.
    pub bela: PersonId,
    /// Owns the tracing service; works in no department.
    pub omar: PersonId,
    /// Arbiter; works in no department.
    pub ruth: PersonId,
    /// Works in customer service and in logistics.
    pub max: PersonId,
    /// A rule's account in customer service and in logistics.
    pub robot: PersonId,
    /// Was in logistics, and has left.
    pub lars: PersonId,
}

/// England and Wales from nine to five, as the vectors of the reference count.
pub fn nine_to_five() -> CalendarId {
    Id::from_bits(5)
}

/// What does not change from test to test.
pub struct Ground {
    pub cast: Cast,
    pub directory: Directory,
    pub calendars: Calendars,
    pub practice: Practice,
    pub customer: Customer,
    pub texts: Texts,
}

pub fn start() -> Instant {
    // A Monday, at ten in the morning in London.
    "2026-03-02T10:00:00Z".parse().unwrap()
}

pub fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(Ground::lay)
}

pub fn cast() -> Cast {
    ground().cast
}

/// Fills a directory record by record.
struct Builder {
    directory: Directory,
    draw: Draw,
}

impl Builder {
    fn set(&mut self, command: Set) -> Change {
        let (who, draw, none) = (Who::system(), &mut self.draw, Book::default());
        let decided = directory::decide(&self.directory, &none, command, &who, start(), draw);
        let (changes, next) = decided.unwrap().into_parts();
        self.directory.put(next.clone(), changes.words());
        next
    }

    fn department(&mut self, name: &str, customer_facing: bool) -> DepartmentId {
        let mut record = DepartmentRecord::new(name, "Does its part.");
        record.customer_facing = customer_facing;
        match self.set(Set::SetDepartment { id: None, record }) {
            Change::Department(department) => department.id,
            other => panic!("{other:?}"),
        }
    }

    fn person(&mut self, name: &str, departments: &[DepartmentId], roles: &[Role]) -> PersonId {
        let mut record = PersonRecord::new(name, format!("{}@example.org", name.to_lowercase()));
        record.departments = departments.to_vec();
        record.roles = roles.to_vec();
        if name == "Robot" {
            record.kind = PersonKind::Rule;
        }
        record.active = name != "Lars";
        match self.set(Set::SetPerson { id: None, record }) {
            Change::Person(person) => person.id,
            other => panic!("{other:?}"),
        }
    }

    fn lead(&mut self, id: DepartmentId, lead: PersonId) {
        let mut record = self.directory.department_record(id).unwrap();
        record.lead = Some(lead);
        self.set(Set::SetDepartment { id: Some(id), record });
    }

    fn service(&mut self, record: ServiceRecord) -> ServiceId {
        match self.set(Set::SetService { id: None, record }) {
            Change::Service(service) => service.id,
            other => panic!("{other:?}"),
        }
    }
}

impl Ground {
    fn lay() -> Self {
        let draw = Draw::new([7; 32], start());
        let mut of = Builder { directory: Directory::default(), draw };
        let customer_service = of.department("Customer Service", true);
        let logistics = of.department("Logistics", false);
        let technical = of.department("Technical Support", false);
        let billing = of.department("Billing", false);
        let omar = of.person("Omar", &[], &[]);
        let mut tracing = ServiceRecord::new(logistics, "Tracing", "Finds a parcel.");
        tracing.owner = Some(omar);
        let mut visit = ServiceRecord::new(technical, "Home visit", "Repairs on the spot.");
        visit.required_fields = vec!["address".to_owned()];
        // Colleagues of whom no story is told, so that nobody works alone.
        of.person("Paul", &[technical], &[]);
        of.person("Boris", &[billing], &[]);
        let cast = Cast {
            customer_service,
            logistics,
            technical,
            billing,
            warehouse: of.department("Warehouse", false),
            tracing: of.service(tracing),
            visit: of.service(visit),
            amira: of.person("Amira", &[customer_service], &[]),
            nora: of.person("Nora", &[customer_service], &[Role::Compliance]),
            joan: of.person("Joan", &[customer_service], &[]),
            tom: of.person("Tom", &[logistics], &[]),
            ken: of.person("Ken", &[logistics], &[]),
            ines: of.person("Ines", &[logistics], &[]),
            priya: of.person("Priya", &[technical], &[]),
            bela: of.person("Bela", &[billing], &[]),
            omar,
            ruth: of.person("Ruth", &[], &[Role::Arbiter]),
            max: of.person("Max", &[customer_service, logistics], &[]),
            robot: of.person("Robot", &[customer_service, logistics], &[]),
            lars: of.person("Lars", &[logistics], &[]),
        };
        of.lead(customer_service, cast.joan);
        of.lead(logistics, cast.ines);
        of.lead(technical, cast.priya);
        let (customer, texts) = ada();
        let nine = Calendar::named("EW").unwrap();
        let calendars = Calendars::default().with(nine_to_five(), nine);
        let directory = of.directory;
        Self { cast, directory, calendars, practice: Practice::default(), customer, texts }
    }

    pub fn who(&self, person: PersonId) -> Who {
        self.directory.who(person).unwrap()
    }
}

/// Ms Okafor, with a field of every class that can be shared and one that cannot.
fn ada() -> (Customer, Texts) {
    let mut fields: Vec<_> = [
        ("name", "Ada Okafor"),
        ("email", "ada@example.org"),
        ("phone", "+44 20 7946 0000"),
        ("address", "1 High Street, Leeds"),
        ("notes", "Prefers to be called after five."),
    ]
    .map(|(tag, value)| FieldRecord::new(tag, value))
    .into();
    let health = FieldRecord::new("health", "Asthma.");
    fields.push(FieldRecord { class: Some(Class::P4), ..health });
    let create = customer::Command::Create { fields };
    let mut draw = Draw::new([8; 32], start());
    let who = Who::system();
    let decided =
        customer::decide(None, &Texts::default(), create, &who, start(), &mut draw).unwrap();
    let (changes, customer) = decided.into_parts();
    let texts = changes.words().iter().map(|word| (word.id, word.text.clone())).collect();
    (customer, texts)
}

/// Everybody whom the rules tell apart.
pub fn roles() -> Vec<(&'static str, Who)> {
    let cast = cast();
    let who = |person| ground().who(person);
    vec![
        ("the sender", who(cast.amira)),
        ("a colleague of the sender, of compliance", who(cast.nora)),
        ("the sender's lead", who(cast.joan)),
        ("the assignee", who(cast.tom)),
        ("a colleague of the assignee", who(cast.ken)),
        ("the receiver's lead", who(cast.ines)),
        ("the lead of a third department", who(cast.priya)),
        ("somebody of a fourth department", who(cast.bela)),
        ("somebody of both departments", who(cast.max)),
        ("an arbiter", who(cast.ruth)),
        ("the owner of the service", who(cast.omar)),
        ("a rule's account", who(cast.robot)),
        ("a customer", Who::bare(Actor::Customer)),
        ("Baton itself", Who::system()),
    ]
}
