//! The organisation: departments, people, services, and who is there at a moment.

use std::collections::BTreeMap;

use baton_core::access::Who;
use baton_core::directory::{
    Absence, Change, ChannelRecord, Command, ContactKind, DepartmentRecord, Directory,
    PersonRecord, ServiceRecord,
};
use baton_core::ids::{CalendarId, DepartmentId, PersonId, ServiceId};
use baton_core::time::{Instant, Span};
use baton_desk::{Desk, Trouble};

use super::calendars;
use super::cast::{ABSENCES, PEOPLE, Rank};
use super::luck::Luck;
use super::prose::{self, Entry};

/// Departments that take cases from customers.
const CUSTOMER_FACING: [&str; 2] = ["Customer service", "Complaints"];

/// Records by the names that the texts use.
#[derive(Default)]
pub(super) struct Company {
    departments: BTreeMap<&'static str, DepartmentId>,
    services: BTreeMap<&'static str, ServiceId>,
    people: BTreeMap<&'static str, PersonId>,
    /// Who works there, with how much of the work goes to them.
    staff: BTreeMap<DepartmentId, Vec<(PersonId, u32)>>,
}

impl Company {
    /// Writes the whole directory; the clock stands at the demo's beginning.
    pub async fn found(desk: &Desk, until: Instant) -> Result<Self, Trouble> {
        let entries = prose::entries(include_str!("texts/departments.txt"));
        let mut company = Self::default();
        let calendars = calendars::make(desk).await?;
        for entry in &entries {
            company.add_department(desk, entry, calendars.get(entry.name).copied()).await?;
        }
        company.add_people(desk).await?;
        for entry in &entries {
            company.name_leads(desk, entry.name).await?;
            company.add_services(desk, entry).await?;
        }
        company.add_absences(desk, until).await?;
        Ok(company)
    }

    pub fn department(&self, name: &str) -> Result<DepartmentId, Trouble> {
        self.departments.get(name).copied().ok_or_else(|| unknown(name))
    }

    pub fn service(&self, name: &str) -> Result<ServiceId, Trouble> {
        self.services.get(name).copied().ok_or_else(|| unknown(name))
    }

    pub fn person(&self, local: &str) -> Result<PersonId, Trouble> {
        self.people.get(local).copied().ok_or_else(|| unknown(local))
    }

    /// One who is there, chosen by how much of the work goes to them, other than those named.
    pub fn somebody(
        &self,
        directory: &Directory,
        department: DepartmentId,
        at: Instant,
        but: &[PersonId],
        luck: &mut Luck,
    ) -> Result<PersonId, Trouble> {
        let staff = self.staff.get(&department).map_or(&[][..], Vec::as_slice);
        let there: Vec<_> = staff
            .iter()
            .filter(|(person, _)| !but.contains(person) && is_there(directory, *person, at))
            .collect();
        let place = luck.weighted(there.iter().map(|(_, weight)| *weight));
        let chosen = place.and_then(|place| there.get(place)).map(|(person, _)| *person);
        chosen.ok_or_else(|| Trouble::Failed(format!("nobody of the department is there at {at}")))
    }

    /// The person, or while they are away the lead or a deputy of the department.
    pub fn or_lead(
        &self,
        directory: &Directory,
        person: PersonId,
        department: DepartmentId,
        at: Instant,
    ) -> PersonId {
        if is_there(directory, person, at) {
            return person;
        }
        let record = directory.department(department);
        let leads = record.into_iter().flat_map(|of| of.lead.iter().chain(&of.deputies));
        leads.copied().find(|lead| is_there(directory, *lead, at)).unwrap_or(person)
    }

    async fn add_department(
        &mut self,
        desk: &Desk,
        entry: &Entry,
        calendar: Option<CalendarId>,
    ) -> Result<(), Trouble> {
        let record = DepartmentRecord { calendar, ..department(entry)? };
        let command = Command::SetDepartment { id: None, record };
        if let Change::Department(department) = set(desk, command, entry.name).await? {
            self.departments.insert(entry.name, department.id);
        }
        Ok(())
    }

