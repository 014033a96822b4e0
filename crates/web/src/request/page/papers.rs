//! Files on the pages of a request: those that can be sent along, and those that were.

use baton_core::case::request::sight::may_open_files;
use baton_core::case::state::Attachment;
use baton_core::say;
use maud::Markup;

use super::sheet::Sheet;
use crate::reach::File;
use crate::ui::files::{Paper, papers};
use crate::upload::Source;

/// What is sent for a file, and its name.
type Offered = (String, String);

/// What came with the messages of a case, for somebody who may see all of it; without what is there
/// already.
pub fn of_case(file: &File, held: &[Attachment]) -> Vec<Offered> {
    let mut offered: Vec<Offered> = Vec::new();
    for message in &file.case.messages {
        for (n, one) in message.attachments.iter().enumerate() {
            if held.iter().all(|other| other.file != one.file) {
                let name = file.texts.show(one.name);
                offered.push((Source::Message(message.id, n).text(name), name.to_owned()));
            }
        }
    }
    offered
}

/// What the draft holds already.
pub fn of_draft(sheet: &Sheet) -> Vec<Offered> {
    let held = sheet.request.ask.files.iter().enumerate();
    let offered = held.map(|(n, one)| {
        let name = sheet.file.texts.show(one.name);
        (Source::Draft(n).text(name), name.to_owned())
    });
    offered.collect()
}

/// What the asking side sent along.
pub fn asked_with(sheet: &Sheet) -> Option<Markup> {
    listed(sheet, 0, &sheet.request.ask.files, say!("request-papers-with-the-request"))
}

/// What came with the answers.
pub fn answered_with(sheet: &Sheet) -> Option<Markup> {
    let (before, files) = (sheet.request.ask.files.len(), &sheet.request.answered_with);
    listed(sheet, before, files, say!("request-papers-with-the-answer"))
}

fn listed(sheet: &Sheet, before: usize, files: &[Attachment], label: &str) -> Option<Markup> {
    let Sheet { file, request, ctx, .. } = sheet;
    let opens = may_open_files(&file.case, request, &ctx.who, &file.calendars, ctx.now);
    let paper = |(n, one): (usize, &Attachment)| Paper {
        name: file.texts.show(one.name).to_owned(),
        href: opens.then(|| format!("{}/files/{}", sheet.href(), before + n)),
        size: one.size,
    };
    let listed: Vec<Paper> = files.iter().enumerate().map(paper).collect();
    (!listed.is_empty()).then(|| papers(label, &listed))
}
