//! Statements have names, and are listed, so that a test can prepare each one on both databases.

/// One statement: the same text for both databases but where a quarantined dialect needs two.
#[derive(Clone, Copy, Debug)]
pub struct Sql {
    pub name: &'static str,
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

/// Declares statements and lists them as `STATEMENTS`.
///
/// `NAME = "text";` is the same on both databases; `NAME = "text", postgres "text";` is not.
#[macro_export]
#[doc(hidden)]
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $text:expr $(, postgres $postgres:expr)?;)+) => {
        $($(#[$doc])*
        pub(crate) const $name: $crate::db::Sql = $crate::db::Sql {
            name: stringify!($name),
            sqlite: $text,
            postgres: $crate::statements!(@ $text $(, $postgres)?),
        };)+
        #[allow(dead_code, reason = "only the test that prepares them reads the list")]
        pub(crate) const STATEMENTS: &[$crate::db::Sql] = &[$($name),+];
    };
    (@ $text:expr) => { $text };
    (@ $text:expr, $postgres:expr) => { $postgres };
}
pub(crate) use statements;

/// Whether the statement can only read, so that its task has nothing to undo.
pub(super) fn only_reads(text: &str) -> bool {
    text.trim_start().starts_with("select")
}

/// The highest `$n`, or what is wrong: SQLite numbers `$n` by first occurrence, so they must occur
/// in order for one list of values to serve both databases.
pub fn placeholders(text: &str) -> Result<usize, String> {
    let mut highest = 0;
    for (at, _) in text.match_indices('$') {
        let digits: String = text[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let n: usize = digits.parse().map_err(|_| format!("a lone $ at {at}"))?;
        if n > highest + 1 {
            return Err(format!("${n} occurs before ${}", highest + 1));
        }
        highest = highest.max(n);
    }
    Ok(highest)
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_numbered_in_order_of_first_use() {
        assert_eq!(placeholders("a = $1 and b = $2 or c = $1"), Ok(2));
        assert!(placeholders("a = $2 and b = $1").is_err());
        assert!(placeholders("a = $").is_err());
    }
}
