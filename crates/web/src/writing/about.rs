//! What is known beside a text: the ask that it answers, and the record of the customer, for those
//! who may see it.

use baton_core::access::Sight;
use baton_core::case::request::sight::case_sight;
use baton_core::writing::{About, Record};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::{self, File};

#[derive(Clone, Debug, Default)]
pub struct Known {
    asked: Option<String>,
    customer: Option<Record>,
}

impl Known {
    pub fn about(&self) -> About<'_> {
        About { dated: false, asked: self.asked.as_deref(), customer: self.customer.as_ref() }
    }
}

/// What the address of a form is about.
pub async fn of_path(ctx: &Ctx) -> Result<Known, Trouble> {
    if ctx.route.path.starts_with("/cases/{id}") {
        of_case(ctx, ctx.param("id")).await
    } else if ctx.route.path.starts_with("/requests/{id}") {
        of_request(ctx, ctx.param("id")).await
    } else {
        Ok(Known::default())
    }
}

pub async fn of_case(ctx: &Ctx, id: &str) -> Result<Known, Trouble> {
    let file = reach::file(ctx, reach::case(ctx, id).await?).await?;
    Ok(Known { asked: None, customer: record(&file) })
}

/// Who sees no more than the packet is told nothing of the rest of the record, not even that it
/// holds what they typed.
pub async fn of_request(ctx: &Ctx, id: &str) -> Result<Known, Trouble> {
    let (case, id, _) = reach::request(ctx, id).await?;
    let file = reach::file(ctx, case).await?;
    let request = reach::in_file(&file, id)?;
    let ask = [Some(request.ask.need), request.ask.outcome_wanted].into_iter().flatten();
    let asked: Vec<&str> = ask.map(|word| file.texts.show(word)).collect();
    let whole = case_sight(&file.case, &ctx.who) == Sight::All;
    let customer = if whole { record(&file) } else { None };
    Ok(Known { asked: Some(asked.join(" ")), customer })
}

fn record(file: &File) -> Option<Record> {
    let customer = file.customer.as_ref().filter(|customer| !customer.is_erased())?;
    let text = |word| file.texts.get(word).map(str::to_owned);
    let fields = customer.fields.iter();
    Some(Record {
        name: customer.first("name").and_then(text),
        fields: fields.filter_map(|one| Some((one.tag.clone(), text(one.value)?))).collect(),
    })
}
