//! What differs between an ask and its read-back.

use crate::writing::difference::Side;

fn differing(text: &str, other: &str) -> Vec<String> {
    let parts = Side::of([other]).against(text);
    let whole: String = parts.iter().map(|part| part.text).collect();
    assert_eq!(whole, text, "nothing is lost");
    parts.iter().filter(|part| part.differs).map(|part| part.text.to_owned()).collect()
}

#[test]
fn what_matters_and_the_other_side_lacks_is_marked() {
    for (text, other, marked) in [
        ("Send 2 kettles to Leeds. Then call.", "two kettles, leeds", vec![]),
        ("Send 3 kettles to Leeds.", "Two kettles go to Leeds.", vec!["3"]),
        ("Deliver on Friday before 17:00", "It will be there on Friday by 5pm", vec!["before"]),
        ("Deliver on Friday", "We come on Thursday", vec!["Friday"]),
        ("Do not ring the customer", "We will ring her", vec!["not"]),
        ("Arrange a courier for her.", "We book somebody.", vec![]),
        ("Refund £24.00 to the card", "I refund 24 to her card", vec![]),
        ("Refund £24.50 to the card", "I refund 24 to her card", vec!["£24.50"]),
        ("Collect it from Mrs Okafor", "I fetch it at Okafor's house", vec!["Mrs"]),
        ("By the 27th", "On 27 November", vec![]),
        ("Ring at 5.30pm", "A call at 17:30", vec![]),
        ("", "anything", vec![]),
    ] {
        assert_eq!(differing(text, other), marked, "{text} | {other}");
    }
}

#[test]
fn the_first_word_of_a_sentence_is_no_name() {
    assert!(differing("Please look. Somebody waits.\nThanks", "we do it").is_empty());
}
