//! A small organisation, and one case of it at a time.

use std::sync::OnceLock;

use crate::access::Who;
use crate::calendar::Calendar;
use crate::case::apply::fold;
use crate::case::command::{Command, Open};
use crate::case::event::CaseEvent;
use crate::case::kinds::{Channel, Priority, StageName};
use crate::case::request::command::{Act, Raise};
use crate::case::request::state::Request;
use crate::case::{Case, Setting, decide, open};
use crate::customer::{self, Customer, FieldRecord};
use crate::directory::{self, Change, DepartmentRecord, Directory, PersonKind, PersonRecord, Role};
use crate::directory::{Command as Set, ServiceRecord};
use crate::draw::Draw;
use crate::golden_tests::record_missing;
use crate::ids::{DepartmentId, Id, PersonId, RequestId, ServiceId};
use crate::log::{Actor, Decided, Effect, Recorded, Version};
use crate::refusal::{Code, Refusal};
use crate::time::{Instant, Span};
use crate::vault::Texts;

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
    /// Technical support.
    pub paul: PersonId,
    /// Billing, both of them.
    pub bela: PersonId,
    pub boris: PersonId,
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

/// What does not change from test to test.
pub struct Ground {
    pub cast: Cast,
    pub directory: Directory,
    pub calendar: Calendar,
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
        let who = Who::system();
        let decided =
            directory::decide(&self.directory, command, &who, start(), &mut self.draw).unwrap();
        let (changes, next) = decided.into_parts();
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
            paul: of.person("Paul", &[technical], &[]),
            bela: of.person("Bela", &[billing], &[]),
            boris: of.person("Boris", &[billing], &[]),
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
        let (directory, calendar) = (of.directory, Calendar::standard());
        Self { cast, directory, calendar, customer, texts }
    }

    pub fn who(&self, person: PersonId) -> Who {
        self.directory.who(person).unwrap()
    }
}

