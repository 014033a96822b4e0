//! Damaged mail never brings the reader down.

use super::corpus_tests::corpus;
use super::html::cleaned;
use super::incoming::examine;
use super::message::Quarantine;
use super::tests::ours;
use super::walk::walk;

/// xorshift64*: the same mutants every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, below: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(below.max(1)).unwrap()).unwrap()
    }
}

const SEED: &[u8] =
    b"From: Ann <a@example.com>\r\nTo: b@example.com\r\nSubject: =?utf-8?q?x=C3?=\r\n\
    Message-ID: <1@example.com>\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\n\
    Content-Type: text/html; charset=big5\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    <p>H=E4llo</p>\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\
    \r\nFinal-Recipient: rfc822; c@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\n\
    Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n\
    RnJvbTogeEBleGFtcGxlLmNvbQoKSGk=\r\n--b--\r\n";

/// What mail is made of, to be put where it does not belong.
const BITS: [&[u8]; 14] = [
    b"\r\n\r\n",
    b"\r\n--b\r\n",
    b"--b--",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"\0",
    b"Content-Type: multipart/digest; boundary=b\r\n\r\n",
    b"=?iso-2022-jp?b?GyRC?=",
    b"<",
    b">",
    b"Content-Transfer-Encoding: base64\r\n",
    b"\"",
    b"(((",
    b"\xff\xfe",
    b";=*0*=utf-8''%",
];

fn mutant(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        match dice.below(5) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => bytes.truncate(at.max(1)),
            2 => drop(bytes.splice(at..at, BITS[dice.below(BITS.len())].iter().copied())),
            3 => {
                let end = (at + dice.below(80)).min(bytes.len());
                drop(bytes.drain(at..end));
            }
            _ => {
                let end = (at + dice.below(200)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    bytes
}

/// Reads a mutant and shows it; whether the parser had to be caught. Any other panic fails.
fn survives(bytes: &[u8]) -> bool {
    match examine(bytes, &ours()) {
        Ok(incoming) => {
            if let Some(html) = &incoming.mail.html {
                let clean = cleaned(html).to_lowercase();
                assert!(!clean.contains("<script"));
            }
            let all = [&incoming.mail.subject, &incoming.mail.text];
            assert!(all.iter().all(|text| !text.contains('\0')));
            true
        }
        Err(reason) => reason != Quarantine::Unparsable,
    }
}

fn run(seeds: &[Vec<u8>], each: usize) -> (usize, usize) {
    let mut dice = Dice(0x00ba_7000_5eed);
    let (mut count, mut caught) = (0, 0);
    for seed in seeds {
        for _ in 0..each {
            count += 1;
            caught += usize::from(!survives(&mutant(seed, &mut dice)));
        }
    }
    (count, caught)
}

#[test]
fn three_thousand_damaged_mails_bring_nothing_down() {
    let (count, caught) = run(&[SEED.to_vec()], 3_000);
    assert_eq!(count, 3_000);
    assert!(caught <= count / 500, "{caught}");
}

#[test]
fn ten_mutants_of_every_message_of_the_corpus_bring_nothing_down() {
    let Some(corpus) = corpus() else { return };
    let seeds: Vec<Vec<u8>> = walk(&corpus)
        .unwrap()
        .filter_map(|found| found.bytes.ok())
        .filter(|b| b.len() < 20_000)
        .collect();
    let (count, caught) = run(&seeds, 10);
    println!("{count} mutants, {caught} of them kept apart as unparsable");
    // The parser checks itself in builds for tests, so that a few stop it; none may get past that.
    assert!(caught <= count / 500, "{caught}");
}
