//! A customer's own data in a text for another department.

use super::said;
use crate::writing::{About, Kind, Record, look};

fn ada() -> Record {
    let fields = [
        ("name", "Ada Okafor"),
        ("email", "ada@example.com"),
        ("phone", "+44 20 7946 0111"),
        ("address", "14 Harbour Lane, Leeds, LS1 4AP"),
        ("account", "HH-20417"),
        ("date_of_birth", "1984-05-17"),
        ("order_number", "5521-A"),
        ("notes", "Lives alone and hears badly."),
    ];
    let owned = |(tag, value): (&str, &str)| (tag.to_owned(), value.to_owned());
    Record { name: Some("Ada Okafor".to_owned()), fields: fields.map(owned).to_vec() }
}

#[test]
fn what_stands_in_the_record_is_found_however_it_is_written() {
    let record = ada();
    let about = About { customer: Some(&record), dated: true, asked: None };
    for (text, words) in [
        ("Ring her on 020 7946 0111 after five.", vec!["020 7946 0111"]),
        ("Ring +442079460111.", vec!["+442079460111"]),
        ("Her number is (020) 7946-0111.", vec!["020) 7946-0111"]),
        ("Write to ADA@example.com, please.", vec!["ADA@example.com"]),
        ("Deliver to 14 harbour lane today.", vec!["14 harbour lane"]),
        ("It goes to LS1 4AP.", vec!["LS1 4AP"]),
        ("Mrs Okafor waits for it.", vec!["Okafor"]),
        ("Bring Ada Okafor her kettle.", vec!["Ada Okafor"]),
        ("Ada’s kettle leaks.", vec!["Ada"]),
        ("The account is HH-20417.", vec!["HH-20417"]),
        ("Born on 17/05/1984.", vec!["17/05/1984"]),
        ("Born 17 May 1984.", vec!["17 May 1984"]),
        ("It belongs to order 5521-A.", vec!["5521-A"]),
        ("Send a kettle to Leeds by Friday.", vec![]),
        ("Ring the depot on 0113 496 0000.", vec![]),
        ("Order 5522 is another one.", vec![]),
    ] {
        let found = said(Kind::Colleague, text, &about);
        let found: Vec<&str> = found.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(found, words, "{text}");
    }
}

#[test]
fn it_says_whose_it_is_and_what_to_do_instead() {
    let record = ada();
    let about = About { customer: Some(&record), ..About::default() };
    let found = look(Kind::Colleague, "Ring 020 7946 0111.", &about);
    assert_eq!(
        found[0].sentence,
        "This is Ada’s phone number. Share it as a field instead, so that the other department’s \
         access ends with the request."
    );
}

#[test]
fn a_message_to_the_customer_may_name_them() {
    let record = ada();
    let about = About { customer: Some(&record), ..About::default() };
    assert_eq!(look(Kind::CustomerMessage, "Dear Ada Okafor", &about), []);
}

#[test]
fn without_a_record_nothing_is_held_against_it() {
    assert_eq!(look(Kind::Colleague, "Ring Ada on 020 7946 0111.", &About::default()), []);
}
