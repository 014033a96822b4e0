//! How each person likes their own pages.

use baton_core::ids::PersonId;
use baton_core::preferences::{Density, Preferences, Theme};

use crate::db::{Link, Result, Row, Tx, params, statements};

statements! {
    OF = "select zone, theme, density, single_keys, signature from preferences where person = $1";
    SET = "insert into preferences (person, zone, theme, density, single_keys, signature)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (person) do update set zone = excluded.zone, theme = excluded.theme,
            density = excluded.density, single_keys = excluded.single_keys,
            signature = excluded.signature";
}

fn read(row: &Row<'_>) -> Result<Preferences> {
    Ok(Preferences {
        zone: Some(row.get::<String>(0)?).filter(|zone| !zone.is_empty()),
        theme: Theme::parse(row.text(1)?).unwrap_or_default(),
        density: Density::parse(row.text(2)?).unwrap_or_default(),
        single_keys: row.get(3)?,
        signature: row.get(4)?,
    })
}

/// What a person has set; the usual where they have set nothing.
pub async fn of(link: &Link<'_>, person: PersonId) -> Result<Preferences> {
    Ok(link.one(OF, params![person], read).await?.unwrap_or_default())
}

pub async fn set(tx: &Tx<'_>, person: PersonId, wanted: &Preferences) -> Result<()> {
    let zone = wanted.zone.as_deref().unwrap_or_default();
    let (theme, density) = (wanted.theme.name(), wanted.density.name());
    let values =
        params![person, zone, theme, density, wanted.single_keys, wanted.signature.as_str()];
    tx.exec(SET, values).await?;
    Ok(())
}
