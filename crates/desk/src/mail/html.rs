//! HTML mail, made fit to be shown.
//!
//! Two walls. The cleaner lets through a list of harmless tags and attributes; the frame has no
//! right to run, load or send anything. The page that shows the frame adds the third:
//! `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="…">`, never
//! `allow-scripts` or `allow-same-origin`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::panic::catch_unwind;

use ammonia::{Builder, UrlRelative};

use super::body::html_as_text;
use super::weight::is_heavy;

/// What the framed document may do: show its own styles and pictures that came with it.
pub const FRAME_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";
/// Style properties that can load nothing and cover nothing.
const STYLES: [&str; 34] = [
    "background-color",
    "border",
    "border-bottom",
    "border-collapse",
    "border-color",
    "border-left",
    "border-radius",
    "border-right",
    "border-spacing",
    "border-style",
    "border-top",
    "border-width",
    "color",
    "direction",
    "display",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "margin",
    "max-width",
    "padding",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
    "word-break",
];
const FRAME_STYLE: &str = "html{font:15px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}\
    body{margin:12px;overflow-wrap:anywhere}img{max-width:100%;height:auto}\
    blockquote{margin:0 0 0 8px;padding-left:8px;border-left:3px solid #bbb}\
    table{max-width:100%}pre{white-space:pre-wrap}";

/// A whole document for a sandboxed frame: the mail's HTML cleaned, under its own policy.
pub fn frame_document(html: &str) -> String {
    let body = cleaned(html);
    format!(
        "<!doctype html><html><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{FRAME_POLICY}\">\
         <meta name=\"referrer\" content=\"no-referrer\"><title>Message</title>\
         <style>{FRAME_STYLE}</style></head><body>{body}</body></html>"
    )
}

/// The allow-listed part of some HTML. Pictures from elsewhere lose their source and keep their
/// words; links keep http, https, mailto and tel. What is too heavy to clean is shown as its text.
pub fn cleaned(html: &str) -> String {
    let light = !is_heavy(html);
    let clean = light.then(|| catch_unwind(|| cleaner().clean(html).to_string()).ok()).flatten();
    clean.unwrap_or_else(|| format!("<pre>{}</pre>", escaped(&html_as_text(html))))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn cleaner() -> Builder<'static> {
    let mut cleaner = Builder::default();
    cleaner
        .add_tags(["font", "u", "s", "big", "main", "section"])
        .rm_tags(["map", "area"])
        .add_clean_content_tags([
            "title",
            "head",
            "noscript",
            "iframe",
            "object",
            "embed",
            "form",
            "select",
            "textarea",
            "template",
            "svg",
            "math",
            "noembed",
            "noframes",
            "plaintext",
            "xmp",
        ])
        .generic_attributes(HashSet::from([
            "lang", "title", "dir", "style", "align", "valign", "bgcolor",
        ]))
        .add_tag_attributes("table", ["width", "border", "cellpadding", "cellspacing"])
        .add_tag_attributes("td", ["width", "height"])
        .add_tag_attributes("th", ["width", "height"])
        .add_tag_attributes("font", ["color", "size", "face"])
        .rm_tag_attributes("del", ["cite"])
        .rm_tag_attributes("ins", ["cite"])
        .rm_tag_attributes("q", ["cite"])
        .rm_tag_attributes("blockquote", ["cite"])
        .filter_style_properties(HashSet::from(STYLES))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "data"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .set_tag_attribute_value("a", "target", "_blank")
        .attribute_filter(allowed);
    cleaner
}

fn allowed<'v>(tag: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let lower = value.trim().to_ascii_lowercase();
    let keep = match (tag, attribute) {
        ("img", "src") => is_picture(&lower),
        (_, "src" | "srcset" | "background") => false,
        (_, "href") => ["http:", "https:", "mailto:", "tel:"].iter().any(|s| lower.starts_with(s)),
        (_, "style") => {
            !["url", "expression", "image", "\\", "@", "<"].iter().any(|w| lower.contains(w))
        }
        _ => true,
    };
    keep.then_some(Cow::Borrowed(value))
}

/// A picture inside the mail itself; SVG is a document and not among them.
fn is_picture(source: &str) -> bool {
    const KINDS: [&str; 4] = ["png", "jpeg", "gif", "webp"];
    KINDS.iter().any(|kind| source.starts_with(&format!("data:image/{kind};base64,")))
}
