//! Sets up an organisation, and keeps its people, departments and tokens.

use baton_core::access::Who;
use baton_core::directory::{Change, Command, DepartmentRecord, Directory, PersonRecord, Role};
use baton_core::ids::{DepartmentId, PersonId};
use baton_store::access;

use crate::config::Settings;
use crate::exit::{Exit, Kind};
use crate::wiring::house::{self, House};
use crate::wiring::{DepartmentLine, First, NewDepartment, NewPerson, PersonLine, TokenLine};

/// Makes the database, the key and the first administrator; gives the one token that opens it.
/// Refuses with [`crate::exit::Kind::Conflict`] when there is an organisation already.
pub fn init(settings: &Settings, first: &First) -> Result<String, Exit> {
    house::run(async {
        let house = house::open(settings, house::Hands::default()).await?;
        if house.desk.directory().active_people().next().is_some() {
            let message = "There is an organisation here already. Nothing was changed.";
            return Err(Exit::new(Kind::Conflict, message));
        }
        let purpose = "To be described: what it does for the others.";
        let department = NewDepartment {
            name: first.department.clone(),
            purpose: purpose.to_owned(),
            customer_facing: true,
        };
        let department = new_department(&house, &department).await?;
        let mut record = PersonRecord::new(&first.name, &first.email);
        record.departments = vec![department];
        record.roles = vec![Role::Administrator];
        record.zone.clone_from(&settings.zone);
        let person = new_person(&house, record).await?;
        let mut lead = house.desk.directory().department_record(department).ok_or_else(lost)?;
        lead.lead = Some(person);
        set(&house, Command::SetDepartment { id: Some(department), record: lead }).await?;
        let token = house.desk.make_token(person, "first").await.map_err(house::told)?;
        house.store.close().await.map_err(house::stored)?;
        Ok(token)
    })
}

fn lost() -> Exit {
    Exit::failed("What was just written is not there.")
}

async fn set(house: &House, command: Command) -> Result<Change, Exit> {
    let change = house.desk.act_on_directory(&Who::system(), command).await;
    change.map_err(house::told)
}

async fn new_department(house: &House, new: &NewDepartment) -> Result<DepartmentId, Exit> {
    let mut record = DepartmentRecord::new(&new.name, &new.purpose);
    record.customer_facing = new.customer_facing;
    match set(house, Command::SetDepartment { id: None, record }).await? {
        Change::Department(made) => Ok(made.id),
        Change::Service(_) | Change::Person(_) => Err(lost()),
    }
}

async fn new_person(house: &House, record: PersonRecord) -> Result<PersonId, Exit> {
    match set(house, Command::SetPerson { id: None, record }).await? {
        Change::Person(made) => Ok(made.id),
        Change::Service(_) | Change::Department(_) => Err(lost()),
    }
}

/// Gives the new person's id.
pub fn add_person(settings: &Settings, person: &NewPerson) -> Result<String, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let directory = house.desk.directory();
        let mut record = PersonRecord::new(&person.name, &person.email);
        for name in &person.departments {
            let found = directory.department_by_name(name).ok_or_else(|| {
                Exit::new(Kind::NotFound, format!("There is no department called {name}."))
            })?;
            record.departments.push(found.id);
        }
        for name in &person.roles {
            let role = Role::named(name).ok_or_else(|| {
                Exit::usage(format!(
                    "There is no role {name}. Roles: administrator, compliance, arbiter, follower."
                ))
            })?;
            record.roles.push(role);
        }
        record.zone.clone_from(&settings.zone);
        Ok(new_person(&house, record).await?.to_string())
    })
}

pub fn people(settings: &Settings) -> Result<Vec<PersonLine>, Exit> {
    house::run(async {
        let directory = house::open_existing(settings).await?.desk.directory();
        let mut lines: Vec<PersonLine> = directory
            .people
            .values()
            .map(|person| PersonLine {
                id: person.id.to_string(),
                name: directory.person_name(person.id).to_owned(),
                email: directory.person_email(person.id).unwrap_or_default().to_owned(),
                departments: names(&directory, &person.departments),
                roles: person.roles.iter().map(|role| role.name().to_owned()).collect(),
                active: person.active,
            })
            .collect();
        lines.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(lines)
    })
}

