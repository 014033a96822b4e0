//! Somebody hands over a file for a text that they have not sent yet. It waits for a day, for them
//! alone, and becomes part of a case only with the command that names it.

use baton_core::case::command::NewAttachment;
use baton_core::case::decide::LARGEST_FILE;
use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::time::{Instant, Span};
use baton_core::vault::hex;
use baton_store::Link;
use baton_store::uploads::{self, Upload};

use crate::desk::Desk;
use crate::trouble::Trouble;

/// So many bytes may one person hand over in a day (check 35 of the security level).
pub const QUOTA: u64 = 500 * 1024 * 1024;
/// Below so many free bytes no more files are taken in: the log needs the room.
const NO_ROOM_LEFT: u64 = 1 << 30;
/// The longest name that is kept, in characters; what is longer loses its middle.
const LONGEST_NAME: usize = 150;
/// What is said of a file of which nobody knows what it is.
const UNKNOWN: &str = "application/octet-stream";

impl Desk {
    /// Keeps bytes for whoever handed them over.
    ///
    /// # Errors
    /// `invalid` with the field `files`: empty, too large, more than a day's share, or no room.
    pub async fn hand_in(
        &self,
        person: PersonId,
        name: &str,
        media_type: &str,
        bytes: Vec<u8>,
    ) -> Result<Upload, Trouble> {
        let (size, name, now) = (bytes.len() as u64, tidy_name(name), self.now());
        let refused = |code, message: String| Refusal::invalid("files", code, message);
        if size == 0 {
            return Err(refused("empty", say!("case-files-is-empty", name)).into());
        }
        if size > LARGEST_FILE {
            let message = say!("case-files-is-too-large", name, most = LARGEST_FILE >> 20);
            return Err(refused("too_large", message).into());
        }
        if self.0.files.free()? < NO_ROOM_LEFT {
            return Err(refused("no_room", say!("upload-no-room").to_owned()).into());
        }
        // Once before the disk is written to, and once with the row, for what comes side by side.
        let quota = || refused("quota", say!("upload-quota", most = QUOTA >> 20));
        if !fits(&self.0.store.link(), person, size, now).await? {
            return Err(quota().into());
        }
        let media_type = plain_type(media_type);
        let file = self.0.files.put(bytes).await?;
        let upload = Upload { id: hex(&self.0.entropy.seed()?), file, name, media_type, size };
        let new = upload.clone();
        let work = self.0.store.keep(move |tx| {
            let new = new.clone();
            Box::pin(async move {
                let fits = fits(&tx.link(), person, new.size, now).await?;
                if fits {
                    uploads::add(tx, person, &new, now).await?;
                }
                Ok(fits)
            })
        });
        if work.await? { Ok(upload) } else { Err(quota().into()) }
    }

    /// What somebody has handed over, by its id; nobody else finds it.
    pub async fn handed_in(&self, person: PersonId, id: &str) -> Result<Option<Upload>, Trouble> {
        Ok(uploads::get(&self.0.store.link(), person, id).await?)
    }
}

/// Whether so many bytes are still within somebody's share of a day.
async fn fits(
    link: &Link<'_>,
    person: PersonId,
    size: u64,
    now: Instant,
) -> baton_store::Result<bool> {
    Ok(uploads::taken_since(link, person, now - Span::times_24h(1)).await? + size <= QUOTA)
}

/// As a command takes it.
pub fn attachment(upload: &Upload) -> NewAttachment {
    let Upload { file, name, media_type, size, .. } = upload.clone();
    NewAttachment { file, name, media_type, size }
}

/// The last part of a path, without what no name holds.
fn tidy_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters: Vec<char> = last.chars().filter(|c| !c.is_control()).collect();
    let name = match letters.len() {
        n if n <= LONGEST_NAME => letters.iter().collect::<String>(),
        n => {
            let half = LONGEST_NAME / 2;
            let (head, tail) = (letters.iter().take(half), letters.iter().skip(n - half + 1));
            head.chain(['…'].iter()).chain(tail).collect()
        }
    };
    let name = name.trim();
    if name.is_empty() { say!("upload-unnamed").to_owned() } else { name.to_owned() }
}

/// `type/subtype` in small letters; whatever is not that is unknown. It is shown and never acted on.
fn plain_type(text: &str) -> String {
    let plain = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let part = |part: &str| {
        let letter = |c: char| c.is_ascii_alphanumeric() || "-+.".contains(c);
        (1..=60).contains(&part.len()) && part.chars().all(letter)
    };
    let fits = plain.split_once('/').is_some_and(|(kind, of)| part(kind) && part(of));
    if fits { plain } else { UNKNOWN.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{plain_type, tidy_name};

    #[test]
    fn a_name_is_one_name_and_keeps_its_ending() {
        assert_eq!(tidy_name("C:\\fakepath\\kettle.jpg"), "kettle.jpg");
        assert_eq!(tidy_name("../../etc/passwd"), "passwd");
        assert_eq!(tidy_name("a\r\nb.txt"), "ab.txt");
        assert_eq!(tidy_name(" / "), "File");
        let long = tidy_name(&format!("{}.pdf", "x".repeat(400)));
        assert_eq!((long.chars().count(), long.ends_with("x.pdf")), (150, true));
    }

    #[test]
    fn a_type_is_two_words_or_unknown() {
        assert_eq!(plain_type("Image/JPEG; name=x"), "image/jpeg");
        for odd in ["", "image", "text/html<script>", "a/b/c", "/x"] {
            assert_eq!(plain_type(odd), "application/octet-stream");
        }
    }
}
