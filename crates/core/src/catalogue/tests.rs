use super::*;

#[test]
fn every_message_can_be_read() {
    for (name, text) in FILES {
        if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
            panic!("{name}.ftl: {faults:?}");
        }
    }
}

#[test]
fn no_key_stands_twice_and_each_begins_with_its_file() {
    let mut met = std::collections::BTreeSet::new();
    for ((name, _), resource) in FILES.iter().zip(resources()) {
        for (key, _) in message::read(resource, Language::default()) {
            assert!(key.starts_with(&format!("{name}-")), "{key} stands in {name}.ftl");
            assert!(met.insert(key), "{key} stands twice");
        }
    }
}

#[test]
fn what_is_missing_shows_its_key() {
    let catalogue = Catalogue::new(Language::default());
    assert_eq!(catalogue.say("no-such-message", &[]), "no-such-message");
    assert_eq!(Word::new("no-such-message").text(), "no-such-message");
}

#[test]
fn an_accented_message_is_framed_and_about_forty_per_cent_longer() {
    let plain = Catalogue::new(Language::BritishEnglish);
    let accented = Catalogue::new(Language::Accented);
    let letters = |catalogue: &Catalogue| {
        let say = |(key, parts): (&'static str, &[&'static str])| {
            let values: Vec<_> =
                parts.iter().map(|part| (*part, &2 as &dyn std::fmt::Display)).collect();
            catalogue.say(key, &values)
        };
        catalogue.keys().map(say).collect::<Vec<_>>()
    };
    let (short, long) = (letters(&plain), letters(&accented));
    assert!(long.iter().all(|said| said.starts_with('⟦') && said.ends_with('⟧')));
    let count = |all: &[String]| all.iter().map(|said| said.chars().count()).sum::<usize>();
    let growth = count(&long) * 100 / count(&short);
    assert!((130..160).contains(&growth), "{growth} %");
}

#[test]
fn from_right_to_left_what_is_handed_in_keeps_its_own_direction() {
    let pieces = Catalogue::new(Language::RightToLeft);
    let said = pieces.say("problem-it-takes", &[("allow", &2)]);
    assert!(said.contains("\u{2068}2\u{2069}") && said.contains("\u{202e}"), "{said:?}");
}

#[test]
fn a_number_chooses_its_words_and_a_name_that_is_a_number_stays_as_it_is() {
    let catalogue = Catalogue::new(Language::default());
    let say = |count: &str| catalogue.say("admin-index-things-not-well", &[("count", &count)]);
    assert_eq!(
        (say("1"), say("2")),
        ("One thing is not well.".to_owned(), "2 things are not well.".to_owned())
    );
    assert_eq!(catalogue.say("problem-it-takes", &[("allow", &"007")]), "It takes 007.");
}
