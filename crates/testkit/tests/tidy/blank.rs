//! Rust source with everything blanked that is not code, so that braces and words can be counted.

/// The source with the inside of comments, strings and characters replaced by blanks. Line ends
/// stay, so line numbers stay.
pub fn code_only(source: &str) -> String {
    Blank { letters: source.chars().collect(), at: 0, code: String::with_capacity(source.len()) }
        .run()
}

/// The line, from 1, that a byte of the text stands in.
pub fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&byte| byte == b'\n').count() + 1
}

/// Every word of identifiers in the code with the byte where it begins.
pub fn identifiers(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in code.char_indices().chain([(code.len(), ' ')]) {
        let part = letter.is_alphanumeric() || letter == '_';
        match (part, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, &code[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

struct Blank {
    letters: Vec<char>,
    at: usize,
    code: String,
}

impl Blank {
    fn run(mut self) -> String {
        while let Some(letter) = self.peek(0) {
            match letter {
                '/' if self.peek(1) == Some('/') => self.hide_until(|rest| rest[0] == '\n', 0),
                '/' if self.peek(1) == Some('*') => self.hide_block(),
                '"' => self.hide_string(),
                'r' if !self.inside_word() => self.raw_or_word(),
                '\'' => self.hide_character(),
                _ => self.keep(),
            }
        }
        self.code
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    /// Whether the letter here goes on with a word; `b` and `c` before `r` are part of the literal.
    fn inside_word(&self) -> bool {
        let before = |back: usize| self.at.checked_sub(back).and_then(|at| self.letters.get(at));
        let in_word =
            |letter: Option<&char>| letter.is_some_and(|l| l.is_alphanumeric() || *l == '_');
        match before(1) {
            Some('b' | 'c') => in_word(before(2)),
            letter => in_word(letter),
        }
    }

    fn keep(&mut self) {
        if let Some(letter) = self.peek(0) {
            self.code.push(letter);
            self.at += 1;
        }
    }

    fn hide(&mut self) {
        if let Some(letter) = self.peek(0) {
            self.code.push(if letter == '\n' { '\n' } else { ' ' });
            self.at += 1;
        }
    }

    /// Hides up to where the rest meets the condition, and `more` letters beyond.
    fn hide_until(&mut self, end: impl Fn(&[char]) -> bool, more: usize) {
        while self.at < self.letters.len() && !end(&self.letters[self.at..]) {
            self.hide();
        }
        for _ in 0..more {
            self.hide();
        }
    }

    fn hide_block(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => return,
                _ => {
                    self.hide();
                    continue;
                }
            }
            self.hide();
            self.hide();
            if depth == 0 {
                return;
            }
        }
    }

    /// A raw string: ends at a quote that is followed by that many hashes.
    fn hide_raw(&mut self, hashes: usize) {
        self.keep();
        while let Some(letter) = self.peek(0) {
            if letter == '"' && (1..=hashes).all(|n| self.peek(n) == Some('#')) {
                return self.keep();
            }
            self.hide();
        }
    }

    fn hide_string(&mut self) {
        self.keep();
        while let Some(letter) = self.peek(0) {
            match letter {
                '"' => return self.keep(),
                '\\' => {
                    self.hide();
                    self.hide();
                }
                _ => self.hide(),
            }
        }
    }

    fn raw_or_word(&mut self) {
        let hashes =
            self.letters[self.at + 1..].iter().take_while(|&&letter| letter == '#').count();
        self.keep();
        if self.peek(hashes) == Some('"') {
            for _ in 0..hashes {
                self.hide();
            }
            self.hide_raw(hashes);
        }
    }

    /// `'a'` is a character and `'a` a lifetime.
    fn hide_character(&mut self) {
        let escaped = self.peek(1) == Some('\\');
        if escaped || self.peek(2) == Some('\'') {
            self.keep();
            if escaped {
                self.hide();
            }
            self.hide();
            self.hide_until(|rest| rest[0] == '\'', 0);
        }
        self.keep();
    }
}

#[test]
fn only_code_is_left_and_every_line_end() {
    let source = r###"
        let a = "}{ \" {"; // {
        /* { /* nested { */ { */ let b = r#"{" {"#; let c = b"{"; let r = br"{";
        let d = '{'; let e = '\''; let f: &'a str = '\u{7b}'; for_each(r"x");
    "###;
    let code = code_only(source);
    assert!(!code.contains(['{', '}']), "{code}");
    assert!(code.contains("let f: &'a str") && code.contains("for_each(r\""), "{code}");
    assert_eq!(code.lines().count(), source.lines().count());
    assert_eq!(code.chars().count(), source.chars().count());
}
