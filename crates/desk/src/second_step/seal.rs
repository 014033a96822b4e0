//! Keeps secrets so that whoever reads the database cannot use them: AES-256-GCM under a key that
//! is made from the organisation's key file, for one person and one purpose.

use baton_core::vault::{hex, unhex};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;

use crate::trouble::Trouble;

pub struct Seal {
    key: LessSafeKey,
    /// For codes that are made anew and never kept.
    codes: hmac::Key,
}

impl Seal {
    /// `secret` is the organisation's; other keys are made from it and none can be told from these.
    pub fn new(secret: &[u8; 32]) -> Result<Self, Trouble> {
        let whole = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let of = |purpose: &[u8]| hmac::sign(&whole, purpose);
        let key = UnboundKey::new(&AES_256_GCM, of(b"baton second steps 1").as_ref());
        let codes = hmac::Key::new(hmac::HMAC_SHA256, of(b"baton mailed codes 1").as_ref());
        let key = key.map_err(|_| Trouble::Failed("no key for second steps".to_owned()))?;
        Ok(Self { key: LessSafeKey::new(key), codes })
    }

    /// `about` says whose it is and what for; opened for anything else, it is nothing.
    pub fn close(&self, plain: &[u8], about: &str, random: &[u8; 32]) -> Result<String, Trouble> {
        let mut nonce = [0_u8; NONCE_LEN];
        nonce.copy_from_slice(random.get(..NONCE_LEN).unwrap_or_default());
        let mut bytes = plain.to_vec();
        let about = Aad::from(about.as_bytes());
        self.key
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), about, &mut bytes)
            .map_err(|_| Trouble::Failed("a secret could not be sealed".to_owned()))?;
        Ok(hex(&nonce) + &hex(&bytes))
    }

    /// `None`: it is not ours, not theirs, or was changed.
    pub fn open(&self, sealed: &str, about: &str) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN * 2)?;
        let nonce = unhex::<NONCE_LEN>(nonce)?;
        let pairs = rest.as_bytes().chunks(2);
        let bytes: Option<Vec<u8>> = pairs
            .map(|pair| unhex::<1>(std::str::from_utf8(pair).ok()?).map(|[byte]| byte))
            .collect();
        let mut bytes = bytes?;
        let nonce = Nonce::assume_unique_for_key(nonce);
        let plain = self.key.open_in_place(nonce, Aad::from(about.as_bytes()), &mut bytes);
        plain.ok().map(|plain| plain.to_vec())
    }

    /// The digits that are mailed for a beginning; made anew each time, and kept nowhere.
    pub fn digits(&self, beginning: &str) -> String {
        let tag = hmac::sign(&self.codes, beginning.as_bytes());
        let eight = tag.as_ref().get(..8).and_then(|eight| eight.try_into().ok());
        format!("{:08}", u64::from_be_bytes(eight.unwrap_or_default()) % 100_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_for_its_own_person_and_purpose_and_only_whole() {
        let seal = Seal::new(&[7; 32]).unwrap();
        let closed = seal.close(b"a secret", "amira kept", &[1; 32]).unwrap();
        assert!(!closed.contains(&hex(b"a secret")));
        assert_eq!(seal.open(&closed, "amira kept").as_deref(), Some(b"a secret".as_slice()));
        assert_eq!(seal.open(&closed, "tom kept"), None);
        assert_eq!(Seal::new(&[8; 32]).unwrap().open(&closed, "amira kept"), None);
        for broken in ["", "00", &closed[2..], &format!("{closed}0"), &closed.replace('a', "b")] {
            assert_eq!(seal.open(broken, "amira kept"), None, "{broken}");
        }
    }
}
