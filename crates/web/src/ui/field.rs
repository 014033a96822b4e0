//! Fields of a declared form: label, hint, what is wrong, and what was typed.
//!
//! A field's `name` is its path in the API, so a refusal finds its field. Everything is checked on
//! the server: no `required`, no `pattern`, `novalidate` on the form.

use baton_core::catalogue::Word;
use baton_core::refusal::FieldError;
use baton_core::say;
use baton_core::writing::Kind as Kinds;
use maud::{Markup, html};

use super::writing;

use crate::ctx::Form;
use crate::input::{Kept, error_of};
use crate::page::Sample;
use crate::shape::{Field, Kind, Shape};

/// The id of a field's control: what the error summary links to.
pub fn id(path: &str) -> String {
    let letters = path.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' });
    std::iter::once('f').chain(std::iter::once('-')).chain(letters).collect()
}

/// A field in which colleagues are named after an @: with script, they are offered.
pub fn naming(field: &Markup) -> Markup {
    html! {
        div data-mentions data-words=(say!("ui-field-people-and-departments"))
            data-none=(say!("ui-field-names-are-listed-below-choose")) { (field) }
    }
}

/// A field by its path in a form, with all that stands around its control.
pub(super) struct Around<'a> {
    path: &'a str,
    pub(super) id: String,
    label: String,
    hint: &'static str,
    optional: bool,
    error: Option<&'a FieldError>,
    value: &'a str,
    most: Option<usize>,
}

impl Around<'_> {
    fn hint_id(&self) -> Option<String> {
        (!self.hint.is_empty()).then(|| format!("{}-hint", self.id))
    }
    fn error_id(&self) -> Option<String> {
        self.error.map(|_| format!("{}-error", self.id))
    }
    /// What a reader hears after the label.
    pub(super) fn described(&self) -> Option<String> {
        let ids: Vec<String> = self.hint_id().into_iter().chain(self.error_id()).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }
    fn legend(&self) -> Markup {
        html! { (self.label) @if self.optional { span.optional { " " (say!("ui-field-optional")) } } }
    }
    fn notes(&self) -> Markup {
        html! {
            @if let Some(id) = self.hint_id() { p.hint id=(id) { (self.hint) } }
            @if let (Some(id), Some(error)) = (self.error_id(), self.error) {
                p.field-error id=(id) { span.unseen { (say!("ui-field-error")) " " } (error.message) }
            }
        }
    }
    /// Label, notes, control.
    fn wrap(&self, control: &Markup) -> Markup {
        html! {
            div.field.wrong[self.error.is_some()] {
                label for=(self.id) { (self.legend()) }
                (self.notes())
                (control)
            }
        }
    }
    /// Several controls under one legend.
    pub(super) fn group(&self, controls: &Markup) -> Markup {
        html! {
            fieldset.field.wrong[self.error.is_some()] aria-describedby=[self.described()] {
                legend { (self.legend()) }
                (self.notes())
                (controls)
            }
        }
    }
}

