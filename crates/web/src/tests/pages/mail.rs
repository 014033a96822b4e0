//! What comes with a mail: files to be kept, and its own HTML behind two walls.

use baton_core::access::Who;
use baton_core::case::command::{Command, Incoming, NewAttachment};
use baton_desk::Asked;

use super::super::house::{House, PRIYA, TOM};
use super::kettle;

/// A mail with a file and HTML of its own arrives for the case; gives the address of its message.
async fn mail(house: &House, case: &str) -> String {
    let file = house.desk.files().put(b"\x89PNG not really".to_vec()).await.unwrap();
    let html = "<p>Look: <b>broken</b></p><script>alert(1)</script><img src=\"https://evil.example/p.png\">";
    let html = house.desk.files().put(html.as_bytes().to_vec()).await.unwrap();
    let name = "../Käse \"x\".svg".to_owned();
    let size = 15;
    let media_type = "image/svg+xml".to_owned();
    let incoming = Incoming {
        body: "Look: broken".to_owned(),
        address: Some("ada@example.com".to_owned()),
        automatic: false,
        html: Some(html),
        attachments: vec![NewAttachment { file, name, media_type, size }],
    };
    let id = case.parse().unwrap();
    let command = Command::Receive(incoming);
    let done = house.desk.act(&Who::system(), id, command, Asked::default()).await.unwrap();
    format!("/cases/{case}/messages/{}", done.state.messages.last().unwrap().id)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_kept_and_never_shown_whatever_it_says_it_is() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let at = mail(&house, &case).await;
    let mut priya = house.browser(PRIYA).await;
    let file = priya.get(&format!("{at}/files/0")).await;
    assert_eq!(file.status.as_u16(), 200);
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox");
    let disposition = file.header("content-disposition");
    assert!(disposition.starts_with("attachment; filename=\"K_se _x_.svg\""), "{disposition}");
    assert!(disposition.ends_with("filename*=UTF-8''K%C3%A4se%20%22x%22.svg"), "{disposition}");
    for missing in ["files/1", "files/-1", "files/x"] {
        assert_eq!(priya.get(&format!("{at}/{missing}")).await.status.as_u16(), 404, "{missing}");
    }
    let mut tom = house.browser(TOM).await;
    for below in ["files/0", "html"] {
        assert_eq!(tom.get(&format!("{at}/{below}")).await.status.as_u16(), 404, "{below}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn html_of_a_mail_stands_in_a_frame_that_can_do_nothing() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let at = mail(&house, &case).await;
    let mut priya = house.browser(PRIYA).await;
    let page = priya.get(&format!("/cases/{case}")).await.text;
    let frame = page.split("<iframe").nth(1).unwrap().split('>').next().unwrap();
    assert!(frame.contains(&format!("src=\"{at}/html\"")));
    assert!(frame.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""));
    assert!(!page.contains("alert(1)") && !page.contains("evil.example"));
    let document = priya.get(&format!("{at}/html")).await;
    assert!(document.text.contains("<b>broken</b>"));
    assert!(!document.text.contains("<script") && !document.text.contains("evil.example"));
    let policy = document.header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'self'", "sandbox allow-popups"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("allow-scripts") && !policy.contains("allow-same-origin"));
    assert_eq!(document.header("x-frame-options"), "SAMEORIGIN");
}
