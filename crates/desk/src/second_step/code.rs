//! Codes that change every half minute (RFC 6238 over HMAC-SHA-1, which is what apps know), and
//! secrets as people type them (base 32, RFC 4648 §6).

use baton_core::time::Instant;
use ring::hmac;

/// Seconds for which a code is shown.
const PERIOD: i64 = 30;
/// Digits of a code.
pub const DIGITS: u32 = 6;
/// How many steps a clock may be ahead or behind.
const SKEW: u64 = 1;
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The half minute of a moment.
pub fn step_of(at: Instant) -> u64 {
    u64::try_from(at.millis().div_euclid(PERIOD * 1_000)).unwrap_or(0)
}

/// The code of a step as a number (RFC 4226 §5.3), with so many digits.
pub fn code(secret: &[u8], step: u64, digits: u32) -> u32 {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes.last().copied().unwrap_or(0) & 0x0f);
    let four = bytes.get(offset..offset + 4).and_then(|four| four.try_into().ok());
    let number = u32::from_be_bytes(four.unwrap_or_default()) & 0x7fff_ffff;
    number % 10_u32.pow(digits)
}

/// The step whose code was typed, if it is newer than the last one that was taken. Spaces are
/// passed over: apps show codes with one in the middle.
pub fn fitting(secret: &[u8], typed: &str, now: Instant, last_step: u64) -> Option<u64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != DIGITS as usize || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let typed: u32 = digits.parse().ok()?;
    let current = step_of(now);
    let steps = current.saturating_sub(SKEW)..=current + SKEW;
    steps.filter(|step| *step > last_step).find(|step| code(secret, *step, DIGITS) == typed)
}

/// Bytes in base 32, without padding.
pub fn base32(bytes: &[u8]) -> String {
    let (mut text, mut held, mut bits) = (String::new(), 0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text
}

fn letter(value: u32) -> char {
    let place = (value & 0x1f) as usize;
    LETTERS.get(place).map_or('A', |letter| char::from(*letter))
}

/// Letters in groups of four, as people read them aloud.
pub fn grouped(text: &str, between: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn the_codes_are_those_of_rfc_6238_appendix_b() {
        for (seconds, expected) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000_i64, 65_353_130),
        ] {
            let step = step_of(Instant::from_millis(seconds * 1_000));
            assert_eq!(code(SECRET, step, 8), expected, "{seconds}");
        }
    }

    #[test]
    fn a_code_is_taken_half_a_minute_early_or_late_and_never_twice() {
        let now = Instant::from_millis(1_111_111_111_000);
        let step = step_of(now);
        let of = |step| format!("{:06}", code(SECRET, step, DIGITS));
        for near in [step - 1, step, step + 1] {
            assert_eq!(fitting(SECRET, &of(near), now, 0), Some(near));
            assert_eq!(fitting(SECRET, &of(near), now, near), None, "it was taken");
        }
        for far in [step - 2, step + 2] {
            assert_eq!(fitting(SECRET, &of(far), now, 0), None);
        }
        let spaced = format!(" {} {} ", &of(step)[..3], &of(step)[3..]);
        assert_eq!(fitting(SECRET, &spaced, now, 0), Some(step));
        for nonsense in ["", "12345", "1234567", "12345x", "+12345"] {
            assert_eq!(fitting(SECRET, nonsense, now, 0), None, "{nonsense}");
        }
    }

    #[test]
    fn base_32_is_that_of_rfc_4648() {
        for (bytes, text) in
            [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
        assert_eq!(grouped("ABCDEFGH23", " "), "ABCD EFGH 23");
    }
}