    async fn add_people(&mut self, desk: &Desk) -> Result<(), Trouble> {
        for colleague in PEOPLE {
            let department = self.department(colleague.department)?;
            let mut record = PersonRecord::new(colleague.name, colleague.email());
            record.departments = vec![department];
            record.roles = colleague.roles.to_vec();
            record.zone = colleague.zone.to_owned();
            let command = Command::SetPerson { id: None, record };
            if let Change::Person(person) = set(desk, command, colleague.name).await? {
                self.people.insert(colleague.local, person.id);
                let staff = self.staff.entry(department).or_default();
                staff.push((person.id, colleague.weight));
            }
        }
        Ok(())
    }

    async fn name_leads(&self, desk: &Desk, name: &'static str) -> Result<(), Trouble> {
        let id = self.department(name)?;
        let mut record = desk.directory().department_record(id).ok_or_else(|| unknown(name))?;
        for colleague in PEOPLE.iter().filter(|of| of.department == name) {
            let person = self.person(colleague.local)?;
            match colleague.rank {
                Rank::Lead => record.lead = Some(person),
                Rank::Deputy => record.deputies.push(person),
                Rank::Member | Rank::OnCall => {}
            }
        }
        set(desk, Command::SetDepartment { id: Some(id), record }, name).await?;
        Ok(())
    }

    async fn add_services(&mut self, desk: &Desk, entry: &Entry) -> Result<(), Trouble> {
        for line in entry.all("service") {
            let [name, description, fields, owner] = prose::parts(line)[..] else {
                return Err(unknown(line));
            };
            let mut record = ServiceRecord::new(self.department(entry.name)?, name, description);
            record.owner = Some(self.person(owner)?);
            let fields = fields.split(',').map(str::trim).filter(|field| !field.is_empty());
            record.required_fields = fields.map(str::to_owned).collect();
            let command = Command::SetService { id: None, record };
            if let Change::Service(service) = set(desk, command, name).await? {
                self.services.insert(name, service.id);
            }
        }
        Ok(())
    }

    async fn add_absences(&self, desk: &Desk, until: Instant) -> Result<(), Trouble> {
        for (local, before, lasts, deputy) in ABSENCES {
            let from = until - Span::times_24h(*before);
            let to = from + Span::times_24h(*lasts);
            let absence = Absence { from, to, deputy: Some(self.person(deputy)?) };
            let person = self.person(local)?;
            set(desk, Command::RecordAbsence { person, absence }, local).await?;
        }
        Ok(())
    }
}

fn department(entry: &Entry) -> Result<DepartmentRecord, Trouble> {
    let texts = |key: &str| entry.all(key).into_iter().map(str::to_owned).collect();
    let purpose = entry.one("purpose").ok_or_else(|| unknown(entry.name))?;
    let mut record = DepartmentRecord::new(entry.name, purpose);
    record.not_our_job = texts("not");
    record.needs_from_you = texts("needs");
    record.hours = entry.one("hours").map(str::to_owned);
    record.customer_facing = CUSTOMER_FACING.contains(&entry.name);
    for line in entry.all("channel") {
        let [kind, address, preferred_for] = prose::parts(line)[..] else {
            return Err(unknown(line));
        };
        record.channels.push(ChannelRecord {
            kind: ContactKind::named(kind).ok_or_else(|| unknown(kind))?,
            address: address.to_owned(),
            preferred_for: Some(preferred_for.to_owned()),
        });
    }
    Ok(record)
}

pub(super) fn is_there(directory: &Directory, person: PersonId, at: Instant) -> bool {
    directory.person(person).is_some_and(|person| person.active && person.absence_at(at).is_none())
}

async fn set(desk: &Desk, command: Command, what: &str) -> Result<Change, Trouble> {
    let done = desk.act_on_directory(&Who::system(), command).await;
    done.map_err(|trouble| super::failed(&format!("directory, {what}"), &trouble))
}

fn unknown(name: &str) -> Trouble {
    Trouble::Failed(format!("the demo's texts name {name}, which is not there"))
}
