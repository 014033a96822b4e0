//! Who plays: four departments, and somebody for each part in a story.

use baton_core::access::Who;
use baton_core::directory::{
    Change, Command, DepartmentRecord, PersonKind, PersonRecord, Role, ServiceRecord,
};
use baton_core::ids::{DepartmentId, PersonId, ServiceId};
use baton_desk::Desk;

/// The cast. Names say the part: Amira asks, Tom answers, Priya is of a third department.
#[derive(Clone, Copy, Debug)]
pub struct Cast {
    pub customer_service: DepartmentId,
    pub logistics: DepartmentId,
    pub technical: DepartmentId,
    pub billing: DepartmentId,
    /// Owns cases and asks; customer service.
    pub amira: PersonId,
    /// A second pair of eyes; customer service.
    pub sam: PersonId,
    /// Leads customer service.
    pub lena: PersonId,
    /// Is asked and answers; logistics.
    pub tom: PersonId,
    /// Leads logistics.
    pub ken: PersonId,
    /// Of technical support.
    pub priya: PersonId,
    /// Of billing.
    pub ben: PersonId,
    /// A rule's account in logistics: it can be assigned nothing and accept nothing.
    pub sorter: PersonId,
    /// Of compliance, in no department.
    pub cora: PersonId,
    /// Rules on disputes, in no department.
    pub artur: PersonId,
    /// Keeps the directory, in no department.
    pub ada: PersonId,
    /// A service of logistics that needs the customer's phone; Ken is accountable for it.
    pub delivery: ServiceId,
}

impl Cast {
    /// Everybody, in the order above.
    pub fn people(&self) -> Vec<(&'static str, PersonId)> {
        vec![
            ("Amira", self.amira),
            ("Sam", self.sam),
            ("Lena", self.lena),
            ("Tom", self.tom),
            ("Ken", self.ken),
            ("Priya", self.priya),
            ("Ben", self.ben),
            ("the sorter", self.sorter),
            ("Cora", self.cora),
            ("Artur", self.artur),
            ("Ada", self.ada),
        ]
    }

    pub fn name(&self, person: PersonId) -> &'static str {
        let known = self.people().into_iter().find(|(_, id)| *id == person);
        known.map_or("nobody", |(name, _)| name)
    }

    /// The mail address of one of the cast.
    pub fn email(&self, person: PersonId) -> String {
        format!("{}@baton.example", self.name(person).trim_start_matches("the ").to_lowercase())
    }

    /// Puts everybody into an empty directory.
    pub async fn set_up(desk: &Desk) -> Self {
        let customer_service = department(desk, "Customer Service", true).await;
        let logistics = department(desk, "Logistics", false).await;
        let technical = department(desk, "Technical Support", false).await;
        let billing = department(desk, "Billing", false).await;
        let of = async |name, department| person(desk, name, Some(department), &[]).await;
        let with = async |name, role| person(desk, name, None, &[role]).await;
        let ken = of("Ken", logistics).await;
        let cast = Self {
            amira: of("Amira", customer_service).await,
            sam: of("Sam", customer_service).await,
            lena: of("Lena", customer_service).await,
            tom: of("Tom", logistics).await,
            ken,
            priya: of("Priya", technical).await,
            ben: of("Ben", billing).await,
            sorter: rule(desk, logistics).await,
            cora: with("Cora", Role::Compliance).await,
            artur: with("Artur", Role::Arbiter).await,
            ada: with("Ada", Role::Administrator).await,
            delivery: service(desk, logistics, ken).await,
            customer_service,
            logistics,
            technical,
            billing,
        };
        for (id, lead) in [(customer_service, cast.lena), (logistics, cast.ken)] {
            let mut record = desk.directory().department_record(id).unwrap();
            record.lead = Some(lead);
            set(desk, Command::SetDepartment { id: Some(id), record }).await;
        }
        cast
    }
}

async fn set(desk: &Desk, command: Command) -> Change {
    desk.act_on_directory(&Who::system(), command).await.unwrap()
}

async fn department(desk: &Desk, name: &str, customer_facing: bool) -> DepartmentId {
    let mut record = DepartmentRecord::new(name, format!("What {name} does for the others."));
    record.customer_facing = customer_facing;
    match set(desk, Command::SetDepartment { id: None, record }).await {
        Change::Department(made) => made.id,
        other => panic!("a department was set, and not {other:?}"),
    }
}

async fn person(
    desk: &Desk,
    name: &str,
    department: Option<DepartmentId>,
    roles: &[Role],
) -> PersonId {
    let mut record = PersonRecord::new(name, format!("{}@baton.example", name.to_lowercase()));
    record.departments = department.into_iter().collect();
    record.roles = roles.to_vec();
    set_person(desk, record).await
}

async fn rule(desk: &Desk, department: DepartmentId) -> PersonId {
    let mut record = PersonRecord::new("Sorter", "sorter@baton.example");
    record.departments = vec![department];
    record.kind = PersonKind::Rule;
    set_person(desk, record).await
}

async fn set_person(desk: &Desk, record: PersonRecord) -> PersonId {
    match set(desk, Command::SetPerson { id: None, record }).await {
        Change::Person(made) => made.id,
        other => panic!("a person was set, and not {other:?}"),
    }
}

async fn service(desk: &Desk, department: DepartmentId, owner: PersonId) -> ServiceId {
    let mut record = ServiceRecord::new(department, "Delivery", "Brings it to the door.");
    record.owner = Some(owner);
    record.required_fields = vec!["phone".to_owned()];
    match set(desk, Command::SetService { id: None, record }).await {
        Change::Service(made) => made.id,
        other => panic!("a service was set, and not {other:?}"),
    }
}
