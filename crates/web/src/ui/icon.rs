//! Icons of 20 by 20, stroked in the colour of the text beside them. Always with a word.

use maud::{Markup, PreEscaped, html};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    Mark,
    Today,
    ToUs,
    FromUs,
    Cases,
    Customers,
    Directory,
    Search,
    New,
    Person,
    Leave,
    Keys,
    Done,
    Know,
    Warn,
    More,
    Bell,
}

impl Icon {
    fn paths(self) -> &'static str {
        match self {
            Self::Mark => r#"<path d="m4 16 12-12M3 13l4 4M13 3l4 4"/>"#,
            Self::Today => r#"<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.5 2"/>"#,
            Self::ToUs => r#"<path d="M3 11v5h14v-5M10 3v8M6.5 8 10 11.5 13.5 8"/>"#,
            Self::FromUs => r#"<path d="M3 11v5h14v-5M10 12V3.5M6.5 7 10 3.5 13.5 7"/>"#,
            Self::Cases => r#"<path d="M3 5h5l2 2h7v9H3z"/>"#,
            Self::Customers => {
                r#"<circle cx="7" cy="7.5" r="3"/><path d="M1.5 16.5a5.5 5.5 0 0 1 11 0M13 4.8a3 3 0 0 1 0 5.4M15 12.2a5.5 5.5 0 0 1 3.5 4.3"/>"#
            }
            Self::Directory => {
                r#"<path d="M4 17V4h7v13M11 8h5v9M2.5 17h15M6.5 7.5h2M6.5 11h2M6.5 14h2"/>"#
            }
            Self::Search => r#"<circle cx="9" cy="9" r="5.5"/><path d="m13 13 4 4"/>"#,
            Self::New => r#"<path d="M10 4v12M4 10h12"/>"#,
            Self::Person => {
                r#"<circle cx="10" cy="7" r="3.5"/><path d="M3.5 17a6.5 6.5 0 0 1 13 0"/>"#
            }
            Self::Leave => r#"<path d="M8 4H4v12h4M9 10h8M14 7l3 3-3 3"/>"#,
            Self::Keys => {
                r#"<path d="M2.5 5.5h15v9h-15zM5.500 8.500h.5M8.500 8.500h.5M11.500 8.500h.5M14.500 8.500h.5M6.500 11.500h7"/>"#
            }
            Self::Done => {
                r#"<circle cx="10" cy="10" r="7.5"/><path d="m6.5 10.5 2.5 2.5 4.5-5.5"/>"#
            }
            Self::Know => r#"<circle cx="10" cy="10" r="7.5"/><path d="M10 9v5M10 6v.5"/>"#,
            Self::Bell => {
                r#"<path d="M4 14h12l-1.5-2V9a4.500 4.500 0 0 0-9 0v3zM8.500 16.500a1.600 1.600 0 0 0 3 0"/>"#
            }
            Self::More => {
                r#"<circle cx="4.5" cy="10" r="1"/><circle cx="10" cy="10" r="1"/><circle cx="15.5" cy="10" r="1"/>"#
            }
            Self::Warn => r#"<path d="M10 3 18 16.5H2zM10 8v4M10 14v.5"/>"#,
        }
    }
}

pub fn icon(icon: Icon) -> Markup {
    html! {
        svg.icon aria-hidden="true" viewBox="0 0 20 20" width="20" height="20" {
            (PreEscaped(icon.paths()))
        }
    }
}
