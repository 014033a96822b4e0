//! The key that signs checkpoints: Ed25519, in one file that only the server's account can read.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use baton_core::vault::{hex, unhex};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

use crate::db::{Error, Result};

/// Its name in the data folder.
pub const FILE: &str = "baton.key";

pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    /// Reads `DIR/baton.key`; makes it from 32 random bytes when it is not there.
    pub fn open(folder: &Path, random: impl FnOnce() -> [u8; 32]) -> Result<Self> {
        let path = folder.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => {
                let seed = unhex(text.trim())
                    .ok_or_else(|| Error::Key(format!("{FILE} does not hold a key")))?;
                Self::from_seed(&seed)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let seed = random();
                let key = Self::from_seed(&seed)?;
                write_new(&path, &hex(&seed))
                    .map_err(|error| Error::io(format!("writing {FILE}"), error))?;
                Ok(key)
            }
            Err(error) => Err(Error::io(format!("reading {FILE}"), error)),
        }
    }

    pub fn from_seed(seed: &[u8; 32]) -> Result<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed);
        pair.map(Self).map_err(|error| Error::Key(error.to_string()))
    }

    /// The public half, in hexadecimal: what to check with.
    pub fn public(&self) -> String {
        hex(self.0.public_key().as_ref())
    }

    /// Signature in hexadecimal.
    pub fn sign(&self, message: &str) -> String {
        hex(self.0.sign(message.as_bytes()).as_ref())
    }
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()?;
    if let Some(folder) = path.parent() {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Whether the signature is of this message by the holder of this public key.
pub fn is_signed(public: &str, message: &str, signature: &str) -> bool {
    let (Some(key), Some(bytes)) = (unhex::<32>(public), unhex::<64>(signature)) else {
        return false;
    };
    // Digits have one way of being written: another would be a change that nobody made.
    let plain = hex(&key) == public && hex(&bytes) == signature;
    let key = UnparsedPublicKey::new(&ED25519, key);
    plain && key.verify(message.as_bytes(), &bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_only_its_own_signature_counts() {
        let folder = std::env::temp_dir().join(format!("baton-key-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let key = SigningKey::open(&folder, || [7; 32]).unwrap();
        let again = SigningKey::open(&folder, || panic!("it is there already")).unwrap();
        assert_eq!(key.public(), again.public());
        let signature = key.sign("one");
        assert!(is_signed(&key.public(), "one", &signature));
        assert!(!is_signed(&key.public(), "two", &signature));
        let other = SigningKey::from_seed(&[8; 32]).unwrap();
        assert!(!is_signed(&other.public(), "one", &signature));
        fs::remove_dir_all(&folder).unwrap();
    }
}
