//! Whether some HTML is too heavy for a real HTML parser.
//!
//! Parsing by the standard repeats open formatting tags in every paragraph and walks the open tags
//! for every end, so its work grows with tags times depth: 800 kB of `<b><div>` took minutes.

/// HTML beyond this many bytes is too heavy whatever is in it.
const BYTES: usize = 2 * 1024 * 1024;
const DEPTH: usize = 500;
/// Tags times depth. Long newsletters stay below a third of it.
const WORK: usize = 1_000_000;

/// Tags that hold nothing, or that the next of their kind closes.
const SHALLOW: [&str; 18] = [
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p",
    "source", "td", "th", "tr", "wbr",
];

pub(super) fn is_heavy(html: &str) -> bool {
    if html.len() > BYTES {
        return true;
    }
    let (mut tags, mut depth, mut deepest) = (0_usize, 0_usize, 0_usize);
    for tag in html.split('<').skip(1) {
        tags += 1;
        let (closes, rest) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let name = name(rest);
        if name.is_empty() || SHALLOW.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            continue;
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest > DEPTH || tags.saturating_mul(deepest) > WORK
}

fn name(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_newsletter_is_light() {
        let row = "<tr><td><p><b>x</b> <a href=y>z</a><br><img src=w></td></tr>\n";
        assert!(!is_heavy(&format!("<table>{}</table>", row.repeat(2_000))));
    }

    #[test]
    fn pages_that_nest_or_repeat_without_end_are_heavy() {
        assert!(is_heavy(&"<div>".repeat(501)));
        assert!(is_heavy(&format!("{}{}", "<b>".repeat(400), "<p>x".repeat(4_000))));
        assert!(is_heavy(&"x".repeat(BYTES + 1)));
    }
}
