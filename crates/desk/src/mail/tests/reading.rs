use super::{PLAIN, ours, read};
use crate::mail::budget;
use crate::mail::classify::Kind;
use crate::mail::incoming::examine;
use crate::mail::message::{Attachment, FILE_LIMIT, Mailbox, Quarantine};
use crate::mail::parse::parse;

#[test]
fn a_plain_mail_is_read_with_its_people_ids_and_words() {
    let mail = read(PLAIN);
    assert_eq!(mail.from, Some(Mailbox::new("Ann Lee", "Ann@Example.com")));
    assert_eq!(mail.to, [Mailbox::new("", "help@baton.example")]);
    assert_eq!(mail.cc, [Mailbox::new("Bo", "bo@example.com")]);
    assert_eq!(mail.subject, "Möbel are late");
    assert_eq!(mail.message_id.as_deref(), Some("one@example.com"));
    assert_eq!(mail.in_reply_to, ["zero@example.com"]);
    assert_eq!(mail.references, ["root@example.com", "zero@example.com"]);
    assert_eq!(mail.date, "2026-12-01T17:00:00Z".parse().ok());
    assert_eq!(mail.text, "Where is it?");
}

#[test]
fn plain_text_is_preferred_and_html_is_kept_beside_it() {
    let mail = read(
        "From: a@example.com\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\
         Content-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--\n",
    );
    assert_eq!((mail.text.as_str(), mail.html.as_deref()), ("plain", Some("<p>rich</p>")));
}

#[test]
fn html_alone_is_told_as_text() {
    let mail = read("From: a@example.com\nContent-Type: text/html\n\n<h1>Hello</h1><p>Ann</p>");
    assert!(mail.text.contains("Hello") && mail.text.ends_with("Ann"), "{:?}", mail.text);
}

#[test]
fn an_attachment_keeps_its_bytes_and_its_name_is_never_a_path() {
    let mail = read(
        "From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee file.\n--b\n\
         Content-Type: application/PDF; name=\"../../bill.pdf\"\nContent-Transfer-Encoding: base64\n\
         Content-Disposition: attachment\n\nQUJD\n--b--\n",
    );
    assert_eq!(mail.text, "See file.");
    let file = Attachment {
        name: "bill.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: b"ABC".to_vec(),
    };
    assert_eq!(mail.attachments, [file]);
}

#[test]
fn a_forwarded_message_is_kept_as_a_file() {
    let mail = read(
        "From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nFYI\n--b\n\
         Content-Type: message/rfc822\n\nFrom: c@example.com\nSubject: Re: a/b\n\nInner\n--b--\n",
    );
    let file = mail.attachments.first().unwrap();
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("Re: a-b.eml", "message/rfc822"));
    assert_eq!(file.bytes, b"From: c@example.com\nSubject: Re: a/b\n\nInner");
}

#[test]
fn a_file_of_more_than_25_mb_is_named_and_left_out() {
    let mut bytes =
        b"From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b\n\
        Content-Type: application/zip; name=big.zip\nContent-Disposition: attachment\n\n"
            .to_vec();
    bytes.extend(std::iter::repeat_n(b'x', FILE_LIMIT + 1));
    bytes.extend_from_slice(b"\n--b--\n");
    let mail = parse(&bytes).unwrap();
    assert_eq!(mail.text, "Hi");
    assert!(mail.attachments.is_empty());
    assert_eq!(mail.left_out.first().map(|file| file.name.as_str()), Some("big.zip"));
}

#[test]
fn more_than_200_parts_are_refused() {
    let mut text = "From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n".to_owned();
    text.push_str(&"--b\n\nx\n".repeat(201));
    assert_eq!(parse(text.as_bytes()), Err(Quarantine::TooManyParts));
}

#[test]
fn parts_nested_more_than_20_deep_are_refused() {
    let mut text = "From: a@example.com\n".to_owned();
    for depth in 0..21 {
        text.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{depth}x\n\n--b{depth}x\n"
        ));
    }
    text.push_str("\nend\n");
    assert_eq!(parse(text.as_bytes()), Err(Quarantine::NestedTooDeep));
}

#[test]
fn words_after_a_blank_line_that_is_not_quite_blank_are_not_lost() {
    let mail = read("From: a@example.com\r\nSubject: x\r\n \r\nThe van never came.\r\nAnn\r\n");
    assert_eq!(mail.text, "The van never came.\nAnn");
}

#[test]
fn a_multipart_without_parts_shows_its_words() {
    let mail = read("From: a@example.com\nContent-Type: multipart/mixed\n\nStill here.\n");
    assert_eq!(mail.text, "Still here.");
    assert!(mail.attachments.is_empty());
}

#[test]
fn an_author_without_a_proper_address_is_found_all_the_same() {
    let from =
        |line: &str| read(&format!("{line}\nSubject: x\n\nHi")).from.map(|from| from.address);
    assert_eq!(from("From: Weiß foo@bar.example").as_deref(), Some("foo@bar.example"));
    assert_eq!(from("From: A <a @ b. example>").as_deref(), Some("a@b.example"));
    assert_eq!(from("Reply-To: r@b.example").as_deref(), Some("r@b.example"));
    assert_eq!(from("Return-Path: <p@b.example>").as_deref(), Some("p@b.example"));
}

#[test]
fn mail_that_names_no_sender_is_kept_apart() {
    let mail = b"Subject: hello\n\nWho am I?";
    assert_eq!(examine(mail, &ours()), Err(Quarantine::NoSender));
}

#[test]
fn every_reason_has_its_own_code_and_a_sentence() {
    for reason in Quarantine::ALL {
        assert_eq!(Quarantine::from_code(reason.code()), Some(reason));
        assert!(reason.sentence().ends_with('.'));
    }
}

#[tokio::test]
async fn a_mail_is_read_on_a_thread_of_its_own() {
    let read = budget::examine(PLAIN.as_bytes().to_vec(), ours()).await.unwrap();
    assert_eq!(read.kind, Kind::Human);
    let same = budget::examine_blocking(PLAIN.as_bytes().to_vec(), ours());
    assert_eq!(same.unwrap(), read);
}

#[test]
fn fields_that_repeat_without_end_are_cut_and_cost_little() {
    let ids: String = (0..50_000).map(|n| format!("<{n}@b.example>\n ")).collect();
    let people: String = (0..50_000).map(|n| format!("a{n}@b.example,\n ")).collect();
    let fields = "X-Loop: y\n".repeat(50_000);
    let text =
        format!("From: a@b.example\nReferences: {ids}x\nTo: {people}z@b.example\n{fields}\nHi");
    let mail = budget::examine_blocking(text.into_bytes(), ours()).unwrap().mail;
    assert_eq!(mail.references.last().map(String::as_str), Some("49999@b.example"));
    assert_eq!((mail.references.len(), mail.to.len()), (200, 1_000));
}