/// Ms Okafor, with a field of every class that can be shared and one that cannot.
fn ada() -> (Customer, Texts) {
    use crate::vault::Class;
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

/// One case with its log and its texts.
#[derive(Clone)]
pub struct World {
    pub case: Case,
    pub log: Vec<Recorded>,
    pub texts: Texts,
    pub now: Instant,
    pub effects: Vec<Effect>,
    pub seed: u64,
}

impl World {
    /// Ms Okafor has called; Amira has opened the case.
    pub fn new() -> Self {
        Self::opened(Channel::Phone, 0)
    }

    /// Work among departments, without a customer.
    pub fn internal() -> Self {
        Self::opened(Channel::Internal, 0)
    }

    pub fn opened(channel: Channel, seed: u64) -> Self {
        let customer = (channel != Channel::Internal).then_some(ground().customer.id);
        let form = Open {
            id: Id::from_bits(1042),
            number: 1042,
            customer,
            subject: "The parcel has not come".to_owned(),
            body: Some("I have waited since Friday.".to_owned()),
            channel,
            priority: Priority::Normal,
            department: cast().customer_service,
            owner: cast().amira,
            received_at: None,
            incoming: None,
        };
        Self::of(&form, &ground().who(cast().amira), seed).unwrap()
    }

    pub fn of(form: &Open, who: &Who, seed: u64) -> Result<Self, Refusal> {
        let ground = ground();
        let setting = Setting {
            now: start(),
            who,
            directory: &ground.directory,
            calendar: &ground.calendar,
            customer: form.customer.map(|_| &ground.customer),
            texts: &ground.texts,
        };
        let decided = open(form, &setting, &mut draw(seed, 0, start()))?;
        let mut world = Self {
            case: decided.next().clone(),
            log: Vec::new(),
            texts: ground.texts.clone(),
            now: start(),
            effects: Vec::new(),
            seed,
        };
        world.keep(decided);
        Ok(world)
    }

    /// Decides a command without keeping what comes of it.
    pub fn decide(&self, who: &Who, command: &Command) -> Result<Decided<Case>, Refusal> {
        let ground = ground();
        let setting = Setting {
            now: self.now,
            who,
            directory: &ground.directory,
            calendar: &ground.calendar,
            customer: self.case.customer.map(|_| &ground.customer),
            texts: &self.texts,
        };
        decide(&self.case, command, &setting, &mut draw(self.seed, self.log.len(), self.now))
    }

    /// Decides, and keeps what was decided as the store does; gives the events.
    pub fn run(&mut self, who: &Who, command: &Command) -> Result<Vec<CaseEvent>, Refusal> {
        let decided = self.decide(who, command)?;
        assert_eq!(decided.changes().expected() as usize, self.log.len());
        let before = Some(self.case.clone());
        self.case = decided.next().clone();
        let fresh = self.log.len();
        self.keep(decided);
        let fresh = &self.log[fresh..];
        let replayed = fold(before, fresh).unwrap().unwrap();
        assert_eq!(replayed, self.case, "the log alone leads to the same state");
        Ok(fresh.iter().map(read).collect())
    }

    fn keep(&mut self, decided: Decided<Case>) {
        let changes = decided.changes();
        record_missing(changes.entries());
        for entry in changes.entries() {
            self.log.push(Recorded {
                version: Version::try_from(self.log.len()).unwrap() + 1,
                at: entry.at,
                actor: entry.actor,
                kind: entry.kind.to_owned(),
                v: entry.v,
                data: entry.data.clone(),
            });
        }
        for word in changes.words() {
            self.texts.insert(word.id, word.text.clone());
        }
        self.effects = changes.effects().to_vec();
    }

    pub fn person(
        &mut self,
        person: PersonId,
        command: Command,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let who = ground().who(person);
        self.run(&who, &command)
    }

    /// What a person does with a request.
    pub fn act(
        &mut self,
        person: PersonId,
        request: RequestId,
        act: Act,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        self.person(person, Command::Request(request, Box::new(act)))
    }

    /// What Baton itself does.
    pub fn baton(&mut self, command: Command) -> Vec<CaseEvent> {
        self.run(&Who::system(), &command).unwrap()
    }

    pub fn raise(&mut self, person: PersonId, form: Raise) -> Result<RequestId, Refusal> {
        self.person(person, Command::Raise(Box::new(form)))?;
        Ok(self.case.requests.last().unwrap().id)
    }

    pub fn request(&self, id: RequestId) -> &Request {
        self.case.request(id).unwrap()
    }

    pub fn stage(&self, id: RequestId) -> StageName {
        self.request(id).stage.name()
    }

    pub fn later(&mut self, span: Span) {
        self.now = self.now + span;
    }

    /// The state as the log alone has it.
    pub fn replayed(&self) -> Case {
        fold(None, &self.log).unwrap().unwrap()
    }

    pub fn kinds(&self) -> Vec<&str> {
        self.log.iter().map(|recorded| recorded.kind.as_str()).collect()
    }
}

pub fn read(recorded: &Recorded) -> CaseEvent {
    CaseEvent::decode(&recorded.kind, recorded.v, &recorded.data).unwrap()
}

/// A draw of its own for each command of each world.
fn draw(seed: u64, count: usize, now: Instant) -> Draw {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    bytes[8..16].copy_from_slice(&(count as u64).to_be_bytes());
    Draw::new(bytes, now)
}

pub fn person_of(actor: Actor) -> Option<PersonId> {
    match actor {
        Actor::Person(id) => Some(id),
        _ => None,
    }
}

pub fn code<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> Code {
    refused.expect_err("this should have been refused").code
}

/// The code and the names of the fields of a refusal.
pub fn fields<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> (Code, Vec<String>) {
    let refusal = refused.expect_err("this should have been refused");
    for field in &refusal.fields {
        assert!(field.message.ends_with(['.', '…']), "{refusal:?}");
    }
    (refusal.code, refusal.fields.into_iter().map(|field| field.field).collect())
}
