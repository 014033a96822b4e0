//! Delivery reports: who was not reached, and which of our messages it was (RFC 3464).

use super::address;
use super::classify::is_post_office;
use super::message::Parsed;
use super::report::{field_id, unfold};

/// No letter of ours goes to more people at once.
const RECIPIENTS: usize = 100;

/// Why a message did not arrive, or has not yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BounceReport {
    /// The Message-ID of what did not arrive, without brackets.
    pub original_message_id: Option<String>,
    pub recipients: Vec<Recipient>,
    /// The message will not arrive. False while the post still tries ("delayed").
    pub failed: bool,
    /// The address itself is at fault (status 5.x.x): do not write to it again unchanged.
    pub permanent: bool,
    /// The first failing status, such as `5.1.1` (RFC 3463).
    pub status: Option<String>,
}

/// One recipient of a delivery report.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Recipient {
    pub address: String,
    /// `failed` or `delayed`.
    pub action: String,
    pub status: Option<String>,
    /// What the other server said, as one line.
    pub diagnostic: Option<String>,
}

/// The report, when the mail is one about a message that failed or is late.
pub fn read(mail: &Parsed) -> Option<BounceReport> {
    match &mail.report {
        Some(report) if !report.status.is_empty() => {
            let recipients = recipients(&report.status);
            (!recipients.is_empty()).then(|| summed_up(mail, recipients))
        }
        Some(report) if !matches!(report.kind.as_str(), "" | "delivery-status") => None,
        _ => in_words(mail),
    }
}

fn summed_up(mail: &Parsed, recipients: Vec<Recipient>) -> BounceReport {
    let failed = recipients.iter().any(|to| to.action == "failed");
    let worst = recipients.iter().find(|to| (to.action == "failed") == failed);
    let status = worst.and_then(|to| to.status.clone());
    let permanent = failed
        && recipients.iter().any(|to| {
            to.action == "failed" && to.status.as_deref().is_none_or(|code| code.starts_with('5'))
        });
    BounceReport { original_message_id: original_id(mail), recipients, failed, permanent, status }
}

/// The recipients that failed or wait; those that were reached are left out.
fn recipients(status: &str) -> Vec<Recipient> {
    let unfolded = unfold(status);
    let blocks = unfolded.split("\n\n").map(fields);
    let all = blocks.filter_map(|block| {
        let address = value(&block, "original-recipient")
            .and_then(address::find)
            .or_else(|| value(&block, "final-recipient").and_then(address::find))
            .or_else(|| value(&block, "final-recipient").map(str::to_owned))?;
        let action = value(&block, "action").unwrap_or("failed").to_lowercase();
        let action = action.split([' ', '(']).next().unwrap_or_default().to_owned();
        let status = value(&block, "status").and_then(status_code);
        let diagnostic = value(&block, "diagnostic-code").map(super::clean::line);
        Some(Recipient { address, action, status, diagnostic })
    });
    let missed = all.filter(|to| matches!(to.action.as_str(), "failed" | "delayed"));
    missed.take(RECIPIENTS).collect()
}

type Fields = Vec<(String, String)>;

fn fields(block: &str) -> Fields {
    let pairs = block.lines().filter_map(|line| line.split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned())).collect()
}

fn value<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// The first thing in a text that is a status of RFC 3463: class 4 or 5, subject, detail.
fn status_code(text: &str) -> Option<String> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let is_status = |word: &&str| {
        let numbers: Vec<&str> = word.trim_end_matches('.').split('.').collect();
        matches!(numbers.as_slice(), ["4" | "5", subject, detail]
            if (1..=3).contains(&subject.len()) && (1..=3).contains(&detail.len()))
    };
    words.into_iter().find(is_status).map(|word| word.trim_end_matches('.').to_owned())
}

/// A bounce in words only, by post offices that do not write RFC 3464.
fn in_words(mail: &Parsed) -> Option<BounceReport> {
    let listed = mail.headers.get("x-failed-recipients").unwrap_or_default();
    let is_report = mail.report.is_some();
    if !is_report && listed.is_empty() && !is_post_office(mail) {
        return None;
    }
    let status = status_code(&mail.text);
    let original_message_id = original_id(mail);
    // A post office that names no message, no address and no status may have written anything.
    if listed.is_empty()
        && status.is_none()
        && (original_message_id.is_none() || !speaks_of_failure(mail))
    {
        return None;
    }
    let addresses = listed.split(',').filter_map(address::find).chain(named_in_text(&mail.text));
    let mut recipients: Vec<Recipient> = Vec::new();
    for address in addresses {
        if recipients.len() < RECIPIENTS && !recipients.iter().any(|known| known.address == address)
        {
            let status = status.clone();
            let action = "failed".to_owned();
            recipients.push(Recipient { address, action, status, diagnostic: None });
        }
    }
    let permanent = status.as_deref().is_some_and(|code| code.starts_with('5'));
    Some(BounceReport { original_message_id, recipients, failed: true, permanent, status })
}

fn speaks_of_failure(mail: &Parsed) -> bool {
    const WORDS: [&str; 6] =
        ["undeliver", "not delivered", "could not be delivered", "returned", "failure", "failed"];
    let said = mail.text.to_lowercase();
    WORDS.iter().any(|word| said.contains(word))
}

/// Lines such as `<ann@example.com>:` that name an address above what was said of it.
fn named_in_text(text: &str) -> impl Iterator<Item = String> + '_ {
    text.lines().take(200).filter_map(|line| {
        let line = line.trim().trim_end_matches(':').trim_matches(['<', '>']);
        address::is_address(line).then(|| line.to_owned())
    })
}

/// From the returned message, else from the copy in the text, else from the thread's own fields.
fn original_id(mail: &Parsed) -> Option<String> {
    let returned = mail.report.as_ref().and_then(|report| report.original_message_id.clone());
    returned
        .or_else(|| returned_file_id(mail))
        .or_else(|| field_id(&mail.text, "message-id"))
        .or_else(|| mail.in_reply_to.first().cloned())
        .or_else(|| mail.references.last().cloned())
}

/// A returned message that came as a file in a mail that is no multipart/report.
fn returned_file_id(mail: &Parsed) -> Option<String> {
    let files = mail.attachments.iter();
    let mut returned = files.filter(|file| {
        matches!(file.media_type.as_str(), "message/rfc822" | "text/rfc822-headers")
    });
    returned.find_map(|file| {
        let start = file.bytes.get(..file.bytes.len().min(65_536)).unwrap_or_default();
        field_id(&String::from_utf8_lossy(start), "message-id")
    })
}

/// All ids under which the bounced message may be known, best first.
pub fn original_ids(mail: &Parsed, report: &BounceReport) -> Vec<String> {
    let mut ids: Vec<String> = report.original_message_id.iter().cloned().collect();
    for id in mail.in_reply_to.iter().chain(mail.references.iter().rev()) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}
