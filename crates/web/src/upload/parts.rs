//! A form with files (`multipart/form-data`, RFC 7578) into its fields and its files.

use axum::body::{Body, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use baton_core::say;
use ring::digest::{SHA256, digest};

use super::FIELD;
use crate::input::Pair;
use crate::problem::Fault;
use crate::shape::Shape;

/// More parts than this are no form of ours.
const MOST: usize = 1_000;

/// A file as it came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handed {
    pub name: String,
    /// As the browser calls it; nobody acts on it.
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// Whether the head says that fields and files follow.
pub fn is_multipart(headers: &HeaderMap) -> bool {
    let line = headers.get(header::CONTENT_TYPE).and_then(|line| line.to_str().ok());
    line.is_some_and(|line| line.trim_start().starts_with("multipart/form-data"))
}

/// Splits a form. A box for files in which nothing was chosen comes as a file without a name; a file
/// for a field that is read from one stands for what was typed there.
///
/// # Errors
/// `bad_request` when it is cut off, has too many parts, or a file stands in another field.
pub async fn read(
    shape: &Shape,
    headers: &HeaderMap,
    bytes: Bytes,
) -> Result<(Vec<Pair>, Vec<Handed>), Fault> {
    let broken = || Fault::BadRequest(say!("upload-parts-broken"));
    let mut request = Request::new(Body::from(bytes));
    *request.headers_mut() = headers.clone();
    // The body was measured when it was received.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let (mut pairs, mut handed): (Vec<Pair>, Vec<Handed>) = Default::default();
    while let Some(part) = form.next_field().await.map_err(|_| broken())? {
        if pairs.len() + handed.len() >= MOST {
            return Err(broken());
        }
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            None => pairs.push((name, text(body(part).await?))),
            Some(file) if name == FIELD => {
                let media_type = part.content_type().unwrap_or_default().to_owned();
                let bytes = body(part).await?;
                if !(file.is_empty() && bytes.is_empty()) {
                    handed.push(Handed { name: file, media_type, bytes: bytes.into() });
                }
            }
            Some(_) if shape.reads_file(&name) => {
                let bytes = body(part).await?;
                if !bytes.is_empty() {
                    pairs.retain(|(typed, _)| *typed != name);
                    pairs.push((name, text(bytes)));
                }
            }
            Some(_) => return Err(broken()),
        }
    }
    Ok((pairs, handed))
}

fn text(bytes: Bytes) -> Option<String> {
    Some(String::from_utf8(bytes.into()).ok()?.replace("\r\n", "\n"))
}

/// What two sendings of one form have in common: all but the line that parts it, which is drawn by
/// lot each time.
pub fn told_apart(pairs: &[Pair], handed: &[Handed]) -> Vec<u8> {
    let mut same = Vec::new();
    for (name, text) in pairs {
        let text = text.as_deref().unwrap_or_default();
        same.extend([name.as_bytes(), b"=", text.as_bytes(), b"\0"].concat());
    }
    for Handed { name, bytes, .. } in handed {
        same.extend([name.as_bytes(), b"\0", digest(&SHA256, bytes).as_ref()].concat());
    }
    same
}

async fn body(part: Field<'_>) -> Result<Bytes, Fault> {
    part.bytes().await.map_err(|_| Fault::BadRequest(say!("upload-parts-broken")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Field;

    static SHAPE: Shape = Shape::new(
        "Parts",
        &[Field::text("need", 99), Field::lines("list", 99).from_file(), Field::files()],
    );

    fn head() -> HeaderMap {
        let line = "multipart/form-data; boundary=x";
        HeaderMap::from_iter([(header::CONTENT_TYPE, line.parse().unwrap())])
    }

    fn part(head: &str, body: &str) -> String {
        format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
    }

    async fn split(body: String) -> Result<(Vec<Pair>, Vec<Handed>), Fault> {
        read(&SHAPE, &head(), Bytes::from(body + "--x--\r\n")).await
    }

    #[tokio::test]
    async fn fields_and_files_of_a_form_are_told_apart() {
        let body = part("name=\"need\"", "one\r\ntwo")
            + &part("name=\"files\"; filename=\"kettle.jpg\"\r\nContent-Type: image/jpeg", "JPEG")
            + &part("name=\"files\"; filename=\"\"", "");
        let (pairs, handed) = split(body).await.unwrap();
        assert_eq!(pairs, [("need".to_owned(), Some("one\ntwo".to_owned()))]);
        let kettle = Handed {
            name: "kettle.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
            bytes: b"JPEG".to_vec(),
        };
        assert_eq!(handed, [kettle]);
    }

    #[tokio::test]
    async fn a_file_for_a_text_stands_for_what_was_typed_and_none_leaves_it() {
        let typed = part("name=\"list\"", "typed");
        let none = typed.clone() + &part("name=\"list\"; filename=\"\"", "");
        let file = typed + &part("name=\"list\"; filename=\"a.txt\"", "of\r\nthe file");
        for (body, expected) in [(none, "typed"), (file, "of\nthe file")] {
            let (pairs, handed) = split(body).await.unwrap();
            assert_eq!(pairs, [("list".to_owned(), Some(expected.to_owned()))]);
            assert!(handed.is_empty());
        }
    }

    #[tokio::test]
    async fn a_file_in_another_field_and_a_form_that_was_cut_off_are_refused() {
        let elsewhere = part("name=\"need\"; filename=\"a.txt\"", "text");
        assert!(split(elsewhere).await.is_err());
        let cut = Bytes::from(part("name=\"need\"", "one"));
        assert!(read(&SHAPE, &head(), cut).await.is_err());
        let many = part("name=\"a\"", "").repeat(MOST + 1);
        assert!(split(many).await.is_err());
    }
}
