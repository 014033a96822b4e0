//! Finds the machine-readable parts of a delivery report (RFC 3464, RFC 6522).

use mail_parser::{Message, MimeHeaders, PartType};

use super::message::Report;
use super::parse::{message_ids, part_text};
use super::scan::field_name;

/// The report of a multipart/report, or of any mail with a message/delivery-status part.
pub(super) fn of(message: &Message<'_>, bytes: &[u8]) -> Option<Report> {
    let root = message.parts.first()?;
    let is_report = root.is_content_type("multipart", "report");
    let told: Vec<String> = message
        .parts
        .iter()
        .filter(|part| {
            part.is_content_type("message", "delivery-status")
                || part.is_content_type("message", "global-delivery-status")
        })
        .map(|part| String::from_utf8_lossy(part.contents()).into_owned())
        .collect();
    let status = (!told.is_empty()).then(|| told.join("\n\n"));
    if !is_report && status.is_none() {
        return None;
    }
    let kind = root.content_type().and_then(|kind| kind.attribute("report-type"));
    let kind = kind.map(str::to_ascii_lowercase).unwrap_or_default();
    let original_message_id = original_id(message, bytes)
        .or_else(|| status.as_deref().and_then(|text| field_id(text, "original-message-id")));
    Some(Report { kind, status: status.unwrap_or_default(), original_message_id })
}

/// The Message-ID of the returned message, or in its returned headers.
fn original_id(message: &Message<'_>, bytes: &[u8]) -> Option<String> {
    message.parts.iter().skip(1).find_map(|part| match &part.body {
        PartType::Message(_) => {
            let body = bytes.get(part.offset_body as usize..part.offset_end as usize);
            field_id(&String::from_utf8_lossy(body.unwrap_or_default()), "message-id")
        }
        body if part.is_content_type("text", "rfc822-headers")
            || part.is_content_type("message", "global-headers") =>
        {
            let text = part_text(body).map(str::to_owned);
            let text =
                text.unwrap_or_else(|| String::from_utf8_lossy(part.contents()).into_owned());
            field_id(&text, "message-id")
        }
        _ => None,
    })
}

/// The first id of a header field in a block of text, the `X-` form included.
pub(super) fn field_id(text: &str, name: &str) -> Option<String> {
    let unfolded = unfold(text);
    unfolded.lines().find_map(|line| {
        let field = field_name(line.trim_start_matches(['>', ' ']).as_bytes())?;
        let field = field.strip_prefix(b"X-").unwrap_or(field);
        if !field.eq_ignore_ascii_case(name.as_bytes()) {
            return None;
        }
        let (_, value) = line.split_once(':')?;
        message_ids(value).into_iter().next()
    })
}

/// Header lines with their continuation lines joined to them (RFC 5322 §2.2.3).
pub(super) fn unfold(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.replace("\n ", " ").replace("\n\t", " ")
}