impl<'a> Form<'a> {
    /// The declared field of a path: `customer_told.what`, `shared_fields[0].purpose`.
    fn declared(&self, path: &str) -> Option<&'static Field> {
        let mut shape: &'static Shape = self.shape;
        let mut found = None;
        for part in path.split('.') {
            let name = part.split('[').next().unwrap_or(part);
            let field = shape.field(name)?;
            found = Some(field);
            shape = match field.kind {
                Kind::Group(inner) => inner,
                Kind::List { of: Kind::Group(inner), .. } => inner,
                _ => shape,
            };
        }
        found
    }

    pub(super) fn around(&self, path: &'a str) -> Around<'a> {
        let field = self.declared(path);
        let most = field.and_then(|field| match field.kind {
            Kind::Text { most, .. } => Some(most),
            _ => None,
        });
        Around {
            path,
            id: id(path),
            label: field.map_or_else(|| path.to_owned(), Field::title),
            hint: field.map_or("", |field| field.hint.text()),
            optional: field.is_some_and(|field| !field.required && !field.needed),
            error: error_of(self.refusal, path),
            value: self.kept.get(path).unwrap_or_default(),
            most,
        }
    }

    /// One box of many that the shape does not name: its label is handed in. What it holds when it
    /// is left empty is its placeholder.
    pub fn cell(&self, path: &str, label: &str, usual: Option<&str>) -> Markup {
        let around = Around {
            path,
            id: id(path),
            label: label.to_owned(),
            hint: "",
            optional: false,
            error: error_of(self.refusal, path),
            value: self.kept.get(path).unwrap_or_default(),
            most: None,
        };
        around.wrap(&html! {
            input.input id=(around.id) name=(around.path) type="text" value=(around.value)
                placeholder=[usual] aria-describedby=[around.described()]
                aria-invalid=[around.invalid()];
        })
    }

    fn input(&self, path: &'a str, kind: &str, complete: Option<&str>) -> Markup {
        let around = self.around(path);
        let wide = around.most.is_none_or(|most| most > 40);
        around.wrap(&html! {
            input.input.short[!wide] id=(around.id) name=(around.path) type=(kind)
                value=(around.value) autocomplete=[complete]
                aria-describedby=[around.described()] aria-invalid=[around.invalid()];
        })
    }

    pub fn text(&self, path: &'a str) -> Markup {
        self.input(path, "text", None)
    }

    pub fn tel(&self, path: &'a str) -> Markup {
        self.input(path, "tel", Some("tel"))
    }

    pub fn email(&self, path: &'a str) -> Markup {
        self.input(path, "email", Some("email"))
    }

    /// A code: one box, into which it can be pasted, and which apps fill in.
    pub fn code(&self, path: &'a str) -> Markup {
        self.input(path, "text", Some("one-time-code"))
    }

    /// What was typed is never shown again. `complete` is `current-password` or `new-password`.
    pub fn password(&self, path: &'a str, complete: &str) -> Markup {
        let around = self.around(path);
        around.wrap(&html! {
            input.input id=(around.id) name=(around.path) type="password" autocomplete=(complete)
                aria-describedby=[around.described()] aria-invalid=[around.invalid()];
        })
    }

    /// Text of several lines.
    pub fn lines(&self, path: &'a str, rows: u8) -> Markup {
        let around = self.around(path);
        let kind = self.declared(path).and_then(|field| field.writing).map(Kinds::name);
        around.wrap(&html! {
            textarea.input id=(around.id) name=(around.path) rows=(rows) data-words=[kind]
                aria-describedby=[around.described()] aria-invalid=[around.invalid()] {
                "\n" (around.value)
            }
            @if kind.is_some() { (writing::beside(path, self.advice)) }
        })
    }

    /// One of several, all in sight: value and text of each.
    pub fn radios(&self, path: &'a str, choices: &[(&str, &str)]) -> Markup {
        let around = self.around(path);
        around.group(&html! {
            @for (n, (value, text)) in choices.iter().enumerate() {
                @let id = if n == 0 { around.id.clone() } else { format!("{}-{n}", around.id) };
                div.choice {
                    input id=(id) type="radio" name=(around.path) value=(value)
                        checked[around.value == *value];
                    label for=(id) { (text) }
                }
            }
        })
    }

    /// Any of several: boxes that share a name, for a list.
    pub fn boxes(&self, path: &'a str, choices: &[(&str, &str)]) -> Markup {
        let around = self.around(path);
        around.group(&html! {
            @for (n, (value, text)) in choices.iter().enumerate() {
                @let id = if n == 0 { around.id.clone() } else { format!("{}-{n}", around.id) };
                div.choice {
                    input id=(id) type="checkbox" name=(around.path) value=(value)
                        checked[self.kept.ticked(path, value)];
                    label for=(id) { (text) }
                }
            }
        })
    }

    /// One box: yes or no.
    pub fn tick(&self, path: &'a str) -> Markup {
        let around = self.around(path);
        html! {
            div.field.wrong[around.error.is_some()] {
                div.choice {
                    input id=(around.id) type="checkbox" name=(around.path) value="true"
                        checked[around.value == "true"] aria-describedby=[around.described()];
                    label for=(around.id) { (around.label) }
                }
                (around.notes())
            }
        }
    }

    /// One of many, folded away.
    pub fn select(&self, path: &'a str, choices: &[(&str, &str)]) -> Markup {
        let around = self.around(path);
        around.wrap(&html! {
            select.input id=(around.id) name=(around.path)
                aria-describedby=[around.described()] aria-invalid=[around.invalid()] {
                option value="" selected[around.value.is_empty()] { (say!("ui-field-choose")) }
                @for (value, text) in choices {
                    option value=(value) selected[around.value == *value] { (text) }
                }
            }
        })
    }

    /// A moment: date and time apart, in the viewer's zone.
    pub fn moment(&self, path: &'a str) -> Markup {
        let around = self.around(path);
        let (date, time) = (format!("{path}.date"), format!("{path}.time"));
        let part = |name: &str| self.kept.get(name).unwrap_or_default().to_owned();
        let (day, hour) = around.value.split_once('T').unwrap_or_default();
        let day = if day.is_empty() { part(&date) } else { day.to_owned() };
        let hour = if hour.is_empty() { part(&time) } else { hour.to_owned() };
        let time_id = format!("{}-time", around.id);
        around.group(&html! {
            div.parts {
                div {
                    label for=(around.id) { (say!("ui-field-date")) }
                    input.input.short id=(around.id) name=(date) type="date" value=(day)
                        aria-invalid=[around.invalid()];
                }
                div {
                    label for=(time_id) { (say!("ui-field-time")) }
                    input.input.short id=(time_id) name=(time) type="time" value=(hour)
                        aria-invalid=[around.invalid()];
                }
            }
        })
    }

    /// A moment in one field, in the viewer's zone: one stop of the Tab key.
    pub fn local(&self, path: &'a str) -> Markup {
        let around = self.around(path);
        around.wrap(&html! {
            input.input.short id=(around.id) name=(around.path) type="datetime-local"
                value=(around.value) max="2999-12-31T23:59"
                aria-describedby=[around.described()] aria-invalid=[around.invalid()];
        })
    }

    /// A day without a time.
    pub fn day(&self, path: &'a str) -> Markup {
        self.input(path, "date", None)
    }

    /// The same form with values to start from, where nothing was typed yet.
    pub fn starting(self, start: &'a Kept) -> Self {
        if self.kept.is_empty() { Self { kept: start, ..self } } else { self }
    }
}

