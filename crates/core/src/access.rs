//! Who is asking, and what they may see: one value for page, list, search, timeline, API and error.

use crate::ids::{DepartmentId, PersonId, ServiceId};
use crate::log::Actor;

/// A person (or Baton itself) as the rules see them. Made by [`crate::directory::Directory::who`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who {
    pub actor: Actor,
    /// False for a rule's account and for Baton itself: neither can acknowledge or read back.
    pub human: bool,
    pub departments: Vec<DepartmentId>,
    /// Departments that this person leads or stands in for as deputy.
    pub leads: Vec<DepartmentId>,
    /// Belongs to a department that takes cases from customers, so may find customers.
    pub customer_facing: bool,
    pub administrator: bool,
    pub compliance: bool,
    /// May rule on disputes of services that have no owner.
    pub arbiter: bool,
    pub owns_services: Vec<ServiceId>,
}

impl Who {
    /// Baton itself: timers, imports, bounces.
    pub fn system() -> Self {
        Self::bare(Actor::System)
    }

    /// An actor without any department or role.
    pub fn bare(actor: Actor) -> Self {
        Self {
            actor,
            human: false,
            departments: Vec::new(),
            leads: Vec::new(),
            customer_facing: false,
            administrator: false,
            compliance: false,
            arbiter: false,
            owns_services: Vec::new(),
        }
    }

    pub fn person(&self) -> Option<PersonId> {
        match self.actor {
            Actor::Person(id) => Some(id),
            Actor::Customer | Actor::System => None,
        }
    }

    pub fn belongs_to(&self, department: DepartmentId) -> bool {
        self.departments.contains(&department)
    }

    pub fn leads(&self, department: DepartmentId) -> bool {
        self.leads.contains(&department)
    }
}

/// How much of a thing somebody may see. Deny wins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sight {
    /// It does not exist for them.
    None,
    /// The request and its packet, and nothing else of the case or the customer.
    Packet,
    /// Everything.
    All,
}

impl Sight {
    pub fn any(self) -> bool {
        self != Self::None
    }
}

/// What somebody may see of a customer outside of a case or a packet.
pub fn customer_sight(who: &Who) -> Sight {
    if who.customer_facing || who.actor == Actor::System { Sight::All } else { Sight::None }
}
