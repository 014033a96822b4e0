//! Writes every component in every state, and the pages' samples, as files into a folder, to be
//! looked at: `cargo run -p baton-web --example gallery FOLDER`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use baton_core::catalogue::Language;
use baton_core::ids::{Id, PersonId};
use baton_web::assets::ASSETS;
use baton_web::ctx::{Via, Viewer};
use baton_web::layout::{Setting, document};
use baton_web::page::{self, Page, Place};
use baton_web::told::Told;
use baton_web::ui;
use maud::html;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    fs::create_dir_all(folder.join("assets"))?;
    for asset in ASSETS {
        fs::write(folder.join("assets").join(asset.file), asset.bytes)?;
    }
    let viewer = Viewer {
        person: PersonId::from_bits(1),
        name: "Priya Raman".to_owned(),
        email: "priya@example.org".to_owned(),
        department: "Customer Service".to_owned(),
        finds_customers: true,
        zone: jiff::tz::TimeZone::UTC,
        preferences: baton_core::preferences::Preferences::default(),
        via: Via::Session([0; 32]),
        since: None,
        owes_second_step: false,
    };
    let told = Told::Done("Your request was sent to Logistics.".to_owned());
    let setting = Setting {
        language: Language::BritishEnglish,
        organisation: "Harbour Home",
        viewer: Some(&viewer),
        token: "",
        refusal: None,
        unread: 0,
        told: Some(&told),
        position: None,
        undo: None,
    };
    let all = html! {
        @for sample in ui::samples() { section { h2 { (sample.name) } (sample.markup) } }
    };
    let gallery = Page::new("Every component", all).caption("Gallery").at(Place::ToUs);
    let pages = std::iter::once(gallery).chain(page::samples());
    for (n, page) in pages.enumerate() {
        let text = document(&page, setting).into_string();
        // Files are opened without a server, so addresses of assets become relative; and nothing
        // takes the focus, so that all is seen from the top.
        let text = text.replace("\"/assets/", "\"assets/").replace(" autofocus", "");
        fs::write(folder.join(format!("{n}.html")), text)?;
    }
    Ok(())
}
