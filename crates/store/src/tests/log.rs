//! The log and the vault.

use super::support::{NOON, Site, a_stream, append, both, draw, entry, mary, said};
use crate::{journal, vault};
use baton_core::ids::StreamId;
use baton_core::vault::Subject;

#[test]
fn what_was_appended_is_read_back_and_survives_reopening() {
    both!(read_back);
}

async fn read_back(site: &Site) {
    let store = site.open().await;
    let (entries, words) =
        said(&mut draw(1), Subject::Customer(mary()), &["It's broken", "Zoë"], 3);
    append(&store, a_stream(1), 0, entries.clone(), words.clone()).await.unwrap();
    append(&store, a_stream(1), 3, vec![entry("case_closed", &[])], Vec::new()).await.unwrap();
    store.close().await.unwrap();

    let store = site.open().await;
    let link = store.link();
    let events = journal::load(&link, a_stream(1), 0).await.unwrap();
    assert_eq!(events.len(), 4);
    assert_eq!((events[0].kind.as_str(), &events[0].data), ("message_added", &entries[0].data));
    assert_eq!(journal::load(&link, a_stream(1), 3).await.unwrap()[0].kind, "case_closed");
    assert_eq!(journal::load_all(&link, "case").await.unwrap().len(), 4);
    assert_eq!(journal::streams(&link, "case", None, 9).await.unwrap(), [(a_stream(1), 4)]);
    let texts = vault::texts(&link, a_stream(1)).await.unwrap();
    let all = vault::texts_of(&link, &[words[1].id, words[0].id]).await.unwrap();
    let held = vault::held_about(&link, Subject::Customer(mary())).await.unwrap();
    assert_eq!(held.len(), 2);
    for word in &words {
        let by_id = baton_core::vault::WordRef {
            id: word.id,
            seal: baton_core::vault::Seal::of(&word.salt, &word.text),
        };
        assert_eq!(texts.get(by_id), Some(word.text.as_str()));
        assert_eq!(all.get(by_id), Some(word.text.as_str()));
    }
    store.close().await.unwrap();
}

#[test]
fn erasing_somebody_takes_their_words_and_leaves_the_rest() {
    both!(erase);
}

async fn erase(site: &Site) {
    let store = site.open().await;
    let (entries, words) = said(&mut draw(1), Subject::Customer(mary()), &["mine"], 1);
    append(&store, a_stream(1), 0, entries, words).await.unwrap();
    let (entries, words) = said(&mut draw(2), Subject::Nobody, &["not hers"], 1);
    append(&store, a_stream(2), 0, entries, words).await.unwrap();
    let stream = StreamId::Customer(mary());
    let gone = store
        .keep(move |tx| {
            Box::pin(async move {
                journal::write(tx, stream, 0, &[entry("customer_erased", &[])], &[]).await?;
                vault::erase(tx, Subject::Customer(mary()), NOON, stream, 1).await
            })
        })
        .await
        .unwrap();
    assert_eq!(gone, 1);
    let link = store.link();
    assert!(vault::held_about(&link, Subject::Customer(mary())).await.unwrap().is_empty());
    let left = vault::texts(&link, a_stream(2)).await.unwrap();
    assert_eq!(left.bytes(), "not hers".len(), "words about nobody stay");
    store.close().await.unwrap();
}

#[test]
fn text_with_a_nul_is_refused_alike() {
    both!(nul);
}

async fn nul(site: &Site) {
    let store = site.open().await;
    let (entries, words) = said(&mut draw(1), Subject::Nobody, &["a\0b"], 1);
    let answer = append(&store, a_stream(1), 0, entries, words).await;
    assert!(matches!(answer, Err(crate::Error::Nul)), "{answer:?}");
    assert_eq!(journal::head(&store.link(), a_stream(1)).await.unwrap(), 0);
    store.close().await.unwrap();
}
