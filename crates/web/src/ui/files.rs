//! Files: the field that takes them, and the list of those that are there.

use baton_core::case::decide::{LARGEST_FILE, MOST_FILES};
use baton_core::say;
use maud::{Markup, html};

use super::story::size;
use crate::ctx::Form;
use crate::page::Sample;
use crate::upload::FIELD;

/// A file that can be opened.
#[derive(Clone, Debug)]
pub struct Paper {
    pub name: String,
    /// `None` where its name is all that may be seen.
    pub href: Option<String>,
    pub size: u64,
}

/// Files in a row, to be kept and not shown: nothing of them runs here.
pub fn papers(label: &str, files: &[Paper]) -> Markup {
    html! {
        @if !files.is_empty() {
            ul.papers aria-label=(label) {
                @for file in files {
                    li {
                        @if let Some(href) = &file.href { a href=(href) download { (file.name) } }
                        @else { (file.name) }
                        " " span.muted { (size(file.size)) }
                    }
                }
            }
        }
    }
}

impl Form<'_> {
    /// The field for files. What was handed in is a box that is ticked; `offered` are files that lie
    /// in the case, by what they are sent as and their name.
    pub fn files(&self, offered: &[(String, String)]) -> Markup {
        let around = self.around(FIELD);
        let handed: Vec<(&str, &str)> = self
            .kept
            .values(FIELD)
            .filter(|text| offered.iter().all(|(known, _)| known != text))
            .filter_map(|text| Some((text, text.split_once(' ')?.1)))
            .collect();
        let lying = offered.iter().map(|(text, name)| (text.as_str(), name.as_str()));
        let boxes: Vec<(&str, &str)> = lying.chain(handed).collect();
        let (most, largest) = (MOST_FILES, LARGEST_FILE >> 20);
        around.group(&html! {
            @for (n, (text, name)) in boxes.iter().enumerate() {
                @let id = format!("{}-{n}", around.id);
                div.choice {
                    input id=(id) type="checkbox" name=(FIELD) value=(text)
                        checked[self.kept.ticked(FIELD, text)];
                    label for=(id) { (name) }
                }
            }
            div.from-device {
                label for=(around.id) {
                    (say!("ui-files-from-this-device")) " "
                    span.muted { (say!("ui-files-at-most", most, largest)) }
                }
                input.input id=(around.id) type="file" name=(FIELD) multiple
                    aria-describedby=[around.described()] aria-invalid=[around.invalid()];
            }
        })
    }
}

impl Form<'_> {
    /// Below a text: a file that is read in its place.
    pub fn instead(&self, path: &str, accept: &str, label: &str) -> Markup {
        let id = format!("{}-file", super::field::id(path));
        html! {
            div.field {
                label for=(id) { (label) }
                input.input id=(id) type="file" name=(path) accept=(accept);
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let paper = |name: &str, href: Option<&str>, size| Paper {
        name: name.to_owned(),
        href: href.map(str::to_owned),
        size,
    };
    let files = [paper("kettle.jpg", Some("/f/0"), 48_120), paper("label.pdf", None, 2_310_000)];
    vec![Sample::new("files", papers("Files", &files))]
}
