//! A case is opened, by a person or by a mail.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::command::Open;
use baton_core::case::{self, Case, Setting};
use baton_core::customer::Customer;
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::StreamId;
use baton_core::time::Instant;
use baton_core::vault::Texts;
use baton_store::{Result, Task, Tx, Verdict, rows};

use crate::desk::Desk;
use crate::run::{self, Done};
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

impl Desk {
    /// Opens a case; its number is drawn with it.
    pub async fn open_case(
        &self,
        who: &Who,
        form: Open,
        asked: Asked,
    ) -> std::result::Result<Done<Case>, Trouble> {
        let customer = match form.customer {
            Some(id) => Some(self.customer(id).await?),
            None => None,
        };
        let task = OpenTask { opening: Opening::new(self, who.clone(), customer)?, form, asked };
        let ended = self.0.store.write(task).await?;
        self.finish(ended).await
    }
}

/// What an opening brings along, whoever asks for it.
pub(crate) struct Opening {
    desk: Desk,
    who: Who,
    now: Instant,
    draw: Draw,
    directory: Arc<Directory>,
    customer: Option<Arc<Customer>>,
}

impl Opening {
    pub(crate) fn new(
        desk: &Desk,
        who: Who,
        customer: Option<Arc<Customer>>,
    ) -> std::result::Result<Self, Trouble> {
        let (desk, directory) = (desk.clone(), desk.directory());
        let (now, draw) = (desk.now(), desk.draw()?);
        Ok(Self { desk, who, now, draw, directory, customer })
    }

    /// Decides and writes the opening inside a transaction.
    pub(crate) async fn write(
        &self,
        tx: &Tx<'_>,
        form: &Open,
    ) -> Result<std::result::Result<Case, Trouble>> {
        let mut draw = self.draw.clone();
        let mut form = form.clone();
        form.id = draw.id();
        form.number = rows::case::next_number(tx, form.id).await?;
        let (texts, agreements) = (Texts::default(), self.desk.agreements());
        let (house, calendars) = (self.desk.house(), self.desk.calendars());
        let levels = self.desk.service_levels();
        let setting = Setting {
            now: self.now,
            who: &self.who,
            directory: &self.directory,
            calendars: &calendars,
            agreements: &agreements,
            practice: &house.practice,
            service_levels: &levels,
            customer: self.customer.as_deref(),
            texts: &texts,
            undo_until: None,
        };
        match case::open(&form, &setting, &mut draw) {
            Err(refusal) => Ok(Err(refusal.into())),
            Ok(decided) => {
                Ok(Ok(run::commit(tx, &self.desk, None, decided, &mut draw, self.now).await?))
            }
        }
    }
}

struct OpenTask {
    opening: Opening,
    form: Open,
    asked: Asked,
}

impl Task for OpenTask {
    type Out = Ended<Case>;

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Case>>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop(ended));
        }
        match self.opening.write(tx, &self.form).await? {
            Err(trouble) => Ok(Verdict::Drop(Ended::Refused(trouble))),
            Ok(case) => {
                let (stream, now) = (StreamId::Case(case.id), self.opening.now);
                self.asked.keep(tx, stream, case.version, now).await?;
                Ok(Verdict::Keep(Ended::Did(case)))
            }
        }
    }
}
