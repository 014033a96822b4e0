//! A link as a picture that a telephone reads (QR code, ISO/IEC 18004).

use baton_core::say;
use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white around it, which the standard asks for.
const EDGE: i32 = 4;

/// Nothing when the text is too long for a picture: the secret stands beside it in letters.
pub fn qr(text: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let whole = code.size() + 2 * EDGE;
    let view = format!("0 0 {whole} {whole}");
    let label = say!("second-step-picture-the-secret-as-a-picture-for");
    html! {
        svg.qr role="img" aria-label=(label) viewBox=(view) shape-rendering="crispEdges" {
            rect width=(whole) height=(whole) fill="#ffffff" {}
            path d=(dark(&code)) fill="#000000" {}
        }
    }
}

/// Each dark module as a square of side 1.
fn dark(code: &QrCode) -> String {
    let size = code.size();
    let all = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    all.filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + EDGE, y + EDGE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_the_code_with_white_around_it() {
        let code = QrCode::encode_text("otpauth://totp/Baton", QrCodeEcc::Medium).unwrap();
        let drawn = qr("otpauth://totp/Baton").into_string();
        assert_eq!(drawn.matches("h1v1h-1z").count(), {
            let size = code.size();
            let all = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
            all.filter(|(x, y)| code.get_module(*x, *y)).count()
        });
        assert!(drawn.contains(&format!("0 0 {0} {0}", code.size() + 8)));
        assert!(drawn.contains("M4 4h1v1h-1z"), "the corner of the first finder");
        assert_eq!(qr(&"x".repeat(5_000)).into_string(), "");
    }
}
