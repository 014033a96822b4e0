//! Mailbox files: messages one after another, each behind a line `From …` (RFC 4155).

use std::io::{self, BufRead, ErrorKind};

use super::message::MESSAGE_LIMIT;
use super::scan::field_name;

/// Whether a file is a mailbox: it starts with an envelope line.
pub(super) fn starts_here(file: &mut impl BufRead) -> io::Result<bool> {
    let start = file.fill_buf()?;
    let line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    Ok(is_envelope_line(line))
}

/// The messages of a mailbox file, numbered from 1.
#[derive(Debug)]
pub(super) struct Mbox<R> {
    file: R,
    number: usize,
    /// A line that was read ahead.
    ahead: Option<Vec<u8>>,
    ended: bool,
}

impl<R: BufRead> Mbox<R> {
    pub fn new(file: R) -> Self {
        Self { file, number: 0, ahead: None, ended: false }
    }

    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        if let Some(line) = self.ahead.take() {
            return Ok(Some(line));
        }
        read_line(&mut self.file)
    }

    /// The lines up to the next message: a blank line, an envelope line, a header line.
    fn message(&mut self) -> io::Result<Option<Vec<u8>>> {
        let Some(first) = self.line()? else { return Ok(None) };
        let mut message = Vec::new();
        if !is_envelope_line(&first) {
            keep(&mut message, &first);
        }
        let mut after_blank = false;
        while let Some(line) = self.line()? {
            if after_blank && is_envelope_line(&line) {
                let next = self.line()?;
                let starts = next.as_deref().is_some_and(|next| field_name(next).is_some());
                self.ahead = next;
                if starts {
                    trim_last_blank_line(&mut message);
                    return Ok(Some(message));
                }
            }
            after_blank = line.trim_ascii().is_empty();
            keep(&mut message, unescaped(&line));
        }
        Ok(Some(message))
    }
}

impl<R: BufRead> Iterator for Mbox<R> {
    type Item = (usize, io::Result<Vec<u8>>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.message() {
            Ok(message) => {
                self.number += 1;
                message.map(|message| (self.number, Ok(message)))
            }
            Err(error) => {
                self.ended = true;
                Some((self.number + 1, Err(error)))
            }
        }
    }
}

/// A line with its end; no more of it than a message may have.
fn read_line(file: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    loop {
        let (used, done) = {
            let bytes = match file.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = bytes.iter().position(|&byte| byte == b'\n').map(|at| at + 1);
            let used = end.unwrap_or(bytes.len());
            keep(&mut line, bytes.get(..used).unwrap_or_default());
            (used, end.is_some() || used == 0)
        };
        file.consume(used);
        if done {
            return Ok((!line.is_empty()).then_some(line));
        }
    }
}

/// Adds bytes up to one more than a message may have, so that it is seen to be too large.
fn keep(message: &mut Vec<u8>, line: &[u8]) {
    let room = (MESSAGE_LIMIT + 1).saturating_sub(message.len());
    message.extend_from_slice(line.get(..room.min(line.len())).unwrap_or_default());
}

/// `From `, someone, and a time and a year: `From ann@example.com Mon May  2 16:07:05 2005`.
fn is_envelope_line(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let words = || rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_time = |word: &[u8]| {
        matches!(word.len(), 5 | 7 | 8)
            && word.contains(&b':')
            && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    };
    let is_year = |word: &[u8]| word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    line.len() <= 500 && words().any(is_time) && words().any(is_year)
}

/// `>From ` was written for `From `, `>>From ` for `>From `, and so on.
fn unescaped(line: &[u8]) -> &[u8] {
    let quotes = line.iter().take_while(|&&byte| byte == b'>').count();
    let rest = line.get(quotes..).unwrap_or_default();
    let escaped = quotes > 0 && rest.starts_with(b"From ");
    if escaped { line.get(1..).unwrap_or_default() } else { line }
}

/// The blank line before the next envelope line belongs to the mailbox.
fn trim_last_blank_line(message: &mut Vec<u8>) {
    for end in [b'\n', b'\r'] {
        if message.last() == Some(&end) {
            message.pop();
        }
    }
}
