//! Lists come in pages; a cursor names the last row of one.

use std::fmt;
use std::str::FromStr;

/// One page of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Where the next page begins; `None`: this is the last one.
    pub next: Option<Cursor>,
}

/// The place of a row in its list: what it is ordered by, then its id. Written `KEY.ID`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cursor {
    pub key: i64,
    pub id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a place in a list")]
pub struct NotACursor;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;
    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let (key, id) = text.split_once('.').ok_or(NotACursor)?;
        let plain = id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !plain {
            return Err(NotACursor);
        }
        Ok(Self { key: key.parse().map_err(|_| NotACursor)?, id: id.to_owned() })
    }
}

/// What has no due time comes after everything that has one: the end of the year 9999.
pub(crate) const NEVER: i64 = 253_402_300_799_999;

impl<T> Page<T> {
    /// Puts several sorted lists together and keeps the first `limit` rows. `place` gives where a
    /// row stands; equal places are one row.
    pub(crate) fn merge(
        lists: Vec<Vec<T>>,
        limit: u32,
        newest_first: bool,
        place: impl Fn(&T) -> Cursor,
    ) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut items: Vec<(Cursor, T)> =
            lists.into_iter().flatten().map(|item| (place(&item), item)).collect();
        items.sort_by(|(a, _), (b, _)| if newest_first { b.cmp(a) } else { a.cmp(b) });
        items.dedup_by(|(a, _), (b, _)| a == b);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(|(place, _)| place.clone()) } else { None };
        Self { items: items.into_iter().map(|(_, item)| item).collect(), next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_as_itself() {
        let cursor = Cursor { key: -5, id: "01abc".to_owned() };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for text in ["", "5", "x.y", "5.a'b", "5.é"] {
            assert_eq!(text.parse::<Cursor>(), Err(NotACursor), "{text}");
        }
    }

    #[test]
    fn a_merged_page_says_where_the_next_one_begins() {
        let place = |n: &i64| Cursor { key: *n, id: String::new() };
        let page = Page::merge(vec![vec![1, 4], vec![2, 4, 5]], 3, false, place);
        assert_eq!((page.items, page.next.map(|next| next.key)), (vec![1, 2, 4], Some(4)));
        let last = Page::merge(vec![vec![5]], 3, true, place);
        assert_eq!(last.next, None);
    }
}
