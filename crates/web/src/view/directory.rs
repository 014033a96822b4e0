//! Departments, services and people, for everybody of the organisation.

use baton_core::directory::{Department, Directory, Person, Service};

use crate::shape::Out;
use crate::view::{MAYBE_ID, MAYBE_TEXT, view};

view! {
    DepartmentView as DEPARTMENT "Department" {
        "id" id: String = Out::Id,
        "version" version: u32 = Out::Whole,
        "name" name: String = Out::Text,
        "purpose" purpose: String = Out::Text,
        "not_our_job" not_our_job: Vec<String> = Out::List(&Out::Text),
        "needs_from_you" needs_from_you: Vec<String> = Out::List(&Out::Text),
        "lead" lead: Option<String> = MAYBE_ID,
        "lead_name" lead_name: Option<String> = MAYBE_TEXT,
        "deputies" deputies: Vec<String> = Out::List(&Out::Id),
        /// Whom its leads answer to.
        "head" head: Option<String> = MAYBE_ID,
        "channels" channels: Vec<ContactView> = Out::List(&Out::Thing(&CONTACT)),
        /// The id of the calendar by which it counts, or `standard`.
        "calendar" calendar: String = Out::Text,
        "hours" hours: Option<String> = MAYBE_TEXT,
        "services" services: Vec<ServiceView> = Out::List(&Out::Thing(&SERVICE)),
        "customer_facing" customer_facing: bool = Out::Flag,
        "active" active: bool = Out::Flag,
    }
    ContactView as CONTACT "Contact" {
        "kind" kind: &'static str = Out::Text,
        "address" address: String = Out::Text,
        "preferred_for" preferred_for: Option<String> = MAYBE_TEXT,
    }
    ServiceView as SERVICE "Service" {
        "id" id: String = Out::Id,
        "version" version: u32 = Out::Whole,
        "name" name: String = Out::Text,
        "description" description: String = Out::Text,
        "department" department: String = Out::Id,
        "owner" owner: Option<String> = MAYBE_ID,
        "required_fields" required_fields: Vec<String> = Out::List(&Out::Text),
        "active" active: bool = Out::Flag,
    }
    PersonView as PERSON "Person" {
        "id" id: String = Out::Id,
        "version" version: u32 = Out::Whole,
        "name" name: String = Out::Text,
        "email" email: String = Out::Text,
        "departments" departments: Vec<String> = Out::List(&Out::Id),
        "department_names" department_names: Vec<String> = Out::List(&Out::Text),
        "kind" kind: &'static str = Out::Choice(&["human", "rule"]),
        "roles" roles: Vec<&'static str> = Out::List(&Out::Text),
        "zone" zone: String = Out::Text,
        "away_until" away_until: Option<String> = crate::view::MAYBE_TIME,
        "active" active: bool = Out::Flag,
    }
}

pub fn department(directory: &Directory, department: &Department) -> DepartmentView {
    let text = |word| directory.texts.show(word).to_owned();
    let contact = |channel: &baton_core::directory::Channel| ContactView {
        kind: channel.kind.name(),
        address: text(channel.address),
        preferred_for: channel.preferred_for.map(text),
    };
    let services = directory.services_of(department.id);
    DepartmentView {
        id: department.id.to_string(),
        version: department.version,
        name: text(department.name),
        purpose: text(department.purpose),
        not_our_job: department.not_our_job.iter().copied().map(text).collect(),
        needs_from_you: department.needs_from_you.iter().copied().map(text).collect(),
        lead: department.lead.map(|id| id.to_string()),
        lead_name: department.lead.map(|id| directory.person_name(id).to_owned()),
        deputies: department.deputies.iter().map(ToString::to_string).collect(),
        head: department.head.map(|id| id.to_string()),
        channels: department.channels.iter().map(contact).collect(),
        calendar: department.calendar.map_or_else(|| "standard".to_owned(), |id| id.to_string()),
        hours: department.hours.map(text),
        services: services.map(|one| service(directory, one)).collect(),
        customer_facing: department.customer_facing,
        active: department.active,
    }
}

pub fn service(directory: &Directory, service: &Service) -> ServiceView {
    ServiceView {
        id: service.id.to_string(),
        version: service.version,
        name: directory.texts.show(service.name).to_owned(),
        description: directory.texts.show(service.description).to_owned(),
        department: service.department.to_string(),
        owner: service.owner.map(|id| id.to_string()),
        required_fields: service.required_fields.clone(),
        active: service.active,
    }
}

pub fn person(
    directory: &Directory,
    person: &Person,
    now: baton_core::time::Instant,
) -> PersonView {
    let names = person.departments.iter().map(|id| directory.department_name(*id).to_owned());
    PersonView {
        id: person.id.to_string(),
        version: person.version,
        name: directory.person_name(person.id).to_owned(),
        email: directory.person_email(person.id).unwrap_or_default().to_owned(),
        departments: person.departments.iter().map(ToString::to_string).collect(),
        department_names: names.collect(),
        kind: person.kind.name(),
        roles: person.roles.iter().map(|role| role.name()).collect(),
        zone: person.zone.clone(),
        away_until: person.absence_at(now).map(|absence| absence.to.to_string()),
        active: person.active,
    }
}
