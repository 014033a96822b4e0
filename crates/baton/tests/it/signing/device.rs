//! A device with passkeys (WebAuthn level 3, over ES256), which knows nothing of ours. It does as it
//! is told where a real one would refuse, so that ours has to.

use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

/// A passkey of the device, and where it believes to be.
pub struct Device {
    key: EcdsaKeyPair,
    id: [u8; 16],
    /// Whose it is, as the page said.
    whose: Vec<u8>,
    pub origin: String,
    /// Whether somebody has shown a finger, a face or a PIN.
    pub verified: bool,
    counter: u32,
}

#[allow(clippy::disallowed_methods, reason = "a device has randomness of its own")]
fn random() -> SystemRandom {
    SystemRandom::new()
}

/// In base 64 for addresses, without padding (RFC 4648 §5).
fn coded(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let mut whole = [0; 3];
        whole[..three.len()].copy_from_slice(three);
        let bits = u32::from_be_bytes([0, whole[0], whole[1], whole[2]]);
        for n in 0..=three.len() {
            let place = (bits >> (18 - 6 * n)) & 63;
            text.push(char::from(LETTERS[place as usize]));
        }
    }
    text
}

fn decoded(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        _ => 63,
    };
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0, 0_u32);
    for letter in text.bytes() {
        held = (held << 6) | u32::from(value(letter));
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap());
        }
    }
    bytes
}

/// A string of bytes or of letters in CBOR (RFC 8949), of fewer than 65,536 bytes.
fn cbor(major: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap();
    let mut head = match length {
        0..=23 => vec![major << 5 | u8::try_from(length).unwrap()],
        24..=255 => vec![major << 5 | 24, u8::try_from(length).unwrap()],
        _ => [vec![major << 5 | 25], length.to_be_bytes().to_vec()].concat(),
    };
    head.extend(bytes);
    head
}

impl Device {
    /// Makes a passkey of what a page asks; gives what the page sends.
    pub fn making(options: &Value, origin: &str) -> (Self, String) {
        let whose = decoded(options["publicKey"]["user"]["id"].as_str().unwrap());
        let selection = &options["publicKey"]["authenticatorSelection"];
        assert_eq!(selection["residentKey"], "required", "so that nobody types an address");
        assert_eq!(selection["userVerification"], "required");
        let random = random();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pair = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(algorithm, pair.as_ref(), &random).unwrap();
        let id = digest(&SHA256, key.public_key().as_ref()).as_ref()[..16].try_into().unwrap();
        let device = Self { key, id, whose, origin: origin.to_owned(), verified: true, counter: 0 };
        let answer = device.attested(options);
        (device, answer)
    }

    /// What the device says of itself: whose page, who was there, how often it was used.
    fn data(&self, options: &Value, attested: bool) -> Vec<u8> {
        let public = &options["publicKey"];
        let name = public["rpId"].as_str().or_else(|| public["rp"]["id"].as_str()).unwrap();
        let flags = 1 | u8::from(self.verified) << 2 | u8::from(attested) << 6;
        let mut data = digest(&SHA256, name.as_bytes()).as_ref().to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = &options["publicKey"]["challenge"];
        let client = json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        client.to_string().into_bytes()
    }

    fn attested(&self, options: &Value) -> String {
        let (_, point) = self.key.public_key().as_ref().split_at(1);
        let (x, y) = point.split_at(32);
        // {1: 2, 3: -7, -1: 1, -2: x, -3: y}: a point of P-256 that signs with ES256 (RFC 9053).
        let mut cose = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21];
        cose.extend(cbor(2, x));
        cose.push(0x22);
        cose.extend(cbor(2, y));
        let mut data = self.data(options, true);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        data.extend(cose);
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let object = [
            vec![0xa3],
            cbor(3, b"fmt"),
            cbor(3, b"none"),
            cbor(3, b"attStmt"),
            vec![0xa0],
            cbor(3, b"authData"),
            cbor(2, &data),
        ]
        .concat();
        let client = self.client("webauthn.create", options);
        let response =
            json!({ "attestationObject": coded(&object), "clientDataJSON": coded(&client) });
        self.answer(&response)
    }

    /// Proves to a page that asks that somebody holds the passkey; gives what the page sends.
    pub fn proving(&mut self, options: &Value) -> String {
        let data = self.data(options, false);
        let client = self.client("webauthn.get", options);
        let signed = [&data[..], digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&random(), &signed).unwrap();
        let response = json!({
            "authenticatorData": coded(&data),
            "clientDataJSON": coded(&client),
            "signature": coded(signature.as_ref()),
            "userHandle": coded(&self.whose),
        });
        self.answer(&response)
    }

    fn answer(&self, response: &Value) -> String {
        let id = coded(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }

    /// Says that it is somebody else's.
    pub fn belongs_to(&mut self, other: &Self) {
        self.whose.clone_from(&other.whose);
    }
}
