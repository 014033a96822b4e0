//! An app for codes, which knows nothing of ours but RFC 6238.

use baton_core::time::Instant;
use ring::hmac;

pub struct App(Vec<u8>);

impl App {
    /// Takes in the secret that a page shows in letters.
    pub fn reading(page: &str) -> Self {
        let (_, after) = page.split_once("<code class=\"secret\">").expect("a secret to type");
        let letters: String =
            after.split('<').next().unwrap().chars().filter(|c| !c.is_whitespace()).collect();
        assert!(page.contains(&format!("secret={letters}&amp;issuer=")), "the link says the same");
        let mut bits = String::new();
        for letter in letters.bytes() {
            let value = match letter {
                b'A'..=b'Z' => letter - b'A',
                _ => letter - b'2' + 26,
            };
            bits.push_str(&format!("{value:05b}"));
        }
        let bytes = bits.as_bytes().chunks_exact(8);
        let byte =
            |eight: &[u8]| u8::from_str_radix(std::str::from_utf8(eight).unwrap(), 2).unwrap();
        let secret: Vec<u8> = bytes.map(byte).collect();
        assert_eq!(secret.len(), 20);
        Self(secret)
    }

    pub fn secret(&self) -> &[u8] {
        &self.0
    }

    /// What it shows at a moment.
    pub fn code(&self, at: Instant) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let step = u64::try_from(at.millis() / 30_000).unwrap();
        let tag = hmac::sign(&key, &step.to_be_bytes());
        let offset = usize::from(tag.as_ref()[19] & 15);
        let four: [u8; 4] = tag.as_ref()[offset..offset + 4].try_into().unwrap();
        format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
    }

    /// Six digits that are not those of this moment, nor of those beside it.
    pub fn wrong(&self, at: Instant) -> String {
        let near = [-30, 0, 30].map(|s| self.code(at + baton_core::time::Span::seconds(s)));
        let all = (0..4).map(|n| format!("{n:06}"));
        all.into_iter().find(|code| !near.contains(code)).unwrap()
    }
}
