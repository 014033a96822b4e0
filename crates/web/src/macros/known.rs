//! What the blanks of a macro stand for in one case, for whoever writes: nothing that they could
//! not read on the page of the case.

use baton_core::say;
use baton_core::template::{Blank, Filled, Template, Variable, first_name};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::File;

pub struct Known {
    reference: String,
    subject: String,
    customer: Option<String>,
    person: String,
    department: String,
    today: String,
}

impl Known {
    pub fn of(ctx: &Ctx, file: &File) -> Result<Self, Trouble> {
        let customer = file.customer.as_ref().filter(|customer| !customer.is_erased());
        let name = customer.and_then(|customer| file.texts.get(customer.first("name")?));
        let today = ctx.now.timestamp().to_zoned(ctx.zone());
        Ok(Self {
            reference: file.case.reference(),
            subject: file.texts.get(file.case.subject).unwrap_or_default().to_owned(),
            customer: name.map(str::to_owned),
            person: ctx.viewer()?.name.clone(),
            department: file.directory.department_name(file.case.department).to_owned(),
            today: today.strftime("%-d %B %Y").to_string(),
        })
    }

    pub fn fill(&self, template: &Template) -> Filled {
        template.fill(|variable| self.get(variable))
    }

    fn get(&self, variable: Variable) -> Option<&str> {
        match variable {
            Variable::CaseRef => Some(&self.reference),
            Variable::CaseSubject => Some(&self.subject),
            Variable::CustomerName => self.customer.as_deref(),
            Variable::CustomerFirstName => first_name(self.customer.as_deref()?),
            Variable::PersonName => Some(&self.person),
            Variable::PersonFirstName => first_name(&self.person),
            Variable::DepartmentName => Some(&self.department),
            Variable::Today => Some(&self.today),
        }
    }
}

/// A sentence about what is not known.
pub fn missing(blank: &Blank) -> String {
    say!(
        "macros-known-baton-does-not-know-stays-open",
        variable = blank.variable.words(),
        typed = blank.typed
    )
}
