//! Customer data to share, field by field: none is ticked, each has a purpose.

use baton_core::case::request::command::Share;
use baton_core::refusal::{FieldError, Refusal};
use baton_core::tags::class_of;
use baton_core::vault::Class;
use baton_core::{say, word};
use maud::{Markup, html};

use super::sheet::Sheet;
use crate::ctx::{Ctx, Form};
use crate::input::{Input, Value, error_of};
use crate::page::Sample;
use crate::reach::File;
use crate::shape::{Field, Kind};
use crate::ui::field::id;
use crate::ui::words::tag;
use crate::view::request::PacketView;

const TAG: Kind = Kind::Text { most: 40, lines: false };
const PURPOSE_TEXT: Kind = Kind::Text { most: 100, lines: false };
const WHY_TEXT: Kind = Kind::Text { most: 1_000, lines: false };

/// The boxes that were ticked, and by tag what was written for each field.
pub const SHARE: Field =
    Field::list("share", &TAG, 50).label(word!("request-packet-customer-data-to-share"));
pub const PURPOSE: Field =
    Field::map("purpose", &PURPOSE_TEXT, 50).label(word!("request-packet-purpose"));
pub const WHY: Field = Field::map("why_shared", &WHY_TEXT, 50).label(word!("request-packet-why"));

/// A field that can be shared.
#[derive(Clone, Debug)]
pub struct Offer {
    pub tag: String,
    /// What would be shared, where this person may see it.
    pub value: Option<String>,
    pub sensitive: bool,
}

impl Offer {
    /// A field by its name alone.
    pub fn named(tag: &str) -> Self {
        Self { tag: tag.to_owned(), value: None, sensitive: class_of(tag) == Class::P3 }
    }
}

/// The fields of the customer of a case, for somebody who may see all of it. What goes to named
/// persons only is not offered.
pub fn of_customer(file: &File) -> Vec<Offer> {
    let Some(customer) = &file.customer else { return Vec::new() };
    let mut offers: Vec<Offer> = Vec::new();
    for field in customer.fields.iter().filter(|field| field.class != Class::P4) {
        let text = file.texts.show(field.value);
        match offers.iter_mut().find(|offer| offer.tag == field.tag) {
            Some(known) => {
                known.value = known.value.take().map(|value| format!("{value}, {text}"));
            }
            None => offers.push(Offer {
                tag: field.tag.clone(),
                value: Some(text.to_owned()),
                sensitive: field.class == Class::P3,
            }),
        }
    }
    offers
}

/// What the packet of a request holds, for whoever passes part of it on.
pub fn of_packet(sheet: &Sheet) -> Vec<Offer> {
    let offer = |field: &PacketView| Offer {
        value: Some(field.value.clone()),
        ..Offer::named(&field.field)
    };
    sheet.view.packet.iter().map(offer).collect()
}

/// What more can be shared with a request: of the case's own department the fields themselves, of
/// others the names of those that are usual.
pub fn of_request(sheet: &Sheet) -> Vec<Offer> {
    let mut offers = if sheet.sees_case() { of_customer(&sheet.file) } else { usual() };
    offers.retain(|offer| !sheet.request.shares(&offer.tag));
    offers
}

fn usual() -> Vec<Offer> {
    baton_core::tags::KNOWN_TAGS.iter().map(|(tag, _)| Offer::named(tag)).collect()
}

/// The boxes. `needed` are the fields that the service asks for.
pub fn boxes(form: &Form<'_>, offers: &[Offer], needed: &[String]) -> Markup {
    let error = error_of(form.refusal, "share");
    html! {
        fieldset.field.offers.wrong[error.is_some()] aria-describedby="f-share-hint" {
            legend { (say!("request-packet-what-of-the-customer-do-they")) }
            p.hint #f-share-hint {
                (say!("request-packet-nothing-goes-along-unless-you"))
            }
            @if let Some(error) = error {
                p.field-error { span.unseen { (say!("request-packet-error")) " " } (error.message) }
            }
            @if offers.is_empty() { p #f-share { (say!("request-packet-there-is-nothing-to-share")) } }
            @for (n, offer) in offers.iter().enumerate() {
                (one(form, n, offer, needed.contains(&offer.tag)))
            }
        }
    }
}

