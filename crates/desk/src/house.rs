//! What the organisation has chosen for itself, as every node knows it.

use std::sync::{Arc, PoisonError};

use baton_core::escalation::Practice;
use baton_core::ids::DepartmentId;
use baton_store::house;

use crate::desk::Desk;
use crate::second_step::Required;
use crate::trouble::Trouble;

const ORGANISATION: &str = "organisation";
const INTAKE: &str = "intake";
const ASKING: &str = "asking";
const NAMES: &str = "department_names";
const LIMITS: &str = "limits_minor";
const STEPS: &str = "first_steps";
const SECOND_STEP: &str = "second_step";
/// SHA-256 of what opens the first run, while there is nobody to sign in.
pub(crate) const FIRST_RUN: &str = "first_run";

/// What was chosen; as usual where nothing was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct House {
    /// Its name; empty until somebody gives it.
    pub organisation: String,
    /// Takes in what customers send; else the first department that takes cases from customers.
    pub intake: Option<DepartmentId>,
    /// Whether customers may ask by the public form.
    pub asking: bool,
    /// Whether customers read the names of departments.
    pub department_names: bool,
    /// What advice is given by.
    pub practice: Practice,
    /// Whether administrators still see the first steps on Today.
    pub first_steps: bool,
    /// Who must sign in with a code, too.
    pub second_step: Required,
    pub(crate) first_run: Option<String>,
}

impl Default for House {
    fn default() -> Self {
        Self {
            organisation: String::new(),
            intake: None,
            asking: true,
            department_names: false,
            practice: Practice::default(),
            first_steps: true,
            second_step: Required::Nobody,
            first_run: None,
        }
    }
}

impl House {
    fn of(rows: Vec<(String, String)>) -> Self {
        let mut house = Self::default();
        for (name, value) in rows {
            match name.as_str() {
                ORGANISATION => house.organisation = value,
                INTAKE => house.intake = value.parse().ok(),
                ASKING => house.asking = value == "yes",
                NAMES => house.department_names = value == "yes",
                LIMITS => house.practice.limits_minor = read_limits(&value),
                STEPS => house.first_steps = value == "yes",
                SECOND_STEP => house.second_step = Required::parse(&value).unwrap_or_default(),
                FIRST_RUN => house.first_run = Some(value),
                // Chosen with another build.
                _ => {}
            }
        }
        house
    }

    fn rows(&self) -> Vec<(&'static str, String)> {
        let yes = |on: bool| if on { "yes" } else { "no" }.to_owned();
        vec![
            (ORGANISATION, self.organisation.clone()),
            (INTAKE, self.intake.map(|id| id.to_string()).unwrap_or_default()),
            (ASKING, yes(self.asking)),
            (NAMES, yes(self.department_names)),
            (STEPS, yes(self.first_steps)),
            (LIMITS, write_limits(&self.practice.limits_minor)),
            (SECOND_STEP, self.second_step.name().to_owned()),
        ]
    }
}

fn read_limits(text: &str) -> Vec<i64> {
    text.split(',').filter_map(|limit| limit.parse().ok()).collect()
}

fn write_limits(limits: &[i64]) -> String {
    limits.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

impl Desk {
    pub fn house(&self) -> Arc<House> {
        Arc::clone(&self.0.house.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps what was chosen. Other nodes learn of it within a second.
    pub async fn set_house(&self, house: &House) -> Result<(), Trouble> {
        let rows = house.rows();
        self.0
            .store
            .keep(move |tx| {
                let rows = rows.clone();
                Box::pin(async move {
                    for (name, value) in &rows {
                        house::set(tx, name, value).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        self.refresh_house().await
    }

    /// Reads anew what was chosen.
    pub async fn refresh_house(&self) -> Result<(), Trouble> {
        let fresh = House::of(house::all(&self.0.store.link()).await?);
        let mut known = self.0.house.write().unwrap_or_else(PoisonError::into_inner);
        if **known != fresh {
            *known = Arc::new(fresh);
        }
        Ok(())
    }
}