/// Made up, so it stands in no catalogue; what is not there shows itself.
static SAMPLE: Shape = Shape::new(
    "Sample",
    &[
        Field::lines("need", 2000)
            .label(Word::new("What do you need?"))
            .hint(Word::new(
                "Say it so that somebody who does not know the customer understands it.",
            ))
            .ask(Word::new("Say what you need."))
            .required(),
        Field::choice("channel", &["desk", "email"]).label(Word::new("Channel")).required(),
        Field::list("shared", &Kind::Choice(&["phone", "address"]), 9)
            .label(Word::new("Share with Logistics")),
        Field::time("needed_by")
            .label(Word::new("Needed by"))
            .hint(Word::new("In your own time zone."))
            .required(),
        Field::text("reference", 20).label(Word::new("Their reference")),
        Field::choice("service", &["dispatch"]).label(Word::new("Service")),
        Field::flag("urgent").label(Word::new("The customer was promised this date")),
    ],
);

fn sample_form(form: Form<'_>) -> Markup {
    html! {
        (form.lines("need", 4))
        (form.radios("channel", &[("desk", "Here"), ("email", "By e-mail")]))
        (form.boxes("shared", &[("phone", "Phone"), ("address", "Address")]))
        (form.moment("needed_by"))
        (form.text("reference"))
        (form.select("service", &[("dispatch", "Dispatch")]))
        (form.tick("urgent"))
    }
}

pub fn samples() -> Vec<Sample> {
    let kept = Kept::new(vec![
        ("channel".to_owned(), "email".to_owned()),
        ("shared".to_owned(), "phone".to_owned()),
        ("needed_by.date".to_owned(), "2026-12-01".to_owned()),
    ]);
    let refusal = super::summary::sample_refusal();
    let shape = &SAMPLE;
    vec![
        Sample::new(
            "fields",
            sample_form(Form { shape, kept: &Kept::default(), refusal: None, advice: &[] }),
        ),
        Sample::new(
            "fields that need another look",
            sample_form(Form { shape, kept: &kept, refusal: Some(&refusal), advice: &[] }),
        ),
    ]
}
