//! Files that somebody hands over with what they write.

use crate::case::command::NewAttachment;
use crate::case::decide::Pen;
use crate::case::decide::text::Check;
use crate::case::state::Attachment;
use crate::log::Effect;
use crate::say;

/// So many files go with one text.
pub const MOST_FILES: usize = 10;
/// The largest one, in bytes (check 32 of the security level).
pub const LARGEST_FILE: u64 = 25 * 1024 * 1024;

/// Few enough, none too large, none without a name.
pub(crate) fn check(check: &mut Check, files: &[NewAttachment]) {
    if files.len() > MOST_FILES {
        check.wrong("files", "too_many", say!("case-files-at-most", most = MOST_FILES));
    }
    for file in files {
        let name = file.name.trim();
        if name.is_empty() {
            check.wrong("files", "missing", say!("case-files-a-file-needs-a-name"));
        }
        if file.size == 0 {
            check.wrong("files", "empty", say!("case-files-is-empty", name));
        }
        if file.size > LARGEST_FILE {
            check.wrong(
                "files",
                "too_large",
                say!("case-files-is-too-large", name, most = LARGEST_FILE >> 20),
            );
        }
    }
}

/// Writes the names down, and whose data the files hold: they go with the customer's words.
pub(crate) fn keep(pen: &mut Pen<'_, '_>, files: &[NewAttachment]) -> Vec<Attachment> {
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        let NewAttachment { file, name, media_type, size } = file.clone();
        pen.effect(Effect::OwnFile { file: file.clone(), subject: pen.subject() });
        kept.push(Attachment { file, name: pen.write(&name), media_type, size });
    }
    kept
}