fn one(form: &Form<'_>, n: usize, offer: &Offer, needed: bool) -> Markup {
    let this = if n == 0 { id("share") } else { format!("{}-{n}", id("share")) };
    let (purpose, why) = (format!("purpose.{}", offer.tag), format!("why_shared.{}", offer.tag));
    html! {
        div.offer {
            div.choice {
                input id=(this) type="checkbox" name="share" value=(offer.tag)
                    checked[form.kept.ticked("share", &offer.tag)];
                label for=(this) {
                    strong { (tag(&offer.tag)) }
                    @if needed { span.offer-needed { " " (say!("request-packet-needed")) } }
                    @if offer.sensitive { span.offer-needed { " " (say!("request-packet-sensitive")) } }
                    @if let Some(value) = &offer.value { span.offer-value { (value) } }
                }
            }
            div.offer-why {
                (text(form, &purpose, &say!("request-packet-what-is-for", tag = tag(&offer.tag).to_lowercase())))
                @if offer.sensitive {
                    (text(form, &why, say!("request-packet-it-is-sensitive-why-do-they")))
                }
            }
        }
    }
}

fn text(form: &Form<'_>, path: &str, label: &str) -> Markup {
    let (this, error) = (id(path), error_of(form.refusal, path));
    let error_id = error.map(|_| format!("{this}-error"));
    html! {
        div.wrong[error.is_some()] {
            label for=(this) { (label) }
            @if let (Some(error), Some(error_id)) = (error, &error_id) {
                p.field-error id=(error_id) { span.unseen { (say!("request-packet-error")) " " } (error.message) }
            }
            input.input id=(this) name=(path) type="text" value=[form.kept.get(path)]
                autocomplete="off" aria-describedby=[&error_id] aria-invalid=[error.map(|_| "true")];
        }
    }
}

/// What was ticked, with what was written for it.
pub fn read(input: &Input) -> Vec<Share> {
    let written = |name: &str, tag: &str| match input.group(name).and_then(|map| map.get(tag)) {
        Some(Value::Text(text)) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    };
    let share = |tag: &str| Share {
        field: tag.to_owned(),
        purpose: written("purpose", tag),
        why: written("why_shared", tag),
    };
    input.texts("share").map(share).collect()
}

/// A refusal names the n-th shared field; the page has it under its tag.
pub fn place(ctx: &Ctx, mut refusal: Refusal) -> Refusal {
    let tags: Vec<&str> = ctx.input.texts("share").collect();
    for error in &mut refusal.fields {
        if let Some(found) = placed(error, &tags) {
            error.field = found;
        }
    }
    refusal
}

fn placed(error: &FieldError, tags: &[&str]) -> Option<String> {
    let rest =
        error.field.strip_prefix("shared_fields").or_else(|| error.field.strip_prefix("share"))?;
    let Some((index, part)) = rest.strip_prefix('[').and_then(|rest| rest.split_once("].")) else {
        return rest.is_empty().then(|| "share".to_owned());
    };
    let tag = tags.get(index.parse::<usize>().ok()?)?;
    Some(match part {
        "purpose" => format!("purpose.{tag}"),
        "why" => format!("why_shared.{tag}"),
        _ => "share".to_owned(),
    })
}

pub fn samples() -> Vec<Sample> {
    use crate::input::Kept;
    let offer = |tag: &str, value: &str, sensitive| Offer {
        tag: tag.to_owned(),
        value: Some(value.to_owned()),
        sensitive,
    };
    let offers = [offer("phone", "020 7946 0018", false), offer("notes", "Hard of hearing", true)];
    let kept = Kept::new(vec![("share".to_owned(), "notes".to_owned())]);
    let refusal = Refusal::invalid("purpose.notes", "missing", "Say what notes is needed for.");
    static SHAPE: crate::shape::Shape = crate::shape::Shape::new("Offers", &[SHARE, PURPOSE, WHY]);
    let form = |kept, refusal| Form { shape: &SHAPE, kept, refusal, advice: &[] };
    vec![
        Sample::new("fields to share", boxes(&form(&Kept::default(), None), &offers, &[])),
        Sample::new(
            "fields to share that need another look",
            boxes(&form(&kept, Some(&refusal)), &offers, &["phone".to_owned()]),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_the_nth_field_stands_beside_the_field_that_was_ticked() {
        let tags = ["phone", "notes"];
        for (named, found) in [
            ("shared_fields[1].purpose", Some("purpose.notes")),
            ("shared_fields[1].why", Some("why_shared.notes")),
            ("share[0].field", Some("share")),
            ("shared_fields", Some("share")),
            ("shared_fields[9].why", None),
            ("need", None),
        ] {
            let error = FieldError::new(named, "missing", "");
            assert_eq!(placed(&error, &tags).as_deref(), found, "{named}");
        }
    }
}
