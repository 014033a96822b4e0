use crate::mail::html::{cleaned, frame_document};

#[test]
fn nothing_in_html_mail_runs_loads_or_sends() {
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=https://spy.example/p.gif onerror=alert(1)>",
        "<img src='cid:x'><img srcset='https://spy.example/p 2x'>",
        "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
        "<a href='javascript:alert(1)'>x</a><a href='data:text/html,x'>y</a><a href=' java\nscript:x'>z</a>",
        "<form action=https://spy.example><input name=p><button>go</button></form>",
        "<meta http-equiv=refresh content='0;url=https://spy.example'>",
        "<link rel=stylesheet href=https://spy.example/s.css><base href=https://spy.example>",
        "<style>body{background:url(https://spy.example)}</style>",
        "<p style=\"background:url('https://spy.example');list-style:url(//spy.example)\">x</p>",
        "<p style='background-color:\\75rl(https://spy.example)'>x</p>",
        "<td background=https://spy.example/b.png>x</td><body background=//spy.example>",
        "<iframe src=https://spy.example></iframe><object data=//spy.example></object>",
        "<svg><script>alert(1)</script><image href=https://spy.example/></svg>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        "<video src=https://spy.example poster=//spy.example></video><audio src=//spy.example>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<blockquote cite=https://spy.example>q</blockquote>",
    ];
    for html in hostile {
        let clean = cleaned(html).to_lowercase();
        for word in [
            "spy.example",
            "script",
            "onerror",
            "<form",
            "<input",
            "url(",
            "data:",
            "<meta",
            "<style",
        ] {
            assert!(!clean.contains(word), "{html} became {clean}");
        }
    }
}

#[test]
fn harmless_html_keeps_its_look_its_links_and_its_own_pictures() {
    let html = "<p style='color:red;position:fixed'>Hi <a href='https://example.com/'>there</a> \
        <a href='mailto:a@example.com'>or</a> <a href='tel:+441'>call</a></p>\
        <img src='data:image/png;base64,AAAA' alt='logo'><table><tr><td width=5>x</td></tr></table>";
    let clean = cleaned(html);
    for part in [
        "color:red",
        "href=\"https://example.com/\"",
        "mailto:a@example.com",
        "tel:+441",
        "target=\"_blank\"",
        "rel=\"noopener noreferrer nofollow\"",
        "data:image/png;base64,AAAA",
        "<td width",
    ] {
        assert!(clean.contains(part), "{part} is missing in {clean}");
    }
    assert!(!clean.contains("position"), "{clean}");
}

#[test]
fn the_frame_carries_its_own_policy_before_anything_of_the_mail() {
    let page = frame_document("<p>Hi</p>");
    let policy = page.find("default-src 'none'").unwrap();
    assert!(page.contains("<p>Hi</p>") && policy < page.find("<p>").unwrap());
}

#[test]
fn a_page_nested_without_end_is_shown_all_the_same() {
    let page = frame_document(&format!("{}deep", "<div><b>".repeat(50_000)));
    assert!(page.contains("deep"));
}
