//! The organisation that is measured: twelve departments with twenty people each.

use baton_core::access::Who;
use baton_core::customer::{self, FieldRecord};
use baton_core::directory::{Change, Command, DepartmentRecord, PersonRecord};
use baton_core::ids::{CustomerId, DepartmentId, PersonId};
use baton_desk::{Asked, Desk, Trouble};

use crate::Fault;
use crate::texts::Luck;

/// The first of them take cases from customers; the others are asked by them.
pub const FACING: usize = 3;
const DEPARTMENTS: usize = 12;
const PEOPLE: usize = 20;

pub struct Department {
    pub id: DepartmentId,
    pub people: Vec<PersonId>,
}

pub struct Company {
    pub departments: Vec<Department>,
    pub customers: Vec<CustomerId>,
}

pub fn failed(trouble: Trouble) -> Fault {
    match &trouble {
        Trouble::Refused(refusal) => format!("{refusal}: {:?}", refusal.fields).into(),
        _ => trouble.to_string().into(),
    }
}

impl Company {
    pub async fn found(desk: &Desk, customers: usize) -> Result<Self, Fault> {
        let mut departments = Vec::new();
        for n in 0..DEPARTMENTS {
            departments.push(department(desk, n).await?);
        }
        let mut company = Self { departments, customers: Vec::new() };
        company.add_customers(desk, customers).await?;
        Ok(company)
    }

    /// Who takes the case of this number from its customer.
    pub fn facing(&self, n: usize) -> Result<&Department, Fault> {
        self.departments.get(n % FACING).ok_or_else(|| "no department".into())
    }

    /// Who is asked for the case of this number.
    pub fn asked(&self, n: usize) -> Result<&Department, Fault> {
        let place = FACING + n % (DEPARTMENTS - FACING);
        self.departments.get(place).ok_or_else(|| "no department".into())
    }

    async fn add_customers(&mut self, desk: &Desk, customers: usize) -> Result<(), Fault> {
        let clerk = self.facing(0)?.person(0)?;
        let clerk = desk.who(clerk).ok_or("no clerk")?;
        let mut waiting = tokio::task::JoinSet::new();
        for n in 0..customers {
            let (desk, clerk) = (desk.clone(), clerk.clone());
            waiting.spawn(async move { add_customer(&desk, &clerk, n).await });
            if waiting.len() >= 64 {
                self.take_in(waiting.join_next().await)?;
            }
        }
        while let Some(done) = waiting.join_next().await {
            self.take_in(Some(done))?;
        }
        Ok(())
    }

    fn take_in(
        &mut self,
        done: Option<Result<Result<CustomerId, Trouble>, tokio::task::JoinError>>,
    ) -> Result<(), Fault> {
        if let Some(done) = done {
            self.customers.push(done?.map_err(failed)?);
        }
        Ok(())
    }
}

impl Department {
    pub fn person(&self, n: usize) -> Result<PersonId, Fault> {
        self.people.get(n % self.people.len().max(1)).copied().ok_or_else(|| "nobody".into())
    }
}

async fn department(desk: &Desk, n: usize) -> Result<Department, Fault> {
    let mut record = DepartmentRecord::new(format!("Department {n}"), "Does its part of the work.");
    record.customer_facing = n < FACING;
    let command = Command::SetDepartment { id: None, record };
    let set = desk.act_on_directory(&Who::system(), command).await.map_err(failed)?;
    let Change::Department(made) = set else { return Err("no department".into()) };
    let mut people = Vec::new();
    for place in 0..PEOPLE {
        let email = format!("person.{n}.{place}@desk.example");
        let mut record = PersonRecord::new(format!("Person {n} {place}"), email);
        record.departments = vec![made.id];
        let command = Command::SetPerson { id: None, record };
        let set = desk.act_on_directory(&Who::system(), command).await.map_err(failed)?;
        if let Change::Person(person) = set {
            people.push(person.id);
        }
    }
    Ok(Department { id: made.id, people })
}

async fn add_customer(desk: &Desk, clerk: &Who, n: usize) -> Result<CustomerId, Trouble> {
    let mut luck = Luck::new(u64::try_from(n).unwrap_or(0) + 77);
    let street = format!("{} {} Street, Wrenbury", 1 + luck.below(200), luck.word());
    let fields = vec![
        FieldRecord::new("name", format!("Customer {} {n}", luck.word())),
        FieldRecord::new("email", format!("customer.{n}@post.example")),
        FieldRecord::new("phone", format!("0117 496 {:04}", n % 10_000)),
        FieldRecord::new("address", street),
    ];
    let command = customer::Command::Create { fields };
    let done = desk.act_on_customer(clerk, None, command, Asked::default()).await?;
    Ok(done.state.id)
}
