//! The first run: a house without anybody is set up by whoever holds the one token that its console
//! has printed.

use baton_core::access::Who;
use baton_core::directory::{Change, Command, DepartmentRecord, PersonRecord, Role};
use baton_core::ids::{DepartmentId, PersonId};
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::vault::hex;
use baton_store::{access, house};

use crate::desk::Desk;
use crate::house::FIRST_RUN;
use crate::signin::fits;
use crate::trouble::Trouble;

/// What is asked at the first run.
#[derive(Clone, Debug)]
pub struct FirstRun {
    pub organisation: String,
    /// Of the first administrator.
    pub name: String,
    pub email: String,
    pub password: String,
    /// Names; the first one takes cases from customers and is the administrator's own.
    pub departments: Vec<String>,
}

impl Desk {
    /// Whether there is nobody yet.
    pub fn is_empty(&self) -> bool {
        self.directory().active_people().next().is_none()
    }

    /// Makes the token that opens the first run; an earlier one opens nothing from then on. `None`:
    /// there is somebody already.
    pub async fn begin_first_run(&self) -> Result<Option<String>, Trouble> {
        if !self.is_empty() {
            return Ok(None);
        }
        let token = hex(&self.0.entropy.seed()?);
        let kept = access::hashed(&token);
        self.0
            .store
            .keep(move |tx| {
                let kept = kept.clone();
                Box::pin(async move { house::set(tx, FIRST_RUN, &kept).await })
            })
            .await?;
        self.refresh_house().await?;
        Ok(Some(token))
    }

    /// Whether the house can still be set up.
    pub fn awaits_first_run(&self) -> bool {
        self.house().first_run.is_some() && self.is_empty()
    }

    /// Sets up the house; gives its first administrator. Cut off half-way, it can be done again.
    ///
    /// # Errors
    /// `not_found` where it is set up already; `invalid` for a wrong token or a field that needs
    /// another look.
    pub async fn first_run(&self, token: &str, form: &FirstRun) -> Result<PersonId, Trouble> {
        self.refresh_directory().await?;
        if !self.awaits_first_run() {
            return Err(Trouble::not_found());
        }
        let kept = access::hashed(token.trim());
        if self.house().first_run.as_deref() != Some(kept.as_str()) {
            let message = say!("first-run-this-is-not-the-token-that");
            return Err(Refusal::invalid("token", "not_recognised", message).into());
        }
        fits(&form.password)?;
        let mut departments = Vec::new();
        for (place, name) in form.departments.iter().enumerate() {
            departments.push(self.first_department(name, place == 0).await?);
        }
        let own = departments.first().copied();
        let person = self.first_person(form, own).await?;
        self.set_password(person, &form.password).await?;
        let mut house = (*self.house()).clone();
        house.organisation.clone_from(&form.organisation);
        self.set_house(&house).await?;
        self.end_first_run(kept).await?;
        Ok(person)
    }

    async fn end_first_run(&self, kept: String) -> Result<(), Trouble> {
        self.0
            .store
            .keep(move |tx| {
                let kept = kept.clone();
                Box::pin(async move { house::drop(tx, FIRST_RUN, &kept).await })
            })
            .await?;
        self.refresh_house().await
    }

    async fn first_department(&self, name: &str, facing: bool) -> Result<DepartmentId, Trouble> {
        if let Some(known) = self.directory().department_by_name(name) {
            return Ok(known.id);
        }
        let purpose = say!("first-run-to-be-described-what-it-does");
        let mut record = DepartmentRecord::new(name, purpose);
        record.customer_facing = facing;
        let command = Command::SetDepartment { id: None, record };
        match self.act_on_directory(&Who::system(), command).await? {
            Change::Department(made) => Ok(made.id),
            _ => Err(lost()),
        }
    }

    async fn first_person(
        &self,
        form: &FirstRun,
        department: Option<DepartmentId>,
    ) -> Result<PersonId, Trouble> {
        let mut record = PersonRecord::new(&form.name, &form.email);
        record.departments = department.into_iter().collect();
        record.roles = vec![Role::Administrator];
        let command = Command::SetPerson { id: None, record };
        let person = match self.act_on_directory(&Who::system(), command).await? {
            Change::Person(made) => made.id,
            _ => return Err(lost()),
        };
        if let Some(id) = department {
            let mut record = self.directory().department_record(id).ok_or_else(lost)?;
            record.lead = Some(person);
            let command = Command::SetDepartment { id: Some(id), record };
            self.act_on_directory(&Who::system(), command).await?;
        }
        Ok(person)
    }
}

fn lost() -> Trouble {
    Trouble::Failed(say!("first-run-what-was-just-written-is-not").to_owned())
}
