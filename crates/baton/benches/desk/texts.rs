//! Believable sentences, the same ones for the same number.

const WORDS: &[&str] = &[
    "order",
    "parcel",
    "delivery",
    "invoice",
    "refund",
    "customer",
    "address",
    "replacement",
    "heating",
    "boiler",
    "valve",
    "warranty",
    "engineer",
    "appointment",
    "morning",
    "afternoon",
    "depot",
    "courier",
    "damaged",
    "missing",
    "wrong",
    "colour",
    "size",
    "account",
    "payment",
    "card",
    "charged",
    "twice",
    "monthly",
    "contract",
    "cancel",
    "renewal",
    "password",
    "letter",
    "phone",
    "called",
    "promised",
    "waiting",
    "since",
    "monday",
    "friday",
    "school",
    "hospital",
    "elderly",
    "mother",
    "urgent",
    "holiday",
    "returned",
    "collected",
    "signed",
    "neighbour",
    "photograph",
    "attached",
    "serial",
    "number",
    "model",
    "spare",
    "part",
    "stock",
    "supplier",
    "weight",
    "pallet",
    "receipt",
    "voucher",
    "discount",
    "price",
    "quoted",
    "meter",
    "reading",
    "tariff",
    "direct",
    "debit",
    "bank",
    "transfer",
    "branch",
    "manager",
    "complaint",
    "apology",
    "broken",
    "leaking",
    "noise",
    "installed",
    "technician",
    "visit",
    "cancelled",
    "confirm",
    "please",
    "before",
    "after",
    "because",
    "nobody",
    "answered",
    "again",
    "still",
    "needs",
];

/// A plain generator of numbers: what matters is that it is the same everywhere.
pub struct Luck(u64);

impl Luck {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below.max(1)
    }

    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).unwrap_or(1))).unwrap_or(0)
    }

    pub fn word(&mut self) -> &'static str {
        WORDS.get(self.place(WORDS.len())).copied().unwrap_or("order")
    }

    /// So many words, with an order number among them that few other texts have.
    pub fn sentence(&mut self, words: usize) -> String {
        let mut text = String::new();
        for n in 0..words {
            text.push_str(if n == 0 { "The " } else { " " });
            text.push_str(self.word());
            if n == words / 2 {
                text.push_str(&format!(" {}", 10_000 + self.below(50_000)));
            }
        }
        text.push('.');
        text
    }
}
