//! Style sheets and pictures, built into the binary under names that carry their content's hash.

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

pub const ROUTES: &[Route] = &[Route::get("/assets/{file}", "assets.show", Access::Open, show)
    .summary("A style sheet or a picture")
    .answers(&[Reply::bare(200, "The file")])];

/// Where the file is served; the table is sorted by name.
pub fn href(name: &str) -> String {
    let place = ASSETS.binary_search_by(|asset| asset.name.cmp(name));
    let file = place.ok().and_then(|at| ASSETS.get(at)).map_or("missing", |asset| asset.file);
    format!("/assets/{file}")
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = ctx.param("file");
        let asset = ASSETS.iter().find(|asset| asset.file == file);
        let asset = asset.ok_or_else(Trouble::not_found)?;
        Ok(Answer::bytes(asset.media, asset.bytes)
            .header(header::ETAG, asset.etag)
            .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
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

    #[test]
    fn the_layers_are_declared_before_anything_uses_them() {
        let sheet = ASSETS.iter().find(|asset| asset.name == "app.css").unwrap();
        let text = std::str::from_utf8(sheet.bytes).unwrap();
        assert!(text.starts_with("@layer reset, base, components, utilities;"));
        assert!(!text.contains("!important") && !text.contains("@import"));
    }
}
