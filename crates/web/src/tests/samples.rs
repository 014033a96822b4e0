//! Every sample of every component and page is looked at: labels, headings, ids and links.

use std::collections::BTreeSet;

use crate::layout::{Setting, document};
use crate::{page, ui};
use baton_core::catalogue::Language;

/// Values of an attribute, in order.
fn values<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    text.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

pub fn looked_at(name: &str, text: &str) {
    let ids = values(text, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{name}: an id stands twice");
    for label in values(text, "for") {
        assert!(unique.contains(label), "{name}: the label of {label} leads nowhere");
    }
    for described in values(text, "aria-describedby").iter().flat_map(|ids| ids.split(' ')) {
        assert!(unique.contains(described), "{name}: {described} is not there");
    }
    for tag in text
        .split('<')
        .filter(|tag| ["input ", "textarea ", "select "].iter().any(|start| tag.starts_with(start)))
    {
        let hidden = tag.contains("type=\"hidden\"");
        let labelled = values(tag, "id").iter().any(|id| text.contains(&format!("for=\"{id}\"")));
        assert!(hidden || labelled, "{name}: a control without a label: {tag}");
    }
    for forbidden in [" style=", "<script>", " onclick", "javascript:", " required"] {
        assert!(!text.contains(forbidden), "{name}: {forbidden}");
    }
    for script in text.split("<script").skip(1) {
        let own = script.starts_with(" type=\"module\" src=\"/assets/");
        assert!(own && script.contains("\"></script>"), "{name}: a script in the page");
    }
}

#[test]
fn every_component_is_labelled_and_holds_nothing_inline() {
    for sample in ui::samples() {
        looked_at(sample.name, &sample.markup.into_string());
    }
}

#[test]
fn every_page_has_one_heading_one_main_and_one_way_past_the_rail() {
    let setting = Setting {
        language: Language::BritishEnglish,
        organisation: "Harbour Home",
        viewer: None,
        token: "",
        refusal: None,
        unread: 3,
        told: None,
        position: None,
        undo: None,
    };
    for page in page::samples() {
        let text = document(&page, setting).into_string();
        looked_at(&page.title, &text);
        for once in ["<h1>", "<main ", "href=\"#main\"", "<title>"] {
            assert_eq!(text.matches(once).count(), 1, "{}: {once}", page.title);
        }
        let count = page.count.filter(|count| *count > 0).map(|count| format!(" ({count})"));
        let title = format!("{}{}", page.title, count.unwrap_or_default());
        assert!(text.contains(&format!("<title>{title} – Harbour Home – Baton</title>")));
    }
}
