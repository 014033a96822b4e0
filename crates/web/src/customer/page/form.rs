//! The fields of a customer as a form, for recording and for revising.

use baton_core::customer::Customer;
use baton_core::say;
use baton_core::tags::KNOWN_TAGS;
use baton_core::vault::Texts;
use maud::{Markup, html};

use crate::ctx::{Ctx, Form};
use crate::customer::new::CUSTOMER_FORM;
use crate::input::{Kept, error_of};
use crate::ui;

/// All fields; `own` are the organisation's own tags that this customer has.
pub fn fields(ctx: &Ctx, start: &Kept, own: &[String]) -> Markup {
    let form = ctx.form(&CUSTOMER_FORM).starting(start);
    html! {
        (form.text("name"))
        (ui::several::several(&form, "emails", say!("customer-form-e-mail-addresses"), say!("customer-form-e-mail-address"), "email"))
        (ui::several::several(&form, "phones", say!("customer-form-telephone-numbers"), say!("customer-form-telephone-number"), "tel"))
        (form.lines("address", 3))
        (form.text("account"))
        (form.text("date_of_birth"))
        @for tag in own { (own_field(&form, tag)) }
        (form.lines("notes", 3))
    }
}

/// A field of the organisation's own.
fn own_field(form: &Form<'_>, tag: &str) -> Markup {
    let path = format!("fields.{tag}");
    let (id, error) = (ui::field::id(&path), error_of(form.refusal, &path));
    html! {
        div.field.wrong[error.is_some()] {
            label for=(id) { (ui::words::tag(tag)) span.optional { " " (say!("customer-form-optional")) } }
            @if let Some(error) = error {
                p.field-error { span.unseen { (say!("customer-form-error")) " " } (error.message) }
            }
            input.input id=(id) name=(path) type="text" value=[form.kept.get(&path)];
        }
    }
}

/// The tags of a customer that only this organisation has.
pub fn own_tags(customer: &Customer) -> Vec<String> {
    let known = |tag: &str| KNOWN_TAGS.iter().any(|(known, _)| *known == tag);
    let own = customer.fields.iter().filter(|field| !known(&field.tag));
    own.map(|field| field.tag.clone()).collect()
}

/// What is known now, as the form would have sent it.
pub fn start(customer: &Customer, texts: &Texts) -> Kept {
    let mut kept = Vec::new();
    let (mut emails, mut phones) = (0..20, 0..20);
    for field in &customer.fields {
        let path = match field.tag.as_str() {
            "email" => emails.next().map(|n| format!("emails[{n}]")),
            "phone" => phones.next().map(|n| format!("phones[{n}]")),
            tag if KNOWN_TAGS.iter().any(|(known, _)| *known == tag) => Some(tag.to_owned()),
            tag => Some(format!("fields.{tag}")),
        };
        let text = texts.show(field.value).to_owned();
        kept.extend(path.map(|path| (path, text)));
    }
    Kept::new(kept)
}
