//! How people want to be told, as every node knows it.

use std::sync::{Arc, PoisonError};

use baton_core::ids::PersonId;
use baton_core::notice::{Topic, Wishes};
use baton_store::notices::{self, Everybody};

use crate::desk::Desk;
use crate::trouble::Trouble;

impl Desk {
    /// How a person wants to be told; as usual where they have chosen nothing.
    pub fn wishes(&self, person: PersonId) -> Wishes {
        let known = self.0.wishes.read().unwrap_or_else(PoisonError::into_inner);
        known.of.get(&person).cloned().unwrap_or_default()
    }

    /// Keeps how a person wants to be told. Other nodes learn of it within a second.
    ///
    /// # Errors
    /// `invalid` where it would switch off what is due soon or overdue.
    pub async fn set_wishes(&self, person: PersonId, wishes: Wishes) -> Result<(), Trouble> {
        for topic in Topic::ALL {
            wishes.of(*topic).check(*topic)?;
        }
        self.0
            .store
            .keep(move |tx| {
                let wishes = wishes.clone();
                Box::pin(async move {
                    for topic in Topic::ALL {
                        notices::set_choice(tx, person, *topic, wishes.of(*topic)).await?;
                    }
                    notices::set_hours(tx, person, &wishes.hours).await?;
                    notices::count_change(tx).await
                })
            })
            .await?;
        self.refresh_wishes().await
    }

    /// Reads anew how people want to be told, if anybody has changed it.
    pub async fn refresh_wishes(&self) -> Result<(), Trouble> {
        let link = self.0.store.link();
        let changes = notices::changes(&link).await?;
        let known = self.0.wishes.read().unwrap_or_else(PoisonError::into_inner).changes;
        if known == changes {
            return Ok(());
        }
        let of = notices::wishes(&link).await?;
        let mut known = self.0.wishes.write().unwrap_or_else(PoisonError::into_inner);
        *known = Arc::new(Everybody { changes, of });
        Ok(())
    }
}
