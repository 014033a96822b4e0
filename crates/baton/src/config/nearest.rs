//! The name that somebody probably meant.

/// The candidate with the fewest typing errors, unless even that one is far off.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let far = (word.chars().count() / 3).max(2);
    candidates
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= far)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Letters to insert, drop or exchange to get from one to the other (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, letter) in from.chars().enumerate() {
        let mut next = vec![above + 1];
        for (((&other, &diagonal), &over), left) in
            to.iter().zip(&row).zip(row.iter().skip(1)).zip(0..)
        {
            let before: usize = next.get(left).copied().unwrap_or(usize::MAX - 1);
            let exchange = diagonal + usize::from(letter != other);
            next.push(exchange.min(over + 1).min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_and_a_far_one_is_not() {
        let names = ["listen", "data", "smtp.host", "smtp.port"];
        assert_eq!(nearest("smpt.host", names.into_iter()), Some("smtp.host"));
        assert_eq!(nearest("lissen", names.into_iter()), Some("listen"));
        assert_eq!(nearest("colour_of_the_page", names.into_iter()), None);
    }

    #[test]
    fn distance_counts_single_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
