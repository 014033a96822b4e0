//! Takes in mail from files.

use std::path::Path;

use baton_desk::mail::walk::walk;
use baton_store::post::State;

use crate::config::Settings;
use crate::exit::{Exit, Kind};
use crate::output::Output;
use crate::wiring::MailCount;
use crate::wiring::house;

/// A line of talk after so many mails.
const STEP: u64 = 100;

/// Takes in every mail of a file or folder. Repeating it changes nothing.
pub fn import_mail(settings: &Settings, path: &Path, output: &Output) -> Result<MailCount, Exit> {
    house::run(async {
        let mails = walk(path).map_err(|error| {
            Exit::new(Kind::NotFound, format!("{} cannot be read: {error}.", path.display()))
        })?;
        let house = house::open_existing(settings).await?;
        house.desk.take_in_leftovers().await.map_err(house::told)?;
        let mut count = MailCount::default();
        for mail in mails {
            let name = mail.name;
            let bytes = mail.bytes.map_err(|error| {
                Exit::failed(format!(
                    "{name} cannot be read: {error}. What came before it is taken in; run it \
                     again when it can be read."
                ))
            })?;
            let taken = house.desk.take_in(bytes).await.map_err(|trouble| {
                let why = house::told(trouble);
                Exit::new(why.kind, format!("{name}: {}", why.message))
            })?;
            count.found += 1;
            let counted = match taken.state {
                State::Case => &mut count.filed_cases,
                State::Message => &mut count.filed_messages,
                State::Duplicate => &mut count.duplicates,
                State::Automatic => &mut count.automatic,
                State::Quarantined | State::Received | State::Discarded => &mut count.quarantined,
            };
            *counted += 1;
            if taken.state == State::Quarantined {
                output.detail(&format!("{name}: in quarantine ({}).", taken.reason));
            }
            if count.found % STEP == 0 {
                output.say(&format!("{} mails taken in …", count.found));
            }
        }
        house.store.close().await.map_err(house::stored)?;
        Ok(count)
    })
}
