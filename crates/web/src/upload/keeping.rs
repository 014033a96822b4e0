//! A file on its way to somebody's disk.

use axum::http::header;

use crate::answer::Answer;
use crate::ui::address::encode;

/// Whatever a file says it is, it is kept and not shown: nothing of it runs here.
pub fn to_keep(name: &str, bytes: Vec<u8>) -> Answer {
    Answer::bytes("application/octet-stream", bytes)
        .header(header::CONTENT_DISPOSITION, &disposition(name))
        .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")
}

/// RFC 6266: a plain name for old browsers, the real one in RFC 8187's form. Nothing of a name can
/// end the header or name a folder.
fn disposition(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(150).collect();
    let clean = clean.trim().trim_start_matches('.');
    let clean = if clean.is_empty() { "file" } else { clean };
    let plain: String = clean
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || " ._-()".contains(c) { c } else { '_' })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encode(clean))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_cannot_leave_its_header_or_its_folder() {
        for (name, header) in [
            ("kettle.jpg", "attachment; filename=\"kettle.jpg\"; filename*=UTF-8''kettle.jpg"),
            (
                "Größe.pdf",
                "attachment; filename=\"Gr__e.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf",
            ),
            ("../../etc/passwd", "attachment; filename=\"passwd\"; filename*=UTF-8''passwd"),
            ("a\"b\r\n.txt", "attachment; filename=\"a_b.txt\"; filename*=UTF-8''a%22b.txt"),
            ("", "attachment; filename=\"file\"; filename*=UTF-8''file"),
        ] {
            assert_eq!(disposition(name), header);
        }
    }
}
