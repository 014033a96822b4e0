//! Questions to the directory.

use crate::access::Who;
use crate::ids::{CalendarId, DepartmentId, PersonId, ServiceId, StreamId};
use crate::log::{Actor, Version};
use crate::time::Instant;

use super::state::{Department, Directory, Person, Role, Service};

/// How far a chain of deputies is followed (reference §6.2).
const DEEPEST_STAND_IN: usize = 5;

/// What is shown where a record is not known.
const UNKNOWN: &str = "[unknown]";

impl Directory {
    /// A person as the rules see them; `None` when they are not active or not known.
    pub fn who(&self, id: PersonId) -> Option<Who> {
        let person = self.active_person(id)?;
        let departments: Vec<DepartmentId> = person
            .departments
            .iter()
            .copied()
            .filter(|id| self.departments.get(id).is_some_and(|department| department.active))
            .collect();
        let customer_facing = departments.iter().any(|id| {
            self.departments.get(id).is_some_and(|department| department.customer_facing)
        });
        let leads = self.active_departments().filter(|department| department.is_led_by(id));
        let owned = self.services.values().filter(|of| of.active && of.owner == Some(id));
        Some(Who {
            actor: Actor::Person(id),
            human: person.is_human(),
            leads: leads.map(|department| department.id).collect(),
            departments,
            customer_facing,
            administrator: person.has(Role::Administrator),
            compliance: person.has(Role::Compliance),
            arbiter: person.has(Role::Arbiter),
            owns_services: owned.map(|service| service.id).collect(),
        })
    }

    pub fn department(&self, id: DepartmentId) -> Option<&Department> {
        self.departments.get(&id)
    }

    /// By whose working hours a department counts; `None`: the standard ones.
    pub fn calendar_of(&self, department: DepartmentId) -> Option<CalendarId> {
        self.department(department)?.calendar
    }

    pub fn service(&self, id: ServiceId) -> Option<&Service> {
        self.services.get(&id)
    }

    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    pub fn active_person(&self, id: PersonId) -> Option<&Person> {
        self.person(id).filter(|person| person.active)
    }

    pub fn active_departments(&self) -> impl Iterator<Item = &Department> {
        self.departments.values().filter(|department| department.active)
    }

    pub fn active_people(&self) -> impl Iterator<Item = &Person> {
        self.people.values().filter(|person| person.active)
    }

    /// The active services of a department.
    pub fn services_of(&self, department: DepartmentId) -> impl Iterator<Item = &Service> {
        let offered = move |of: &&Service| of.active && of.department == department;
        self.services.values().filter(offered)
    }

    pub fn department_name(&self, id: DepartmentId) -> &str {
        self.department(id).map_or(UNKNOWN, |department| self.texts.show(department.name))
    }

    pub fn service_name(&self, id: ServiceId) -> &str {
        self.service(id).map_or(UNKNOWN, |service| self.texts.show(service.name))
    }

    pub fn person_name(&self, id: PersonId) -> &str {
        self.person(id).map_or(UNKNOWN, |person| self.texts.show(person.name))
    }

    pub fn person_email(&self, id: PersonId) -> Option<&str> {
        self.person(id).and_then(|person| self.texts.get(person.email))
    }

    /// An active person by their address, in whatever case it is written.
    pub fn person_by_email(&self, email: &str) -> Option<&Person> {
        let email = email.trim();
        self.active_people().find(|person| {
            self.texts.get(person.email).is_some_and(|address| same_text(address, email))
        })
    }

    /// An active department by its name, in whatever case it is written.
    pub fn department_by_name(&self, name: &str) -> Option<&Department> {
        let name = name.trim();
        self.active_departments().find(|department| {
            self.texts.get(department.name).is_some_and(|text| same_text(text, name))
        })
    }

    /// An active service by its name, in whatever case it is written.
    pub fn service_by_name(&self, name: &str) -> Option<&Service> {
        let name = name.trim();
        self.services
            .values()
            .filter(|service| service.active)
            .find(|service| self.texts.get(service.name).is_some_and(|text| same_text(text, name)))
    }

    /// The active people of a department, programs included.
    pub fn members(&self, department: DepartmentId) -> Vec<PersonId> {
        let member = |person: &&Person| person.belongs_to(department);
        self.active_people().filter(member).map(|person| person.id).collect()
    }

    /// The version of a record's stream that is folded in; 0 for what is not known.
    pub fn version_of(&self, stream: StreamId) -> Version {
        let version = match stream {
            StreamId::Department(id) => self.department(id).map(|record| record.version),
            StreamId::Service(id) => self.service(id).map(|record| record.version),
            StreamId::Person(id) => self.person(id).map(|record| record.version),
            StreamId::Case(_)
            | StreamId::Customer(_)
            | StreamId::Agreement(_)
            | StreamId::Calendar(_)
            | StreamId::ServiceLevel(_) => None,
        };
        version.unwrap_or(0)
    }

    /// The active people who hold a role; no programs.
    pub fn holders(&self, role: Role) -> Vec<PersonId> {
        let holds = |person: &&Person| person.is_human() && person.has(role);
        self.active_people().filter(holds).map(|person| person.id).collect()
    }

    /// The lead of a department; `None` when it has none that is active.
    pub fn lead_of(&self, department: DepartmentId) -> Option<PersonId> {
        let lead = self.department(department)?.lead?;
        self.active_person(lead).map(|person| person.id)
    }

    /// Whether what is sent to a department reaches anybody: it is active and has an active human
    /// member.
    pub fn can_be_opened_by_someone(&self, department: DepartmentId) -> bool {
        self.department(department).is_some_and(|of| of.active)
            && self.active_people().any(|person| person.is_human() && person.belongs_to(department))
    }

    /// Who acts for a person at a moment: themselves when they are active and not away, else their
    /// deputy for that absence, else the lead, the deputies and the head of their departments, each of
    /// them with their own stand-in (reference §6.2). Nobody stands in as a program. `None` when nobody
    /// is there.
    pub fn stand_in(&self, person: PersonId, at: Instant) -> Option<PersonId> {
        self.stand_in_unless(person, at, &mut Vec::new(), DEEPEST_STAND_IN)
    }

    /// `asked` are those who have been looked at already, so that a ring of deputies ends.
    fn stand_in_unless(
        &self,
        id: PersonId,
        at: Instant,
        asked: &mut Vec<PersonId>,
        deeper: usize,
    ) -> Option<PersonId> {
        if asked.contains(&id) {
            return None;
        }
        asked.push(id);
        let person = self.person(id)?;
        let absence = person.absence_at(at);
        if person.active && person.is_human() && absence.is_none() {
            return Some(id);
        }
        let deeper = deeper.checked_sub(1)?;
        let deputy = absence.and_then(|absence| absence.deputy);
        let leads = person
            .departments
            .iter()
            .filter_map(|department| self.department(*department))
            .flat_map(|of| of.lead.iter().chain(&of.deputies).chain(&of.head).copied());
        deputy
            .into_iter()
            .chain(leads)
            .find_map(|next| self.stand_in_unless(next, at, asked, deeper))
    }
}

/// Equal but for upper and lower case.
pub(super) fn same_text(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
        || (!(a.is_ascii() && b.is_ascii()) && a.to_lowercase() == b.to_lowercase())
}
