//! The parts of a mail: how many, how deep, and the files among them.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::message::{Attachment, FILE_LIMIT, LeftOut, NESTING_LIMIT, PART_LIMIT, Quarantine};
use super::{body, clean};

/// Counts all parts, those of nested messages included, and measures how deep they go.
pub(super) fn check(message: &Message<'_>) -> Result<(), Quarantine> {
    let mut count = 0_usize;
    let mut waiting = vec![(message, 0_u32, 1_usize)];
    while let Some((message, at, depth)) = waiting.pop() {
        count += 1;
        if count > PART_LIMIT {
            return Err(Quarantine::TooManyParts);
        }
        if depth > NESTING_LIMIT {
            return Err(Quarantine::NestedTooDeep);
        }
        match message.part(at).map(|part| &part.body) {
            Some(PartType::Multipart(parts)) => {
                let inner = parts.iter().filter(|&&part| part != at);
                waiting.extend(inner.map(|&part| (message, part, depth + 1)));
            }
            Some(PartType::Message(inner)) => waiting.push((inner, 0, depth + 1)),
            _ => {}
        }
        if at == 0 && message.parts.len() > PART_LIMIT {
            return Err(Quarantine::TooManyParts);
        }
    }
    Ok(())
}

/// The attached files and inline pictures, and those that were too large.
pub(super) fn attachments(message: &Message<'_>, bytes: &[u8]) -> (Vec<Attachment>, Vec<LeftOut>) {
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    let shown = |at: &u32| message.text_body.contains(at) || message.html_body.contains(at);
    for at in &message.attachments {
        let Some(part) = message.part(*at) else { continue };
        let is_text = matches!(part.body, PartType::Text(_) | PartType::Html(_));
        if (is_text && shown(at))
            || body::is_body_by_default(message)
            || is_structure(message, *at, part)
        {
            continue;
        }
        let content = contents(part, bytes);
        if content.trim_ascii().is_empty() && part.attachment_name().is_none() {
            continue;
        }
        let name = name(part, kept.len() + left_out.len() + 1);
        if content.len() > FILE_LIMIT {
            left_out.push(LeftOut { name, bytes: content.len() });
        } else {
            let media_type = media_type(part);
            kept.push(Attachment { name, media_type, bytes: content.to_vec() });
        }
    }
    (kept, left_out)
}

/// The machine's half of a delivery report is told by the report, not kept as a file.
fn is_structure(message: &Message<'_>, at: u32, part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Multipart(_))
        || (at != 0
            && message
                .parts
                .first()
                .is_some_and(|root| root.is_content_type("multipart", "report"))
            && part.is_content_type("message", "delivery-status"))
}

fn contents<'p>(part: &'p MessagePart<'_>, bytes: &'p [u8]) -> &'p [u8] {
    match &part.body {
        PartType::Message(inner) => {
            let stated = part.offset_body as usize..part.offset_end as usize;
            match part.encoding {
                mail_parser::Encoding::None => bytes.get(stated).unwrap_or_default(),
                _ => inner.raw_message(),
            }
        }
        _ => part.contents(),
    }
}

fn name(part: &MessagePart<'_>, number: usize) -> String {
    let inner_subject = part.message().and_then(|inner| inner.subject());
    let extension = extension(&media_type(part));
    let fallback =
        match inner_subject.map(|text| clean::file_name(&text.replace(['/', '\\'], "-"), "")) {
            Some(subject) if !subject.is_empty() => format!("{subject}.{extension}"),
            _ => format!("attachment-{number}.{extension}"),
        };
    clean::file_name(part.attachment_name().unwrap_or_default(), &fallback)
}

fn media_type(part: &MessagePart<'_>) -> String {
    if part.is_message() {
        return "message/rfc822".to_owned();
    }
    let stated = part.content_type().map(|stated| {
        let subtype = stated.subtype().unwrap_or("octet-stream");
        format!("{}/{subtype}", stated.ctype()).to_ascii_lowercase()
    });
    let lawful = |name: &String| {
        name.len() <= 100
            && !name.starts_with("multipart/")
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.+-_".contains(&byte))
    };
    stated.filter(lawful).unwrap_or_else(|| {
        let text = matches!(part.body, PartType::Text(_));
        if text { "text/plain" } else { "application/octet-stream" }.to_owned()
    })
}

fn extension(media_type: &str) -> &'static str {
    match media_type {
        "text/plain" | "text/rfc822-headers" => "txt",
        "text/html" => "html",
        "text/calendar" => "ics",
        "message/rfc822" | "message/global" => "eml",
        "image/png" => "png",
        "image/jpeg" | "image/jpg" | "image/pjpeg" => "jpg",
        "image/gif" => "gif",
        "application/pdf" => "pdf",
        _ => "bin",
    }
}
