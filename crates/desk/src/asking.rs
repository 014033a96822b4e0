//! What customers ask by the public form, follow, and add to. They have no account: a reference and
//! the address that they gave open what is theirs.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::command::{Incoming, Open};
use baton_core::case::kinds::{Channel, Priority};
use baton_core::customer::{self, Customer, FieldRecord};
use baton_core::ids::{CaseId, Id, PersonId};
use baton_core::say;
use baton_store::rows;

use crate::desk::Desk;
use crate::mail::message::Mailbox;
use crate::task::{Asked, Receipt};
use crate::trouble::Trouble;

/// What a customer has typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Question {
    pub about: String,
    pub happened: String,
    pub wanted: String,
    pub name: String,
    /// Empty where there is none; one of the two is there.
    pub email: String,
    pub phone: String,
}

impl Question {
    /// The message of the case: what they typed, in the order in which they were asked.
    fn body(&self) -> String {
        let mut body =
            say!("asking-what-i-would-like", happened = self.happened, wanted = self.wanted);
        if !self.phone.is_empty() {
            body.push_str(&say!("asking-telephone", phone = self.phone));
        }
        body
    }
}

/// The same form sent twice is one case, or one message.
fn once(key: &str) -> Asked {
    let nobody = PersonId::from_bits(0);
    let receipt = Receipt { person: nobody, key: format!("ask {key}"), body_hash: String::new() };
    Asked { if_match: None, receipt: Some(receipt) }
}

impl Desk {
    /// Opens a case for what a customer asks. `key` names this very sending.
    pub async fn take_in_question(
        &self,
        question: &Question,
        key: &str,
    ) -> Result<Arc<Case>, Trouble> {
        let customer = self.asker(question).await?;
        let (department, owner) = self.intake()?;
        let incoming = Incoming { body: question.body(), ..Incoming::default() };
        let form = Open {
            id: CaseId::from_bits(0),
            number: 0,
            customer: Some(customer.id),
            subject: question.about.clone(),
            body: None,
            channel: Channel::Web,
            priority: Priority::Normal,
            department,
            owner,
            received_at: None,
            incoming: Some(incoming),
            follows: None,
        };
        Ok(self.open_case(&Who::system(), form, once(key)).await?.state)
    }

    /// Whoever asks, by the address that they gave. What is known of them already is not changed:
    /// nobody has proved to be them.
    async fn asker(&self, question: &Question) -> Result<Arc<Customer>, Trouble> {
        let Question { name, email, phone, .. } = question;
        if !email.is_empty() {
            return self.customer_of(&Mailbox::new(name, email)).await;
        }
        let known = rows::customer::by_address(&self.0.store.link(), "phone", phone).await?;
        if let Some(id) = known.first() {
            return self.stands_for(*id).await;
        }
        let mut fields = vec![FieldRecord::new("phone", phone.as_str())];
        if !name.is_empty() {
            fields.insert(0, FieldRecord::new("name", name.as_str()));
        }
        let command = customer::Command::Create { fields };
        let made = self.act_on_customer(&Who::system(), None, command, Asked::default()).await?;
        Ok(made.state)
    }

    /// The case of a reference, for whoever knows the address that was given with it.
    pub async fn follow(
        &self,
        reference: &str,
        contact: &str,
    ) -> Result<Option<Arc<Case>>, Trouble> {
        let number = reference.trim().trim_start_matches(['c', 'C']).trim_start_matches(['-', ' ']);
        let number = number.parse().unwrap_or(0);
        let kind = if contact.contains('@') { "email" } else { "phone" };
        let link = self.0.store.link();
        match rows::customer::case_of_contact(&link, number, kind, contact).await? {
            Some(id) => Ok(Some(self.lands_in(id).await?)),
            None => Ok(None),
        }
    }

    /// Adds what a customer writes to their case; one that was closed opens again, or is followed by
    /// a new one.
    pub async fn add_information(
        &self,
        case: CaseId,
        text: &str,
        key: &str,
    ) -> Result<Arc<Case>, Trouble> {
        let incoming = Incoming { body: text.to_owned(), ..Incoming::default() };
        Ok(self.receive(case, None, incoming, once(key)).await?.state)
    }
}
