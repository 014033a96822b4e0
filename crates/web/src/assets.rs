//! Style sheets, scripts and pictures, built into the binary under names that carry their content's hash.

use axum::http::header;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};

/// A file that never changes under its name.
#[derive(Debug)]
pub struct Asset {
    /// As it is written in the source: `app.css`.
    pub name: &'static str,
    /// As it is served: `app-0123456789abcdef.css`.
    pub file: &'static str,
    pub media: &'static str,
    pub etag: &'static str,
    pub bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Its name changes with its content, so it is kept for a year and never asked for again.
pub const KEPT: &str = "public, max-age=31536000, immutable";

/// The script of pages outside the desk, where no other one is.
pub const ALONE: &str = "alone.js";

pub const ROUTES: &[Route] = &[Route::get("/assets/{file}", "assets.show", Access::Open, show)
    .summary("A style sheet, a script or a picture")
    .answers(&[Reply::bare(200, "The file")])];

/// Where the file is served; the table is sorted by name.
pub fn href(name: &str) -> String {
    let place = ASSETS.binary_search_by(|asset| asset.name.cmp(name));
    let file = place.ok().and_then(|at| ASSETS.get(at)).map_or("missing", |asset| asset.file);
    format!("/assets/{file}")
}

/// Where every script of the desk is served, so that a page can ask for all of them at once.
pub fn scripts() -> impl Iterator<Item = String> {
    let scripts = ASSETS.iter().filter(|asset| asset.name.ends_with(".js") && asset.name != ALONE);
    scripts.map(|asset| format!("/assets/{}", asset.file))
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = ctx.param("file");
        let asset = ASSETS.iter().find(|asset| asset.file == file);
        let asset = asset.ok_or_else(Trouble::not_found)?;
        Ok(Answer::bytes(asset.media, asset.bytes)
            .header(header::ETAG, asset.etag)
            .header(header::CACHE_CONTROL, KEPT))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_sorted_and_found_by_their_plain_name() {
        assert!(ASSETS.is_sorted_by_key(|asset| asset.name));
        for asset in ASSETS {
            assert_eq!(href(asset.name), format!("/assets/{}", asset.file));
        }
    }

    fn text(name: &str) -> &'static str {
        let asset = ASSETS.iter().find(|asset| asset.name == name).unwrap();
        std::str::from_utf8(asset.bytes).unwrap()
    }

    #[test]
    fn a_script_imports_others_by_the_names_under_which_they_are_served() {
        let mut imports = 0;
        for asset in ASSETS.iter().filter(|asset| asset.name.ends_with(".js")) {
            for place in text(asset.name).split("\"./").skip(1) {
                let file = place.split('"').next().unwrap();
                assert!(ASSETS.iter().any(|asset| asset.file == file), "{}: {file}", asset.name);
                imports += 1;
            }
        }
        assert!(imports > 0 && text("app.js").starts_with("import "));
    }

    /// The hash that decision 8 names: what others wrote is served as they published it.
    #[test]
    fn what_others_wrote_is_as_they_published_it() {
        let decision = include_str!("../../../docs/decisions/0008-one-borrowed-script.md");
        let published = include_bytes!("../assets/js/vendor/idiomorph.js");
        let digest = ring::digest::digest(&ring::digest::SHA256, published);
        assert!(decision.contains(&baton_core::vault::hex(digest.as_ref())));
        assert!(text("idiomorph.js").starts_with("var Idiomorph="));
    }

    #[test]
    fn the_layers_are_declared_before_anything_uses_them() {
        let text = text("app.css");
        assert!(text.starts_with("@layer reset, base, components, utilities;"));
        assert!(!text.contains("!important") && !text.contains("@import"));
    }
}
