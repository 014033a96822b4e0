//! The words: every free text, name and address, apart from the log and erasable.

use baton_core::ids::{StreamId, WordId};
use baton_core::log::Version;
use baton_core::time::Instant;
use baton_core::vault::{Subject, Texts, Word, hex};
use futures_util::future::try_join_all;

use crate::db::{Link, Result, Short, Tx, params, statements};
use crate::{drafts, search};

statements! {
    INSERT = "insert into words (id, stream, version, subject, class, retention, salt, content)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_STREAM = "select id, content from words where stream = $1 and content is not null";
    OF_KIND = "select w.id, w.content from streams s join words w on w.stream = s.id
        where s.kind = $1 and w.content is not null";
    OF_SUBJECT = "select id, stream, class, content from words
        where subject = $1 and subject <> 'nobody' and content is not null order by id";
    ONE = "select content from words where id = $1 and content is not null";
    ERASE = "update words set salt = null, content = null, erased_at = $1, erased_by = $2
        where subject = $3 and subject <> 'nobody' and content is not null
        and (select seq from events where stream = words.stream and version = words.version)
            < (select seq from events where stream = $4 and version = $5)";
    COUNT_ERASURE = "insert into settings (name, value) values ('erasures', 1)
        on conflict (name) do update set value = settings.value + 1";
    ERASURES = "select value from settings where name = 'erasures'";
    FORGET_ADDRESSES = "delete from customer_addresses where customer = $1";
}

/// Stores new words; `version` is that of the first event that was appended with them.
pub(crate) async fn put(
    tx: &Tx<'_>,
    stream: StreamId,
    version: Version,
    words: &[Word],
) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let salts: Vec<String> = words.iter().map(|word| hex(&word.salt)).collect();
    tx.many(
        INSERT,
        words.iter().zip(&salts).map(|(word, salt)| {
            [
                word.id.into(),
                stream.into(),
                version.into(),
                word.subject.into(),
                word.class.level().into(),
                word.retention.name().into(),
                salt.into(),
                (&word.text).into(),
            ]
        }),
    )
    .await
}

/// Every text of a stream that has not been erased.
pub async fn texts(link: &Link<'_>, stream: StreamId) -> Result<Texts> {
    let mut texts = Texts::default();
    link.each(OF_STREAM, params![stream], |row| {
        texts.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })
    .await?;
    Ok(texts)
}

/// Every text of every stream of a kind: `department`, `person` …
pub async fn texts_of_kind(link: &Link<'_>, kind: &str) -> Result<Texts> {
    let mut texts = Texts::default();
    link.each(OF_KIND, params![kind], |row| {
        texts.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })
    .await?;
    Ok(texts)
}

/// The texts of these words, as far as they have not been erased.
pub async fn texts_of(link: &Link<'_>, ids: &[WordId]) -> Result<Texts> {
    let found = try_join_all(ids.iter().map(|id| async move {
        let text = link.one(ONE, params![*id], |row| row.get::<String>(0)).await?;
        Ok::<_, crate::Error>(text.map(|text| (*id, text)))
    }))
    .await?;
    Ok(found.into_iter().flatten().collect())
}

/// One word of a subject, for a copy of everything that is held about somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    pub id: WordId,
    pub stream: StreamId,
    /// P0 to P4 as a number.
    pub class: u8,
    pub text: String,
}

/// Everything that is held about a subject, oldest first.
pub async fn held_about(link: &Link<'_>, subject: Subject) -> Result<Vec<Held>> {
    link.rows(OF_SUBJECT, params![subject], |row| {
        Ok(Held { id: row.get(0)?, stream: row.get(1)?, class: row.get(2)?, text: row.get(3)? })
    })
    .await
}

/// How often words were erased: texts that were read before the last time may be gone by now.
pub async fn erasures(link: &Link<'_>) -> Result<i64> {
    Ok(link.one(ERASURES, params![], |row| row.get(0)).await?.unwrap_or(0))
}

/// Deletes text and salt of every word of a subject that was written before the event which says
/// so, and whatever was derived from them. `stream` and `version` name that event, `at` is its
/// moment. Answers how many words went. [`crate::journal::append`] calls it for a decision to
/// erase.
///
/// Repeatable: on PostgreSQL a neighbouring transaction may commit an earlier event a moment
/// later, whose words go when it is called again for the same event.
pub async fn erase(
    tx: &Tx<'_>,
    subject: Subject,
    at: Instant,
    stream: StreamId,
    version: Version,
) -> Result<u64> {
    if subject == Subject::Nobody {
        return Ok(0);
    }
    let by = format!("{stream}/{version}");
    let erased = tx.exec(ERASE, params![at, &by, subject, stream, version]).await?;
    tx.exec(COUNT_ERASURE, params![]).await?;
    search::forget(tx, Short::of(subject).as_str()).await?;
    drafts::forget(tx, subject).await?;
    if let Subject::Customer(customer) = subject {
        tx.exec(FORGET_ADDRESSES, params![customer]).await?;
    }
    Ok(erased)
}