fn names(directory: &Directory, departments: &[DepartmentId]) -> Vec<String> {
    departments.iter().map(|id| directory.department_name(*id).to_owned()).collect()
}

/// Gives the new department's id.
pub fn add_department(settings: &Settings, department: &NewDepartment) -> Result<String, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        Ok(new_department(&house, department).await?.to_string())
    })
}

pub fn departments(settings: &Settings) -> Result<Vec<DepartmentLine>, Exit> {
    house::run(async {
        let directory = house::open_existing(settings).await?.desk.directory();
        let mut lines: Vec<DepartmentLine> = directory
            .departments
            .values()
            .map(|department| DepartmentLine {
                id: department.id.to_string(),
                name: directory.department_name(department.id).to_owned(),
                lead: department.lead.map(|id| directory.person_name(id).to_owned()),
                customer_facing: department.customer_facing,
                active: department.active,
            })
            .collect();
        lines.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(lines)
    })
}

fn by_email(house: &House, email: &str) -> Result<PersonId, Exit> {
    let directory = house.desk.directory();
    let person = directory.person_by_email(email).filter(|person| person.active);
    person
        .map(|person| person.id)
        .ok_or_else(|| Exit::new(Kind::NotFound, format!("Nobody here has the address {email}.")))
}

/// Makes a token for the person with this address and gives it; only its hash is kept.
pub fn make_token(settings: &Settings, email: &str, label: &str) -> Result<String, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let person = by_email(&house, email)?;
        house.desk.make_token(person, label).await.map_err(house::told)
    })
}

/// Sets the password with which a person signs in; their sessions end.
pub fn set_password(settings: &Settings, email: &str, password: &str) -> Result<(), Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let person = by_email(&house, email)?;
        house.desk.set_password(person, password).await.map_err(house::told)
    })
}

/// Takes code and passkeys from a person who has lost their device; their sessions end, and they are
/// told by mail.
pub fn reset_second_step(settings: &Settings, email: &str) -> Result<(), Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let person = by_email(&house, email)?;
        let code = house.desk.second_step(person).await.map_err(house::told)?;
        let passkeys = house.desk.passkeys(person).await.map_err(house::told)?;
        if code.is_none() && passkeys.is_empty() {
            let message = format!("{email} has no second step. Nothing was changed.");
            return Err(Exit::new(Kind::NotFound, message));
        }
        house.desk.reset_second_step(person).await.map_err(house::told)
    })
}

pub fn tokens(settings: &Settings) -> Result<Vec<TokenLine>, Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let directory = house.desk.directory();
        let mut lines = Vec::new();
        for person in directory.people.values() {
            let known = access::tokens(&house.store.link(), person.id).await;
            for token in known.map_err(house::stored)? {
                if token.revoked_at.is_none() {
                    lines.push(TokenLine {
                        id: token.id,
                        person: directory.person_name(person.id).to_owned(),
                        label: token.label,
                        created_at: token.created_at.to_string(),
                    });
                }
            }
        }
        Ok(lines)
    })
}

pub fn end_token(settings: &Settings, id: &str) -> Result<(), Exit> {
    house::run(async {
        let house = house::open_existing(settings).await?;
        let now = house.desk.now();
        for person in house.desk.directory().people.values() {
            let (person, id) = (person.id, id.to_owned());
            let ended = house
                .store
                .keep(move |tx| {
                    let id = id.clone();
                    Box::pin(async move { access::revoke_token(tx, person, &id, now).await })
                })
                .await;
            if ended.map_err(house::stored)? {
                return Ok(());
            }
        }
        Err(Exit::new(Kind::NotFound, "There is no such token, or it has ended already."))
    })
}
